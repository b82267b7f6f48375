# SPDX-License-Identifier: GPL-3.0-or-later
"""Menus, choosers and long pages, as a person's hands use them."""

import os

from journey import NotThere, wait_until
from window import centre


def menu(window, name):
    """Opens the main menu with its key and chooses from it."""
    def item():
        return [row for row in window.geometry(kind="row") if row["name"].startswith(name)]

    window.key("F10")
    window.settle(0.2)
    window.click(wait_until(item, f"no {name} in the menu")[0])


def choose_file(window, title, path):
    """Answers the desktop's own file dialog by typing."""
    def taken():
        # GTK 4.18 completes what is typed into something else and shows the folder instead.
        shown = window.geometry(kind="label", name=os.path.basename(path))
        if shown:
            window.click(shown[0])
        else:
            window.key("ctrl+l")
            window.settle(0.2)
            window.key("ctrl+a")
            window.type(path)
        window.key("Return")
        window.settle(0.5)
        return title not in window.titles()

    wait_until(lambda: title in window.titles(), f"no dialog “{title}”")
    window.settle(0.3)
    wait_until(taken, f"“{title}” takes no {path}")


def choose_name(window, name):
    entry = window.wait_for_geometry(kind="entry", name="Find by name")
    window.click(entry)
    window.key("ctrl+a")
    window.type(name)
    wait_until(lambda: len(window.geometry(kind="row", name=name)) == 1, f"no {name}")
    window.click(window.geometry(kind="row", name=name)[0])


def scroll_to(window, name):
    """Turns the wheel until the button is well inside the window."""
    floor = window.geometry(kind="window")[0]
    window.move(*centre(floor))
    for _ in range(20):
        found = [item for item in window.geometry(kind="button") if item["name"] == name]
        if found and found[0]["y"] < floor["y"] + floor["height"] - 100:
            return
        window.wheel(3)
    raise NotThere(f"scrolling does not lead to {name}")
