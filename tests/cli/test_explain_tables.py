"""`explain` of every table: each cell of the samples' tables is counted once more, from the rows behind it."""
import csv
import os
import re

from small_study import put, small_study
from tap import ROOT, SAMPLE, STEP, equal, folder, lineages, lyhord, main, rows_in, rows_of, test

MEDVERKAN = os.path.join(ROOT, "data-samples/brukarmedverkan")
ENKAT = os.path.join(ROOT, "data-samples/enkat")


def table_of(study, name, *options):
    return rows_of("tally", "--table", name, *options, study)


def explained(study, *words):
    return rows_of("explain", study, *words)


def people(rows):
    return {row["respondent"] for row in rows} - {""}


def counted(rows):
    return [row for row in rows if row["counts"] == "1"]


def of(some, all_of_them):
    return f"{len(some)} av {len(all_of_them)}"


def swedish(row, *columns):
    return tuple(row[column].replace("\u00a0", " ") for column in columns)


def codes_of(study):
    """{what tables call it: the code}."""
    with open(os.path.join(study, "codebook.csv"), encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return {row["namn"] or row["kod"]: row["kod"] for row in rows}


def tenths(part, whole):
    """Half up, as everything is rounded."""
    return (2 * 1000 * part + whole) // (2 * whole)


def median_share(rows):
    shares = sorted(
        tenths(int(row["words"]), int(row["spoken"]))
        for row in {row["respondent"]: row for row in counted(rows)}.values()
    )
    low, high = shares[(len(shares) - 1) // 2], shares[len(shares) // 2]
    return (low + high + 1) // 2


@test
def of_persons_every_cell_is_recounted():
    for study in (SAMPLE, MEDVERKAN):
        for row in table_of(study, "persons")[::STEP]:
            name = row["code"].removeprefix("– ").lstrip("–\u2013 ")
            rows = explained(study, "persons", name)
            equal(swedish(row, "all"), (of(people(counted(rows)), people(rows)),), row["code"])


@test
def of_weight_every_cell_is_recounted():
    for study in (SAMPLE, MEDVERKAN):
        for row in table_of(study, "weight")[::STEP]:
            rows = explained(study, "weight", row["code"])
            mine = counted(rows)
            made = [
                len({r["statement"] for r in mine if r["respondent"] == who})
                for who in people(mine)
            ]
            told = swedish(row, "persons", "largest")
            equal(told, (of(people(mine), people(rows)), f"{max(made)} av {sum(made)}"), row)
            if row["words"] != "..":
                share = median_share(rows)
                equal(row["words"], f"{share // 10},{share % 10}", row["code"])


@test
def of_questions_every_cell_is_recounted():
    seen = 0
    for study, step in ((SAMPLE, 1), (MEDVERKAN, 3)):
        told = [row for row in table_of(study, "questions") if row["code"]]
        for row in told[::step * STEP]:
            rows = explained(study, "questions", row["question"], row["code"])
            if row["persons"] == "..":
                continue
            seen += 1
            equal(swedish(row, "persons"), (of(people(counted(rows)), people(rows)),), row)
    assert seen > 40 // STEP, seen


def asked_again(rows):
    """What the table says of a code, from the place each coding was said at."""
    asked = people(rows) - people([row for row in rows if row["where"] == "not_asked"])
    where = {
        who: {row["where"] for row in counted(rows) if row["respondent"] == who}
        for who in asked
    }
    known = {who: places - {"unknown"} for who, places in where.items()}
    return {
        "asked": of(asked, people(rows)),
        "in_answer": of([who for who in asked if "answer" in known[who]], asked),
        "elsewhere_too": of(
            [who for who in asked if known[who] == {"answer", "elsewhere"}], asked
        ),
        "only_elsewhere": of([who for who in asked if known[who] == {"elsewhere"}], asked),
        "place_unknown": of([who for who in asked if where[who] == {"unknown"}], asked),
    }


@test
def of_what_was_asked_every_cell_is_recounted():
    seen = 0
    for study in (SAMPLE, MEDVERKAN):
        for row in table_of(study, "asked")[::STEP]:
            again = asked_again(explained(study, "asked", row["code"]))
            for column, figure in again.items():
                if row[column] not in ("..", "–"):
                    seen += 1
                    equal(swedish(row, column), (figure,), (row["code"], column))
    assert seen > 60 // STEP, seen


def places(rows):
    return {place for row in rows for place in row["meets"].split("|")} - {""}


@test
def of_themes_of_the_same_persons_every_cell_is_recounted():
    for study, step in ((SAMPLE, 1), (MEDVERKAN, 4)):
        told = table_of(study, "cooccurrence")
        assert len(told) > 50, len(told)
        for row in told[::step * STEP]:
            rows = explained(study, "cooccurrence", row["code"], row["with"])
            equal(swedish(row, "persons"), (of(people(counted(rows)), people(rows)),), row)
            equal(row["overlaps"], str(len(places(rows))), row)


@test
def of_the_typology_every_cell_is_recounted():
    told = table_of(MEDVERKAN, "typology")
    equal(len(told), 9)
    for row in told:
        rows = explained(MEDVERKAN, "typology", row["row"], row["column"])
        equal(swedish(row, "persons"), (of(people(counted(rows)), people(rows)),), row)


@test
def of_documents_and_cases_every_cell_is_recounted():
    for study, step in ((SAMPLE, 1), (MEDVERKAN, 6)):
        for name, column in (("documents", "document"), ("cases", "respondent")):
            told = table_of(study, name, "--shape", "long")[::step * STEP]
            assert len(told) > 20 // STEP, len(told)
            for row in told:
                rows = explained(study, name, row["code"], row[column])
                equal(
                    row["statements"], str(len({r["statement"] for r in counted(rows)})), row
                )


def survey_table(*options):
    return rows_of("survey", "--decimals", "1", *options, ENKAT)


def recount(rows):
    given = {row["respondent"] for row in rows if row["why"] not in ("missing", "not_asked")}
    return str(len(people(counted(rows)))), str(len(given))


@test
def of_the_survey_every_cell_is_recounted():
    seen = 0
    for row in survey_table()[::STEP]:
        name = row["alternative"]
        if row["kind"] == "topic" and name.startswith(("Wish: ", "Önskan: ", "Önskemål: ")):
            name = codes_of(ENKAT)[name.split(": ", 1)[1]] + ".wish"
        rows = explained(ENKAT, "survey", row["question"], name)
        equal(len({r["row"] for r in rows}), 185, row)
        count, base = recount(rows)
        if row["base"] not in ("", ".."):
            equal(row["base"], base, row)
        if row["count"] not in ("", ".."):
            equal(row["count"], count, row)
            seen += 1
        for why in ("missing", "not_asked"):
            if row[why]:
                equal(row[why], str(len([r for r in rows if r["why"] == why])), row)
    assert seen > 60 // STEP, seen


@test
def so_are_its_groups_the_merged_one_too():
    seen, merged = 0, 0
    for by in ("enhet", "år i yrket", "1"):
        for row in survey_table("--by", by, "--question", "3"):
            if row[by] == "Samtliga" or row["count"] in ("", ".."):
                continue
            rows = explained(ENKAT, "survey", "3", f"{row['alternative']}@{by}={row[by]}")
            equal((row["count"], row["base"]), recount(rows), row)
            seen, merged = seen + 1, merged + (row["status"] == "merged")
    assert seen > 20, seen


@test
def the_median_of_numbers_is_among_the_answers_that_are_told():
    rows = explained(ENKAT, "survey", "9", "median")
    numbers = sorted(int(row["answer"]) for row in counted(rows))
    told = next(row for row in survey_table("--question", "9") if row["kind"] == "median")
    middle = [numbers[(len(numbers) - 1) // 2], numbers[len(numbers) // 2]]
    equal(float(told["value"].replace(",", ".")), sum(middle) / 2)


@test
def one_statement_of_two_codes_below_a_code_is_one():
    """Neighbouring sentences about two children are one statement of the code above them."""
    with folder() as where:
        small_study(where)
        put(where, "codebook.csv", "kod;överordnad\nväntan;\nkö;väntan\nsvar;väntan\n")
        put(where, "transcripts/R1.txt", "I: Hur?\nR: Kön är lång. Svaren är sena. Ja.\n")
        rows = "R1;kö;-;manual;Kön är lång\nR1;svar;-;manual;Svaren är sena\n"
        put(where, "codings/gemensam.csv", "document;code;polarity;status;quote\n" + rows)
        told = [row for row in rows_of("tally", where) if row["code"] == "väntan"]
        equal({row["statements"] for row in told if row["polarity"] == "any"}, {"1"})
        behind = explained(where, "tally", "väntan")
        equal([row["statement"] for row in counted(behind)], ["1", "1"])


@test
def a_code_is_found_as_tables_call_it_unless_two_are_called_so():
    with folder() as where:
        small_study(where)
        put(where, "codebook.csv", "kod;namn\nbemötande;Möte\nväntan;Kön\nlokal;Kön\n")
        rows = "document;code;polarity;status;quote\nR3;väntan;-;manual;istapp\n"
        put(where, "codings/gemensam.csv", rows)
        equal(len(explained(where, "tally", "Möte")), 5)
        equal(lyhord("explain", where, "tally", "Kön").returncode, 65)


@test
def a_number_no_table_prints_is_told_with_a_warning():
    hidden = "no table prints this number"

    def is_warned(*words):
        done = lyhord("explain", *words)
        equal(done.returncode, 0, done.stderr.decode())
        assert "never for handing over" in done.stderr.decode()
        return hidden in done.stderr.decode()

    told = [row for row in table_of(MEDVERKAN, "questions") if row["persons"] == ".." and row["code"]]
    for row in told[:2]:
        assert is_warned(MEDVERKAN, "questions", row["question"], row["code"]), row
    for row in table_of(MEDVERKAN, "asked"):
        equal(is_warned(MEDVERKAN, "asked", row["code"]), ".." in row.values(), row["code"])
    codes, above = codes_of(SAMPLE), lineages(os.path.join(SAMPLE, "codebook.csv"))
    rare = [
        row["code"] for row in table_of(SAMPLE, "weight")
        if int(row["persons"].split()[0]) < 5 and "bemötande" not in above[codes[row["code"]]]
    ]
    assert is_warned(SAMPLE, "cooccurrence", rare[0], "Bemötande")
    assert not is_warned(SAMPLE, "cooccurrence", "Bemötande", "Tillgänglighet")
    assert not is_warned(ENKAT, "survey", "3", "Instämmer helt")


@test
def what_is_named_wrongly_says_what_there_is():
    for words, code, said in (
        (("persons",), 64, "explained as: lyhord explain [STUDY] persons CODE"),
        (("nonsense", "x"), 64, "tables are asked, cases, cooccurrence"),
        (("cooccurrence", "Bemötande"), 64, "cooccurrence CODE WITH"),
        (("cooccurrence", "Bemötande", "Bemötande"), 65, "one is part of the other"),
        (("cooccurrence", "bemötande.plus", "Bemötande"), 65, "name codes alone"),
        (("documents", "Bemötande", "R99"), 65, "no column 'R99'"),
        (("cases", "Bemötande", "R99"), 65, "no column 'R99'"),
        (("questions", "99", "Bemötande"), 65, "there is no question '99'"),
        (("typology", "Bemötande", "Delaktighet"), 65, "[typology]"),
        (("survey", "1", "Ja"), 65, "no answers to a survey"),
    ):
        done = lyhord("explain", SAMPLE, *words)
        equal((done.returncode, done.stdout), (code, b""), words)
        assert said in done.stderr.decode(), (words, done.stderr.decode())
    for words, said in (
        (("99", "Ja"), "there is no question '99'"),
        (("1", "Kanske"), "there is: Ja, Nej, Vet ej"),
        (("1", "Ja@ort=X"), "'ort' is no background"),
        (("1", "Ja@enhet=Nowhere"), "nobody has 'Nowhere' in 'enhet'"),
        (("12", "nonsense"), "no topic of question '12'"),
    ):
        done = lyhord("explain", ENKAT, "survey", *words)
        equal((done.returncode, done.stdout), (65, b""), words)
        assert said in done.stderr.decode(), (words, done.stderr.decode())


@test
def a_study_may_be_called_as_a_table():
    with folder() as where:
        small_study(os.path.join(where, "weight"))
        rows = "document;code;polarity;status;quote\nR3;väntan;-;manual;istapp\n"
        put(where, "weight/codings/gemensam.csv", rows)
        done = lyhord("explain", "weight", "weight", "väntan", cwd=where)
        equal(len(people(rows_in(done))), 5)


main()
