"""`explain`: every number of a table is counted once more here, from the rows that stand behind it."""
import csv
import io
import os
import shutil

from small_study import put, small_study
from tap import ROOT, SAMPLE, STEP, equal, folder, lyhord, main, rows_in, rows_of, test

MEDVERKAN = os.path.join(ROOT, "data-samples/brukarmedverkan")
MEASURES = {"any": "", "+": ".plus", "-": ".minus", "0": ".neutral", "wish": ".wish"}


def explained(study, cell, *options):
    return rows_of("explain", study, "tally", cell, *options)


def recount(rows):
    """What the table says of a cell, from nothing but the rows."""
    counted = [row for row in rows if row["counts"] == "1"]
    people = [{row["respondent"] for row in these} - {""} for these in (counted, rows)]
    return {
        "persons": str(len(people[0])),
        "base": str(len(people[1])),
        "statements": str(len({row["statement"] for row in counted})),
        "hits": str(len(counted)),
        "words": str(sum(int(row["words"]) for row in {row["respondent"]: row for row in rows}.values()
                         if row["words"])),
    }


def held_against(table, rows_behind):
    for row in table:
        names = ("persons", "base", "statements", "hits", "words")
        told = {name: row[name] for name in names if row[name] != ".."}
        counted = {name: n for name, n in recount(rows_behind(row)).items() if name in told}
        equal(counted, told, f"{row['code']} {row['polarity']}")


@test
def every_number_of_the_samples_table_is_recounted():
    table = rows_of("tally", SAMPLE)
    assert len(table) > 50, len(table)
    held_against(table[::STEP], lambda row: explained(SAMPLE, row["code"] + MEASURES[row["polarity"]]))


@test
def so_is_a_group_by_its_printed_name_or_by_its_value():
    table = rows_of("tally", "--by", "kontor", SAMPLE)
    mine = [row for row in table if row["code"] == "bemötande" and row["status"] != "hidden"]
    groups = {row["kontor"] for row in mine} - {"Samtliga"}
    equal(len(groups), 2, groups)
    held_against(
        [row for row in mine if row["kontor"] in groups],
        lambda row: explained(
            SAMPLE, f"bemötande{MEASURES[row['polarity']]}@kontor={row['kontor']}"
        ),
    )


@test
def so_is_a_group_within_a_group():
    with folder() as where:
        study = os.path.join(where, "s")
        shutil.copytree(MEDVERKAN, study)
        with open(os.path.join(study, "decisions.csv"), "a", encoding="utf-8") as file:
            file.write("finding;namn Övriga;accepted;;Vårt eget ord.;2026-05-20\n")
        table = rows_of("tally", "--by", "roll+stad", study)
        inner = [
            row for row in table
            if row["stad"] and row["stad"] != "Samtliga" and row["polarity"] == "any"
            and row["status"] != "hidden" and row["persons"] not in ("0", "..")
        ]
        equal({row["roll"] for row in inner}, {"brukare"})
        equal({row["stad"] for row in inner}, {"C-stad", "Övriga (A-stad, B-stad)"})
        held_against(
            inner[:12:STEP],
            lambda row: explained(study, f"{row['code']}@roll={row['roll']}@stad={row['stad']}"),
        )


@test
def a_group_that_may_not_be_split_is_told_with_a_warning():
    for cell in ("@roll=handläggare@stad=A-stad", "@stad=A-stad@roll=brukare"):
        code = rows_of("tally", MEDVERKAN)[0]["code"]
        done = lyhord("explain", MEDVERKAN, "tally", code + cell)
        people = {row["respondent"] for row in rows_in(done)}
        # AH1 is a caseworker of A-stad, AB1 a client there
        equal({name[:2] for name in people}, {"AH"} if "handläggare" in cell else {"AB"})
        if "handläggare" in cell:
            assert "no table prints this number" in done.stderr.decode()
    for cell, said in (
        ("@roll=brukare@roll=brukare", "two different ones"),
        ("@roll=brukare@stad=C-stad@stad=C-stad", "two different ones"),
        ("@roll=brukare@stad=D", "nobody in the base has 'brukare, D' in 'roll+stad'"),
    ):
        done = lyhord("explain", MEDVERKAN, "tally", code + cell)
        equal((done.returncode, said in done.stderr.decode()), (65, True), cell)


