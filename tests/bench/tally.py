#!/usr/bin/env python3
"""How fast `lyhord tally` counts a corpus that it has never seen: MB/s, peak memory, scaling.

usage: tally.py LYHORD MATERIAL [WORK_FOLDER]
MATERIAL/bench makes the corpora (10 and 100 MB; it needs the package wswedish) and brings the
patterns, taken as exact forms so that other programs do the same work. Reported, never a test.
"""
import csv
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

RUNS = 5


def corpus(material, work, megabytes):
    folder = work / f"corpus-{megabytes}"
    if not (folder / "meta.csv").exists():
        treebank = material / "ud/Talbanken/sv_talbanken-ud-dev.conllu"
        maker = [sys.executable, material / "bench/make_corpus.py", folder, str(megabytes)]
        subprocess.run([*maker, "--conllu", treebank], check=True, stdout=subprocess.DEVNULL)
        (folder / "all.txt").unlink()
    return folder


def as_rule(kind, pattern):
    """Globs stay; every other word stands for just its own spelling."""
    return " ".join(w if "*" in w or "?" in w else f'"{w}"' for w in pattern.split())


def codebook(material, work, name):
    rules = {}
    with open(material / "bench" / name, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            rules.setdefault(row["theme"], []).append(as_rule(row["kind"], row["pattern"]))
    path = work / f"codebook-{name}"
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\n")
        out.writerow(["kod", "regler"])
        out.writerows([theme, "\n".join(lines)] for theme, lines in rules.items())
    return path


def run(lyhord, book, folder):
    files = sorted(str(path) for path in folder.glob("int_*.txt"))
    command = [lyhord, "tally", "--suggested", "--unit", "hits", "--roles", "all"]
    command += ["--codebook", book, "--respondents", folder / "meta.csv", "--by", "group"]
    began = time.perf_counter()
    done = subprocess.run([*command, *files], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    took = time.perf_counter() - began
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return took, done.stdout, sum(os.path.getsize(file) for file in files)


def main():
    lyhord = os.path.abspath(sys.argv[1])
    material = pathlib.Path(sys.argv[2]).resolve()
    work = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else "bench-work").resolve()
    work.mkdir(parents=True, exist_ok=True)
    medians = {}
    for name in ("dict.csv", "dict600.csv"):
        book = codebook(material, work, name)
        for megabytes in (10, 100):
            folder = corpus(material, work, megabytes)
            outcomes = [run(lyhord, book, folder) for _ in range(RUNS)]
            times, outputs, sizes = zip(*outcomes)
            assert len(set(outputs)) == 1, "two runs differ"
            medians[name, megabytes] = median = statistics.median(times)
            print(
                f"{name} {megabytes} MB: {sizes[0] / 1e6 / median:.1f} MB/s, median {median:.3f} s "
                f"of {RUNS} (min {min(times):.3f}, max {max(times):.3f})"
            )
        print(f"{name} scaling 10 to 100 MB: {medians[name, 100] / medians[name, 10]:.2f}")
    print(f"600 patterns to 60: {medians['dict600.csv', 100] / medians['dict.csv', 100]:.2f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of any run (corpus maker included when it ran): {peak:.0f} MiB")


main()
