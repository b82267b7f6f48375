#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-plan.py PROGRAM SOURCE: plan, solve, check, sample, print and generate on temporary folders."""

import csv
import http.server
import json
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import threading
import time

from terminal import PROGRAM, case, main, make_sample, run

SOURCE = pathlib.Path(sys.argv[2])


def make_problem(folder, steps=50):
    """A team file of the sample and one day of it as a problem."""
    team, problem = make_sample(folder), folder / "problem.json"
    run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", steps, "--problem", problem)
    return problem


@case
def help_for_each(_folder):
    text = run("--help").stdout
    commands = [line.split()[0] for line in text.splitlines() if line.startswith("  ")]
    assert len(commands) >= 10, commands
    for command in commands:
        page = run(command, "--help").stdout
        assert "--help" in page and "Exit codes" in page, page
        assert run("help", command).stdout == page
    assert "0.1" in run("--version").stdout


@case
def wrong_words(folder):
    assert "--help" in run("fly", status=2).stderr
    run(status=2)
    run("week", status=2)
    run("week", "a", "b", "--from", "today", status=2)
    run("week", folder / "team.gw", "--nonsense", status=2)
    run("solve", "x", "--threads", 0, status=2)
    run("solve", "x", "--seconds", "nan", status=2)
    run("check", "x", status=2)


@case
def missing_and_damaged_files(folder):
    run("week", folder / "none.gw", "--from", "2026-11-30", status=3)
    broken = folder / "broken.gw"
    broken.write_bytes(b"not a team file" * 1000)
    before = broken.read_bytes()
    answer = run("week", broken, "--from", "2026-11-30", status=3)
    assert len(answer.stderr) > 20, answer.stderr
    assert broken.read_bytes() == before
    run("solve", folder / "none.json", status=3)


@case
def same_steps_same_plan(folder):
    team = make_sample(folder)
    options = ["week", team, "--from", "2026-11-30", "--days", 2, "--threads", 2, "--seed", 5,
               "--steps", 1500]
    one = json.loads(run(*options, "--json", "-").stdout)
    two = json.loads(run(*options, "--json", "-").stdout)
    assert one == two
    assert one["format"] == "good-week-week" and one["days"] == 2
    assert one["search"]["after"]["hard"] <= one["search"]["before"]["hard"]
    assert one["numbers"]["to_cover"] < one["numbers"]["colleague_visits"]
    for visit in one["visits"]:
        parts = [part is not None for part in visit["parts"]]
        assert all(parts) or not any(parts), visit


def paste_repeat(words):
    """The options after "For the same plan again:"."""
    return shlex.split(re.search(r"For the same plan again: (.*)", words).group(1))


@case
def what_is_printed_gives_the_same_plan(folder):
    team, out = make_sample(folder), folder / "week.json"
    for extra in (["--keep-shifts"], ["--scope", "to-cover"],
                  ["--scope", "to-cover", "--favour", "cheap", "--keep-shifts"]):
        words = run("week", team, "--from", "2026-11-30", "--days", 2, "--steps", 200, "--seed", 9,
                    *extra, "--json", out).stdout
        again = json.loads(run("week", team, *paste_repeat(words), "--json", "-").stdout)
        assert again == json.loads(out.read_text()), paste_repeat(words)


@case
def seconds_are_repeated_by_their_steps(folder):
    team, out, problem = make_sample(folder), folder / "week.json", folder / "problem.json"
    for scope, threads in (("everything", 2), ("to-cover", 1)):
        options = ["week", team, "--from", "2026-11-30", "--days", 1, "--threads", threads,
                   "--seed", 6, "--scope", scope, "--problem", problem]
        words = run(*options, "--seconds", 0.3, "--json", out).stdout
        first = json.loads(out.read_text())
        steps = first["search"]["repeat"]
        assert f" --threads {threads} --seed 6 --repeat {steps}\n" in words, words
        done = re.search(r"soft after (\d+)(?: of (\d+))? steps?\n", words)
        assert done and (done[2] is None or int(done[1]) < int(done[2])), words
        again = json.loads(run("week", team, *paste_repeat(words), "--json", "-").stdout)
        # How many steps the seconds were thought to be worth in all is not repeated, nor that time was
        # up just when the rest was to be planned anew.
        for plan in (first, again):
            del plan["search"]["steps_planned"], plan["search"]["repeat"]
        assert again == first, f"{again['search']} {first['search']}"
    run(*options, "--repeat", "300", status=2)
    run(*options, "--repeat", steps, "--steps", 5, status=2)
    run(*options, "--repeat", steps, "--seconds", 5, status=2)
    solve = ["solve", problem, "--threads", 2, "--seed", 8]
    first = run(*solve, "--seconds", 0.3)
    steps = re.search(r"--threads 2 --seed 8 --repeat (\S+)", first.stderr).group(1)
    assert run(*solve, "--repeat", steps).stdout == first.stdout


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


