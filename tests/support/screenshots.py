#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py PROGRAM FOLDER [ARG…]: pictures of the main screens, into FOLDER.

Takes those that are as large as the screen it finds (GW_SCREEN), with the window filling it.
Runs inside with-display; `./dev run` and `./dev screenshots` call it. The keys are the ones that
the help teaches, so a picture that is wrong is a key that does not work.
"""

import os
import pathlib
import subprocess
import sys

from window import Window

# size of the screen -> (picture, keys that lead there)
SCREENS = {
    "1366x768": [
        ("rota-week", ["alt+1", "ctrl+1"]),
        ("rota-day", ["alt+1", "ctrl+2"]),
        ("people", ["alt+2"]),
        ("team", ["alt+3"]),
    ],
    "1024x600": [("rota-week-small", ["alt+1", "ctrl+1"])],
}
DARK = {"1366x768": [("rota-week-dark", ["alt+1", "ctrl+1"])]}


def take(command, folder, screens, env=None):
    if not screens:
        return
    with Window(command, env=env, timeout_s=60) as window:
        window.wait_for_geometry(kind="card", timeout_s=60)
        window.maximize()
        window.move(2, 2)  # no tooltip
        for name, keys in screens:
            window.focus()
            window.key(*keys)
            window.settle(1)
            path = folder / f"{name}.png"
            window.picture(str(path))
            subprocess.run(["convert", path, "-strip", "+dither", "-colors", "255",
                            "-define", "png:compression-level=9", path], check=True)
            print(path, flush=True)


def main():
    program, folder, *arguments = sys.argv[1:]
    folder = pathlib.Path(folder)
    command = [program, *arguments]
    size = os.environ.get("GW_SCREEN", "1366x768")
    take(command, folder, SCREENS.get(size, []))
    take(command, folder, DARK.get(size, []), {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"})


main()
