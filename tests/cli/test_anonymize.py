"""Replacements: proposed outside the study, edited by a person, checked against the text, then made."""
import csv
import os
import shutil
import stat
import subprocess
import zipfile

from small_study import everything, put, word_file
from tap import LYHORD, SAMPLE, Skipped, environment, equal, folder, lyhord, main, test

TEXTS = {
    "A": "I: Hej.\nR: Min handläggare Anna Berg ringde den 12 mars 2019. Hon fick 12 347 kronor.\n",
    "B": "I: Hej.\nR: Annas chef heter Petter. Jag bor i Uppsala och är 34 år.\n",
    "C": "I: Hej.\nR: Ring 070-174 06 33 och fråga efter Petter.\n",
}


def said(done):
    return done.stderr.decode()


def study_in(outer):
    where = os.path.join(outer, "s")
    put(where, "lyhord.ini", "[study]\nresearch = nej\n")
    for name, text in TEXTS.items():
        put(where, f"transcripts/{name}.txt", text)
    return where


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def proposed(outer, where=None):
    where = where or study_in(outer)
    path = os.path.join(outer, "nyckel.csv")
    done = lyhord("anonymize", where, "-o", path)
    equal(done.returncode, 0, said(done))
    return where, path


def apply(path, to, where, *more):
    return lyhord("anonymize", "--apply", path, "--to", to, where, *more)


@test
def placeholders_tell_the_kind_and_are_the_same_for_the_same():
    with folder() as outer:
        _, path = proposed(outer)
        made = {(row["document"], row["text"]): row["replacement"] for row in rows_of(path)}
        equal(made["A", "Anna Berg"], "[handläggare 1]")
        equal(made["B", "Annas"], "[handläggare 1]s")
        equal(made["B", "Petter"], made["C", "Petter"])
        assert made["B", "Petter"].startswith("["), made
        assert "[datum: vår 2019]" in made.values(), made
        assert "[belopp: 10 000–15 000 kr]" in made.values(), made
        assert "[ålder: 30–34 år]" in made.values(), made
        assert "[telefon]" in made.values() and "[kommun]" in made.values(), made


@test
def a_place_is_the_same_place_in_every_form():
    with folder() as outer:
        where = os.path.join(outer, "s")
        put(where, "lyhord.ini", "[study]\nresearch = nej\n")
        put(where, "transcripts/A.txt", "I: Hej.\nR: Jag ringde Göteborgs kommun och flyttade till Borås. "
            "I Göteborg är det bättre, Göteborgs bussar går. Borås kommun svarade.\n")
        _, path = proposed(outer, where)
        made = {row["text"]: row["replacement"] for row in rows_of(path)}
        equal(made["Göteborgs"], made["Göteborg"] + "s")
        assert made["Borås"] != made["Göteborg"] and made["Borås"].endswith("]"), made


@test
def places_are_code_points_of_the_document_text():
    with folder() as outer:
        where, path = proposed(outer)
        for row in rows_of(path):
            text = lyhord("turns", "--text", row["document"], where).stdout.decode()
            equal(text[int(row["start"]) : int(row["end"])], row["text"])


