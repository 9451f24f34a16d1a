"""`codebook expand`, worked by hand on a small study, and counted once more on the sample."""
import collections
import csv
import io
import json
import math
import os
import re
import shutil

from small_study import put
from tap import ROOT, SAMPLE, Skipped, environment, equal, folder, lyhord, main, test

HEADING = "kod;överordnad;definition;när;inte_när;exempel;regler;undantag\n"
CODEBOOK = HEADING + "lokal;;rum;x;y;z;knarra;\nplats;lokal;att sitta;x;y;z;;\n"
WORDS = {
    "R1": "Soffan knarrade hela natten. Vakten log. Sen gick jag hem. Mattan var blöt.",
    "R2": "Soffan luktade illa. Vakten log. Hunden sov.",
    "R3": "Maten smakade gott. Hunden sov. Vi vilade i väntrummet. Hunden skällde.",
    "R4": "Bussen kom. Hunden sov. Jag cyklade. Där fanns bara samtalsrummet. Tolv katter.",
}
CODINGS = [
    "document;code;quote;status",
    "R1;lokal;Soffan knarrade hela natten.;manual",
    "R2;lokal;Soffan luktade illa.;accepted",
    "R3;lokal;Maten smakade gott.;rejected",
    "R4;lokal;Bussen kom.;suggested",
]
# Invented, in the form of mythes-sv.
THESAURUS = {"soffa": ["divan", "hund (om möbler)", "kanapé", "matta"], "knarra": ["sova"]}


def thesaurus(where):
    data, index = "UTF-8\n", ""
    for word, synonyms in THESAURUS.items():
        index += f"{word}|{len(data.encode())}\n"
        data += f"{word}|1\n(ord)|{'|'.join(synonyms)}\n"
    put(where, "th.dat", data)
    put(where, "th.idx", f"UTF-8\n{len(THESAURUS)}\n{index}")
    return os.path.join(where, "th")


def study(where, codings=CODINGS, codebook=CODEBOOK, words=WORDS):
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
    put(where, "codebook.csv", codebook)
    put(where, "respondents.csv", "id\n" + "".join(f"{person}\n" for person in words))
    for person, said in words.items():
        put(where, f"transcripts/{person}.txt", f"I: Hur var det?\nR: {said}\n")
    if codings:
        put(where, "codings/gemensam.csv", "\n".join(codings) + "\n")
    return where


def expand(*arguments, path="/nowhere/th"):
    return lyhord("codebook", "expand", *arguments, env=environment(LYHORD_THESAURUS=path))


def read(done):
    equal(done.returncode, 0, done.stderr.decode())
    rows = csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";")
    # a leading ' guards what a spreadsheet would run
    return [{name: re.sub(r"^'(?=[-+=@])", "", cell) for name, cell in row.items()} for row in rows]


def number(cell):
    return None if cell == "–" else float(cell.replace(",", "."))


def g2(a, b, c, d):
    """Dunning's, as R's glm has it: see tests/stats/test_keyness.c."""
    cells = [(a, c, a + b), (b, d, a + b), (c - a, c, c + d - a - b), (d - b, d, c + d - a - b)]
    total = sum(o * math.log(o * (c + d) / (row * column)) for o, row, column in cells if o)
    return math.copysign(2 * total, a * d - b * c)


# ---- by hand ----


