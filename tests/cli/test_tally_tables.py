"""`tally --table NAME`: each table of a small study counted by hand, and what none of them may tell."""
import csv
import os
import shutil
import subprocess

from small_study import put
from tap import ROOT, SAMPLE, Skipped, equal, folder, lineages, lyhord, main, rows_of, test

MEDVERKAN = os.path.join(ROOT, "data-samples/brukarmedverkan")
BOOK = (
    "kod;överordnad;namn;definition;när;inte_när;exempel\n"
    "bemötande;;Bemötande;x;y;z;w\ntid;;Tid;x;y;z;w\nväntan;tid;Väntan;x;y;z;w\n"
    "lokal;;Lokal;x;y;z;w\n"
)
GUIDE = (
    "fråga;avsnitt;text;tema\n"
    "1;A;Hur blir du bemött på kontoret?;bemötande\n"
    "2;B;Hur länge brukar du få vänta på svar?;väntan\n"
    "3;C;Vad vill du säga till sist?;\n"
)
ASKS = {row.split(";")[0]: row.split(";")[2] for row in GUIDE.splitlines()[1:]}

# Who said what in answer to which question: code, then the words that are coded.
SAID = {
    "R1": {"1": [("bemötande", "snäll röst")], "2": [("väntan", "tre veckor")],
           "3": [("bemötande", "goda leenden")]},
    "R2": {"1": [("bemötande", "varm blick")],
           "2": [("väntan", "stod i kö länge"), ("bemötande", "kö länge")]},
    "R3": {"1": [("väntan", "satt och väntade")], "2": [("väntan", "en hel dag")]},
    "R4": {"1": [], "2": [("tid", "ont om tid")], "3": [("lokal", "trångt rum")]},
    "R5": {"1": [("bemötande", "hård ton")], "2": [], "3": []},
    "R6": {"1": [], "2": [], "3": [("väntan", "fick vänta igen")]},
    "R7": {"1": [("bemötande", "kort svar")], "2": [("väntan", "två månader")], "3": []},
    "R8": {"1": [("bemötande", "bra bemött")], "2": [], "3": []},
}


def transcript(answers):
    lines = []
    for number, said in answers.items():
        words = ", ".join(quote for _, quote in said if quote != "kö länge") or "inget mer"
        lines += [f"I: {number}. {ASKS[number]}", f"R: Det var {words} då."]
    return "\n".join(lines) + "\n"


def study_of(where, said=None, settings=""):
    said = said or SAID
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n" + settings)
    put(where, "codebook.csv", BOOK)
    put(where, "guide.csv", GUIDE)
    put(where, "respondents.csv", "id\n" + "".join(f"{person}\n" for person in said))
    rows = ["document;code;polarity;status;quote"]
    for person, answers in said.items():
        put(where, f"transcripts/{person}.txt", transcript(answers))
        for codings in answers.values():
            rows += [f"{person};{code};-;manual;{quote}" for code, quote in codings]
    put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
    return where


def table(where, name, *options):
    """Rows as tuples of the cells after the heading."""
    return [tuple(row.values()) for row in rows_of("tally", "--table", name, where, *options)]


def without(person, question):
    """The same people, but @person was not asked @question."""
    return {
        who: {n: said for n, said in answers.items() if (who, n) != (person, question)}
        for who, answers in SAID.items()
    }


@test
def what_was_said_in_answer_to_what():
    with folder() as where:
        got = [row[:1] + row[2:] for row in table(study_of(where), "questions", "--language", "en")]
    equal(got, [
        ("1", "Bemötande", "asked about", "5 av 8"),  # R1 R2 R5 R7 R8
        ("1", "Tid", "unasked", "1 av 8"),  # R3, by way of väntan
        ("1", "Väntan", "unasked", "1 av 8"),
        ("2", "Tid", "asked about", "5 av 8"),  # R1 R2 R3 R7, and R4 who said tid itself
        ("2", "Väntan", "asked about", "4 av 8"),
        ("2", "Bemötande", "unasked", "1 av 8"),  # R2
        ("3", "Bemötande", "unasked", "1 av 6"),  # R2 and R3 were not asked
        ("3", "Tid", "unasked", "1 av 6"),
        ("3", "Väntan", "unasked", "1 av 6"),
        ("3", "Lokal", "unasked", ".."),  # R4 alone: so neither R2 nor R3 did
    ])


