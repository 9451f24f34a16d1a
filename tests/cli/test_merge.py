#!/usr/bin/env python3
"""Partial results: exact when merged, in any order; strangers are refused; nothing tells who answered."""
import itertools
import json
import os
import stat

from answers import CODEBOOK, made, put, table
from tap import equal, folder, lyhord, main, rows_in, test


def shard(where, part, *more, out=None, file="a.csv", book="b.csv"):
    out = out or "p" + part.replace("/", "-") + ".json"
    done = lyhord("tally", "--suggested", "--codebook", book, file, "--shard", part, "-o", out, *more, cwd=where)
    equal(done.returncode, 0, done.stderr)
    return out, done


def shards(where, count, *more, **names):
    return [shard(where, f"{i}/{count}", *more, **names)[0] for i in range(1, count + 1)]


def merge(where, files, *more):
    return lyhord("merge", *files, *more, cwd=where)


def small(where, count=300, persons=90):
    rows = list(made(count, persons))
    put(where, "b.csv", CODEBOOK)
    put(where, "a.csv", table(rows))
    return rows


def whole(where, *more):
    done = lyhord("tally", "--suggested", "--codebook", "b.csv", "a.csv", *more, cwd=where)
    equal(done.returncode, 0, done.stderr)
    return done.stdout


def refused(where, files, said, *more, exit=65):
    done = merge(where, files, *more)
    equal((done.returncode, done.stdout), (exit, b""), done.stderr)
    assert said.encode() in done.stderr, done.stderr


@test
def merged_in_any_order_the_parts_are_the_whole_to_the_byte():
    with folder() as where:
        small(where)
        for options in ((), ("--by", "ort"), ("--by", "ort", "--unit", "hits"), ("--unit", "hits", "--states", "any")):
            wanted = whole(where, *options)
            parts = shards(where, 3, *options)
            for order in itertools.permutations(parts):
                done = merge(where, order)
                equal((done.stdout, done.returncode), (wanted, 0), done.stderr)
        parts = shards(where, 8, "--by", "ort", "--jobs", "2")
        equal(merge(where, parts, "--shape", "wide").stdout, whole(where, "--by", "ort", "--shape", "wide"))
        equal(merge(where, parts, "-f", "text").stdout, whole(where, "--by", "ort", "-f", "text"))


@test
def a_part_without_anybody_is_a_part_too():
    with folder() as where:
        small(where, 12, 6)
        equal(merge(where, shards(where, 40)).stdout, whole(where))


