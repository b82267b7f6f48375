#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-callers.py SOURCE: every public function has somebody who calls it, if only a test.

What nobody calls is carried along, translated, documented and never tried. GObject's own
(`_get_type`, `_quark`, and what the autoptr macros name) are called by macros.
"""

import collections
import pathlib
import re
import sys

from architecture import Tap, source_files

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NAME = re.compile(r"\bgw_[a-z0-9_]+\b")
# A declaration has its type before it; a definition stands at the start of the line.
DECLARED = re.compile(r"^(?!#|typedef|return)[A-Za-z][\w \*]*?[ \*](gw_[a-z0-9_]+) \(", re.MULTILINE)
DEFINED = re.compile(r"^(gw_[a-z0-9_]+) \(", re.MULTILINE)
BY_MACROS = re.compile(r"_get_type$|_quark$")


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    uses = collections.Counter()
    public = {}
    for path in source_files(root, "*.c", "*.h", "*.ui", folders=("src", "tests")):
        text = COMMENT.sub("", path.read_text(encoding="utf-8"))
        uses.update(NAME.findall(text))
        declared = DECLARED.findall(text)
        uses.subtract(declared)
        uses.subtract(DEFINED.findall(text))
        if path.suffix == ".h" and path.is_relative_to(root / "src"):
            names = declared + DEFINED.findall(text)
            public.update((name, path.relative_to(root)) for name in names)
    tap = Tap()
    tap.case("every public function has a caller",
             sorted(f"{where}: nobody calls {name}" for name, where in public.items()
                    if uses[name] <= 0 and not BY_MACROS.search(name)))
    tap.done()


main()