@test
def asked_about_or_brought_up_unasked():
    with folder() as where:
        got = table(study_of(where), "asked")
    equal(got, [
        # asked; in answer; elsewhere too; only elsewhere; not known where
        ("Bemötande", "8 av 8", "5 av 8", "2 av 8", "0 av 8", "0 av 8"),  # R1, R2 too
        ("Tid", "8 av 8", "4 av 8", "1 av 8", "2 av 8", "0 av 8"),  # R3 too; only R4, R6
        ("Väntan", "8 av 8", "4 av 8", "1 av 8", "1 av 8", "0 av 8"),  # R3 too; only R6
    ])


@test
def words_in_answer_to_nobody_knows_what_are_neither():
    with folder() as where:
        study_of(where)
        put(where, "transcripts/R6.txt",
            "I: Hej.\nR: Jag fick vänta igen.\nI: 1. " + ASKS["1"] + "\nR: Jo.\nI: 2. "
            + ASKS["2"] + "\nR: Nej.\n")
        got = {row[0]: row[1:] for row in table(where, "asked")}
    equal(got["Väntan"], ("8 av 8", "4 av 8", "1 av 8", "0 av 8", "1 av 8"))


def study_of_towns(where, settings):
    """A 6, B 3, C 5: only A and B were asked question 2. Of A two took väntan up, of B one, of C two unasked."""
    towns, said = {}, {}
    for town, persons, waits, asked in (("A", 6, 2, True), ("B", 3, 1, True), ("C", 5, 2, False)):
        for number in range(persons):
            person, word = f"{town}{number}", [("väntan", "tre veckor")] if number < waits else []
            towns[person] = town
            said[person] = {"1": [], "2": word} if asked else {"1": word, "3": []}
    study_of(where, said, settings)
    put(where, "respondents.csv", "id;stad\n" + "".join(f"{person};{town}\n" for person, town in towns.items()))
    return where


@test
def guides_that_differ_by_town_do_not_tell_of_a_small_one():
    """By town väntan is A 2 of 6, and B and C together 3 of 8. Of the nine who were asked three: B's three are one."""
    with folder() as where:
        study_of_towns(where, "")
        alone = {row[0]: row[1:] for row in table(where, "asked")}
        equal(alone["Väntan"], ("9 av 14", "3 av 9", "0 av 9", "0 av 9", "0 av 9"))
        study_of_towns(where, "[groups]\nby = stad\n")
        by_town = rows_of("tally", where, "--by", "stad", "-f", "csv")
        equal([(row["stad"], row["persons"]) for row in by_town if (row["code"], row["polarity"]) == ("väntan", "any")],
              [("Samtliga", "5"), ("A", "2"), ("Övriga (B, C)", "3")])
        beside = {row[0]: row[1:] for row in table(where, "asked")}
        equal(beside["Väntan"], ("9 av 14", "..", "..", "..", ".."))
        equal(beside["Bemötande"], ("14 av 14", "0 av 14", "0 av 14", "0 av 14", "0 av 14"))
        questions = {(row[0], row[2]): row[4] for row in table(where, "questions")}
        equal(questions[("2", "Väntan")], "..")
        told = lyhord("explain", where, "asked", "väntan", "--language", "en")
        equal(told.returncode, 0, told.stderr.decode())
        assert "hidden" in told.stderr.decode() or "hidden" in told.stdout.decode(), told.stderr.decode()


