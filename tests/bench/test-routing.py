#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-routing.py BENCH: the benchmark of routes misses what it must, with a made-up program.

What is made up is called as good-week-plan would be; its gaps and faults come from the environment.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

BENCH = sys.argv[1]
SVG = "{http://www.w3.org/2000/svg}"

PROGRAM = """#!/bin/sh
for word; do
  case $word in
    --csv=*) table=${word#*=} ;;
    --trace=*) trace=${word#*=} ;;
    --seeds=*) seeds=$(echo ${word#*=} | tr , ' ') ;;
  esac
done
echo heading > "$table"
echo heading > "$trace"
for seed in $seeds; do
  test "$MADE_ROWS" = none && break
  echo "vrptw,R1_2_4.txt,$seed,2,1,100,99,$MADE_GAP$seed,$MADE_ANSWER,10" >> "$table"
  for moment in 0.5,0,110,9 0.8,0,100,$MADE_GAP$seed; do
    echo "vrptw,R1_2_4.txt,$seed,2,$moment" >> "$trace"
  done
done
"""


def bench(folder, **settings):
    program = folder / "program"
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o700)
    settings = {"MADE_GAP": "0.000", "MADE_ANSWER": "yes", "MADE_ROWS": "all",
                "GW_BENCH_DATA": str(folder), "GW_BENCH_ONLY": "R1_2_4", **settings}
    return subprocess.run([BENCH, str(program)], env={**os.environ, **settings}, text=True,
                          capture_output=True, timeout=60, check=False)


def met(folder):
    done = bench(folder)
    assert done.returncode == 0 and "met" in done.stdout and "0 missed" in done.stdout, done


def missed(folder):
    for settings in ({"MADE_GAP": "1."}, {"MADE_ANSWER": "no"}, {"MADE_ROWS": "none"},
                     {"MADE_GAP": ",yes,1,"}):
        done = bench(folder, **settings)
        assert done.returncode == 1 and "MISSED" in done.stdout, (settings, done)


def unknown_figure(folder):
    done = bench(folder, GW_BENCH_ONLY="nonsense")
    assert done.returncode == 2 and "R1_2_4" in done.stderr, done


def spread_is_drawn(folder):
    done = bench(folder, GW_BENCH_FULL="1", GW_BENCH_PLOTS=str(folder), MADE_GAP="-0.1")
    assert "(seeds -0.150 to -0.110)" in done.stdout, done
    root = xml.etree.ElementTree.parse(folder / "R1_2_4.svg").getroot()
    words = [text.text for text in root.iter(f"{SVG}text")]
    for word in ("HGS-VRPTW", "PyVRP", "Good Week, at the end", "−0.1", "0"):
        assert word in words, (word, words)
    assert sum(word == "Good Week, on the way" for word in words) == 1, words
    assert any("5 seeds" in word for word in words), words
    bars = [path for path in root.iter(f"{SVG}path") if path.get("class") == "bar"]
    assert len(bars) == 2 * 3, bars


def main():
    cases = [met, missed, unknown_figure, spread_is_drawn]
    failed = 0
    print(f"1..{len(cases)}")
    for number, case in enumerate(cases, 1):
        with tempfile.TemporaryDirectory(prefix="gw-routing-") as name:
            try:
                case(pathlib.Path(name))
                print(f"ok {number} - {case.__name__}")
            except (AssertionError, OSError, subprocess.SubprocessError) as why:
                failed += 1
                print(f"# {why}".replace("\n", "\n# "))
                print(f"not ok {number} - {case.__name__}")
    sys.exit(1 if failed else 0)


main()
