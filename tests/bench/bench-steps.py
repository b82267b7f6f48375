#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-steps.py PLANNER: steps a second of processor time on the published home-care instances, as they grow.

The same for weeks, with evaluations: bench-week growth. Reads GW_BENCH_DATA.
"""

import os
import pathlib
import resource
import subprocess
import sys

SIZES = ("25", "50", "75", "100", "200", "300")
STEPS = 4000


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    planner = os.path.abspath(sys.argv[1])
    folder = pathlib.Path(os.environ.get("GW_BENCH_DATA", ".")) / "hhcrsp" / "mankowska"
    print(f"\nA second of processor time, one thread, {STEPS} steps\n{'instance':<16} {'steps':>10}")
    for size in SIZES:
        files = sorted(folder.glob(f"*_{size}_1.txt"))
        if not files:
            print(f"{size + '_1':<16} {'not here':>10}")
            continue
        before = spent()
        subprocess.run([planner, "bench", "hhcrsp", str(files[0]), "--threads", "1",
                        "--steps", str(STEPS)], check=True, stdout=subprocess.DEVNULL)
        print(f"{size + '_1':<16} {STEPS / (spent() - before):>10.0f}", flush=True)


main()
