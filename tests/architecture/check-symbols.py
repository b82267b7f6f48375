#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-symbols.py SOURCE BUILD: the engine needs libc, libm and pthreads, and nothing else.

And of libc only what suits a library without files, environment or hidden state. Of the engine the second
opinion needs what a problem says, and shares no code with the search.
"""

import pathlib
import re
import subprocess
import sys

from architecture import Tap

FORBIDDEN = {
    "fopen", "fopen64", "open", "open64", "freopen", "getenv", "setenv", "setlocale", "time",
    "gettimeofday", "rand", "srand", "random", "srandom", "exit", "system", "printf", "puts",
    "localtime", "sleep", "usleep", "signal",
}
# What the second opinion reads: the problem and the names of rules, by functions and by headers.
READS = ("gw_engine_problem_get_", "gw_engine_problem_is_", "gw_engine_rule_get_info")
READS_HEADERS = {"gw-engine-plan.h", "gw-engine-problem.h", "gw-engine-routing.h"}
# The compiler and the linker add these.
COMPILER = {"_GLOBAL_OFFSET_TABLE_", "__stack_chk_fail", "__tls_get_addr", "__tsan_init"}


def symbols(path, *flags):
    output = subprocess.run(["nm", *flags, str(path)], check=True, capture_output=True,
                            text=True).stdout
    return {line.split()[-1].split("@")[0] for line in output.splitlines()
            if line.split() and not line.endswith(":")}


def library_symbols():
    known = set(COMPILER)
    for name in ("libc.so.6", "libm.so.6", "libgcc.a"):
        path = subprocess.run(["gcc", f"-print-file-name={name}"], check=True,
                              capture_output=True, text=True).stdout.strip()
        flags = ["-D", "--defined-only"] if ".so" in name else ["--defined-only"]
        known |= symbols(path, *flags)
    return known


def check_second_opinion(tap, source, archive):
    needed = symbols(archive, "--undefined-only")
    own = symbols(archive, "--defined-only", "--extern-only")
    tap.case(f"{archive.name} shares no code with the search", sorted(
        name for name in needed - own if name.startswith("gw_") and not name.startswith(READS)))
    folder = source / "src/engine/verify"
    read = {f"{path.name}: {header}" for path in folder.glob("*.[ch]")
            for header in re.findall(r'#include "(.*)"', path.read_text())
            if header not in READS_HEADERS and not (folder / header).exists()}
    tap.case("the second opinion reads public headers alone", sorted(read))


def main():
    source, build = map(pathlib.Path, sys.argv[1:3])
    tap = Tap()
    archives = sorted((build / "src/engine").rglob("*.a"))
    if not archives:
        tap.skip("the engine's symbols", "the engine is not built")
        tap.done()
    own = set()
    for archive in archives:
        own |= symbols(archive, "--defined-only", "--extern-only")
    known = library_symbols()
    for archive in archives:
        needed = symbols(archive, "--undefined-only") - own
        tap.case(f"{archive.name} needs libc, libm and pthreads only", sorted(needed - known))
        tap.case(f"{archive.name} uses no file, environment or hidden state",
                 sorted(needed & FORBIDDEN))
        tap.case(f"{archive.name} prefixes what it exports", sorted(
            name for name in symbols(archive, "--defined-only", "--extern-only")
            if not name.startswith("gw_")))
        if archive.name == "libgw-engine-verify.a":
            check_second_opinion(tap, source, archive)
    tap.done()


main()
