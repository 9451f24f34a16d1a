#!/usr/bin/env python3
"""Transcripts by several processes and in parts: the same bytes and the same messages as by one."""
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import time

from answers import CODEBOOK, put
from tap import LYHORD, SAMPLE, STEP, Skipped, environment, equal, folder, lyhord, main, test

LETTERS = "bdfghklmnprstvxz"
WORDS = [a + vowel + b for a in LETTERS for vowel in "aou" for b in LETTERS]


def turns_of(rng, words):
    """What somebody says: @words in sentences, of which some are coded."""
    for _ in range(words // 50):
        said = " ".join(rng.choices(WORDS, k=48))
        yield f"I: Vad då?\nR: {said} {rng.choice(['alfa', 'beta', 'gamma', 'inte alfa', 'då'])}.\n"


def interview(number, words, wide):
    rng = random.Random(number)
    lines = list(turns_of(rng, words))
    blank = (" " * 400 + "\n") * (wide // 400 // max(len(lines), 1))
    # A person in three has two interviews, which lie far apart.
    return blank.join(lines) + f"\n(Respondent P{number % 60})\n"


def corpus(where, count=76, words=45000, wide=400000):
    """More words than are compared, and bytes enough for several processes."""
    os.makedirs(os.path.join(where, "t"))
    put(where, "b.csv", CODEBOOK)
    places = ("Norr", "Syd", "Väst")
    put(where, "r.csv", "id;ort;roll\n" + "".join(f"P{i};{places[i * i % 3]};{'xy'[i % 2]}\n" for i in range(63)))
    for number in range(count):
        text = interview(number, words, wide)
        if number == count - 3:
            text = text.replace("R: ", "R: [öppen ", 1)
        put(where, f"t/d{number:03}.txt", text)
    # Said twice where it is looked for, and where it is not.
    for late in (8, count - 2):
        shutil.copy(os.path.join(where, "t/d003.txt"), os.path.join(where, f"t/d{late:03}.txt"))
    return [f"t/{name}" for name in sorted(os.listdir(os.path.join(where, "t")))]


class Corpus:
    """Made once, for the tests that want it; a sanitizer takes minutes for it."""

    def __init__(self):
        self.kept = None

    def make(self):
        if STEP > 1:
            raise Skipped("four million words are too many for a sanitizer")
        if not self.kept:
            self.kept = folder()
            self.where = self.kept.name
            self.files = corpus(self.where)
        return self

    def run(self, command, *options, files=None):
        return lyhord(command, "--codebook", "b.csv", *options, *(files or self.files), cwd=self.where)

    def tally(self, *options, **more):
        return self.run("tally", "--suggested", *options, **more)


THE_CORPUS = Corpus()
BY = ("--respondents", "r.csv", "--by", "ort")


def same(one, other, what=""):
    equal(other.returncode, one.returncode, (what, other.stderr))
    equal(other.stderr, one.stderr, what)
    assert other.stdout == one.stdout, what


@test
def there_is_more_than_is_compared_and_enough_for_several():
    made = THE_CORPUS.make()
    done = made.tally("--unit", "hits")
    equal(done.returncode, 0, done.stderr)
    assert b"too large for all of it to be compared" in done.stderr, done.stderr
    assert b"passages that stand in the material already" in done.stderr, done.stderr
    assert sum(os.path.getsize(os.path.join(made.where, name)) for name in made.files) > 36 << 20


@test
def any_number_of_jobs_counts_the_same_and_says_the_same():
    made = THE_CORPUS.make()
    for options, numbers in (((*BY, "--shape", "wide"), (2, 5)), (("--roles", "all", "--unit", "hits"), (3,))):
        alone = made.tally(*options)
        equal(alone.returncode, 0, alone.stderr)
        assert b"d073.txt" in alone.stderr, alone.stderr
        for jobs in numbers:
            same(alone, made.tally(*options, "--jobs", jobs), (options, jobs))


@test
def suggestions_are_the_same_rows_in_the_same_order():
    made = THE_CORPUS.make()
    alone = made.run("code")
    equal(alone.returncode, 0, alone.stderr)
    same(alone, made.run("code", "--jobs", "4"))


@test
def what_is_wrong_far_behind_is_told_the_same_and_nothing_is_printed():
    made = THE_CORPUS.make()
    broken = [*made.files[:-2], "t/trasig.docx", made.files[-2], "t/saknas.txt", made.files[-1]]
    put(made.where, "t/trasig.docx", b"PK\x03\x04 no archive")
    alone = made.tally(files=broken)
    equal((alone.returncode, alone.stdout), (66, b""), alone.stderr)
    assert b"trasig.docx" in alone.stderr and b"saknas.txt" in alone.stderr, alone.stderr
    same(alone, made.tally("--jobs", "3", files=broken))


@test
def where_everything_has_to_be_compared_others_work_is_not_taken():
    made = THE_CORPUS.make()
    files = made.files[-15:]
    for number in range(120):
        path = f"t/tom{number:03}.txt"
        put(made.where, path, f"I: Vad då?\nR: {'alfa' if number % 3 else 'beta'} {number}\n" + (" " * 999 + "\n") * 300)
        files.append(path)
    assert sum(os.path.getsize(os.path.join(made.where, name)) for name in files) > 34 << 20
    alone = made.tally(files=files)
    equal(alone.returncode, 0, alone.stderr)
    assert b"too large" not in alone.stderr, alone.stderr
    same(alone, made.tally("--jobs", "3", files=files))


# ---- parts ----


def shards(where, count, *options, files=(), more=(), name="p"):
    parts = []
    for number in range(1, count + 1):
        part = f"{name}{number}-{count}.json"
        done = lyhord("tally", "-q", *options, "--shard", f"{number}/{count}", "-o", part, *more, *files, cwd=where)
        equal(done.returncode, 0, done.stderr)
        parts.append(part)
    return parts


SUGGESTED = ("--suggested", "--codebook", "b.csv")


def few(where, count=12):
    """Transcripts that are counted in no time."""
    put(where, "b.csv", CODEBOOK)
    for number in range(count):
        put(where, f"liten{number:02}.txt", interview(number, 500, 0).replace(f"P{number % 60})", f"P{number % 7})"))
    return [f"liten{number:02}.txt" for number in range(count)]


def merged(where, parts, *options):
    return lyhord("merge", *options, *parts, cwd=where)


@test
def merged_in_any_order_the_parts_are_the_whole_to_the_byte():
    made = THE_CORPUS.make()
    wanted = made.tally(*BY)
    parts = shards(made.where, 3, *SUGGESTED, *BY, files=made.files, more=("--jobs", "2"))
    done = merged(made.where, [parts[1], parts[0], parts[2]])
    equal((done.returncode, done.stdout == wanted.stdout), (0, True), done.stderr)
    with folder() as where:
        files = few(where)
        for options, shape in (((), ()), (("--roles", "all"), ("--shape", "wide")), (("--unit", "hits"), ())):
            wanted = lyhord("tally", *SUGGESTED, *options, *shape, *files, cwd=where)
            equal(wanted.returncode, 0, wanted.stderr)
            for order in itertools.permutations(shards(where, 3, *SUGGESTED, *options, files=files)):
                done = merged(where, order, *shape)
                equal((done.returncode, done.stdout), (0, wanted.stdout), done.stderr)
            many = shards(where, 40, *SUGGESTED, *options, files=files)
            equal(merged(where, many, *shape).stdout, wanted.stdout)


@test
def a_part_that_is_missing_or_there_twice_or_of_another_whole_is_refused():
    with folder() as where:
        files = few(where)
        first, second, third = shards(where, 3, *SUGGESTED, files=files)
        of_all = shards(where, 3, *SUGGESTED, "--roles", "all", files=files, name="a")
        for parts, said in (
            ([first, third], b"of 3 parts these are missing: 2"),
            ([first, second, third, second], b"part 2 is here a second time"),
            ([first, shards(where, 2, *SUGGESTED, files=files)[1]], b"another number of parts"),
            ([first, of_all[1]], b"other options"),
            ([first, shards(where, 3, *SUGGESTED, files=files[1:], name="b")[1]], b"other files"),
        ):
            done = merged(where, parts)
            equal((done.returncode, done.stdout), (65, b""), done.stderr)
            assert said in done.stderr, done.stderr
        allowed = merged(where, [third, first], "--allow-missing", "--format", "md")
        equal(allowed.returncode, 0, allowed.stderr)
        assert b"av 3 delar saknas 2" in allowed.stdout, allowed.stdout[-300:]


@test
def a_transcript_that_was_another_for_another_part_is_told():
    with folder() as where:
        files = few(where)
        parts = shards(where, 3, *SUGGESTED, files=files)
        for number in (0, 5):
            with open(os.path.join(where, files[number]), encoding="utf-8") as file:
                text = file.read()
            put(where, files[number], text.replace("då", "nu"))
            others = shards(where, 3, *SUGGESTED, files=files, name="o")
            for given in ([parts[0], parts[1], others[2]], [others[2], parts[0], parts[1]]):
                done = merged(where, given)
                equal((done.returncode, done.stdout), (65, b""), (number, given))
                assert b"from other files" in done.stderr, done.stderr
            put(where, files[number], text)


def changed(where, part, change):
    with open(os.path.join(where, part), encoding="utf-8") as file:
        known = json.load(file)
    change(known)
    put(where, "c.json", json.dumps(known))
    return "c.json"


def person_in(known):
    return next(cell for cell in known["cells"] if "any" in cell["said"].get("stöd", {}))


DAMAGES = [
    lambda k: k["transcripts"].pop("words"),
    lambda k: k.update(roles="nobody"),
    lambda k: k["cells"].append(k["cells"][0]),
    lambda k: person_in(k).update(persons=2),
    lambda k: person_in(k).pop("id"),
    lambda k: person_in(k)["said"]["stöd"].update(any=[2, 2, 1, 1]),
    lambda k: person_in(k)["said"]["stöd"]["any"].__setitem__(3, 10**9),
]


@test
def a_part_that_was_changed_is_refused():
    with folder() as where:
        first, second = shards(where, 2, *SUGGESTED, files=few(where))
        for number, damage in enumerate(DAMAGES):
            done = merged(where, [first, changed(where, second, damage)])
            equal((done.returncode, done.stdout), (65, b""), number)
            assert b"c.json: error: this is no partial result" in done.stderr, (number, done.stderr)


# ---- of a study ----


def study_in(where):
    study = os.path.join(where, "studie")
    shutil.copytree(SAMPLE, study)
    return study


def study_parts(study, count, *options):
    return shards(study, count, *options)


@test
def the_parts_of_a_study_are_shown_after_all_that_its_files_say():
    with folder() as where:
        study = study_in(where)
        for options in ((), ("--by", "kontor"), ("--suggested",), ("--suggested", "--by", "kontakttid")):
            wanted = lyhord("tally", *options, study)
            parts = study_parts(study, 4, *options)
            for given in ([*parts], [*reversed(parts)]):
                done = merged(study, given)
                equal((done.returncode, done.stdout), (wanted.returncode, wanted.stdout), done.stderr)
            elsewhere = lyhord("merge", "--study", study, *[os.path.join(study, part) for part in parts], cwd=where)
            equal(elsewhere.stdout, wanted.stdout, elsewhere.stderr)
            same(wanted, lyhord("tally", *options, "--jobs", "3", study))


@test
def parts_of_a_study_that_is_another_by_now_are_refused():
    with folder() as where:
        study = study_in(where)
        parts = study_parts(study, 2)
        for name in ("lyhord.ini", "respondents.csv", "codebook.csv", "decisions.csv"):
            path = os.path.join(study, name)
            before = open(path, "rb").read()
            put(study, name, before + b"\n")
            done = merged(study, parts)
            equal((done.returncode, done.stdout), (65, b""), name)
            assert b"not of the study as it is" in done.stderr, (name, done.stderr)
            put(study, name, before)
        equal(merged(study, parts).returncode, 0)


@test
def parts_tell_who_said_what_and_stay_out_of_what_is_handed_over():
    with folder() as where:
        study = study_in(where)
        os.mkdir(os.path.join(study, "reports"))
        done = lyhord("tally", study, "--shard", "1/2", "-o", os.path.join(study, "reports/p.json"))
        equal((done.returncode, os.listdir(os.path.join(study, "reports"))), (77, []), done.stderr)
        part = study_parts(study, 2)[0]
        equal(os.stat(os.path.join(study, part)).st_mode & 0o777, 0o600)
        for wrong in (("--table", "weight"), ("--release",), ("--codebook", "codebook.csv")):
            done = lyhord("tally", *wrong, "--shard", "1/2", "-o", "x.json", ".", cwd=study)
            equal((done.returncode, os.path.exists(os.path.join(study, "x.json"))), (64, False), wrong)


# ---- processes ----


def children(process):
    try:
        with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
            return [int(number) for number in file.read().split()]
    except OSError:
        return []


@test
def a_process_that_dies_ends_the_command_and_leaves_nothing():
    made = THE_CORPUS.make()
    process = subprocess.Popen(
        [LYHORD, "tally", "--suggested", "--codebook", "b.csv", "-j", "2", "-o", "ut.csv", *made.files],
        cwd=made.where, env=environment(), stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not children(process) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    jobs = children(process)
    if not jobs:
        process.communicate()
        raise Skipped("the job was too quick to be stopped")
    os.kill(jobs[0], signal.SIGKILL)
    said = process.communicate(timeout=120)[1]
    equal(process.returncode, 71, said)
    assert b"signal 9" in said, said
    assert not os.path.exists(os.path.join(made.where, "ut.csv"))


main()
