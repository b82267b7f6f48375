# SPDX-License-Identifier: GPL-3.0-or-later
"""A real window, driven as a person drives it: mouse, keyboard, screen reader, eyes.

Runs inside tests/support/with-display with Debian's /usr/bin/python3. A journey reads:

    from window import Window

    with Window(["build/src/app/good-week", "--sample"]) as window:
        card = window.wait_for_geometry(kind="card", name="Rose")
        lane = window.geometry(kind="lane")[0]
        window.drag(centre(card), centre(lane))
        window.key("ctrl+z")
        window.picture("board.png")

Coordinates are pixels of the screen, as the program itself reports them through its
dump-geometry action: AT-SPI's are off by a few pixels on GTK 4.8.
"""

import collections
import contextlib
import json
import os
import signal
import subprocess
import tempfile
import time

# Fatal warnings are for the program. In here the accessibility library warns whenever something
# goes away while it is looked at, and that would end the test.
DEBUG = {"G_DEBUG": os.environ.pop("G_DEBUG", "")}

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Gio", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APP_ID = "org.goodweek.GoodWeek"
OBJECT_PATH = "/org/goodweek/GoodWeek"
STEP_S = 0.03
STEPS = 10


class NotThere(AssertionError):
    """Something that should have appeared did not."""


def wait_until(condition, what, timeout_s=10.0, pause_s=0.05):
    """Returns the first true value of condition(); raises NotThere after timeout_s."""
    end = time.monotonic() + timeout_s * float(os.environ.get("GW_PATIENCE", "1"))
    while True:
        try:
            value = condition()
        except (GLib.Error, ValueError, FileNotFoundError):
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise NotThere(what)
        time.sleep(pause_s)


def centre(item):
    """The middle of a rectangle from geometry()."""
    return (round(item["x"] + item["width"] / 2), round(item["y"] + item["height"] / 2))


