# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of the first week: a team is started from its lists, and one person corrected."""

import glob
import os
import subprocess

from desk import choose_file, menu, scroll_to
from journey import expect, wait_until
from team_file import MONDAY
from window import centre

TELEPHONE = "01632 960983"
KEY_SAFE = "7294"


def bring_lists(it):
    """What a team has: lists from its old spreadsheets."""
    subprocess.run([it.planner, "sample", it.journey.path("other.gw"), "--seed", "7",
                    "--csv", it.lists], check=True, capture_output=True)
    expect(sorted(os.path.basename(path) for path in glob.glob(it.lists + "/*.csv")) ==
           ["colleagues.csv", "people.csv", "regular-visits.csv", "shifts.csv", "travel.csv",
            "visits.csv"],
           "lists are missing")


def start_team(it, window):
    window.click(window.wait_for_geometry(kind="row", name="Start a team from your lists"))
    window.wait_for_geometry(name="What is the team called?")
    window.wait_for_keyboard()
    window.type("Canal Side")
    window.key("Tab")
    window.type(it.author)
    window.press("Start")
    it.file.path = wait_until(
        lambda: glob.glob(os.environ["XDG_DATA_HOME"] + "/good-week/*.gw"), "no team file")[0]
    window.wait_for_geometry(kind="window", name="Import")


def import_list(it, window, name, report):
    """From file to report; the map is found from the headings."""
    if not window.geometry(kind="window", name="Import"):
        menu(window, "Import lists")
    window.click_button("Choose a file…")
    choose_file(window, "Choose a list", f"{it.lists}/{name}.csv")
    window.click_button("Next")
    window.wait_for_geometry(name="What the columns are")
    window.click_button("Import")
    window.wait_for_geometry(name="The list is in", timeout_s=30)
    expect(window.geometry(kind="label", name=report), f"the report does not say “{report}”")
    shows_week = bool(window.geometry(kind="button", name="Show that week"))
    window.click_button("Show that week" if shows_week else "Close")
    wait_until(lambda: not window.geometry(kind="window", name="Import"), "it stays open")
    return shows_week


def import_lists(it, window):
    """In the order in which they refer to each other."""
    for name, table, rows, extra in (("colleagues", "colleague", 12, 1),
                                     ("people", "person", 18, 0), ("shifts", "shift", 54, 0),
                                     ("visits", "visit", 363, 0),
                                     ("travel", "travel_override", 3, 0)):
        shows_week = import_list(it, window, name, f"{rows} new")
        expect(shows_week == (name in ("shifts", "visits")), f"{name}: another week?")
        if shows_week:
            window.wait_for_geometry(kind="button", name=f"Mon {MONDAY.day}")
            window.click_button("Before")
        expect(it.file.count(table) == rows + extra, f"{it.file.count(table)} of {table}")


def import_again(it, window):
    before = it.file.week()
    import_list(it, window, "visits", "0 new, 0 changed, 363 as before")
    expect(it.file.count("visit") == 363 and it.file.week() == before, "importing again changed it")


def correct_person(it, window):
    window.key("alt+2")
    window.click(window.wait_for_geometry(name="Rose Tanner"))
    label = window.wait_for_geometry(kind="label", name="Telephone")
    window.click((label["x"] + label["width"] + 150, centre(label)[1]))
    window.type(TELEPHONE)
    window.click_button("Save")
    wait_until(lambda: it.file.one("SELECT phone FROM person WHERE last_name = 'Tanner'") ==
               TELEPHONE, "the telephone is not in the file")
    window.wait_for_geometry(kind="label", name="Rose Tanner is saved")


def look_at_history(it, window):
    history = window.wait_for_geometry(kind="button", name="History")
    window.click(history)
    window.wait_for_geometry(kind="label", name=TELEPHONE)
    expect(window.geometry(kind="label", name=it.author), "nobody is said to have done it")
    window.click(history)


def keep_key_safe(it, window):
    scroll_to(window, "Change…")
    window.click_button("Change…")
    window.type(KEY_SAFE)
    window.click_button("Save")
    wait_until(lambda: it.file.one("SELECT key_safe FROM person WHERE last_name = 'Tanner'") ==
               KEY_SAFE, "the key safe is not in the file")
    wait_until(lambda: any(item["name"] == "Change…" for item in window.geometry()),
               "the key safe is still open")
    expect(not window.geometry(name=KEY_SAFE), "the key safe can be read over the shoulder")
