#!/usr/bin/env python3
"""What the pages name is there: files and folders of ours, names of the library, libraries it links.

usage: check_pages.py PROJECT_ROOT
"""
import csv
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
PAGES = ["CONTRIBUTING.md", "README.md", "SECURITY.md", *sorted(p.relative_to(root).as_posix() for p in root.glob("docs/*.md"))]
# `src/chart/` and the like; capitals stand for a name to fill in (test_NOUN.c), … for several
PATH = re.compile(r"`((?:codebooks|data-samples|debian|docs|include|LICENSES|man|po|share|src|tests|tools)/[\w./-]*)`")
PLACEHOLDER = re.compile(r"[A-Z]{4,}")
NAME = re.compile(r"\blyh_[a-z_]*[a-z]\b")


def text(page):
    return (root / page).read_text(encoding="utf-8")


def sources():
    files = [file for top in ("src", "include") for file in (root / top).rglob("*.[ch]")]
    return {name for file in files for name in NAME.findall(file.read_text(encoding="utf-8"))}


def missing_paths():
    for page in PAGES:
        for path in sorted(set(PATH.findall(text(page)))):
            if not PLACEHOLDER.search(path.removeprefix("LICENSES")) and not (root / path).exists():
                yield f"{page}: {path}"


def missing_names():
    known = sources()
    for page in PAGES:
        for name in sorted(set(NAME.findall(text(page))) - known):
            yield f"{page}: {name}"


def missing_libraries():
    design = text("docs/architecture.md").lower()
    with open(root / "LICENSES/components.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            name = row["name"].split(" (")[0]
            if row["use"] == "library" and name.lower() not in design:
                yield f"docs/architecture.md §2: {name}"


checks = {
    "every file and folder that a page names is there": missing_paths,
    "every name of the library that a page uses is in the sources": missing_names,
    "every library that is linked is in the design": missing_libraries,
}
print(f"1..{len(checks)}")
for number, (sentence, find) in enumerate(checks.items(), 1):
    faults = list(find())
    print("not ok" if faults else "ok", number, "-", sentence)
    for fault in faults:
        print(f"# {fault}")
