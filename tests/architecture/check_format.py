#!/usr/bin/env python3
"""Every .c and .h is as clang-format-14 has it, after the root's .clang-format.

usage: check_format.py PROJECT_ROOT
"""
import pathlib
import shutil
import subprocess
import sys

FORMATTER = "clang-format-14"
FOLDERS = ["include", "src", "tests"]


def faults(folder):
    """The first line of each complaint about the files of @folder."""
    files = sorted(folder.rglob("*.[ch]"))
    done = subprocess.run([FORMATTER, "--dry-run", "-Werror", *files], capture_output=True, text=True)
    said = done.stderr.splitlines()
    return [line for line in said if "[-Wclang-format-violations]" in line] or said


def main():
    root = pathlib.Path(sys.argv[1])
    if not shutil.which(FORMATTER):
        print(f"1..0 # SKIP missing package {FORMATTER}")
        return
    print(f"1..{len(FOLDERS)}")
    for number, folder in enumerate(FOLDERS, 1):
        found = faults(root / folder)
        print("not ok" if found else "ok", number, f"- {folder} is as {FORMATTER} has it")
        for fault in found:
            print(f"# {fault}")


main()
