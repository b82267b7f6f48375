#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bench.py PROGRAM: bench and bench-check on small instances written by hand."""

import pathlib
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
CASES = []
COLUMNS = "family,instance,seed,threads,seconds,cost,best_known,gap_percent,feasible,iterations"
STEPS = ["--steps", 300]

# Three customers at 30, 60 and 90 to the right of the depot; a van holds two of them. One van for
# the two far ones and one for the near one: 180 + 60.
LINE = """line3

VEHICLE
NUMBER     CAPACITY
  {vans}          25

CUSTOMER
CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME

    0      10   10      0     0   400    0
    1      40   10     10    20   300   10
    2      70   10     10     0   300   10
    3     100   10     10    50   300   10
"""


def case(function):
    CASES.append(function)
    return function


def run(*arguments, status=0):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                          timeout=120, check=False)
    assert done.returncode == status, (
        f"{arguments} ended with {done.returncode}, not {status}\n{done.stdout}{done.stderr}")
    return done


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read_table(path):
    heading, *rows = path.read_text(encoding="utf-8").splitlines()
    return heading, [dict(zip(heading.split(","), row.split(","))) for row in rows]


@case
def table_with_the_best_known(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    write(folder, "best-known.csv", "instance,distance_dimacs,proven\nline3,240,yes\n")
    table = folder / "table.csv"
    words = run("bench", "vrptw", line, *STEPS, "--seeds", "1,2", "--csv", table).stdout
    heading, rows = read_table(table)
    assert heading == COLUMNS, heading
    assert [row["seed"] for row in rows] == ["1", "2"]
    for row in rows:
        assert row["family"] == "vrptw" and row["instance"] == "line3.txt", row
        assert float(row["cost"]) == 240 and float(row["best_known"]) == 240, row
        assert float(row["gap_percent"]) == 0 and row["feasible"] == "yes", row
        assert int(row["iterations"]) > 0 and row["threads"] == "2", row
    assert "line3" in words and "240" in words, words


@case
def no_answer_is_told(folder):
    line = write(folder, "line3.txt", LINE.format(vans=1))
    table = folder / "table.csv"
    words = run("bench", "vrptw", line, *STEPS, "--csv", table, status=1).stdout
    _heading, rows = read_table(table)
    assert rows[0]["feasible"] == "no" and rows[0]["cost"] == "", rows
    assert "1 of 3 visits" in words, words


@case
def written_routes_are_good(folder):
    files = [("vrptw", write(folder, "line3.txt", LINE.format(vans=2)), "sol")]
    for family, path, ending in files:
        run("bench", family, path, *STEPS, "--seeds", 7, "--solutions", folder / "routes")
        solution = folder / "routes" / f"{path.stem}.seed7.{ending}"
        words = run("bench-check", family, path, solution).stdout
        assert "Cost" in words and "Feasible" in words, words


@case
def same_steps_same_routes(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    texts = []
    for name in ("one", "two"):
        run("bench", "vrptw", line, *STEPS, "--threads", 2, "--solutions", folder / name)
        texts.append((folder / name / "line3.seed1.sol").read_text())
    assert texts[0] == texts[1]


@case
def course_of_the_cost(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    trace = folder / "trace.csv"
    run("bench", "vrptw", line, *STEPS, "--trace", trace)
    heading, rows = read_table(trace)
    assert heading == "family,instance,seed,threads,seconds,unserved,cost,gap_percent", heading
    costs = [float(row["cost"]) for row in rows if row["unserved"] == "0"]
    assert costs and costs == sorted(costs, reverse=True), rows


@case
def faults_are_named(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    for text, word in (("Route #1: 1 2 3\n", "capacity"), ("Route #1: 1 2\n", "Not served"),
                       ("Route #1: 1\nRoute #2: 2\nRoute #3: 3\n", "fleet"),
                       ("Route #1: 1\nRoute #2: 2 3\nCost 200\n", "200")):
        words = run("bench-check", "vrptw", line, write(folder, "a.sol", text), status=1).stdout
        assert word in words and "Not feasible" in words, words
    run("bench-check", "vrptw", line, write(folder, "a.sol", "Route #1: 1\nRoute #2: 3 2\nCost 240\n"))


@case
def wrong_words_and_files(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    run("bench", "vrptw", status=2)
    run("bench", "tsp", line, status=2)
    run("bench", "vrptw", line, "--seeds", "one", status=2)
    run("bench", "vrptw", line, "--threads", 0, status=2)
    run("bench", "vrptw", line, *STEPS, "--best-known", folder / "none.csv", status=3)
    run("bench", "vrptw", folder / "none.txt", status=3)
    answer = run("bench", "hhcrsp", line, status=3).stderr
    assert "Line 1" in answer and "nbNodes" in answer, answer
    run("bench", "vrptw", line, *STEPS, "--csv", folder / "no" / "table.csv", status=4)
    run("bench-check", "vrptw", line, status=2)
    run("bench-check", "vrptw", line, write(folder, "a.sol", "Route one: 1\n"), status=3)


def main():
    failed = 0
    print(f"1..{len(CASES)}")
    for number, function in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as name:
            try:
                function(pathlib.Path(name))
                print(f"ok {number} - {function.__name__}")
            except (AssertionError, IndexError, KeyError, OSError, ValueError,
                    subprocess.SubprocessError) as why:
                failed += 1
                for line in f"{type(why).__name__}: {why}".splitlines():
                    print(f"# {line}")
                print(f"not ok {number} - {function.__name__}")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
