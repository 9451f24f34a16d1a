"""`lyhord undo`: what a command changed in a study is taken back whole, and nobody's work with it."""
import os
import shutil
import subprocess

from small_study import WORDS, coding_rows, put, small_study
from tap import LYHORD, Skipped, environment, equal, folder, lyhord, main, test

MERGE = ("codebook", "merge", "s", "lokal", "väntan", "--into", "väntan")
OTHERS = "document;code;polarity;status;quote\nR2;väntan;-;manual;kanariegult skinn\n"
FULL = "document;respondent;turn;start;end;code;polarity;state;time;cue;status;coder;rule;quote;memo;mark\n"


def held(where, *left_out):
    """{path: bytes} of all that lies in @where, but for what begins with one of @left_out."""
    found = {}
    for inside, _, names in os.walk(where):
        for name in names:
            path = os.path.join(inside, name)
            short = os.path.relpath(path, where)
            if not short.startswith(left_out):
                with open(path, "rb") as file:
                    found[short] = file.read()
    return found


def run(where, *arguments, exit=0, env=None):
    done = lyhord(*arguments, cwd=where, env=env)
    equal(done.returncode, exit, (arguments, done.stdout.decode(), done.stderr.decode()))
    return done.stdout.decode() + done.stderr.decode()


def study_in(where, **more):
    small_study(os.path.join(where, "s"), **more)
    return os.path.join(where, "s")


@test
def codes_made_one_are_several_again():
    with folder() as where:
        study = study_in(where)
        before = held(study)
        run(where, *MERGE, "--yes")
        assert held(study, "undo") != before
        told = run(where, "undo", "s")
        for word in ("codebook merge", "codebook.csv", "codings/gemensam.csv", "--yes"):
            assert word in told, (word, told)
        assert held(study, "undo") != before
        run(where, "undo", "s", "--yes")
        equal(held(study), before)
        assert "nothing to take back" in run(where, "undo", "s", "--yes")


@test
def an_import_is_taken_back_from_the_files_and_their_rows():
    with folder() as where:
        study = study_in(where)
        put(study, "codings/mira.csv", FULL)
        before = held(study)
        put(where, "mira.csv", OTHERS)
        put(where, "sam.csv", coding_rows(["R4"]))
        run(where, "import", "--into", "s", "mira.csv", "sam.csv", "--yes")
        after = held(study, "undo")
        assert "codings/sam.csv" in after and after["codings/mira.csv"] != before["codings/mira.csv"]
        run(where, "undo", "s", "--yes")
        equal(held(study), before)


@test
def what_was_changed_since_is_named_and_nothing_is_taken_back():
    with folder() as where:
        study = study_in(where)
        run(where, *MERGE, "--yes")
        with open(os.path.join(study, "codings/mira.csv"), "a", encoding="utf-8") as file:
            file.write("R5;väntan;-;manual;krånglig;\n")
        after = held(study)
        told = run(where, "undo", "s", "--yes", exit=65)
        assert "undo-changed" in told and "mira.csv" in told and "gemensam" not in told, told
        equal(held(study), after)


@test
def steps_are_taken_back_one_by_one_and_only_ten_are_kept():
    with folder() as where:
        study = study_in(where)
        states = []
        for number in range(12):
            states.append(held(study, "undo"))
            put(where, f"k{number}.csv", coding_rows(["R1"]))
            run(where, "import", "--into", "s", f"k{number}.csv", "--yes")
        equal(len([n for n in os.listdir(os.path.join(study, "undo")) if n.endswith(".ini")]), 10)
        for state in reversed(states[2:]):
            run(where, "undo", "s", "--yes")
            equal(held(study, "undo"), state)
        assert "nothing to take back" in run(where, "undo", "s", "--yes")


@test
def a_moved_study_takes_its_steps_along():
    with folder() as where:
        study = study_in(where)
        before = held(study)
        run(where, *MERGE, "--yes")
        os.rename(study, os.path.join(where, "annan å"))
        run(os.path.join(where, "annan å"), "undo", "--yes")
        equal(held(os.path.join(where, "annan å")), before)


