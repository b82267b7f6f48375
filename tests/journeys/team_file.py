# SPDX-License-Identifier: GPL-3.0-or-later
"""A team's file, read beside the running program."""

import datetime

from journey import ask

# A Monday that is always ahead, so that nothing on the board is the past.
TODAY = datetime.date.today()
MONDAY = TODAY + datetime.timedelta(days=7 - TODAY.weekday())


def day_number(day):
    """Days since 2000-01-01, as the file keeps them."""
    return (day - datetime.date(2000, 1, 1)).days


WEEK = (day_number(MONDAY), day_number(MONDAY) + 6)


def record_key(text_id):
    """An id as the screen tells it, as the file keeps it."""
    return bytes.fromhex(text_id.replace("-", ""))


class TeamFile:
    """What journeys ask a file; path is None until the program has made it."""

    def __init__(self):
        self.path = None

    def ask(self, sql, *values):
        return ask(self.path, sql, *values)

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

    def visits_of(self, colleague, day):
        """Ids of the visits of a colleague on a day."""
        return {row[0] for row in self.ask(
            "SELECT v.id FROM visit v JOIN visit__colleagues m ON m.owner = v.id WHERE "
            "NOT v.deleted AND v.day = ? AND m.member = ?", day, record_key(colleague))}

    def shift(self, colleague, day):
        return self.ask("SELECT id, start FROM shift WHERE NOT deleted AND day = ? AND "
                        "colleague = ?", day, record_key(colleague))

    def week(self):
        """All visits of the week, as they are kept."""
        return (self.ask("SELECT id, day, start FROM visit WHERE NOT deleted AND "
                         "day BETWEEN ? AND ? ORDER BY id", *WEEK),
                self.ask("SELECT owner, member FROM visit__colleagues ORDER BY owner, member"))

    def is_alone(self, text_id):
        """Whether one colleague suffices: such a visit has one card only."""
        return self.one("SELECT coalesce(colleagues_needed, 1) FROM visit WHERE id = ?",
                        record_key(text_id)) == 1