@test
def suggestions_are_recounted_where_they_are_counted():
    table = [row for row in rows_of("tally", "--suggested", SAMPLE) if row["code"] == "respekt"]
    equal(len(table), 5)
    held_against(
        table, lambda row: explained(SAMPLE, "respekt" + MEASURES[row["polarity"]], "--suggested")
    )


def study_of_every_reason(where):
    """Seven persons; of R1 to R5 what small_study() says, and a coding of every kind."""
    small_study(where)
    put(where, "codebook.csv", "kod;överordnad\nbemötande;\nlokal;\nväntan;\nkö;väntan\n")
    people = "".join(f"R{number};{'norr' if number < 3 else 'syd'}\n" for number in range(1, 8))
    put(where, "respondents.csv", "id;läge\n" + people)
    put(
        where,
        "transcripts/R6.txt",
        "I: Hur?\nR: Jag fick vänta. Hon sa att alla får vänta. Får man alltid vänta?\n"
        "I: Och sen?\nR: På vårdcentralen väntar man länge. Det borde gå fortare. Kön är lång.\n",
    )
    put(where, "transcripts/R7.txt", "I: Hur?\nR: Jodå.\n")
    rows = [
        "document;code;polarity;state;status;quote",
        "R3;väntan;-;stated;manual;vänta som en istapp",
        "R4;väntan;-;stated;rejected;ringer aldrig tillbaka",
        "R5;väntan;-;stated;suggested;krånglig som en labyrint",
        "R6;väntan;-;negated;accepted;Jag fick vänta",
        "R6;väntan;-;quoted;manual;alla får vänta",
        "R6;väntan;-;unclear;manual;Får man alltid vänta",
        "R6;väntan;-;other;manual;På vårdcentralen väntar man länge",
        "R6;väntan;+;wish;manual;Det borde gå fortare",
        "R6;kö;0;stated;manual;Kön är lång",
    ]
    put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
    return where


def reasons(rows):
    return sorted((row["respondent"], row["why"], row["quote"]) for row in rows)


@test
def what_is_left_out_is_there_too_and_says_why():
    with folder() as where:
        study_of_every_reason(where)
        equal(
            reasons(explained(where, "väntan.minus")),
            [
                ("R1", "nothing", ""),
                ("R2", "nothing", ""),
                ("R3", "counted", "vänta som en istapp"),
                ("R4", "rejected", "ringer aldrig tillbaka"),
                ("R5", "suggested", "krånglig som en labyrint"),
                ("R6", "counted", "Jag fick vänta"),
                ("R6", "measure", "Det borde gå fortare"),
                ("R6", "measure", "Kön är lång"),
                ("R6", "other", "På vårdcentralen väntar man länge"),
                ("R6", "quoted", "alla får vänta"),
                ("R6", "unclear", "Får man alltid vänta"),
                ("R7", "nothing", ""),
            ],
        )
        # a child's coding counts for the code above it, under its own name
        child = [row for row in explained(where, "väntan") if row["code"] == "kö"]
        equal([row["why"] for row in child], ["counted"])
        wish = [row for row in explained(where, "väntan.wish") if row["counts"] == "1"]
        equal([row["quote"] for row in wish], ["Det borde gå fortare"])


@test
def what_stands_in_the_material_already_is_shown_and_not_counted():
    with folder() as where:
        small_study(where)
        long = "Jag ringde i tre veckor och ingen svarade och ingen hörde av sig efteråt heller"
        put(where, "transcripts/R3.txt", f"I: Hur?\nR: {long}.\n")
        put(where, "transcripts/R4.txt", f"I: Hur?\nR: Som jag sa. {long}.\n")
        rows = "".join(f"{who};väntan;-;manual;{long}\n" for who in ("R3", "R4"))
        put(where, "codings/gemensam.csv", "document;code;polarity;status;quote\n" + rows)
        told = {row["respondent"]: row["why"] for row in explained(where, "väntan")}
        equal((told["R3"], told["R4"]), ("counted", "duplicate"))