@test
def a_part_names_nobody_and_is_kept_from_others():
    with folder() as where:
        rows = small(where)
        out, done = shard(where, "1/2", "--by", "ort")
        path = os.path.join(where, out)
        text = open(path, encoding="utf-8").read()
        for person in {row[0] for row in rows}:
            assert f'"{person}"' not in text and f"{person}\n" not in text, person
        for said in ("alfa", "tyvärr", "Vad då"):
            assert said not in text, said
        equal(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        assert b"a partial result is material" in done.stderr, done.stderr
        equal(json.loads(text)["format"], 1)


@test
def small_groups_are_protected_after_merging_and_not_before():
    rows = [(f"n{i}", "Hur?", "alfa", "Norr") for i in range(5)] + [(f"s{i}", "Hur?", "beta", "Syd") for i in range(5)]
    with folder() as where:
        put(where, "b.csv", CODEBOOK)
        put(where, "a.csv", table(rows))
        parts = shards(where, 5, "--by", "ort")
        equal(merge(where, parts).stdout, whole(where, "--by", "ort"))
        put(where, "a.csv", table(rows[:8]))
        parts = shards(where, 2, "--by", "ort")
        refused(where, parts, "the split by 'ort' is refused", exit=77)


@test
def parts_that_are_missing_are_named_and_when_allowed_printed_in_the_table():
    with folder() as where:
        small(where)
        parts = shards(where, 4)
        refused(where, [parts[0], parts[3]], "of 4 parts these are missing: 2, 3")
        done = merge(where, [parts[3], parts[0]], "--allow-missing", "-f", "text", "--language", "en")
        equal(done.returncode, 0, done.stderr)
        assert "of 4 parts these are missing: 2, 3" in done.stdout.decode(), done.stdout.decode()
        some = rows_in(merge(where, [parts[0]], "--allow-missing"))
        assert int(some[0]["base"]) < 90


@test
def strangers_are_refused_each_with_its_reason():
    with folder() as where:
        small(where)
        first, other = shard(where, "1/2")[0], shard(where, "2/2")[0]
        hits = shard(where, "1/2", "--unit", "hits", out="h.json")[0]
        any_state = shard(where, "2/2", "--unit", "hits", "--states", "any", out="any.json")[0]
        refused(where, [hits, any_state], "counted with other options")
        refused(where, [any_state], "leave --shape wide out", "--shape", "wide", "--allow-missing", exit=64)
        refused(where, [first, other, first], f"part 1 is here a second time; it came from {first}")
        put(where, "b2.csv", CODEBOOK + "ny;;;\n")
        strangers = [
            (dict(book="b2.csv"), (), "counted with another codebook"),
            ({}, ("--unit", "hits"), "counted with other options"),
            ({}, ("--by", "ort"), "counted with other options"),
        ]
        for names, options, said in strangers:
            out = shard(where, "2/2", *options, out="s.json", **names)[0]
            refused(where, [first, out], f"s.json: error: this partial result does not belong with the first one: it was {said}")
        refused(where, [first, shard(where, "2/3", out="s.json")[0]], "another number of parts")
        put(where, "a2.csv", table(made(300, 91)))
        refused(where, [first, shard(where, "2/2", out="s.json", file="a2.csv")[0]], "other files")


def changed(where, part, change):
    with open(os.path.join(where, part), encoding="utf-8") as file:
        known = json.load(file)
    change(known)
    put(where, "c.json", json.dumps(known))
    return "c.json"


@test
def versions_and_dictionaries_must_be_the_same():
    with folder() as where:
        small(where)
        first, other = shards(where, 2)
        for name, said in (("tool", "another version of lyhord"), ("dictionary", "another Swedish dictionary")):
            refused(where, [first, changed(where, other, lambda k: k.update({name: "x"}))], said)
        refused(where, [first, changed(where, other, lambda k: k.update(format=2))], "has format 2")


def more_persons_than_there_are(known):
    known["cells"][0]["said"]["stöd"]["any"][0] += 1000


def a_sum_that_cannot_be(known):
    known["cells"][0]["said"]["stöd"]["any"][1] = 1


DAMAGES = [
    lambda k: k.pop("cells"),
    lambda k: k.update(kind="annat"),
    lambda k: k.update(shard=3),
    lambda k: k.update(answers=-1),
    lambda k: k.update(codes=[{"code": "a|b", "name": "", "parents": []}]),
    lambda k: k["cells"].append(k["cells"][0]),
    lambda k: k["cells"][0].update(persons="5"),
    lambda k: k["cells"][0]["said"].update(okänd={"any": [1, 1, 1, 1]}),
    lambda k: k["cells"][0].update(values=["x"]),
    more_persons_than_there_are,
    a_sum_that_cannot_be,
]


@test
def a_part_that_was_damaged_or_changed_is_refused():
    with folder() as where:
        small(where)
        first, other = shards(where, 2)
        for number, damage in enumerate(DAMAGES):
            refused(where, [first, changed(where, other, damage)], "c.json: error: this is no partial result")
        text = open(os.path.join(where, other), "rb").read()
        for cut in (0, 1, 100, len(text) // 2, len(text) - 2):
            put(where, "c.json", text[:cut])
            refused(where, [first, "c.json"], "c.json: error: this is no partial result")
        put(where, "c.json", b"\xff\x00" + text)
        refused(where, [first, "c.json"], "c.json: error: this is no partial result")
        refused(where, [first, "saknas.json"], "saknas.json", exit=66)


@test
def a_shard_wants_a_file_and_answers():
    with folder() as where:
        small(where)
        book = ("tally", "--suggested", "--codebook", "b.csv")
        equal(lyhord(*book, "a.csv", "--shard", "1/2", cwd=where).returncode, 64)
        for wrong in ("0/2", "3/2", "x", "1", "1/", "-1/2", "1/2/3", "1/0", ""):
            equal(lyhord(*book, "a.csv", "--shard", wrong, "-o", "p", cwd=where).returncode, 64, wrong)
        equal(lyhord("merge", cwd=where).returncode, 64)
        assert not os.path.exists(os.path.join(where, "p"))


main()