@test
def who_withdraws_does_not_come_back_with_an_undo():
    with folder() as where:
        study = study_in(where)
        run(where, *MERGE, "--yes")
        assert any(b"kanariegult" in text for name, text in held(study).items() if name.startswith("undo"))
        told = run(where, "withdraw", "R2", "s", "--yes")
        assert "undo/" in told, told
        assert not any(b"kanariegult" in text for text in held(study).values())
        assert "nothing to take back" in run(where, "undo", "s", "--yes")


@test
def what_is_destroyed_on_its_day_leaves_no_copies_for_undo():
    with folder() as where:
        study = study_in(where, settings="purge = 2020-01-01\n")
        run(where, *MERGE, "--yes")
        run(where, "purge", "s", "--yes")
        equal([name for name in held(study) if name.startswith("undo")], [])
        assert "nothing to take back" in run(where, "undo", "s", "--yes")


@test
def new_transcripts_of_an_anonymisation_are_taken_away_and_nothing_else():
    with folder() as where:
        study = study_in(where, extra="Jag heter Kerstin Bergqvist.")
        before = held(study)
        run(where, "anonymize", "s", "-o", "key.csv")
        run(where, "anonymize", "s", "--apply", "key.csv", "--to", "nya", "--yes")
        equal(len(held(os.path.join(where, "nya"))), len(WORDS))
        assert where not in open(os.path.join(study, "undo", "0001.ini"), encoding="utf-8").read()
        text = put(where, "nya/R1.txt", open(os.path.join(where, "nya/R1.txt")).read() + "R: Mer.\n")
        told = run(where, "undo", "s", "--yes", exit=65)
        assert "R1.txt" in told and os.path.exists(text), told
        shutil.rmtree(os.path.join(where, "nya"))
        run(where, "anonymize", "s", "--apply", "key.csv", "--to", "nya", "--yes")
        run(where, "undo", "s", "--yes")
        assert not os.path.exists(os.path.join(where, "nya"))
        equal(held(study, "undo"), before)


@test
def copies_that_were_tampered_with_change_nothing():
    with folder() as where:
        study = study_in(where)
        run(where, *MERGE, "--yes")
        after = held(study, "undo")
        copies = os.path.join(study, "undo")
        for name in os.listdir(copies):
            if not name.endswith(".ini"):
                put(copies, name, "annat\n")
        assert "undo-damaged" in run(where, "undo", "s", "--yes", exit=65)
        record = os.path.join(copies, "0001.ini")
        good = open(record, encoding="utf-8").read()
        outside = put(where, "mitt.txt", "mitt\n")
        for path in ("../mitt.txt", outside, "a/../../mitt.txt", ""):
            put(copies, "0001.ini", good.replace("path=codebook.csv", f"path={path}"))
            assert "undo-damaged" in run(where, "undo", "s", "--yes", exit=65)
        put(copies, "0001.ini", good.replace("format=1", "format=2"))
        assert "undo-damaged" in run(where, "undo", "s", "--yes", exit=65)
        equal((held(study, "undo"), open(outside).read()), (after, "mitt\n"))


@test
def an_undo_that_was_killed_is_taken_up_by_the_same_command():
    if subprocess.run(["strace", "-qq", "-o", os.devnull, "true"]).returncode != 0:
        raise Skipped("strace may not trace here")
    with folder() as where:
        study = study_in(where)
        put(study, "codings/mira.csv", FULL)
        before = held(study)
        put(where, "sam.csv", coding_rows(["R4"]))
        put(where, "mira.csv", OTHERS)
        run(where, "import", "--into", "s", "mira.csv", "sam.csv", "--yes")
        kept = os.path.join(where, "kept")
        shutil.copytree(study, kept)
        for call in ("fsync", "rename", "unlink"):
            for number in (1, 2, 3):
                for fault in ("error=EIO", "signal=KILL"):
                    shutil.rmtree(study)
                    shutil.copytree(kept, study)
                    subprocess.run(
                        ["strace", "-qq", "-f", "-o", os.path.join(where, "trace"), "-e", f"trace={call}",
                         "-e", f"inject={call}:{fault}:when={number}", LYHORD, "undo", "s", "--yes"],
                        cwd=where, env=environment(), capture_output=True, timeout=60)
                    run(where, "undo", "s", "--yes")
                    left = {n: b for n, b in held(study, "undo").items() if not n.startswith(".lyhord-")}
                    equal(left, before, (call, number, fault))


main()
