# SPDX-License-Identifier: GPL-3.0-or-later
"""What the gates share: the table of layers, the files of the tree, and TAP output."""

import pathlib
import re
import sys


class Layer:
    """One line of src/layers.txt."""

    def __init__(self, name, uses, libraries):
        self.name = name
        self.uses = set(uses)
        self.public = {lib for lib in libraries if not lib.startswith("private:")}
        self.private = {lib[len("private:"):] for lib in libraries if lib.startswith("private:")}


def read_layers(root):
    """Returns {name: Layer}, in the order of the file (bottom up)."""
    layers = {}
    for line in (root / "src/layers.txt").read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        name, uses, libraries = (part.strip() for part in line.split("|"))
        layers[name] = Layer(name, uses.split(), libraries.split())
    return layers


def layer_of(path, layers):
    """The layer that `path`, relative to src/, lies in: the longest folder that has a line."""
    parts = pathlib.PurePosixPath(path).parts[:-1]
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in layers:
            return name
    return None


def source_files(root, *patterns, folders=("src",)):
    """All files below the folders that match one of the patterns, sorted."""
    found = set()
    for folder in folders:
        for pattern in patterns:
            found.update((root / folder).rglob(pattern))
    return sorted(path for path in found if path.is_file())


class Tap:
    """Prints TAP; a case passes when its list of complaints is empty."""

    def __init__(self):
        self.cases = 0
        self.failures = 0

    def case(self, name, complaints):
        self.cases += 1
        complaints = list(complaints)
        for complaint in complaints:
            print("#", complaint)
            print(complaint, file=sys.stderr)  # meson shows this, and not the TAP
        if complaints:
            self.failures += 1
        print(f"{'not ok' if complaints else 'ok'} {self.cases} - {name}")

    def skip(self, name, reason):
        self.cases += 1
        print(f"ok {self.cases} - {name} # SKIP {reason}")

    def done(self):
        print(f"1..{self.cases}")
        sys.exit(1 if self.failures else 0)


def strip_comments(text):
    """The text with comments blanked, lines kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r"/\*.*?\*/|//[^\n]*", blank, text, flags=re.DOTALL)
