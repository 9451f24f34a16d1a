"""`lyhord chart`: every figure of the samples and of small studies, its numbers counted another way."""
import csv
import os
import re
import shutil
import struct
import xml.etree.ElementTree as ET

from small_study import put, small_study
from tap import ROOT, SAMPLE, equal, folder, lyhord, main, rows_of, test

SURVEY = os.path.join(ROOT, "data-samples/enkat")
LEVELS = os.path.join(ROOT, "data-samples/brukarmedverkan")
SVG = "{http://www.w3.org/2000/svg}"
OF_INTERVIEWS = ("matris", "personprickar", "prick", "samforekomst", "stapel", "tidslinje")


def drawn(kind, study, *options):
    answer = lyhord("chart", kind, study, *options)
    equal(answer.returncode, 0, answer.stderr)
    return ET.fromstring(answer.stdout)


def texts(figure):
    """All but the title's lines."""
    return [text.text for text in figure.iter(SVG + "text") if text.get("font-size") != "11"]


def counts(figure):
    return [text for text in texts(figure) if re.fullmatch(r"\d+ av \d+|\.\.", text)]


def alt(figure):
    return figure.find(SVG + "desc").text


# ---- where in the interviews ----

BOOK = "kod;namn;definition;när;inte_när;exempel\nväntan;Väntan;x;y;z;w\nlokal;Lokal;x;y;z;w\n"


def interview(turns):
    """@turns of the respondent, each after one of the interviewer's."""
    return "".join(f"I: Och sedan?\nR: {turn}\n" for turn in turns)


def said_at(*places, of=10, what="fick vänta igen"):
    return [f"Jag {what} {at}." if at in places else f"Så var det då {at}." for at in range(of)]


def study_of_places(where):
    """By hand: väntan in the first tenth A-E, in the last A and F; G, of one turn, at its end."""
    said = {"A": said_at(0, 9), "B": said_at(0), "C": said_at(0, 1, of=20), "D": said_at(0),
            "E": said_at(0), "F": said_at(9),
            "G": ["Först gick jag dit med mina papper och de tog emot dem. " * 4
                  + "Till sist fick vänta igen."],
            "H": said_at(4, what="såg ett trångt rum")}
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
    put(where, "codebook.csv", BOOK)
    put(where, "respondents.csv", "id\n" + "".join(f"{who}\n" for who in said))
    rows = ["document;turn;code;polarity;status;quote"]
    for who, turns in said.items():
        put(where, f"transcripts/{who}.txt", interview(turns))
        for at, turn in enumerate(turns):
            if "fick vänta igen" in turn:
                rows.append(f"{who};{2 * at + 2};väntan;-;manual;fick vänta igen")
            if "trångt rum" in turn:
                rows.append(f"{who};{2 * at + 2};lokal;-;manual;trångt rum")
    put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
    return where


@test
def a_timeline_counts_persons_in_tenths_of_what_they_said():
    with folder() as where:
        study_of_places(where)
        rows = rows_of("tally", "--table", "timeline", where)
        figure = drawn("tidslinje", where)
    # lokal, of one person, is told of nobody: where it was said would point at them
    equal([list(row.values()) for row in rows],
          [["Väntan", "5", "0", "0", "0", "0", "0", "0", "0", "0", "3"]])
    equal([text for text in texts(figure) if re.fullmatch(r"\d+", text)], ["5", "3"])
    title = figure.find(SVG + "title").text
    assert "5 av 8" in title and "första tiondel" in title or "first" in title, title
    assert "Väntan 5, 0, 0, 0, 0, 0, 0, 0, 0, 3" in alt(figure), alt(figure)


@test
def a_number_of_the_timeline_is_explained_statement_by_statement():
    with folder() as where:
        study_of_places(where)

        def persons(*cell):
            return sorted({row["respondent"] for row in rows_of("explain", where, "timeline", *cell)
                           if row["counts"] == "1"})

        equal(persons("väntan", "1"), ["A", "B", "C", "D", "E"])
        equal(persons("väntan", "10"), ["A", "F", "G"])
        equal(persons("väntan", "5"), [])
        equal(lyhord("explain", where, "timeline", "väntan", "11").returncode, 65)


# ---- a survey ----

STEPS = ["Instämmer helt", "Instämmer delvis", "Instämmer inte", "Instämmer inte alls"]


