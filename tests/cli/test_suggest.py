"""`suggest`: what is learned, solved and counted a second time here; and when nothing is suggested."""
import collections
import csv
import io
import json
import math
import os
import random

from small_study import put
from tap import SAMPLE, equal, folder, lyhord, main, test

C, INTERCEPT_VALUE, WORD_PERSONS, FOLDS = 3.0, 10.0, 3, 10

# A word as it is said and its lemma; none is a compound, and none is left out.
CALLS = {"ringer": "ringa", "luren": "lur", "signalen": "signal"}
ROOMS = {"stolen": "stol", "fönstret": "fönster", "väggen": "vägg"}
OTHERS = {
    "morgonen": "morgon", "vintern": "vinter", "fredagen": "fredag", "hunden": "hund",
    "bilen": "bil", "gatan": "gata", "huset": "hus", "boken": "bok",
}
LEMMAS = {**CALLS, **ROOMS, **OTHERS}
CODEBOOK = (
    "kod;regler;definition;när;inte_när;exempel\n"
    "telefon;{rule};d;x;y;z\nlokal;;d;x;y;z\nsvar;;d;x;y;z\n"
)


class Study:
    """People who speak of telephones and rooms; a share of what they say is coded amiss."""

    def __init__(self, where, people=12, each=12, amiss=0.2, seed=7, rule=""):
        self.where, self.random, self.amiss = where, random.Random(seed), amiss
        self.rows = []  # document, sentence, code: "" when nobody decided
        for number in range(people):
            self.speak(f"R{number + 1:02}", each + number % 4)
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
        put(where, "codebook.csv", CODEBOOK.format(rule=rule))
        for name in {row[0] for row in self.rows}:
            said = [f"I: Hur var det?\nR: {row[1]}\n" for row in self.rows if row[0] == name]
            put(where, f"transcripts/{name}.txt", "".join(said))
        self.code()

    def pick(self, words):
        words = list(words)
        return words[int(self.random.random() * len(words))]

    def speak(self, name, count):
        said = set()
        while len(said) < count:
            code = self.pick(["telefon", "lokal"])
            words = self.pick(CALLS if code == "telefon" else ROOMS), *map(
                self.pick, [OTHERS, OTHERS]
            )
            sentence = "Det " + " ".join(words) + "."
            if sentence in said:
                continue
            said.add(sentence)
            if self.random.random() < self.amiss:
                code = self.pick(["telefon", "lokal", "svar"])
            self.rows.append((name, sentence, "" if self.random.random() < 0.1 else code))

    def code(self, more=()):
        rows = ["document;code;polarity;status;coder;quote;rule"]
        rows += [f"{n};{code};0;manual;mira;{said};" for n, said, code in self.rows if code]
        put(self.where, "codings/gemensam.csv", "\n".join([*rows, *more]) + "\n")

    def decided(self, code):
        """Rows to learn from: person, lemmas, 1 or 0; a person a document, documents by name."""
        for name, said, given in sorted(self.rows, key=lambda row: row[0]):
            if given:
                words = said.rstrip(".").split()[1:]
                yield name, sorted({LEMMAS[word] for word in words}), int(given == code)


def run(*arguments, exit=0, **more):
    done = lyhord("suggest", *arguments, **more)
    equal(done.returncode, exit, done.stderr.decode())
    return done


def rows_of(*arguments, **more):
    done = run(*arguments, **more)
    return list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))


def number(cell):
    return float(cell.replace(",", "."))


# ---- the same model, by Newton's method on all of the matrix ----


