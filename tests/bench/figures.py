# SPDX-License-Identifier: GPL-3.0-or-later
"""How a benchmark says what it found: one line a figure, its limit or peer beside it."""

import sys


class Figures:
    """Prints `figure | measured | limit | met`; the exit status tells whether all were met."""

    def __init__(self, title):
        self.missed = 0
        print(f"\n{title}")
        print(f"{'figure':<52} {'measured':>14} {'limit':>14}")

    def add(self, name, measured, limit=None, unit="", smaller_is_better=True):
        met = ""
        if limit is not None:
            good = measured <= limit if smaller_is_better else measured >= limit
            met = "met" if good else "MISSED"
            self.missed += not good
        shown_limit = f"{limit:.2f} {unit}" if limit is not None else "–"
        print(f"{name:<52} {f'{measured:.2f} {unit}':>14} {shown_limit:>14}  {met}", flush=True)

    def done(self):
        sys.exit(1 if self.missed else 0)
