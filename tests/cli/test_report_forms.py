"""The forms of a report: the one that is easy to read says less, in short sentences, and the same numbers."""
import csv
import html
import io
import os
import re
import shutil

from reports import held, study_in
from tap import SAMPLE, equal, folder, lyhord, main, test

LONGEST = 14  # words in a sentence of the program's own


def told(where, study, *options, blocks="p|h[1-6]|li"):
    """The words of the report's page, tags taken away, each of @blocks a line."""
    done = lyhord("report", study, "-o", os.path.join(where, "ut"), "--draft", *options)
    equal(done.returncode, 0, done.stderr.decode())
    with open(os.path.join(where, "ut", "report.html"), encoding="utf-8") as file:
        body = re.sub(r"(?s)<(style|svg)\b.*?</\1>", "", file.read())
    found = re.findall(rf"(?s)<({blocks})\b[^>]*>(.*?)</(?:{blocks})>", body)
    return [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", block))).strip() for _, block in found]


def easy(where, **more):
    study = os.path.join(where, "studie")
    if not os.path.exists(study):
        shutil.copytree(SAMPLE, study)
    return told(where, study, "--form", "lattlast", **more)


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


@test
def an_unknown_form_is_told_of():
    with folder() as where:
        done = lyhord("report", SAMPLE, "-o", os.path.join(where, "ut"), "--form", "kort")
        equal(done.returncode, 64)
        assert "tema" in done.stderr.decode() and not os.path.exists(os.path.join(where, "ut"))


main()
