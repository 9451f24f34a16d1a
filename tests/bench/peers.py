#!/usr/bin/env python3
"""How fast Lyhörd counts beside others who do such work, and what it costs to have more of it.

usage: peers.py LYHORD MATERIAL [WORK] [--megabytes N] [--patterns 60|600] [--runs N] [--only PEER,…] [--scaling N,…] [--with=OPTION]

Each peer runs in turn with `lyhord tally --suggested --unit hits --roles all` on the same files and patterns
(corpora.py). A row tells how many times as long the peer takes: the median of the pairs' ratios, lowest and highest,
by the clock and by the processor; without what it loads or compiles before it begins, where it tells that; both
medians in seconds, and both peaks of memory. Counts are compared as far as the peer has them. Peers that are not
installed are named. --scaling 10,100,1000 measures Lyhörd alone: more text, more patterns, two jobs. Clocks are only
as quiet as the machine: the processor's seconds bear more.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

import corpora
from measured import run

HERE = pathlib.Path(__file__).resolve().parent
PATTERNS = {60: "dict.csv", 600: "dict600.csv"}

Peer = collections.namedtuple("Peer", "name command environment counts")


def loading_of(one):
    """The "# load" seconds that a peer tells of."""
    return sum(float(line.split()[-1]) for line in one.said.splitlines() if line.startswith("# load"))


def tally(lyhord, book, folder, *more):
    command = [lyhord, "tally", "--suggested", "--unit", "hits", "--roles", "all", "--quiet", "--codebook", str(book)]
    command += ["--states", "any"]  # peers know nothing of denials and questions
    return [*command, "--respondents", str(folder / "meta.csv"), "--by", "group", *more, *corpora.files_of(folder)]


def cells_of(out):
    """{(theme, group): hits} of Lyhörd's table."""
    rows = csv.DictReader(out.splitlines(), delimiter=";")
    return {(row["code"], row["group"]): int(row["hits"]) for row in rows if row["polarity"] == "any"}


def of_groups(out, cells):
    """How a peer's theme;group;hits compare."""
    ours = {key: count for key, count in cells.items() if key[1] != "Samtliga"}
    theirs = {(theme, group): int(float(count)) for theme, group, count in (line.split(";") for line in out.split("\n") if line)}
    unlike = [key for key in ours if ours[key] != theirs.get(key, 0)]
    return f"{len(ours) - len(unlike)} of {len(ours)} cells equal{off(ours, theirs) if unlike else ''}"


def of_themes(out, cells):
    ours = {theme: count for (theme, group), count in cells.items() if group == "Samtliga"}
    theirs = {theme: int(count) for theme, count in (line.split(";") for line in out.split("\n") if line)}
    unlike = [key for key in ours if ours[key] != theirs.get(key, 0)]
    return f"{len(ours) - len(unlike)} of {len(ours)} themes equal{off(ours, theirs) if unlike else ''}"


def off(ours, theirs):
    return f" (sums {sum(ours.values())} and {sum(theirs.values())})"


def of_all(out, cells):
    ours = sum(count for (_, group), count in cells.items() if group == "Samtliga")
    theirs = sum(int(line) for line in out.split())
    return "the sum is equal" if ours == theirs else f"sums {ours} and {theirs}"


def of_none(_out, _cells):
    return "–"


def by_theme(given, **how):
    themes = {}
    for theme, pattern in given:
        themes.setdefault(theme, []).append(corpora.as_expression(pattern, **how))
    return themes


def write_patterns(work, given):
    """For those whose engines have no \\b that knows å, ä and ö: the letter before a hit, or none, is read too."""
    scans, themes = work / "vectorscan.txt", work / "duckdb.json"
    letter, other = r"[\p{L}\p{N}_]", r"[^\p{L}\p{N}_]"
    first = f"(?:^|{other})"
    alone = {theme: f"(?i){first}(?:{'|'.join(each)})" for theme, each in by_theme(given, letter=letter, before="", behind=other).items()}
    themes.write_text(json.dumps(alone, ensure_ascii=False), encoding="utf-8")
    lines = [f"{theme};{corpora.as_expression(pattern, letter, first, other)}\n" for theme, pattern in given]
    scans.write_text("".join(lines), encoding="utf-8")
    return str(scans), str(themes)


def vectorscan(work):
    """The program, compiled here; None without compiler or library."""
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "glib-2.0", "libhs"], capture_output=True, text=True)
    compiler = shutil.which("cc")
    if flags.returncode != 0 or not compiler:
        return None
    program = work / "vectorscan"
    subprocess.run([compiler, "-O2", "-o", program, HERE / "peers/vectorscan.c", *flags.stdout.split()], check=True)
    return str(program)


def has_quanteda():
    asked = ["Rscript", "-e", "quit(status = !requireNamespace('quanteda', quietly = TRUE))"]
    return shutil.which("Rscript") and subprocess.run(asked, capture_output=True).returncode == 0


def has_duckdb():
    asked = ["node", "-e", "require('@duckdb/node-api')"]
    return shutil.which("node") and subprocess.run(asked, capture_output=True).returncode == 0


