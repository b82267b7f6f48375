#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journey-first-start.py PROGRAM: the first start, the sample, closing, opening again."""

import os
import pathlib
import sys

from journey import Journey, Window, ask, expect, expect_named, wait_until

PROGRAM = sys.argv[1]


def sample_file():
    """The sample's team file below the private data folder."""
    found = list(pathlib.Path(os.environ["XDG_DATA_HOME"]).rglob("*.gw"))
    return str(found[0]) if found else None


def first_start(journey):
    with Window([PROGRAM]) as window:
        journey.step("a first start offers the sample",
                     lambda: window.find(name="sample neighbourhood"))
        journey.step("every button has a name", lambda: expect_named(window))
        status = window.close()
    journey.step("it closes without trouble", lambda: expect(status == 0, f"status {status}"))


def sample(journey):
    with Window([PROGRAM, "--sample"]) as window:
        journey.step("the sample opens and is saved",
                     lambda: window.wait_for_geometry(name="Saved", timeout_s=60))
        path = journey.step("its team file is there",
                            lambda: wait_until(sample_file, "no team file", 20))
        status = window.close()
    journey.step("it closes without trouble", lambda: expect(status == 0, f"status {status}"))
    journey.step("the file is whole", lambda: expect(
        ask(path, "PRAGMA integrity_check") == [("ok",)], "the file is damaged"))
    with Window([PROGRAM, path]) as window:
        journey.step("the file opens again",
                     lambda: window.wait_for_geometry(name="Saved", timeout_s=60))


def quit_early(journey):
    """Asks it to quit the moment it can be asked, when its window may not be shown yet."""
    window = Window([PROGRAM, sample_file()], expect_window=False)
    wait_until(lambda: (window.activate("quit"),), "it is not on the bus", 20, 0.002)
    status = journey.step("it quits before its window is there", lambda: window.wait_for_exit(10))
    expect(status == 0, f"status {status}")


def new_team(journey):
    """Nothing is a dead end: each step that is missing has a button that leads to it."""
    with Window([PROGRAM]) as window:
        row = journey.step("a team can be started", lambda: window.wait_for_geometry(
            kind="row", name="Start a team from your lists"))
        window.click(row)
        journey.step("it has a name", lambda: window.wait_for_geometry(
            name="What is the team called?"))
        window.wait_for_keyboard()
        window.type("Canal Side")
        window.key("Tab")
        window.type("Nadia")
        window.press("Start")
        journey.step("lists are offered", lambda: window.wait_for_geometry(
            kind="window", name="Import"))
        window.key("Escape")
        journey.step("without them it says what is missing", lambda: window.wait_for_geometry(
            kind="label", name="There is nobody yet whom the team supports"))
        journey.step("and leads there", lambda: window.press("Add a person"))
        journey.step("to the form of a person", lambda: window.wait_for_geometry(
            kind="label", name="Name they like"))
        window.key("Escape")
        somebody_else(journey, window)
        start_page_and_back(journey, window)


def choose_in_menu(window, steps):
    """What lies that many steps below the first item of the main menu that can be chosen."""
    before = len(window.geometry(kind="row"))
    window.key("F10")
    wait_until(lambda: len(window.geometry(kind="row")) > before, "no menu")
    window.key(*["Down"] * steps, "Return")


def somebody_else(journey, window):
    """The menu has led away from where it was; the keyboard must still lead somewhere."""
    choose_in_menu(window, 5)
    journey.step("who uses the laptop can be changed", lambda: window.wait_for_geometry(
        kind="label", name="Who is using this laptop?"))
    window.key("Escape")
    journey.step("or stay as it was", lambda: window.wait_for_geometry(
        kind="label", name="Nobody here yet"))
    window.key("alt+3")
    journey.step("and the keys still lead from place to place", lambda: window.wait_for_geometry(
        kind="label", name="Times away"))


def start_page_and_back(journey, window):
    choose_in_menu(window, 7)
    row = journey.step("the start page leads back to the team", lambda: window.wait_for_geometry(
        kind="row", name="Canal Side"))
    window.click(row)
    journey.step("which opens as it was", lambda: window.wait_for_geometry(
        kind="label", name="Times away"))


def main():
    with Journey("first-start") as journey:
        first_start(journey)
        sample(journey)
        new_team(journey)
        quit_early(journey)


main()
