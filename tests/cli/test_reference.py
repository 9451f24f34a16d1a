"""Counts of a dictionary's hits, cell by cell, against a small reference that shares nothing with the program.

The reference does what quanteda's tokens_lookup() does with glob patterns, case_insensitive, exclusive
and nested_scope = "key" (its manual page, "Apply a dictionary to a tokens object"):

- a text is a row of tokens, words and marks alike; a pattern of several words takes as many tokens that
  stand side by side, so that a mark between them breaks it;
- `*` is any characters of a token, also none, `?` just one; letters match in either case;
- the keys (themes) are independent: the same tokens may be hits of several;
- a hit is a hit whatever is said of it, so `code` and `tally --unit hits --states any` are compared with
  it; `tally --unit hits` counts those of them that are stated or negated, and is compared with `code`;
- within a key the longest match goes first: one whose tokens all belong to longer matches already, or
  to an equal one of another pattern of the key, is no hit; matches that overlap in part both are.

One thing differs: of a match within several longer ones together quanteda makes no hit, lyhord drops only
what lies within one of them. The bench dictionary has no such patterns; where random ones do, the
reference is asked for lyhord's way, and for quanteda's to see how seldom it matters.
"""
import collections
import csv
import os
import random
import re
import subprocess
import sys

from tap import MATERIAL, Skipped, equal, folder, lyhord, main, needs_material, rows_of, test

WORD = re.compile(r"\w+(?:[-:.,'’]\w+)*|[^\w\s]")
ABBREVIATIONS = ("t.ex.", "bl.a.", "kl.", "p.g.a.", "d.v.s.")


# ------ the reference ------


def tokens_of(line):
    """The words and marks of a turn; an abbreviation's full stop belongs to it."""
    for piece in line.casefold().split():
        bare = piece.rstrip(",?!…") if piece.rstrip(",?!…") in ABBREVIATIONS else None
        if bare:
            yield bare
            yield from piece[len(bare) :]
        else:
            yield from WORD.findall(piece)


def glob(pattern):
    signs = {"*": ".*", "?": "."}
    body = "".join(signs.get(c, re.escape(c)) for c in pattern.casefold())
    return re.compile(body, re.DOTALL).fullmatch


class Key:
    """A theme's patterns, longest first; what a token meets is found once."""

    def __init__(self, patterns):
        rows = [[glob(word) for word in pattern.split()] for pattern in patterns]
        self.rows = sorted(rows, key=len, reverse=True)
        self.met = {}

    def meets(self, token):
        if token not in self.met:
            self.met[token] = {
                (r, w)
                for r, row in enumerate(self.rows)
                for w, fits in enumerate(row)
                if fits(token)
            }
        return self.met[token]

    def hits(self, tokens, within_one=False):
        met = [self.meets(token) for token in tokens]
        begins = [i for i, pairs in enumerate(met) if any(w == 0 for _, w in pairs)]
        taken, spans = set(), []
        for r, row in enumerate(self.rows):
            for i in begins:
                span = range(i, i + len(row))
                if span.stop > len(met) or any((r, w) not in met[i + w] for w in range(len(row))):
                    continue
                if within_one:
                    is_within = any(s.start <= i and span.stop <= s.stop for s in spans)
                else:
                    is_within = all(at in taken for at in span)
                if not is_within:
                    taken.update(span)
                    spans.append(span)
        return len(spans)


def reference(dictionary, interviews, groups, within_one=False):
    """(theme, group) -> hits."""
    keys = {theme: Key(patterns) for theme, patterns in dictionary.items()}
    cells = collections.Counter()
    for name, text in interviews.items():
        for line in text.splitlines():
            tokens = list(tokens_of(line.partition(":")[2]))
            for theme, key in keys.items():
                cells[theme, groups[name]] += key.hits(tokens, within_one)
    return cells


# ------ the program ------


def as_rule(pattern):
    """Globs stay; every other word stands for just its own spelling."""
    return " ".join(w if set(w) & set("*?") else f'"{w}"' for w in pattern.split())


def write_table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows(rows)


def answers(command, *arguments):
    return rows_of(command, *arguments, "--roles", "all", "-q")


def hits_found(book, files, groups):
    """(theme, group, is it said) -> hits, by `lyhord code`; what is wished, asked or quoted is not said."""
    cells = collections.Counter()
    for row in answers("code", "--codebook", book, *files):
        is_said = row["state"] in ("stated", "negated")
        cells[row["code"], groups[row["document"]], is_said] += 1
    return cells


def hits_counted(book, place, files, states):
    """(theme, group) -> hits, by `lyhord tally`: what is said, or any place that a rule meets."""
    rows = answers("tally", "--suggested", "--unit", "hits", "--states", states, "--by", "group",
                   "--codebook", book, "--respondents", os.path.join(place, "meta.csv"), *files)
    return {
        (row["code"], row["group"]): int(row["hits"])
        for row in rows
        if row["polarity"] == "any" and row["group"] != "Samtliga"
    }


def compare(dictionary, place, interviews, groups, within_one=False):
    """Every cell; how many hits there are in all."""
    book = os.path.join(place, "codebook.csv")
    rows = [[theme, "\n".join(map(as_rule, patterns))] for theme, patterns in dictionary.items()]
    write_table(book, [["kod", "regler"], *rows])
    files = [os.path.join(place, name + ".txt") for name in interviews]
    wanted = reference(dictionary, interviews, groups, within_one)
    found = hits_found(book, files, groups)
    said = hits_counted(book, place, files, "said")
    met = hits_counted(book, place, files, "any")
    equal(set(said), set(wanted), "the cells")
    equal(set(met), set(wanted), "the cells of any state")
    for cell, hits in sorted(wanted.items()):
        equal(found[*cell, True] + found[*cell, False], hits, f"code {cell}")
        equal(said[cell], found[*cell, True], f"tally {cell}")
        equal(met[cell], hits, f"tally --states any {cell}")
    return sum(wanted.values())


