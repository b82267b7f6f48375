#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey-bad-days.py PROGRAM PLANNER: damaged files, two programs, a power cut, no network, odd names.

PLANNER is the command line, good-week-plan. Nothing is lost, each trouble has a sentence, and the
program says nothing on its error output.
"""

import csv
import os
import shutil
import subprocess
import sys
import time

from journey import Journey, Window, ask, expect, wait_until

PROGRAM, PLANNER = sys.argv[1:3]
WEEK_DAY = "2026-11-23"
N_MANY = 60_000
NAMES = ["A" * 200, "שרה כהן", "محمد علي", "👩🏽‍🦽 🎂", "é̀̂̃" * 30, "<b>Bold</b> &amp;", "%s%n %d",
         "DROP TABLE person --", "..", "日本 太郎"]


def plan(*arguments):
    return subprocess.run([PLANNER, *arguments], capture_output=True, text=True, check=False,
                          timeout=60)


class QuietWindow(Window):
    """The program with its error output in a file, so that a warning is a failure."""

    log = None

    def __init__(self, path, **options):
        super().__init__(["/bin/sh", "-c", 'exec "$0" "$1" 2>>"$2"', PROGRAM, path, self.log],
                         **options)


def complaints():
    with open(QuietWindow.log, encoding="utf-8", errors="replace") as log:
        return log.read()


def says(window, sentence):
    return lambda: window.wait_for_geometry(name=sentence, timeout_s=20)


# Files ------------------------------------------------------------------------------------------


def damaged(journey, good):
    path = journey.path("damaged.gw")
    shutil.copy(good, path)
    os.mkdir(journey.path("damaged.gw-backups"))
    shutil.copy(good, journey.path("damaged.gw-backups/20261120T081000.000Z.gw-backup"))
    with open(path, "r+b") as file:
        file.write(b"no longer a team file")
    with QuietWindow(path) as window:
        journey.step("a damaged file is told, and its backup offered",
                     says(window, "Bring a backup back?"))
        journey.step("the backup comes back", lambda: window.click_button("Bring back"))
        journey.step("and opens", says(window, "Saved"))
    journey.step("it is whole", lambda: expect(
        ask(path, "SELECT count(*) FROM person") == ask(good, "SELECT count(*) FROM person"),
        "people are missing"))
    journey.step("the damaged file is kept", lambda: expect(
        any(holds_damage(journey.path(name)) for name in os.listdir(journey.folder.name)),
        "it is gone"))


def holds_damage(path):
    if not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(21) == b"no longer a team file"


def not_team_files(journey, good):
    newer = journey.path("newer.gw")
    shutil.copy(good, newer)
    subprocess.run(["sqlite3", newer, "PRAGMA user_version=999"], check=False)
    pipe = journey.path("pipe.gw")
    os.mkfifo(pipe)
    for path, sentence in ((journey.folder.name, "not a team file"), (pipe, "not a team file"),
                           (newer, "newer version"), (journey.path("none.gw"), "not there")):
        with QuietWindow(path) as window:
            journey.step(f"{os.path.basename(path)} is refused in words", says(window, sentence))


# A second program -----------------------------------------------------------------------------------


def two_programs(journey, path):
    with QuietWindow(path) as window:
        journey.step("the team is open", says(window, "Saved"))
        journey.step("another program may look", lambda: expect(
            plan("week", path, "--from", WEEK_DAY, "--days", "1", "--steps", "50").returncode == 0,
            "looking is refused"))
        link = journey.path("link.gw")
        os.symlink(path, link)
        for name in (path, link):
            refused = plan("week", name, "--from", WEEK_DAY, "--days", "1", "--steps", "50",
                           "--apply")
            journey.step(f"{os.path.basename(name)} is not written to, in words", lambda refused=refused: expect(
                refused.returncode != 0 and "another Good Week" in refused.stderr, refused.stderr))


# A power cut ------------------------------------------------------------------------------------------


def n_people(path):
    return ask(path, "SELECT count(*) FROM person WHERE deleted = 0")[0][0]


def power_cut(journey, path):
    before = n_people(path)
    many = journey.path("many.csv")
    with open(many, "w", encoding="utf-8") as file:
        file.write("First name,Last name\n")
        file.writelines(f"Person{i},Number{i}\n" for i in range(N_MANY))
    journey.step("a power cut in the middle of an import", lambda: cut_import(path, many, before))
    got = n_people(path)
    with QuietWindow(path) as window:
        journey.step("the unfinished act is told", says(window, "was interrupted last time"))
        journey.step("what was imported is there", lambda: expect(n_people(path) == got, "lost"))
        journey.step("taking it back", lambda: window.click_button("Take it back"))
        journey.step("leaves what was there before",
                     lambda: wait_until(lambda: n_people(path) == before, "not all is back", 60))
        window.settle()
        window.kill()
    with QuietWindow(path) as window:
        journey.step("the team opens after a second cut", says(window, "Saved"))
    journey.step("the file is whole", lambda: expect(
        ask(path, "PRAGMA integrity_check") == [("ok",)], "damaged"))


def cut_import(path, many, before):
    with subprocess.Popen([PLANNER, "import", path, "--people", many], stderr=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL) as running:
        wait_until(lambda: n_people(path) > before + 500, "nothing is imported", 30, 0.01)
        running.kill()
    expect(n_people(path) < before + N_MANY, "it was over before the cut")


# Odd names ------------------------------------------------------------------------------------------


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def make_odd_team(journey):
    path = journey.path("odd שלום <b>&%s 🙂.gw")
    team = "<b>T&T</b> %s 🙂 שלום"
    people = write_rows(journey.path("people.csv"),
                        [["Name", "Team", "Address"]] +
                        [[name, team, "<i>1</i> & Street"] for name in NAMES])
    colleagues = write_rows(journey.path("colleagues.csv"),
                            [["Name", "Team", "Role", "Contract hours"]] +
                            [[name, team, "wellbeing-worker", "35"] for name in NAMES])
    visits = write_rows(journey.path("visits.csv"),
                        [["Person", "Date", "Minutes", "Wished time", "Purpose"]] +
                        [[name, WEEK_DAY, "900" if name == ".." else "45", "09:00", "<b>a & b</b>"]
                         for name in NAMES])
    done = plan("import", path, "--people", people, "--colleagues", colleagues,
                "--visits", visits)
    expect(done.returncode == 0, done.stderr)
    return path


def odd_names(journey):
    path = journey.step("odd names are imported", lambda: make_odd_team(journey))
    if path is None:
        return
    journey.step("each is somebody", lambda: expect(n_people(path) == len(NAMES), n_people(path)))
    with QuietWindow(path) as window:
        journey.step("who is it?", says(window, "Who is using this laptop?"))
        row = journey.step("an odd name can be chosen",
                           lambda: window.wait_for_geometry(kind="row", name="<b>Bold</b>"))
        journey.step("it is chosen", lambda: window.click(row))
        for key, what in (("alt+1", "rota"), ("alt+2", "people"), ("alt+3", "team")):
            window.key(key)
            window.all_geometry()
            journey.step(f"odd names in the place {what}", lambda: expect(
                window.process.poll() is None, "it ended"))
        journey.step("closing", lambda: expect(window.close() == 0, "it ended badly"))


# The network -------------------------------------------------------------------------------------


def no_network(journey, path):
    """A travel time service is set, and nobody answers there: the board works all the same."""
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
        file.write("[org/goodweek/GoodWeek]\ntravel-service-url='http://127.0.0.1:9'\n")
    with QuietWindow(path, env={"GSETTINGS_BACKEND": "keyfile"}) as window:
        journey.step("without a network the team opens", says(window, "Saved"))
        if window.geometry(name="Who is using this laptop?"):
            window.click(window.wait_for_geometry(kind="row", name="Amina Mirza"))
        journey.step("that nobody answers is told", says(window, "cannot be reached"))
        journey.step("the numbers are there", says(window, "to cover"))
        journey.step("it closes at once", lambda: expect(window.close() == 0, "it ended badly"))


def main():
    with Journey("bad-days") as journey:
        QuietWindow.log = journey.path("errors.log")
        good = journey.path("good.gw")
        journey.step("the sample", lambda: expect(
            plan("sample", good, "--seed", "7").returncode == 0, "no sample"))
        started = time.monotonic()
        damaged(journey, good)
        not_team_files(journey, good)
        two_programs(journey, good)
        power_cut(journey, good)
        odd_names(journey)
        no_network(journey, good)
        print(f"# {time.monotonic() - started:.0f} s", flush=True)
        journey.step("nothing on the error output", lambda: expect(not complaints(), complaints()))


main()