@test
def the_name_of_a_number_is_taken_as_it_stands_in_a_text():
    plain = lyhord("explain", SAMPLE, "tally", "bemötande.plus")
    for name in ("{{n:bemötande.plus}}", "{{ av:bemötande.plus }}", "bemötande.+"):
        equal(lyhord("explain", SAMPLE, "tally", name).stdout, plain.stdout, name)
    inside = lyhord("explain", "tally", "bemötande.plus", cwd=SAMPLE)
    equal(inside.stdout, plain.stdout)


@test
def a_code_with_a_dot_or_an_at_in_its_name_is_found():
    with folder() as where:
        small_study(where)
        put(where, "codebook.csv", "kod\nbemötande\nlokal\nväntan\nväntan.plus\na@b\n")
        rows = "document;code;polarity;status;quote\nR1;väntan.plus;-;manual;öronen på skaft\n"
        put(where, "codings/gemensam.csv", rows + "R2;a@b;0;manual;soffa\n")
        for cell, who in (("väntan.plus", "R1"), ("väntan.plus.minus", "R1"), ("a@b", "R2")):
            counted = [row for row in explained(where, cell) if row["counts"] == "1"]
            equal([row["respondent"] for row in counted], [who], cell)


@test
def names_that_lead_nowhere_say_what_there_is():
    for cell, said in (
        ("lokal", "the codebook has no code 'lokal'"),
        ("bemötande.bra", "'.bra' is no measure"),
        ("bemötande@kontor", "'@kontor' names no group"),
        ("bemötande@stad=Norr", "they have: roll, kontakttid, kontor"),
        ("bemötande@kontor=Öst", "there is: Norr, Söder, Väst"),
        ("", "no code ''"),
        ("@kontor=Norr", "no code ''"),
        ("{{}}", "no code ''"),
    ):
        done = lyhord("explain", SAMPLE, "tally", cell)
        equal((done.returncode, done.stdout), (65, b""), cell)
        assert said in done.stderr.decode(), done.stderr.decode()
    done = lyhord("explain", SAMPLE, "tally", b"\xff")
    equal((done.returncode, done.stdout), (65, b""))
    equal(lyhord("explain", SAMPLE, "nonsense", "bemötande").returncode, 64)
    equal(lyhord("explain", "tally").returncode, 64)


@test
def a_number_that_no_table_prints_is_told_with_a_warning():
    hidden = "no table prints this number"
    for cell, is_hidden in (("bemötande", False), ("bemötande@kontor=Väst", True)):
        done = lyhord("explain", SAMPLE, "tally", cell)
        equal(hidden in done.stderr.decode(), is_hidden, cell)
        assert "never for handing over" in done.stderr.decode()
        assert rows_in(done)
    with folder() as where:
        small_study(where)
        os.remove(os.path.join(where, "transcripts/R5.txt"))
        put(where, "codings/gemensam.csv", "document;code;status;quote\nR3;väntan;manual;istapp\n")
        assert hidden in lyhord("explain", where, "tally", "väntan").stderr.decode()


@test
def what_it_says_stays_inside():
    with folder() as where:
        small_study(where)
        for name in ("reports/a.csv", "reports/first/a.csv"):
            put(where, "reports/first/x", "")
            out = os.path.join(where, name)
            done = lyhord("explain", where, "tally", "väntan", "-o", out)
            equal((done.returncode, os.path.exists(out)), (77, False), name)
        os.symlink(os.path.join(where, "reports"), os.path.join(where, "ut"))
        done = lyhord("explain", where, "tally", "väntan", "-o", os.path.join(where, "ut/a.csv"))
        equal(done.returncode, 77)
        out = os.path.join(where, "a.csv")
        equal(lyhord("explain", where, "tally", "väntan", "-o", out).returncode, 0)
        with open(out, encoding="utf-8-sig", newline="") as file:
            equal(len(list(csv.DictReader(io.StringIO(file.read()), delimiter=";"))), 5)
        # a study that lies in a folder of that name by chance has a place to write in
        other = small_study(os.path.join(where, "elsewhere", "reports", "studie"))
        out = os.path.join(other, "a.csv")
        equal(lyhord("explain", other, "tally", "väntan", "-o", out).returncode, 0)


@test
def messages_show_nobodys_words():
    with folder() as where:
        study_of_every_reason(where)
        said = lyhord("explain", where, "tally", "väntan").stderr.decode()
        for words in ("istapp", "Kön är lång", "labyrint"):
            assert words not in said, said


main()
