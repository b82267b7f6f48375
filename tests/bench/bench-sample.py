#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-sample.py PLANNER KIND SECONDS LIMIT SEED…: weeks of the sample, as the program plans them.

KIND is one-team, neighbourhood or stress; SEED makes the sample. Three short searches are compared with a
long one: what stays uncovered by priority, and the soft penalty, which may be LIMIT per cent more. So that a
busy machine says the same, seconds are steps here, about as many as two threads make on an idle machine of
two cores, and the long search is a tenth of what it should be; with GW_BENCH_FULL they are seconds, and the
long search takes ten minutes. The search was tuned on the sample of seed 1.
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

from figures import Figures

ANCHOR, FIRST = "2026-11-20", "2026-11-23"
TEN_MINUTES = 600
STEPS_A_SECOND = {"one-team": 60000, "neighbourhood": 60000, "stress": 45000}
SEEDS = (1, 2, 3)
IS_FULL = "GW_BENCH_FULL" in os.environ


def search(planner, team, kind, seconds, seed):
    """Returns the medium and soft penalty of the plan."""
    budget = ("--seconds", seconds) if IS_FULL else ("--steps", int(seconds * STEPS_A_SECOND[kind]))
    out = team.with_suffix(f".{seed}.json")
    done = subprocess.run([planner, "week", team, "--from", FIRST, "--seed", str(seed), "--threads", "2",
                           "--json", out, *map(str, budget)], capture_output=True, check=False)
    # 1: the plan keeps all rules it can keep, but something clashes that stood there before.
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    after = json.loads(out.read_text(encoding="utf-8"))["search"]["after"]
    return after["medium"], after["soft"]


def main():
    planner, kind = os.path.abspath(sys.argv[1]), sys.argv[2]
    seconds, limit = float(sys.argv[3]), float(sys.argv[4])
    long = TEN_MINUTES if IS_FULL else TEN_MINUTES / 10
    figures = Figures(f"A week of the sample ({kind}), two threads, {seconds:.0f} s by {max(long, 2 * seconds):.0f} s")
    with tempfile.TemporaryDirectory() as folder:
        for sample in sys.argv[5:]:
            team = pathlib.Path(folder) / f"{sample}.gw"
            subprocess.run([planner, "sample", team, "--kind", kind, "--seed", sample, "--anchor", ANCHOR,
                            "--weeks", "4"], check=True, capture_output=True)
            short = [search(planner, team, kind, seconds, seed) for seed in SEEDS]
            medium, soft = search(planner, team, kind, max(long, 2 * seconds), 9)
            figures.add(f"sample {sample}: unplaced priority", sum(one[0] for one in short) / len(short), medium)
            figures.add(f"sample {sample}: soft penalty by that of the long one, %",
                        100 * sum(one[1] for one in short) / len(short) / soft, 100 + limit)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    figures.add("most memory", memory, 300 if kind == "stress" else None, "MB")
    figures.done()


main()
