#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-loop.py PROGRAM WATCH PLANNER: which of our callbacks keep the main thread for 8 ms or more.

WATCH is preloaded into PROGRAM, which is taken on a tour over a team with a year of visits. For each long turn of its main loop the processor time is
given to the outermost function of ours; what the toolkit does by itself is nobody's, and making a page, or taking it down, is told apart.
"""

import bisect
import collections
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from figures import Figures  # noqa: E402
from window import Window  # noqa: E402

LIMIT_MS = 8
# They hand on to the toolkit's own work, or run the loop; "_init" stands before the calls of libraries.
TRANSPARENT = re.compile(r"main|_start|_init|gw_window_size_allocate|gw_board_snapshot|gw_board_size_allocate")
# A page is made once, and everything is taken down at the end.
BUILDING = re.compile(r"_init$|_class_init$|^make_page$|_new$|_present(_for)?$|^on_closed$|_dispose$")


class Program:
    """Names for addresses."""

    def __init__(self, path, base):
        lines = subprocess.run(["nm", path], capture_output=True, text=True, check=True).stdout
        symbols = sorted((int(a, 16), name) for a, kind, name in
                         (line.split() for line in lines.splitlines() if line.count(" ") == 2)
                         if kind in "tT")
        self.base = base
        self.starts = [start for start, _ in symbols]
        self.names = [name for _, name in symbols]
        self.end = self.starts[-1] + 100000

    def name(self, address):
        offset = address - self.base
        if not self.starts[0] <= offset < self.end:
            return None
        return self.names[bisect.bisect(self.starts, offset) - 1]


def tour(window):
    """What a Monday morning touches."""
    window.wait_for_geometry(kind="card", timeout_s=60)
    window.settle(1)
    for key in ("alt+Right", "alt+Left", "ctrl+2", "ctrl+1", "Tab", "Down", "Down", "Right"):
        window.key(key)
        window.settle(0.4)
    card = window.geometry(kind="card")[0]
    window.click(card)
    window.settle(0.5)
    window.key("ctrl+2")
    for _ in range(3):
        window.wheel(4)
    for keys in (("alt+2",), ("Tab", "Tab", "Return"), ("alt+3",), ("alt+1",), ("ctrl+k",)):
        window.key(*keys)
        window.settle(0.8)
    window.type("rose")
    window.settle(0.8)
    window.key("Escape")
    window.key("ctrl+1")
    window.settle(1)


def read_report(path, program_path):
    """Yields for each long turn its milliseconds and {function: (milliseconds, is building)}."""
    program, turn = None, None
    for line in pathlib.Path(path).read_text(encoding="ascii").splitlines():
        word, *rest = line.split()
        if word == "map":
            program = Program(program_path, int(rest[0].split("-")[0], 16))
        elif word == "turn":
            if turn:
                yield turn
            turn = (int(rest[0]) / 1000, collections.Counter(), set())
        else:
            ours = [name for name in map(program.name, (int(a, 16) for a in reversed(rest))) if name]
            own = [name for name in ours if not TRANSPARENT.fullmatch(name)]
            if own:
                turn[1][own[0]] += int(word) / 1000
                if any(BUILDING.search(name) for name in own):
                    turn[2].add(own[0])
    if turn:
        yield turn


def main():
    program, watch, planner = sys.argv[1:4]
    team = os.path.join(os.environ["XDG_DATA_HOME"], "year.gw")
    subprocess.run([planner, "sample", team, "--seed", "7", "--weeks", "52"], check=True)
    report = os.path.join(os.environ["XDG_RUNTIME_DIR"], "loop.txt")
    with Window([program, team], env={"LD_PRELOAD": watch, "GW_LOOP_WATCH": report}) as window:
        tour(window)
    longest, building = collections.Counter(), set()
    for _, ours, built in read_report(report, program):
        for name, ms in ours.items():
            longest[name] = max(longest[name], ms)
            building |= {name} & built
    figures = Figures("Callbacks of ours on the main thread, processor time, on a tour of the program")
    worst = 0
    for name, ms in longest.most_common(12):
        if name in building:
            figures.add(f"{name}, making or taking down a page", ms, unit="ms")
        elif ms >= LIMIT_MS / 2:
            figures.add(name, ms, LIMIT_MS, "ms")
        worst = max(worst, ms if name not in building else 0)
    figures.add("the longest, making and taking down aside", worst, LIMIT_MS, "ms")
    figures.done()


main()
