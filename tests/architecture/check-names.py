#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-names.py SOURCE: what is typed into, chosen from or watched has a name for screen readers.

A placeholder or a tooltip is no name. It stands in the template (a label, or the words that label
it), or the code gives it.
"""

import pathlib
import sys
import xml.etree.ElementTree as xml

from architecture import Tap, source_files

CLASSES = {"GtkCalendar", "GtkDropDown", "GtkEntry", "GtkGridView", "GtkProgressBar",
           "GtkSearchEntry", "GtkTextView"}


def named_in_code(template, name):
    code = template.with_suffix(".c").read_text(encoding="utf-8")
    return f"GTK_ACCESSIBLE (self->{name})" in code


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    nameless = []
    for path in source_files(root, "*.ui"):
        for thing in xml.parse(path).iter("object"):
            name = thing.get("id", "")
            if thing.get("class") in CLASSES and thing.find("accessibility") is None and \
                    not named_in_code(path, name):
                nameless.append(f"{path.relative_to(root)}: {thing.get('class')} “{name}”")
    tap = Tap()
    tap.case("fields, choices and progress have names", nameless)
    tap.done()


main()
