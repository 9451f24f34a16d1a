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
import resource
import statistics
import subprocess
import sys
import time

import make_answers

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


def run(command):
    """Wall and processor seconds, peak MiB and the answer of one command."""
    began = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, said = process.communicate()
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode != 0:
        sys.exit(said.decode())
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, used, out


def peak_of(command):
    """Peak memory in MiB, as time(1) sees it: of the largest process."""
    done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return int(done.stderr.decode().split()[-1]) / 1024


def median_of(command):
    outcomes = [run(command) for _ in range(RUNS)]
    assert len({out for _, _, out in outcomes}) == 1, "two runs differ"
    return statistics.median(o[0] for o in outcomes), statistics.median(o[1] for o in outcomes), outcomes[0][2]


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
    wall, used, whole = median_of([*command, "--jobs", "1"])
    two_wall, _, two = median_of([*command, "--jobs", "2"])
    shards_wall, merged = shards_of(command, work)
    assert two == whole and merged == whole, "jobs or shards give another answer"
    print(
        f"{count} answers, {megabytes:.0f} MB: one job {wall:.2f} s ({megabytes / wall:.1f} MB/s; of the processor "
        f"{used:.2f} s, {megabytes / used:.1f} MB/s), peak {peak_of(command):.0f} MiB; two jobs {two_wall:.2f} s, "
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
