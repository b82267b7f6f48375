# SPDX-License-Identifier: GPL-3.0-or-later
"""What journeys share: steps that are TAP cases, a folder that goes away, looks into the file."""

import os
import pathlib
import sqlite3
import sys
import tempfile
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from window import Window, wait_until  # noqa: E402


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
        except Exception:  # the screen itself may be gone
            pass


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


__all__ = ["Journey", "Window", "ask", "expect", "wait_until"]
