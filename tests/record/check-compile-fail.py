#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-compile-fail.py FILE SOURCE_ROOT COMPILER…: units in types are kept apart by the compiler."""

import re
import subprocess
import sys

file, root, compiler = sys.argv[1], sys.argv[2], sys.argv[3:]
with open(file, encoding="utf-8") as text:
    n_wrong = max(int(number) for number in re.findall(r"WRONG == (\d+)", text.read()))
flags = subprocess.run(["pkg-config", "--cflags", "glib-2.0"], check=True, capture_output=True,
                       text=True).stdout.split()
flags += ["-std=gnu11", "-fsyntax-only", f"-I{root}/src/base", f"-I{root}/src/record"]

print(f"1..{n_wrong + 1}")
failed = False
for wrong in range(n_wrong + 1):
    result = subprocess.run([*compiler, *flags, f"-DWRONG={wrong}", file], capture_output=True,
                            text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    compiles = result.returncode == 0
    # It must fail for its types and for nothing else.
    right = compiles if wrong == 0 else "incompatible type" in result.stderr
    failed |= not right
    print(f"{'ok' if right else 'not ok'} {wrong + 1} - "
          f"{'the right program compiles' if wrong == 0 else f'mix-up {wrong} does not compile'}")
    if not right:
        print("".join(f"# {line}\n" for line in result.stderr.splitlines()), end="")
sys.exit(failed)
