#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey-first-week.py PROGRAM PLAN: the main job from end to end, in a real window.

A team brings its lists along, corrects one person, plans the week, drags a visit with the mouse and
another with the keyboard, meets a refusal, takes it back, closes, opens again and prints. Screen,
database and paper are looked at after each.
"""

import datetime
import glob
import os
import subprocess
import sys

from journey import Journey, NotThere, Window, ask, expect, expect_named, wait_until
from window import centre

PROGRAM, PLAN = sys.argv[1:3]

# A Monday that is always ahead, so that nothing on the board is the past.
TODAY = datetime.date.today()
MONDAY = TODAY + datetime.timedelta(days=7 - TODAY.weekday())
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
TELEPHONE = "01632 960983"
KEY_SAFE = "7294"
WELCOME = ("verdict-fine", "verdict-changes", "verdict-gives-way")


def day_number(day):
    """Days since 2000-01-01, as the file keeps them."""
    return (day - datetime.date(2000, 1, 1)).days


WEEK = (day_number(MONDAY), day_number(MONDAY) + 6)


def record_key(text_id):
    """An id as the screen tells it, as the file keeps it."""
    return bytes.fromhex(text_id.replace("-", ""))


class FirstWeek:
    """The team file and the window that has it open."""

    def __init__(self, journey):
        self.journey = journey
        self.lists = journey.path("lists")
        self.complaints = journey.path("stderr")
        self.team = None
        self.author = "Nadia"
        self.moved = None

    # The file -----------------------------------------------------------------------------------

    def ask(self, sql, *values):
        return ask(self.team, sql, *values)

    def one(self, sql, *values):
        return self.ask(sql, *values)[0][0]

    def count(self, table):
        return self.one(f"SELECT count(*) FROM {table} WHERE NOT deleted")

    def places(self):
        """(needed, taken): how many colleagues the week's visits need, and have."""
        needed = self.one("SELECT sum(coalesce(colleagues_needed, 1)) FROM visit "
                          "WHERE NOT deleted AND day BETWEEN ? AND ?", *WEEK)
        taken = self.one("SELECT count(*) FROM visit__colleagues m JOIN visit v ON v.id = m.owner "
                         "WHERE NOT v.deleted AND v.day BETWEEN ? AND ?", *WEEK)
        return needed, taken

    def visit(self, text_id):
        """(day, start, ids of colleagues) of a visit."""
        key = record_key(text_id)
        day, start = self.ask("SELECT day, start FROM visit WHERE id = ?", key)[0]
        members = self.ask("SELECT member FROM visit__colleagues WHERE owner = ?", key)
        return day, start, {row[0].hex() for row in members}

    def week(self):
        """All visits of the week, as they are kept."""
        return (self.ask("SELECT id, day, start FROM visit WHERE NOT deleted AND "
                         "day BETWEEN ? AND ? ORDER BY id", *WEEK),
                self.ask("SELECT owner, member FROM visit__colleagues ORDER BY owner, member"))

    def is_alone(self, text_id):
        """Whether one colleague suffices: such a visit has one card only."""
        return self.one("SELECT coalesce(colleagues_needed, 1) FROM visit WHERE id = ?",
                        record_key(text_id)) == 1

    # The window ---------------------------------------------------------------------------------

    def open(self, *arguments):
        """The program, with all that it complains about kept."""
        with open(self.complaints, "a", encoding="utf-8") as stderr:
            return Window([PROGRAM, *arguments], stderr=stderr)

    @staticmethod
    def click_button(window, name):
        """Clicks the button that is called exactly that, in the newest window that has one."""
        def steady():
            seen.append([item for item in window.geometry(kind="button")
                         if item["name"] == name][-1:])
            return seen[-1] and len(seen) > 1 and seen[-1] == seen[-2]

        seen = []
        wait_until(steady, f"no button “{name}”")
        window.click(seen[-1][0])

    @staticmethod
    def menu(window, name):
        """Opens the main menu with its key and chooses from it."""
        def item():
            return [row for row in window.geometry(kind="row") if row["name"].startswith(name)]

        window.key("F10")
        window.settle(0.2)
        window.click(wait_until(item, f"no {name} in the menu")[0])

    @staticmethod
    def choose_file(window, title, path):
        """Answers the desktop's own file dialog by typing."""
        def taken():
            # GTK 4.18 completes what is typed into something else and shows the folder instead.
            shown = window.geometry(kind="label", name=os.path.basename(path))
            if shown:
                window.click(shown[0])
            else:
                window.key("ctrl+l")
                window.settle(0.2)
                window.key("ctrl+a")
                window.type(path)
            window.key("Return")
            window.settle(0.5)
            return title not in window.titles()

        wait_until(lambda: title in window.titles(), f"no dialog “{title}”")
        window.settle(0.3)
        wait_until(taken, f"“{title}” takes no {path}")

    def next_week(self, window):
        self.click_button(window, "After")
        window.wait_for_geometry(kind="button", name=f"Mon {MONDAY.day}")

    def cards(self, window):
        """Cards of one colleague each, wide enough to take hold of, in the middle of the screen."""
        rows = {item["id"] for item in window.geometry(kind="row")}
        lane = window.geometry(kind="lane")[0]
        return [card for card in window.geometry(kind="card")
                if card["width"] >= 40 and card["height"] >= 30 and rows and
                card["y"] > lane["y"] + lane["height"] and self.is_alone(card["id"])]

    # Steps --------------------------------------------------------------------------------------

    def bring_lists(self):
        """What a team has: lists from its old spreadsheets."""
        subprocess.run([PLAN, "sample", self.journey.path("other.gw"), "--seed", "7",
                        "--csv", self.lists], check=True, capture_output=True)
        expect(sorted(os.path.basename(path) for path in glob.glob(self.lists + "/*.csv")) ==
               ["colleagues.csv", "people.csv", "regular-visits.csv", "shifts.csv", "travel.csv",
                "visits.csv"],
               "lists are missing")

    def start_team(self, window):
        window.click(window.wait_for_geometry(kind="row", name="Start a team from your lists"))
        window.wait_for_geometry(name="What is the team called?")
        window.type("Canal Side")
        window.key("Tab")
        window.type(self.author)
        window.press("Start")
        self.team = wait_until(
            lambda: glob.glob(os.environ["XDG_DATA_HOME"] + "/good-week/*.gw"), "no team file")[0]
        window.wait_for_geometry(kind="window", name="Import")

    def import_list(self, window, name, report):
        """From file to report; the map is found from the headings."""
        if not window.geometry(kind="window", name="Import"):
            self.menu(window, "Import lists")
        self.click_button(window, "Choose a file…")
        self.choose_file(window, "Choose a list", f"{self.lists}/{name}.csv")
        self.click_button(window, "Next")
        window.wait_for_geometry(name="What the columns are")
        self.click_button(window, "Import")
        window.wait_for_geometry(name="The list is in", timeout_s=30)
        expect(window.geometry(kind="label", name=report), f"the report does not say “{report}”")
        shows_week = bool(window.geometry(kind="button", name="Show that week"))
        self.click_button(window, "Show that week" if shows_week else "Close")
        wait_until(lambda: not window.geometry(kind="window", name="Import"), "it stays open")
        return shows_week

    def import_lists(self, window):
        """In the order in which they refer to each other."""
        for name, table, rows, extra in (("colleagues", "colleague", 12, 1),
                                         ("people", "person", 18, 0), ("shifts", "shift", 54, 0),
                                         ("visits", "visit", 363, 0),
                                         ("travel", "travel_override", 3, 0)):
            shows_week = self.import_list(window, name, f"{rows} new")
            expect(shows_week == (name in ("shifts", "visits")), f"{name}: another week?")
            if shows_week:
                window.wait_for_geometry(kind="button", name=f"Mon {MONDAY.day}")
                self.click_button(window, "Before")
            expect(self.count(table) == rows + extra, f"{self.count(table)} of {table}")

    def import_again(self, window):
        before = self.week()
        self.import_list(window, "visits", "0 new, 0 changed, 363 as before")
        expect(self.count("visit") == 363 and self.week() == before, "importing again changed it")

    def correct_person(self, window):
        window.key("alt+2")
        window.click(window.wait_for_geometry(name="Rose Tanner"))
        window.wait_for_geometry(kind="label", name="Telephone")
        window.settle(0.3)
        label = window.geometry(kind="label", name="Telephone")[0]
        window.click((label["x"] + label["width"] + 150, centre(label)[1]))
        window.type(TELEPHONE)
        self.click_button(window, "Save")
        wait_until(lambda: self.one("SELECT phone FROM person WHERE last_name = 'Tanner'") ==
                   TELEPHONE, "the telephone is not in the file")
        window.wait_for_geometry(kind="label", name="Rose Tanner is saved")

    def look_at_history(self, window):
        history = window.wait_for_geometry(kind="button", name="History")
        window.click(history)
        window.wait_for_geometry(kind="label", name=TELEPHONE)
        expect(window.geometry(kind="label", name=self.author), "nobody is said to have done it")
        window.click(history)

    def keep_key_safe(self, window):
        self.scroll_to(window, "Change…")
        self.click_button(window, "Change…")
        window.type(KEY_SAFE)
        self.click_button(window, "Save")
        wait_until(lambda: self.one("SELECT key_safe FROM person WHERE last_name = 'Tanner'") ==
                   KEY_SAFE, "the key safe is not in the file")
        wait_until(lambda: any(item["name"] == "Change…" for item in window.geometry()),
                   "the key safe is still open")
        expect(not window.geometry(name=KEY_SAFE), "the key safe can be read over the shoulder")

    @staticmethod
    def scroll_to(window, name):
        """Turns the wheel until the button is well inside the window."""
        floor = window.geometry(kind="window")[0]
        window.move(*centre(floor))
        for _ in range(20):
            found = [item for item in window.geometry(kind="button") if item["name"] == name]
            if found and found[0]["y"] < floor["y"] + floor["height"] - 100:
                return
            window.wheel(3)
        raise NotThere(f"scrolling does not lead to {name}")

    def plan_week(self, window):
        window.key("alt+1")
        self.next_week(window)
        needed, taken = self.places()
        expect(taken == 0 and needed > 363, f"{taken} of {needed} before planning")
        window.key("F5")
        window.wait_for_geometry(kind="button", name="Stop and keep the best")
        # Most of it is covered at once; what follows makes it better.
        wait_until(lambda: self.to_cover(window) is not None and self.to_cover(window) < 10,
                   "the plan does not cover the week", 40)
        stop = window.geometry(kind="button", name="Stop and keep the best")
        if stop:
            window.click(stop[0])
        window.wait_for_geometry(name="What this plan changes", timeout_s=20)
        expect(self.places()[1] == 0, "the plan was kept before it was accepted")

    @staticmethod
    def to_cover(window):
        """The number above the board."""
        for label in window.geometry(kind="label", name="to cover"):
            words = label["name"].split()
            if words and words[0].isdigit():
                return int(words[0])
        return None

    def accept_plan(self, window):
        window.click(window.wait_for_geometry(kind="button", name="Accept"))
        needed, taken = wait_until(lambda: (self.places() if self.places()[1] else None),
                                   "nothing is accepted", 20)
        wait_until(lambda: self.to_cover(window) == needed - taken,
                   f"the screen says {self.to_cover(window)} to cover, not {needed - taken}")
        expect(taken >= needed - 10, f"{taken} of {needed} are covered")

    def show_day(self, window):
        """The day of what has the focus; from there back to Monday."""
        monday = f"Mon {MONDAY.day} "
        window.key("ctrl+2")
        wait_until(lambda: len(self.cards(window)) > 5, "the day has no cards")
        for _ in range(6):
            if window.geometry(kind="button", name=monday):
                break
            window.key("Prior")
            window.settle(0.3)
        window.wait_for_geometry(kind="button", name=monday)

    # Moving visits ------------------------------------------------------------------------------

    @staticmethod
    def find_verdict(window, kinds, card):
        """A row other than the card's own with such a verdict."""
        verdicts = wait_until(lambda: [item for item in window.all_geometry()
                                       if item["kind"].startswith("verdict-")],
                              "nothing says what a drop would mean")
        rows = {row["id"]: row for row in window.geometry(kind="row")}
        for item in verdicts:
            row = rows.get(item["id"])
            if item["kind"] in kinds and row and not row["y"] <= centre(card)[1] < \
                    row["y"] + row["height"]:
                return row, item
        return None

    def drag_card(self, window, card, kinds):
        """Drags a card to a row with such a verdict; (row, words in that row), or None."""
        found = []

        def choose():
            found.extend(self.find_verdict(window, kinds, card) or ())
            return (centre(card)[0], centre(found[0])[1]) if found else None

        def look():
            for item in window.geometry(id=found[0]["id"]):
                if item["kind"].startswith("verdict-"):
                    found[1] = item

        window.drag(centre(card), choose, before_drop=look)
        return found or None

    def drag_by_mouse(self, window):
        for card in self.cards(window):
            before = self.visit(card["id"])
            found = self.drag_card(window, card, WELCOME)
            if found and found[1]["kind"] in WELCOME:
                break
        else:
            raise NotThere("nobody else may have any of the visits")
        row, said = found
        expect(said["name"], "a drop is allowed without a word")
        day, start, members = wait_until(
            lambda: self.visit(card["id"]) if self.visit(card["id"]) != before else None,
            f"{card['name']} did not move to {row['name']}: {said['name']}")
        expect(members == {record_key(row["id"]).hex()}, f"it went to {members}")
        expect(day == before[0] and abs(start - before[1]) <= 5, f"it starts at {start}")
        wait_until(lambda: self.is_in_row(window, card["id"], row["id"]), "the card is not there")
        self.moved = (card["id"], before)

    @staticmethod
    def is_in_row(window, visit, row):
        rows = window.geometry(kind="row", id=row)
        cards = window.geometry(kind="card", id=visit)
        return rows and cards and rows[0]["y"] <= centre(cards[0])[1] < \
            rows[0]["y"] + rows[0]["height"]

    def move_by_keyboard(self, window):
        for card in self.cards(window):
            if card["id"] == self.moved[0]:
                continue
            before = self.visit(card["id"])
            window.click(card)
            window.key("space")
            wait_until(lambda: [item for item in window.all_geometry()
                                if item["kind"].startswith("verdict-")], "it is not in hand")
            window.key("Tab", "space")
            try:
                wait_until(lambda: self.visit(card["id"]) != before, "", 1.5)
            except NotThere:
                window.key("Escape")  # no better place for this one
                continue
            self.moved = (card["id"], before)
            return
        raise NotThere("no visit has another good place")

    def meet_refusal(self, window):
        before = self.week()
        for card in self.cards(window):
            found = self.drag_card(window, card, ("verdict-cannot",))
            if found:
                break
        else:
            raise NotThere("everybody may have everything")
        sentence = found[1]["name"]
        expect(len(sentence) > 10, f"“{sentence}” explains nothing")
        window.wait_for_geometry(kind="label", name=sentence)
        expect(self.week() == before, "a refused drop changed the file")

    def undo_and_redo(self, window):
        visit, before = self.moved
        after = self.visit(visit)
        for keys, wanted in (("ctrl+z", before), ("ctrl+shift+z", after), ("ctrl+z", before)):
            window.key(keys)
            wait_until(lambda: self.visit(visit) == wanted, f"{keys} leads to {self.visit(visit)}")

    def act_on_card(self, window):
        """As a switch user or screen reader does: actions of the card itself."""
        from gi.repository import Atspi
        for card in self.cards(window):
            before = self.visit(card["id"])
            named = [item for item in window.find_all(Atspi.Role.PUSH_BUTTON, card["name"])
                     if item.get_n_actions() > 5]
            if not named:
                continue
            for action in ("card.hold", "card.best", "card.hold"):
                window.do_action(named[0], action)
            try:
                wait_until(lambda: self.visit(card["id"]) != before, "", 1.5)
                return
            except NotThere:
                window.do_action(named[0], "card.put-back")
        raise NotThere("no card's action moves it")

    # Shifts, several visits, somebody away --------------------------------------------------------

    @staticmethod
    def colleagues(window):
        """The rows of the board; the sidebar has rows too."""
        return [row for row in window.geometry(kind="row") if len(row["id"] or "") == 36]

    def visits_of(self, colleague, day):
        """Ids of the visits of a colleague on a day."""
        return {row[0] for row in self.ask(
            "SELECT v.id FROM visit v JOIN visit__colleagues m ON m.owner = v.id WHERE "
            "NOT v.deleted AND v.day = ? AND m.member = ?", day, record_key(colleague))}

    def mark_away(self, window):
        """A right click, Enter, and the holes are to cover; one undo takes it all back."""
        from gi.repository import Atspi
        day = WEEK[0]
        row = max(self.colleagues(window), key=lambda item: len(self.visits_of(item["id"], day)))
        before, week = self.to_cover(window), self.week()
        mine = len(self.visits_of(row["id"], day))
        expect(mine > 2, f"{row['name']} has {mine} visits")
        name = window.geometry(kind="button", id=row["id"])[0]
        window.click(name, button=3)
        # By its letter: GTK 4.18 gives items of such menus no name.
        window.find(Atspi.Role.MENU_ITEM)
        window.key("a")
        window.wait_for_geometry(name="Which part")
        window.key("Return")
        wait_until(lambda: self.count("absence") == 1, "nobody is away")
        wait_until(lambda: self.to_cover(window) == before + mine,
                   f"{self.to_cover(window)} to cover, not {before + mine}")
        expect(not self.visits_of(row["id"], day), "visits stayed with who is away")
        # Three ways to cover are worked out meanwhile.
        window.click(window.wait_for_geometry(kind="button", name="Leave as it was"))
        window.key("ctrl+z")
        wait_until(lambda: self.count("absence") == 0 and self.week() == week, "it stays")
        wait_until(lambda: self.to_cover(window) == before, "the holes stay")

    def move_several(self, window):
        """Two visits chosen with Ctrl go to cover in one change, and come back in one."""
        week = self.week()
        rows = self.colleagues(window)
        for row in rows:
            mine = [card for card in self.cards(window)
                    if row["y"] <= centre(card)[1] < row["y"] + row["height"]]
            if len(mine) > 1:
                break
        else:
            raise NotThere("nobody has two visits")
        day = self.visit(mine[0]["id"])[0]
        before = self.visits_of(row["id"], day)
        window._xdotool("keydown", "ctrl")
        for card in mine[:2]:
            window.click(card)
        window._xdotool("keyup", "ctrl")
        lane = window.geometry(kind="lane")[0]
        window.drag(centre(mine[0]), (centre(mine[0])[0], centre(lane)[1]))
        wait_until(lambda: before - self.visits_of(row["id"], day) ==
                   {record_key(card["id"]) for card in mine[:2]}, "not both went")
        window.key("ctrl+z")
        wait_until(lambda: self.week() == week, "one undo does not bring both back")

    def shift(self, colleague, day):
        return self.ask("SELECT id, start FROM shift WHERE NOT deleted AND day = ? AND "
                        "colleague = ?", day, record_key(colleague))

    def drag_shift(self, window):
        """A shift goes to a colleague who may have it, with its visits; one undo brings it back."""
        window.key("ctrl+1")
        window.wait_for_geometry(kind="cell")
        week = self.week()
        for cell in window.geometry(kind="cell"):
            day = WEEK[0] + 4
            if f" {(MONDAY + datetime.timedelta(days=4)).day}:" not in cell["name"] or \
                    not self.shift(cell["id"], day):
                continue
            mine = self.visits_of(cell["id"], day)
            found = self.drag_card(window, cell, WELCOME)
            if found and mine and found[1]["kind"] in WELCOME:
                break
        else:
            raise NotThere("nobody may have any of Friday's shifts")
        to = found[0]["id"]
        wait_until(lambda: not self.shift(cell["id"], day) and self.shift(to, day),
                   f"the shift did not go to {found[0]['name']}: {found[1]['name']}")
        expect(mine <= self.visits_of(to, day), "its visits did not go along")
        window.key("ctrl+z")
        wait_until(lambda: self.shift(cell["id"], day) and self.week() == week, "it stays there")

    def shift_to_another_day(self, window):
        """By keyboard: the visits stay on their day, and are to cover."""
        before = self.to_cover(window)
        for cell in window.geometry(kind="cell"):
            day = WEEK[0] + 1
            if f" {(MONDAY + datetime.timedelta(days=1)).day}:" not in cell["name"] or \
                    not self.shift(cell["id"], day) or self.shift(cell["id"], day + 1):
                continue
            mine = len(self.visits_of(cell["id"], day))
            window.click(cell)
            window.key("space", "ctrl+Right")
            said = wait_until(lambda: [item for item in window.all_geometry()
                                       if item["kind"].startswith("verdict-") and
                                       item["id"] == cell["id"]], "it says nothing")[0]
            if mine and said["kind"] == "verdict-gives-way":
                break
            window.key("Escape")
        else:
            raise NotThere("no shift of Tuesday may be on Wednesday")
        expect(said["name"] == f"{mine} visits more to cover", said["name"])
        window.key("space")
        wait_until(lambda: self.shift(cell["id"], day + 1), "it is not on Wednesday")
        wait_until(lambda: self.to_cover(window) == before + mine, "its visits are not to cover")
        window.key("ctrl+z")
        wait_until(lambda: self.shift(cell["id"], day), "it stays on Wednesday")
        wait_until(lambda: self.to_cover(window) == before, "its visits stay to cover")

    def open_day(self, window):
        """The name of a day leads to that day."""
        self.click_button(window, f"Mon {MONDAY.day}")
        wait_until(lambda: len(self.cards(window)) > 5, "the day has no cards")

    # Paper --------------------------------------------------------------------------------------

    def save_sheet(self, window, name):
        """The sheet that the dialog shows, as text."""
        path = self.journey.path(name)
        window.press("Save as P")
        self.choose_file(window, "Save as PDF", path)
        wait_until(lambda: os.path.exists(path) and b"%%EOF" in open(path, "rb").read()[-32:],
                   "no PDF")
        info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
        expect("A4" in info and "Tagged:" in info, info)
        return subprocess.run(["pdftotext", "-layout", path, "-"], check=True,
                              capture_output=True, text=True).stdout

    def print_fridge_sheet(self, window):
        # The sheet is about the days that the board shows.
        window.key("ctrl+1")
        window.wait_for_geometry(kind="cell")
        window.key("ctrl+p")
        window.wait_for_geometry(kind="window", name="Print sheets")
        self.choose_name(window, "Rose Tanner")
        window.settle(0.5)
        text = self.save_sheet(window, "fridge.pdf")
        address, access, key_safe = self.ask(
            "SELECT address, access, key_safe FROM person WHERE last_name = 'Tanner'")[0]
        expect("Rose" in text and all(day in text for day in WEEKDAYS), text)
        visits = self.one("SELECT count(*) FROM visit v JOIN person p ON p.id = v.person WHERE "
                          "p.last_name = 'Tanner' AND v.day BETWEEN ? AND ?", *WEEK)
        expect(visits > 7 and "No visit on this day" not in text, text)
        for name, in self.ask("SELECT DISTINCT c.first_name FROM colleague c JOIN visit__colleagues "
                              "m ON m.member = c.id JOIN visit v ON v.id = m.owner JOIN person p "
                              "ON p.id = v.person WHERE p.last_name = 'Tanner'"):
            expect(name in text, f"the fridge sheet does not say that {name} comes")
        for secret in (address.split("\n")[0], access, KEY_SAFE, key_safe, TELEPHONE):
            expect(secret not in text, f"the fridge sheet says “{secret}”")

    @staticmethod
    def choose_name(window, name):
        entry = window.wait_for_geometry(kind="entry", name="Find by name")
        window.click(entry)
        window.key("ctrl+a")
        window.type(name)
        wait_until(lambda: len(window.geometry(kind="row", name=name)) == 1, f"no {name}")
        window.click(window.geometry(kind="row", name=name)[0])

    def print_run(self, window):
        window.click(window.wait_for_geometry(kind="row", name="Sheet"))
        window.settle(0.4)  # the list opens
        window.key("Down", "Return")
        first = self.ask("SELECT c.first_name, c.last_name FROM colleague c JOIN visit__colleagues "
                         "m ON m.member = c.id GROUP BY c.id ORDER BY count(*) DESC")[0]
        self.choose_name(window, " ".join(first))
        window.settle(0.5)
        text = self.save_sheet(window, "run.pdf")
        expect(first[0] in text and sum(day in text for day in WEEKDAYS) > 2, text)
        expect(KEY_SAFE not in text, "the run says how to get in")

    # Closing ------------------------------------------------------------------------------------

    def close(self, window):
        status = window.close()
        expect(status == 0, f"status {status}")
        with open(self.complaints, encoding="utf-8") as file:
            complaints = file.read()
        expect(not complaints.strip(), complaints)
        expect(self.ask("PRAGMA integrity_check") == [("ok",)], "the file is damaged")

    def look_again(self, window, week, cards):
        window.wait_for_geometry(name="Saved", timeout_s=20)
        self.next_week(window)
        self.show_day(window)
        expect(self.week() == week, "opening changed the file")
        wait_until(lambda: self.card_places(window) == cards, "the board shows another day")

    @staticmethod
    def card_places(window):
        return sorted((card["id"], card["name"]) for card in window.geometry(kind="card"))


