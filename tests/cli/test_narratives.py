"""A white paper of numbered narratives: fourteen persons, and what is nobody's."""
import os
import re
import shutil

from tap import ROOT, equal, folder, lyhord, main, rows_of, test

STUDY = os.path.join(ROOT, "data-samples/vittnesmal")
PAPER = os.path.join(STUDY, "transcripts/berattelser.txt")

NOBODYS = [
    "kvällskurs",  # the foreword
    "Allt som kunde peka ut någon",
    "socialtjänstlagen",
    "skälig levnadsnivå",  # the law
    "inte en ynnest",  # the slogan
    "Dåliga exempel",  # a heading
]


def told_in(*paths):
    """What persons tell; the editor's own words may be turns, but are no respondent's."""
    return [row for row in rows_of("turns", *paths) if row["role"] == "respondent"]


def narratives():
    """Cut by hand's rule: below "Berättelse N" to the next heading, without law and slogan."""
    with open(PAPER, encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    told, now = {}, None
    for block in blocks:
        text = " ".join(block.split())
        heading = re.fullmatch(r"Berättelse (\d+)", text)
        if heading:
            now = int(heading[1])
            told[now] = []
        elif now and not any(words in text for words in NOBODYS):
            told[now].append(text)
    return {number: "\n".join(paragraphs) for number, paragraphs in told.items()}


@test
def fourteen_persons_tell_one_narrative_each():
    turns = told_in(STUDY)
    equal([row["respondent"] for row in turns], [str(n) for n in range(1, 15)])
    told = narratives()
    equal(len(told), 14)
    for row in turns:
        equal(row["text"], told[int(row["respondent"])], row["respondent"])


@test
def a_paper_that_nobody_has_said_anything_of_reads_alike():
    with folder() as where:
        shutil.copy(PAPER, where)
        turns = told_in(os.path.join(where, "berattelser.txt"))
    equal([row["text"][:40] for row in turns], [text[:40] for text in narratives().values()])
    equal([len(row["text"]) for row in turns], [len(text) for text in narratives().values()])
    equal(len({row["speaker"] for row in turns}), 14)


@test
def what_turns_saves_changes_nothing_of_what_was_read():
    with folder() as where:
        study = os.path.join(where, "study")
        shutil.copytree(STUDY, study)
        before = rows_of("turns", study)
        equal(lyhord("turns", "--save", study).returncode, 0)
        equal([row["role"] for row in rows_of("turns", study)], [row["role"] for row in before])
        equal([row["text"] for row in told_in(study)], list(narratives().values()))


@test
def foreword_law_and_slogan_are_nobodys():
    turns = told_in(STUDY)
    for words in NOBODYS:
        for row in turns:
            assert words not in row["text"], (words, row["respondent"])
    codings = rows_of("code", STUDY)
    equal({row["respondent"] for row in codings} - {str(n) for n in range(1, 15)}, set())
    assert len(codings) >= 14, len(codings)


@test
def the_good_and_the_bad_are_too_few_to_be_set_against_each_other():
    done = lyhord("tally", "--suggested", "--by", "slag", STUDY)
    equal(done.returncode, 77, done.stderr.decode())
    equal(done.stdout, b"")


main()