@case
def solve_and_check(folder):
    problem, plan = make_problem(folder), folder / "plan.json"
    run("solve", problem, "--steps", 800, "--threads", 1, "--out", plan)
    # The sample may hold a clash of its own; then so does the plan.
    status = 0 if json.loads(plan.read_text())["score"]["hard"] == 0 else 1
    verdict = json.loads(run("check", problem, plan, "--json", "-", status=status).stdout)
    assert verdict["wellformed"] and verdict["score"] == json.loads(plan.read_text())["score"]
    # All visits of one colleague at once: the verifier must see it.
    spoilt = json.loads(plan.read_text())
    placed = [entry for entry in spoilt["operations"] if entry]
    for entry in placed[1:]:
        entry.update(placed[0])
    plan.write_text(json.dumps(spoilt))
    assert "Broken: " in run("check", problem, plan, status=1).stdout
    run("check", problem, problem, status=3)
    run("solve", problem, "--warm", problem, status=3)
    answer = run("solve", "-", status=3, text='{"format":"good-week-problem","version":1,"days":7,'
                 '"shifts":[{"start":"x"}]}')
    assert "shifts[0].start" in answer.stderr, answer.stderr


@case
def the_problem_is_the_one_that_is_planned(folder):
    team, problem, warm = folder / "team.gw", folder / "problem.json", folder / "warm.json"
    again = folder / "again.json"
    # Days that are over are all planned, whenever this runs.
    run("sample", team, "--seed", 3, "--anchor", "2019-11-25")
    options = ["--seed", 4, "--threads", 1, "--steps", 300]
    week = ["week", team, "--from", "2019-12-02", *options, "--problem", problem,
            "--warm", warm, "--json", folder / "week.json"]
    for extra in ([], ["--keep-shifts"]):
        run(*week, *extra)
        planned = json.loads((folder / "week.json").read_text())["search"]
        answer = run("solve", problem, *options, "--warm", warm, "--out", again)
        assert paste_repeat(answer.stderr) == ["--warm", str(warm), "--threads", "1", "--seed",
                                               "4", "--repeat", "300/300"], answer.stderr
        score = json.loads(again.read_text())["score"]
        # What moved without need goes back in a week, which can only help wishes.
        assert [score["hard"], score["medium"]] == [planned["after"]["hard"],
                                                    planned["after"]["medium"]], (score, planned)
        assert score["soft"] >= planned["after"]["soft"], (score, planned)
        shifts = json.loads(problem.read_text())["shifts"]
        changing = [shift for shift in shifts if shift["may_change"]]
        assert all(shift["colleague"] is None for shift in changing), changing
        assert bool(changing) == (not extra), changing
    # What is covered and in nobody's way is held.
    run("week", team, "--from", "2019-12-02", *options, "--apply")
    run(*week, "--scope", "to-cover")
    held = [operation for operation in json.loads(problem.read_text())["operations"]
            if operation["pin_start"] is not None]
    assert held, problem.read_text()[:400]
    run("solve", problem, *options, "--warm", warm, "--out", again)
    before, after = (json.loads(path.read_text())["operations"] for path in (warm, again))
    for index, operation in enumerate(json.loads(problem.read_text())["operations"]):
        if operation["pin_start"] is not None:
            assert before[index] == after[index] == {"shift": operation["pin_shift"],
                                                     "start": operation["pin_start"]}, operation


# Two visits at the same time and one shift; the shift is the only one.
CLASH = {"format": "good-week-problem", "version": 1, "days": 7, "places": ["Rose"],
         "travel": [[[0]]], "colleagues": [{}], "persons": [{}, {}],
         "shifts": [{"day": 0, "start": 420, "end": 840, "colleague": 0}],
         "operations": [{"person": person, "place": 0, "duration": 30, "priority": 30,
                         "windows": [{"open": 450, "close": 455, "ideal": None}]}
                        for person in range(2)]}


@case
def what_cannot_be_is_told(folder):
    plan = folder / "plan.json"
    solve = ["solve", "-", "--steps", 50, "--out", plan]
    words = run(*solve, text=json.dumps(CLASH)).stderr
    left = json.loads(plan.read_text())["operations"].index(None)
    assert f"Operation {left} is not covered. Together these leave no place for it:" in words, words
    for line in (f"when operation {left} may start", f"operation {1 - left}, where it is"):
        assert f"\n  {line}\n" in words, words
    empty = {**CLASH, "shifts": []}
    words = run(*solve, text=json.dumps(empty)).stderr
    assert "Operation 1 is not covered: nobody has a shift" in words, words
    # The shift alone is longer than its colleague may work in a week.
    tired = {**CLASH, "colleagues": [{"week_minutes_max": 10}]}
    answer = run(*solve, text=json.dumps(tired), status=1)
    assert "Broken: " in answer.stderr, answer.stderr


