"""Memory that runs out: one line, exit 71, and nothing half-written.

fail_malloc.c, the second argument, refuses one allocation of many. GLib ends a program that it has no memory
for, and the program says so; PCRE2 returns NULL, hunspell throws: none of that may look like a user's mistake (65)
or a bug of ours (70, a signal). Where an allocation can be done without, the
output is what it is otherwise.
"""
import os
import sys

from tap import environment, equal, folder, lyhord, main, test

SHIM = os.path.abspath(sys.argv[2])
OLD = b"what stood here before\n"
TALK = "I: Hur var det?\nB: Jag väntade länge. Hej och svar, ekonomihjälp. Ingen svarade.\n"
PATTERNS = 'kod;regler\na;"""hej"" ~3 svar*\n/v[aä]nta\\w+/ & !nej*"\n'
WORDS = 'kod;regler\na;"hej ~3 svar\n+hjälp\nvänta"\n'
GOLD = '{"id": "1", "text": "Ingen svarade.", "labels": [{"theme": "a", "polarity": "-"}]}\n'
BOTH = ["code", "--codebook", "book.csv", "talk.txt"]
POINTS = 60


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def run(place, arguments, **shim):
    return lyhord(*arguments, "-q", "-o", "out", cwd=place, env=environment(LD_PRELOAD=SHIM, **shim))


def allocations(place, arguments):
    """How many there are, and what the command writes with all of them."""
    done = run(place, arguments, LYHORD_TELL_TO="2")
    equal(done.returncode, 0, done.stderr.decode())
    with open(os.path.join(place, "out"), "rb") as file:
        return int(done.stderr.split()[-1]), file.read()


def points(count):
    """The first ones, where most differs, and as many evenly over the rest."""
    return sorted({*range(1, POINTS // 2), *(1 + count * i // POINTS for i in range(POINTS))})


def sweep(arguments, **files):
    with folder() as place:
        for name, text in files.items():
            write(os.path.join(place, name.replace("_", ".")), text)
        count, good = allocations(place, arguments)
        before = set(os.listdir(place))
        ended = 0
        for number in points(count):
            with open(os.path.join(place, "out"), "wb") as file:
                file.write(OLD)
            done = run(place, arguments, LYHORD_FAIL_AT=str(number))
            with open(os.path.join(place, "out"), "rb") as file:
                left = file.read()
            what = f"allocation {number} of {count}: {done.returncode} {done.stderr[:200]!r}"
            if done.returncode == 0:
                equal(left, good, what)
            else:
                equal((done.returncode, done.stderr), (71, b"lyhord: out of memory\n"), what)
                equal(left, OLD, what)
                ended += 1
            equal(set(os.listdir(place)), before, what)
        assert ended > 0, f"none of {count} allocations was missed"


@test
def rules_with_patterns_end_with_71_and_the_old_output():
    sweep(["code", "--codebook", "book.csv", "talk.txt"], book_csv=PATTERNS, talk_txt=TALK)


@test
def rules_that_ask_the_dictionary_end_with_71_and_the_old_output():
    sweep(["code", "--codebook", "book.csv", "talk.txt"], book_csv=WORDS, talk_txt=TALK)


@test
def memory_that_stays_out_leaves_none_for_glib_to_say_so_either():
    with folder() as place:
        write(os.path.join(place, "book.csv"), PATTERNS)
        write(os.path.join(place, "talk.txt"), TALK)
        count, _ = allocations(place, BOTH)
        for number in points(count)[::3]:
            with open(os.path.join(place, "out"), "wb") as file:
                file.write(OLD)
            done = run(place, BOTH, LYHORD_FAIL_AT=str(number), LYHORD_FAIL_ON="1")
            what = f"allocations from {number} of {count} on"
            equal((done.returncode, done.stderr), (71, b"lyhord: out of memory\n"), what)
            with open(os.path.join(place, "out"), "rb") as file:
                equal(file.read(), OLD, what)


@test
def labelled_records_that_cannot_be_read_are_not_called_wrong():
    sweep(["evaluate", "gold.jsonl", "--codebook", "book.csv"], book_csv=PATTERNS, gold_jsonl=GOLD)


main()
