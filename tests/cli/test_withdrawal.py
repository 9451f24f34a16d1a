"""A person who withdraws: listed first, then nowhere left but in a row that says so."""
import contextlib
import os
import shutil
import subprocess
import zipfile

from small_study import WORDS, everything, put, small_study, word_file
from tap import LYHORD, SAMPLE, Skipped, environment, equal, folder, lyhord, main, test


def said(done):
    return done.stderr.decode()


def withdraw(where, person, *more):
    return lyhord("withdraw", person, where, *more)


def group_interview(where):
    """R1 and R2 in one document, between them an interviewer; each has a mark of their own."""
    small_study(where)
    for person in ("R1", "R2"):
        os.unlink(os.path.join(where, f"transcripts/{person}.txt"))
    put(where, "transcripts/grupp.txt",
        f"I: Hur var det?\nIP1: {WORDS['R1']}\nIP2: {WORDS['R2']}\nIP1: Och dörren knarrade.\n"
        "I: Tack.\n")
    put(where, "transcripts.csv",
        "fil;respondent;intervjuare;respondentmärke;medlyssnare;anm\n"
        "grupp.txt;R1;I;IP1;;\ngrupp.txt;R2;I;IP2;;\n")
    put(where, "codings/gemensam.csv", "document;respondent;turn;code;status;quote;mark\n"
        "grupp;;;bemötande;manual;öronen på skaft;quote\n"
        "grupp;R2;;lokal;manual;kanariegult skinn;quote\n"
        "grupp;;4;lokal;manual;dörren knarrade;\n"
        "R3;;;väntan;manual;vänta som en istapp;\n")
    put(where, "codings/mira.csv", "document;code;quote\ngrupp;lokal;kanariegult\n")
    return where


@test
def without_yes_everything_is_listed_and_nothing_changed():
    with folder() as where:
        small_study(where)
        before = everything(where)
        done = withdraw(where, "R3")
        listed = done.stdout.decode()
        equal(done.returncode, 0, said(done))
        for part in ("R3.txt", "gemensam.csv", "mira.csv", "respondents.csv", "väntan"):
            assert part in listed, listed
        assert "--yes" in said(done)
        equal(everything(where), before)


@test
def after_it_no_file_of_the_study_holds_a_word_of_theirs():
    with folder() as where:
        small_study(where)
        put(where, "decisions.csv", "kind;target;value;who;reason;date\n"
            "duplicate;R3:2 = R4:1;kept;;;\nfinding;plats istapp;accepted;;ingen ort;\n"
            "finding;namn mig;accepted;;vanligt ord;\nthreshold;;5;;;\n")
        equal(withdraw(where, "R3", "--yes").returncode, 0)
        held = everything(where).decode()
        for word in ("istapp", "solgass", "vänta som"):
            assert word not in held, word
        decisions = open(os.path.join(where, "decisions.csv"), encoding="utf-8").read()
        assert "\nwithdrawal;R3;;;;2" in decisions, decisions
        assert "namn mig" in decisions and "threshold" in decisions, "others' decisions stay"
        equal(held.count("R3"), 1, "the id is left in one place")
        for person in ("R1", "R4"):
            assert WORDS[person] in held
        done = lyhord("tally", "--unit", "persons", where)
        equal(done.returncode, 65 if b"base" in done.stderr else 0, said(done))


@test
def of_the_sample_every_person_can_be_taken_out():
    for person in ("R03", "R07", "R12"):
        with folder() as outer:
            where = os.path.join(outer, "s")
            shutil.copytree(SAMPLE, where)
            done = withdraw(where, person, "--yes")
            equal(done.returncode, 0, said(done))
            held = everything(where)
            equal(held.count(person.encode()), 1, person)
            equal(lyhord("tally", where).returncode, 0)


@test
def in_a_group_only_their_turns_go():
    with folder() as where:
        group_interview(where)
        done = withdraw(where, "R1", "--yes")
        equal(done.returncode, 0, said(done))
        held = everything(where).decode()
        for word in ("öronen", "skaft", "knarrade", "R1;"):
            assert word not in held.replace("withdrawal;R1;", ""), (word, held)
        text = open(os.path.join(where, "transcripts/grupp.txt"), encoding="utf-8").read()
        assert WORDS["R2"] in text and "[återtaget]" in text and "Tack." in text, text
        equal(text.count("[återtaget]"), 2)
        codings = open(os.path.join(where, "codings/gemensam.csv"), encoding="utf-8").read()
        equal(codings.count("\n"), 3, codings)
        done = lyhord("check", where)
        assert done.returncode in (0, 1), said(done)


@test
def who_is_left_of_a_group_is_still_known_by_their_mark():
    with folder() as where:
        group_interview(where)
        os.unlink(os.path.join(where, "transcripts.csv"))
        put(where, "respondents.csv", "id;läge\ngrupp-IP1;norr\ngrupp-IP2;norr\nR3;syd\nR4;syd\nR5;syd\n")
        put(where, "codings/gemensam.csv", "document;code;polarity;status;quote\n"
            "grupp;lokal;+;manual;kanariegult skinn\n")
        equal(withdraw(where, "grupp-IP1", "--yes").returncode, 0)
        turns = lyhord("turns", where)
        equal(turns.returncode, 0, said(turns))
        assert ";IP2;respondent;grupp-IP2;" in turns.stdout.decode(), turns.stdout.decode()


