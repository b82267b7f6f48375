# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of the first week: the week is planned, looked at, accepted and shown day by day."""

from board import cards, next_week, range_shown, to_cover
from journey import expect, wait_until
from team_file import MONDAY


def plan_week(it, window):
    window.key("alt+1")
    next_week(window)
    needed, taken = it.file.places()
    expect(taken == 0 and needed > 363, f"{taken} of {needed} before planning")
    window.key("F5")
    window.wait_for_geometry(kind="button", name="Stop and keep the best")
    # Most of it is covered at once; what follows makes it better.
    wait_until(lambda: to_cover(window) is not None and to_cover(window) < 10,
               "the plan does not cover the week", 40)
    stop = window.geometry(kind="button", name="Stop and keep the best")
    if stop:
        window.click(stop[0])
    window.wait_for_geometry(name="What this plan changes", timeout_s=20)
    expect(it.file.places()[1] == 0, "the plan was kept before it was accepted")


def accept_plan(it, window):
    window.click(window.wait_for_geometry(kind="button", name="Accept"))
    needed, taken = wait_until(lambda: (it.file.places() if it.file.places()[1] else None),
                               "nothing is accepted", 20)
    wait_until(lambda: to_cover(window) == needed - taken,
               f"the screen says {to_cover(window)} to cover, not {needed - taken}")
    expect(taken >= needed - 10, f"{taken} of {needed} are covered")


def show_day(it, window):
    """The day of what has the focus; from there back to Monday."""
    monday = f"Mon {MONDAY.day} "
    window.key("ctrl+2")
    wait_until(lambda: len(cards(window, it.file)) > 5, "the day has no cards")
    for _ in range(6):
        if window.geometry(kind="button", name=monday):
            break
        shown = range_shown(window)
        window.key("Prior")
        wait_until(lambda: range_shown(window) != shown, "the day before is not shown")
    window.wait_for_geometry(kind="button", name=monday)


def open_day(it, window):
    """The name of a day leads to that day."""
    window.click_button(f"Mon {MONDAY.day}")
    wait_until(lambda: len(cards(window, it.file)) > 5, "the day has no cards")
