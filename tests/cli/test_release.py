"""What is let out of a study: the ledger in decisions.csv, drafts, and who may be told by a difference."""
import os
import subprocess

from tap import equal, folder, lyhord, main, rows_of, test

# Two towns of five, and a code that some of each speak of.
TOWNS = {"A": "norr", "B": "syd"}


def put(where, name, text, mode="w"):
    path = os.path.join(where, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, mode, encoding="utf-8") as file:
        file.write(text)


def person(where, name, town, role, speaks):
    put(where, "respondents.csv", f"{name};{town};{role}\n", "a")
    put(where, f"transcripts/{name}.txt", "I: Hur var det?\nR: De lyssnar på oss här.\n")
    if speaks:
        put(where, "codings/gemensam.csv", f"{name};bemötande;+;manual;lyssnar\n", "a")


def study(where, by="stad"):
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n"
        f"date = 2026-05-01\n[groups]\nby = {by}\n")
    put(where, "codebook.csv", "kod;definition\nbemötande;hur man möts\n")
    put(where, "respondents.csv", "id;stad;roll\n")
    put(where, "codings/gemensam.csv", "document;code;polarity;status;quote\n")
    for town in TOWNS:
        for number in range(1, 7):
            person(where, f"{town}{number}", TOWNS[town], "xy"[number % 2], number % 3 > 0)
    return where


def released(where):
    path = os.path.join(where, "decisions.csv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if line.startswith("release;")]


ROW = ("release;report-1;stad = A1|A2|A3|A4|A5|A6|B1|B2|B3|B4|B5|B6;;;2026-05-01")


def report(where, *more):
    return lyhord("report", where, "-o", os.path.join(where, "reports/first"), *more)


def out(where, *more, exit=0):
    done = report(where, *more)
    equal(done.returncode, exit, done.stderr.decode())
    return done.stderr.decode()


@test
def a_report_writes_its_row_once_with_the_date_of_the_study():
    with folder() as where:
        study(where)
        out(where)
        equal(released(where), [ROW])
        out(where)
        equal(released(where), [ROW])


@test
def a_draft_is_no_release_and_says_so_on_every_page():
    with folder() as where:
        study(where)
        out(where, "--draft")
        equal(released(where), [])
        pdf = os.path.join(where, "reports/first/report.pdf")
        try:
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True,
                                  check=True).stdout.decode()
        except FileNotFoundError:
            return
        pages = [page for page in text.split("\f") if page.strip()]
        for number, page in enumerate(pages, 1):
            assert "not to be handed on" in page or "inte för spridning" in page, number


@test
def one_person_more_is_refused_until_somebody_accepts_it():
    with folder() as where:
        study(where)
        out(where)
        person(where, "A7", "norr", "x", True)
        said = out(where, exit=77)
        assert "report-1" in said and "--draft" in said, said
        assert "release;report-1;accepted;WHO;WHY;2026-05-01" in said, said
        equal(released(where), [ROW])
        out(where, "--draft")
        put(where, "decisions.csv", "release;report-1;accepted;Mira;;2026-05-01\n", "a")
        out(where, exit=77)  # no reason
        put(where, "decisions.csv",
            "release;report-1;accepted;Mira;A7 lät sig intervjuas sent;2026-05-01\n", "a")
        out(where)
        equal([row.split(";")[1] for row in released(where)],
              ["report-1", "report-1", "report-1", "report-2"])


@test
def five_persons_more_are_no_difference_that_tells():
    with folder() as where:
        study(where)
        out(where)
        for number in range(5):
            person(where, f"A{8 + number}", "norr", "x", True)
        out(where)
        equal(len(released(where)), 2)


@test
def who_withdraws_is_taken_out_of_the_ledger_and_is_no_difference():
    with folder() as where:
        study(where)
        out(where)
        equal(lyhord("withdraw", "A2", where, "--yes").returncode, 0)
        equal(released(where), [ROW.replace("A2|", "")])
        out(where)
        equal(len(released(where)), 1)
        with open(os.path.join(where, "decisions.csv"), encoding="utf-8") as file:
            equal(file.read().count("A2"), 1)  # the withdrawal itself


@test
def a_purge_leaves_no_id_in_the_ledger():
    with folder() as where:
        study(where)
        out(where)
        put(where, "lyhord.ini", "[study]\nformat = 1\npurge = 2020-01-01\n")
        done = lyhord("purge", where, "--yes")
        equal(done.returncode, 0, done.stderr.decode())
        equal(released(where), ["release;report-1;stad;;;2026-05-01"])


