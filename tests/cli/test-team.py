#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-team.py PROGRAM: team files: visits from patterns, sheets, history, another laptop."""

from terminal import case, main, make_sample, run


@case
def printed_sheet(folder):
    team = make_sample(folder)
    run("print", team, "--person", "Rose", "--from", "2026-11-23", "--out", folder / "rose.pdf")
    assert (folder / "rose.pdf").read_bytes().startswith(b"%PDF-")
    for name in ("people", "colleagues"):
        run("print", team, "--list", name, "--out", folder / f"{name}.pdf")
        assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF-")
    run("print", team, "--list", "visits", "--out", folder / "x.pdf", status=2)
    run("print", team, "--list", "people", "--person", "Rose", "--out", folder / "x.pdf", status=2)
    assert not (folder / "x.pdf").exists()
    run("print", team, "--person", "Zzyzx", "--out", folder / "x.pdf", status=2)
    run("print", team, "--person", "Rose", "--out", "/nowhere/at/all.pdf", status=4)


@case
def generate_never_doubles(folder):
    team = make_sample(folder)
    run("generate", team, "--from", "2027-02-01", "--days", 7)
    assert run("generate", team, "--from", "2027-02-01", "--days", 7).stdout.startswith("0 ")


@case
def history_in_sentences(folder):
    team = make_sample(folder)
    assert run("history", team, "--person", "Rose").stdout.count("\t") >= 2
    run("history", team, "--id", "nonsense", status=2)


@case
def whole_team_to_another_laptop(folder):
    team, file, other = make_sample(folder), folder / "team.gwteam", folder / "other.gw"
    run("export", team, "--team", "--out", file)
    run("receive", file, other)
    for name in (team, other):
        run("export", name, "--list", "visits", "--out", name.with_suffix(".csv"))
    assert team.with_suffix(".csv").read_bytes() == other.with_suffix(".csv").read_bytes()
    assert "already" in run("receive", file, other, status=4).stderr
    file.write_bytes(b"not a team" * 1000)
    run("receive", file, folder / "third.gw", status=3)
    assert not (folder / "third.gw").exists()


main()
