#!/usr/bin/env python3
"""Make man pages from what `lyhord help` says.

usage: make_man.py LYHORD SCDOC LANGUAGE VERSION PAGE...
Each PAGE is a file to write, such as out/lyhord-codebook-merge.1: its name says which page.
"""
import os
import re
import subprocess
import sys


def words_of(path):
    """lyhord-codebook-merge.1 → ["codebook", "merge"]; topics keep their hyphens."""
    name, section = os.path.basename(path).rsplit(".", 1)
    name = name.removeprefix("lyhord").removeprefix("-")
    if not name:
        return []
    return [name] if section == "7" else name.split("-", 1)


def main():
    lyhord, scdoc, language, version, *pages = sys.argv[1:]
    for path in pages:
        source = subprocess.run(
            [lyhord, "help", *words_of(path), "--format=man", "--language", language],
            check=True, stdout=subprocess.PIPE).stdout
        # scdoc's environment: the day of the build is nobody's business, and would change the bytes
        page = subprocess.run([scdoc], input=source, check=True, stdout=subprocess.PIPE,
                              env={"SOURCE_DATE_EPOCH": "0", "PATH": os.environ["PATH"]}).stdout.decode()
        page = re.sub(r'^(\.TH "[^"]*" "\d") "1970-01-01"( "")?',
                      rf'\1 "" "lyhord {version}"', page, count=1, flags=re.M)
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)


if __name__ == "__main__":
    main()
