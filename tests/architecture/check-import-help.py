#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-import-help.py SOURCE: the help has every column of the imported lists, with its example."""

import html
import pathlib
import re
import sys

from architecture import Tap

TABLE = re.compile(r"static const GwImportField (\w+)_fields\[\] = \{(.*?)\n\};", re.DOTALL)
FIELD = re.compile(r'\{\s*"(?P<key>\w+)",\s*N_ \("(?P<label>[^"]*)"\),\s*"(?P<example>[^"]*)"')


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    source = root / "src/exchange/gw-import-target.c"
    tap = Tap()
    if not source.exists():
        tap.skip("the columns of imported lists", "lists cannot be imported yet")
        tap.done()
    page = (root / "help/C/import-columns.page").read_text(encoding="utf-8")
    rows = [html.unescape(row) for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)]
    for name, body in TABLE.findall(source.read_text(encoding="utf-8")):
        fields = list(FIELD.finditer(body))
        complaints = [] if fields else ["the table cannot be read"]
        for field in fields:
            if not any(f"<gui>{field['label']}</gui>" in row and field["example"] in row
                       for row in rows):
                complaints.append(f"{field['label']}, with the example {field['example']!r}")
        tap.case(f"the help has the columns of the list: {name}", complaints)
    tap.done()


main()
