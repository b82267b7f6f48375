#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey-first-week.py PROGRAM PLAN: the main job from end to end, in a real window.

A team brings its lists along, corrects one person, plans the week, drags a visit with the mouse and
another with the keyboard, meets a refusal, takes it back, closes, opens again and prints. Screen,
database and paper are looked at after each.
"""

import sys

import first_week_lists as lists
import first_week_paper as paper
import first_week_plan as plan
import first_week_shifts as shifts
import first_week_visits as visits
from board import card_places, next_week
from journey import Journey, Window, expect, expect_named, wait_until
from team_file import TeamFile

PROGRAM, PLAN = sys.argv[1:3]


class FirstWeek:
    """What the steps share: the team's file, the window that has it open, and who is at it."""

    planner = PLAN
    author = "Nadia"

    def __init__(self, journey):
        self.journey = journey
        self.lists = journey.path("lists")
        self.complaints = journey.path("stderr")
        self.file = TeamFile()
        self.moved = None

    def open(self, *arguments):
        """The program, with all that it complains about kept."""
        with open(self.complaints, "a", encoding="utf-8") as stderr:
            return Window([PROGRAM, *arguments], stderr=stderr)

    def close(self, window):
        status = window.close()
        expect(status == 0, f"status {status}")
        with open(self.complaints, encoding="utf-8") as file:
            complaints = file.read()
        expect(not complaints.strip(), complaints)
        expect(self.file.ask("PRAGMA integrity_check") == [("ok",)], "the file is damaged")

    def look_again(self, window, week, cards):
        window.wait_for_geometry(name="Saved", timeout_s=20)
        next_week(window)
        plan.show_day(self, window)
        expect(self.file.week() == week, "opening changed the file")
        wait_until(lambda: card_places(window) == cards, "the board shows another day")


def go(journey):
    it = FirstWeek(journey)
    journey.step("a team has lists", lambda: lists.bring_lists(it))
    with it.open() as window:
        for what, action in (
                ("it starts a team from them", lists.start_team),
                ("the lists are imported, and reported", lists.import_lists),
                ("importing again doubles nothing", lists.import_again),
                ("a person is corrected in a form", lists.correct_person),
                ("the history tells who changed what", lists.look_at_history),
                ("a key safe is kept out of sight", lists.keep_key_safe),
                ("the week is planned, and waits to be accepted", plan.plan_week),
                ("the accepted plan covers the week", plan.accept_plan),
                ("the day shows a card for each visit", plan.show_day),
                ("the mouse drags a visit to somebody who may have it", visits.drag_by_mouse),
                ("the keyboard moves a visit to its next best place", visits.move_by_keyboard),
                ("undo, redo and undo lead where they should", visits.undo_and_redo),
                ("what cannot be is refused in words", visits.meet_refusal),
                ("a card's own action moves it", visits.act_on_card),
                ("somebody is away from a right click, and back with undo", shifts.mark_away),
                ("several visits move as one", visits.move_several),
                ("a shift is given to somebody with its visits", shifts.drag_shift),
                ("a shift goes to another day and leaves its visits", shifts.shift_to_another_day),
                ("the name of a day leads there", plan.open_day),
                ("every button has a name", lambda _, window: expect_named(window))):
            journey.step(what, lambda action=action: action(it, window))
        week = journey.step("the week is kept", it.file.week)
        cards = journey.step("the day is remembered", lambda: card_places(window))
        journey.step("it closes without a word", lambda: it.close(window))
    with it.open(*([it.file.path] if it.file.path else [])) as window:
        journey.step("all is there again", lambda: it.look_again(window, week, cards))
        journey.step("the fridge sheet tells who comes, and no secret",
                     lambda: paper.print_fridge_sheet(it, window))
        journey.step("a colleague's run is printed", lambda: paper.print_run(it, window))
        journey.step("it closes without a word again", lambda: it.close(window))


def main():
    with Journey("first-week") as journey:
        go(journey)


main()
