#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-rolling.py PLANNER: half a year, planned week after week by the command line.

Says what a week costs as weeks go by (processor time, memory), and what it is worth that weeks remember the
ones before them: half a year is planned twice, the second time with nothing remembered, and the lists of
who worked when and who went to whom are compared. Steps, not seconds, so that a busy machine says the same.
"""

import collections
import csv
import datetime
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from figures import Figures

FIRST = "2026-11-30"
WEEKS = 26
STEPS = 2000
# With fewer, what the search overlooks hides what it would rather do.
STEPS_TO_COMPARE = 10000
LINE = re.compile(r"visits +(\d+), to cover +(\d+), clashes +(\d+), new faces +(\d+)")


def run(planner, *args):
    """Returns what it says, its processor seconds and the most memory any child has had, in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([planner, *map(str, args)], check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, spent, after.ru_maxrss / 1024


def plan(planner, team, weeks, *more, steps=STEPS):
    text, spent, memory = run(planner, "weeks", team, "--from", FIRST, "--weeks", weeks,
                              "--threads", 1, "--steps", steps, *more)
    return [tuple(map(int, match)) for match in LINE.findall(text)], text, spent, memory


def make_team(planner, team):
    run(planner, "sample", team, "--seed", "7", "--anchor", "2026-11-22")
    run(planner, "generate", team, "--from", FIRST, "--days", 7 * WEEKS)


def deal_anew(team):
    """Nobody has the lates and weekends of the half year yet, which in the sample a pattern has dealt
    evenly; and skills do not run out, since with time they alone would say who can work when."""
    first = (datetime.date.fromisoformat(FIRST) - datetime.date(2000, 1, 1)).days
    with sqlite3.connect(team) as store:
        store.execute("UPDATE shift SET colleague = NULL WHERE day >= ?1 AND "
                      "(start >= 14 * 60 OR (day - ?1) % 7 >= 5)", (first,))
        store.execute("UPDATE competence SET expires = NULL")
    store.close()


# --- what came of it ------------------------------------------------------------------------------

def read_list(planner, team, kind, *days):
    out = team.with_suffix(f".{kind}.csv")
    run(planner, "export", team, "--list", kind, *days, "--out", out)
    with open(out, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def week_of(day):
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(FIRST)).days // 7


def measure_unfairness(shifts, contracts, wishes):
    """As the planner counts it, of any twelve weeks, on average: the squares of what each colleague has
    beyond a share by contract hours; who likes lates may have more of them."""
    everybody = sum(contracts.values())
    sums = [0, 0]
    for end in range(12, WEEKS + 1):
        lates, weekends = collections.Counter(), collections.defaultdict(set)
        all_lates = saturdays = 0
        for shift in shifts:
            week, is_late = week_of(shift["day"]), shift["start"] >= "14:00"
            weekday = datetime.date.fromisoformat(shift["day"]).weekday()
            if not end - 12 <= week < end:
                continue
            all_lates += is_late
            saturdays += weekday == 5
            lates[shift["colleague"]] += is_late
            if weekday >= 5:
                weekends[shift["colleague"]].add(week)
        for name, contract in contracts.items():
            more = lates[name] - all_lates * contract / everybody
            sums[0] += max(more, 0) ** 2 if "lates" not in wishes[name] else 0
            more = len(weekends[name]) - saturdays * contract / everybody
            sums[1] += max(more, 0) ** 2
    return [amount / (WEEKS - 11) for amount in sums]


def count_new_faces(visits):
    """Colleagues a week who have not been to the person in the 28 days before the week; of all weeks but
    the first four, before which the sample has a life of its own."""
    weeks = collections.defaultdict(set)
    for visit in visits:
        for colleague in filter(None, (name.strip() for name in visit["colleagues"].split(";"))):
            weeks[week_of(visit["day"])].add((visit["person"], colleague))
    new = [len(weeks[week] - weeks[week - 1] - weeks[week - 2] - weeks[week - 3] - weeks[week - 4])
           for week in range(4, WEEKS)]
    return sum(new) / len(new)


def compare(planner, team, figures):
    """The half year once as it should be, and once with nothing remembered."""
    found = {}
    deal_anew(team)
    for name, options in (("remembered", ()), ("forgotten", ("--forget",))):
        copy = shutil.copy(team, team.with_name(name + ".gw"))
        plan(planner, copy, WEEKS, "--apply", *options, steps=STEPS_TO_COMPARE)
        colleagues = read_list(planner, copy, "colleagues")
        names = [f"{row['first_name']} {row['last_name']}" for row in colleagues]
        days = ("--from", FIRST, "--days", 7 * WEEKS)
        found[name] = measure_unfairness(
            read_list(planner, copy, "shifts", *days),
            dict(zip(names, (float(row["contract"] or 35) for row in colleagues))),
            dict(zip(names, (row["shift_wishes"] for row in colleagues))))
        found[name].append(count_new_faces(read_list(planner, copy, "visits", *days)))
    remembered, forgotten = found["remembered"], found["forgotten"]
    for index, what in enumerate(("lates beyond a fair share, squared",
                                  "weekends beyond a fair share, squared",
                                  "new faces in a week")):
        figures.add(what, remembered[index])
        figures.add("the same, with nothing remembered", forgotten[index])
    # The weights are the planner's.
    unfair = [50 * one[0] + 100 * one[1] for one in (remembered, forgotten)]
    figures.add("unfairness, remembered by forgotten", unfair[0] / max(unfair[1], 1), 0.9)
    figures.add("new faces, remembered by forgotten", remembered[2] / max(forgotten[2], 0.01), 0.5)


def main():
    planner = os.path.abspath(sys.argv[1])
    figures = Figures("Half a year, week after week")
    with tempfile.TemporaryDirectory() as folder:
        team = pathlib.Path(folder) / "team.gw"
        make_team(planner, team)
        _, _, one, _ = plan(planner, team, 1)
        _, _, some, few_memory = plan(planner, team, 6)
        weeks, text, all_of_it, memory = plan(planner, team, WEEKS)
        busy = [week for week in weeks if week[0] > 0]
        figures.add("weeks with visits", len(busy), WEEKS, smaller_is_better=False)
        figures.add("clashes in all of them", sum(week[2] for week in weeks), 0)
        figures.add("processor time of a week, the last 20", (all_of_it - some) / 20, unit="s")
        # The weeks before are remembered, at most twelve of them: a week costs no more because it comes late.
        figures.add("the same, by the first six", (all_of_it - some) / 20 / max((some - one) / 5, 1e-3), 1.5)
        figures.add("memory after 26 weeks, by that after six", memory / few_memory, 1.25)
        uncovered = [sum(week[1] for week in part) / 6 for part in (busy[1:7], busy[-6:])]
        # No limit: nobody's skills are renewed in the sample, and with them less can be covered.
        figures.add("to cover in a week, the first six", uncovered[0])
        figures.add("to cover in a week, the last six", uncovered[1])
        print(text.strip().splitlines()[-2])
        compare(planner, team, figures)
    figures.done()


main()