@test
def the_words_of_coded_sentences_are_counted_against_the_rest_as_by_hand():
    """
    Inside: 4 words of R1 less 'knarrade', which a rule has, and 3 of R2. Near: 'Vakten log' twice.
    The rest: 4 + 3 of R1, 2 of R2, 3 + 2 + 4 + 2 of R3 and 2 + 2 + 2 + 4 + 2 of R4.
    """
    with folder() as where:
        done = expand(study(where))
        rows = {row["word"]: row for row in read(done)}
    sofa = rows["soffa"]
    wanted = {"code": "lokal", "source": "keyness", "of": "", "persons": "2", "documents": "2",
              "statements": "2", "inside": "2", "inside_words": "6", "rest": "0",
              "rest_words": "32", "document": "R1", "turn": "2"}
    equal({name: sofa[name] for name in wanted}, wanted)
    assert abs(number(sofa["g2"]) - g2(2, 0, 6, 32)) < 0.0051, sofa
    assert abs(number(sofa["log_ratio"]) - math.log2((2 / 6) / (0.5 / 32))) < 0.0051, sofa
    guard = rows["vakt"]
    equal([guard[name] for name in ("source", "inside", "inside_words", "statements")],
          ["near", "2", "4", "2"])
    # what a rule has, what one person says, closed classes and what is commoner elsewhere
    for word in ("knarra", "natt", "illa", "hund", "mat", "buss", "hel"):
        assert word not in rows, rows
    assert b"install mythes-sv" in done.stderr, done.stderr.decode()
    assert b"plats" in done.stderr, "a code without codings is told of"


@test
def a_part_that_compounds_share_is_proposed_though_nobody_says_it_alone():
    codings = CODINGS[:1] + ["R3;lokal;Vi vilade i väntrummet.;manual",
                             "R4;lokal;Där fanns bara samtalsrummet.;manual"]
    with folder() as where:
        rows = {row["word"]: row for row in read(expand(study(where, codings)))}
    row = rows["+rum"]
    equal([row[name] for name in ("source", "persons", "inside", "inside_words", "rest")],
          ["keyness", "2", "2", "8", "0"])
    assert "väntrum" not in rows and "samtalsrum" not in rows


@test
def words_of_codes_below_belong_to_neither_side():
    codings = CODINGS[:3] + ["R3;plats;Hunden skällde.;manual"]
    with folder() as where:
        rows = read(expand(study(where, codings)))
    sofa = next(row for row in rows if row["code"] == "lokal" and row["word"] == "soffa")
    equal((sofa["inside_words"], sofa["rest_words"]), ("6", "30"))


@test
def synonyms_are_ranked_by_use_and_those_nobody_says_only_shown_when_asked_for():
    with folder() as where:
        study(where)
        path = thesaurus(where)
        usual = [row for row in read(expand(where, path=path)) if row["source"] == "synonym"]
        all_of = [row for row in read(expand("--all", where, path=path))
                  if row["source"] == "synonym"]
    # hund: 4 times by three; sova, of the code's own rule: 3 times by three; matta: R1 alone
    equal([(row["word"], row["of"], row["persons"], row["rest"]) for row in usual],
          [("hund", "soffa", "3", "4"), ("sova", "knarra", "3", "3")])
    equal([(row["word"], row["persons"], row["document"]) for row in all_of][2:],
          [("divan", "0", ""), ("kanapé", "0", "")])
    equal(usual[0]["log_ratio"], "–")
    assert number(usual[0]["g2"]) < 0, usual


@test
def a_limit_and_a_code_bound_the_answer():
    with folder() as where:
        study(where)
        few = read(expand("--limit", "1", where))
        other = expand("--code", "plats", where)
        unknown = expand("--code", "sittplats", where)
        wrong = expand("--limit", "-1", where)
    equal(collections.Counter(row["source"] for row in few), {"keyness": 1, "near": 1})
    equal(other.returncode, 65)
    equal(unknown.returncode, 65)
    equal(wrong.returncode, 64)


@test
def without_decisions_nothing_is_learned_and_what_to_do_is_said():
    with folder() as where:
        study(where, codings=CODINGS[:1] + CODINGS[3:])
        done = expand(where)
    equal((done.returncode, done.stdout), (65, b""))
    assert b"code some interviews first" in done.stderr, done.stderr.decode()


@test
def the_codebook_stays_as_it_was_and_the_same_comes_twice():
    with folder() as where:
        study(where)
        path = thesaurus(where)
        first = expand("--all", where, path=path)
        second = expand("--all", where, path=path)
        with open(os.path.join(where, "codebook.csv"), encoding="utf-8") as file:
            equal(file.read(), CODEBOOK)
    equal(first.stdout, second.stdout)


