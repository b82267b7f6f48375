#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-words.py SOURCE: the screen and the help speak as the team does, and blame nobody.

src/CONTRIBUTING.md says why; these words are not said, and those are said instead.
"""

import pathlib
import re
import sys

from architecture import Tap, source_files

# What is not said -> what is said instead.
WORDS = {
    r"unallocated": "to cover",
    r"off sick|AWOL": "away",
    r"double[- ]handed": "two colleagues",
    r"constraint|violat\w+": "what cannot be, and why",
    r"penalt\w+": "what this changes for others",
    r"infeasible": "these wishes clash",
    r"idle time|downtime": "free time, paid",
    r"refused care": "chose not to",
    r"missed call": "nobody came",
    r"continuity breach": "a new face",
    r"service users?|clients?": "people we support",
    r"staff|carers?|employees?": "colleagues",
    r"archived": "died, moved on",
}
LITERAL = re.compile(r'(?<!\w)(?:N?C?_|ngettext)\s*\(((?:\s*,?\s*"(?:[^"\\]|\\.)*")+)')
MARKED_UI = re.compile(r'translatable="(?:yes|true)"[^>]*>([^<]*)<')


def texts(path):
    content = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        return LITERAL.findall(content)
    if path.suffix == ".ui":
        return MARKED_UI.findall(content)
    return [re.sub(r"<[^>]*>", " ", content)]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    complaints = []
    for path in source_files(root, "*.c", "*.h", "*.ui", "*.page", folders=("src", "help")):
        for text in texts(path):
            for wrong, right in WORDS.items():
                for found in re.findall(rf"\b(?:{wrong})\b", text, re.IGNORECASE):
                    complaints.append(f"{path.relative_to(root)}: “{found}”; say: {right}")
    tap = Tap()
    tap.case("the words of the screen and the help", complaints)
    tap.done()


main()
