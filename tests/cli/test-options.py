#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-options.py PROGRAM: words, files and numbers that commands take, and what they say of others."""

import re

from terminal import case, main, run


@case
def help_for_each(_folder):
    text = run("--help").stdout
    commands = [line.split()[0] for line in text.splitlines() if line.startswith("  ")]
    assert len(commands) >= 10, commands
    for command in commands:
        page = run(command, "--help").stdout
        assert "--help" in page and "Exit codes" in page, page
        assert run("help", command).stdout == page
    assert "0.1" in run("--version").stdout


@case
def wrong_words(folder):
    assert "--help" in run("fly", status=2).stderr
    run(status=2)
    run("week", status=2)
    run("week", "a", "b", "--from", "today", status=2)
    run("week", folder / "team.gw", "--nonsense", status=2)
    run("solve", "x", "--threads", 0, status=2)
    run("solve", "x", "--seconds", "nan", status=2)
    run("check", "x", status=2)


@case
def missing_and_damaged_files(folder):
    run("week", folder / "none.gw", "--from", "2026-11-30", status=3)
    broken = folder / "broken.gw"
    broken.write_bytes(b"not a team file" * 1000)
    before = broken.read_bytes()
    answer = run("week", broken, "--from", "2026-11-30", status=3)
    assert len(answer.stderr) > 20, answer.stderr
    assert broken.read_bytes() == before
    run("solve", folder / "none.json", status=3)


DAY = ["--from", "2026-11-30"]
# What a command needs beside a file that is not there; its options are looked at before that.
NEEDED = {"week": DAY, "weeks": DAY, "generate": DAY, "solve": [], "bench": ["vrptw"],
          "export": ["--list", "visits"], "print": [*DAY, "--person", "Rose"]}


def list_limits(command):
    """Pairs of an option with numbers and the greatest that its help names."""
    page = run(command, "--help").stdout
    found = re.findall(r"--([a-z]+)=\w+ .*?(?:\(\d+–|up to )(\d+)\b(?! digits)", page)
    return [(f"--{option}", int(most)) for option, most in found]


@case
def limits_are_those_of_the_help(folder):
    seen = set()
    for command, needed in NEEDED.items():
        limits = list_limits(command)
        assert limits, command
        for option, most in limits:
            words = [command, *needed, folder / "none", option]
            if command in ("export", "print"):
                words[1:1] = ["--out", folder / "out"]
            run(*words, most, status=3)
            answer = run(*words, most + 1, status=2)
            assert option in answer.stderr and f"{most}." in answer.stderr, answer.stderr
        seen.update(limits)
    assert {("--days", 84), ("--weeks", 52), ("--seconds", 86400), ("--threads", 64),
            ("--steps", 10**12)} <= seen, seen
    for option, most in list_limits("sample"):
        assert f"{most}." in run("sample", folder / "x.gw", option, most + 1, status=2).stderr
    # What --repeat takes is said where it is wrong.
    answer = run("solve", folder / "none", "--repeat", "wrong", status=2)
    most = re.search(r"up to (\d+)\.", answer.stderr).group(1)
    run("solve", folder / "none", "--repeat", f"{most}/{most}", status=3)
    run("solve", folder / "none", "--repeat", f"{int(most) + 1}/{most}", status=2)


main()