def answers(question):
    with open(os.path.join(SURVEY, "survey.csv"), encoding="utf-8-sig") as file:
        return [row[question] for row in csv.DictReader(file, delimiter=";") if row[question]]


def percent(part, base):
    return (200 * part + base) // (2 * base)


@test
def answers_on_a_scale_are_counted_as_in_the_file():
    figure = drawn("likert", SURVEY)
    shown = texts(figure)
    for question in "23456":
        given = answers(question)
        label = next(i for i, text in enumerate(shown) if text.startswith(f"{question}. "))
        numbers = []
        for text in shown[label + 1:]:
            if not re.fullmatch(r"\d+", text):
                break
            numbers.append(int(text))
        expected = [percent(given.count("Vet ej"), len(given)), len(given)]
        steps = [percent(given.count(step), len(given)) for step in STEPS]
        equal(numbers[:2], expected, question)
        # what has no room for its number stands in the table alone
        left = iter(steps)
        assert all(number in left for number in numbers[2:]), (question, numbers, steps)
    best = max((answers(q).count(STEPS[0]) + answers(q).count(STEPS[1])) / len(answers(q))
               for q in "23456")
    found = re.search(r"\((\d+) av (\d+)\)", figure.find(SVG + "title").text)
    equal(int(found[1]) / int(found[2]), best)


@test
def the_questions_of_another_scale_are_asked_for_by_name():
    figure = drawn("likert", SURVEY, "--question", "8")
    assert any(text.startswith("8. ") for text in texts(figure))
    assert not any(text.startswith("2. ") for text in texts(figure))
    equal(lyhord("chart", "likert", SURVEY, "--question", "99").returncode, 65)
    equal(lyhord("chart", "likert", SURVEY, "--question", "7").returncode, 65)  # no scale


@test
def a_question_that_few_answered_is_two_points():
    with folder() as where:
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
        put(where, "questions.csv", "fråga;text;typ;alternativ;vet_ej\n"
            "1;Går det bra?;skala;Ja|Lite|Nej|Vet ej;Vet ej\n"
            "2;Går det fort?;skala;Ja|Lite|Nej|Vet ej;Vet ej\n")
        put(where, "survey.csv", "id;1;2\n" + "".join(
            f"E{i};{('Ja', 'Lite', 'Nej')[i % 3]};{'Ja' if i < 4 else ''}\n" for i in range(9)))
        figure = drawn("likert", where)
    shown = texts(figure)
    # of nine no percent are printed, and of four nothing
    equal([text for text in shown[shown.index("1. Går det bra?") + 1:] if len(text) < 3],
          ["0", "9", "3", "3", "3", "..", "..", ".."])
    assert "(3 av 9)" in figure.find(SVG + "title").text


# ---- groups ----

@test
def groups_are_those_of_the_table_of_persons():
    rows = rows_of("tally", "--table", "persons", "--by", "kontor", SAMPLE)
    groups = [name for name in rows[0] if name not in ("code", "all")]
    table = [row[group] for row in rows for group in groups if row["all"].split()[0] != "0"]
    for kind in ("matris", "prick"):
        figure = drawn(kind, SAMPLE)  # [groups] by says kontor
        equal(sorted(counts(figure)), sorted(table), kind)
    assert any(text.startswith(".. ") for text in texts(drawn("matris", SAMPLE)))


@test
def the_title_tells_of_the_largest_difference_that_is_shown():
    rows = rows_of("tally", "--table", "persons", "--by", "kontor", SAMPLE)
    groups = [name for name in rows[0] if name not in ("code", "all")]

    def share(text):
        part, base = text.split(" av ")
        return int(part) / int(base)

    def spread(row):
        shares = [share(row[group]) for group in groups if row[group] != ".."]
        return max(shares) - min(shares) if len(shares) > 1 else 0

    most = max(rows, key=spread)
    title = drawn("prick", SAMPLE).find(SVG + "title").text
    for group in groups:
        assert most[group] in title, (most, title)
    equal(drawn("matris", SAMPLE).find(SVG + "title").text, title)


@test
def pairs_are_those_of_the_square():
    rows = [list(row.values()) for row in
            rows_of("tally", "--table", "cooccurrence", "--shape", "wide", SAMPLE)]
    lower = [row[column + 1] for i, row in enumerate(rows) for column in range(i + 1)]
    shown = texts(drawn("samforekomst", SAMPLE))
    first = shown.index(rows[0][0])
    equal([text for text in shown[first:] if re.fullmatch(r"\d+|–|\.\.", text)], lower)


