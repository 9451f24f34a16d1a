#!/usr/bin/env python3
"""How fast words, sentences and lemmas are found, and how that grows with input nobody would write.

usage: language.py LYHORD BENCH_LANGUAGE MATERIAL [WORK_FOLDER]
BENCH_LANGUAGE is made by `ninja tests/bench/bench_language`. MATERIAL/bench makes the corpora (10
and 100 MB; it needs the package wswedish). Three things are reported, never tested: the library's
pass over a corpus with all types known; `lyhord tokens --lemma`, in and out, with its memory; and
seconds for 1, 2, 4 and 8 MiB of each kind of bad input, where a doubling should take at most 2.3
times as long. Seconds are the processor's.
"""
import os
import pathlib
import re
import subprocess
import sys

import corpora
from measured import run

MOST = 2.3
RUNS = 3


def report_command(lyhord, files, megabytes):
    outcomes = [run([lyhord, "tokens", "--lemma", *files]) for _ in range(RUNS)]
    median = sorted(outcomes, key=lambda one: one.processor)[RUNS // 2]
    seconds, written = median.processor, len(median.out)
    read = sum(os.path.getsize(file) for file in files)
    print(
        f"lyhord tokens --lemma, {megabytes} MB: {seconds:.2f} s, {read / 1e6 / seconds:.1f} MB/s in, "
        f"{written / 1e6 / seconds:.1f} MB/s out, peak {median.peak:.0f} MiB"
    )


# A piece of each kind of text; those of a kind differ in their number.
KINDS = {
    "word of 100 kB": lambda i: chr(97 + i % 26) * 100000 + " ",
    "10 000 marks": lambda i: "o" + "\u0301" * 10000 + f"rd{i} ",
    "marks unordered": lambda i: "o" + "\u0301\u0323" * 5000 + f"rd{i} ",
    "NFC and NFD": lambda i: f"förstår fo\u0308rsta\u030Ar a\u0308r{i} ",
    "zero width": lambda i: f"hem\u00ADtjänst\u200Bord{i}\u2060 upp\u200Cgång ",
    "zero width, run": lambda i: f"ord{i}" + "\u200B" * 10000 + "slut ",
    "emoji": lambda i: f"bra \U0001F469\u200D\U0001F467\U0001F44D\U0001F3FD{i} ",
    "joined emoji, run": lambda i: "\U0001F469\u200D" * 5000 + " ",
    "look-alikes": lambda i: f"h\u0458älp st\u043Ed{i} h\u0435mtjänst ",
    "marks of direction": lambda i: f"\u200Fhjälp\u200E \u202Eord{i}\u202C \u2067nej\u2069 ",
    "other scripts": lambda i: f"مرحبا{i} שלום 你好世界 สวัสดี привет ελλάδα ",
    "no spaces": lambda i: "你好世界" * 2500 + str(i),
    "colons, small stops": lambda i: f"ja{i} a b c: De e. sen? men! ",
}


def text_of(kind, megabytes):
    pieces, size, number = [], 0, 0
    while size < megabytes << 20:
        pieces.append(KINDS[kind](number))
        size += len(pieces[-1].encode())
        number += 1
    return "".join(pieces)


def library_seconds(bench, path):
    out = subprocess.run([bench, "--rounds", "1", path], check=True, capture_output=True).stdout
    return float(re.search(rb"words: cold ([0-9.]+) s", out)[1])


def report_growth(name, seconds):
    ratios = [after / before for before, after in zip(seconds, seconds[1:])]
    verdict = "" if max(ratios) <= MOST else f"  more than {MOST}"
    print(
        f"  {name:8}" + "".join(f"{s:8.3f} s" for s in seconds)
        + "   per doubling" + "".join(f"{r:6.2f}" for r in ratios) + verdict
    )


def grow(lyhord, bench, work, kind):
    path = work / "grown.txt"
    library, command = [], []
    for megabytes in (1, 2, 4, 8):
        path.write_text(f"I: hej\nR: {text_of(kind, megabytes)}\n", encoding="utf-8")
        library.append(min(library_seconds(bench, path) for _ in range(RUNS)))
        command.append(min(run([lyhord, "tokens", str(path)]).processor for _ in range(RUNS)))
    path.unlink()
    print(kind)
    report_growth("library", library)
    report_growth("command", command)


def main():
    lyhord, bench = (os.path.abspath(path) for path in sys.argv[1:3])
    material = pathlib.Path(sys.argv[3]).resolve()
    work = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else "bench-work").resolve()
    work.mkdir(parents=True, exist_ok=True)
    for megabytes in (10, 100):
        files = corpora.files_of(corpora.corpus(material, work, megabytes))
        print(f"library, {megabytes} MB")
        sys.stdout.flush()
        subprocess.run([bench, *files], check=True)
        report_command(lyhord, files, megabytes)
    for kind in KINDS:
        grow(lyhord, bench, work, kind)


main()