def peers_of(material, work, name, folder):
    """[(name, Peer or None when it is missing)]."""
    given = corpora.patterns(material, name)
    files = corpora.files_of(folder)
    every = "(?:" + "|".join(corpora.as_expression(pattern) for _, pattern in given) + ")"
    scans, themes = write_patterns(work, given)
    utf8 = {"LC_ALL": "C.UTF-8"}
    scanner = vectorscan(work)
    cached = [sys.executable, str(HERE / "peers/cached.py"), str(material), name, str(folder)]
    quanteda = ["Rscript", str(HERE / "peers/quanteda.R"), str(material / "bench" / name), str(folder), "1"]
    duckdb = ["node", str(HERE / "peers/duckdb.mjs"), themes, str(folder)]
    found = [
        ("quanteda", quanteda, of_groups, has_quanteda()),
        ("cached Python", cached, of_groups, True),
        ("DuckDB", [*duckdb, "1"], of_groups, has_duckdb()),
        ("DuckDB 2 threads", [*duckdb, "2"], of_groups, has_duckdb()),
        ("pcre2grep -c", ["pcre2grep", "-u", "-i", "-c", every, *files], of_none, shutil.which("pcre2grep")),
        ("ripgrep", ["rg", "-j1", "-I", "-i", "--count-matches", every, *files], of_all, shutil.which("rg")),
        ("ripgrep -P", ["rg", "-j1", "-I", "-i", "-P", "--count-matches", every, *files], of_all, shutil.which("rg")),
        ("wc -w", ["wc", "-w", *files], of_none, shutil.which("wc")),
        ("Vectorscan", [scanner, scans, *files], of_themes, scanner),
    ]
    return [(each, Peer(each, command, utf8, counts) if is_there else None) for each, command, counts, is_there in found]


def told(values):
    return f"{statistics.median(values):.2f} [{min(values):.2f}–{max(values):.2f}]"


def compare(peer, ours, runs):
    """Peer and Lyhörd in turn, `runs` times."""
    pairs = [(run(peer.command, peer.environment), run(ours)) for _ in range(runs)]
    clocks = told([one.clock / other.clock for one, other in pairs])
    processors = told([one.processor / other.processor for one, other in pairs])
    loaded = told([(one.clock - loading_of(one)) / other.clock for one, other in pairs]) if loading_of(pairs[0][0]) else "–"
    seconds = [statistics.median(each[k].clock for each in pairs) for k in (0, 1)]
    peaks = [max(each[k].peak for each in pairs) for k in (0, 1)]
    counts = peer.counts(pairs[0][0].out.decode(), cells_of(pairs[0][1].out.decode()))
    print(f"| {peer.name} | {clocks} | {processors} | {loaded} | {seconds[0]:.2f} / {seconds[1]:.2f} "
          f"| {peaks[0]:.0f} / {peaks[1]:.0f} | {counts} |", flush=True)


def beside_peers(wishes, material, work):
    name = PATTERNS[wishes.patterns]
    folder = corpora.corpus(material, work, wishes.megabytes)
    ours = tally(wishes.lyhord, corpora.codebook(material, work, name), folder, *wishes.with_option)
    missing = []
    print(f"{wishes.megabytes} MB, {wishes.patterns} patterns, {wishes.runs} pairs\n")
    print("| peer | clock | processor | clock without loading | seconds, peer / Lyhörd | MiB | counts |")
    print("|---|---|---|---|---|---|---|")
    for each, peer in peers_of(material, work, name, folder):
        if wishes.only and each not in wishes.only.split(","):
            continue
        if peer:
            compare(peer, ours, wishes.runs)
        else:
            missing.append(each)
    print(f"\nnot installed: {', '.join(missing) or 'none'}", flush=True)


def median_ratio(some, others):
    return told([one.processor / other.processor for one, other in zip(some, others)])


def scaling(wishes, material, work, sizes):
    """Lyhörd alone: each size with 60 and 600 patterns and with two jobs, in turn."""
    few, many = (corpora.codebook(material, work, PATTERNS[count]) for count in (60, 600))
    before = None
    for size in sizes:
        folder = corpora.corpus(material, work, size)
        megabytes = sum(os.path.getsize(file) for file in corpora.files_of(folder)) / 1e6
        ways = (tally(wishes.lyhord, few, folder, *wishes.with_option), tally(wishes.lyhord, many, folder, *wishes.with_option),
                tally(wishes.lyhord, few, folder, "--jobs", "2", *wishes.with_option))
        rounds = [[run(way) for way in ways] for _ in range(wishes.runs)]
        plain, more, two = zip(*rounds)
        assert {each.out for each in plain} == {each.out for each in two}, "two jobs count otherwise"
        print(f"{size} MB: {megabytes / statistics.median(r.clock for r in plain):.0f} MB/s by the clock, "
              f"{megabytes / statistics.median(r.processor for r in plain):.0f} MB/s of the processor, "
              f"peak {max(r.peak for r in plain):.0f} MiB; 600 patterns to 60 {median_ratio(more, plain)} of the processor; "
              f"one job to two {told([one.clock / other.clock for one, other in zip(plain, two)])} by the clock")
        if before:
            grown, seconds = size / before[0], statistics.median(r.processor for r in plain)
            print(f"  {grown:.0f} times the text takes {seconds / before[1]:.1f} times as long")
        before = (size, statistics.median(r.processor for r in plain))
        sys.stdout.flush()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("lyhord", type=os.path.abspath)
    options.add_argument("material")
    options.add_argument("work", nargs="?", default="bench-work")
    options.add_argument("--megabytes", type=int, default=100)
    options.add_argument("--patterns", type=int, choices=PATTERNS, default=60)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--only", help="these peers alone, parted by commas")
    options.add_argument("--scaling", help="sizes in MB, parted by commas: Lyhörd alone")
    options.add_argument("--with", dest="with_option", action="append", default=[], metavar="OPTION",
                         help="one more option of lyhord tally: --with=--jobs=2")
    wishes = options.parse_args()
    material, work = pathlib.Path(wishes.material).resolve(), pathlib.Path(wishes.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    if wishes.scaling:
        scaling(wishes, material, work, [int(size) for size in wishes.scaling.split(",")])
    else:
        beside_peers(wishes, material, work)


main()
