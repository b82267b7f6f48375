# SPDX-License-Identifier: GPL-3.0-or-later
"""What journeys share: steps that are TAP cases, a folder that goes away, looks into the file."""

import os
import pathlib
import re
import sqlite3
import sys
import tempfile
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from window import NotThere, Window, wait_until  # noqa: E402


class Journey:
    """Runs steps in order. After one fails the later ones cannot be trusted, and count as failed.

        with Journey("a week") as journey:
            journey.step("the board opens", lambda: …)

    A picture of the screen at the failure goes to GW_JOURNEY_PICTURES (the build folder).
    """

    def __init__(self, name):
        self.name = name
        self.cases = 0
        self.broken = False
        self.folder = tempfile.TemporaryDirectory(prefix="gw-journey-")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is not None and not isinstance(error, SystemExit):
            self._report("the journey goes on to its end", error)
        print(f"1..{self.cases}", flush=True)
        self.folder.cleanup()
        sys.exit(1 if self.broken else 0)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def step(self, what, action):
        """Does action(); a step fails when it raises. Returns what action() returns."""
        if self.broken:
            self.cases += 1
            print(f"not ok {self.cases} - {what} # an earlier step failed", flush=True)
            return None
        Window.trail.append(f"{time.monotonic():.2f} {what}")
        try:
            value = action()
        except Exception as error:  # whatever it is, it is a failure of this step
            self._report(what, error)
            return None
        self.cases += 1
        print(f"ok {self.cases} - {what}", flush=True)
        return value

    def skip(self, what, reason):
        self.cases += 1
        print(f"ok {self.cases} - {what} # SKIP {reason}", flush=True)

    def _report(self, what, error):
        self.cases += 1
        self.broken = True
        print(f"not ok {self.cases} - {what}", flush=True)
        traceback.print_exception(type(error), error, error.__traceback__, file=sys.stderr)
        folder = os.environ.get("GW_JOURNEY_PICTURES", self.folder.name)
        picture = os.path.join(folder, f"{self.name}-failed.png")
        try:
            Window.picture(picture)
            print(f"see {picture}", file=sys.stderr)
            self._tell_more()
        except Exception:  # the screen itself may be gone
            pass

    @staticmethod
    def _tell_more():
        """What hands did last, which windows there are, and what each shows where."""
        print(f"failed at {time.monotonic():.2f} after", *Window.trail, sep="\n  ",
              file=sys.stderr)
        print("windows:", ", ".join(Window.newest.titles()), file=sys.stderr)
        for item in Window.newest.all_geometry():
            print("  {kind} “{name}” at {x},{y} size {width}×{height}".format(**item),
                  file=sys.stderr)


def ask(path, sql, *values):
    """Rows of a team file, read beside the running program."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def expect_named(window):
    """Every button says what it does, whatever GTK calls it by its type or its icon.

    The button inside a menu button or a drop-down has no name on GTK 4.8 and is not ours to name;
    neither is the closing cross of a toast. A button without a child is one that is not shown yet.
    """
    from gi.repository import Atspi
    unnamed = [item for item in window.find_all(Atspi.Role.PUSH_BUTTON) if should_speak(item)]
    expect(not unnamed, "buttons without a name: " + "; ".join(map(describe, unnamed)))


def should_speak(button):
    """Whether it is a button of ours that nobody gave a name."""
    from gi.repository import Atspi, GLib
    speaking = (Atspi.Role.PUSH_BUTTON, Atspi.Role.COMBO_BOX)
    try:
        return is_unnamed(button) and button.get_n_actions() > 0 and \
            button.get_child_count() > 0 and \
            not any(other.get_role() in speaking and not is_unnamed(other) or
                    other.get_name() == "AdwToastWidget" for other in ancestors(button)) and \
            not is_arrow_of_split_button(button)
    except GLib.Error:
        return False  # it went away while we looked


def is_arrow_of_split_button(button):
    """libadwaita names neither the arrow of a split button nor lets us do it."""
    from gi.repository import Atspi
    box = button.get_parent().get_parent()
    return any(not is_unnamed(other) and other.get_role() == Atspi.Role.PUSH_BUTTON
               for other in map(box.get_child_at_index, range(min(box.get_child_count(), 3))))


def is_unnamed(accessible):
    name = accessible.get_name()
    return not name or re.fullmatch(r"(Gtk|Adw|Gw)[A-Z][A-Za-z]+", name) is not None


def ancestors(accessible):
    """From the nearest to the farthest of those that matter."""
    found = []
    item = accessible.get_parent()
    while item is not None and len(found) < 4:
        found.append(item)
        item = item.get_parent()
    return found


def describe(accessible):
    """Where an accessible is: what is around it, from the inside out."""
    return " in ".join(f"{item.get_role_name()} {item.get_name() or '–'}"
                       for item in [accessible, *ancestors(accessible)])


__all__ = ["Journey", "NotThere", "Window", "ask", "expect", "expect_named", "wait_until"]
