# SPDX-License-Identifier: GPL-3.0-or-later
"""Menus, choosers and long pages, as a person's hands use them."""

import itertools
import os

from journey import NotThere, wait_until
from window import centre


def menu(window, name):
    """Opens the main menu with its key and chooses from it."""
    def item():
        return [row for row in window.geometry(kind="row") if row["name"].startswith(name)]

    window.key("F10")
    wait_until(item, f"no {name} in the menu")
    window.click(window.wait_for_geometry(kind="row", name=item()[0]["name"]))


def choose_file(window, title, path):
    """Answers the desktop's own file dialog by typing."""
    def is_gone():
        return not window.geometry(kind="window", name=title)

    def taken():
        # GTK 4.18 completes what is typed into something else and shows the folder instead.
        shown = window.geometry(kind="label", name=os.path.basename(path))
        if shown:
            window.click(shown[0])
        else:
            window.key("ctrl+l", "ctrl+a")
            window.type(path)
        window.key("Return")
        try:
            return wait_until(is_gone, "it stays", 3)
        except NotThere:
            return is_gone()

    window.wait_for_keyboard(title)
    wait_until(taken, f"“{title}” takes no {path}", 20)


def choose_name(window, name):
    """Finds somebody in the list of the print dialog; behind it the board has names as well."""
    def listed():
        return [row["name"] for row in window.geometry(kind="row", window="Print sheets")
                if row["y"] > entry["y"]]

    window.wait_for_keyboard("Print sheets")
    entry = window.wait_for_geometry(kind="entry", window="Print sheets")
    window.click(entry)
    window.key("ctrl+a")
    # A letter that no key has is typed by changing the keyboard for a moment, which a busy program
    # misses.
    window.type(" ".join(itertools.takewhile(str.isascii, name.split())))
    wait_until(lambda: listed() == [name], f"no {name}")
    window.click(window.wait_for_geometry(kind="row", name=name, window="Print sheets"))


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