# ------ a text of one's own ------

WORDS = ("xa", "xab", "xabc", "xb", "xbc", "xc", "xcö", "xcab", "då", "xö", "xöb")


def own_dictionary(dice):
    def word():
        base = dice.choice(WORDS)
        sign = dice.choice(("", "", "*", "?"))
        return dice.choice((base + sign, sign + base, base))

    def pattern():
        return " ".join(word() for _ in range(dice.choice((1, 1, 2, 2, 3))))

    return {f"tema{i}": [pattern() for _ in range(6)] for i in range(6)}


def own_interview(dice):
    def sentence():
        words = dice.choices(WORDS, k=dice.randint(3, 14))
        if len(words) > 6:
            words[3] += ","
        text = " ".join(words)
        return dice.choice((text, text.upper(), text.capitalize())) + dice.choice(".?!")

    turns = [f"{'IB'[i % 2]}: " + " ".join(sentence() for _ in range(4)) for i in range(40)]
    return "\n".join(turns) + "\n"


@test
def random_dictionaries_over_a_random_text_are_counted_as_by_the_reference():
    dice = random.Random(20261122)
    with folder() as place:
        interviews = {f"int_{i:02}": own_interview(dice) for i in range(18)}
        groups = {name: "öst" if i % 3 else "väst" for i, name in enumerate(interviews)}
        for name, text in interviews.items():
            with open(os.path.join(place, name + ".txt"), "w", encoding="utf-8") as file:
                file.write(text)
        write_table(os.path.join(place, "meta.csv"), [["respondent", "group"], *groups.items()])
        for _ in range(5):
            dictionary = own_dictionary(dice)
            hits = compare(dictionary, place, interviews, groups, within_one=True)
            fewer = sum(reference(dictionary, interviews, groups).values())
            assert hits > 1000 and 0 <= hits - fewer < hits / 50, (hits, fewer)


@test
def hits_of_any_state_say_so_in_every_row_and_are_neither_persons_nor_released():
    with folder() as place:
        write_table(os.path.join(place, "codebook.csv"), [["kod", "regler"], ["bra", "snäll"]])
        files = []
        for name in "abcde":
            files.append(os.path.join(place, name + ".txt"))
            with open(files[-1], "w", encoding="utf-8") as file:
                file.write("I: Hej.\nB: Är hen snäll? Hen är snäll.\n")
        ask = ["tally", "--suggested", "--unit", "hits", "--codebook", os.path.join(place, "codebook.csv")]
        said = [row for row in rows_of(*ask, *files, "-q") if row["polarity"] == "any"]
        met = rows_of(*ask, "--states", "any", *files, "-q")
        equal([(row["hits"], row["persons"], row["status"]) for row in said], [("5", "5", "suggested")])
        equal([(row["hits"], row["persons"], row["status"]) for row in met], [("10", "", "suggested, any state")])
        shown = lyhord(*ask, "--states", "any", *files, "-q", "-f", "text", "--language", "en")
        assert b"whatever is said of it" in shown.stdout, shown.stdout
        for wrong in (["--shape", "wide"], ["--measure", "+"], ["--table", "weight"], ["--unit", "persons"], ["--release"]):
            done = lyhord(*ask, "--states", "any", *wrong, *files)
            equal((done.returncode, done.stdout), (64, b""), done.stderr)
        equal(lyhord(*ask, "--states", "all", *files).returncode, 64)


@test
def the_reference_itself_counts_as_quanteda_does():
    key = Key(["a b", "b", "b c"])
    equal(key.hits("a b c".split()), 2, "overlap in part: both; b within: none")
    equal(key.hits("a , b".split()), 1, "a mark breaks a row")
    equal(Key(["a b", "c d", "b c"]).hits("a b c d".split()), 2, "within two together")
    equal(Key(["a b", "c d", "b c"]).hits("a b c d".split(), within_one=True), 3)
    equal(Key(["x*", "xy"]).hits(["xy"]), 1, "an equal match of the same key")
    equal(list(tokens_of("- Ja, t.ex. EU:s 1,5 km…")), ["-", "ja", ",", "t.ex.", "eu:s", "1,5", "km", "…"])


# ------ the corpus that speed is measured on ------


@test
def the_bench_dictionary_over_a_megabyte_is_counted_as_by_the_reference():
    bench = os.path.join(needs_material(), "bench")
    if not os.path.exists("/usr/share/dict/swedish"):
        raise Skipped("the package wswedish is not here, which the corpus is made of")
    with open(os.path.join(bench, "dict.csv"), encoding="utf-8") as file:
        dictionary = collections.defaultdict(list)
        for row in csv.DictReader(file, delimiter=";"):
            dictionary[row["theme"]].append(row["pattern"])
    with folder() as place:
        treebank = os.path.join(MATERIAL, "ud/Talbanken/sv_talbanken-ud-dev.conllu")
        maker = [sys.executable, os.path.join(bench, "make_corpus.py"), place, "1", "--kb", "12"]
        subprocess.run([*maker, "--conllu", treebank], check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(place, "meta.csv"), encoding="utf-8") as file:
            groups = {row["respondent"]: row["group"] for row in csv.DictReader(file, delimiter=";")}
        interviews = {}
        for name in groups:
            with open(os.path.join(place, name + ".txt"), encoding="utf-8") as file:
                interviews[name] = file.read()
        assert compare(dictionary, place, interviews, groups) > 1000


main()