def solve(matrix, right):
    size = len(right)
    rows = [row[:] + [value] for row, value in zip(matrix, right)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda j: abs(rows[j][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            for k in range(i, size + 1):
                rows[j][k] -= factor * rows[i][k]
    found = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][k] * found[k] for k in range(i + 1, size))
        found[i] = (rows[i][size] - rest) / rows[i][i]
    return found


class Model:
    def __init__(self, rows):
        said_by = collections.defaultdict(set)
        for person, words, _ in rows:
            for word in words:
                said_by[word].add(person)
        self.words = sorted(word for word in said_by if len(said_by[word]) >= WORD_PERSONS)
        self.index = {word: i for i, word in enumerate(self.words)}
        self.w = [0.0] * (len(self.words) + 1)
        for _ in range(30):
            self.step([(self.row(words), y) for _, words, y in rows])

    def row(self, words):
        known = [self.index[word] for word in words if word in self.index]
        cells = {i: 1 / math.sqrt(len(known)) for i in known}
        return {**cells, len(self.words): INTERCEPT_VALUE}

    def p(self, row):
        return 1 / (1 + math.exp(-sum(self.w[i] * value for i, value in row.items())))

    def step(self, rows):
        size = len(self.w)
        gradient = self.w[:]
        curve = [[float(i == j) for j in range(size)] for i in range(size)]
        for row, y in rows:
            p = self.p(row)
            for i, one in row.items():
                gradient[i] += C * (p - y) * one
                for j, two in row.items():
                    curve[i][j] += C * p * (1 - p) * one * two
        self.w = [w - step for w, step in zip(self.w, solve(curve, gradient))]

    def score(self, words):
        return math.floor(self.p(self.row(words)) * 1e4 + 0.5) / 1e4


def folds_of(rows):
    sizes = collections.Counter(name for name, _, _ in rows)
    filled = [0] * min(FOLDS, len(sizes))
    fold = {}
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        fold[name] = filled.index(min(filled))
        filled[fold[name]] += sizes[name]
    return fold, len(filled)


def scored(rows):
    fold, count = folds_of(rows)
    found = []
    for left_out in range(count):
        model = Model([row for row in rows if fold[row[0]] != left_out])
        found += [(model.score(row[1]), row[2]) for row in rows if fold[row[0]] == left_out]
    return found


def average_precision(found):
    """Recall by recall; what scores alike comes at once."""
    positive, total = sum(y for _, y in found), 0.0
    for score in sorted({score for score, _ in found}):
        here = sum(y for s, y in found if s == score)
        above = [y for s, y in found if s >= score]
        total += here / positive * sum(above) / len(above)
    return total


def auc(found):
    ones = [s for s, y in found if y]
    zeros = [s for s, y in found if not y]
    right = sum((a > b) + (a == b) / 2 for a in ones for b in zeros)
    return right / len(ones) / len(zeros)


@test
def the_words_weigh_what_a_second_solver_gives_them():
    with folder() as where:
        study = Study(where)
        for code in ("telefon", "lokal"):
            model = Model(list(study.decided(code)))
            got = {row["word"]: row for row in rows_of("--words", "-q", where, "--limit", "99",
                                                       "--code", code)}
            equal(sorted(got), model.words, code)
            for word, weight in zip(model.words, model.w):
                assert abs(number(got[word]["weight"]) - weight) < 2e-4, (word, weight)
                rows = [row for row in study.decided(code) if word in row[1]]
                equal(int(got[word]["persons"]), len({row[0] for row in rows}), word)
                equal(int(got[word]["positive"]), sum(row[2] for row in rows), word)
                equal(int(got[word]["negative"]), sum(not row[2] for row in rows), word)


@test
def the_measures_are_those_of_models_fitted_again_fold_by_fold():
    with folder() as where:
        study = Study(where)
        got = {row["code"]: row for row in rows_of("--measure", "-q", where)}
        for code in ("telefon", "lokal"):
            rows, row = list(study.decided(code)), got[code]
            found = scored(rows)
            positive = sum(y for _, y in found)
            base = positive / len(found)
            said = [y for score, y in found if score > base]
            wanted = {
                "positive": positive,
                "other": len(rows) - positive,
                "rejected": 0,
                "folds": 10,
                "base_rate": base,
                "average_precision": average_precision(found),
                "auc": auc(found),
                "precision": sum(said) / len(said),
                "recall": sum(said) / positive,
                "brier": sum((score - y) ** 2 for score, y in found) / len(found),
                "brier_base": base * (1 - base),
            }
            for name, value in wanted.items():
                assert abs(number(row[name]) - value) < 3e-4, (code, name, row[name], value)
            equal(row["status"], "suggests", code)
        equal(got["svar"]["status"], "few")


@test
def what_parts_the_codes_weighs_most_and_what_nobody_decided_is_ranked():
    with folder() as where:
        study = Study(where, amiss=0)
        words = rows_of("--words", "-q", where, "--code", "telefon", "--limit", "6")
        equal({row["word"] for row in words}, {*CALLS.values(), *ROOMS.values()})
        for row in words:
            equal(number(row["weight"]) > 0, row["word"] in CALLS.values(), row["word"])
        undecided = {(name, said) for name, said, code in study.rows if not code}
        calls = {row for row in undecided if any(word in row[1] for word in CALLS)}
        found = rows_of("-q", where, "--code", "telefon", "--limit", "99")
        equal({(row["document"], row["quote"]) for row in found[: len(calls)]}, calls)
        equal([int(row["rank"]) for row in found], list(range(1, len(found) + 1)))
        scores = [number(row["score"]) for row in found]
        equal(scores, sorted(scores, reverse=True))
        for row in found:
            assert (row["document"], row["quote"]) in undecided, row
            text = lyhord("turns", "-q", "--text", row["document"], where).stdout.decode()
            equal(text[int(row["start"]) : int(row["end"])], row["quote"])
            word, weight = row["words"].split("; ")[0].rsplit(" ", 1)
            assert word in CALLS.values() and number(weight) > 0, row
        equal(len(rows_of("-q", where, "--code", "telefon", "--limit", "2")), 2)


@test
def answers_to_a_survey_are_learned_from_as_a_document_a_person():
    """The same sentences, each person's an interview and then an answer to one question: the same is learned."""
    with folder() as where:
        study = Study(where)
        options = (["--measure"], ["--words"], [])
        told = [rows_of(where, "-q", *option) for option in options]
        people = sorted({row[0] for row in study.rows})
        for name in people:
            os.remove(os.path.join(where, f"transcripts/{name}.txt"))
        said = {name: " ".join(row[1] for row in study.rows if row[0] == name) for name in people}
        put(where, "questions.csv", "fråga;text;typ;alternativ\n1;Hur var det?;text;\n")
        put(where, "survey.csv", "id;1\n" + "".join(f"{name};{said[name]}\n" for name in people))
        put(where, "codings/gemensam.csv", "document;respondent;code;polarity;status;coder;quote;start;end\n")
        text = lyhord("turns", "--text", "survey-1", where).stdout.decode()
        rows = ["document;respondent;code;polarity;status;coder;quote;start;end"]
        for name, sentence, code in study.rows:
            start = text.index(sentence, text.index(f"\n{name}: "))
            rows += [f"survey-1;{name};{code};0;manual;mira;{sentence};{start};{start + len(sentence)}"] * bool(code)
        put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
        again = [rows_of(where, "-q", *option) for option in options]
        equal(again[:2], told[:2])
        assert told[2] and {row["document"] for row in again[2]} == {"survey-1"}, again[2]
        equal([(row["code"], row["respondent"], row["score"], row["quote"]) for row in again[2]],
              [(row["code"], row["respondent"], row["score"], row["quote"]) for row in told[2]])


@test
def on_a_screen_it_is_a_list_to_read():
    with folder() as where:
        Study(where, amiss=0)
        first = rows_of("-q", where, "--code", "telefon", "--limit", "1")[0]
        asked = ("-q", where, "--code", "telefon", "--limit", "1", "-f", "text")
        told = run(*asked, "--language", "en").stdout.decode().split("\n")
        score = f"{number(first['score']):.2f}"
        equal(told[0], "telefon: 1 sentence to read")
        assert told[1].startswith(f"  1. {first['document']}, turn {first['turn']}, "), told
        assert told[1].endswith(f"alike, {score}"), told
        equal(told[2].strip(), first["quote"])
        equal(told[3].strip(), "words that weigh: " + first["words"].replace(",", "."))
        (word,) = rows_of(*asked[:-2], "--words")
        told = run(*asked, "--words", "--language", "en").stdout.decode().split("\n")
        assert told[1].startswith(f"  {number(word['weight']):+.2f}  {word['word']} ("), told
        assert f"persons {word['persons']}, " in told[1], told


@test
def labels_that_mean_nothing_suggest_nothing_and_that_is_said():
    with folder() as where:
        Study(where, people=16, amiss=1, seed=3)
        done = run(where, "--code", "telefon")
        equal(done.stdout.decode().count("\n"), 1)
        assert "no better than chance" in done.stderr.decode(), done.stderr
        equal(rows_of("-q", "--words", where, "--code", "telefon"), [])
        (row,) = rows_of("-q", "--measure", where, "--code", "telefon")
        equal(row["status"], "chance")
        said = run("--measure", where, "-f", "text", "--language", "en").stdout.decode()
        assert "no better" in said, said


@test
def too_few_decisions_are_no_mistake_and_it_is_said_how_many_are_missing():
    with folder() as where:
        study = Study(where, people=4)
        done = run(where)
        equal(done.stdout.decode().count("\n"), 1)
        told = done.stderr.decode()
        with_it = sum(code == "telefon" for _, _, code in study.rows)
        without = sum(code not in ("telefon", "") for _, _, code in study.rows)
        assert (
            f"about 'telefon' to learn from; still missing are sentences with it: "
            f"{max(0, 20 - with_it)}, and without it: {max(0, 20 - without)}; "
            "persons: 1 and 1; documents: 0 and 0" in told
        ), told
        os.remove(os.path.join(where, "codings/gemensam.csv"))
        told = run(where).stderr.decode()
        assert "nobody has decided anything: 3;" in told, told


@test
def a_rejected_coding_is_counted_apart():
    with folder() as where:
        study = Study(where)
        open_rows = [(name, said) for name, said, code in study.rows if not code]
        study.code([f"{n};telefon;0;rejected;mira;{said};" for n, said in open_rows])
        got = {row["code"]: row for row in rows_of("--measure", "-q", where)}
        equal(int(got["telefon"]["rejected"]), len(open_rows))
        equal(int(got["lokal"]["rejected"]), 0)
        equal(rows_of("-q", where, "--code", "telefon"), [])


# ---- never mixed with what rules find, nor counted before somebody says yes ----


def tallied(where, *more):
    done = lyhord("tally", "-q", "--unit", "hits", where, *more)
    equal(done.returncode, 0, done.stderr.decode())
    return done.stdout


@test
def a_models_suggestions_are_counted_nowhere_until_somebody_accepts_them():
    with folder() as where:
        study = Study(where, rule="signalen")
        counted, suggested = tallied(where), tallied(where, "--suggested")
        assert counted != suggested
        codings = run("--codings", "-q", where).stdout.decode()
        rows = list(csv.DictReader(io.StringIO(codings), delimiter=";"))
        assert rows and any("signalen" in row["quote"] for row in rows)
        for row in rows:
            equal((row["status"], row["coder"], row["polarity"]), ("suggested", "modell", "0"))
            assert row["rule"].startswith("modell: "), row
        own = [f"{r['document']};{r['code']};0;{{}};{{}};{r['quote']};{{}}" for r in rows]
        for coder, rule in (("modell", ""), ("mira", "modell: lur +0,5")):
            study.code([row.format("suggested", coder, rule) for row in own])
            equal(tallied(where), counted, coder)
            equal(tallied(where, "--suggested"), suggested, coder)
        stats = lyhord("codebook", "stats", "-q", where)
        equal(stats.returncode, 0, stats.stderr.decode())
        for row in csv.DictReader(io.StringIO(stats.stdout.decode()), delimiter=";"):
            equal(row["undecided"], "0", row)
        study.code([row.format("accepted", "mira", "modell: lur +0,5") for row in own])
        assert tallied(where) != counted


@test
def codings_of_a_model_are_a_file_of_their_own_that_can_be_gone_through():
    with folder() as where:
        Study(where)
        path = os.path.join(where, "codings", "modell.csv")
        run("--codings", "-q", where, "-o", path, "--limit", "5")
        status = json.loads(lyhord("status", where, "-f", "json", "--language", "en").stdout)
        counted = {row["what"]: row["number"] for row in status["rows"]}
        equal(counted["suggestions to go through"], 0)
        found = rows_of("-q", where, "--limit", "5")
        with open(path, encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        key = "document respondent turn start end code quote".split()
        equal(
            sorted(tuple(row[name] for name in key) for row in rows),
            sorted(tuple(row[name] for name in key) for row in found),
        )
        done = run("--codings", where, "-o", path, exit=65)
        assert "may hold what people" in done.stderr.decode(), done.stderr
        # what lies there is neither counted nor learned from: gemensam.csv is
        equal(rows_of("-q", where, "--limit", "5"), found)
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\ncodings = modell\n")
        equal(lyhord("tally", "-q", where).returncode, 65)
        equal(rows_of("-q", where), [])
        os.rename(os.path.join(where, "codings/gemensam.csv"),
                  os.path.join(where, "codings/mira.csv"))
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n")
        run(where, exit=65)


# ---- as every command ----


@test
def the_same_study_gives_the_same_bytes_and_json_the_same_numbers():
    for answer in ([], ["--words"], ["--measure"], ["--codings"]):
        one = run(*answer, "-q", SAMPLE).stdout
        equal(run(*answer, "-q", SAMPLE).stdout, one, answer)
        assert one.count(b"\n") > 3, answer
    found = rows_of("-q", SAMPLE)
    told = json.loads(run("-q", SAMPLE, "-f", "json").stdout)
    equal(len(told), len(found))
    for one, two in zip(found, told):
        equal(one["quote"], two["quote"])
        assert abs(number(one["score"]) - two["score"]) < 1e-9
    words = rows_of("-q", "--words", SAMPLE, "--limit", "99")
    assert all(int(row["persons"]) >= WORD_PERSONS for row in words)


@test
def what_is_asked_wrongly_is_said():
    with folder() as where:
        Study(where)
        run("--words", "--measure", where, exit=64)
        run("--limit", "0", where, exit=64)
        run("--codings", "-f", "json", where, exit=64)
        done = run("--code", "väntan", where, exit=65)
        assert "'väntan' is no code" in done.stderr.decode()
        run(os.path.join(where, "transcripts/R01.txt"), exit=65)


main()
