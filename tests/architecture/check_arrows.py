#!/usr/bin/env python3
"""The arrows of docs/architecture.md are those of the code.

usage: check_arrows.py PROJECT_ROOT
The table "folder | is | may use" says what each folder of src/ may use; "may use" includes what
those folders may use. Checked: every include of a public header, in src/ and include/; no
include of another folder's private header; and the arrows that src/meson.build links by.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
# Private headers that folders to the right may include: types of GLib, cairo and Pango that no
# public header may show (docs/architecture.md).
SHARED = {"autoptr.h", "lines.h", "listing.h", "paint.h", "typesetter.h"}
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:<lyhord/(\w+)/|"([^"]+)")', re.M)


def documented():
    arrows = {}
    for line in (root / "docs/architecture.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3:
            for folder in cells[0].split(", "):
                if (root / "src" / folder).is_dir():
                    # a folder whose time has not come yet is used by nobody
                    arrows[folder] = [u for u in cells[2].split(", ") if (root / "src" / u).is_dir()]
    return arrows


def linked():
    text = (root / "src/meson.build").read_text(encoding="utf-8")
    rows = re.findall(r"\['(\w+)', \[([^\]]*)\]\]", text)
    return {folder: re.findall(r"'(\w+)'", uses) for folder, uses in rows}


def closure(arrows, folder):
    reached, open_ends = set(), list(arrows[folder])
    while open_ends:
        used = open_ends.pop()
        if used not in reached:
            reached.add(used)
            open_ends += arrows.get(used, [])
    return reached


def wrong_includes(arrows, folder):
    allowed = closure(arrows, folder) | {folder}
    files = [*(root / "src" / folder).rglob("*.[ch]"), *(root / "include/lyhord" / folder).rglob("*.h")]
    for file in sorted(files):
        for match in INCLUDE.finditer(file.read_text(encoding="utf-8")):
            public, private = match.groups()
            line = file.read_text(encoding="utf-8")[: match.start()].count("\n") + 1
            where = f"{file.relative_to(root)}:{line}"
            if public and public not in allowed:
                yield f"{where}: {folder} may not use {public}"
            if private and "/" in private:
                target = (file.parent / private).resolve()
                if target.is_relative_to(root / "src") and not target.is_relative_to(root / "src" / folder):
                    if target.parent.name not in allowed or target.name not in SHARED:
                        yield f"{where}: a private header of another folder"


def main():
    arrows, built = documented(), linked()
    folders = sorted(folder.name for folder in (root / "src").iterdir() if folder.is_dir())
    print(f"1..{len(folders) * 3 + 1}")
    number = 0
    for folder in folders:
        checks = {
            "is in the table of docs/architecture.md": [] if folder in arrows else [folder],
            "is linked as the table says": []
            if folder == "cli" or built.get(folder) == arrows.get(folder)
            else [f"table {arrows.get(folder)}, build {built.get(folder)}"],
            "includes only what it may use": list(wrong_includes(arrows, folder))
            if folder in arrows
            else [],
        }
        for what, faults in checks.items():
            number += 1
            print("not ok" if faults else "ok", number, f"- {folder} {what}")
            for fault in faults:
                print(f"# {fault}")
    picture = (root / "docs/pictures/way-of-the-data.svg").read_text(encoding="utf-8")
    shown = sorted(re.findall(r'data-folder="(\w+)"', picture))
    print("ok" if shown == folders else "not ok", number + 1, "- the picture of the way of the data shows every folder")
    if shown != folders:
        print(f"# shown {shown}, there are {folders}")


main()
