#!/usr/bin/env python3
"""Who reads a table of answers by one attribute or by a pair cannot work out what a small group said.

The attacker is that of tests/tally: it knows who belongs where, and asks whether a hidden group's
number can be two different things. So many studies as LYHORD_ATTACKER_STUDIES says, or twelve.
"""
import os
import random
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tally"))

from answers import CODEBOOK, put, reckoned, table
from tap import equal, folder, lyhord, main, rows_in, test
from test_attacker import Printed, leaks_of

STUDIES = int(os.environ.get("LYHORD_ATTACKER_STUDIES", "12"))
HEADING = "respondent;fråga;svar;a;b"
SAID = ["alfa", "beta", "gamma", "alfa och beta", "jo", "inte alfa", "beta gamma", "jag vill ha alfa"]


def drawn(chance):
    """Answers of eight to sixty persons, of values that are of uneven size; some answer twice."""
    persons = chance.randrange(8, 60)
    values = [chance.randrange(2, 5), chance.randrange(2, 5)]
    of = [["ABCDE"[min(int(chance.expovariate(1)), most - 1)] + str(n) for n, most in enumerate(values)]
          for _ in range(persons)]
    often = chance.choice((SAID, SAID[:1] + SAID[4:5], SAID[1:5]))
    return [(f"p{who}", "Hur?", chance.choice(often), *of[who])
            for who in [*range(persons), *chance.choices(range(persons), k=persons // 2)]]


def tallied(where, rows, *more, by="a,b"):
    put(where, "b.csv", CODEBOOK)
    put(where, "a.csv", table(rows, HEADING))
    return lyhord("tally", "--suggested", "--codebook", "b.csv", "--by", by, "--language", "en", "a.csv", *more,
                  cwd=where)


def printed(rows, text, by="a,b"):
    """What the attacker knows: who belongs where, how codes hang together, and the table."""
    sizes = {}
    for values in {row[0]: row[3:] for row in rows}.values():
        sizes[values] = sizes.get(values, 0) + 1
    lines = [f"CELL {','.join(values)};{size}" for values, size in sorted(sizes.items())]
    lines += ["CODE stöd;", "CODE brist;", "CODE hjälp;stöd", "TABLE 0 a0 a1" if by == "a,b" else "TABLE 0 a0", *text.splitlines()]
    return Printed(lines)


def is_of(row, values):
    """Is somebody of @values among the group that a row of the table is of?"""
    for name, value in zip((row["a"], row["b"]), values):
        named = name[len("Others (") : -1].split(", ") if name.startswith("Others (") else [name]
        if name != "Everyone" and value not in named:
            return False
    return True


@test
def of_no_small_group_can_it_be_worked_out_what_it_said():
    chance = random.Random(7)
    counts = leaks = shown = 0
    for number in range(STUDIES):
        rows, by = drawn(chance), ("a", "a,b")[number % 2]
        with folder() as where:
            done = tallied(where, rows, by=by)
        if done.returncode == 77:
            continue
        equal(done.returncode, 0, done.stderr)
        shown += sum(row["a"] != "Everyone" and row["persons"].isdigit() for row in rows_in(done))
        asked, found = leaks_of(printed(rows, done.stdout.decode(), by))
        counts, leaks = counts + asked, leaks + found
    assert shown > STUDIES and counts > 3 * STUDIES, f"{shown} groups shown, {counts} counts hidden"
    equal(leaks, 0, f"of {counts}")


@test
def where_nothing_is_hidden_the_attacker_finds_counts():
    # of B no two groups can be made; nobody of it says beta, so neither do the two of it who are y
    rows = [(f"p{i}", "Hur?", "beta" if i % 2 else "alfa", "A", "x" if i < 6 else "y") for i in range(12)]
    rows += [(f"q{i}", "Hur?", "alfa" if i % 3 else "jo", "B", "y" if i < 2 else "x") for i in range(10)]
    with folder() as where:
        done = tallied(where, rows)
    text = done.stdout.decode().splitlines()
    names = text[0].split(";")
    assert any(row["persons"] == ".." for row in rows_in(done)), done.stdout
    for number, line in enumerate(text[1:], 1):
        row = dict(zip(names, line.split(";")))
        if (row["code"], row["polarity"]) == ("brist", "any"):
            row["persons"] = str(len({r[0] for r in rows if "beta" in r[2] and is_of(row, r[3:])}))
            text[number] = ";".join(row.values())
    equal(leaks_of(printed(rows, done.stdout.decode()))[1], 0)
    asked, leaks = leaks_of(printed(rows, "\n".join(text)))
    assert leaks > 0, f"of {asked}"


@test
def a_group_within_a_group_is_counted_as_by_hand_and_in_parts():
    chance = random.Random(3)
    rows = [(f"p{i % 500}", "Hur?", chance.choice(SAID[:5]), "Norr" if i % 500 % 3 else "Syd", "18–29" if i % 500 % 2 else "65+")
            for i in range(1500)]
    with folder() as where:
        whole = tallied(where, rows)
        for row in rows_in(whole):
            those = [r[:4] for r in rows if is_of(row, r[3:])]
            wanted, base = reckoned(those)
            equal(row["base"], str(base), row)
            if (row["code"], row["polarity"]) in wanted:
                equal(row["persons"], str(wanted[row["code"], row["polarity"]]), row)
        equal(len({(row["a"], row["b"]) for row in rows_in(whole)}), 7)
        equal(tallied(where, rows, "-j", "3").stdout, whole.stdout)
        parts = [f"p-{i}.json" for i in range(1, 5)]
        for i, part in enumerate(parts, 1):
            equal(tallied(where, rows, "--shard", f"{i}/4", "-o", part, "-q").returncode, 0)
        equal(lyhord("merge", "--language", "en", *reversed(parts), cwd=where).stdout, whole.stdout)


main()
