#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-solve.py PROGRAM SOURCE: problem files, written, solved and checked."""

import json
import pathlib
import signal
import subprocess
import sys
import time

from terminal import PROGRAM, case, main, make_problem, paste_repeat, run

SOURCE = pathlib.Path(sys.argv[2])


@case
def solve_and_check(folder):
    problem, plan = make_problem(folder), folder / "plan.json"
    run("solve", problem, "--steps", 800, "--threads", 1, "--out", plan)
    # The sample may hold a clash of its own; then so does the plan.
    status = 0 if json.loads(plan.read_text())["score"]["hard"] == 0 else 1
    verdict = json.loads(run("check", problem, plan, "--json", "-", status=status).stdout)
    assert verdict["wellformed"] and verdict["score"] == json.loads(plan.read_text())["score"]
    # All visits of one colleague at once: the verifier must see it.
    spoilt = json.loads(plan.read_text())
    placed = [entry for entry in spoilt["operations"] if entry]
    for entry in placed[1:]:
        entry.update(placed[0])
    plan.write_text(json.dumps(spoilt))
    assert "Broken: " in run("check", problem, plan, status=1).stdout
    run("check", problem, problem, status=3)
    run("solve", problem, "--warm", problem, status=3)
    answer = run("solve", "-", status=3, text='{"format":"good-week-problem","version":1,"days":7,'
                 '"shifts":[{"start":"x"}]}')
    assert "shifts[0].start" in answer.stderr, answer.stderr


@case
def the_problem_is_the_one_that_is_planned(folder):
    team, problem, warm = folder / "team.gw", folder / "problem.json", folder / "warm.json"
    again = folder / "again.json"
    # Days that are over are all planned, whenever this runs.
    run("sample", team, "--seed", 3, "--anchor", "2019-11-25")
    options = ["--seed", 4, "--threads", 1, "--steps", 300]
    week = ["week", team, "--from", "2019-12-02", *options, "--problem", problem,
            "--warm", warm, "--json", folder / "week.json"]
    for extra in ([], ["--keep-shifts"]):
        run(*week, *extra)
        planned = json.loads((folder / "week.json").read_text())["search"]
        answer = run("solve", problem, *options, "--warm", warm, "--out", again)
        assert paste_repeat(answer.stderr) == ["--warm", str(warm), "--threads", "1", "--seed",
                                               "4", "--repeat", "300/300"], answer.stderr
        score = json.loads(again.read_text())["score"]
        # What moved without need goes back in a week, which can only help wishes.
        assert [score["hard"], score["medium"]] == [planned["after"]["hard"],
                                                    planned["after"]["medium"]], (score, planned)
        assert score["soft"] >= planned["after"]["soft"], (score, planned)
        shifts = json.loads(problem.read_text())["shifts"]
        changing = [shift for shift in shifts if shift["may_change"]]
        assert all(shift["colleague"] is None for shift in changing), changing
        assert bool(changing) == (not extra), changing
    # What is covered and in nobody's way is held.
    run("week", team, "--from", "2019-12-02", *options, "--apply")
    run(*week, "--scope", "to-cover")
    held = [operation for operation in json.loads(problem.read_text())["operations"]
            if operation["pin_start"] is not None]
    assert held, problem.read_text()[:400]
    run("solve", problem, *options, "--warm", warm, "--out", again)
    before, after = (json.loads(path.read_text())["operations"] for path in (warm, again))
    for index, operation in enumerate(json.loads(problem.read_text())["operations"]):
        if operation["pin_start"] is not None:
            assert before[index] == after[index] == {"shift": operation["pin_shift"],
                                                     "start": operation["pin_start"]}, operation


# Two visits at the same time and one shift; the shift is the only one.
CLASH = {"format": "good-week-problem", "version": 1, "days": 7, "places": ["Rose"],
         "travel": [[[0]]], "colleagues": [{}], "persons": [{}, {}],
         "shifts": [{"day": 0, "start": 420, "end": 840, "colleague": 0}],
         "operations": [{"person": person, "place": 0, "duration": 30, "priority": 30,
                         "windows": [{"open": 450, "close": 455, "ideal": None}]}
                        for person in range(2)]}