@case
def members_that_mean_nothing_are_told(folder):
    solve = ["solve", "-", "--steps", 5, "--out", folder / "plan.json"]
    assert "means nothing" not in run(*solve, text=json.dumps(CLASH)).stderr
    typing = json.loads(json.dumps(CLASH))
    typing["operations"][1]["windows"][0]["ideale"] = 450
    words = run(*solve, text=json.dumps(typing)).stderr
    assert "“operations[1].windows[0].ideale” means nothing" in words, words
    # Whatever the program writes itself means something.
    problem = make_problem(folder)
    words = run("solve", problem, "--steps", 5, "--out", folder / "plan.json").stderr
    assert "means nothing" not in words, words


@case
def schemas_describe_the_files(folder):
    problem, plan = make_problem(folder), folder / "plan.json"
    run("solve", problem, "--steps", 50, "--out", plan)
    for name, path in (("problem", problem), ("plan", plan)):
        schema = json.loads((SOURCE / f"data/schemas/good-week-{name}.schema.json").read_text())
        faults = list(misfits(schema, json.loads(path.read_text()), schema, name))
        assert not faults, faults[:5]


def misfits(schema, value, root, where):
    """The part of JSON Schema that our schemas use, strict about members nobody described."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None),
             "integer": int}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, kinds[kind])
                          and not (kind == "integer" and isinstance(value, bool))
                          for kind in wanted):
        yield f"{where}: {value!r} is not {wanted}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{where}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is not one of {schema['enum']}"
    if isinstance(value, int) and not isinstance(value, bool):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            yield f"{where}: {value} is out of range"
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from misfits(schema.get("items", {}), item, root, f"{where}[{index}]")
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                yield f"{where}: {key} is missing"
        described = schema.get("properties", {})
        for key, item in value.items():
            if key not in described:
                yield f"{where}: {key} is not described"
            yield from misfits(described.get(key, {}), item, root, f"{where}.{key}")


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
def names_are_written_as_they_are(folder):
    team, problem = folder / "team.gw", folder / "problem.json"
    (folder / "people.csv").write_text("Name\nمحمد عبد\n")
    (folder / "visits.csv").write_text(
        "Person,Date,Wished time,Minutes\nمحمد عبد,2026-11-30,08:00,30\n")
    run("import", team, "--people", folder / "people.csv", "--visits", folder / "visits.csv")
    run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 5, "--problem", problem)
    names = [operation["name"] for operation in json.loads(problem.read_text())["operations"]]
    assert names == ["محمد"], names


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
def printed_sheet(folder):
    team = make_sample(folder)
    run("print", team, "--person", "Rose", "--from", "2026-11-23", "--out", folder / "rose.pdf")
    assert (folder / "rose.pdf").read_bytes().startswith(b"%PDF-")
    for name in ("people", "colleagues"):
        run("print", team, "--list", name, "--out", folder / f"{name}.pdf")
        assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF-")
    run("print", team, "--list", "visits", "--out", folder / "x.pdf", status=2)
    run("print", team, "--list", "people", "--person", "Rose", "--out", folder / "x.pdf", status=2)
    assert not (folder / "x.pdf").exists()
    run("print", team, "--person", "Zzyzx", "--out", folder / "x.pdf", status=2)
    run("print", team, "--person", "Rose", "--out", "/nowhere/at/all.pdf", status=4)


@case
def generate_never_doubles(folder):
    team = make_sample(folder)
    run("generate", team, "--from", "2027-02-01", "--days", 7)
    assert run("generate", team, "--from", "2027-02-01", "--days", 7).stdout.startswith("0 ")


@case
def history_in_sentences(folder):
    team = make_sample(folder)
    assert run("history", team, "--person", "Rose").stdout.count("\t") >= 2
    run("history", team, "--id", "nonsense", status=2)


@case
def interrupt_keeps_the_best(folder):
    problem, plan = make_problem(folder), folder / "plan.json"
    # So many steps take hours; an interrupt must end it with a plan.
    with subprocess.Popen([PROGRAM, "solve", str(problem), "--steps", "2000000000", "--out",
                           str(plan)], stderr=subprocess.PIPE, text=True) as search:
        # It is waiting for signals once it has read the problem and begun a second thread.
        tasks = pathlib.Path(f"/proc/{search.pid}/task")
        while search.poll() is None and len(list(tasks.iterdir())) < 2:
            time.sleep(0.02)
        search.send_signal(signal.SIGINT)
        words = search.communicate(timeout=60)[1]
    assert search.returncode == 0 and "Stopped" in words, (search.returncode, words)
    assert json.loads(plan.read_text())["format"] == "good-week-plan"


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
def whole_team_to_another_laptop(folder):
    team, file, other = make_sample(folder), folder / "team.gwteam", folder / "other.gw"
    run("export", team, "--team", "--out", file)
    run("receive", file, other)
    for name in (team, other):
        run("export", name, "--list", "visits", "--out", name.with_suffix(".csv"))
    assert team.with_suffix(".csv").read_bytes() == other.with_suffix(".csv").read_bytes()
    assert "already" in run("receive", file, other, status=4).stderr
    file.write_bytes(b"not a team" * 1000)
    run("receive", file, folder / "third.gw", status=3)
    assert not (folder / "third.gw").exists()


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
