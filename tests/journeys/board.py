# SPDX-License-Identifier: GPL-3.0-or-later
"""What the board shows, and dragging on it, for journeys."""

from journey import wait_until
from team_file import MONDAY
from window import centre

WELCOME = ("verdict-fine", "verdict-changes", "verdict-gives-way")


def next_week(window):
    window.click_button("After")
    window.wait_for_geometry(kind="button", name=f"Mon {MONDAY.day}")


def range_shown(window):
    """The days that the header names, beside the button that leads to what comes after."""
    after = window.geometry(kind="button", name="After")[0]
    return [item["name"] for item in window.geometry(kind="button")
            if item["y"] == after["y"] and 0 <= item["x"] - after["x"] - after["width"] < 20]


def wait_until_read(window):
    """Until what the board says of a drop is about the rota as it is now."""
    window.wait_for_geometry(kind="ready", timeout_s=30)


def cards(window, file):
    """Cards of one colleague each, wide enough to take hold of, in the middle of the screen."""
    rows = {item["id"] for item in window.geometry(kind="row")}
    lane = window.geometry(kind="lane")[0]
    return [card for card in window.geometry(kind="card")
            if card["width"] >= 40 and card["height"] >= 30 and rows and
            card["y"] > lane["y"] + lane["height"] and file.is_alone(card["id"])]


def card_places(window):
    return sorted((card["id"], card["name"]) for card in window.geometry(kind="card"))


def colleagues(window):
    """The rows of the board; the sidebar has rows too."""
    return [row for row in window.geometry(kind="row") if len(row["id"] or "") == 36]


def to_cover(window):
    """The number above the board."""
    for label in window.geometry(kind="label", name="to cover"):
        words = label["name"].split()
        if words and words[0].isdigit():
            return int(words[0])
    return None


def lies_in(item, row):
    """Whether the middle of something is between the upper and the lower edge of a row."""
    return row["y"] <= centre(item)[1] < row["y"] + row["height"]


def is_in_row(window, visit, row):
    rows = window.geometry(kind="row", id=row)
    shown = window.geometry(kind="card", id=visit)
    return rows and shown and lies_in(shown[0], rows[0])


def shifts_of(window, day):
    """The cells of a day, which the board tells before its times."""
    return [cell for cell in window.geometry(kind="cell") if f" {day.day}:" in cell["name"]]


def verdicts(window, **wanted):
    """What the board says of rows while something is in hand."""
    return [item for item in window.geometry(**wanted) if item["kind"].startswith("verdict-")]


def find_verdict(window, kinds, card):
    """A row other than the card's own with such a verdict."""
    said = wait_until(lambda: verdicts(window), "nothing says what a drop would mean")
    rows = {row["id"]: row for row in window.geometry(kind="row")}
    for item in said:
        row = rows.get(item["id"])
        if item["kind"] in kinds and row and not lies_in(card, row):
            return row, item
    return None


def drag_card(window, card, kinds):
    """Drags a card to a row with such a verdict; (row, its verdict), or None."""
    found = []
    wait_until_read(window)

    def choose():
        found.extend(find_verdict(window, kinds, card) or ())
        return (centre(card)[0], centre(found[0])[1]) if found else None

    def look():
        found[1] = (verdicts(window, id=found[0]["id"]) or found[1:])[0]

    window.drag(centre(card), choose, before_drop=look)
    return found or None
