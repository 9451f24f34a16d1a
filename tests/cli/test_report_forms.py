"""The forms of a report: the one that is easy to read says less, in short sentences, and the same numbers."""
import csv
import html
import io
import os
import re
import shutil

from reports import held, study_in
from small_study import put
from tap import ROOT, SAMPLE, equal, folder, lyhord, main, test

MEDVERKAN = os.path.join(ROOT, "data-samples/brukarmedverkan")
LONGEST = 14  # words in a sentence of the program's own


pages = {}


def told(where, study, *options, blocks="p|h[1-6]|li"):
    """The words of the report's page, tags taken away, each of @blocks a line. That of a sample is made once."""
    key = (study, options)
    if key not in pages:
        done = lyhord("report", study, "-o", os.path.join(where, "ut"), "--draft", *options)
        equal(done.returncode, 0, done.stderr.decode())
        with open(os.path.join(where, "ut", "report.html"), encoding="utf-8") as file:
            page = file.read().replace("\u00AD", "")
        if study in (SAMPLE, MEDVERKAN):
            pages[key] = page
    page = pages.get(key) or page
    body = re.sub(r"(?s)<(style|svg)\b.*?</\1>", "", page)
    found = re.findall(rf"(?s)<({blocks})\b[^>]*>(.*?)</(?:{blocks})>", body)
    return [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", block))).strip() for _, block in found]


def easy(where, **more):
    return told(where, SAMPLE, "--form", "lattlast", **more)


@test
def every_theme_has_the_numbers_of_the_tally():
    with folder() as where:
        lines = easy(where)
        done = lyhord("tally", SAMPLE, "--by", "")
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")), delimiter=";"))
        with open(os.path.join(SAMPLE, "codebook.csv"), encoding="utf-8-sig") as file:
            codes = list(csv.DictReader(file, delimiter=";"))
        themes = {code["kod"]: code["namn"] or code["kod"] for code in codes if not code["överordnad"]}
        ends = {"any": "pratade om det här.", "+": "sa att något är bra.", "-": "sa att något är dåligt.",
                "wish": "vill att något ska ändras."}
        compared = 0
        for row in rows:
            if row["code"] not in themes or row["polarity"] not in ends or row["persons"] == "0":
                continue
            start = lines.index(next(line for line in lines if line.lower() == themes[row["code"]].lower()))
            wanted = f"({row['persons']} av {row['base']}) {ends[row['polarity']]}"
            assert any(line.endswith(wanted) for line in lines[start:start + 7]), (row, lines[start:start + 7])
            compared += 1
        assert compared > 30, compared


@test
def it_has_no_groups_no_subthemes_and_no_shares():
    with folder() as where:
        words = "\n".join(easy(where))
        with open(os.path.join(SAMPLE, "codebook.csv"), encoding="utf-8-sig") as file:
            below = [code["namn"] for code in csv.DictReader(file, delimiter=";") if code["överordnad"]]
        for word in [*below, "Norr (", "Övriga (", "%", "kodningar av"]:
            assert word not in words, word


@test
def its_own_sentences_are_short():
    with folder() as where:
        quoted = re.compile("[”“]")
        proposals = easy(where, blocks="li")
        for line in easy(where)[1:]:
            if line in proposals or quoted.search(line) or "?" in line or "·" in line:
                continue  # people's words, the study's question, what stands under a figure
            for sentence in re.split(r"(?<=[.!]) ", line):
                assert len(sentence.split()) <= LONGEST, sentence


def lix(lines):
    """Björnsson (1968): words a sentence, and how many of a hundred words have more than six letters."""
    text = " ".join(lines)
    words = re.findall(r"[\w-]+", text)
    sentences = len(re.findall(r"[.!?:]+", text))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


@test
def its_own_sentences_are_easy_to_read_by_lix():
    with folder() as where:
        people = [line for line in easy(where, blocks="li|h[1-6]")]
        own = [line for line in easy(where, blocks="p")
               if line.endswith(".") and line not in people and "·" not in line and "”" not in line]
        assert len(own) > 30, own
        assert lix(own) < 30, lix(own)


@test
def it_lets_out_no_more_than_the_whole_report():
    with folder() as where:
        study = study_in(where)
        whole, short = told(where, study), None
        shutil.rmtree(os.path.join(where, "ut"))
        short = told(where, study, "--form", "lattlast")
        quotes = [line for line in short if line.startswith("”")]
        assert quotes and set(quotes) <= {line for line in whole if line.startswith("”")}, (quotes, whole)
        assert "report.pdf" in held(os.path.join(where, "ut"))


def by_question(where, study, *options):
    return told(where, study, "--form", "fraga", *options, blocks="p|h[1-6]|li|td|th|caption")


def rows_by_question():
    """{question: [row]} of `tally --table questions` of the study with a guide that its transcripts follow."""
    done = lyhord("tally", "--table", "questions", MEDVERKAN)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")), delimiter=";"))
    found = {}
    for row in rows:
        found.setdefault(row["question"], []).append(row)
    return found


@test
def question_by_question_every_number_is_that_of_the_table_of_questions():
    with folder() as where:
        lines, compared = by_question(where, MEDVERKAN), 0
        for number, rows in rows_by_question().items():
            heading = f"{number}. {rows[0]['text']}"
            shown = [row for row in rows if " av " in row["persons"]]
            if not shown:  # in the appendix and in the lists of who got what, but no chapter of its own
                assert f"Teman i svaren på fråga {number}" not in " ".join(lines), heading
                continue
            start = next(i for i, line in enumerate(lines) if line == heading and "fick frågan" in lines[i + 1])
            ends = [i for i, line in enumerate(lines) if i > start and re.match(r"[HB]\d+\. |Frågor vars", line)]
            part = lines[start:min(ends)]
            for row in shown:
                alone = row["persons"].startswith("1 av") and row["asked"] == "oombedd"
                if alone:
                    assert any(row["code"].lower() in line.lower() for line in part), row
                else:
                    at = next(i for i, line in enumerate(part) if line == row["code"])
                    assert row["persons"] in part[at:at + 3], (row, part[at:at + 3])
                    compared += 1
        assert compared > 60, compared


@test
def what_nobody_has_said_of_the_study_is_a_blank_and_what_somebody_has_is_not():
    with folder() as where:
        study = study_in(where)
        words = "\n".join(by_question(where, study))
        assert "Tillfrågade: ________ (fylls i)" in words and "använder verksamheten: ________" in words, words
        with open(os.path.join(study, "lyhord.ini"), "a", encoding="utf-8") as file:
            file.write("invited = 20\npopulation = 100\n")
        words = "\n".join(by_question(where, study, "--force"))
        assert "Tillfrågade: 20" in words and "Intervjuade: 5 av 20 (25 %)" in words, words
        assert "5 av 100 (5 %)" in words and "Varför andra inte deltog: ________" in words, words


@test
def strengths_and_areas_to_develop_have_the_numbers_of_the_tally_and_a_persons_words():
    with folder() as where:
        words = "\n".join(by_question(where, study_in(where)))
        # R3, R4 and R5 said something bad of waiting, R1 something good of how one is met
        assert re.search(r"väntan\. 3 av 5 beskrev något som brister\. Se Tabell \d", words), words
        assert re.search(r"bemötande\. 1 av 5 beskrev något som fungerar\.", words), words
        assert "istapp" in words


@test
def a_study_says_its_own_form_and_a_mistake_in_it_is_told():
    with folder() as where:
        study = study_in(where)
        with open(os.path.join(study, "lyhord.ini"), "a", encoding="utf-8") as file:
            file.write("[report]\nform = fraga\n")
        assert "Generaliserbarhet" in "\n".join(told(where, study))
        with open(os.path.join(study, "lyhord.ini"), "a", encoding="utf-8") as file:
            file.write("form = prosa\nasides = kanske\n")
        done = lyhord("check", study)
        equal(done.returncode, 65)
        for wanted in ("form is 'prosa'", "asides is 'kanske'"):
            assert wanted in done.stderr.decode(), done.stderr.decode()


@test
def a_quote_that_nobody_marked_is_in_a_draft_alone_and_says_so():
    with folder() as where:
        study = study_in(where)
        path = os.path.join(study, "codings", "gemensam.csv")
        with open(path, encoding="utf-8") as file:
            rows = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(rows.replace(";quote\n", ";\n"))
        words = "\n".join(told(where, study, blocks="p|footer"))
        assert "valt av programmet" in words and "istapp" in words, words
        done = lyhord("report", study, "-o", os.path.join(where, "lamnad"))
        equal(done.returncode, 0, done.stderr.decode())
        assert "quotes-unmarked" in done.stderr.decode(), done.stderr.decode()
        for name, data in held(os.path.join(where, "lamnad")).items():
            assert "istapp".encode() not in data and "valt av".encode() not in data, name


@test
def a_question_of_the_survey_stands_with_the_interviews_question_it_is_tied_to():
    with folder() as where:
        study = study_in(where)
        put(study, "guide.csv", "fråga;avsnitt;text;tema\n1;Mötet;Hur var det?;väntan\n")
        put(study, "questions.csv", "fråga;text;typ;alternativ;intervjufråga\n"
            "a;Hur länge fick du vänta?;single;Kort|Länge;1\nb;Vad tycker du om rummen?;single;Ljusa|Mörka;9\n")
        put(study, "survey.csv", "a;b\n" + "Kort;Ljusa\n" * 4 + "Länge;Ljusa\n" * 3)
        done = lyhord("report", study, "-o", os.path.join(where, "ut"), "--draft", "--form", "fraga")
        equal(done.returncode, 0, done.stderr.decode())
        assert "question 'b' of the survey is tied to question '9'" in done.stderr.decode(), done.stderr.decode()
        shutil.rmtree(os.path.join(where, "ut"))
        lines = told(where, study, "--form", "fraga", blocks="p|h[1-6]|caption|td")
        at = lines.index("Samma sak i enkäten")
        start = max(i for i, line in enumerate(lines[:at]) if line == "1. Hur var det?")
        assert "5 av 5 fick frågan och 5 svarade." in lines[start + 1], lines[start:at]
        assert any("fråga a" in line for line in lines[at:at + 3]) and "4 av 7" in " ".join(lines[at:at + 12]), lines[at:at + 12]
        assert lines.index("b. Vad tycker du om rummen?", at) > lines.index("Enkäten", at), lines[at:]


WEATHER = ["sol", "regn", "snö", "hagel", "dimma", "storm"]


def study_of_forty_themes(where):
    """Everybody takes up all of them, each in words of their own."""
    study = os.path.join(where, "fyrtio")
    themes = [f"tema{first}{second}" for first in "abcd" for second in "abcdefghij"]
    put(study, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
    put(study, "codebook.csv", "kod;definition\n" + "".join(f"{theme};ord\n" for theme in themes))
    put(study, "respondents.csv", "id\n" + "".join(f"R{i}\n" for i in range(6)))
    rows = ["document;code;polarity;status;quote;mark"]
    for i, fill in enumerate(WEATHER):
        turned = themes[i * 5:] + themes[:i * 5]
        words = " ".join(f"{fill.capitalize()} {fill}igt {fill}as om {theme} i {fill}en." for theme in turned)
        put(study, f"transcripts/R{i}.txt", f"I: Hur var det?\nR: {words}\n")
        rows += [f"R{i};{theme};+;manual;om {theme};" for theme in themes]
    put(study, "codings/gemensam.csv", "\n".join(rows) + "\n")
    return study, themes


@test
def a_figure_of_forty_themes_goes_on_in_others_and_is_never_made_smaller():
    with folder() as where:
        study, themes = study_of_forty_themes(where)
        lines = told(where, study, "--form", "fraga", blocks="caption|th")
        files = held(os.path.join(where, "ut"))
        drawn = [data.decode() for name, data in files.items() if name.endswith(".svg")]
        heights = [float(re.search(r'viewBox="0 0 [0-9.]+ ([0-9.]+)"', svg)[1]) for svg in drawn]
        assert len(drawn) >= 3 and max(heights) <= 560, heights
        assert sum("del" in line for line in lines) == 3, lines
        for theme in themes:
            assert theme in lines and any(theme in svg for svg in drawn), theme


@test
def an_unknown_form_is_told_of():
    with folder() as where:
        done = lyhord("report", SAMPLE, "-o", os.path.join(where, "ut"), "--form", "kort")
        equal(done.returncode, 64)
        assert "tema" in done.stderr.decode() and not os.path.exists(os.path.join(where, "ut"))


main()
