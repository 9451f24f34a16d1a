#!/usr/bin/env python3
"""CSVs of short answers by the thousand: tally counts persons once, the same with any number of jobs."""
import os
import re
import shutil
import signal
import subprocess
import time

from answers import CODEBOOK, made, put, reckoned, table
from tap import LYHORD, ROOT, Skipped, environment, equal, folder, lyhord, main, rows_in, test


def tally(where, *more, file="a.csv", book="b.csv", **options):
    return lyhord("tally", "--suggested", "--codebook", book, file, *more, cwd=where, **options)


def small(where, rows, heading=None):
    put(where, "b.csv", CODEBOOK)
    return put(where, "a.csv", table(rows, heading) if heading else table(rows))


def persons_in(done):
    return {(row["code"], row["polarity"]): int(row["persons"]) for row in rows_in(done)}


@test
def persons_are_counted_once_however_far_apart_their_answers_lie():
    with folder() as where:
        rows = list(made(3000, 700))
        small(where, rows)
        wanted, base = reckoned(rows)
        done = tally(where)
        got = persons_in(done)
        for key, number in wanted.items():
            equal(got[key], number, key)
        equal({row["base"] for row in rows_in(done)}, {str(base)})


@test
def what_a_study_with_the_same_transcript_says_is_the_same_to_the_byte():
    rows = [
        ("R1", "Hur var det?", '"De sa ”alfa” till mig. - Och beta, tyvärr"', "Norr"),
        ("R2", "Hur var det?", '"alfa\nbeta\n\n1. gamma"', "Syd"),
        ("R3", "Hur var det?", "- alfa (skratt) [beta] gamma", "Syd"),
        ("R1", "Mer?", "inte alfa; men beta".replace(";", ","), "Norr"),
        ("R4", "Mer?", "", "Norr"),
        ("R5", "Mer?", "'=alfa", "Norr"),
        ("R6", "Mer?", "Jag skulle vilja ha alfa. Beta?", "Norr"),
        ("R7", "Mer?", '"Han sa ""gamma"" i går"', "Norr"),
    ]
    with folder() as where:
        small(where, rows)
        study = os.path.join(where, "s")
        os.makedirs(os.path.join(study, "transcripts"))
        put(study, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n")
        put(study, "codebook.csv", CODEBOOK)
        shutil.copy(os.path.join(where, "a.csv"), os.path.join(study, "transcripts"))
        as_transcript = lyhord("tally", "--suggested", study)
        equal(as_transcript.returncode, 0, as_transcript.stderr)
        for line_end in ("\n", "\r\n"):
            put(where, "a.csv", table(rows).replace("\n", line_end))
            equal(tally(where).stdout, as_transcript.stdout)


@test
def people_called_by_their_names_are_persons_too():
    with folder() as where:
        small(where, [(name, "Hur?", "alfa", "Norr") for name in ("Anna", "Bo", "Cim", "Dag", "Eva", "Bo")])
        equal(persons_in(tally(where))["stöd", "any"], 5)


@test
def without_a_column_of_respondents_each_row_is_a_person_and_that_is_said():
    with folder() as where:
        small(where, [("Hur?", "alfa")] * 6, "fråga;svar")
        done = tally(where, "-j", "4")
        equal(persons_in(done)["stöd", "any"], 6)
        assert b"each row is counted as a person" in done.stderr, done.stderr


@test
def any_number_of_jobs_gives_the_same_bytes_and_messages():
    with folder() as where:
        small(where, [*made(500, 170), ("x1", "Hur?", "öppen (parentes", "Syd"), ("x2", "Hur?", "[öppen", "Syd")])
        alone = tally(where, "--by", "ort")
        equal(alone.returncode, 0, alone.stderr)
        assert b"a.csv:503:9: warning" in alone.stderr, alone.stderr
        for jobs in (2, 3, 7):
            shared = tally(where, "--by", "ort", "--jobs", jobs)
            equal((shared.stdout, shared.stderr), (alone.stdout, alone.stderr), jobs)


@test
def groups_come_from_the_rows_and_small_ones_are_merged():
    with folder() as where:
        rows = [(f"n{i}", "Hur?", "alfa" if i % 2 else "nej", "Norr") for i in range(6)]
        rows += [(f"s{i}", "Hur?", "alfa", "Syd") for i in range(3)]
        rows += [(f"v{i}", "Hur?", "nej", "Väst") for i in range(3)]
        small(where, rows)
        got = [r for r in rows_in(tally(where, "--by", "ort")) if (r["code"], r["polarity"]) == ("stöd", "any")]
        equal(
            [(r["ort"], r["persons"], r["base"]) for r in got],
            [("Samtliga", "6", "12"), ("Norr", "3", "6"), ("Övriga (Syd, Väst)", "3", "6")],
        )
        small(where, rows[:9])
        refused = tally(where, "--by", "ort", "-j", "2")
        equal((refused.returncode, refused.stdout), (77, b""))


@test
def groups_are_of_one_attribute_or_of_two_different_ones():
    with folder() as where:
        small(where, list(made(60, 30)))
        for wrong in ("ort,fråga,svar", "ort,ort", "ort, Ort"):
            done = tally(where, "--by", wrong)
            equal((done.returncode, done.stdout), (64, b""), wrong)


@test
def attributes_may_stand_in_a_list_of_respondents_instead():
    with folder() as where:
        rows = list(made(60, 12))
        small(where, rows)
        wanted = tally(where, "--by", "ort").stdout
        people = sorted({(row[0], row[3]) for row in rows}, key=lambda p: int(p[0][1:]))
        put(where, "r.csv", "id;ort\n" + "".join(f"{who};{place}\n" for who, place in people))
        put(where, "a.csv", table([row[:3] for row in rows], "respondent;fråga;svar"))
        equal(tally(where, "--by", "ort", "--respondents", "r.csv", "-j", "2").stdout, wanted)
        put(where, "r.csv", "id;ort\nx0;Norr\n")
        unknown = tally(where, "--respondents", "r.csv")
        equal((unknown.returncode, unknown.stdout), (65, b""))
        assert b"a.csv:3:1: error: respondent 'x1'" in unknown.stderr, unknown.stderr


@test
def a_person_of_two_groups_is_an_error_with_its_line():
    with folder() as where:
        small(where, [*made(40, 10), ("x3", "Mer?", "alfa", "Öst")])
        for jobs in (1, 3):
            done = tally(where, "--by", "ort", "-j", jobs)
            equal((done.returncode, done.stdout), (65, b""))
            assert b"a.csv:42:1: error: respondent 'x3' is of another group" in done.stderr, done.stderr


BAD_ROWS = [
    ('x1;Hur?;al"fa;Norr', b":5:11: error: a quote inside an unquoted cell"),
    ('x1;Hur?;"alfa"b;Norr', b":5:15: error: text after the closing quote"),
    ("x1;Hur?;alfa", b":5:1: error: the row has only 3 cells"),
    ("x1;Hur?;alfa;Norr;mer", b":5:19: error: the row has 5 cells"),
    ('x1;Hur?;"alfa;Norr', b":5:9: error: this quote is never closed"),
    (";Hur?;alfa;Norr", b":5:1: error: nobody is named"),
    ("x" * 101 + ";Hur?;alfa;Norr", b":5:1: error: this is too long for an id"),
]


@test
def rows_that_cannot_be_read_are_told_of_by_line_and_column_and_nothing_is_printed():
    with folder() as where:
        put(where, "b.csv", CODEBOOK)
        for row, said in BAD_ROWS:
            text = table([("x0", "Hur?", '"två\nrader"', "Syd"), ("x1", "Hur?", "alfa", "Syd")])
            put(where, "a.csv", text + row + "\n")
            for jobs in (1, 2):
                done = tally(where, "-j", jobs)
                equal((done.returncode, done.stdout), (65, b""), row)
                assert b"a.csv" + said in done.stderr, (row, done.stderr)


@test
def of_a_thousand_bad_rows_a_hundred_are_shown_and_the_same_for_any_number_of_jobs():
    with folder() as where:
        small(where, [(f"x{i}", "Hur?", "alfa", "Norr") for i in range(1000)])
        put(where, "r.csv", "id\nannan\n")
        shown = [tally(where, "--respondents", "r.csv", "-j", jobs) for jobs in (1, 2, 5)]
        equal([done.returncode for done in shown], [65, 65, 65])
        equal(len({done.stderr for done in shown}), 1)
        equal(shown[0].stderr.count(b"a.csv:"), 100)
        assert b"900 more errors are not shown" in shown[0].stderr, shown[0].stderr[-200:]


@test
def odd_encodings_are_read_or_refused_and_never_guessed_in_silence():
    rows = table([(f"å{i}", "Hur?", "alfa på svenska", "Västerås") for i in range(6)])
    with folder() as where:
        put(where, "b.csv", CODEBOOK)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
            put(where, "a.csv", rows.encode(encoding))
            done = tally(where, "--by", "ort")
            equal(done.returncode, 77, done.stderr)  # all of one town: no split
            equal(persons_in(tally(where))["stöd", "any"], 6, encoding)
        put(where, "a.csv", rows.encode() + b"y\xff;Hur?;alfa \xc3\xa5;Norr\n")
        equal(tally(where).returncode, 65)


@test
def empty_files_and_headings_alone_are_no_crash():
    with folder() as where:
        put(where, "b.csv", CODEBOOK)
        for text in ("respondent;fråga;svar\n", "respondent;fråga;svar", "sep=;\nrespondent;fråga;svar\n\n\n"):
            put(where, "a.csv", text)
            done = tally(where, "-j", "2")
            equal(done.returncode, 0, done.stderr)
            assert b"holds no text" in done.stderr, done.stderr
        for text in ("", "\n\n", "\ufeff"):
            put(where, "a.csv", text)
            equal(tally(where).returncode, 65, repr(text))


def large(where, count=1200):
    """More than 64 MiB, most of it white space: read in pieces, and still few words."""
    rows = list(made(count, 400, wide=60000))
    put(where, "b.csv", CODEBOOK)
    put(where, "a.csv", table(rows))
    return rows


@test
def a_large_file_is_read_in_pieces_as_a_small_one_is_whole():
    with folder() as where:
        rows = large(where)
        assert os.path.getsize(os.path.join(where, "a.csv")) > 64 << 20
        got = tally(where, "--by", "ort", "-j", "2")
        coded = lyhord("code", "--codebook", "b.csv", "a.csv", cwd=where)
        equal((coded.returncode, coded.stdout), (65, b""))
        assert b"counted in a file of any size by lyhord tally" in coded.stderr, coded.stderr
        small(where, [(a, b, c.strip(), d) for a, b, c, d in rows])
        equal(got.stdout, tally(where, "--by", "ort").stdout)
        equal(got.returncode, 0, got.stderr)
        put(where, "a.csv", table(rows) + "x1;Hur?;alfa\n")
        broken = tally(where)
        assert b"a.csv:1202:1: error: the row has only 3 cells" in broken.stderr, broken.stderr
        put(where, "a.csv", (table(rows) + "x1;Hur?;på;Norr\n").encode("cp1252"))
        broken = tally(where)
        equal((broken.returncode, broken.stdout), (65, b""))
        assert b"a.csv:1:14: error: this is no UTF-8" in broken.stderr, broken.stderr
        put(where, "a.csv", table(rows).encode() + b"\xe5;Hur?;alfa;Norr\n")
        broken = tally(where)
        equal((broken.returncode, broken.stdout), (65, b""))
        assert b"a.csv:1202:1: error: this is no UTF-8" in broken.stderr, broken.stderr
        put(where, "a.csv", table(rows).replace("\n", "\nx1;Hur?;a\0;Norr\n", 1))
        broken = tally(where)
        equal((broken.returncode, broken.stdout), (65, b""))
        assert b"a.csv:2:10: error: a NUL character" in broken.stderr, broken.stderr


def children(process):
    try:
        with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
            return [int(number) for number in file.read().split()]
    except OSError:
        return []


def begin_large(where):
    process = subprocess.Popen(
        [LYHORD, "tally", "--suggested", "--codebook", "b.csv", "a.csv", "-j", "2", "-o", "out.csv"],
        cwd=where, env=environment(), stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not children(process) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    return process, children(process)


@test
def a_job_that_dies_or_a_command_that_is_stopped_leaves_nothing_behind():
    with folder() as where:
        large(where)
        process, jobs = begin_large(where)
        if not jobs:
            process.communicate()
            raise Skipped("the jobs were too quick to be stopped")
        os.kill(jobs[0], signal.SIGKILL)
        said = process.communicate(timeout=60)[1]
        equal(process.returncode, 71, said)
        assert b"signal 9" in said, said
        process, jobs = begin_large(where)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        equal(process.returncode, -signal.SIGINT)
        time.sleep(0.2)
        for job in jobs:
            assert not os.path.exists(f"/proc/{job}") or open(f"/proc/{job}/stat").read().split()[2] == "Z"
        equal(sorted(os.listdir(where)), ["a.csv", "b.csv"])


def commands_of(page, heading):
    text = open(os.path.join(ROOT, page), encoding="utf-8").read()
    section = text[text.index(heading) :]
    return re.search(r"```sh\n(.*?)```", section, re.S)[1]


@test
def the_commands_that_the_page_on_scale_gives_for_one_machine_do_what_it_says():
    if not shutil.which("parallel"):
        raise Skipped("GNU parallel is not installed")
    with folder() as where:
        rows = list(made(800, 300))
        small(where, rows)
        os.rename(os.path.join(where, "a.csv"), os.path.join(where, "svar.csv"))
        os.rename(os.path.join(where, "b.csv"), os.path.join(where, "codebook.csv"))
        whole = tally(where, "--by", "ort", file="svar.csv", book="codebook.csv").stdout
        commands = commands_of("docs/scale.md", "## Eight shards on one machine").replace("kommun", "ort")
        bin_folder = os.path.join(where, "bin")
        os.mkdir(bin_folder)
        os.symlink(LYHORD, os.path.join(bin_folder, "lyhord"))
        env = environment(PATH=bin_folder + ":" + os.environ["PATH"], HOME=where)
        done = subprocess.run(["sh", "-e", "-c", commands], cwd=where, env=env, capture_output=True, timeout=120)
        equal(done.returncode, 0, done.stderr)
        with open(os.path.join(where, "tabell.csv"), "rb") as file:
            equal(file.read(), whole)


main()