@test
def a_typology_shows_its_texts_and_its_numbers():
    with folder() as where:
        study = os.path.join(where, "s")
        shutil.copytree(LEVELS, study)
        os.rename(study + "/codings/elin.csv", study + "/codings/gemensam.csv")
        ini = open(study + "/lyhord.ini", encoding="utf-8").read()
        put(study, "lyhord.ini", ini.replace("codings = elin", "codings = gemensam"))
        rows = rows_of("tally", "--table", "typology", study)
        figure = drawn("typologi", study)
    equal(counts(figure), [list(row.values())[3] for row in rows])
    together = " ".join(texts(figure)).replace("- ", "")
    for row in rows:
        assert list(row.values())[2].split()[0] in together


@test
def what_a_figure_cannot_be_made_of_is_said():
    equal(lyhord("chart", "typologi", SAMPLE).returncode, 65)  # no [typology]
    answer = lyhord("chart", "likert", SAMPLE)
    equal(answer.returncode, 65)
    assert b"chart-empty" in answer.stderr
    with folder() as where:
        small_study(where)
        equal(lyhord("chart", "prick", where, "--by", "läge").returncode, 77)  # 2 and 3 persons
    for wrong in (["tidslinje", SAMPLE, "--by", "kontor"], ["likert", SURVEY, "--code", "x"],
                  ["stapel", SAMPLE, "--question", "2"], ["paj", SAMPLE],
                  ["stapel", SAMPLE, "--dpi", "0"], ["stapel", SAMPLE, "-f", "gif"]):
        equal(lyhord("chart", *wrong).returncode, 64, wrong)
    equal(lyhord("tally", SAMPLE, "-f", "png").returncode, 64)


# ---- in the report ----

WORDS = {"kö": "stod i kö", "rum": "trångt rum", "röst": "snäll röst", "svar": "fick svar"}


def study_of_pairs(where, said):
    """Twelve persons in two groups of six; @said is the codes of each."""
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n"
        "[groups]\nby = läge\n")
    put(where, "codebook.csv", "kod;namn;definition;när;inte_när;exempel\n"
        + "".join(f"{code};{code.capitalize()};x;y;z;w\n" for code in WORDS))
    put(where, "respondents.csv", "id;läge\n" + "".join(
        f"R{i};{'norr' if i < 6 else 'syd'}\n" for i in range(12)))
    rows = ["document;code;polarity;status;quote"]
    for i in range(12):
        words = [WORDS[code] for code in said(i)] or ["inget mer"]
        other = " ".join(f"sak{chr(97 + i)}{letter}" for letter in "abcdefghij")
        put(where, f"transcripts/R{i}.txt",
            f"I: Hur var det?\nR: Det var {', '.join(words)}. Sedan {other}.\n")
        rows += [f"R{i};{code};-;manual;{WORDS[code]}" for code in said(i)]
    put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
    return where


def report_of(study):
    """Figures of the report by what their alternative text begins with, and the tables' headings."""
    out = os.path.join(study, "reports/a")
    answer = lyhord("report", "--quiet", "--draft", study, "-o", out)
    equal(answer.returncode, 0, answer.stderr)
    kinds = {}
    for name in sorted(os.listdir(out + "/figures")):
        if name.endswith(".svg"):
            figure = ET.parse(f"{out}/figures/{name}").getroot()
            kinds.setdefault(alt(figure).split(".")[0], []).append(figure)
    tables = []
    for name in sorted(os.listdir(out + "/tables")):
        with open(f"{out}/tables/{name}", encoding="utf-8-sig") as file:
            tables.append(list(csv.reader(file, delimiter=";")))
    return kinds, tables