@case
def what_cannot_be_is_told(folder):
    plan = folder / "plan.json"
    solve = ["solve", "-", "--steps", 50, "--out", plan]
    words = run(*solve, text=json.dumps(CLASH)).stderr
    left = json.loads(plan.read_text())["operations"].index(None)
    assert f"Operation {left} is not covered. Together these leave no place for it:" in words, words
    for line in (f"when operation {left} may start", f"operation {1 - left}, where it is"):
        assert f"\n  {line}\n" in words, words
    empty = {**CLASH, "shifts": []}
    words = run(*solve, text=json.dumps(empty)).stderr
    assert "Operation 1 is not covered: nobody has a shift" in words, words
    # The shift alone is longer than its colleague may work in a week.
    tired = {**CLASH, "colleagues": [{"week_minutes_max": 10}]}
    answer = run(*solve, text=json.dumps(tired), status=1)
    assert "Broken: " in answer.stderr, answer.stderr


@case
def members_that_mean_nothing_are_told(folder):
    solve = ["solve", "-", "--steps", 5, "--out", folder / "plan.json"]
    assert "means nothing" not in run(*solve, text=json.dumps(CLASH)).stderr
    typing = json.loads(json.dumps(CLASH))
    typing["operations"][1]["windows"][0]["ideale"] = 450
    words = run(*solve, text=json.dumps(typing)).stderr
    assert "“operations[1].windows[0].ideale” means nothing" in words, words
    # Whatever the program writes itself means something.
    problem = make_problem(folder)
    words = run("solve", problem, "--steps", 5, "--out", folder / "plan.json").stderr
    assert "means nothing" not in words, words


@case
def schemas_describe_the_files(folder):
    problem, plan = make_problem(folder), folder / "plan.json"
    run("solve", problem, "--steps", 50, "--out", plan)
    for name, path in (("problem", problem), ("plan", plan)):
        schema = json.loads((SOURCE / f"data/schemas/good-week-{name}.schema.json").read_text())
        faults = list(misfits(schema, json.loads(path.read_text()), schema, name))
        assert not faults, faults[:5]


def misfits(schema, value, root, where):
    """The part of JSON Schema that our schemas use, strict about members nobody described."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None),
             "integer": int}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, kinds[kind])
                          and not (kind == "integer" and isinstance(value, bool))
                          for kind in wanted):
        yield f"{where}: {value!r} is not {wanted}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{where}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is not one of {schema['enum']}"
    if isinstance(value, int) and not isinstance(value, bool):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            yield f"{where}: {value} is out of range"
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from misfits(schema.get("items", {}), item, root, f"{where}[{index}]")
    if isinstance(value, dict):
        for key in schema.get("required", []):
            if key not in value:
                yield f"{where}: {key} is missing"
        described = schema.get("properties", {})
        for key, item in value.items():
            if key not in described:
                yield f"{where}: {key} is not described"
            yield from misfits(described.get(key, {}), item, root, f"{where}.{key}")


@case
def names_are_written_as_they_are(folder):
    team, problem = folder / "team.gw", folder / "problem.json"
    (folder / "people.csv").write_text("Name\nمحمد عبد\n")
    (folder / "visits.csv").write_text(
        "Person,Date,Wished time,Minutes\nمحمد عبد,2026-11-30,08:00,30\n")
    run("import", team, "--people", folder / "people.csv", "--visits", folder / "visits.csv")
    run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", 5, "--problem", problem)
    names = [operation["name"] for operation in json.loads(problem.read_text())["operations"]]
    assert names == ["محمد"], names


@case
def interrupt_keeps_the_best(folder):
    problem, plan = make_problem(folder), folder / "plan.json"
    # So many steps take hours; an interrupt must end it with a plan.
    with subprocess.Popen([PROGRAM, "solve", str(problem), "--steps", "2000000000", "--out",
                           str(plan)], stderr=subprocess.PIPE, text=True) as search:
        # It is waiting for signals once it has read the problem and begun a second thread.
        tasks = pathlib.Path(f"/proc/{search.pid}/task")
        while search.poll() is None and len(list(tasks.iterdir())) < 2:
            time.sleep(0.02)
        search.send_signal(signal.SIGINT)
        words = search.communicate(timeout=60)[1]
    assert search.returncode == 0 and "Stopped" in words, (search.returncode, words)
    assert json.loads(plan.read_text())["format"] == "good-week-plan"


main()
