#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-headers.py SOURCE: every header says what it is for, and what each function does."""

import pathlib
import re
import sys

from architecture import Tap, source_files

TOKEN = re.compile(
    r"(?P<comment>/\*.*?\*/|//[^\n]*)"
    r"|(?P<directive>^[ \t]*\#(?:[^\n\\]|\\.)*(?:\\\n(?:[^\n\\]|\\.)*)*)"
    r"|(?P<macro>^(?:G_[A-Z_]+|GW_[A-Z0-9_]+|extern \"C\")[^;{\n]*(?:\n[ \t]+[^;{\n]*)*(?:;|(?=\n)))"
    r"|(?P<space>\s+)", re.DOTALL | re.MULTILINE)
FUNCTION = re.compile(r"\b(gw_\w+)\s*\(")


def is_attribute(macro):
    return re.fullmatch(r"G\w+", macro) and macro not in ("G_BEGIN_DECLS", "G_END_DECLS")


def statements(text):
    """Yields (kind, text, offset) of each comment and each top-level statement."""
    offset = 0
    while offset < len(text):
        token = TOKEN.match(text, offset)
        if token and token.end() > offset:
            if token.lastgroup == "macro" and is_attribute(token.group(0)):
                pass  # an attribute on a line of its own: part of the declaration below
            elif token.lastgroup in ("comment", "macro"):
                yield token.lastgroup, token.group(0), offset
                offset = token.end()
                continue
            elif token.lastgroup != "macro":
                offset = token.end()
                continue
        end = end_of_statement(text, offset)
        yield "statement", text[offset:end], offset
        offset = end


def end_of_statement(text, offset):
    """After the semicolon, or after the closing brace of a function's body."""
    depth = 0
    start = offset
    while offset < len(text):
        comment = re.compile(r"/\*.*?\*/", re.DOTALL).match(text, offset)
        if comment:
            offset = comment.end()
            continue
        character = text[offset]
        offset += 1
        if character in "{(":
            depth += 1
        elif character in "})":
            depth -= 1
            body = text[start:offset]
            is_function = re.search(r"\)\s*\{", body) and not re.match(r"\s*typedef", body)
            if character == "}" and depth == 0 and is_function:
                return offset
        elif character == ";" and depth == 0:
            return offset
    return len(text)


def undocumented(path, root):
    text = path.read_text(encoding="utf-8")
    documented = False
    for kind, body, offset in statements(text):
        if kind == "comment":
            documented = True
            continue
        function = FUNCTION.search(body)
        is_type = re.match(r"\s*(typedef|struct|enum|union)\b[^(]*[{;]", body) or \
            re.match(r"\s*typedef\b", body)
        if kind == "statement" and function and not is_type and not documented and \
                not function[1].endswith(("_get_type", "_quark")):
            line = text.count("\n", 0, offset) + 1
            yield f"{path.relative_to(root)}:{line}: {function[1]} has no comment"
        documented = False


def without_licence(paths, root):
    for path in paths:
        first = path.read_text(encoding="utf-8").split("\n", 2)[:2]
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in first):
            yield f"{path.relative_to(root)}: no licence line"


def without_purpose(paths, root):
    for path in paths:
        text = path.read_text(encoding="utf-8")
        rest = re.sub(r"\A(?:#!.*\n)?/\* SPDX[^\n]*\*/\s*", "", text)
        if not re.match(r"/\*|\"\"\"", rest) and not re.match(r"/\* SPDX[^*]*\n", text):
            yield f"{path.relative_to(root)}: does not open with its purpose"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    headers = source_files(root, "*.h")
    code = source_files(root, "*.c", "*.h", "*.py", folders=("src", "tests"))
    c_code = source_files(root, "*.c", "*.h", folders=("src",))
    tap = Tap()
    tap.case("each file has its licence line", without_licence(code, root))
    tap.case("each file opens with its purpose", without_purpose(c_code, root))
    tap.case("each header is included once only",
             (str(path.relative_to(root)) for path in headers
              if "#pragma once" not in path.read_text(encoding="utf-8")))
    tap.case("each public function has a comment",
             (complaint for path in headers for complaint in undocumented(path, root)))
    tap.done()


main()