@test
def the_few_who_were_not_asked_are_not_told_of():
    """R8 was not asked question 2. Where all who took väntan up did so in answer to it, R8 did not."""
    said = without("R8", "2")
    with folder() as where:
        # five took väntan up, four of the seven asked: the fifth may be R8
        shown = {row[0]: row[1:] for row in table(study_of(where, said), "asked")}
    equal(shown["Väntan"], ("7 av 8", "4 av 7", "1 av 7", "..", ".."))
    said["R6"] = {"1": [], "2": [], "3": []}
    with folder() as where:
        study_of(where, said)
        asked = {row[0]: row[1:] for row in table(where, "asked")}
        questions = {(row[0], row[2]): row[4] for row in table(where, "questions")}
    equal(asked["Väntan"], ("7 av 8", "..", "..", "..", ".."))
    equal(questions[("2", "Väntan")], "..")
    equal(questions[("2", "Tid")], "..")  # five took it up, five of them in answer
    equal(questions[("1", "Bemötande")], "5 av 8")


@test
def a_question_that_few_got_or_nobody_shows_nothing():
    said = {who: {n: a for n, a in answers.items() if n == "1" or (who == "R4" and n == "3")}
            for who, answers in SAID.items()}
    with folder() as where:
        got = {row[0]: row[4] for row in table(study_of(where, said), "questions")
               if row[0] in "23"}
        asked = {row[0]: row[1:] for row in table(where, "asked")}
    equal(got, {"2": "–", "3": ".."})
    equal(asked["Väntan"], ("–",) * 5)


def read_out_alone(where):
    """The sample with its guide as it was printed: without what interviewers say instead."""
    study = shutil.copytree(SAMPLE, os.path.join(where, "utan"))
    guide = os.path.join(study, "guide.csv")
    with open(guide, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split(";") for line in file]
    with open(guide, "w", encoding="utf-8") as file:
        file.writelines(";".join(row[:4]) + "\n" for row in rows)
    return study


@test
def a_warning_says_when_most_answers_cannot_be_tied():
    with folder() as where:
        answer = lyhord("tally", "--table", "questions", read_out_alone(where))
    assert b"questions-untied" in answer.stderr, answer.stderr
    equal(answer.returncode, 0)


@test
def what_interviewers_say_instead_ties_most_answers():
    answer = lyhord("tally", "--table", "questions", SAMPLE)
    assert b"questions-untied" not in answer.stderr, answer.stderr
    turns = [row for row in rows_of("turns", SAMPLE) if row["role"] == "respondent"]
    tied = sum(row["question"] != "" for row in turns)
    assert tied * 10 > len(turns) * 9, (tied, len(turns))


@test
def what_the_same_persons_took_up():
    with folder() as where:
        study_of(where)
        pairs = table(where, "cooccurrence")
        square = table(where, "cooccurrence", "--shape", "wide")
        places = table(where, "cooccurrence", "--shape", "wide", "--unit", "statements")
    # tid R1 R2 R3 R4 R6 R7, bemötande R1 R2 R5 R7 R8, väntan R1 R2 R3 R6 R7; lokal R4 alone is left out
    equal(pairs, [
        ("Tid", "Bemötande", "3 av 8", "1"),  # R1 R2 R7; R2's words share "kö länge"
        ("Bemötande", "Väntan", "3 av 8", "1"),
    ])
    equal(square, [("Tid", "6", "3", "–"), ("Bemötande", "3", "5", "3"), ("Väntan", "–", "3", "5")])
    # statements of tid: six of väntan and R4's; of bemötande: R1 two, R2 two, R5 R7 R8
    equal(places, [("Tid", "7", "1", "–"), ("Bemötande", "1", "7", "1"), ("Väntan", "–", "1", "6")])


