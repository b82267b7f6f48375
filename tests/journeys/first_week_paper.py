# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of the first week: what is printed tells who comes, and no secret."""

import os
import subprocess

from desk import choose_file, choose_name
from first_week_lists import KEY_SAFE, TELEPHONE
from journey import expect, wait_until
from team_file import WEEK

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def save_sheet(it, window, name):
    """The sheet that the dialog shows, as text."""
    path = it.journey.path(name)
    window.press("Save as P")
    choose_file(window, "Save as PDF", path)
    wait_until(lambda: os.path.exists(path) and b"%%EOF" in open(path, "rb").read()[-32:],
               "no PDF")
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    expect("A4" in info and "Tagged:" in info, info)
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True,
                          capture_output=True, text=True).stdout


def print_fridge_sheet(it, window):
    # The sheet is about the days that the board shows.
    window.key("ctrl+1")
    window.wait_for_geometry(kind="cell")
    window.key("ctrl+p")
    window.wait_for_geometry(kind="window", name="Print sheets")
    choose_name(window, "Rose Tanner")
    text = save_sheet(it, window, "fridge.pdf")
    address, access, key_safe = it.file.ask(
        "SELECT address, access, key_safe FROM person WHERE last_name = 'Tanner'")[0]
    expect("Rose" in text and all(day in text for day in WEEKDAYS), text)
    visits = it.file.one("SELECT count(*) FROM visit v JOIN person p ON p.id = v.person WHERE "
                         "p.last_name = 'Tanner' AND v.day BETWEEN ? AND ?", *WEEK)
    expect(visits > 7 and "No visit on this day" not in text, text)
    for name, in it.file.ask("SELECT DISTINCT c.first_name FROM colleague c JOIN "
                             "visit__colleagues m ON m.member = c.id JOIN visit v ON "
                             "v.id = m.owner JOIN person p ON p.id = v.person WHERE "
                             "p.last_name = 'Tanner'"):
        expect(name in text, f"the fridge sheet does not say that {name} comes")
    for secret in (address.split("\n")[0], access, KEY_SAFE, key_safe, TELEPHONE):
        expect(secret not in text, f"the fridge sheet says “{secret}”")


def print_run(it, window):
    window.click(window.wait_for_geometry(kind="row", name="Sheet", window="Print sheets"))
    window.wait_for_geometry(name="List of colleagues")
    window.key("Down", "Return")
    window.wait_until_gone(name="List of colleagues")
    first = it.file.ask("SELECT c.first_name, c.last_name FROM colleague c JOIN visit__colleagues "
                        "m ON m.member = c.id GROUP BY c.id ORDER BY count(*) DESC")[0]
    choose_name(window, " ".join(first))
    text = save_sheet(it, window, "run.pdf")
    expect(first[0] in text and sum(day in text for day in WEEKDAYS) > 2, text)
    expect(KEY_SAFE not in text, "the run says how to get in")