@test
def a_screen_gets_words_and_json_all_figures():
    with folder() as where:
        study(where)
        text = expand("-f", "text", "--language", "sv", where).stdout.decode()
        plain = json.loads(expand("-f", "json", where).stdout)
    assert "G²" in text and "soffa" in text and "Hardie 2014" in text, text
    row = next(row for row in plain["rows"] if row["word"] == "soffa")
    equal((row["inside_words"], row["rest_words"], row["turn"]), (6, 32, 2))


@test
def the_thesaurus_that_setup_installs_has_what_is_proposed_from_it():
    """Read here by a few lines of its own: Debian's mythes-sv, in ISO 8859-1."""
    path = "/usr/share/mythes/th_sv_SE_v2"
    if not os.path.exists(path + ".dat"):
        raise Skipped("mythes-sv is not installed")
    synonyms, word = collections.defaultdict(set), None
    with open(path + ".dat", encoding="latin-1") as file:
        for line in list(file)[1:]:
            cells = line.strip().split("|")
            if line.startswith(("|", "(", "-|")):
                synonyms[word].update(cell.casefold() for cell in cells[1:])
            else:
                word = cells[0].casefold()
    rows = [row for row in read(expand("-q", "--all", "--limit", "0", SAMPLE, path=path))
            if row["source"] == "synonym"]
    # what somebody says is told as its lemma, whatever its form in the thesaurus
    bare = [(row["word"], of) for row in rows for of in row["of"].split("|") if of in synonyms
            and (row["persons"] == "0" or row["word"] in set().union(*synonyms.values()))]
    exact = [word in synonyms[of] for word, of in bare]
    assert len(rows) > 300 and len(bare) > 0.8 * len(rows), (len(rows), len(bare))
    assert sum(exact) > 0.95 * len(exact), (sum(exact), len(exact))


# ---- the sample, counted here ----


