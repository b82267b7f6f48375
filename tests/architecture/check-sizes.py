#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-sizes.py SOURCE: what is surely too much. Aims are lower; see src/CONTRIBUTING.md.

A file is split because it has two subjects. Tables of data are left out: a file that says
"data table" in its opening comment.
"""

import pathlib
import re
import sys

from architecture import Tap, source_files, strip_comments

FILE_LINES, FILE_THINK = 800, 500
FUNCTION_LINES, FUNCTION_THINK = 100, 60
HEADER_FUNCTIONS = 25
NESTING = 4


def functions(lines):
    """Yields (first line, lines) of each function: first-column brace to first-column brace."""
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}") and start is not None:
            if line.rstrip() == "}":
                yield start, number - start - 1
            start = None


def is_table(text):
    return "data table" in text[:1500].lower()


def public_functions(text):
    text = re.sub(r"^[ \t]*#(?:.*\\\n)*.*$", "", strip_comments(text), flags=re.MULTILINE)
    text = re.sub(r"\{[^{}]*\}", "{}", text)
    names = re.findall(r"^[A-Za-z][^;{}=]*?\b(gw_\w+)\s*\([^;{]*\)[^;{]*[;{]", text, re.MULTILINE)
    return [name for name in names if not name.endswith(("_get_type", "_quark"))]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    long_files, long_functions, wide_headers, notes = [], [], [], []
    for path in source_files(root, "*.c", "*.h", folders=("src", "tests")):
        name = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        if is_table(text):
            continue
        lines = text.splitlines()
        if len(lines) > FILE_LINES:
            long_files.append(f"{name}: {len(lines)} lines")
        elif len(lines) > FILE_THINK:
            notes.append(f"{name}: {len(lines)} lines")
        for line, length in functions(lines):
            if length > FUNCTION_LINES:
                long_functions.append(f"{name}:{line}: a function of {length} lines")
            elif length > FUNCTION_THINK:
                notes.append(f"{name}:{line}: a function of {length} lines")
        # What a split widget's own files share (-private.h) is not public.
        if path.suffix == ".h" and name.parts[0] == "src" and "-private" not in path.stem:
            count = len(public_functions(text))
            if count > HEADER_FUNCTIONS:
                wide_headers.append(f"{name}: {count} public functions")

    tap = Tap()
    for note in notes:
        print("# think again:", note)
    tap.case(f"no file above {FILE_LINES} lines", long_files)
    tap.case(f"no function above {FUNCTION_LINES} lines", long_functions)
    tap.case(f"no header above {HEADER_FUNCTIONS} functions", wide_headers)
    tap.done()


main()
