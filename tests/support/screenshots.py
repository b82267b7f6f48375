#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py PROGRAM FOLDER [ARG…]: pictures of the main screens, into FOLDER.

Runs inside with-display; `./dev run` and `./dev screenshots` call it. The keys are the ones that
the help teaches, so a picture that is wrong is a key that does not work.
"""

import pathlib
import sys

from window import Window

# (picture, width, height, keys that lead there from the rota)
SCREENS = [
    ("rota-week", 1366, 768, ["alt+1", "ctrl+1"]),
    ("rota-day", 1366, 768, ["alt+1", "ctrl+2"]),
    ("people", 1366, 768, ["alt+2"]),
    ("team", 1366, 768, ["alt+3"]),
    ("rota-week-small", 1024, 600, ["alt+1", "ctrl+1"]),
]
DARK = [("rota-week-dark", 1366, 768, ["alt+1", "ctrl+1"])]


def crop(path, width, height):
    """The window is smaller than the screen for the small pictures."""
    import subprocess
    subprocess.run(["convert", path, "-crop", f"{width}x{height}+0+0", "+repage", "-strip", path],
                   check=True)


def take(command, folder, screens, env=None):
    with Window(command, env=env, timeout_s=60) as window:
        window.settle(3)
        for name, width, height, keys in screens:
            window.resize(width, height)
            window.focus()
            window.key(*keys)
            window.settle(1)
            path = folder / f"{name}.png"
            window.picture(str(path))
            crop(path, width, height)
            print(path, flush=True)


def main():
    program, folder, *arguments = sys.argv[1:]
    folder = pathlib.Path(folder)
    command = [program, *arguments]
    take(command, folder, SCREENS)
    take(command, folder, DARK, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})


main()
