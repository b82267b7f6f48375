#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bench.py PROGRAM: bench and bench-check on small instances written by hand."""

import json

from terminal import case, main, run

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

# Patient 3 needs services 1 and 3, the second of them 10 to 20 later.
CARE = """nbNodes
5
nbVehi
2
nbServi
3
r
1 1 1
1 0 0
0 1 0
1 0 1
1 1 1
DS
4
a
1 1 0
1 0 1
x
0 3 0 6 0
y
0 4 5 8 0
d
0 5 5 10 0
5 0 3.162278 5 5
5 3.162278 0 6.708204 5
10 5 6.708204 0 10
0 5 5 10 0
p
0 0 0
0 0 0
10 10 10
10 10 10
10.5 10.5 10.5
10.5 10.5 10.5
15 15 15
15 15 15
0 0 0
0 0 0
mind
0 0 0 10 0
maxd
0 0 0 20 0
e
0 0 20 30 0
l
600 40 60 70 600
"""

TOWN = {
    "distances": [[0, 7, 5, 9], [8, 0, 4, 6], [5, 4, 0, 3], [9, 6, 3, 0]],
    "departing_points": [{"id": "d0"}, {"id": "d1"}],
    "services": [{"id": "s0", "default_duration": 30}, {"id": "s1", "default_duration": 20}],
    "caregivers": [
        {"id": "c0", "abilities": ["s0", "s1"], "starting_point_id": "d1",
         "distance_matrix_index": 1, "working_shift": [30, 270]},
        {"id": "c1", "abilities": ["s1"], "starting_point_id": "d0",
         "distance_matrix_index": 0, "working_shift": [0, 240]},
        {"id": "c2", "abilities": ["s0"], "starting_point_id": "d0", "distance_matrix_index": 0,
         "working_shift": [0, 240]},
    ],
    "patients": [
        {"id": "p0", "time_window": [60, 90], "distance_matrix_index": 2,
         "required_caregivers": [{"service": "s0"}, {"service": "s1", "duration": 45}],
         "synchronization": {"type": "simultaneous"}, "incompatible_caregivers": ["c2"]},
        {"id": "p1", "time_window": [0, 120], "distance_matrix_index": 3,
         "required_caregivers": [{"service": "s1", "duration": 15},
                                 {"service": "s0", "duration": 20}],
         "synchronization": {"type": "sequential", "distance": [15, 45]}},
    ],
}


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
def best_known_of_a_family(folder):
    inside = folder / "small"
    inside.mkdir()
    care = write(inside, "care.txt", CARE)
    write(folder, "small-best-known.csv", 'instance,cost,source\ncare,10,"somebody, checked"\n')
    table = folder / "table.csv"
    run("bench", "hhcrsp", care, *STEPS, "--csv", table)
    row = read_table(table)[1][0]
    assert float(row["best_known"]) == 10, row
    assert abs(float(row["gap_percent"]) - (float(row["cost"]) / 10 - 1) * 100) < 0.01, row


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
    files = [("vrptw", write(folder, "line3.txt", LINE.format(vans=2)), "sol"),
             ("hhcrsp", write(folder, "care.txt", CARE), "sol"),
             ("hhcrsp-json", write(folder, "town.json", json.dumps(TOWN)), "json")]
    for family, path, ending in files:
        run("bench", family, path, *STEPS, "--seeds", 7, "--solutions", folder / "routes")
        solution = folder / "routes" / f"{path.stem}.seed7.{ending}"
        words = run("bench-check", family, path, solution).stdout
        assert "Cost" in words and "Feasible" in words, words


@case
def best_routes_are_kept(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    known = write(folder, "best-known.csv", "instance,cost\nline3,240\n")
    best = folder / "best" / "line3.sol"
    run("bench", "vrptw", line, *STEPS, "--keep-best", best.parent)
    assert not best.exists()
    known.write_text("instance,cost\nline3,250\n")
    words = run("bench", "vrptw", line, *STEPS, "--keep-best", best.parent).stdout
    assert "New best" in words and "Cost 240" in best.read_text(), words
    words = run("bench", "vrptw", line, *STEPS, "--keep-best", best.parent).stdout
    assert "New best" not in words, words
    best.write_text("Route #1: 1\nRoute #2: 2 3\nCost 1\n")
    run("bench", "vrptw", line, *STEPS, "--keep-best", best.parent)
    run("bench-check", "vrptw", line, best, status=1)


@case
def shifts_bind_when_asked(folder):
    late = json.loads(json.dumps(TOWN))
    late["patients"][1]["time_window"] = [250, 300]
    path = write(folder, "late.json", json.dumps(late))
    words = run("bench", "hhcrsp-json", path, *STEPS).stdout
    assert "feasible" in words and "end of shifts" in words, words
    run("bench", "hhcrsp-json", path, *STEPS, "--hard-shifts", status=1)


@case
def same_steps_same_routes(folder):
    town = write(folder, "town.json", json.dumps(TOWN))
    texts = []
    for name in ("one", "two"):
        run("bench", "hhcrsp-json", town, *STEPS, "--threads", 2, "--solutions", folder / name)
        texts.append((folder / name / "town.seed1.json").read_text())
    assert texts[0] == texts[1]


@case
def course_of_the_cost(folder):
    care = write(folder, "care.txt", CARE)
    trace = folder / "trace.csv"
    run("bench", "hhcrsp", care, *STEPS, "--trace", trace)
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


main()
