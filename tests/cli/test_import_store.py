"""`import` into a study with a study.db: what people have decided there stands, and nothing comes twice."""
import os
import tempfile

from refi_programs import Program
from small_study import put
from tap import equal, lyhord, main, rows_of, test
from workbench import answer_of, opened, study

HEADING = "document;code;polarity;quote\n"
BEGINNING = "De lyssnar"


def both_code_the_beginning_of_r1(folder):
    """Ada as how one is met, Bo as waiting; both are done."""
    for coder, code in (("Ada", "bemötande"), ("Bo", "väntan")):
        with opened(folder, "--coder", coder) as bench:
            start = answer_of(bench, "R1")["start"]
            bench.decide(dict(kind="code", document="R1", code=code, polarity="+", start=start,
                              end=start + len(BEGINNING)),
                         dict(kind="done", document="R1", done=True))


def decide(bench, code):
    told = bench.ask("/api/pairs?name=R1")
    pair, = told["pairs"]
    bench.decide(dict(kind="agreed", document="R1", coders=told["coders"], code=code, polarity="+",
                      originals=[pair["a"]["id"], pair["b"]["id"]],
                      start=pair["a"]["start"], end=pair["a"]["end"]))


def taken_in(folder, *files):
    done = lyhord("import", "--yes", "--language", "en", "--into", folder, *files)
    equal(done.returncode, 0, done.stderr.decode())
    return done


def sets_of(folder, coder):
    return [(row["document"], row["code"], row["quote"])
            for row in rows_of("export", "--format", "csv", "--coder", coder, folder)]


@test
def what_was_decided_in_the_workbench_stands_when_a_file_says_otherwise():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        both_code_the_beginning_of_r1(folder)
        other = put(where, "gemensam.csv", HEADING + f"R1;väntan;+;{BEGINNING}\nR2;lokal;+;soffa\n")
        with opened(folder, "--coder", "Ada") as bench:
            decide(bench, "bemötande")
        done = taken_in(folder, other)
        equal(sets_of(folder, "gemensam"), [("R1", "bemötande", BEGINNING), ("R2", "lokal", "soffa")])
        assert "decided here already" in done.stdout.decode(), done.stdout
        # taken back, nothing is decided about them, and the file's decision comes in
        with opened(folder, "--coder", "Ada") as bench:
            equal(bench.say("/api/undo")[1]["what"], "agreed")
        taken_in(folder, other)
        equal(sets_of(folder, "gemensam"), [("R1", "väntan", BEGINNING), ("R2", "lokal", "soffa")])


@test
def a_project_and_a_file_in_one_import_bring_each_coding_once():
    with tempfile.TemporaryDirectory() as where, tempfile.TemporaryDirectory() as beside:
        folder = study(where)
        with opened(folder, "--coder", "Ada"):
            pass
        with open(os.path.join(folder, "respondents.csv"), "a", encoding="utf-8") as file:
            file.write("K1;syd\n")
        rows = put(beside, "mira.csv", HEADING + "R4;väntan;-;ringer aldrig\n")
        project = Program().write(os.path.join(beside, "p.qdpx"), [("väntan", "kön är lång")])
        taken_in(folder, project, rows)
        equal(sets_of(folder, "kodare"), [("Samtal 1", "väntan", "kön är lång")])
        equal(sets_of(folder, "mira"), [("R4", "väntan", "ringer aldrig")])


@test
def a_note_comes_in_once_and_the_same_words_about_something_else_are_another():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        with opened(folder, "--coder", "Ada") as bench:
            start = answer_of(bench, "R1")["start"]
            made, = bench.decide(dict(kind="code", document="R1", code="väntan", polarity="-",
                                      start=start, end=start + 9))
            bench.decide(dict(kind="memo", on={"document": "R1"}, text="fråga igen"),
                         dict(kind="memo", on={"coding": made}, text="osäker"))
        project = os.path.join(where, "p.qdpx")
        equal(lyhord("export", "-q", "--format", "qdpx", "-y", "-o", project, folder).returncode, 0)
        assert b"nothing in it" in taken_in(folder, project).stderr
        with opened(folder, "--coder", "Bo") as bench:
            bench.decide(dict(kind="memo", on={"document": "R2"}, text="fråga igen"))
        other = tempfile.mkdtemp(dir=where)
        study(other)
        with opened(other, "--coder", "Bo") as bench:
            bench.decide(dict(kind="memo", on={"document": "R1"}, text="fråga igen"),
                         dict(kind="memo", on={"document": "R3"}, text="fråga igen"))
        equal(lyhord("export", "-q", "--format", "qdpx", "-y", "-o", project, other).returncode, 0)
        told = taken_in(folder, project).stdout.decode()
        assert "memos" in told and told.split("memos")[1].split()[1] == "2", told
        assert b"nothing in it" in taken_in(folder, project).stderr


main()
