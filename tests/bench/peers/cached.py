#!/usr/bin/env python3
"""What a script does that asks each spelling once: the strongest way known in plain Python.

usage: cached.py MATERIAL PATTERNS FOLDER     prints theme;group;hits

Of hits of one theme that overlap, the longest of those that begin first counts.
"""
import collections
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import corpora  # noqa: E402

TOKEN = re.compile(r"\w+(?:[-:.'’]\w+)*|[^\w\s]")


class Kinds(dict):
    """spelling → the parts of patterns that it is, as a tuple of numbers; () for most."""

    def __init__(self, parts):
        super().__init__()
        self.parts = [re.compile(re.escape(p).replace(r"\*", ".*").replace(r"\?", ".")) for p in parts]

    def __missing__(self, spelling):
        self[spelling] = found = tuple(i for i, part in enumerate(self.parts) if part.fullmatch(spelling))
        return found


def begun(patterns):
    """The parts of all patterns, and by its first part: [(theme, further parts)], the longest first."""
    parts = list(dict.fromkeys(word for _, pattern in patterns for word in pattern.split()))
    number = {part: i for i, part in enumerate(parts)}
    by_first = collections.defaultdict(list)
    for theme, pattern in patterns:
        first, *rest = (number[word] for word in pattern.split())
        by_first[first].append((theme, rest))
    for rows in by_first.values():
        rows.sort(key=lambda row: -len(row[1]))
    return parts, by_first


def hits_in(text, kinds, by_first):
    met = [kinds[word] for word in TOKEN.findall(text.lower())]
    free = collections.Counter()
    for i, kind in enumerate(met):
        if not kind:
            continue
        fits = [(theme, len(rest)) for part in kind for theme, rest in by_first.get(part, ())
                if i + len(rest) < len(met) and all(r in met[i + 1 + k] for k, r in enumerate(rest))]
        for theme, more in sorted(fits, key=lambda fit: -fit[1]):
            if free[theme] <= i:
                free[theme] = i + more + 1
                yield theme


def main():
    material, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[3])
    parts, by_first = begun(corpora.patterns(material, sys.argv[2]))
    kinds, groups = Kinds(parts), corpora.groups_of(folder)
    counts = collections.Counter()
    for path in corpora.files_of(folder):
        group = groups[pathlib.Path(path).stem]
        with open(path, encoding="utf-8") as file:
            counts.update((theme, group) for theme in hits_in(file.read(), kinds, by_first))
    for (theme, group), count in sorted(counts.items()):
        print(theme, group, count, sep=";")


main()
