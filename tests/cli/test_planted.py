"""The planted interviews that the privacy scan is measured on: are they what they say they are?"""
import csv
import os
import subprocess

from tap import ROOT, equal, main, test

PLANTED = os.path.join(ROOT, "tests/privacy/planted")
PERSONAL = """personnummer samordningsnummer liknar-personnummer organisationsnummer ärendenummer
konto telefon e-post webbadress användarnamn adress postnummer fastighet namn kommun region plats
arbetsplats datum belopp kod kön""".split()
# How many identifiers each set has at least; n, the interview without any, is none of them.
SETS = {"a": 150, "b": 150, "c": 200, "d": 300, "e": 300}
# written without quotas: some classes nobody happened to say
FREE = ["f"]


def answers(half):
    """(file, start, end, class, text) of every identifier in a set."""
    for name in sorted(os.listdir(PLANTED)):
        if name.startswith(f"planted-{half}-") and name.endswith(".tsv"):
            with open(os.path.join(PLANTED, name), encoding="utf-8") as file:
                for row in csv.DictReader(file, delimiter=";"):
                    yield name[:-4], int(row["start"]), int(row["end"]), row["class"], row["text"]


@test
def texts_and_answers_are_those_of_the_marked_sources():
    maker = os.path.join(PLANTED, "make-planted")
    done = subprocess.run([maker, "--check"], capture_output=True, check=False)
    equal(done.returncode, 0, done.stderr.decode())


@test
def every_answer_stands_where_it_says():
    for half in [*SETS, *FREE]:
        for name, start, end, _, text in answers(half):
            with open(os.path.join(PLANTED, name + ".txt"), encoding="utf-8") as file:
                equal(file.read()[start:end], text, name)


@test
def each_set_has_its_hundred_and_fifty_or_more_and_some_of_every_class():
    for half, least in SETS.items():
        classes = [kind for _, _, _, kind, _ in answers(half)]
        personal = [kind for kind in classes if kind in PERSONAL]
        assert len(personal) >= least, (half, len(personal))
        equal(set(PERSONAL) - set(personal), set(), half)


@test
def the_first_four_sets_share_no_identifier():
    before = set()
    for half in "abcd":
        here = {
            (kind, text.casefold())
            for _, _, _, kind, text in answers(half)
            if kind in PERSONAL and kind != "kön"
        }
        equal(before & here, set(), half)
        before |= here


@test
def the_interview_without_identifiers_has_none_and_is_long_enough_to_count_in():
    equal(list(answers("n")), [])
    with open(os.path.join(PLANTED, "planted-n-01.txt"), encoding="utf-8") as file:
        assert len(file.read().split()) >= 1500


main()