@test
def the_samples_pairs_are_those_of_its_codings():
    with open(os.path.join(SAMPLE, "codings/gemensam.csv"), encoding="utf-8-sig") as file:
        codings = [row for row in csv.DictReader(file, delimiter=";")
                   if row["status"] in ("accepted", "manual") and row["state"] in ("stated", "negated")]
    with open(os.path.join(SAMPLE, "codebook.csv"), encoding="utf-8-sig") as file:
        book = {row["kod"]: row for row in csv.DictReader(file, delimiter=";")}

    def above(code):
        yield code
        for parent in filter(None, (name.strip() for name in book[code]["överordnad"].split("|"))):
            yield from above(parent)

    said = {}
    for row in codings:
        for code in above(row["code"]):
            said.setdefault(code, set()).add(row["respondent"])
    wanted = set()
    for one in said:
        for other in said:
            related = one in above(other) or other in above(one)
            both = len(said[one] & said[other])
            if one != other and not related and both and min(len(said[one]), len(said[other])) >= 5:
                wanted.add((frozenset((book[one]["namn"], book[other]["namn"])), f"{both} av 12"))
    got = table(SAMPLE, "cooccurrence")
    equal({(frozenset(row[:2]), row[2]) for row in got}, wanted)


@test
def codes_by_document_and_by_case():
    with folder() as where:
        study_of(where)
        documents = {row[0]: row[1:] for row in table(where, "documents")}
        cases = {row[0]: row[1:] for row in table(where, "cases")}
        counts = {row[0]: row[1:] for row in table(where, "cases", "--unit", "statements")}
        long = table(where, "cases", "--shape", "long")
    equal(documents["Tid"], ("1", "1", "2", "1", "0", "1", "1", "0"))
    equal(documents["Bemötande"], ("2", "2", "0", "0", "1", "0", "1", "1"))
    equal(cases["Tid"], ("x", "x", "x", "x", "", "x", "x", ""))
    equal(counts["Väntan"], ("1", "1", "2", "", "", "1", "1", ""))
    assert ("R3", "väntan", "2") in long and len(long) == 17, long


@test
def statements_by_document_add_up_to_those_of_the_tally():
    told = {row["code"]: row["statements"] for row in rows_of("tally", SAMPLE)
            if row["polarity"] == "any"}
    got = {}
    for _, code, number in table(SAMPLE, "documents", "--shape", "long"):
        got[code] = got.get(code, 0) + int(number)
    equal(got, {code: int(number) for code, number in told.items() if number != "0"})


@test
def what_shows_who_said_what_stays_in_the_study():
    for name in ("documents", "cases"):
        with folder() as where:
            study_of(where)
            inside = lyhord("tally", "--table", name, where)
            equal(inside.returncode, 0, inside.stderr)
            assert b"never handed over" in inside.stderr, inside.stderr
            os.mkdir(os.path.join(where, "reports"))
            out = os.path.join(where, "reports", "x.csv")
            answer = lyhord("tally", "--table", name, "-o", out, where)
            equal(answer.returncode, 77, answer.stderr)
            assert not os.path.exists(out)


def uneven_study(where):
    """Nine persons, thirteen statements, five of them R1's."""
    study_of(where, {f"R{i}": {"1": [("lokal", f"trångt rum {i}")]} for i in range(1, 10)})
    five = [f"kall sal {i}" for i in range(5)]
    put(where, "transcripts/R1.txt",
        "".join(f"I: Och sen?\nR: Det var {quote}.\n" for quote in five))
    rows = [f"R{i};lokal;-;manual;trångt rum {i}" for i in range(2, 10)]
    rows += [f"R1;lokal;-;manual;{quote}" for quote in five]
    put(where, "codings/gemensam.csv",
        "document;code;polarity;status;quote\n" + "\n".join(rows) + "\n")
    return where


@test
def one_person_stands_for_five_of_thirteen_statements():
    with folder() as where:
        got = rows_of("tally", "--table", "weight", uneven_study(where))
        shown = lyhord("tally", "--table", "weight", "-f", "text", "--language", "en", where)
    equal(got[0]["persons"], "9 av 9")
    equal(got[0]["largest"], "5 av 13")
    assert b"Lokal: one person stands for 5 of 13 statements" in shown.stdout, shown.stdout