@test
def a_coding_goes_by_its_words_whatever_its_number_or_its_document_is_called():
    with folder() as where:
        group_interview(where)
        put(where, "codings/gemensam.csv", "document;turn;start;code;quote\n"
            "grupp;3;;bemötande;ÖRONEN på skaft\ngrupp;;900;bemötande;lyssnar på mig\n"
            "grupp;2;;lokal;kanariegult skinn\nförr;;;bemötande;med öronen på skaft\n"
            "förr;;;lokal;dörr\n")
        equal(withdraw(where, "R1", "--yes").returncode, 0)
        codings = open(os.path.join(where, "codings/gemensam.csv"), encoding="utf-8").read()
        equal(codings, "document;turn;start;code;quote\ngrupp;2;;lokal;kanariegult skinn\n"
              "förr;;;lokal;dörr\n")


@test
def words_in_a_word_file_of_several_persons_are_in_no_part_of_it():
    with folder() as where:
        group_interview(where)
        text = open(os.path.join(where, "transcripts/grupp.txt"), encoding="utf-8").read()
        os.unlink(os.path.join(where, "transcripts/grupp.txt"))
        path = os.path.join(where, "transcripts/grupp.docx")
        word_file(path, text.strip(), "Brukarrevisor")
        put(where, "transcripts.csv", open(os.path.join(where, "transcripts.csv"), encoding="utf-8")
            .read().replace("grupp.txt", "grupp.docx"))
        done = withdraw(where, "R1", "--yes")
        equal(done.returncode, 0, said(done))
        with zipfile.ZipFile(path) as archive:
            held = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        assert "öronen" not in held and "knarrade" not in held and "kanariegult" in held


@test
def a_closing_mark_goes_with_the_words_it_closes():
    with folder() as where:
        small_study(where)
        for person in ("R1", "R2"):
            os.unlink(os.path.join(where, f"transcripts/{person}.txt"))
        put(where, "transcripts/bok.txt",
            f"I: Hur?\nB: {WORDS['R1']}\n(Respondent R1)\nI: Hur?\nB: {WORDS['R2']}\n(Respondent R2)\n")
        put(where, "codings/gemensam.csv", "document;code;quote\nbok;lokal;kanariegult\n"
            "R3;lokal;istapp\n")
        put(where, "codings/mira.csv", "document;code;quote\nR3;lokal;istapp\n")
        done = withdraw(where, "R2", "--yes")
        equal(done.returncode, 0, said(done))
        text = open(os.path.join(where, "transcripts/bok.txt"), encoding="utf-8").read()
        assert "R2" not in text and "kanariegult" not in text and WORDS["R1"] in text, text
        turns = lyhord("turns", where).stdout.decode()
        assert "kanariegult" not in turns and "R1" in turns


@test
def what_was_made_before_is_named_and_left():
    with folder() as where:
        small_study(where)
        put(where, "reports/första/report.pdf", "rapport")
        put(where, "minnesanteckning.txt", "ingen vet")
        put(where, "transcripts/~$R1.docx", "lås")
        put(where, "decisions.csv", "kind;target;value;reason\nrelease;vårens rapport;abc;\n")
        listed = withdraw(where, "R1").stdout.decode()
        for name in ("reports/första", "vårens rapport", "minnesanteckning.txt", "transcripts/~$R1.docx"):
            assert name in listed, listed
        equal(withdraw(where, "R1", "--yes").returncode, 0)
        assert os.path.exists(os.path.join(where, "reports/första/report.pdf"))


@test
def files_keep_the_form_people_gave_them():
    with folder() as where:
        small_study(where)
        put(where, "codings/mira.csv", '\ufeffkod;citat;dokument;status\r\nlokal;"en\r\nrad; till";R2;manual\r\n'
            "väntan;vänta som en istapp;R3;manual\r\n\r\nväntan;ringer aldrig;R4;manual")
        put(where, "codings/gemensam.csv", "document,code,quote\nR3,lokal,istapp\nR4,lokal,ringer\n")
        put(where, "decisions.csv", "datum;slag;mål;värde;skäl\r\n2026-01-01;threshold;;6;")
        equal(withdraw(where, "R3", "--yes").returncode, 0)
        read = lambda name: open(os.path.join(where, name), "rb").read().decode()
        equal(read("codings/mira.csv"), '\ufeffkod;citat;dokument;status\r\nlokal;"en\r\nrad; till";R2;manual\r\n'
              "väntan;ringer aldrig;R4;manual")
        equal(read("codings/gemensam.csv"), "document,code,quote\nR4,lokal,ringer\n")
        rows = read("decisions.csv").split("\r\n")
        equal(rows[1], "2026-01-01;threshold;;6;")
        assert rows[2].endswith(";withdrawal;R3;;") and rows[3] == "", rows