class Sample:
    """Every respondent's words with lemma and sentence, and the sentences people coded."""

    def __init__(self, where):
        shutil.copytree(SAMPLE, where, dirs_exist_ok=True)
        self.where = where
        self.turns = [row for row in read(lyhord("turns", "-q", where))
                      if row["role"] == "respondent"]
        self.text = {
            name: lyhord("turns", "-q", "--text", name, where).stdout.decode()
            for name in {turn["document"] for turn in self.turns}
        }
        self.fillers = set()
        with open(os.path.join(ROOT, "src/language/data/fillers.txt"), encoding="utf-8") as file:
            for line in file:
                self.fillers.update(line.split("#")[0].split())
        self.read_sentences()
        self.read_codings()

    def read_sentences(self):
        self.sentences = []  # document, turn, person, start, end, lemmas
        asides = {
            name: [match.span() for match in re.finditer(r"\[[^\]]*\]|\([^)]*\)", text)]
            for name, text in self.text.items()
        }
        grouped = collections.defaultdict(list)
        for row in read(lyhord("tokens", "-q", "--lemma", self.where)):
            grouped[row["document"], int(row["turn"]), int(row["sentence"])].append(row)
        spoken = {(turn["document"], int(turn["turn"])): turn["respondent"]
                  for turn in self.turns}
        for (name, turn, _), rows in sorted(grouped.items()):
            if (name, turn) not in spoken:
                continue
            words = [
                row for row in rows
                if any(c.isalnum() for c in row["token"])
                and re.sub(r"(.)\1+", r"\1", row["token"].casefold()) not in
                {re.sub(r"(.)\1+", r"\1", filler) for filler in self.fillers}
                and not any(s <= int(row["start"]) < e for s, e in asides[name])
            ]
            self.sentences.append((name, turn, spoken[name, turn], int(rows[0]["start"]),
                                   int(rows[-1]["end"]), [row["lemma"] for row in words]))

    def read_codings(self):
        self.coded = collections.defaultdict(set)  # code -> sentences
        with open(os.path.join(SAMPLE, "codings/gemensam.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter=";"):
                pattern = r"\s+".join(map(re.escape, row["quote"].split()))
                spans = [
                    match.span()
                    for turn in self.turns if turn["document"] == row["document"]
                    for match in re.finditer(pattern, self.text[row["document"]])
                    if int(turn["start"]) <= match.start() and match.end() <= int(turn["end"])
                ]
                equal(len(spans), 1, row["quote"])
                start, end = spans[0]
                for index, (name, _, _, first, last, _) in enumerate(self.sentences):
                    if name == row["document"] and first < end and start < last:
                        self.coded[row["code"]].add(index)

    def near(self, inside):
        return {
            index
            for index in range(len(self.sentences))
            if index not in inside
            for other in (index - 1, index + 1)
            if other in inside and self.sentences[other][:2] == self.sentences[index][:2]
        }

    def count(self, code):
        """(lemma, 'keyness' or 'near') -> figures as in the table."""
        inside = self.coded[code]
        near = self.near(inside)
        words = {"keyness": inside, "near": near}
        rest = [i for i in range(len(self.sentences)) if i not in inside and i not in near]
        size = {name: sum(len(self.sentences[i][5]) for i in where)
                for name, where in list(words.items()) + [("rest", rest)]}
        outside = collections.Counter(w for i in rest for w in self.sentences[i][5])
        counted = {}
        for source, where in words.items():
            times, persons = collections.Counter(), collections.defaultdict(set)
            for i in where:
                times.update(self.sentences[i][5])
                for word in self.sentences[i][5]:
                    persons[word].add(self.sentences[i][2])
            for word, many in times.items():
                counted[word, source] = {
                    "persons": len(persons[word]), "inside": many, "inside_words": size[source],
                    "rest": outside[word], "rest_words": size["rest"],
                }
        return counted


def left_out():
    """The closed classes of the program, read from its source."""
    words = set()
    for name in ("learning_words.c", "expansion_keys.c"):
        with open(os.path.join(ROOT, "src/coding/learning", name), encoding="utf-8") as file:
            words.update(re.findall(r'"([^"\s]+)"', file.read()))
    return words


def is_key(figures):
    key = g2(figures["inside"], figures["rest"], figures["inside_words"], figures["rest_words"])
    return figures["persons"] >= 2 and key >= 3.84


@test
def every_word_of_the_sample_has_the_figures_of_an_independent_count():
    """Without rules, so that every word counts; compounds by their parts are left to the test above."""
    with folder() as where, folder() as beside:
        here = Sample(where)
        with open(os.path.join(SAMPLE, "codebook.csv"), encoding="utf-8") as file:
            codes = [row["kod"] for row in csv.DictReader(file, delimiter=";")]
        book = put(beside, "book.csv", "kod;namn\n" + "".join(f"{c};{c}\n" for c in codes))
        rows = read(expand("-q", "--limit", "0", "--codebook", book, where))
    closed = left_out()
    plain = proposed = 0
    for code in codes:
        counted = here.count(code)
        shown = {(row["word"], row["source"]): row for row in rows if row["code"] == code}
        for (word, source), row in shown.items():
            proposed += 1
            if "+" in word:
                continue
            plain += 1
            figures = counted[word, source]
            equal({name: int(row[name]) for name in figures}, figures, f"{code} {word}")
            wanted = g2(*(figures[n] for n in ("inside", "rest", "inside_words", "rest_words")))
            assert abs(number(row["g2"]) - wanted) < 0.0051, (code, word)
        found = {word.strip("+") for word, _ in shown}
        for (word, source), figures in counted.items():
            if len(word) < 3 or not word.isalpha() or word in closed or word in found:
                continue
            alike = [row for (_, other), row in shown.items() if other == source
                     and all(int(row[name]) == figures[name] for name in ("inside", "persons"))]
            assert not is_key(figures) or alike, (code, word, source, figures)
    assert plain > 60 and proposed > plain, (plain, proposed)


main()
