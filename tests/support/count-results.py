#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results in meson's test logs, case by case, and prints one line.

A TAP program counts once for each case in it. A program that crashed, timed out or ended early
counts as one failure more, so that lost cases cannot look like success. The exit status is zero
when nothing failed.
"""

import argparse
import json
import re
import sys

CASE = re.compile(r"^(?P<indent> *)(?P<not>not )?ok\b(?P<rest>.*)$")
PLAN = re.compile(r"^(?P<indent> *)1\.\.\d+")
SKIP = re.compile(r"#\s*(skip|todo)", re.IGNORECASE)


def count_tap(output):
    """Returns (passed, failed, skipped) of the innermost cases in a TAP stream."""
    passed = failed = skipped = 0
    inner_indent = None
    for line in output.splitlines():
        plan = PLAN.match(line)
        if plan:
            inner_indent = len(plan["indent"])
            continue
        case = CASE.match(line)
        if not case:
            continue
        summary = inner_indent is not None and len(case["indent"]) < inner_indent
        inner_indent = len(case["indent"]) if summary else inner_indent
        if summary:
            continue
        if SKIP.search(case["rest"]):
            skipped += 1
        elif case["not"]:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_test(entry):
    """Returns (passed, failed, skipped) of one entry of a log."""
    result = entry["result"]
    good = result in ("OK", "EXPECTEDFAIL")
    passed, failed, skipped = count_tap(entry.get("stdout") or "")
    if passed + failed + skipped == 0:
        if result == "SKIP":
            return 0, 0, 1
        return (1, 0, 0) if good else (0, 1, 0)
    if not good and result != "SKIP" and failed == 0:
        failed += 1
    return passed, failed, skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--broken", type=int, default=0, help="something did not even build")
    parser.add_argument("logs", nargs="*")
    options = parser.parse_args()

    total = [0, 0, 0]
    for log in options.logs:
        with open(log, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                counts = count_test(json.loads(line))
                total = [a + b for a, b in zip(total, counts)]
    passed, failed, skipped = total
    if options.broken and failed == 0:
        failed = 1
    line = f"{passed} passed, {failed} failed"
    if skipped:
        line += f", {skipped} skipped"
    print(line)
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
