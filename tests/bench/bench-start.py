#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py PROGRAM EMPTY [ARG… | --five-years PLANNER]: start to a usable board, and memory, against an empty window.

Starts both in turns and compares medians. Each tells through a pipe that its first frame (ours: the first that shows visits) is painted, and is usable
when it has then answered a request. With --five-years the command line PLANNER makes a team file with five years of visits first.
"""

import os
import pathlib
import select
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

from figures import Figures  # noqa: E402
from window import APP_ID, OBJECT_PATH, Gio, Window  # noqa: E402

STARTS = int(os.environ.get("GW_BENCH_STARTS", "20"))
PATIENCE_S = 60


def resident_mib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def cpu_seconds(pid):
    """Processor time of all threads so far."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as times:
            total += int(times.read().split()[0])
    return total / 1e9


def wait_for_frame(pipe, window):
    if not select.select([pipe], [], [], PATIENCE_S)[0]:
        window.close()
        sys.exit("no board within a minute")


def ask(window):
    """Asks for the names of the actions: a small thing that the main thread must answer itself."""
    window.bus.call_sync(APP_ID, OBJECT_PATH, "org.gtk.Actions", "List", None, None,
                         Gio.DBusCallFlags.NO_AUTO_START, 5000, None)


def start_once(command):
    """Returns (seconds to usable, processor seconds until then, MiB resident a little later)."""
    path = os.path.join(os.environ["XDG_RUNTIME_DIR"], "ready")
    os.mkfifo(path)
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    begin = time.monotonic()
    window = Window(command, env={"GOOD_WEEK_READY": path}, expect_window=False)
    try:
        wait_for_frame(pipe, window)
        cpu = cpu_seconds(window.pid)
        ask(window)
        taken = time.monotonic() - begin
        assert window.geometry(kind="card"), "it said that visits are shown"
        window.settle(0.8)
        return taken, cpu, resident_mib(window.pid)
    finally:
        window.close()
        os.close(pipe)
        os.unlink(path)


def make_five_years(planner):
    """A team file of 95,000 visits, in the private data folder that goes away."""
    path = os.path.join(os.environ["XDG_DATA_HOME"], "five-years.gw")
    subprocess.run([planner, "sample", path, "--seed", "7", "--weeks", "260"], check=True)
    return path


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def main():
    program, empty, *arguments = sys.argv[1:]
    name = "the sample team of twelve weeks"
    if arguments[:1] == ["--five-years"]:
        arguments = [make_five_years(arguments[1])]
        name = "a team with five years of visits"
    ours, theirs = [], []
    for turn in range(STARTS + 1):
        pair = start_once([empty]), start_once([program, *(arguments or ["--sample"])])
        if turn > 0:  # the first pair warms the disk cache, and makes the sample
            theirs.append(pair[0])
            ours.append(pair[1])
    our_s, our_cpu, our_mib = medians(ours)
    their_s, their_cpu, their_mib = medians(theirs)
    figures = Figures(f"Start and memory with {name}, median of {STARTS} interleaved starts")
    figures.add("an empty window, to its first frame", their_s, unit="s")
    figures.add("Good Week, to a usable board", our_s, unit="s")
    figures.add("ratio of the two", our_s / their_s, 1.5, "×")
    figures.add("processor time until then, an empty window", their_cpu, unit="s")
    figures.add("processor time until then, all threads", our_cpu, unit="s")
    figures.add("ratio of the two", our_cpu / their_cpu, unit="×")
    figures.add("an empty window, resident", their_mib, unit="MiB")
    figures.add("Good Week, resident", our_mib, unit="MiB")
    figures.add("ratio of the two", our_mib / their_mib, 1.6, "×")
    figures.done()


main()
