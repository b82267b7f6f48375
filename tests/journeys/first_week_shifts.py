# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of the first week: somebody is away; shifts go to another colleague or another day."""

import datetime

from board import (WELCOME, colleagues, drag_card, shifts_of, to_cover, verdicts,
                   wait_until_read)
from journey import NotThere, expect, wait_until
from team_file import MONDAY, day_number

TUESDAY = MONDAY + datetime.timedelta(days=1)
FRIDAY = MONDAY + datetime.timedelta(days=4)


def mark_away(it, window):
    """A right click, Enter, and the holes are to cover; one undo takes it all back."""
    from gi.repository import Atspi
    day = day_number(MONDAY)
    row = max(colleagues(window), key=lambda item: len(it.file.visits_of(item["id"], day)))
    before, week = to_cover(window), it.file.week()
    mine = len(it.file.visits_of(row["id"], day))
    expect(mine > 2, f"{row['name']} has {mine} visits")
    name = window.geometry(kind="button", id=row["id"])[0]
    window.click(name, button=3)
    # By its letter: GTK 4.18 gives items of such menus no name.
    window.find(Atspi.Role.MENU_ITEM)
    window.key("a")
    window.wait_for_geometry(name="Which part")
    window.wait_for_keyboard()
    window.key("Return")
    wait_until(lambda: it.file.count("absence") == 1, "nobody is away")
    # Three ways to cover are worked out, and the first is shown as if it were so.
    window.wait_for_geometry(kind="button", name="Leave as it was", timeout_s=30)
    window.wait_until_gone(kind="label", name="Looking for cover", timeout_s=60)
    window.click(window.geometry(kind="button", name="Leave as it was")[0])
    wait_until(lambda: to_cover(window) == before + mine,
               f"not {before + mine} to cover")
    expect(not it.file.visits_of(row["id"], day), "visits stayed with who is away")
    window.key("ctrl+z")
    wait_until(lambda: it.file.count("absence") == 0 and it.file.week() == week, "it stays")
    wait_until(lambda: to_cover(window) == before, "the holes stay")


def drag_shift(it, window):
    """A shift goes to a colleague who may have it, with its visits; one undo brings it back."""
    window.key("ctrl+1")
    window.wait_for_geometry(kind="cell")
    week = it.file.week()
    day = day_number(FRIDAY)
    for cell in shifts_of(window, FRIDAY):
        if not it.file.shift(cell["id"], day):
            continue
        mine = it.file.visits_of(cell["id"], day)
        found = drag_card(window, cell, WELCOME)
        if found and mine and found[1]["kind"] in WELCOME:
            break
    else:
        raise NotThere("nobody may have any of Friday's shifts")
    to = found[0]["id"]
    wait_until(lambda: not it.file.shift(cell["id"], day) and it.file.shift(to, day),
               f"the shift did not go to {found[0]['name']}: {found[1]['name']}")
    expect(mine <= it.file.visits_of(to, day), "its visits did not go along")
    window.key("ctrl+z")
    wait_until(lambda: it.file.shift(cell["id"], day) and it.file.week() == week, "it stays there")


def shift_to_another_day(it, window):
    """By keyboard: the visits stay on their day, and are to cover."""
    before = to_cover(window)
    day = day_number(TUESDAY)
    for cell in shifts_of(window, TUESDAY):
        if not it.file.shift(cell["id"], day) or it.file.shift(cell["id"], day + 1):
            continue
        mine = len(it.file.visits_of(cell["id"], day))
        wait_until_read(window)
        window.click(cell)
        window.key("space", "ctrl+Right")
        said = wait_until(lambda: verdicts(window, id=cell["id"]), "it says nothing")[0]
        if mine and said["kind"] == "verdict-gives-way":
            break
        window.key("Escape")
    else:
        raise NotThere("no shift of Tuesday may be on Wednesday")
    expect(said["name"] == f"{mine} visits more to cover", said["name"])
    window.key("space")
    wait_until(lambda: it.file.shift(cell["id"], day + 1), "it is not on Wednesday")
    wait_until(lambda: to_cover(window) == before + mine, "its visits are not to cover")
    window.key("ctrl+z")
    wait_until(lambda: it.file.shift(cell["id"], day), "it stays on Wednesday")
    wait_until(lambda: to_cover(window) == before, "its visits stay to cover")