@test
def nobody_unknown_is_withdrawn_and_nobody_twice():
    with folder() as where:
        small_study(where)
        done = withdraw(where, "R9", "--yes")
        equal(done.returncode, 65)
        assert "withdraw-nobody" in said(done)
        assert not os.path.exists(os.path.join(where, "decisions.csv"))
        equal(withdraw(where, "R3", "--yes").returncode, 0)
        done = withdraw(where, "R3", "--yes")
        equal(done.returncode, 65)
        assert "withdrawn-already" in said(done)
        equal(lyhord("withdraw").returncode, 64)
        equal(lyhord("withdraw", "R1", where, "mer").returncode, 64)


@test
def what_a_crash_left_is_taken_by_the_same_command():
    with folder() as where:
        small_study(where)
        os.unlink(os.path.join(where, "transcripts/R3.txt"))
        put(where, "decisions.csv", "kind;target;value;who;reason;date\nwithdrawal;R3;;;;2026-01-01\n")
        equal(withdraw(where, "R3", "--yes").returncode, 0)
        held = everything(where).decode()
        assert "istapp" not in held
        equal(held.count("withdrawal;R3"), 1)


@contextlib.contextmanager
def held_fast(path):
    """A file that nobody can remove or replace: something is mounted on it."""
    if os.geteuid() != 0 or subprocess.run(["mount", "--bind", path, path]).returncode:
        raise Skipped("only root can mount a file on itself")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", path], check=True)


@test
def a_transcript_that_could_not_be_removed_goes_at_the_next_try_whatever_it_is_called():
    for name in ("R3.txt", "intervju tre.txt"):
        with folder() as where:
            small_study(where)
            path = os.path.join(where, "transcripts", name)
            os.rename(os.path.join(where, "transcripts/R3.txt"), path)
            put(where, "transcripts.csv", f"fil;respondent\n{name};R3\n")
            for file in ("gemensam", "mira"):
                put(where, f"codings/{file}.csv", f"document;code;quote\n{name[:-4]};lokal;istapp\nR4;lokal;x\n")
            with held_fast(path):
                done = withdraw(where, "R3", "--yes")
                equal(done.returncode, 73, said(done))
                assert "removal-stopped" in said(done)
            equal(withdraw(where, "R3", "--yes").returncode, 0)
            held = everything(where).decode()
            assert "istapp" not in held and held.count("withdrawal;R3") == 1, held


@test
def when_the_last_list_cannot_be_written_all_stands_as_before():
    with folder() as where:
        small_study(where)
        put(where, "decisions.csv", "kind;target;value;who;reason;date\n")
        os.rename(os.path.join(where, "transcripts/R3.txt"), os.path.join(where, "utanför"))
        os.symlink("../utanför", os.path.join(where, "transcripts/R3.txt"))
        with held_fast(os.path.join(where, "respondents.csv")):
            before = everything(where)
            done = withdraw(where, "R3", "--yes")
            equal(everything(where), before)
        equal(done.returncode, 73, said(done))
        equal(os.readlink(os.path.join(where, "transcripts/R3.txt")), "../utanför")


@test
def a_study_with_a_store_that_is_none_of_ours_is_refused_whole():
    with folder() as where:
        small_study(where)
        put(where, "study.db", "journal")
        before = everything(where)
        equal(withdraw(where, "R3", "--yes").returncode, 65)
        equal(everything(where), before)


@test
def without_the_right_to_write_nothing_changes():
    if os.geteuid() != 0:
        raise Skipped("only root can become another user")
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"))
        for inside, _, names in os.walk(outer):
            os.chmod(inside, 0o755)
            for name in names:
                os.chmod(os.path.join(inside, name), 0o644)
        program = shutil.copy(LYHORD, os.path.join(outer, "lyhord"))
        os.chmod(program, 0o755)
        before = everything(where)
        done = subprocess.run([program, "withdraw", "R3", where, "--yes"], cwd="/", env=environment(),
                              capture_output=True, user=65534, group=65534, extra_groups=[], timeout=60)
        equal(done.returncode, 73, done.stderr.decode())
        equal(everything(where), before)


@test
def when_the_disk_is_full_all_stands_as_before():
    if os.geteuid() != 0:
        raise Skipped("only root can mount a small file system")
    with folder() as outer:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", outer]).returncode:
            raise Skipped("a small file system cannot be mounted here")
        try:
            where = small_study(os.path.join(outer, "s"))
            with open(os.path.join(outer, "ballast"), "wb", buffering=0) as file:
                try:
                    while True:
                        file.write(b"x" * 4096)
                except OSError:
                    pass
            before = everything(where)
            done = withdraw(where, "R3", "--yes")
            after = everything(where)
        finally:
            subprocess.run(["umount", "-l", outer], check=True)
        equal(done.returncode, 74, said(done))
        equal(after, before)


main()
