#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-repeat.py PROGRAM: the same plan again, from what an earlier run printed."""

import json
import re

from terminal import case, main, make_sample, paste_repeat, run


@case
def same_steps_same_plan(folder):
    team = make_sample(folder)
    options = ["week", team, "--from", "2026-11-30", "--days", 2, "--threads", 2, "--seed", 5,
               "--steps", 1500]
    one = json.loads(run(*options, "--json", "-").stdout)
    two = json.loads(run(*options, "--json", "-").stdout)
    assert one == two
    assert one["format"] == "good-week-week" and one["days"] == 2
    assert one["search"]["after"]["hard"] <= one["search"]["before"]["hard"]
    assert one["numbers"]["to_cover"] < one["numbers"]["colleague_visits"]
    for visit in one["visits"]:
        parts = [part is not None for part in visit["parts"]]
        assert all(parts) or not any(parts), visit


@case
def what_is_printed_gives_the_same_plan(folder):
    team, out = make_sample(folder), folder / "week.json"
    for extra in (["--keep-shifts"], ["--scope", "to-cover"],
                  ["--scope", "to-cover", "--favour", "cheap", "--keep-shifts"]):
        words = run("week", team, "--from", "2026-11-30", "--days", 2, "--steps", 200, "--seed", 9,
                    *extra, "--json", out).stdout
        again = json.loads(run("week", team, *paste_repeat(words), "--json", "-").stdout)
        assert again == json.loads(out.read_text()), paste_repeat(words)


@case
def seconds_are_repeated_by_their_steps(folder):
    team, out, problem = make_sample(folder), folder / "week.json", folder / "problem.json"
    for scope, threads in (("everything", 2), ("to-cover", 1)):
        options = ["week", team, "--from", "2026-11-30", "--days", 1, "--threads", threads,
                   "--seed", 6, "--scope", scope, "--problem", problem]
        words = run(*options, "--seconds", 0.3, "--json", out).stdout
        first = json.loads(out.read_text())
        steps = first["search"]["repeat"]
        assert f" --threads {threads} --seed 6 --repeat {steps}\n" in words, words
        done = re.search(r"soft after (\d+)(?: of (\d+))? steps?\n", words)
        assert done and (done[2] is None or int(done[1]) < int(done[2])), words
        again = json.loads(run("week", team, *paste_repeat(words), "--json", "-").stdout)
        # How many steps the seconds were thought to be worth in all is not repeated, nor that time was
        # up just when the rest was to be planned anew.
        for plan in (first, again):
            del plan["search"]["steps_planned"], plan["search"]["repeat"]
        assert again == first, f"{again['search']} {first['search']}"
    run(*options, "--repeat", "300", status=2)
    run(*options, "--repeat", steps, "--steps", 5, status=2)
    run(*options, "--repeat", steps, "--seconds", 5, status=2)
    solve = ["solve", problem, "--threads", 2, "--seed", 8]
    first = run(*solve, "--seconds", 0.3)
    steps = re.search(r"--threads 2 --seed 8 --repeat (\S+)", first.stderr).group(1)
    assert run(*solve, "--repeat", steps).stdout == first.stdout


main()
