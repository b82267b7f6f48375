#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-symbols.py SOURCE BUILD: the engine needs libc, libm and pthreads, and nothing else.

And of libc only what suits a library without files, environment or hidden state.
"""

import pathlib
import subprocess
import sys

from architecture import Tap

FORBIDDEN = {
    "fopen", "fopen64", "open", "open64", "freopen", "getenv", "setenv", "setlocale", "time",
    "gettimeofday", "rand", "srand", "random", "srandom", "exit", "system", "printf", "puts",
    "localtime", "sleep", "usleep", "signal",
}
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


def main():
    build = pathlib.Path(sys.argv[2])
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
    tap.done()


main()
