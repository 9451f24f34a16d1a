#!/usr/bin/env python3
"""Every public header compiles alone, pedantically, and brings no GLib type along.

usage: check_headers.py COMPILER INCLUDE_FOLDER [FLAG…]
"""
import pathlib
import subprocess
import sys

compiler, folder, *flags = sys.argv[1:]
headers = sorted(pathlib.Path(folder).rglob("*.h"))
print(f"1..{2 * len(headers)}")
number = 0
for header in headers:
    name = header.relative_to(folder)
    command = [compiler, "-std=c17", "-pedantic", "-Wall", "-Wextra", "-Werror", "-I", folder]
    done = subprocess.run(
        command + flags + ["-fsyntax-only", "-x", "c", str(header)], capture_output=True, text=True
    )
    number += 1
    print("ok" if done.returncode == 0 else "not ok", number, f"- {name} compiles alone")
    print("".join(f"# {line}\n" for line in done.stderr.splitlines()), end="")
    text = header.read_text(encoding="utf-8")
    number += 1
    clean = "glib" not in text and "GArray" not in text and "GError" not in text
    print("ok" if clean else "not ok", number, f"- {name} knows no GLib")
