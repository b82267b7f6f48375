#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-output.py PROGRAM: where the program writes: links, pipes, devices, full disks, modes.

Devices are copies in a folder of the test: a program that replaced one would replace the copy.
"""

import json
import os
import signal
import stat
import subprocess
import threading
import time

from instances import COLUMNS, LINE, STEPS, write
from terminal import PROGRAM, case, main, make_sample, run

PROBLEM = {"format": "good-week-problem", "version": 1, "days": 7, "places": ["Rose"],
           "travel": [[[0]]], "colleagues": [{}], "persons": [{}],
           "shifts": [{"day": 0, "start": 420, "end": 840, "colleague": 0}],
           "operations": [{"person": 0, "place": 0, "duration": 30, "priority": 30,
                           "windows": [{"open": 450, "close": 510, "ideal": 480}]}]}


def bench(folder, *options, **more):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    return run("bench", "vrptw", line, *STEPS, *options, **more)


def make_device(folder):
    """A copy of /dev/full; None where that is not allowed."""
    path = folder / "full"
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 7))
        with open(path, "wb", buffering=0) as stream:
            stream.write(b"x")
    except PermissionError:
        return None
    except OSError:
        return path
    return None


def listen(path):
    """Makes a pipe and reads it until it is closed; what was read is in the list then."""
    heard = []
    os.mkfifo(path)
    reader = threading.Thread(target=lambda: heard.append(path.read_text(encoding="utf-8")))
    reader.start()
    return reader, heard


@case
def pipes_are_written(folder):
    table, trace = listen(folder / "table"), listen(folder / "trace")
    bench(folder, "--seeds", "1,2", "--csv", folder / "table", "--trace", folder / "trace")
    for reader, _heard in (table, trace):
        reader.join()
    assert [line.split(",")[2] for line in table[1][0].splitlines()] == ["seed", "1", "2"], table[1]
    assert trace[1][0].startswith("family,instance,seed,threads,seconds,unserved"), trace[1]
    for name in ("table", "trace"):
        assert stat.S_ISFIFO(os.stat(folder / name).st_mode)
    problem = write(folder, "problem.json", json.dumps(PROBLEM))
    reader, heard = listen(folder / "plan")
    run("solve", problem, "--steps", 20, "--out", folder / "plan")
    reader.join()
    assert json.loads(heard[0])["format"] == "good-week-plan", heard
    (folder / "lists").mkdir()
    reader, heard = listen(folder / "lists" / "people.csv")
    run("sample", folder / "team.gw", "--csv", folder / "lists")
    reader.join()
    assert heard[0].count("\n") > 10 and (folder / "lists" / "visits.csv").is_file(), heard
    assert stat.S_ISFIFO(os.stat(folder / "lists" / "people.csv").st_mode)


@case
def links_are_followed(folder):
    (folder / "deep").mkdir()
    target = write(folder / "deep", "table.csv", "old\n")
    for name, where in (("one", "two"), ("two", "deep/table.csv"), ("new", "deep/new.csv")):
        (folder / name).symlink_to(where)
    for name, path in (("one", target), ("new", folder / "deep" / "new.csv")):
        bench(folder, "--csv", folder / name)
        assert (folder / name).is_symlink() and not path.is_symlink()
        assert path.read_text(encoding="utf-8").startswith(COLUMNS), path.read_text()
    (folder / "team.gwteam").symlink_to("deep/team.gwteam")
    run("export", make_sample(folder), "--team", "--out", folder / "team.gwteam")
    assert (folder / "team.gwteam").is_symlink() and (folder / "deep/team.gwteam").is_file()


@case
def devices_stay(folder):
    full = make_device(folder)
    if full is None:
        return  # only root makes devices, and not everywhere
    problem = write(folder, "problem.json", json.dumps(PROBLEM))
    for answer in (bench(folder, "--csv", full, status=4), bench(folder, "--trace", full, status=4),
                   run("solve", problem, "--steps", 20, "--out", full, status=4)):
        assert f"“{full}” cannot be written: No space left" in answer.stderr, answer.stderr
        assert stat.S_ISCHR(os.stat(full).st_mode)
    team = make_sample(folder)
    run("export", team, "--list", "people", "--out", full, status=4)
    run("export", team, "--team", "--out", full, status=4)
    assert stat.S_ISCHR(os.stat(full).st_mode)


@case
def standard_output_may_be_full(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    problem = write(folder, "problem.json", json.dumps(PROBLEM))
    for words in (["bench", "vrptw", line, *STEPS], ["bench", "--help"], ["--help"], ["--version"],
                  ["bench", "vrptw", line, *STEPS, "--csv", "-"], ["solve", problem, *STEPS]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, *map(str, words)], stdout=full, stderr=subprocess.PIPE,
                                  text=True, timeout=60, check=False)
        assert done.returncode == 4 and "Standard output could not" in done.stderr, (words, done)


@case
def standard_output_by_its_name(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    with open(folder / "all", "wb") as stream:
        subprocess.run([PROGRAM, "bench", "vrptw", line, *map(str, STEPS), "--csv", "/dev/stdout"],
                       stdout=stream, timeout=60, check=True)
    text = (folder / "all").read_text(encoding="utf-8")
    assert "feasible." in text and COLUMNS in text, text


@case
def checked_before_the_search(folder):
    # It would search for hours.
    long = ["--steps", 2000000000]
    line = write(folder, "line3.txt", LINE.format(vans=2))
    problem = write(folder, "problem.json", json.dumps(PROBLEM))
    for option in ("--csv", "--trace"):
        for path in (folder / "none" / "x.csv", folder):
            answer = run("bench", "vrptw", line, *long, option, path, status=4)
            assert f"“{path}” cannot be written" in answer.stderr, answer.stderr
    for option in ("--solutions", "--keep-best"):
        run("bench", "vrptw", line, *long, option, line / "x", status=4)
    run("solve", problem, *long, "--out", folder / "none" / "plan.json", status=4)
    run("week", make_sample(folder), "--from", "2026-11-30", *long, "--json", folder, status=4)
    left = [path.name for path in folder.iterdir() if "csv" in path.name or "plan" in path.name]
    assert not left, left


@case
def files_are_apart(folder):
    line = write(folder, "line3.txt", LINE.format(vans=2))
    (folder / "link.csv").symlink_to("table.csv")
    table = folder / "table.csv"
    for one, other in ((table, table), (table, folder / "." / "table.csv"),
                       (table, folder / "link.csv"), ("-", "-"), (line, table), (table, line)):
        bench(folder, "--csv", one, "--trace", other, status=2)
    assert line.read_text(encoding="utf-8").startswith("line3") and not table.exists()
    team = make_sample(folder)
    before = team.read_bytes()
    run("export", team, "--list", "people", "--out", team, status=2)
    run("week", team, "--from", "2026-11-30", "--steps", 20, "--json", team, status=2)
    run("week", team, "--from", "2026-11-30", "--steps", 20, "--json", "-", "--problem", "-",
        status=2)
    run("print", team, "--person", "Rose", "--out", team, status=2)
    assert team.read_bytes() == before
    problem = write(folder, "problem.json", json.dumps(PROBLEM))
    run("solve", problem, "--steps", 20, "--out", problem, status=2)
    plan = folder / "plan.json"
    run("solve", problem, "--steps", 20, "--out", plan)
    run("check", problem, plan, "--json", plan, status=2)
    run("solve", problem, "--steps", 20, "--warm", plan, "--out", plan)


@case
def who_may_read(folder):
    def mode(path):
        return stat.S_IMODE(os.stat(path).st_mode)

    before = os.umask(0o022)
    try:
        bench(folder, "--csv", folder / "table.csv", "--trace", folder / "trace.csv", "--solutions",
              folder / "routes")
        for path in (folder / "table.csv", folder / "trace.csv", folder / "routes/line3.seed1.sol"):
            assert mode(path) == 0o644, (path, oct(mode(path)))
        assert mode(folder / "routes") == 0o755
        (folder / "table.csv").chmod(0o640)
        bench(folder, "--csv", folder / "table.csv")
        assert mode(folder / "table.csv") == 0o640
        problem = write(folder, "problem.json", json.dumps(PROBLEM))
        run("solve", problem, "--steps", 20, "--out", folder / "plan.json")
        assert mode(folder / "plan.json") == 0o600
    finally:
        os.umask(before)


@case
def rows_come_as_they_are_found(folder):
    """The first of two long searches is stopped: there is a heading, and no half row."""
    line, table = write(folder, "line3.txt", LINE.format(vans=2)), folder / "table.csv"
    table.write_text("old\n", encoding="utf-8")
    with subprocess.Popen([PROGRAM, "bench", "vrptw", str(line), "--steps", "1000000000000",
                           "--seeds", "1,2", "--csv", str(table), "--solutions",
                           str(folder / "routes")],
                          stdout=subprocess.PIPE, text=True) as search:
        tasks = f"/proc/{search.pid}/task"
        while search.poll() is None and len(os.listdir(tasks)) < 2:
            time.sleep(0.02)
        assert table.read_text(encoding="utf-8") == "old\n"
        search.send_signal(signal.SIGINT)
        words = search.communicate(timeout=60)[0]
    assert search.returncode == 0, words
    assert "Stopped: 0 of 2 runs" in words and "not go into the table" in words, words
    assert table.read_text(encoding="utf-8") == COLUMNS + "\n"
    assert (folder / "routes" / "line3.seed1.sol").exists()


main()
