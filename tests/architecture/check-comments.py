#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-comments.py SOURCE: comments give the reason itself and cite nothing that is not here.

A section number, a rule's number in somebody's list, or a document outside the repository tells a
reader of the code nothing.
"""

import pathlib
import re
import sys

from architecture import Tap, source_files

FOLDERS = ("src", "tests", "data", "help")
PATTERNS = ("*.c", "*.h", "*.py", "*.ui", "*.css", "*.md", "*.txt", "meson.build")
SECTION = re.compile(r"§|\b(?:DESIGN|SCREENS|DOMAIN|STYLE)\b(?!\w| =|\.get)")
# One capital and a figure (F9 is a key) in brackets, or before a colon at the beginning of a comment: "(V8)".
NUMBERED_RULE = re.compile(
    r"\(rules? [A-Z]\d|\([A-EG-Z]\d{1,2}[a-z]?(?:, [A-EG-Z]\d{1,2}[a-z]?)*\)|/\* (?:Rule )?[A-Z]\d{1,2}: ")
DOCUMENT = re.compile(r"\b([\w./-]*\w\.md)\b")
SOURCE = re.compile(r"\b(gw-[a-z-]+\.[ch])\b")


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    known = {path.name for path in root.glob("*.md")}
    known |= {path.name for folder in FOLDERS for path in (root / folder).rglob("*.md")}
    sources = {path.name for path in source_files(root, "*.c", "*.h", folders=FOLDERS)}
    cited, missing, unknown = [], [], []
    for path in source_files(root, *PATTERNS, folders=FOLDERS):
        if path.name == pathlib.Path(__file__).name:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{path.relative_to(root)}:{number}"
            if SECTION.search(line) or NUMBERED_RULE.search(line):
                cited.append(f"{where}: {line.strip()}")
            missing += [f"{where}: there is no {name}" for name in DOCUMENT.findall(line)
                        if pathlib.PurePath(name).name not in known]
            # Resources are made while building.
            unknown += [f"{where}: there is no {name}" for name in SOURCE.findall(line)
                        if name not in sources and not name.endswith("-resources.h")]
    tap = Tap()
    tap.case("no comment cites a section or a numbered rule", cited)
    tap.case("documents that are named exist", missing)
    tap.case("source files that are named exist", unknown)
    tap.done()


main()
