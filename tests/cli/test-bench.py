#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bench.py PROGRAM: bench and bench-check on small instances written by hand."""

import csv
import json

from instances import CARE, COLUMNS, LINE, STEPS, TOWN, write
from terminal import case, main, run


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
def odd_lists_are_told(folder):
    line, table = write(folder, "line3.txt", LINE.format(vans=2)), folder / "table.csv"
    for rows, word, known in (("line3,abc", "no number above 0", ""),
                              ("line3,0", "no number above 0", ""),
                              ("line3,250\nline3,240\nline3,245", "two costs", "240.000"),
                              ("line3,250\nline3,", "", "250.000"),
                              ("other,240", "does not know", "")):
        known_path = write(folder, "known.csv", f"instance,cost\n{rows}\n")
        words = run("bench", "vrptw", line, *STEPS, "--best-known", known_path, "--csv",
                    table).stderr
        assert word in words and (word or not words), (rows, words)
        assert read_table(table)[1][0]["best_known"] == known, rows


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
    words = run("bench-check", "vrptw", line, best, status=1).stdout
    assert "do not cost what the file says" in words and "Not feasible" not in words, words


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
def seconds_are_repeated(folder):
    town = write(folder, "town.json", json.dumps(TOWN))
    words = run("bench", "hhcrsp-json", town, "--seconds", 0.2, "--seeds", 3, "--solutions",
                folder / "one").stdout
    options = next(line for line in words.splitlines() if "--repeat" in line).split("again: ")[1]
    again = run("bench", "hhcrsp-json", town, *options.split(), "--solutions", folder / "two").stdout
    assert options in again, (words, again)
    texts = [(folder / name / "town.seed3.json").read_text() for name in ("one", "two")]
    assert texts[0] == texts[1], options


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
        assert word in words, words
        assert ("Not feasible" in words) == (word != "200"), words
    run("bench-check", "vrptw", line, write(folder, "a.sol", "Route #1: 1\nRoute #2: 3 2\nCost 240\n"))


@case
def options_that_mean_nothing(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    twin = folder / "twin"
    twin.mkdir()
    write(twin, "line3.txt", LINE.format(vans=2))
    for words, word in ((["--seeds="], "--seeds"), (["--seeds", "1,,2"], "--seeds"),
                        (["--seeds", "1,1"], "--seeds"), (["--seeds", "-1"], "--seeds"),
                        (["--seeds", 2 ** 64], str(2 ** 64 - 1)), (["--steps", 0], "--steps"),
                        (["--steps", -1], "--steps"), (["--steps", 10 ** 13], "1000000000000"),
                        (["--steps", 10, "--seconds", 3], "not both"),
                        (["--repeat", "5"], "--repeat"), (["--seconds", 0], "--seconds"),
                        (["--repeat", f"{10 ** 13}/5"], "1000000000000"),
                        (["--repeat", f"5/{10 ** 13}"], "1000000000000"),
                        (["--repeat", f"5/5@{10 ** 13}:5"], "1000000000000"),
                        (["--threads", 2 ** 40], "1–64"), (["--steps", 10 ** 30], "1–1000000000000"),
                        (["--seconds", "1e400"], "86400"), (["--steps", "1e5"], "1–1000000000000"),
                        ([*STEPS, "--repeat", "5/5"], "--repeat"),
                        (["--repeat", "5/5,5/5"], "week"),
                        (["--seconds", "nan"], "--seconds"), (["--seconds=-1e308"], "--seconds"),
                        (["--threads", 65], "--threads"), (["--hard-shifts"], "hhcrsp-json")):
        answer = run("bench", "vrptw", line, *words, status=2)
        assert word in answer.stderr and answer.stdout == "", (words, answer)
    run("bench-check", "vrptw", line, line, "--hard-shifts", status=2)
    run("bench", "vrptw", line, twin / "line3.txt", *STEPS, "--solutions", folder, status=2)
    run("bench", "vrptw", line, twin / "line3.txt", *STEPS)


@case
def long_seeds_are_told_whole(folder):
    line, table = write(folder, "line,3.txt", LINE.format(vans=2)), folder / "table.csv"
    seeds = f"{2 ** 32 + 1},{2 ** 64 - 1}"
    words = run("bench", "vrptw", line, *STEPS, "--seeds", seeds, "--csv", table).stdout
    for seed in seeds.split(","):
        assert f"seed {seed}:" in words, words
    with open(table, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["seed"] for row in rows] == seeds.split(","), rows
    assert rows[0]["instance"] == "line,3.txt" and rows[0]["feasible"] == "yes", rows
    many = ",".join(map(str, range(1, 1003)))
    words = run("bench", "vrptw", line, "--steps", 1, "--threads", 1, "--seeds", many).stdout
    assert "seed 1002:" in words, words[-200:]


@case
def all_files_are_read_first(folder):
    line, table = write(folder, "line3.txt", LINE.format(vans=2)), folder / "table.csv"
    table.write_text("old", encoding="utf-8")
    answer = run("bench", "vrptw", line, folder / "none.txt", line, *STEPS, "--csv", table,
                 status=3)
    assert answer.stdout == "" and table.read_text(encoding="utf-8") == "old", answer


@case
def no_answer_has_its_own_name(folder):
    rows = "".join(f"    {i}      10   10      9     0   400    0\n" for i in range(4, 40))
    line = write(folder, "line3.txt", LINE.format(vans=1) + rows)
    words = run("bench", "vrptw", line, *STEPS, "--solutions", folder / "routes", status=1).stdout
    assert [path.name for path in (folder / "routes").iterdir()] == ["line3.seed1.no-answer.sol"]
    named = words.count("Not served: “")
    left = int(words.split("\nand ")[1].split(" more")[0])
    assert f"{named + left} of 39 visits not served" in words, words


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
