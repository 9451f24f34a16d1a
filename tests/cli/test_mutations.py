"""Good files with bytes changed: only exit codes that scripts know, and never long.

A few in the test; all 8 000 with LYHORD_MUTATIONS=8000. The same number gives the same bytes."""
import os
import pathlib
import random
import resource
import subprocess

from tap import ROOT, Skipped, equal, folder, lyhord, main, test

FORMATS = pathlib.Path(ROOT, "data-samples/formats")
COUNT = int(os.environ.get("LYHORD_MUTATIONS", "120"))
LISTED = {0, 65, 66, 69, 71, 74}
MOST_SECONDS = 5
SEED = 20240601


def seconds():
    """Of the processor, in all children so far: who else is at work does not matter."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def flip(bytes_, dice):
    at = dice.randrange(len(bytes_))
    bytes_[at] ^= 1 << dice.randrange(8)


def write(bytes_, dice):
    at = dice.randrange(len(bytes_))
    bytes_[at] = dice.choice(b"\x00\xff\n\r\"';<>&:-[]()*_`{}0")


def cut(bytes_, dice):
    at = dice.randrange(len(bytes_))
    del bytes_[at : at + dice.randrange(1, 64)]


def double(bytes_, dice):
    at = dice.randrange(len(bytes_))
    bytes_[at:at] = bytes_[at : at + dice.randrange(1, 256)]


def end_early(bytes_, dice):
    del bytes_[dice.randrange(len(bytes_)) :]


def exchange(bytes_, dice):
    one, other = dice.randrange(len(bytes_)), dice.randrange(len(bytes_))
    size = dice.randrange(1, 32)
    bytes_[one : one + size], bytes_[other : other + size] = (
        bytes_[other : other + size],
        bytes_[one : one + size],
    )


WAYS = [flip, flip, write, write, cut, double, end_early, exchange]


def mutated(original, number):
    dice = random.Random(SEED + number)
    bytes_ = bytearray(original)
    for _ in range(dice.choice([1, 1, 2, 4, 16])):
        way = dice.choice(WAYS)
        if bytes_:
            way(bytes_, dice)
    return bytes(bytes_)


@test
def changed_bytes_end_in_a_listed_exit_code_and_soon():
    files = sorted(FORMATS.glob("F-*.*"))
    if not files:
        raise Skipped("there are no samples of formats")
    slowest = 0.0
    with folder() as where:
        for number in range(COUNT):
            original = files[number % len(files)]
            path = pathlib.Path(where, "F" + original.suffix)
            path.write_bytes(mutated(original.read_bytes(), number))
            began = seconds()
            try:
                done = lyhord("turns", path)
            except subprocess.TimeoutExpired:
                raise AssertionError(f"mutation {number} of {original.name} does not end") from None
            took = seconds() - began
            slowest = max(slowest, took)
            assert done.returncode in LISTED, (number, original.name, done.returncode)
            assert took < MOST_SECONDS, (number, original.name, took)
    print(f"# {COUNT} mutations, the slowest {slowest:.2f} s")


@test
def the_same_number_gives_the_same_bytes():
    equal(mutated(b"I: Hej?\nR: Hej.\n", 7), mutated(b"I: Hej?\nR: Hej.\n", 7))


main()
