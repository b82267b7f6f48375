#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-week.py PROGRAM: weeks of a team file, planned, told about and saved."""

import csv
import http.server
import json
import os
import pathlib
import re
import signal
import subprocess
import threading
import time

from terminal import PROGRAM, case, main, make_sample, run


@case
def apply_saves(folder):
    team, out = make_sample(folder), folder / "week.json"
    words = run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 1500, "--apply",
                "--json", out).stdout
    assert "saved" in words
    planned = json.loads(out.read_text())
    again = json.loads(run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 1,
                           "--json", "-").stdout)
    assert again["search"]["before"]["medium"] == planned["search"]["after"]["medium"]
    run("export", team, "--list", "visits", "--out", folder / "visits.csv")
    with open(folder / "visits.csv", encoding="utf-8-sig", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    for visit in planned["visits"]:
        for part in filter(None, visit["parts"]):
            assert rows[visit["id"]]["start"] == part["start"], visit
            assert part["name"] in rows[visit["id"]]["colleagues"], visit


@case
def without_apply_nothing_changes(folder):
    team = make_sample(folder)
    run("export", team, "--list", "visits", "--out", folder / "before.csv")
    run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 500)
    run("export", team, "--list", "visits", "--out", folder / "after.csv")
    assert (folder / "before.csv").read_bytes() == (folder / "after.csv").read_bytes()


@case
def weeks_one_after_another(folder):
    team = make_sample(folder)
    options = ["weeks", team, "--from", "2026-12-02", "--weeks", 3, "--threads", 1, "--steps", 300]
    looked, saved = run(*options).stdout, run(*options, "--apply").stdout
    # Saving each week, or only remembering it, the next one knows the same.
    assert looked.splitlines()[:4] == saved.splitlines()[:4], f"{looked}{saved}"
    lines = [line for line in saved.splitlines() if "to cover" in line]
    assert len(lines) == 3 and lines[0].startswith("30 November 2026"), saved
    weekends = int(re.search(r"to (\d+) of the weekends", saved).group(1))
    assert 0 < weekends <= 12, saved
    assert "no visits" in run("weeks", team, "--from", "2036-01-07", "--weeks", 1).stdout
    again = json.loads(run("week", team, "--from", "2026-12-07", "--steps", 1, "--json", "-").stdout)
    # A week that was never planned costs ten points and more for each visit.
    assert again["search"]["before"]["medium"] < 5 * again["numbers"]["colleague_visits"], again
    run("weeks", team, "--from", "2026-12-02", "--weeks", 60, status=2)


def import_small_team(folder, visits):
    """Rose, George, and Marta, who works from seven to two on Monday; returns the team file."""
    (folder / "people.csv").write_text("Name,Latitude,Longitude\nRose Tanner,51.67,-1.288\n"
                                       "George Hill,51.68,-1.288\n")
    (folder / "colleagues.csv").write_text("Name,Contract hours\nMarta Nowak,35\n")
    (folder / "shifts.csv").write_text(
        "Date,Start,End,Colleague\n2026-11-30,07:00,14:00,Marta Nowak\n")
    (folder / "visits.csv").write_text(
        "Person,Date,Wished time,Minutes,Earliest start,Latest start\n" + visits)
    team = folder / "imported.gw"
    run("import", team, *(word for kind in ("people", "colleagues", "shifts", "visits")
                          for word in (f"--{kind}", folder / f"{kind}.csv")))
    return team


@case
def plan_what_was_imported(folder):
    team = import_small_team(folder, "Rose Tanner,2026-11-30,08:00,30,,\n"
                                     "George Hill,2026-11-30,09:00,30,,\n")
    plan = json.loads(run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 300,
                          "--json", "-").stdout)
    parts = {visit["name"]: visit["parts"][0] for visit in plan["visits"]}
    assert parts["Rose Tanner"]["start"] == "08:00", parts
    assert parts["George Hill"]["name"] == "Marta Nowak" and parts["George Hill"]["travel_before"] > 0