class Window:
    """One running program and its first window."""

    newest = None  # for looking closer after a failure
    trail = collections.deque(maxlen=120)  # what mouse and keyboard did last, and when

    def __init__(self, command, env=None, timeout_s=20.0, expect_window=True, stderr=None):
        environment = dict(os.environ, GOOD_WEEK_TESTING="1", **DEBUG)
        environment.update(env or {})
        self.process = subprocess.Popen(command, env=environment, stderr=stderr)
        self.pid = self.process.pid
        self._bus = None
        self.id = None
        Window.newest = self
        if expect_window:
            try:
                self.id = wait_until(self._first_window, f"{command[0]} shows no window",
                                     timeout_s)
            except NotThere:
                self.close()
                raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # The process -----------------------------------------------------------------------------

    def _first_window(self):
        if self.process.poll() is not None:
            raise NotThere(f"the program ended with {self.process.returncode}")
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def windows(self):
        """The X ids of all visible windows of the program, dialogs and popovers included."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid)],
                              capture_output=True, text=True, check=False).stdout.split()

    def titles(self):
        """The titles of those windows; a file dialog is none of the program's own geometry."""
        return [subprocess.run(["xdotool", "getwindowname", window], capture_output=True,
                               text=True, check=False).stdout.strip()
                for window in self.windows()]

    def close(self, timeout_s=10.0):
        """Asks the program to quit; insists by signal; returns its exit status."""
        if self.process.poll() is None:
            try:
                self.activate("quit")
            except GLib.Error:
                self.process.terminate()
            try:
                self.process.wait(timeout_s)
            except subprocess.TimeoutExpired:
                self.process.terminate()
                try:
                    self.process.wait(3)
                except subprocess.TimeoutExpired:
                    self.process.kill()
        return self.process.wait()

    def kill(self):
        """Pulls the plug."""
        self.process.send_signal(signal.SIGKILL)
        return self.process.wait()

    def wait_for_exit(self, timeout_s=10.0):
        return self.process.wait(timeout_s)

    # Actions over the bus ----------------------------------------------------------------------

    @property
    def bus(self):
        if self._bus is None:
            self._bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        return self._bus

    def activate(self, action, parameter=None, path=OBJECT_PATH):
        """Activates an application action; parameter is a string, or None."""
        values = [] if parameter is None else [GLib.Variant("s", parameter)]
        self.bus.call_sync(APP_ID, path, "org.gtk.Actions", "Activate",
                           GLib.Variant("(sava{sv})", (action, values, {})), None,
                           Gio.DBusCallFlags.NO_AUTO_START, 5000, None)

    def all_geometry(self):
        """Every rectangle the program reports: kind, id, name, x, y, width, height."""
        with tempfile.TemporaryDirectory(prefix="gw-geometry") as folder:
            path = os.path.join(folder, "geometry.json")
            self.activate("dump-geometry", path)
            # In a tuple, since an empty list is an answer too.
            return wait_until(lambda: (self._read_json(path),),
                              "the program dumps no geometry", 20)[0]

    @staticmethod
    def _read_json(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    def geometry(self, **wanted):
        """The rectangles whose members match: kind="card", name="Rose" (part of it), id=…, or
        window="Import": in the window with that title."""
        def matches(item):
            return all(value in (item.get(key) or "") if key == "name"
                       else item.get(key) == value for key, value in wanted.items())
        found = []
        for item in self.all_geometry():
            if item["kind"] == "window":
                title = item["name"]
            item["window"] = title
            if matches(item):
                found.append(item)
        return found

    def wait_for_geometry(self, timeout_s=10.0, **wanted):
        """The first rectangle that matches, waited for until it stays where it is."""
        seen = []

        def steady():
            seen.append(self.geometry(**wanted)[:1])
            return seen[-1] and len(seen) > 1 and seen[-1] == seen[-2]

        wait_until(steady, f"nothing on screen is {wanted}", timeout_s)
        return seen[-1][0]

    def wait_for_keyboard(self, title=None):
        """Until keys go to the window with that title, a file dialog included; None: to whatever
        lies over the first window."""
        def has_it():
            names = [item["name"] for item in self.geometry(kind="active")]
            return names and (names[0] == title if title else names[0] != "Good Week")
        wait_until(has_it, f"“{title}” does not get the keyboard")

    def wait_until_gone(self, timeout_s=10.0, **wanted):
        wait_until(lambda: (not self.geometry(**wanted),)[0], f"{wanted} stays", timeout_s)

    def click_button(self, name):
        """Clicks the button that is called exactly that, in the newest window that has one, once it
        takes clicks."""
        seen = []

        def steady():
            seen.append([item for item in self.geometry(kind="button", sensitive=True)
                         if item["name"] == name][-1:])
            return seen[-1] and len(seen) > 1 and seen[-1] == seen[-2]

        wait_until(steady, f"no button “{name}”")
        self.click(seen[-1][0])

    # Mouse and keyboard ------------------------------------------------------------------------

    @staticmethod
    def _xdotool(*arguments):
        Window.trail.append(f"{time.monotonic():.2f} {' '.join(map(str, arguments))}")
        subprocess.run(["xdotool", *map(str, arguments)], check=True)

    def focus(self):
        """Gives the window the keyboard."""
        self._xdotool("windowfocus", "--sync", self.id)

    def resize(self, width, height):
        self._xdotool("windowsize", "--sync", self.id, width, height)

    def maximize(self):
        subprocess.run(["wmctrl", "-i", "-r", self.id, "-b", "add,maximized_vert,maximized_horz"],
                       check=False)
        time.sleep(0.3)

    def move(self, x, y):
        # Not with --sync: where the pointer is already there, that waits for 15 s.
        self._xdotool("mousemove", x, y)
        time.sleep(STEP_S)

    def click(self, place, button=1, times=1):
        """Clicks the centre of a rectangle, or a point."""
        x, y = centre(place) if isinstance(place, dict) else place
        self.move(x, y)
        self._xdotool("click", "--repeat", times, "--delay", 80, button)
        time.sleep(0.1)

    def wheel(self, clicks):
        """Turns the wheel towards oneself, where the pointer is; less than 0 turns it away."""
        self._xdotool("click", "--repeat", abs(clicks), "--delay", 30, 5 if clicks > 0 else 4)
        time.sleep(0.2)

    def drag(self, start, end, held_keys=(), before_drop=None):
        """Drags in ten moves of 30 ms; before_drop() may look at the screen with the button down.

        end may be a function that looks where to go once the thing is in hand; when it returns
        None, Escape puts the thing back.
        """
        self.move(*start)
        for key in held_keys:
            self._xdotool("keydown", key)
        self._xdotool("mousedown", 1)
        time.sleep(STEP_S)
        if callable(end):
            for step in range(1, STEPS + 1):
                self.move(start[0], start[1] + step)
            try:
                end = end()
            except BaseException:
                self._xdotool("mouseup", 1)
                raise
            if end is None:
                self.key("Escape")
                self._xdotool("mouseup", 1)
                return
        for step in range(1, STEPS + 1):
            self.move(round(start[0] + (end[0] - start[0]) * step / STEPS),
                      round(start[1] + (end[1] - start[1]) * step / STEPS))
        time.sleep(STEP_S)
        if before_drop is not None:
            time.sleep(0.2)
            before_drop()
        self._xdotool("mouseup", 1)
        for key in held_keys:
            self._xdotool("keyup", key)
        time.sleep(0.3)

    @contextlib.contextmanager
    def holding_key(self, key):
        """with window.holding_key("ctrl"): …"""
        self._xdotool("keydown", key)
        try:
            yield
        finally:
            self._xdotool("keyup", key)

    @contextlib.contextmanager
    def holding_button(self, button=1):
        """The same for a button of the mouse, where the pointer is."""
        self._xdotool("mousedown", button)
        try:
            yield
        finally:
            self._xdotool("mouseup", button)

    def key(self, *keys):
        """Presses keys one after the other: key("ctrl+z", "Return")."""
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            time.sleep(0.1)

    def type(self, text):
        self._xdotool("type", "--clearmodifiers", "--delay", 20, text)
        time.sleep(0.1)

    # The screen reader's view --------------------------------------------------------------------

    def accessible(self, timeout_s=10.0):
        """The program in the accessibility tree."""
        def find():
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == self.pid:
                    return child
            return None
        return wait_until(find, "the program is not in the accessibility tree", timeout_s)

    def find_all(self, role=None, name=None, root=None):
        """All accessibles of a role (Atspi.Role) whose name contains `name`, in tree order."""
        found = []
        pending = [root or self.accessible()]
        while pending:
            item = pending.pop()
            try:
                if (role is None or item.get_role() == role) and \
                        (name is None or name in (item.get_name() or "")):
                    found.append(item)
                children = [item.get_child_at_index(index)
                            for index in range(item.get_child_count())]
            except GLib.Error:
                continue  # it went away while we looked
            pending.extend(child for child in reversed(children) if child is not None)
        return found

    def find(self, role=None, name=None, root=None, timeout_s=10.0):
        """The first such accessible, waited for."""
        return wait_until(lambda: self.find_all(role, name, root),
                          f"no {role} named {name!r}", timeout_s)[0]

    @staticmethod
    def do_action(accessible, name=None):
        """Runs an accessible's action: by name, or its first."""
        index = 0
        if name is not None:
            names = [accessible.get_action_name(index)
                     for index in range(accessible.get_n_actions())]
            if name not in names:
                raise NotThere(f"no action {name!r} in {names}")
            index = names.index(name)
        if not accessible.do_action(index):
            raise NotThere(f"action {name or index} did not run")
        time.sleep(0.1)

    def press(self, name, role=Atspi.Role.PUSH_BUTTON):
        """Presses the button with that name, as a screen reader would, once it can be pressed."""
        def can_be():
            return [item for item in self.find_all(role, name)
                    if item.get_state_set().contains(Atspi.StateType.SENSITIVE)]
        self.do_action(wait_until(can_be, f"no {role} named {name!r} can be pressed")[0])

    @staticmethod
    def set_text(accessible, text):
        """Writes into an entry."""
        accessible.get_editable_text_iface().set_text_contents(text)
        time.sleep(0.1)

    def names(self, role=None):
        """The names of all accessibles of a role: for checking that every button has one."""
        return [item.get_name() for item in self.find_all(role)]

    # Eyes ----------------------------------------------------------------------------------------

    @staticmethod
    def settle(seconds=0.5):
        """Lets the last frame reach the screen."""
        time.sleep(seconds * float(os.environ.get("GW_PATIENCE", "1")))

    @staticmethod
    def picture(path):
        """A PNG of the whole screen."""
        Window.settle()
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        subprocess.run(["import", "-window", "root", path], check=True)
        return path