def go(journey):
    it = FirstWeek(journey)
    journey.step("a team has lists", it.bring_lists)
    with it.open() as window:
        for what, action in (
                ("it starts a team from them", it.start_team),
                ("the lists are imported, and reported", it.import_lists),
                ("importing again doubles nothing", it.import_again),
                ("a person is corrected in a form", it.correct_person),
                ("the history tells who changed what", it.look_at_history),
                ("a key safe is kept out of sight", it.keep_key_safe),
                ("the week is planned, and waits to be accepted", it.plan_week),
                ("the accepted plan covers the week", it.accept_plan),
                ("the day shows a card for each visit", it.show_day),
                ("the mouse drags a visit to somebody who may have it", it.drag_by_mouse),
                ("the keyboard moves a visit to its next best place", it.move_by_keyboard),
                ("undo, redo and undo lead where they should", it.undo_and_redo),
                ("what cannot be is refused in words", it.meet_refusal),
                ("a card's own action moves it", it.act_on_card),
                ("somebody is away from a right click, and back with undo", it.mark_away),
                ("several visits move as one", it.move_several),
                ("a shift is given to somebody with its visits", it.drag_shift),
                ("a shift goes to another day and leaves its visits", it.shift_to_another_day),
                ("the name of a day leads there", it.open_day),
                ("every button has a name", expect_named)):
            journey.step(what, lambda action=action: action(window))
        week = journey.step("the week is kept", it.week)
        cards = journey.step("the day is remembered", lambda: it.card_places(window))
        journey.step("it closes without a word", lambda: it.close(window))
    with it.open(*([it.team] if it.team else [])) as window:
        journey.step("all is there again", lambda: it.look_again(window, week, cards))
        journey.step("the fridge sheet tells who comes, and no secret",
                     lambda: it.print_fridge_sheet(window))
        journey.step("a colleague's run is printed", lambda: it.print_run(window))
        journey.step("it closes without a word again", lambda: it.close(window))


def main():
    with Journey("first-week") as journey:
        go(journey)


main()
