"""`code --wide`: more columns, worked out once more here, and a file that is read as any other."""
import csv
import io
import os

from small_study import put
from tap import equal, folder, lyhord, main, rows_of, test

BOOK = (
    "kod;överordnad;regler;regler_plus;definition;när;inte_när;exempel\n"
    "bemötande;;;snäll;d;n;i;e\n"
    "respekt;bemötande;;respektera;d;n;i;e\n"
    "tid;;vänta;;d;n;i;e\n"
)
TALKS = {
    "R1": "I: Hur blir man bemött?\nB: De är snälla. Och snälla var de förr. Det var en gång. Snällt folk!\n",
    "R2": "I: Hur blir man bemött?\nB: De respekterar mig.\nI: Får man vänta länge?\nB: Jag fick vänta; \"länge\" sa de.\n",
}
GUIDE = "fråga;avsnitt;text;tema\n1;;Hur blir man bemött?;\n2b;;Får man vänta länge?;\n"
RESPONDENTS = "id;kön;läge;quote\nR1;kvinna;norr;a\nR2;man;söder;b\n"


def study_in(where):
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
    put(where, "codebook.csv", BOOK)
    put(where, "guide.csv", GUIDE)
    quiet = {f"T{number}": "I: Hur?\nB: Jodå.\n" for number in range(5)}
    put(where, "respondents.csv", RESPONDENTS + "".join(f"{name};man;norr;c\n" for name in quiet))
    for person, talk in (TALKS | quiet).items():
        put(where, f"transcripts/{person}.txt", talk)
    return where


@test
def the_columns_of_code_come_first_and_as_they_are():
    with folder() as where:
        narrow, wide = rows_of("code", study_in(where)), rows_of("code", "--wide", where)
        names = list(narrow[0])
        equal(list(wide[0])[: len(names)], names)
        equal([{name: row[name] for name in names} for row in wide], narrow)
        equal(
            list(wide[0])[len(names):],
            ["question", "code_path", "statement", "kön", "respondent.läge", "respondent.quote"],
        )


@test
def each_row_has_question_path_statement_and_attributes():
    with folder() as where:
        rows = rows_of("code", "--wide", study_in(where))
        equal(
            [
                (row["question"], row["code_path"], row["statement"], row["kön"], row["respondent.läge"])
                for row in rows
            ],
            [
                ("1", "bemötande", "De är snälla. Och snälla var de förr.", "kvinna", "norr"),
                ("1", "bemötande", "De är snälla. Och snälla var de förr.", "kvinna", "norr"),
                ("1", "bemötande", "Snällt folk!", "kvinna", "norr"),
                ("1", "bemötande > respekt", "De respekterar mig.", "man", "söder"),
                ("2b", "tid", 'Jag fick vänta; "länge" sa de.', "man", "söder"),
            ],
        )


@test
def a_wide_file_is_read_back_without_a_word():
    with folder() as where:
        study_in(where)
        path = os.path.join(where, "codings", "wide.csv")
        os.mkdir(os.path.dirname(path))
        equal(lyhord("code", "--wide", "-o", path, where).returncode, 0)
        with open(path, encoding="utf-8-sig") as file:
            accepted = file.read().replace(";suggested;", ";accepted;")
        put(where, "codings/wide.csv", accepted)
        wide = lyhord("tally", "--unit", "hits", where)
        equal((wide.returncode, wide.stderr.decode()), (0, ""))
        table = list(csv.DictReader(io.StringIO(wide.stdout.decode()), delimiter=";"))
        equal(sum(int(row["hits"]) for row in table if row["polarity"] == "any"), 6)
        plain = lyhord("code", where).stdout.decode().replace(";suggested;", ";accepted;")
        put(where, "codings/wide.csv", plain)
        equal(lyhord("tally", "--unit", "hits", where).stdout, wide.stdout)
        equal(b"codings" in lyhord("check", where).stderr, False)


@test
def loose_files_have_no_attributes():
    with folder() as where:
        study_in(where)
        rows = rows_of(
            "code", "--wide", "--codebook", os.path.join(where, "codebook.csv"),
            put(where, "los/X.txt", "I: Hur?\nB: De är snälla.\n"),
        )
        equal(list(rows[0])[-3:], ["question", "code_path", "statement"])
        equal((rows[0]["question"], rows[0]["statement"]), ("", "De är snälla."))


main()
