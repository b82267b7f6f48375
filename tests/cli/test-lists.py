#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-lists.py PROGRAM: lists into a team file and out again, as somebody in a terminal does it."""

import collections
import csv

from terminal import case, main, run

PEOPLE = "Name,Address,Lat,Long,Declined\nRose Tanner,14 Damson Close,52.166,-2.58,\n" \
         "Ali Rahman,2 Wharf Terrace,52.17,-2.59,Dev\n"
COLLEAGUES = "Name,Contract hours,Skills,Mode\nMarta Zielińska,35,Medication (31/1/2099),car\n" \
             "Dev Rathod,28,,bike\n"
VISITS = "Person,Date,Start,Minutes,Skills,Colleague\nRose,24/11/2026,08:00,30,Medication,Marta\n" \
         "Rose,24/11/2026,25:00,30,,\nAli,24/11/2026,09:00,45,,\n"
SHEET = "Name\tMon\tTue\tWed\nMarta\tE\t7-14\tA/L\nDev\tQQ\tL\tOFF\n"


def begin(folder):
    for name, text in (("people", PEOPLE), ("colleagues", COLLEAGUES), ("visits", VISITS)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return run("import", folder / "t.gw", "--people", folder / "people.csv", "--colleagues",
               folder / "colleagues.csv", "--visits", folder / "visits.csv", status=1)


@case
def bad_rows_are_told(folder):
    result = begin(folder)
    assert "Line 3, Start: “25:00” is not a time." in result.stderr, result.stderr
    assert "Visits: 3 rows: 2 new, 0 changed, 0 as before. 1 row was left out." in result.stdout


@case
def again_changes_nothing(folder):
    begin(folder)
    result = begin(folder)
    assert "Visits: 3 rows: 0 new, 0 changed, 2 as before." in result.stdout, result.stdout
    assert "People we support: 2 rows: 0 new, 0 changed, 2 as before." in result.stdout


@case
def out_and_in_again(folder):
    begin(folder)
    run("export", folder / "t.gw", "--list", "visits", "--out", folder / "out.csv")
    text = (folder / "out.csv").read_text(encoding="utf-8-sig")
    assert "Rose Tanner" in text and "Marta Zielińska" in text and "key_safe" not in text
    result = run("import", folder / "t.gw", "--visits", folder / "out.csv")
    assert "Visits: 2 rows: 0 new, 0 changed, 2 as before." in result.stdout, result.stdout


@case
def a_rota_sheet(folder):
    begin(folder)
    (folder / "sheet.tsv").write_text(SHEET, encoding="utf-8")
    result = run("sheet", folder / "t.gw", folder / "sheet.tsv", "--week", "2026-11-25", status=1)
    assert "Nobody has said yet what “QQ” means." in result.stderr, result.stderr
    result = run("sheet", folder / "t.gw", folder / "sheet.tsv", "--week", "2026-11-25", "--code",
                 "QQ=10-17")
    assert "Shifts: 5 rows: 1 new, 0 changed, 4 as before." in result.stdout, result.stdout
    run("export", folder / "t.gw", "--calendar", "Marta", "--out", folder / "m.ics")
    text = (folder / "m.ics").read_text(encoding="utf-8")
    assert text.count("SUMMARY:Shift") == 2 and text.count("SUMMARY:Away") == 1
    assert "Rose" not in text and "Damson" not in text


@case
def what_is_no_list(folder):
    begin(folder)
    (folder / "empty.csv").write_text("", encoding="utf-8")
    (folder / "zip.csv").write_bytes(b"PK\x03\x04\0\0\0\0")
    for name, words in (("empty", "empty"), ("zip", "zero byte"), ("people", "which column")):
        result = run("import", folder / "t.gw", "--visits", folder / f"{name}.csv", status=3)
        assert "Visits: " in result.stderr and words in result.stderr, result.stderr
    for days in (0, 3661):
        answer = run("export", folder / "t.gw", "--list", "visits", "--days", days, "--out", "-",
                     status=2)
        assert "from 1 to 3660" in answer.stderr, answer
    words = run("export", folder / "t.gw", "--list", "secrets", "--out", "-", status=2).stderr
    assert "people" in words and "regular-visits" in words and "key_safe" not in words, words
    run("sheet", folder / "t.gw", folder / "people.csv", status=3)


@case
def nothing_is_made_of_nothing(folder):
    (folder / "empty.csv").write_text("", encoding="utf-8")
    (folder / "people.csv").write_text("Name\nRose Tanner\n", encoding="utf-8")
    team = folder / "new.gw"
    kept = sorted(folder.iterdir())
    words = run("import", team, status=2).stderr
    assert "--people" in words, words
    for wrong in (["import", team, "--people", folder / "empty.csv"],
                  ["import", team, "--people", folder / "none.csv"],
                  ["import", team, "--people", folder / "empty.csv", "--team", "North"],
                  ["sheet", team, folder / "people.csv"]):
        words = run(*wrong, status=3).stderr
        assert "was not made" in words, words
        assert sorted(folder.iterdir()) == kept, sorted(folder.iterdir())
    # What was there stays.
    run("import", team, "--people", folder / "people.csv")
    run("import", team, "--people", folder / "empty.csv", status=3)
    run("export", team, "--list", "people", "--out", folder / "out.csv")
    assert "Rose" in (folder / "out.csv").read_text(encoding="utf-8-sig")


@case
def which_file_is_not_there(folder):
    words = run("export", folder / "nobody.gw", "--list", "people", "--out", folder / "out.csv",
                status=3).stderr
    assert f"{folder / 'nobody.gw'}: The file is not there." in words, words


@case
def regular_visits_out_and_in(folder):
    run("sample", folder / "t.gw", "--seed", 3, "--anchor", "2026-11-23")
    run("export", folder / "t.gw", "--list", "regular-visits", "--out", folder / "out.csv")
    assert len((folder / "out.csv").read_text(encoding="utf-8-sig").splitlines()) > 40


@case
def the_lists_of_the_sample(folder):
    """What the README does: the lists of a team, and the weeks after them from what is regular."""
    run("sample", folder / "sample.gw", "--seed", 3, "--anchor", "2026-11-23", "--csv", folder)
    lists = ["import", folder / "t.gw"]
    for name in ("people", "colleagues", "visits", "shifts", "regular-visits", "travel"):
        lists += [f"--{name}", folder / f"{name}.csv"]
    first = run(*lists).stdout
    regular = next(line for line in first.splitlines() if line.startswith("Regular visits: "))
    n_rows = len((folder / "regular-visits.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert n_rows > 40 and f"{n_rows} rows: {n_rows} new" in regular, regular
    assert " 0 new, 0 changed" in run(*lists).stdout.splitlines()[0]
    # The list of visits is of the week from the 30th; the regular ones go on behind it.
    known = visits(folder)
    assert max(known) == "2026-12-06", max(known)
    run("generate", folder / "t.gw", "--from", "2026-11-30", "--days", 14)
    after = visits(folder)
    for day in known:
        assert after[day] == known[day], (day, after[day], known[day])
    assert max(after) == "2026-12-13" and after["2026-12-08"] > 30, after


def visits(folder):
    """How many visits each day has."""
    out = folder / "out.csv"
    run("export", folder / "t.gw", "--list", "visits", "--out", out)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return collections.Counter(row["day"] for row in csv.DictReader(stream))


main()
