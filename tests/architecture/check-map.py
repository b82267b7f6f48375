#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-map.py SOURCE: src/README.md names every folder and every family of files, and no other.

In the map a family is `gw-thing` (its .c, .h and .ui) or `gw-thing-*`.
"""

import fnmatch
import pathlib
import re
import sys

from architecture import Tap, source_files

CODE = ("*.c", "*.h", "*.ui")


def sections(text):
    """{folder: text below its heading `## folder/`}"""
    parts = re.split(r"^#+ `([\w/]+)/`.*$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    described = sections((root / "src/README.md").read_text(encoding="utf-8"))
    families = {}
    for path in source_files(root, *CODE):
        relative = path.relative_to(root / "src")
        families.setdefault(relative.parent.as_posix(), set()).add(
            re.sub(r"-private$", "", path.stem))

    tap = Tap()
    tap.case("each folder has a heading", sorted(set(families) - set(described)))
    tap.case("each heading has a folder", sorted(set(described) - set(families)))
    for folder, stems in sorted(families.items()):
        names = re.findall(r"`([\w*-]+)`", described.get(folder, ""))
        names = [name for name in names if name.startswith("gw-") or name in ("main",)]
        missing = [stem for stem in sorted(stems)
                   if not any(fnmatch.fnmatch(stem, name) for name in names)]
        stale = [name for name in names
                 if not any(fnmatch.fnmatch(stem, name) for stem in stems)]
        tap.case(f"src/{folder} is mapped",
                 [f"not named: {name}" for name in missing] +
                 [f"named but gone: {name}" for name in stale])
    tap.done()


main()
