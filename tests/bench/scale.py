#!/usr/bin/env python3
"""How fast `lyhord tally` counts short answers: MB/s a core, peak memory, two jobs to one, eight shards.

usage: scale.py LYHORD [WORK_FOLDER] [--largest COUNT] [--codebook FILE]

Makes 10⁵ and 10⁶ answers (make_answers.py; COUNT more of them if asked for) and counts them by an
attribute with sixty indicators in twelve codes, or with FILE. Seconds are the wall's, so the
machine should be quiet; the processor's stand beside. Equal bytes are asserted; nothing else is a test.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

import make_answers
from measured import run

RUNS = 3
WORDS = """snäll trevlig lyssn* förstå* hjälp* vänta* ring* brev mejl beslut pengar hyra mat barn jobb
praktik läkare intyg sjuk trött rädd trygg* orol* möte* handläggare chef rum stol kaffe dörr reception telefon
kö tid timme dag vecka månad år regel* lag papper blankett* dator* kod lösenord buss bil cykel hem skola
mamma pappa bror vän granne hund katt lokal +stöd ansök*""".split()


def sixty_indicators(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("kod;regler\n")
        for code in range(12):
            file.write(f'kod{code};{" | ".join(WORDS[code * 5 : code * 5 + 5])}\n')
    return path


def median_of(command):
    """Seconds by the clock and of the processor, peak MiB, and the answer, which is the same every time."""
    outcomes = [run(command) for _ in range(RUNS)]
    assert len({one.out for one in outcomes}) == 1, "two runs differ"
    clock, processor = (statistics.median(getattr(one, what) for one in outcomes) for what in ("clock", "processor"))
    return clock, processor, max(one.peak for one in outcomes), outcomes[0].out


def shards_of(command, work, count=8):
    parts = [str(work / f"part-{i}.json") for i in range(1, count + 1)]
    began = time.perf_counter()
    runs = [[*command, "-q", "--shard", f"{i}/{count}", "-o", part] for i, part in enumerate(parts, 1)]
    for first in range(0, count, 2):
        pair = [subprocess.Popen(one) for one in runs[first : first + 2]]
        assert all(process.wait() == 0 for process in pair)
    out = subprocess.run([command[0], "merge", *parts], stdout=subprocess.PIPE, check=True).stdout
    for part in parts:
        os.remove(part)
    return time.perf_counter() - began, out


def report(lyhord, book, work, count):
    path = work / f"answers-{count}.csv"
    if not path.exists():
        make_answers.make(str(path), count)
    megabytes = path.stat().st_size / 1e6
    command = [lyhord, "tally", "--suggested", "--codebook", book, "--by", "kommun", str(path)]
    wall, used, peak, whole = median_of([*command, "--jobs", "1"])
    two_wall, _, _, two = median_of([*command, "--jobs", "2"])
    shards_wall, merged = shards_of(command, work)
    assert two == whole and merged == whole, "jobs or shards give another answer"
    print(
        f"{count} answers, {megabytes:.0f} MB: one job {wall:.2f} s ({megabytes / wall:.1f} MB/s; of the processor "
        f"{used:.2f} s, {megabytes / used:.1f} MB/s), peak {peak:.0f} MiB; two jobs {two_wall:.2f} s, "
        f"{wall / two_wall:.2f} times as fast; eight shards, two at once, {shards_wall:.2f} s, equal bytes"
    )
    sys.stdout.flush()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("lyhord")
    options.add_argument("work", nargs="?", default="bench-work")
    options.add_argument("--largest", type=int, default=1000000)
    options.add_argument("--codebook")
    wishes = options.parse_args()
    work = pathlib.Path(wishes.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    book = wishes.codebook or sixty_indicators(str(work / "codebook.csv"))
    for count in (100000, 1000000, 10000000):
        if count <= wishes.largest:
            report(os.path.abspath(wishes.lyhord), os.path.abspath(book), work, count)


main()
