"""A study that lives on: moved, copied, restored, of another version; and what a report of a fault may hold."""
import os
import re
import shutil
import sqlite3

from small_study import WORDS, put, small_study
from tap import environment, equal, folder, lyhord, main, test
from workbench import answer_of, opened

CANARIES = ("Kanariefågelsson", "640823-3234", "070-1740605", "R4", "kanariegult", "istapp", "bemötande")


def run(where, *arguments, exit=0):
    done = lyhord(*arguments, cwd=where)
    equal(done.returncode, exit, (arguments, done.stderr.decode()))
    return done.stdout, done.stderr.decode()


def table(study):
    return run(study, "tally", "-f", "csv")[0]


@test
def a_study_that_is_moved_or_copied_counts_the_same_and_names_no_folder():
    with folder() as where:
        study = small_study(os.path.join(where, "s"))
        before = table(study)
        run(where, "codebook", "merge", "s", "lokal", "--into", "väntan", "--yes")
        run(where, "undo", "s", "--yes")
        equal(table(study), before)
        shutil.copytree(study, os.path.join(where, "kopia å"))
        os.rename(study, os.path.join(where, "flyttad"))
        for name in ("kopia å", "flyttad"):
            equal(table(os.path.join(where, name)), before)
        for inside, _, names in os.walk(where):
            for name in names:
                with open(os.path.join(inside, name), "rb") as file:
                    assert where.encode() not in file.read(), name


@test
def a_copy_made_while_the_workbench_is_open_holds_every_decision():
    with folder() as where:
        study = small_study(os.path.join(where, "s"))
        shutil.rmtree(os.path.join(study, "codings"))
        with opened(study, "--coder", "anna") as bench:
            start = answer_of(bench, "R1")["start"]
            bench.decide(dict(kind="code", document="R1", start=start, end=start + 8, code="väntan", polarity="-"))
            shutil.copytree(study, os.path.join(where, "kopia"))
        for name in ("s", "kopia"):
            equal(lyhord("status", os.path.join(where, name)).returncode, 0)
            store = sqlite3.connect(os.path.join(where, name, "study.db"))
            equal(store.execute("SELECT count(*) FROM codings").fetchone(), (1,), name)
            equal(store.execute("PRAGMA integrity_check").fetchall(), [("ok",)], name)
            store.close()


@test
def a_study_of_a_newer_version_says_which_program_it_needs():
    with folder() as where:
        study = small_study(os.path.join(where, "s"))
        put(study, "lyhord.ini", "[study]\nformat = 2\nneeds = 9.1\ntitle = Prov\n")
        said = run(where, "status", "s", exit=65)[1]
        assert "study-format" in said and "9.1" in said, said
        put(study, "lyhord.ini", "[study]\ntitle = Prov\nresearch = nej\n")
        equal(len(table(study).splitlines()) > 1, True)


@test
def the_log_for_a_report_of_a_fault_has_codes_and_places_and_no_words():
    with folder() as where:
        study = small_study(os.path.join(where, "s"), extra="Kanariefågelsson 640823-3234, 070-1740605.")
        put(study, "codings/gemensam.csv", "document;code;status;quote\nR4;bemötande;manual;istapp\nR9;x;y;z\n")
        put(study, "transcripts/R4.txt", "I: Hej\u200b?\nR: " + WORDS["R4"] + "\n")
        for arguments, exit in ((("check", "s"), 65), (("tally", "s", "--by", "Kanariefågelsson"), 65),
                                (("explain", "kanariegult", "--show-text", "s"), 65),
                                (("turns", "s/transcripts/R4.txt", "-q"), 0)):
            done = lyhord(*arguments, "--log", "logg.txt", cwd=where, env=environment(LANGUAGE="sv"))
            text = open(os.path.join(where, "logg.txt"), encoding="utf-8").read()
            for word in (*CANARIES, where):
                assert word not in text, (arguments, word, text)
            assert re.search(r"^lyhord \d", text) and "SQLite" in text, text
            assert f"command: {arguments[0]}\n" in text and f"exit: {done.returncode}\n" in text, text
        run(where, "check", "s", "--log", "logg.txt", "--quiet", exit=65)
        text = open(os.path.join(where, "logg.txt"), encoding="utf-8").read()
        assert "options: log quiet\n" in text, text
        assert re.search(r"^warning: [a-z-]+ in \.txt, line \d+, column \d+$", text, re.M), text
        assert re.search(r"^error: [a-z-]+ in \.csv", text, re.M), text
        equal(os.stat(os.path.join(where, "logg.txt")).st_mode & 0o777, 0o600)
        equal(lyhord("turns", "s/transcripts/R1.txt", "--log", "s/lyhord.ini/logg.txt", cwd=where).returncode, 73)


main()
