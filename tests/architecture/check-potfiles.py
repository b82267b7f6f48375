#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py SOURCE [--write]: what can be translated is listed in po/POTFILES.in, in order.

With --write the list is written anew instead.
"""

import pathlib
import re
import sys

from architecture import Tap, source_files, strip_comments

MARKED_C = re.compile(r"(?<![\w])(?:N?C?_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*\"")
MARKED_UI = re.compile(r'translatable="(?:yes|true)"')


def is_marked(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ui":
        return bool(MARKED_UI.search(text))
    if path.suffix in (".c", ".h"):
        return bool(MARKED_C.search(strip_comments(text)))
    return True


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    listed = [line.strip() for line in
              (root / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
              if line.strip() and not line.startswith("#")]
    files = source_files(root, "*.c", "*.h", "*.ui")
    files += source_files(root, "*.desktop.in", "*.metainfo.xml.in", "*.gschema.xml",
                          folders=("data",))
    marked = {path.relative_to(root).as_posix() for path in files if is_marked(path)}

    if "--write" in sys.argv:
        head = "# Every file with text to translate, in alphabetical order.\n"
        (root / "po/POTFILES.in").write_text(
            head + "".join(f"{name}\n" for name in sorted(marked)), encoding="utf-8")
        return
    tap = Tap()
    tap.case("each file with text to translate is listed", sorted(marked - set(listed)))
    tap.case("each file listed is there",
             (name for name in listed if not (root / name).is_file()))
    tap.case("the list is sorted and has no file twice",
             [] if listed == sorted(set(listed)) else
             [f"{a} before {b}" for a, b in zip(listed, listed[1:]) if a >= b])
    tap.done()


main()