@test
def the_proposal_is_for_its_owner_alone_and_is_never_written_over():
    with folder() as outer:
        where, path = proposed(outer)
        equal(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        put(outer, "nyckel.csv", "mina ändringar")
        equal(lyhord("anonymize", where, "-o", path).returncode, 73)
        equal(open(path, encoding="utf-8").read(), "mina ändringar")


@test
def no_key_is_written_into_any_study():
    with folder() as outer:
        where, other = study_in(outer), os.path.join(outer, "annan")
        put(other, "lyhord.ini", "[study]\n")
        os.symlink(where, os.path.join(outer, "genväg"))
        os.symlink(os.path.join(where, "länkad.csv"), os.path.join(outer, "oskyldig.csv"))
        before = sorted(os.listdir(where))
        for path in ("s/n.csv", "s/transcripts/n.csv", "annan/n.csv", "genväg/n.csv", "oskyldig.csv"):
            done = lyhord("anonymize", where, "-o", os.path.join(outer, path))
            equal(done.returncode, 77, path + said(done))
        equal(lyhord("anonymize", "-o", "n.csv", cwd=where).returncode, 77)
        equal(sorted(os.listdir(where)), before)


@test
def what_people_leave_or_change_is_followed():
    with folder() as outer:
        where, path = proposed(outer)
        rows = rows_of(path)
        for row in rows:
            if row["text"] == "Uppsala":
                row["replacement"] = ""
            elif row["text"] == "Petter":
                row["replacement"] = "[chefen]"
            elif row["text"] == "Annas":
                row["keep"] = "ja"
        write_rows(path, rows)
        to = os.path.join(outer, "nya")
        equal(apply(path, to, where, "--yes").returncode, 0)
        text = open(os.path.join(to, "B.txt"), encoding="utf-8").read()
        assert "Annas chef heter [chefen]." in text and "i Uppsala" in text, text
        text = open(os.path.join(to, "A.txt"), encoding="utf-8").read()
        assert text.startswith("I: Hej.\nR: Min handläggare [handläggare 1] ringde"), text


@test
def what_is_only_worth_a_look_stays_until_somebody_says_otherwise():
    with folder() as outer:
        where = study_in(outer)
        put(where, "transcripts/R2.txt", "I: Var då?\nR: Vi bodde vid ekliden då.\n")
        where, key = proposed(outer, where)
        rows = rows_of(key)
        doubts = [row for row in rows if row["class"] == "tveksamt"]
        equal([(row["text"], row["replacement"], row["keep"]) for row in doubts], [("ekliden", "", "")])
        to = os.path.join(outer, "orörd")
        equal(apply(key, to, where, "--yes").returncode, 0)
        assert "ekliden" in open(os.path.join(to, "R2.txt"), encoding="utf-8").read()
        doubts[0].update(replacement="[ort]")
        write_rows(key, rows)
        to = os.path.join(outer, "ny")
        equal(apply(key, to, where, "--yes").returncode, 0)
        assert "vid [ort] då" in open(os.path.join(to, "R2.txt"), encoding="utf-8").read()


@test
def swedish_headings_are_read():
    with folder() as outer:
        where, path = study_in(outer), os.path.join(outer, "n.csv")
        put(outer, "n.csv", "dokument;början;slut;klass;ord;ersättning;behåll\nC;3;4;;:;;\nB;0;1;;I;;\n"
            "C;0;1;;I;Intervjuare;nej\n")
        equal(apply(path, os.path.join(outer, "nya"), where, "--yes").returncode, 0)
        assert open(os.path.join(outer, "nya/C.txt"), encoding="utf-8").read().startswith("Intervjuare: Hej")


@test
def before_and_after_are_shown_and_without_yes_nothing_is_written():
    with folder() as outer:
        where, path = proposed(outer)
        done = apply(path, os.path.join(outer, "nya"), where)
        equal(done.returncode, 0, said(done))
        diff = done.stdout.decode()
        assert "\n-R: Ring 070-174 06 33 och" in diff and "\n+R: Ring [telefon] och" in diff, diff
        assert "--yes" in said(done)
        assert not os.path.exists(os.path.join(outer, "nya"))


@test
def originals_are_untouched_and_no_key_comes_along():
    with folder() as outer:
        where, path = proposed(outer)
        before = everything(where)
        equal(apply(path, os.path.join(outer, "nya"), where, "--yes").returncode, 0)
        # what undo needs: where the new files lie, and their sums; nothing of the key
        step = open(os.path.join(where, "undo", "0001.ini"), encoding="utf-8").read()
        equal([line for line in step.splitlines() if line.startswith("before=") and line != "before="], [])
        for word in ("Anna", "Petter", "070-174", "12 347"):
            assert word not in step, word
        shutil.rmtree(os.path.join(where, "undo"))
        equal(everything(where), before)
        equal(sorted(os.listdir(os.path.join(outer, "nya"))), ["A.txt", "B.txt", "C.txt"])
        for word in ("Anna", "Petter", "070-174", "12 347"):
            assert word.encode() not in everything(os.path.join(outer, "nya")), word
        done = lyhord("check", *[os.path.join(outer, "nya", name) for name in ("A.txt", "B.txt", "C.txt")])
        assert "personal-data" not in said(done), said(done)


@test
def rows_that_do_not_fit_are_all_told_with_their_lines_and_nothing_is_written():
    with folder() as outer:
        where, path = study_in(outer), os.path.join(outer, "n.csv")
        put(outer, "n.csv", "document;start;end;class;text;replacement;keep\n"
            "A;0;1;;X;y;\nD;0;1;;I;y;\nA;x;1;;I;y;\nB;0;2;;I:;y;\nB;1;2;;::;y;\nC;0;2;;I:;y;\nC;1;2;;:;y;\n")
        done = apply(path, os.path.join(outer, "nya"), where, "--yes")
        equal((done.returncode, done.stdout), (65, b""))
        for part in ("n.csv:2", "n.csv:3", "n.csv:4", "n.csv:6", "n.csv:8"):
            assert part in said(done), (part, said(done))
        assert "n.csv:5" not in said(done) and "n.csv:7" not in said(done)
        assert not os.path.exists(os.path.join(outer, "nya"))


@test
def new_transcripts_are_written_over_nothing():
    with folder() as outer:
        where, path = proposed(outer)
        equal(apply(path, os.path.join(where, "transcripts"), where, "--yes").returncode, 77)
        os.symlink(os.path.join(where, "transcripts"), os.path.join(outer, "genväg"))
        equal(apply(path, os.path.join(outer, "genväg"), where, "--yes").returncode, 77)
        put(outer, "upptagen/min.txt", "min")
        equal(apply(path, os.path.join(outer, "upptagen"), where, "--yes").returncode, 73)
        equal(os.listdir(os.path.join(outer, "upptagen")), ["min.txt"])
        os.mkdir(os.path.join(outer, "tom"))
        equal(apply(path, os.path.join(outer, "tom"), where, "--yes").returncode, 0)


@test
def wrong_uses_exit_64_and_missing_files_66():
    with folder() as outer:
        where = study_in(outer)
        equal(lyhord("anonymize", where).returncode, 64)
        equal(lyhord("anonymize", where, "--apply", "x.csv").returncode, 64)
        equal(lyhord("anonymize", where, "--to", "x").returncode, 64)
        equal(apply(os.path.join(outer, "ingen.csv"), os.path.join(outer, "nya"), where).returncode, 66)
        equal(lyhord("anonymize", os.path.join(outer, "ingen.txt"), "-o", os.path.join(outer, "k.csv")).returncode, 66)
        assert not os.path.exists(os.path.join(outer, "k.csv"))


@test
def a_word_file_stays_one_and_loses_its_properties():
    with folder() as outer:
        where = study_in(outer)
        os.unlink(os.path.join(where, "transcripts/C.txt"))
        word_file(os.path.join(where, "transcripts/C.docx"), TEXTS["C"].strip(), "Kajsa Lindqvist")
        _, path = proposed(outer, where)
        to = os.path.join(outer, "nya")
        done = apply(path, to, where, "--yes")
        equal(done.returncode, 0, said(done))
        text = lyhord("turns", "--text", "C", os.path.join(to, "C.docx")).stdout.decode()
        assert "Ring [telefon] och" in text, text
        with zipfile.ZipFile(os.path.join(to, "C.docx")) as archive:
            held = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
        assert "Kajsa" not in held and "070-174" not in held


@test
def a_mark_that_is_a_name_becomes_the_mark_of_its_role():
    with folder() as outer:
        where = os.path.join(outer, "s")
        shutil.copytree(SAMPLE, where)
        os.unlink(os.path.join(where, "decisions.csv"))
        _, path = proposed(outer, where)
        marks = {(r["text"], r["replacement"]) for r in rows_of(path) if r["text"] in ("Maja", "Roland")}
        equal(marks, {("Maja", "I"), ("Roland", "R")})
        done = apply(path, os.path.join(outer, "nya"), where, "--yes")
        equal(done.returncode, 0, said(done))
        old = lyhord("turns", os.path.join(SAMPLE, "transcripts/R07.docx")).stdout.decode().splitlines()
        new = lyhord("turns", os.path.join(outer, "nya/R07.docx")).stdout.decode().splitlines()
        equal(len(new), len(old))
        equal([row.split(";")[3] for row in new], [row.split(";")[3] for row in old])


@test
def loose_files_can_be_anonymised_too():
    with folder() as outer:
        text = put(outer, "x/lös.txt", TEXTS["C"])
        _, path = proposed(outer, text)
        equal(apply(path, os.path.join(outer, "nya"), text, "--yes").returncode, 0)
        assert b"070" not in everything(os.path.join(outer, "nya"))


@test
def where_one_may_not_write_it_exits_73():
    if os.geteuid() != 0:
        raise Skipped("only root can become another user")
    with folder() as outer:
        where, path = proposed(outer)
        for inside, _, names in os.walk(outer):
            os.chmod(inside, 0o755)
            for name in names:
                os.chmod(os.path.join(inside, name), 0o644)
        program = shutil.copy(LYHORD, os.path.join(outer, "lyhord"))
        os.chmod(program, 0o755)
        for arguments in (["-o", os.path.join(outer, "k.csv")],
                          ["--apply", path, "--to", os.path.join(outer, "nya"), "--yes"]):
            done = subprocess.run([program, "anonymize", where, *arguments], cwd="/", env=environment(),
                                  capture_output=True, user=65534, group=65534, extra_groups=[], timeout=60)
            equal(done.returncode, 73, done.stderr.decode())
        equal(sorted(os.listdir(outer)), ["lyhord", "nyckel.csv", "s"])


main()
