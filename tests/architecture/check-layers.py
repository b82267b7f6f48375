#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-layers.py SOURCE BUILD: who really includes whom.

Reads the headers that the compiler recorded for every object (ninja -t deps) and compares them
with src/layers.txt. This sees relative includes and system headers, which include paths do not.
"""

import pathlib
import re
import subprocess
import sys

from architecture import Tap, layer_of, read_layers

# Folder below /usr/include (or file in it) -> the name used in layers.txt.
LIBRARIES = [
    (r"/libadwaita-1/", "adw"),
    (r"/gtk-4\.0/", "gtk"),
    (r"/(glib-2\.0|gio-unix-2\.0|libmount|blkid|sysprof-\d)/", "glib"),
    (r"/sqlite3(ext)?\.h$", "sqlite3"),
    (r"/libsoup-3\.0/", "soup"),
    (r"/json-glib-1\.0/", "json"),
    (r"/libical/", "ical"),
    (r"/qpdf/", "qpdf"),
    (r"/cairo/", "cairo"),
    (r"/(pango-1\.0|harfbuzz|fribidi|freetype2|libpng16)/", "pango"),
    (r"/gdk-pixbuf-2\.0/", "pixbuf"),
    (r"/graphene-1\.0/", "gtk"),
    (r"/(libsodium|sodium)", "sodium"),
    (r"/libsecret-1/", "secret"),
    (r"/(zlib|zconf)\.h$", "zlib"),
    (r"/jpeglib\.h$", "jpeg"),
    (r"/X11/", "x11"),
]
# What a library's own headers bring along.
BRINGS = {
    "gtk": {"glib", "cairo", "pango", "pixbuf"},
    "adw": {"gtk", "glib", "cairo", "pango", "pixbuf"},
    "soup": {"glib"},
    "json": {"glib"},
    "pango": {"glib", "cairo"},
    "pixbuf": {"glib"},
    "cairo": {"pango"},  # cairo-ft.h needs freetype
}


def library_of(header):
    for pattern, name in LIBRARIES:
        if re.search(pattern, header):
            return name
    return None


def recorded_headers(build):
    """Yields (object, [header, …]) as ninja recorded them."""
    output = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], check=True,
                            capture_output=True, text=True).stdout
    for block in output.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("ninja:")]
        if lines and "STALE" not in lines[0]:
            yield lines[0].split(":")[0], [line.strip() for line in lines[1:]]


def allowed_libraries(layer, layers):
    allowed = layer.public | layer.private
    for used in layer.uses:
        allowed |= layers[used].public if used in layers else set()
    for library in list(allowed):
        allowed |= BRINGS.get(library, set())
    return allowed


def complaints_about(name, objects, layers, source, build):
    layer = layers[name]
    libraries = allowed_libraries(layer, layers)
    found = set()
    for headers in objects:
        where = headers[0]
        for header in headers[1:]:
            path = pathlib.Path(build, header).resolve()
            if path.name == "config.h":
                continue  # the one header that every layer sees
            for root in (build / "src", source / "src"):
                if root in path.parents:
                    other = layer_of(path.relative_to(root).as_posix(), layers)
                    if other not in layer.uses | {name}:
                        found.add(f"{where} includes {header}: {name} may not use {other}")
                    break
            else:
                library = library_of(str(path))
                if library is not None and library not in libraries:
                    found.add(f"{where} includes <{path.name}>: {name} may not use {library}")
    return sorted(found)


def table_complaints(layers):
    """The table itself: no layer uses one above it, none that does not exist."""
    seen = set()
    for name, layer in layers.items():
        for used in layer.uses:
            if used not in layers:
                yield f"{name} uses {used}, which has no line"
            elif used not in seen:
                yield f"{name} uses {used}, which stands above it"
        seen.add(name)


def main():
    source, build = (pathlib.Path(arg).resolve() for arg in sys.argv[1:3])
    layers = read_layers(source)
    by_layer = {}
    for target, headers in recorded_headers(build):
        if not target.startswith("src/") or not headers:
            continue
        name = layer_of(target.split(".p/")[0], layers)
        path = pathlib.Path(build, headers[0]).resolve()
        for root in (build / "src", source / "src"):
            if root in path.parents:
                name = layer_of(path.relative_to(root).as_posix(), layers)
        by_layer.setdefault(name, []).append(headers)

    tap = Tap()
    tap.case("the table goes bottom up", table_complaints(layers))
    tap.case("each object belongs to a layer",
             (headers[0] for headers in by_layer.pop(None, [])))
    for name, objects in by_layer.items():
        tap.case(f"{name} includes only what it may",
                 complaints_about(name, objects, layers, source, build))
    tap.done()


main()