@case
def clashes_end_with_one(folder):
    team = import_small_team(folder, "Rose Tanner,2026-11-30,08:00,30,,\n")
    week = ["week", team, "--from", "2026-11-30", "--days", 2, "--steps", 100, "--keep-shifts"]
    weeks = ["weeks", team, "--from", "2026-11-30", "--weeks", 1, "--steps", 100]
    run(*week)
    run(*weeks)
    more = folder / "more.csv"
    more.write_text("Date,Start,End,Colleague\n2026-11-30,15:00,23:00,Marta Nowak\n"
                    "2026-12-01,05:00,11:00,Marta Nowak\n")
    run("import", team, "--shifts", more)
    for extra in (["--json", folder / "week.json"], ["--apply"]):
        words = run(*week, *extra, status=1).stdout
        assert re.search(r"After:.* clashes   1,", words), words
        assert words.count("  Clash: ") == 1, words
        assert re.search(r"  Clash: .*Marta.* · .*", words), words
        assert " medium, " in words and "not covered" not in words, words
    assert (folder / "week.json").exists()


@case
def what_together_leaves_no_place(folder):
    team = import_small_team(folder, "Rose Tanner,2026-11-30,08:00,60,08:00,08:10\n"
                                     "George Hill,2026-11-30,08:00,60,08:00,08:10\n"
                                     "George Hill,2026-11-30,12:00,30,,\n"
                                     "George Hill,2026-12-02,08:00,60,,\n")
    words = run("week", team, "--from", "2026-11-30", "--days", 3, "--steps", 300).stdout
    left, there = ("Rose", "George") if "with George" in words else ("George", "Rose")
    # The visit at twelve has nothing to do with it.
    assert (f"      {left}’s visit finds no place because all of this comes together:\n"
            f"        {left}’s visit starts between 08:00 and 08:10\n"
            f"        Marta is with {there} from 08:00 to 09:00\n"
            "  Wed 2 Dec 08:00 George" in words), words
    assert "Nobody has a shift on Wednesday that is long enough" in words, words


class Table(http.server.BaseHTTPRequestHandler):
    """A routing service that says nine minutes for every way, and counts who asks."""

    asked = 0

    def do_GET(self):  # pylint: disable=invalid-name
        Table.asked += 1
        doors = len(self.path.split("?")[0].split("/")[-1].split(";"))
        body = json.dumps({"code": "Ok", "durations": [[540.0] * doors] * doors}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):  # pylint: disable=arguments-differ
        pass


@case
def travel_service(folder):
    team = make_sample(folder)
    options = ["week", team, "--from", "2026-11-30", "--days", 1, "--steps", 50, "--problem", "-"]
    with http.server.HTTPServer(("127.0.0.1", 0), Table) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        problem = json.loads(run(*options, "--travel-service", url).stdout)
        server.shutdown()
    assert Table.asked > 0
    # Nine minutes and two to park, but for what the team wrote down itself.
    by_car = [minutes for row in problem["travel"][0] for minutes in row if minutes > 0]
    assert by_car.count(11) > 0.9 * len(by_car), by_car
    answer = run(*options, "--travel-service", "http://127.0.0.1:9")
    assert "computed" in answer.stderr, answer.stderr


@case
def killed_while_planning(folder):
    team = make_sample(folder)
    run("export", team, "--list", "visits", "--out", folder / "before.csv")
    # It plans for hours, with the file open for the plan that it would save.
    with subprocess.Popen([PROGRAM, "week", str(team), "--from", "2026-11-30", "--days", "2",
                           "--steps", "2000000000", "--threads", "3", "--apply"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as search:
        tasks = pathlib.Path(f"/proc/{search.pid}/task")
        while search.poll() is None and len(list(tasks.iterdir())) < 3:
            time.sleep(0.02)
        search.kill()
    assert search.returncode == -signal.SIGKILL, search.returncode
    run("export", team, "--list", "visits", "--out", folder / "after.csv")
    assert (folder / "before.csv").read_bytes() == (folder / "after.csv").read_bytes()
    assert "saved" in run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 50,
                          "--apply").stdout


@case
def a_team_of_forty(folder):
    team, out = folder / "team.gw", folder / "week.json"
    run("sample", team, "--kind", "neighbourhood", "--seed", 3, "--anchor", "2026-11-23")
    run("export", team, "--list", "colleagues", "--out", folder / "colleagues.csv")
    with open(folder / "colleagues.csv", encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.DictReader(stream))) >= 40
    run("week", team, "--from", "2026-11-30", "--days", 2, "--steps", 200, "--apply", "--json", out)
    search = json.loads(out.read_text())["search"]
    assert search["after"]["hard"] == 0, search
    assert search["after"]["medium"] <= search["before"]["medium"], search


@case
def read_only_folder(folder):
    team = make_sample(folder)
    if os.geteuid() == 0:
        return  # nothing is read-only for root
    folder.chmod(0o500)
    try:
        run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 50)
        run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 50, "--apply", status=3)
    finally:
        folder.chmod(0o700)


main()