@test
def a_tally_is_a_look_inside_the_house_until_it_is_released():
    with folder() as where:
        study(where)
        rows_of("tally", "--by", "roll", where)
        equal(released(where), [])
        rows_of("tally", "--release", "--by", "roll", where)
        equal([row.split(" = ")[0] for row in released(where)], ["release;tally-1;roll"])
        rows_of("tally", "--release", "--by", "stad,roll", where)
        equal([row.split(" = ")[0] for row in released(where)],
              ["release;tally-1;roll", "release;tally-2;stad+roll"])
        with folder() as elsewhere:
            put(elsewhere, "A1.txt", "I: Hur var det?\nR: De lyssnar.\n")
            done = lyhord("tally", "--release", "--suggested", "--codebook",
                          os.path.join(where, "codebook.csv"), "A1.txt", cwd=elsewhere)
            equal(done.returncode, 64, done.stderr.decode())


@test
def what_is_out_is_shown_the_same_and_what_comes_later_hides():
    with folder() as where:
        study(where, by="")
        first = rows_of("tally", "--release", "--by", "roll", where)
        rows_of("tally", "--release", "--by", "stad,roll", where)
        equal(rows_of("tally", "--by", "roll", where), first)


@test
def a_folder_that_cannot_be_written_is_a_plain_error_that_names_the_draft():
    if os.geteuid() == 0:  # root may write everywhere: a folder in the file's place cannot be
        with folder() as where, folder() as elsewhere:
            study(where)
            os.mkdir(os.path.join(where, "decisions.csv"))
            done = lyhord("report", where, "-o", os.path.join(elsewhere, "first"))
            assert done.returncode != 0, done.stderr
            equal(os.listdir(elsewhere), [])
        return
    with folder() as where, folder() as elsewhere:
        study(where)
        os.chmod(where, 0o555)
        done = lyhord("report", where, "-o", os.path.join(elsewhere, "first"))
        os.chmod(where, 0o755)
        equal(done.returncode, 73, done.stderr.decode())
        assert "--draft" in done.stderr.decode(), done.stderr.decode()
        equal(os.listdir(elsewhere), [])


@test
def a_pair_has_a_column_each_and_its_first_attribute_has_rows_of_its_own():
    with folder() as where:
        study(where)
        for number in range(12):
            person(where, f"C{number}", "väst", "xy"[number % 2], number % 2)
        rows = [row for row in rows_of("tally", "--by", "stad,roll", where)
                if row["polarity"] == "+"]
        equal([(row["stad"], row["roll"], row["base"]) for row in rows],
              [("Samtliga", "Samtliga", "24"), ("norr", "Samtliga", "6"),
               ("syd", "Samtliga", "6"), ("väst", "Samtliga", "12"),
               ("väst", "y", "6"), ("väst", "x", "6")])
        equal(rows_of("tally", "--by", "stad+roll", where),
              rows_of("tally", "--by", "stad,roll", where))
        equal(lyhord("tally", "--by", "stad,stad", where).returncode, 65)
        equal(lyhord("tally", "--by", "stad,skostorlek", where).returncode, 65)


@test
def a_merged_none_is_shown_when_somebody_has_accepted_it_with_a_reason():
    with folder() as where:
        study(where)
        for number in range(3):
            person(where, f"C{number}", "väst", "x", False)
            person(where, f"D{number}", "öst", "x", False)
        hidden = [row for row in rows_of("tally", "--by", "stad", where)
                  if row["polarity"] == "+"]
        equal([row["persons"] for row in hidden], ["8", "..", "..", ".."])
        put(where, "decisions.csv",
            "kind;target;value;who;reason;date\n"
            "cell;bemötande.plus@Övriga (väst, öst);accepted;Mira;De bad om det;2026-05-01\n"
            "cell;bemötande@Övriga (väst, öst);accepted;Mira;De bad om det;2026-05-01\n")
        shown = [row for row in rows_of("tally", "--by", "stad", where)
                 if row["polarity"] == "+"]
        equal([row["persons"] for row in shown], ["8", "4", "4", "0"])


@test
def status_says_what_has_been_let_out():
    with folder() as where:
        study(where)
        out(where)
        said = lyhord("status", where).stdout.decode()
        assert "report-1" in said and "stad" in said, said


main()