@test
def a_report_says_so_too():
    if not shutil.which("pdftotext"):
        raise Skipped("pdftotext is not installed")
    with folder() as where:
        out = os.path.join(where, "reports/first")
        answer = lyhord("report", "--language", "en", "-o", out, uneven_study(where))
        equal(answer.returncode, 0, answer.stderr)
        text = subprocess.run(["pdftotext", os.path.join(out, "report.pdf"), "-"],
                              capture_output=True, check=True).stdout
    told = b" ".join(text.split())
    assert b"One person stands for 5 of the 13 statements about it." in told, told


@test
def a_report_has_the_typology_and_who_was_asked_where_the_guide_tells_it():
    if not shutil.which("pdftotext"):
        raise Skipped("pdftotext is not installed")
    for sample, has_both in ((MEDVERKAN, True), (SAMPLE, False)):
        with folder() as where:
            study = sample if has_both else read_out_alone(where)
            out = os.path.join(where, "r")
            answer = lyhord("report", "--draft", "-o", out, study)
            equal(answer.returncode, 0, answer.stderr)
            text = subprocess.run(["pdftotext", "-raw", os.path.join(out, "report.pdf"), "-"],
                                  capture_output=True, check=True).stdout.decode()
        equal("Tillfrågad, eller tog upp det oombedd" in text, has_both, study)
        equal("På vilken nivå, och hur mycket" in text, has_both, study)
        if not has_both:
            continue
        told = " ".join(text.split())
        cell = next(row for row in rows_of("tally", "--table", "typology", study)
                    if row["text"] == "Makt i verksamheten")["persons"]
        typology = told.split("På vilken nivå, och hur mycket", 2)[2]  # after the contents; the figure has the words
        assert f"Makt i verksamheten {cell}" in typology, cell
        row = next(row for row in rows_of("tally", "--table", "asked", study)
                   if row["code"] == "Handlingsplan")
        figures = " ".join(list(row.values())[1:])
        assert f"Handlingsplan {figures}" in told, figures


@test
def five_of_sixteen_or_two_of_three_are_not_warned_of():
    with folder() as where:
        shown = lyhord("tally", "--table", "weight", "-f", "text", "--language", "en",
                       study_of(where))
    equal(shown.returncode, 0, shown.stderr)
    assert b"stands for" not in shown.stdout.split(b"\n", 1)[1], shown.stdout


TYPOLOGY = (
    "[typology]\ntitle = Nivå och grad\n"
    "rows = individnivå | verksamhetsnivå | systemnivå\n"
    "columns = medverkan | inflytande | makt\n"
    "verksamhetsnivå + makt = Bestämma hur kontoret styrs\n"
)


def typology_study(where, settings=TYPOLOGY):
    quotes = {
        "R1": [("individ-medverkan", "fick berätta allt")],  # below both: the cell
        "R2": [("individnivå", "mitt ärende sköttes"), ("medverkan", "ärende sköttes")],  # share words
        "R3": [("individnivå", "mitt eget fall"), ("medverkan", "fick vara med")],  # apart: no cell
        "R4": [("system-makt", "politikerna styr allt"), ("individ-medverkan", "fick berätta lite")],
        "R5": [("verksamhet-makt", "chefen styr kontoret")],
    }
    put(where, "lyhord.ini",
        "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n" + settings)
    shutil.copy(os.path.join(ROOT, "codebooks/brukarmedverkan.csv"),
                os.path.join(where, "codebook.csv"))
    put(where, "respondents.csv", "id\n" + "".join(f"{who}\n" for who in quotes))
    rows = ["document;code;polarity;status;quote"]
    for who, said in quotes.items():
        whole = [quote for _, quote in said if quote != "ärende sköttes"]
        put(where, f"transcripts/{who}.txt",
            "".join(f"I: Hur var det?\nR: Jo {quote} då.\n" for quote in whole))
        rows += [f"{who};{code};0;manual;{quote}" for code, quote in said]
    put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
    return where