@test
def a_report_shows_pairs_where_they_tell_something():
    """By hand: kö 0-5, rum 3-8, röst 6-11, svar even ones: pairs of 3, 3, 0 and 3."""
    def few(i):
        return ([] + ["kö"] * (i < 6) + ["rum"] * (3 <= i < 9) + ["röst"] * (i >= 6)
                + ["svar"] * (i % 2 == 0))

    with folder() as where:
        kinds, tables = report_of(study_of_pairs(where, few))
        (figure,) = kinds["Triangel av par"]
        pairs = next(table for table in tables if table[0] == ["code", "with", "persons"])
        square = rows_of("tally", "--table", "cooccurrence", where)
    equal([row[:3] for row in pairs[1:]], [list(row.values())[:3] for row in square])
    # kö-rum 3 4 5; rum-röst 6 7 8; kö-svar 0 2 4; röst-svar 6 8 10; rum-svar 4 6 8
    equal(sorted(row[2] for row in pairs[1:]), ["3 av 12"] * 5)
    assert "(3 av 12)" in figure.find(SVG + "title").text
    with folder() as where:
        kinds, _ = report_of(study_of_pairs(where, lambda i: list(WORDS)))
    assert "Triangel av par" not in kinds, kinds


@test
def a_theme_called_room_is_no_address_beside_its_number():
    with folder() as where:
        study_of_pairs(where, lambda i: ["rum"] * (i % 2))
        assert "Rum 6 av 12" in alt(drawn("stapel", where))
        answer = lyhord("chart", "stapel", where, "--title", "Det var i rum 5 på våning 3")
        equal(answer.returncode, 77)


@test
def a_report_compares_groups_in_a_figure_with_its_table():
    def differ(i):
        return ["kö"] * (i not in (2, 7)) + ["rum"] * (i in (0, 1, 2, 3, 6)) + ["svar"] * (i % 4 == 0)

    with folder() as where:
        kinds, tables = report_of(study_of_pairs(where, differ))
    (figure,) = kinds["Punktdiagram"]
    groups = next(table for table in tables if table[0][:2] == ["code", "all"] and len(table[0]) > 2)
    equal(counts(figure), [cell for row in groups[1:] for cell in row[2:]])


@test
def a_report_shows_questions_on_one_scale_together():
    with folder() as where:
        study = os.path.join(where, "s")
        shutil.copytree(SURVEY, study)
        kinds, tables = report_of(study)
    (figure,) = kinds["Delade staplar"]
    scale = next(table for table in tables if table[0][0] == "question" and table[0][-1] == "base")
    equal([row[0] for row in scale[1:]], list("23456"))
    for row in scale[1:]:
        given = answers(row[0])
        equal([int(cell.split()[0].rstrip("%")) for cell in row[1:5]],
              [percent(given.count(step), len(given)) for step in STEPS])
        equal(int(row[-1]), len(given))


# ---- files ----

def png_size(path):
    with open(path, "rb") as file:
        head = file.read(24)
    equal(head[:8], b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", head[16:24])


@test
def an_image_is_asked_for_by_format_and_by_name():
    with folder() as where:
        for options, name in ((["-f", "png"], "a"), ([], "b.png"), (["--image", "png"], "c")):
            path = os.path.join(where, name)
            equal(lyhord("chart", "stapel", SAMPLE, *options, "-o", path).returncode, 0)
            equal(png_size(path)[0], 1890, name)  # 160 mm at 300 dots an inch
        path = os.path.join(where, "d.png")
        lyhord("chart", "stapel", SAMPLE, "--half", "--dpi", "100", "-o", path)
        equal(png_size(path)[0], 308)  # 78 mm
        path = os.path.join(where, "e.pdf")
        equal(lyhord("chart", "stapel", SAMPLE, "-o", path).returncode, 0)
        assert open(path, "rb").read(5) == b"%PDF-"


@test
def every_figure_is_the_same_bytes_again_and_tells_what_it_shows():
    for kind, study in [(kind, SAMPLE) for kind in OF_INTERVIEWS] + [("likert", SURVEY)]:
        first, second = (lyhord("chart", kind, study).stdout for _ in range(2))
        equal(first, second, kind)
        figure = ET.fromstring(first)
        assert figure.find(SVG + "title").text, kind
        assert 15 <= len(alt(figure)) <= 300, alt(figure)
        said = alt(figure).replace(figure.find(SVG + "title").text, "")
        for number in re.findall(r"\d+", said):
            assert any(number in text for text in texts(figure)), (kind, number, said)


@test
def a_table_of_places_is_everyones_and_may_be_let_out():
    with folder() as where:
        study_of_places(where)
        equal(lyhord("tally", "--table", "timeline", where, "--by", "x").returncode, 64)
        equal(lyhord("tally", "--table", "timeline", "--release", where).returncode, 0)


main()
