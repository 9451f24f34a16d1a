"""The rule language: every example of docs/rules.md run, and a reference that tries every way.

The reference knows nothing of how the program looks for rules: it takes the tokens of `lyhord tokens`
and tries all places of all parts, as docs/architecture.md §4 and docs/rules.md say.
"""
import itertools
import os
import random
import re
import subprocess

from tap import LYHORD, ROOT, environment, equal, folder, main, rows_of, test

WORDS = ("xa", "xb", "xc", "xd")
SIGNS = (",", "–")
FILLERS = ("eh", "öh")
RULES, SENTENCES = 500, 40


# ------ random rules, as trees ------


def leaf(dice):
    return ("word", dice.choice(WORDS))


def row(dice, depth):
    parts = [item(dice, depth)]
    while len(parts) < 2 or dice.random() < 0.3:
        parts.append(dice.choice(((), (), "..", "_", "__")))
        parts.append(item(dice, depth))
    return ("row", parts)


def near(dice, depth):
    parts = [side(dice, depth)]
    while len(parts) < 2 or dice.random() < 0.25:
        parts += [dice.randint(1, 5), side(dice, depth)]
    return ("near", parts)


def side(dice, depth):
    return row(dice, depth) if dice.random() < 0.25 else item(dice, depth)


def item(dice, depth):
    if depth == 0 or dice.random() < 0.75:
        return leaf(dice)
    return ("any", [chain(dice, depth - 1) for _ in range(dice.randint(1, 2))])


def chain(dice, depth):
    return dice.choice((row, near, lambda d, _: leaf(d)))(dice, depth)


def conjunction(dice):
    parts = [(False, chain(dice, 1))]
    while dice.random() < 0.35:
        parts.append((dice.random() < 0.5, chain(dice, 1)))
    return ("all", parts)


def rule(dice):
    return ("any", [conjunction(dice) for _ in range(1 + (dice.random() < 0.25))])


def shown(node):
    kind, parts = node
    if kind == "word":
        return f'"{parts}"'
    if kind == "any":
        return "(" + " | ".join(map(shown, parts)) + ")"
    if kind == "all":
        return " & ".join("!" * negated + shown(part) for negated, part in parts)
    signs = {(): " ", "..": " .. ", "_": " _ ", "__": " _ _ "}
    between = [f" ~{sign} " if kind == "near" else signs[sign] for sign in parts[1::2]]
    return "".join(itertools.chain(*itertools.zip_longest(map(shown, parts[::2]), between, fillvalue="")))


# ------ the reference: all places of all parts ------


def words_between(tokens, last, first):
    return sum(token not in SIGNS + FILLERS for token in tokens[last + 1 : first])


def fits(tokens, kind, sign, one, other):
    """May `other` be the next part, when the one before it is at `one`?"""
    if other[0] > one[1]:
        last, first = one[1], other[0]
    elif kind == "near" and other[1] < one[0]:
        last, first = other[1], one[0]
    else:
        return False
    words = words_between(tokens, last, first)
    if kind == "near":
        return words < sign
    if sign == "..":
        return words <= 3
    return words == len(sign) and not any(token in SIGNS for token in tokens[last + 1 : first])


def ways(tokens, node):
    """Every choice of one place for each part of a chain."""
    kind, parts = node
    choices = [sorted(places(tokens, part, True)) for part in parts[::2]]
    for way in itertools.product(*choices):
        if all(fits(tokens, kind, s, a, b) for s, a, b in zip(parts[1::2], way, way[1:])):
            yield way


def closeness(tokens, way):
    """Nearest first, behind before in front, then fewest tokens, then the longest."""
    ranks = []
    for one, other in zip(way, way[1:]):
        is_before = other[0] <= one[1]
        last, first = (other[1], one[0]) if is_before else (one[1], other[0])
        words = words_between(tokens, last, first)
        ranks.append((words, is_before, first - last, other[0] - other[1]))
    return ranks


def hull(way):
    return min(place[0] for place in way), max(place[1] for place in way)


def flat(node):
    """A row within a row is one row."""
    kind, parts = node
    if kind != "row":
        return node
    merged = []
    for part in parts:
        inner = part
        while inner[:1] == ("any",) and len(inner[1]) == 1:
            inner = inner[1][0]
        merged += flat(inner)[1] if inner[:1] == ("row",) else [part]
    return kind, merged


def places(tokens, node, is_nested=False):
    kind, parts = node
    if kind == "word":
        return {(i, i) for i, token in enumerate(tokens) if token == parts}
    if kind == "any":
        return set().union(*(places(tokens, part, is_nested) for part in parts))
    if kind == "all":
        found = [(negated, places(tokens, part)) for negated, part in parts]
        fine = all(bool(places) != negated for negated, places in found)
        return found[0][1] if fine else set()
    all_ways = list(ways(tokens, flat(node)))
    if is_nested:
        return {hull(way) for way in all_ways}
    best = {}
    for way in sorted(all_ways, key=lambda way: closeness(tokens, way)):
        best.setdefault(way[0], hull(way))
    return set(best.values())


def standing(found):
    """Those that no other holds."""
    return sorted(
        p for p in found if not any(o != p and o[0] <= p[0] and p[1] <= o[1] for o in found)
    )


# ------ both, over the same talk ------


def talk(dice):
    """Sentences of few words, each its own turn, so that none is split otherwise."""
    for _ in range(SENTENCES):
        yield [
            dice.choice(WORDS * 4 + ("x",) * 6 + SIGNS + FILLERS)
            for _ in range(dice.randint(1, 12))
        ]


def sentences_of(tokens):
    """The tokens of each sentence, and where they are."""
    for _, group in itertools.groupby(tokens, key=lambda row: row["sentence"]):
        group = list(group)
        yield (
            [row["token"].lower() for row in group],
            [(int(row["start"]), int(row["end"])) for row in group],
        )


@test
def random_rules_find_just_what_trying_every_way_finds():
    dice = random.Random(20261122)
    with folder() as where:
        path = os.path.join(where, "prat.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(f"B: {' '.join(words)}\n\n" for words in talk(dice)))
        sentences = list(sentences_of(rows_of("tokens", path)))
        assert len(sentences) >= SENTENCES, len(sentences)
        hits = 0
        for _ in range(RULES):
            tree = rule(dice)
            text = shown(tree)
            wanted = [
                (where[first][0], where[last][1])
                for tokens, where in sentences
                for first, last in standing(places(tokens, tree))
            ]
            got = [
                (int(row["start"]), int(row["end"]))
                for row in rows_of("kwic", text, "--roles", "all", path)
            ]
            equal(got, wanted, text)
            hits += len(got)
        assert hits > RULES, hits


# ------ the page ------


def examples():
    page = open(os.path.join(ROOT, "docs/rules.md"), encoding="utf-8").read()
    for block in re.findall(r"^```console\n(.*?)^```", page, re.S | re.M):
        command, _, output = block.partition("\n")
        yield command.removeprefix("$ "), output


@test
def every_example_of_the_page_prints_what_the_page_says():
    path = os.path.dirname(LYHORD) + os.pathsep + os.environ["PATH"]
    count = 0
    for command, output in examples():
        done = subprocess.run(
            command, shell=True, cwd=ROOT, env=environment(PATH=path), capture_output=True
        )
        equal(done.returncode, 0, (command, done.stderr.decode()))
        equal(done.stdout.decode(), output, command)
        count += 1
    assert count >= 14, count


main()
