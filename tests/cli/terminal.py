# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running the program, and cases on folders of their own.

The program is the first argument of the test. A test says:

    from terminal import case, main, run

    @case
    def what_is_so(folder):
        run("sample", folder / "team.gw")

    main()
"""

import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
_cases = []


def case(function):
    """Adds a case: a function of an empty folder."""
    _cases.append(function)
    return function


def run(*arguments, status=0, text=None):
    """Runs the program; it must end with `status`."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=text, capture_output=True,
                          text=True, timeout=240, check=False)
    assert done.returncode == status, (
        f"{arguments} ended with {done.returncode}, not {status}\n{done.stdout}{done.stderr}")
    return done


def make_sample(folder):
    """A team file of the sample neighbourhood as it is on 23 November 2026."""
    team = folder / "team.gw"
    run("sample", team, "--seed", 3, "--anchor", "2026-11-23")
    return team


def make_problem(folder, steps=50):
    """A team file of the sample and one day of it as a problem."""
    team, problem = make_sample(folder), folder / "problem.json"
    run("week", team, "--from", "2026-11-30", "--days", 1, "--steps", steps, "--problem", problem)
    return problem


def paste_repeat(words):
    """The options after "For the same plan again:"."""
    return shlex.split(re.search(r"For the same plan again: (.*)", words).group(1))


def main():
    """Runs the cases, as TAP."""
    failed = 0
    print(f"1..{len(_cases)}")
    for number, function in enumerate(_cases, 1):
        with tempfile.TemporaryDirectory(prefix="gw-cli-") as name:
            try:
                function(pathlib.Path(name))
                print(f"ok {number} - {function.__name__}")
            except (AssertionError, LookupError, OSError, TypeError, ValueError,
                    subprocess.SubprocessError) as why:
                failed += 1
                for line in f"{type(why).__name__}: {why}".splitlines():
                    print(f"# {line}")
                print(f"not ok {number} - {function.__name__}")
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
