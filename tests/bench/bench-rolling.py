#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-rolling.py PLANNER: half a year, planned week after week by the command line.

Says what a week costs as weeks go by (processor time, memory), and whether what was planned before is
remembered: no colleague gets more than a fair share of lates and weekends, and the faces that people see
do not become more. Steps, not seconds, so that a busy machine says the same.
"""

import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

from figures import Figures

FIRST = "2026-11-30"
STEPS = "2000"
LINE = re.compile(r"visits +(\d+), to cover +(\d+), clashes +(\d+), new faces +(\d+)")


def run(planner, *args):
    """Returns what it says, its processor seconds and the most memory any child has had, in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([planner, *map(str, args)], check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, spent, after.ru_maxrss / 1024


def plan(planner, team, weeks):
    text, spent, memory = run(planner, "weeks", team, "--from", FIRST, "--weeks", weeks,
                              "--threads", 1, "--steps", STEPS)
    return [tuple(map(int, match)) for match in LINE.findall(text)], text, spent, memory


def main():
    planner = os.path.abspath(sys.argv[1])
    figures = Figures("Half a year, week after week")
    with tempfile.TemporaryDirectory() as folder:
        team = pathlib.Path(folder) / "team.gw"
        run(planner, "sample", team, "--seed", "7", "--anchor", "2026-11-22")
        run(planner, "generate", team, "--from", FIRST, "--days", "182")
        _, _, one, _ = plan(planner, team, 1)
        _, _, some, few_memory = plan(planner, team, 6)
        weeks, text, all_of_it, memory = plan(planner, team, 26)
    busy = [week for week in weeks if week[0] > 0]
    figures.add("weeks with visits", len(busy), 26, smaller_is_better=False)
    figures.add("clashes in all of them", sum(week[2] for week in weeks), 0)
    figures.add("processor time of a week, the last 20", (all_of_it - some) / 20, unit="s")
    # The weeks before are remembered, at most twelve of them: a week costs no more because it comes late.
    figures.add("the same, by the first six", (all_of_it - some) / 20 / max((some - one) / 5, 1e-3), 1.5)
    figures.add("memory after 26 weeks, by that after six", memory / few_memory, 1.25)
    early, late = busy[1:7], busy[-6:]
    uncovered = [sum(week[1] for week in some_weeks) / len(some_weeks) for some_weeks in (early, late)]
    faces = [sum(week[3] for week in some_weeks) / len(some_weeks) for some_weeks in (early, late)]
    # No limit: nobody's skills are renewed in the sample, and with them less can be covered.
    figures.add("to cover in a week, the first six", uncovered[0])
    figures.add("to cover in a week, the last six", uncovered[1])
    figures.add("new faces in a week, the last six", faces[1], faces[0] * 1.25 + 2)
    print(text.strip().splitlines()[-2])
    figures.done()


main()
