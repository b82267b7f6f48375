#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-counting.py SOURCE: the line that ends ./dev test tells the truth."""

import json
import pathlib
import subprocess
import sys
import tempfile

from architecture import Tap

CASES = [
    ("cases count one by one", "OK", "ok 1 - a\nok 2 - b\n1..2\n", "2 passed, 0 failed", 0),
    ("a failed case counts", "FAIL", "ok 1 - a\nnot ok 2 - b\n1..2\n", "1 passed, 1 failed", 1),
    ("a skipped case is not a success", "OK", "ok 1 - a\nok 2 - b # SKIP no\n1..2\n",
     "1 passed, 0 failed, 1 skipped", 0),
    ("a crash after good cases counts", "ERROR", "ok 1 - a\n", "1 passed, 1 failed", 1),
    ("a program without TAP counts once", "OK", "hello\n", "1 passed, 0 failed", 0),
    ("a time-out without output counts", "TIMEOUT", "", "0 passed, 1 failed", 1),
    ("a nested summary is not counted twice", "OK",
     "# Subtest: x\n    ok 1 - a\n    ok 2 - b\n    1..2\nok 1 - x\n1..1\n",
     "2 passed, 0 failed", 0),
    ("nothing at all is no success", None, "", "0 passed, 0 failed", 1),
]


def count(program, result, stdout):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        if result is not None:
            log.write(json.dumps({"name": "x", "result": result, "stdout": stdout}) + "\n")
        log.flush()
        return subprocess.run([sys.executable, str(program), log.name], check=False,
                              capture_output=True, text=True)


def main():
    program = pathlib.Path(sys.argv[1]) / "tests/support/count-results.py"
    tap = Tap()
    for name, result, stdout, line, status in CASES:
        got = count(program, result, stdout)
        tap.case(name, [] if (got.stdout.strip(), got.returncode) == (line, status)
                 else [f"got {got.stdout.strip()!r}, {got.returncode}"])
    tap.done()


main()