@test
def levels_crossed_with_degrees_have_persons_and_a_text_in_each_cell():
    with folder() as where:
        got = {row[:2]: row[2:] for row in table(typology_study(where), "typology")}
        square = table(where, "typology", "--shape", "wide")
    equal(len(got), 9)
    equal(got[("Individnivå", "Medverkan")], ("Medverkan i det egna ärendet", "3 av 5"))
    equal(got[("Verksamhetsnivå", "Makt")], ("Bestämma hur kontoret styrs", "1 av 5"))
    equal(got[("Systemnivå", "Makt")], ("Makt i systemet", "1 av 5"))
    equal(got[("Systemnivå", "Medverkan")][1], "0 av 5")
    equal(square[0][:3], ("Individnivå", "Medverkan i det egna ärendet", "3 av 5"))
    equal(len(square), 3)


@test
def the_samples_levels_and_degrees_are_those_of_its_codings():
    where = os.path.join(ROOT, "data-samples/brukarmedverkan")
    above = lineages(os.path.join(where, "codebook.csv"))
    with open(os.path.join(where, "codings/elin.csv"), encoding="utf-8-sig") as file:
        codings = [row for row in csv.DictReader(file, delimiter=";")
                   if row["status"] != "rejected" and row["state"] in ("stated", "negated")]
    with open(os.path.join(where, "codebook.csv"), encoding="utf-8-sig") as file:
        names = {row["kod"]: row["namn"] for row in csv.DictReader(file, delimiter=";")}
    got = {cell[:2]: cell[3] for cell in table(where, "typology")}
    for row in ("individnivå", "verksamhetsnivå", "systemnivå"):
        for column in ("medverkan", "inflytande", "makt"):
            said = {c["respondent"] for c in codings if {row, column} <= above[c["code"]]}
            equal(got[(names[row], names[column])], f"{len(said)} av 21")


@test
def a_typology_that_names_what_there_is_not_is_told_in_one_run():
    wrong = "[typology]\nrows = individnivå | nivå X\ncolumns =\n"
    with folder() as where:
        answer = lyhord("tally", "--table", "typology", typology_study(where, wrong))
        equal(answer.returncode, 65)
        assert "'nivå X'".encode() in answer.stderr, answer.stderr
        assert b"has no columns" in answer.stderr, answer.stderr
        bad = TYPOLOGY + "individnivå + allt = x\n"
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n" + bad)
        answer = lyhord("tally", "--table", "typology", where)
        equal(answer.returncode, 65)
        assert b"is no cell" in answer.stderr, answer.stderr
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n")
        equal(lyhord("tally", "--table", "typology", where).returncode, 65)


def random_study(where, groups, settings):
    """@groups: {value: (persons, how many said bra)}; one CSV of answers, coded by a rule."""
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n" + settings)
    put(where, "codebook.csv", "kod;namn;regler_plus\nbra;Bra;toppen\n")
    people, answers = ["id;grupp"], ["respondent;fråga;svar"]
    for group, (count, saying) in groups.items():
        for i in range(count):
            who = f"{group}{i}"
            people.append(f"{who};{group}")
            answers.append(f"{who};Hur var det?;Det var {'toppen' if i < saying else 'som vanligt'}.")
    put(where, "respondents.csv", "\n".join(people) + "\n")
    put(where, "transcripts/svar.csv", "\n".join(answers) + "\n")
    return where


RANDOM = "sample = random\n"


def tests_of(where, *options):
    rows = rows_of("tally", "--suggested", "--table", "tests", "--by", "grupp", where, *options)
    return {row["test"]: row for row in rows}


