#!/usr/bin/env python3
"""The program needs no more instructions for a fixed piece of work than it did: a loss of speed is seen by who makes it.

usage: test_instructions.py LYHORD COMPILER [--renew]

valgrind counts what the program's own functions carry out, a folder of src/ at a time; libraries are left out, so
that another libc makes no difference. instructions.csv holds the figures of each COMPILER (processor, compiler, kind
of build), since another compiler writes other instructions: without figures for it the test skips itself. It fails
where a run needs 3 % more than it says. When the work is worth that, or when it has become less, --renew writes what
is counted, and the commit tells why.
"""
import collections
import csv
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

FIGURES = pathlib.Path(__file__).resolve().parent / "instructions.csv"
MOST = 1.03
SYLLABLES = "ba be da di fo fö ga gå ha he jo ka kå la li ma mi na ny på ra ri sa se ta ti va vi å äl ön er".split()
THEMES = {
    "bemötande": ["bemöt*", "lyssna*", '"tar" "sig" "tid"', "vänlig*", '"förstår" "inte"'],
    "väntan": ["vänta*", "kö*", '"lång" kö*', "telefon*"],
    "trygghet": ["trygg*", "rädd*", "orolig*", '"vågar" "inte"'],
}
SAID = "bemötandet lyssnade vänliga väntar kön telefonen trygg rädda oroliga".split() + [
    "tar sig tid", "förstår inte", "lång kö", "vågar inte"]


def invented(chance, words):
    """A sentence as people may say it, of words that are none, and now and then of a theme's."""
    said = chance.choices(words, k=chance.randint(4, 18))
    said = [word + chance.choice(["", "", "", "", "", "", ","]) for word in said]
    if chance.random() < 0.2:
        said.insert(chance.randrange(len(said)), chance.choice(SAID))
    return " ".join(said).rstrip(",").capitalize() + chance.choice([".", ".", ".", "?", "..."])


def write_interviews(folder):
    """Twenty interviews of about 20 kB, always the same."""
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(3000)]
    common = [word for rank, word in enumerate(words) for _ in range(1 + 600 // (rank + 1))]
    for number in range(20):
        turns = [f"{'IR'[turn % 2]}: " + " ".join(invented(chance, common) for _ in range(chance.randint(1, 5)))
                 for turn in range(100)]
        (folder / f"R{number:02}.txt").write_text("\n".join(turns) + "\n", encoding="utf-8")


def write_codebook(folder):
    lines = ["kod;regler"]
    for theme, rules in THEMES.items():
        rules = "\n".join(rules).replace('"', '""')
        lines.append(f'{theme};"{rules}"')
    (folder / "codebook.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def runs(lyhord, folder):
    """What is measured: the same counting that peers are measured by, and persons."""
    command = [lyhord, "tally", "--suggested", "--quiet", "--codebook", "codebook.csv"]
    files = sorted(path.name for path in folder.glob("R*.txt"))
    return {"hits": [*command, "--unit", "hits", "--roles", "all", *files], "persons": [*command, *files]}


def counted(command, folder):
    """{folder of src/: instructions} of one run; a file that a line came from counts, inlined or not."""
    profile = folder / "profile"
    valgrind = ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={profile}", "--compress-strings=no",
                "--compress-pos=no"]
    quiet = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "LYHORD_DICTIONARY": str(folder / "none")}
    done = subprocess.run([*valgrind, *command], cwd=folder, env=quiet, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"Bail out! {done.stderr.strip()}")
    return by_folder(profile, os.path.basename(command[0]))


def by_folder(profile, program):
    sums = collections.Counter()
    is_ours, is_inclusive, place = False, False, None
    for line in profile.read_text(encoding="utf-8").splitlines():
        if line.startswith("ob="):
            is_ours = os.path.basename(line[3:]) == program
        elif line.startswith(("fl=", "fi=", "fe=")):
            found = re.search(r"\bsrc/(\w+)/", line)
            place = found[1] if found else "other"
        elif line.startswith("calls="):
            is_inclusive = True  # the next line is the called function's
        elif line[:1].isdigit():
            if is_ours and not is_inclusive:
                sums[place] += int(line.split()[1])
            is_inclusive = False
    return sums


def stored(compiler):
    with open(FIGURES, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["compiler"] == compiler]
    figures = collections.defaultdict(collections.Counter)
    for row in rows:
        figures[row["run"]][row["folder"]] = int(row["instructions"])
    return figures


def renew(compiler, measured):
    """Other compilers' rows stay."""
    with open(FIGURES, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter=";") if row[0] != compiler]
    rows += [[compiler, run, folder, count] for run, sums in measured.items() for folder, count in sorted(sums.items())]
    with open(FIGURES, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([rows[0], *sorted(rows[1:], key=lambda row: row[:3])])


def compare(number, run, now, then):
    whole, before = sum(now.values()), sum(then.values())
    if not then:
        return print(f"ok {number} - {run} # SKIP no figures of this run: --renew writes them")
    is_fine = whole <= before * MOST
    print(f"{'ok' if is_fine else 'not ok'} {number} - {run}: {whole / before - 1:+.1%} of {before:,} instructions")
    if is_fine and whole * MOST < before:
        print("# less than it was: --renew holds it there")
    if not is_fine:
        for folder in sorted(now, key=lambda each: then[each] - now[each]):
            print(f"# src/{folder}: {now[folder]:,}, was {then[folder]:,}")
        print(f"# if it is worth that: {' '.join(sys.argv[:2])} '{sys.argv[2]}' --renew, and tell why in the commit")


def main():
    lyhord, compiler = os.path.abspath(sys.argv[1]), sys.argv[2]
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        compiler += " avx2" if " avx2 " in file.read() else " plain"  # lyhord/base/blocks.h
    figures = stored(compiler)
    is_renewed = "--renew" in sys.argv
    if not shutil.which("valgrind"):
        return print("1..0 # SKIP missing package valgrind")
    if not figures and not is_renewed:
        return print(f"1..0 # SKIP no figures for {compiler}: --renew writes them")
    with tempfile.TemporaryDirectory(prefix="lyhord-bench-") as name:
        folder = pathlib.Path(name)
        write_interviews(folder)
        write_codebook(folder)
        measured = {run: counted(command, folder) for run, command in runs(lyhord, folder).items()}
    if is_renewed:
        return renew(compiler, measured)
    print(f"1..{len(measured)}")
    for number, (run, now) in enumerate(measured.items(), 1):
        compare(number, run, now, figures[run])


main()
