"""`import`: projects as other programs write them, made here by hand; and our own again, without a loss."""
import csv
import os
import zipfile

from refi_programs import QUOTES, TEXT, Program
from small_study import everything, put, small_study
from tap import SAMPLE, equal, folder, lyhord, main, needs_material, rows_in, test

def empty_study(where):
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
    return where


def taken_in(where, path, *more, exit=0):
    done = lyhord("import", "--yes", "--into", where, path, "--language", "en", *more)
    equal(done.returncode, exit, done.stderr.decode())
    return done


def rows(where, name="kodare"):
    with open(os.path.join(where, "codings", name + ".csv"), encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def beginning(said):
    return said[:6] + "…" if len(said) > 12 else said


# As the programs' own files and sources have it: NVivo counts UTF-16 in CRLF texts, ATLAS.ti writes
# capitals and cuts names, MAXQDA and QualCoder name a selection by its words, braces are in the standard.
PROGRAMS = {
    "the standard": Program(guid=lambda n: f"{{00000000-0000-4000-8000-{n:012}}}"),
    "by its letter, the last included": Program(inclusive=True),
    "nvivo": Program(ends="\r\n", ends_count=2, utf16=True),
    "crlf as one": Program(ends="\r\n", ends_count=1),
    "crlf as one, utf16, included": Program(ends="\r\n", utf16=True, inclusive=True),
    "bom counted": Program(bom=True, bom_counts=True),
    "bom not counted": Program(bom=True),
    "atlas.ti": Program(guid=lambda n: f"ABCDEF00-0000-4000-8000-{n:012}", named=beginning,
                        qde="Min enkät.qde", sources="Sources", ends="\r\n", ends_count=2),
    "words in the description": Program(named=lambda said: "", described=lambda said: said),
    "in the xml": Program(inline=True),
    "in the xml, lines as two": Program(inline=True, ends_count=2),
}


@test
def every_program_is_understood_and_the_words_are_where_they_were():
    for name, program in PROGRAMS.items():
        with folder() as where:
            empty_study(where)
            taken_in(where, program.write(os.path.join(where, "p.qdpx")))
            got = {(row["code"], row["quote"], int(row["start"]), int(row["end"]))
                   for row in rows(where)}
            wanted = {(c, q, TEXT.index(q), TEXT.index(q) + len(q)) for c, q in QUOTES}
            equal(got, wanted, name)
            with open(os.path.join(where, "transcripts/Samtal 1.txt"), encoding="utf-8",
                      newline="") as file:
                equal(file.read(), TEXT, name)


@test
def what_came_in_is_counted_and_people_are_who_the_cases_say():
    with folder() as where:
        empty_study(where)
        taken_in(where, PROGRAMS["nvivo"].write(os.path.join(where, "p.qdpx")))
        (row,) = [r for r in rows_in(lyhord("tally", "-q", where)) if r["code"] == "svar"
                  and r["polarity"] == "any"]
        turns = rows_in(lyhord("turns", "-q", where))
        equal({turn["respondent"] for turn in turns}, {"", "K1"})
        with open(os.path.join(where, "respondents.csv"), encoding="utf-8-sig") as file:
            equal(file.read(), "id;ort\nK1;norr\n")
        with open(os.path.join(where, "codebook.csv"), encoding="utf-8-sig") as file:
            book = {row["kod"]: row for row in csv.DictReader(file, delimiter=";")}
        equal((book["väntan"]["färg"], book["svar"]["definition"]), ("#336699", "att få svar"))
        assert row["status"], row


@test
def two_ways_that_fit_alike_are_refused_until_somebody_says():
    with folder() as where:
        empty_study(where)
        path = Program(named=lambda said: said[:5] + "...").write(os.path.join(where, "p.qdpx"))
        before = everything(where)
        done = taken_in(where, path, exit=65)
        assert b"refi-ambiguous" in done.stderr and b"--positions" in done.stderr
        equal(everything(where), before)
        taken_in(where, path, "--positions", "exclusive,points")
        equal(len(rows(where)), 3)
        equal(lyhord("import", "--into", where, path, "--positions", "bytes").returncode, 64)


@test
def without_words_the_standard_is_assumed_and_that_is_said():
    with folder() as where:
        empty_study(where)
        path = Program(named=lambda said: "").write(os.path.join(where, "p.qdpx"))
        assert b"refi-assumed" in taken_in(where, path).stderr
        equal({row["quote"] for row in rows(where)}, {quote for _, quote in QUOTES})


@test
def nothing_is_done_unasked_and_nothing_twice():
    with folder() as where:
        empty_study(where)
        path = Program().write(os.path.join(where, "p.qdpx"))
        before = everything(where)
        done = lyhord("import", "--into", where, path)
        equal(done.returncode, 0)
        assert b"--yes" in done.stderr
        equal(everything(where), before)
        taken_in(where, path)
        after = everything(where)
        assert b"nothing in it" in taken_in(where, path).stderr
        equal(everything(where), after)


@test
def a_study_that_has_its_own_keeps_it_and_gets_proposals_beside():
    with folder() as where:
        small_study(where)
        put(where, "transcripts/eget.txt", TEXT)
        put(where, "transcripts.csv", "fil;respondent\neget.txt;R5\n")
        kept = {n: open(os.path.join(where, n), "rb").read()
                for n in ("codebook.csv", "respondents.csv", "codings/mira.csv")}
        path = Program().write(os.path.join(where, "p.qdpx"))
        done = taken_in(where, path)
        for name, bytes_ in kept.items():
            equal(open(os.path.join(where, name), "rb").read(), bytes_, name)
        equal(sorted(n for n in os.listdir(where) if "refi" in n),
              ["codebook-refi.csv", "respondents-refi.csv"])
        told = done.stdout.decode()
        assert "@@ svar @@" in told, told
        # 'väntan' is a code of the study's, 'svar' is not yet: one coding comes in, two wait
        equal([row["code"] for row in rows(where)], ["väntan"])
        assert b"codebook-refi.csv, and import again: 2" in done.stderr, done.stderr
        os.replace(os.path.join(where, "codebook-refi.csv"), os.path.join(where, "codebook.csv"))
        taken_in(where, path)
        equal(sorted(row["code"] for row in rows(where)), ["svar", "svar", "väntan"])
        assert not os.path.exists(os.path.join(where, "transcripts/Samtal 1.txt"))


@test
def another_text_under_the_same_name_and_who_has_withdrawn_are_refused():
    with folder() as where:
        small_study(where)
        put(where, "transcripts/Samtal 1.txt", "I: Hur?\nB: Något annat.\n")
        path = Program().write(os.path.join(where, "p.qdpx"))
        assert b"'Samtal 1'" in taken_in(where, path, exit=65).stderr
        os.remove(os.path.join(where, "transcripts/Samtal 1.txt"))
        put(where, "decisions.csv", "kind;target;value;who;reason;date\nwithdrawal;K1;;;;2026-05-01\n")
        done = taken_in(where, path, exit=65)
        assert b"import-withdrawn" in done.stderr
        assert not os.path.exists(os.path.join(where, "transcripts/Samtal 1.txt"))


@test
def an_export_comes_back_without_a_loss():
    with folder() as where:
        path = os.path.join(where, "p.qdpx")
        equal(lyhord("export", "-q", "--format", "qdpx", "-y", "-o", path, SAMPLE).returncode, 0)
        empty_study(where)
        taken_in(where, path)
        same = "document respondent turn code polarity state time cue status coder quote mark".split()
        told = []
        for study in (SAMPLE, where):
            got = rows_in(lyhord("export", "-q", "--format", "csv", study))
            told.append(sorted(tuple(row[name] for name in same) for row in got))
        equal(len(told[0]), 751)
        equal(told[1], told[0])


@test
def a_codings_file_joins_and_doubles_stay_out():
    with folder() as one, folder() as two:
        small_study(one)
        small_study(two)
        path = put(two, "codings/sara.csv", "document;code;polarity;status;quote\n"
                   "R1;bemötande;+;manual;öronen på skaft\nR2;lokal;+;suggested;soffa\n")
        taken_in(one, path)
        (row,) = rows(one, "sara")
        equal((row["quote"], row["coder"]), ("öronen på skaft", "sara"))
        before = open(os.path.join(one, "codings/sara.csv"), "rb").read()
        assert b"nothing in it" in taken_in(one, path).stderr
        put(two, "codings/sara.csv", "document;code;polarity;status;quote\n"
            "R1;bemötande;+;manual;öronen på skaft\nR4;väntan;-;manual;ringer aldrig\n")
        taken_in(one, path)
        assert open(os.path.join(one, "codings/sara.csv"), "rb").read().startswith(before)
        equal([row["quote"] for row in rows(one, "sara")], ["öronen på skaft", "ringer aldrig"])
        whole = rows_in(lyhord("export", "--format", "csv", "--coder", "sara", one))
        equal(len(whole), 2)
        put(one, "transcripts/R1.txt", "I: Hur?\nR: Nu säger jag annat, öronen på skaft.\n")
        out = put(two, "ut.csv", lyhord("export", "--format", "csv", "--coder", "sara",
                                         two).stdout.decode())
        assert b"'R1'" in taken_in(one, out, exit=65).stderr


@test
def texts_outside_the_file_are_read_only_where_it_is_allowed():
    with folder() as where, folder() as beside:
        empty_study(where)
        put(beside, "in/a.txt", TEXT)
        put(beside, "hemlig.txt", TEXT)
        os.symlink(os.path.join(beside, "hemlig.txt"), os.path.join(beside, "in/ut.txt"))
        program = Program()
        for place, exit in (("a.txt", 0), ("../hemlig.txt", 65), ("ut.txt", 65)):
            path = os.path.join(beside, "p.qdpx")
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("project.qde", program.project(QUOTES).replace(
                    f"internal://{program.guid(50)}.txt", f"relative:///{place}"))
            taken_in(where, path, exit=65)
            taken_in(where, path, "--allow-external", os.path.join(beside, "in"), exit=exit)


@test
def every_sample_comes_in_or_is_refused_for_a_true_reason():
    samples = os.path.join(needs_material(), "refi/samples")
    for name in sorted(os.listdir(samples)):
        with folder() as where:
            empty_study(where)
            path = os.path.join(samples, name)
            held = zipfile.ZipFile(path)
            done = lyhord("import", "--yes", "--into", where, path)
            if name.startswith("TestProject"):
                equal(done.returncode, 65)
                assert not any(n.endswith(".txt") for n in held.namelist())
                assert b"is not in the file" in done.stderr
                equal(os.listdir(where), ["lyhord.ini"])
                continue
            equal(done.returncode, 0, name + done.stderr.decode())
            if name[0] == "0":
                equal([row["quote"] for row in rows(where, "Kodare A")],
                      ["köerna är långa", "vara med när schemat görs"], name)


main()
