#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey-board.py PROGRAM: a row opens while it moves; a shift is opened and given back; a band."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from journey import Journey, Window, expect, wait_until
from window import centre

PROGRAM = sys.argv[1]


def find_monday(window):
    """A colleague's Monday with a shift, in the week that is shown."""
    return next((cell for cell in window.geometry(kind="cell")
                 if ", Mon " in cell["name"] and "–" in cell["name"]), None)


def open_shifts(window):
    return [shift for shift in window.geometry(kind="shift")
            if shift["name"].startswith("Open shift, Mon ")]


def who(cell):
    return cell["name"].split(",")[0]


def head_of(window, item):
    """The head of a row, as a screen reader has it: its action opens and closes the row."""
    return next(head for head in window.find_all(Atspi.Role.ROW_HEADER, item["name"])
                if head.get_name() == item["name"])


def get_row(window, item):
    return window.geometry(kind="row", id=item["id"])[0]


def busy_rows(window):
    """The heads of rows with visits, from the top."""
    busy = [cell["id"] for cell in window.geometry(kind="cell") if "visits" in cell["name"]]
    return [head for head in window.geometry(kind="button") if head["id"] in busy]


def open_while_moving(window):
    """Rows may move under the pointer, as when a plan is accepted: the one pressed is meant."""
    above, pressed = busy_rows(window)[:2]
    height, head = get_row(window, pressed)["height"], head_of(window, above)
    window.move(pressed["x"] + pressed["width"] - 16, pressed["y"] + 22)
    with window.holding_button():
        window.do_action(head, "name.open")
        wait_until(lambda: get_row(window, pressed)["y"] > pressed["y"] + 40, "no row moves", 20)
    wait_until(lambda: get_row(window, pressed)["height"] > height, "the row stays closed", 20)
    window.do_action(head, "name.open")


def next_week(window):
    """Nothing of it is past, whatever day today is."""
    today = find_monday(window) or window.geometry(kind="cell")[0]
    window.click(centre(today))
    window.key("Next")
    return wait_until(lambda: find_monday(window) and find_monday(window)["name"] != today["name"]
                      and find_monday(window), "next week is not shown", 20)


def wait_for_open(window, number):
    wait_until(lambda: len(open_shifts(window)) == number, f"not {number} open shifts", 20)


def drag_to_lane(window, before):
    cell = find_monday(window)
    x, y = centre(cell)
    window.drag((x, y - 10), (x, centre(window.geometry(kind="lane")[0])[1]))
    wait_for_open(window, before + 1)


def drag_back(window, colleague, known):
    shift = next(shift for shift in open_shifts(window) if shift["id"] not in known)
    before = len(known)
    x, y = centre(shift)
    window.drag((x, y), lambda: (x, centre(window.geometry(kind="row", name=colleague)[0])[1]))
    wait_for_open(window, before)


def undo(window, number):
    window.key("ctrl+z")
    wait_for_open(window, number)


def open_by_menu(window, before):
    window.click(centre(find_monday(window)))
    window.key("Menu")
    window.key("Down", "Down", "Return")
    wait_for_open(window, before + 1)


def band(window):
    window.key("ctrl+2")
    rows = wait_until(lambda: window.geometry(kind="row"), "no day", 10)
    lane = window.geometry(kind="lane")[0]
    window.drag((lane["x"] + 6, rows[-1]["y"] + 10), (lane["x"] + 320, lane["y"] + 8))
    window.wait_for_geometry(name="visits chosen")


def choose_none(window):
    window.key("Escape")
    wait_until(lambda: (not window.geometry(name="visits chosen"),)[0], "they stay chosen", 10)


with Journey("board") as journey:
    with Window([PROGRAM, "--sample"]) as window:
        journey.step("the board opens",
                     lambda: window.wait_for_geometry(kind="cell", timeout_s=60))
        journey.step("a strip that is hidden is not spoken", lambda: expect(
            not window.find_all(Atspi.Role.PUSH_BUTTON, "Stop and keep"), "it is"))
        journey.step("a row opens though it moves", lambda: open_while_moving(window))
        monday = journey.step("next week is shown", lambda: next_week(window))
        known = [shift["id"] for shift in open_shifts(window)]
        before = len(known)
        colleague = who(monday)
        journey.step("a shift is dragged to nobody", lambda: drag_to_lane(window, before))
        journey.step("it is dragged back", lambda: drag_back(window, colleague, known))
        journey.step("undo opens it again", lambda: undo(window, before + 1))
        journey.step("and then gives it back", lambda: undo(window, before))
        journey.step("the menu opens it by keyboard", lambda: open_by_menu(window, before))
        journey.step("which can be undone", lambda: undo(window, before))
        journey.step("a band chooses visits", lambda: band(window))
        journey.step("Escape chooses none", lambda: choose_none(window))
        status = window.close()
    journey.step("it closes without trouble", lambda: expect(status == 0, f"status {status}"))
