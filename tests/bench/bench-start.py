#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py PROGRAM EMPTY [ARG… | --five-years PLANNER]: start to a usable board, and memory, against an empty window.

Starts both in turns and compares medians; each is ready when dump-geometry reports a card. With --five-years the command line PLANNER makes a team
file with five years of visits first.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from figures import Figures  # noqa: E402
from window import Window, wait_until  # noqa: E402

STARTS = int(os.environ.get("GW_BENCH_STARTS", "20"))


def resident_mib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def start_once(command):
    """Returns (seconds until a card is there, MiB resident then)."""
    begin = time.monotonic()
    window = Window(command, expect_window=False)
    try:
        wait_until(lambda: window.geometry(kind="card"), "no card", 60, pause_s=0.01)
        taken = time.monotonic() - begin
        window.settle(0.5)
        return taken, resident_mib(window.pid)
    finally:
        window.close()


def make_five_years(planner):
    """A team file of 95,000 visits, in the private data folder that goes away."""
    path = os.path.join(os.environ["XDG_DATA_HOME"], "five-years.gw")
    subprocess.run([planner, "sample", path, "--seed", "7", "--weeks", "260"], check=True)
    return path


def main():
    program, empty, *arguments = sys.argv[1:]
    if arguments[:1] == ["--five-years"]:
        arguments = [make_five_years(arguments[1])]
    ours, theirs = [], []
    for turn in range(STARTS + 1):
        pair = start_once([empty]), start_once([program, *(arguments or ["--sample"])])
        if turn > 0:  # the first pair warms the disk cache
            theirs.append(pair[0])
            ours.append(pair[1])
    seconds = [statistics.median(t for t, _ in runs) for runs in (ours, theirs)]
    memory = [statistics.median(m for _, m in runs) for runs in (ours, theirs)]
    figures = Figures(f"Start and memory, median of {STARTS} interleaved starts")
    figures.add("an empty window, to its first frame", seconds[1], unit="s")
    figures.add("Good Week, to a usable board", seconds[0], unit="s")
    figures.add("ratio of the two", seconds[0] / seconds[1], 1.5)
    figures.add("an empty window, resident", memory[1], unit="MiB")
    figures.add("Good Week, resident", memory[0], unit="MiB")
    figures.add("ratio of the two", memory[0] / memory[1], 1.6)
    figures.done()


main()
