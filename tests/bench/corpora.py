"""Corpora and patterns that Lyhörd and other programs count alike (peers.py).

MATERIAL/bench makes the corpora, interviews of 40 kB each (it needs the package wswedish), and brings the patterns:
rows `theme;kind;pattern`, where `*` and `?` stand for letters and every other word for just its own spelling.
"""
import csv
import subprocess
import sys


def corpus(material, work, megabytes):
    """A folder of int_*.txt and meta.csv (respondent;group;municipality), made once."""
    folder = work / f"corpus-{megabytes}"
    if not (folder / "meta.csv").exists():
        treebank = material / "ud/Talbanken/sv_talbanken-ud-dev.conllu"
        maker = [sys.executable, material / "bench/make_corpus.py", folder, str(megabytes)]
        subprocess.run([*maker, "--conllu", treebank], check=True, stdout=subprocess.DEVNULL)
        (folder / "all.txt").unlink()
    return folder


def files_of(folder):
    return sorted(str(path) for path in folder.glob("int_*.txt"))


def groups_of(folder):
    """respondent → group."""
    with open(folder / "meta.csv", encoding="utf-8") as file:
        return {row["respondent"]: row["group"] for row in csv.DictReader(file, delimiter=";")}


def patterns(material, name):
    """[(theme, pattern)], as they stand in MATERIAL/bench/NAME."""
    with open(material / "bench" / name, encoding="utf-8") as file:
        return [(row["theme"], row["pattern"]) for row in csv.DictReader(file, delimiter=";")]


def as_rule(pattern):
    """A rule of a codebook that takes exact forms alone."""
    return " ".join(w if "*" in w or "?" in w else f'"{w}"' for w in pattern.split())


def as_expression(pattern, letter=r"\w", before=r"\b", behind=r"\b"):
    """The same for PCRE2 and its kin; what follows a last `*` need not be read."""
    words = pattern.replace("*", letter + "*").replace("?", letter).split()
    whole = r"\s+".join(words)
    return before + (whole[: -len(letter) - 1] if whole.endswith("*") else whole + behind)


def codebook(material, work, name):
    rules = {}
    for theme, pattern in patterns(material, name):
        rules.setdefault(theme, []).append(as_rule(pattern))
    path = work / f"codebook-{name}"
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\n")
        out.writerow(["kod", "regler"])
        out.writerows([theme, "\n".join(lines)] for theme, lines in rules.items())
    return path