@test
def two_groups_drawn_at_random_are_tested_as_r_tests_them():
    with folder() as where:
        got = tests_of(random_study(where, {"a": (120, 60), "b": (80, 20)}, RANDOM))
    # m <- matrix(c(60, 60, 20, 60), 2, byrow = TRUE); chisq.test(m, correct = FALSE): 12.5,
    # p 0.00040695; sqrt(12.5 / 200); fisher.test(m)$p.value: 0.00041560;
    # exp(log(3) + c(-1, 1) * qnorm(.975) * sqrt(1/60 + 1/60 + 1/20 + 1/60)): 1.614, 5.576
    equal((got["chi2"]["statistic"], got["chi2"]["freedom"], got["chi2"]["p"]), ("12,500", "1", "0,0004"))
    equal(got["chi2"]["cramers_v"], "0,250")
    equal(got["fisher"]["p"], "0,0004")
    equal((got["fisher"]["odds_ratio"], got["fisher"]["low"], got["fisher"]["high"]),
          ("3,000", "1,614", "5,576"))


@test
def an_ordered_attribute_has_a_trend_in_its_own_order():
    groups = {"c": (70, 40), "a": (50, 15), "b": (60, 24)}
    with folder() as where:
        plain = tests_of(random_study(where, groups, RANDOM))
        got = tests_of(random_study(where, groups, RANDOM + "[order]\ngrupp = a | b | c\n"))
        wrong = lyhord("tally", "--suggested", "--table", "tests", "--by", "grupp",
                       random_study(where, groups, RANDOM + "[order]\ngrup = a | b | c\n"))
    assert "trend" not in plain and b"trend" not in wrong.stdout
    assert b"'grup' in [order] is unknown" in wrong.stderr, wrong.stderr
    # prop.trend.test(c(15, 24, 40), c(50, 60, 70)): 9.0730621, p 0.0025940; chisq.test: 9.2782841, df 2
    equal((got["trend"]["statistic"], got["trend"]["p"]), ("9,073", "0,0026"))
    equal((got["chi2"]["statistic"], got["chi2"]["freedom"]), ("9,278", "2"))
    assert "fisher" not in got


@test
def the_table_is_that_of_r_here_too_where_it_is_installed():
    if not shutil.which("Rscript"):
        raise Skipped("R is not installed")
    script = (
        "m <- matrix(c(37, 51, 22, 68), 2, byrow = TRUE)\n"
        "t <- chisq.test(m, correct = FALSE)\n"
        "cat(sprintf('%.3f %.4f %.4f', t$statistic, t$p.value, fisher.test(m)$p.value))\n"
    )
    wanted = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=True)
    with folder() as where:
        got = tests_of(random_study(where, {"a": (88, 37), "b": (90, 22)}, RANDOM))
    equal([got["chi2"]["statistic"], got["chi2"]["p"], got["fisher"]["p"]], wanted.stdout.replace(".", ",").split())


@test
def no_test_where_the_sample_does_not_bear_one():
    groups = {"a": (60, 30), "b": (60, 20)}
    cases = {
        "": b"came forward themselves",
        "sample = purposive\n": b"chosen for what they could tell",
        "sample = census\n": b"everybody was asked",
        RANDOM + "population = 100\n": b"population is 100",
    }
    for settings, because in cases.items():
        with folder() as where:
            answer = lyhord("tally", "--suggested", "--table", "tests", "--by", "grupp",
                            random_study(where, groups, settings))
        equal((answer.returncode, answer.stdout), (77, b""), settings)
        assert because in answer.stderr, answer.stderr
    with folder() as where:
        small = random_study(where, {"a": (60, 30), "b": (49, 20)}, RANDOM)
        answer = lyhord("tally", "--suggested", "--table", "tests", "--by", "grupp", small)
        equal((answer.returncode, answer.stdout), (77, b""))
        assert b"smallest group has 49" in answer.stderr, answer.stderr
        alone = lyhord("tally", "--suggested", "--table", "tests", small)
        equal((alone.returncode, alone.stdout), (77, b""))


@test
def persons_drawn_at_random_have_an_interval_narrower_when_the_population_is_known():
    groups = {"a": (120, 60), "b": (80, 20)}
    with folder() as where:
        plain = rows_of("tally", "--suggested", "--table", "persons",
                        random_study(where, groups, RANDOM))[0]
        known = rows_of("tally", "--suggested", "--table", "persons",
                        random_study(where, groups, RANDOM + "population = 640\n"))[0]
    # prop.test(80, 200, correct = FALSE)$conf.int: 0.3346 to 0.4692
    equal((plain["all percent"], plain["all low"], plain["all high"]), ("40", "33", "47"))
    # with (640 - 200)/639 of the variance: 0.3453 to 0.4573
    equal((known["all low"], known["all high"]), ("34", "46"))


NAMES = ("asked", "cases", "cooccurrence", "documents", "persons", "questions", "tally", "weight")


@test
def every_table_says_base_unit_source_and_status_in_every_format():
    with folder() as where:
        study_of(where, settings="date = 2026-05-01\n")
        for name in NAMES:
            shown = lyhord("tally", "--table", name, "-f", "text", "--language", "en", where)
            equal(shown.returncode, 0, shown.stderr)
            for part in (b"Base: 8 persons", b"Unit: ", b"Source: ", b"Status: ", b"Date: "):
                assert part in shown.stdout, (name, part, shown.stdout)
            for kind in ("xlsx", "sav"):
                out = os.path.join(where, f"{name}.{kind}")
                answer = lyhord("tally", "--table", name, "-f", kind, "-o", out, where)
                equal(answer.returncode, 0, answer.stderr)
                assert os.path.getsize(out) > 500
        for kind in ("csv", "json", "md", "latex"):
            equal(lyhord("tally", "--table", "asked", "-f", kind, where).returncode, 0)


@test
def of_fewer_than_five_no_table_shows_anything():
    four = {who: SAID[who] for who in ("R1", "R2", "R3", "R4")}
    with folder() as where:
        study_of(where, four)
        for name in NAMES:
            answer = lyhord("tally", "--table", name, where)
            equal((answer.returncode, answer.stdout), (77, b""), name)


@test
def a_table_that_is_unknown_or_has_no_groups_is_a_wrong_use():
    unknown = lyhord("tally", "--table", "korstabell", SAMPLE)
    equal(unknown.returncode, 64)
    assert b"asked, cases, cooccurrence, documents" in unknown.stderr, unknown.stderr
    grouped = lyhord("tally", "--table", "weight", "--by", "kontor", SAMPLE)
    equal((grouped.returncode, grouped.stdout), (64, b""))
    for options in (("weight", "--measure", "-"), ("questions", "--shape", "wide"),
                    ("typology", "--unit", "hits")):
        answer = lyhord("tally", "--table", *options, SAMPLE)
        equal((answer.returncode, answer.stdout), (64, b""), options)
        assert b"takes no " + options[1].encode() in answer.stderr, answer.stderr
    pair = lyhord("tally", "--table", "tests", "--by", "roll,kontor", SAMPLE)
    equal((pair.returncode, pair.stdout), (64, b""))
    assert b"one attribute" in pair.stderr, pair.stderr


@test
def without_a_guide_there_is_no_table_of_questions():
    with folder() as where:
        study_of(where)
        os.remove(os.path.join(where, "guide.csv"))
        for name in ("asked", "questions"):
            answer = lyhord("tally", "--table", name, where)
            equal((answer.returncode, answer.stdout), (65, b""))
            assert b"guide" in answer.stderr


@test
def a_question_may_ask_about_several_themes():
    with folder() as where:
        study_of(where)
        put(where, "guide.csv", GUIDE.replace("?;bemötande", "?;bemötande | lokal"))
        got = {row[0]: row[1:] for row in table(where, "asked")}
        check = lyhord("check", where)
    equal(got["Lokal"], ("8 av 8", "0 av 8", "0 av 8", "1 av 8", "0 av 8"))
    assert b"no code of the codebook" not in check.stderr, check.stderr


main()
