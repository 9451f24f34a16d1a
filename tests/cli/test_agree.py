"""`agree`, counted once more from the codings and the texts, and against R's psych and vcd."""
import collections
import csv
import itertools
import json
import os
import random
import re
import shutil
import subprocess

from small_study import put, small_study
from tap import SAMPLE, Skipped, equal, folder, lineages, lyhord, main, rows_in, test

UNITS = ("document", "sentence", "statement", "turn")
CODERS = ("mira", "sam")


def rows_of(*arguments, exit=0, **more):
    return rows_in(lyhord("agree", *arguments, **more), exit)


def by_code(*arguments, **more):
    return {row["code"]: row for row in rows_of(*arguments, **more)}


def number(cell):
    return None if cell == "–" else float(cell.replace(",", "."))


def near(got, wanted, what):
    if wanted is None:
        equal(got, "–", what)
    else:
        assert abs(number(got) - wanted) < 0.00006, f"{what}: got {got}, wanted {wanted}"


# ---- the measures, as the books have them ----


def kappa(first, second):
    units = len(first)
    alike = sum(a == b for a, b in zip(first, second)) / units
    chance = sum(
        (first.count(value) / units) * (second.count(value) / units)
        for value in set(first) | set(second)
    )
    return None if chance == 1 else (alike - chance) / (1 - chance)


def alpha(coders):
    """Coincidences, pair by pair; None is a missing value."""
    seen = collections.Counter()
    for values in zip(*coders):
        values = [value for value in values if value is not None]
        for one, two in itertools.permutations(values, 2):
            seen[one, two] += 1 / (len(values) - 1)
    of = collections.Counter()
    for (one, _), weight in seen.items():
        of[one] += weight
    total = sum(of.values())
    expected = sum(of[a] * of[b] for a in of for b in of if a != b) / (total - 1)
    observed = sum(weight for (one, two), weight in seen.items() if one != two)
    return None if expected == 0 else 1 - observed / expected


# ---- the sample, counted here ----


class Sample:
    """Respondents' turns and sentences of the sample, and where each coder's quotes stand."""

    def __init__(self):
        self.turns, self.sentences, self.text = [], [], {}
        for row in rows_in(lyhord("turns", "-q", SAMPLE)):
            if row["role"] == "respondent":
                span = int(row["start"]), int(row["end"])
                self.turns.append((row["document"], *span))
        self.documents = sorted({turn[0] for turn in self.turns})
        for name in self.documents:
            self.text[name] = lyhord("turns", "-q", "--text", name, SAMPLE).stdout.decode()
        self.find_sentences()
        self.codings = {coder: list(self.codings_of(coder)) for coder in CODERS}

    def find_sentences(self):
        found = collections.defaultdict(list)
        for row in rows_in(lyhord("tokens", "-q", SAMPLE)):
            key = row["document"], row["turn"], row["sentence"]
            found[key].append((int(row["start"]), int(row["end"])))
        for (name, *_), spans in found.items():
            start, end = spans[0][0], spans[-1][1]
            is_said = any(n == name and s <= start < e for n, s, e in self.turns)
            if is_said and not self.is_all_aside(name, spans):
                self.sentences.append((name, start, end))

    def is_all_aside(self, name, spans):
        asides = [match.span() for match in self.asides(name)]
        return all(any(s <= start and end <= e for s, e in asides) for start, end in spans)

    def asides(self, name):
        return re.finditer(r"\[[^\]]*\]|\([^)]*\)", self.text[name])

    def codings_of(self, coder):
        """(document, start, end, code): a child's coding is one of all above it too."""
        path = os.path.join(SAMPLE, "codings", coder + ".csv")
        above = lineages(os.path.join(SAMPLE, "codebook.csv"))
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter=";"):
                if row["status"] in ("manual", "accepted"):
                    for code in above[row["code"]]:
                        yield (row["document"], *self.place_of(row), code)

    def place_of(self, row):
        name, quote = row["document"], row["quote"]
        pattern = re.compile(r"\s+".join(map(re.escape, quote.split())))
        places = [
            match.span()
            for turn, start, end in self.turns
            if turn == name
            for match in pattern.finditer(self.text[name], start, end)
        ]
        assert len(places) == 1, (name, quote, places)
        return places[0]

    def statements(self):
        covered = collections.defaultdict(set)
        for name, start, end, _ in itertools.chain(*self.codings.values()):
            covered[name].update(range(start, end))
        for name in sorted(covered):
            start = last = None
            for at in sorted(covered[name]):
                if start is not None and at > last + 1:
                    yield name, start, last + 1
                start = at if start is None or at > last + 1 else start
                last = at
            yield name, start, last + 1

    def units(self, kind):
        if kind == "document":
            return [(name, 0, len(self.text[name])) for name in self.documents]
        if kind == "statement":
            return list(self.statements())
        if kind == "sentence":
            return self.sentences
        spoken = {
            turn
            for turn in self.turns
            for name, start, end in self.sentences
            if turn[0] == name and turn[1] <= start < turn[2]
        }
        return sorted(spoken)

    def on(self, coder, unit, code=None):
        name, start, end = unit
        return any(
            n == name and s < end and start < e and code in (None, c)
            for n, s, e, c in self.codings[coder]
        )


_samples = []


def sample():
    if not _samples:
        _samples.append(Sample())
    return _samples[0]


def check_sample(kind, coded_only):
    here = sample()
    units = here.units(kind)
    if coded_only:
        units = [unit for unit in units if any(here.on(coder, unit) for coder in CODERS)]
    options = ["--coded-only"] if coded_only else []
    table = by_code("-q", "--unit", kind, *options, SAMPLE)
    equal(list(table), list(lineages(os.path.join(SAMPLE, "codebook.csv"))))
    for code, row in table.items():
        values = [[here.on(coder, unit, code) for unit in units] for coder in CODERS]
        alike = sum(a == b for a, b in zip(*values))
        what = f"{kind} {code} {options}"
        equal((row["unit"], row["coders"], row["units"]), (kind, "2", str(len(units))), what)
        assert abs(number(row["percent"]) - 100 * alike / len(units)) < 0.0051, what
        near(row["kappa"], kappa(*values), what + " kappa")
        near(row["alpha"], alpha(values), what + " alpha")


@test
def the_sample_gives_the_same_counted_by_hand_in_every_unit():
    for kind in UNITS:
        check_sample(kind, False)


@test
def and_the_same_where_only_coded_units_count():
    for kind in UNITS:
        check_sample(kind, True)


@test
def the_list_of_disagreements_is_all_there_is_to_talk_about():
    here = sample()
    wanted = set()
    for unit in here.units("sentence"):
        for code in {coding[3] for coding in itertools.chain(*here.codings.values())}:
            said = [here.on(coder, unit, code) for coder in CODERS]
            if len(set(said)) == 2:
                wanted.add((*unit, code, *said))
    above = lineages(os.path.join(SAMPLE, "codebook.csv"))
    wanted -= {  # told of the child, where they say the same
        (*unit, up, mira, sam)
        for *unit, code, mira, sam in wanted
        for up in above[code] - {code}
    }
    found = rows_of("-q", "--disagreements", SAMPLE)
    equal(
        {
            (
                row["document"], int(row["start"]), int(row["end"]), row["code"],
                row["coder:mira"] == "1", row["coder:sam"] == "1",
            )
            for row in found
        },
        wanted,
    )
    equal(len(found), len(wanted))
    for row in found:
        span = slice(int(row["start"]), int(row["end"]))
        equal(row["text"], here.text[row["document"]][span])


@test
def an_interval_holds_its_alpha_and_is_the_same_again():
    first, second = (by_code("-q", SAMPLE) for _ in range(2))
    equal(first, second)
    told = [row for row in first.values() if row["alpha_low"] != "–"]
    assert len(told) > 8
    for row in told:
        low, value, high = (number(row[n]) for n in ("alpha_low", "alpha", "alpha_high"))
        assert low < value < high, row


@test
def a_study_compares_its_coders_and_not_what_they_decided_together():
    named = [os.path.join(SAMPLE, "codings", coder + ".csv") for coder in CODERS]
    equal(rows_of("-q", SAMPLE), rows_of("-q", *named))
    three = rows_of("-q", *named, os.path.join(SAMPLE, "codings/gemensam.csv"))
    equal({row["coders"] for row in three}, {"3"})


# ---- codings that stand alone ----


def coder_file(where, name, documents, code="a"):
    rows = "".join(f"{document};{code};x\n" for document in documents)
    return put(where, f"{name}.csv", "document;code;quote\n" + rows)


def list_file(where, documents):
    return put(where, "list.csv", "document;file\n" + "".join(f"{d};\n" for d in documents))


def compared(where, *coders, documents, more=()):
    """What a matrix of 0 and 1 gives, a string a coder and a character a document; `.` is not read."""
    files = [
        coder_file(where, f"k{i}", [d for d, said in zip(documents, coder) if said == "1"])
        for i, coder in enumerate(coders)
    ]
    rows = [
        f"{d};;{'|'.join(f'k{i}' for i, coder in enumerate(coders) if coder[n] != '.')}\n"
        for n, d in enumerate(documents)
        if any(coder[n] != "." for coder in coders)  # an empty cell is everyone
    ]
    listed = put(where, "list.csv", "document;file;coders\n" + "".join(rows))
    return by_code("-q", "--unit", "document", "--documents", listed, *more, *files)["a"]


@test
def pure_chance_gives_a_kappa_of_nought():
    documents = [f"D{n}" for n in range(1000)]
    with folder() as where:
        first = coder_file(where, "anna", documents[:900])
        second = coder_file(where, "bo", documents[:810] + documents[910:])
        listed = list_file(where, documents)
        row = by_code("-q", "--unit", "document", "--documents", listed, first, second)["a"]
        equal((row["units"], row["percent"], row["kappa"]), ("1000", "82,00", "0,0000"))


@test
def without_a_list_the_documents_nobody_coded_are_missed_and_that_is_said():
    with folder() as where:
        first = coder_file(where, "anna", ["D1", "D2"])
        second = coder_file(where, "bo", ["D2", "D3"])
        done = lyhord("agree", "--unit", "document", first, second)
    equal(done.returncode, 0)
    assert b"--documents" in done.stderr, done.stderr.decode()
    assert b"document;a;2;3;33,33;" in done.stdout, done.stdout.decode()


@test
def the_binary_example_of_krippendorff_2011_gives_its_alpha():
    documents = [f"D{n}" for n in range(10)]
    with folder() as where:
        row = compared(where, "0100000010", "1110010000", documents=documents)
    equal(row["alpha"], "0,0952")


@test
def three_coders_and_missing_values_are_as_counted_by_hand():
    dice = random.Random(7)
    documents = [f"D{n}" for n in range(60)]
    truth = [dice.random() < 0.4 for _ in documents]
    coders = [
        "".join("." if dice.random() < 0.2 else "01"[t != (dice.random() < 0.15)] for t in truth)
        for _ in range(3)
    ]
    with folder() as where:
        row = compared(where, *coders, documents=documents)
    values = [[None if said == "." else said for said in coder] for coder in coders]
    near(row["alpha"], alpha(values), "alpha")
    pairs = []
    for one, two in itertools.combinations(values, 2):
        both = [(a, b) for a, b in zip(one, two) if None not in (a, b)]
        pairs.append(kappa([a for a, _ in both], [b for _, b in both]))
    near(row["kappa"], sum(pairs) / 3, "kappa")


def in_r(program):
    if not shutil.which("Rscript"):
        raise Skipped("R is not installed")
    done = subprocess.run(["Rscript", "-e", program], capture_output=True, timeout=120)
    if done.returncode != 0:
        raise Skipped("R lacks psych or vcd")
    return [float(word) for word in done.stdout.decode().split()]


@test
def kappa_is_that_of_psych_and_vcd_in_r():
    dice = random.Random(11)
    documents = [f"D{n}" for n in range(80)]
    coders = ["".join(dice.choice("001") for _ in documents) for _ in range(3)]
    columns = [f"c({','.join(coder)})" for coder in coders]
    psych, light, vcd = in_r(
        "suppressMessages({library(psych); library(vcd)});"
        f"x <- cbind({','.join(columns)});"
        "cat(cohen.kappa(x[, 1:2])$kappa, cohen.kappa(x)$av.kappa,"
        "Kappa(table(factor(x[, 1], 0:1), factor(x[, 2], 0:1)))$Unweighted[1])"
    )
    with folder() as where:
        two = compared(where, *coders[:2], documents=documents)
        three = compared(where, *coders, documents=documents)
    near(two["kappa"], psych, "psych")
    near(two["kappa"], vcd, "vcd")
    near(three["kappa"], light, "psych, the mean over pairs")


@test
def what_is_not_defined_is_no_number():
    with folder() as where:
        row = compared(where, "111", "111", documents=["X", "Y", "Z"])
    equal((row["percent"], row["kappa"], row["alpha"], row["alpha_low"]), ("100,00", "–", "–", "–"))


@test
def alpha_below_the_limit_exits_one():
    with folder() as where:
        documents = [f"D{n}" for n in range(10)]
        compared(where, "0100000010", "1110010000", documents=documents, more=["--min-alpha", "0.09"])
        files = [os.path.join(where, f"k{i}.csv") for i in range(2)]
        asked = ["--unit", "document", "--documents", os.path.join(where, "list.csv"), *files]
        done = lyhord("agree", *asked, "--min-alpha", "0,1")
        equal(done.returncode, 1, done.stderr.decode())
        assert done.stdout and b"0,0952" in done.stdout
        equal(lyhord("agree", *asked, "--min-alpha", "mycket").returncode, 64)
        equal(lyhord("agree", *asked, "--min-alpha", "2").returncode, 64)
        whole = [coder_file(where, name, documents) for name in ("ett", "tu")]
        done = lyhord("agree", "--unit", "document", "--min-alpha", "0", *whole)
        equal(done.returncode, 1, "no α at all")


@test
def one_coder_alone_is_refused_however_often_the_codings_overlap():
    with folder() as where:
        alone = put(where, "anna.csv", "document;code;quote;coder\nX;a;x;anna\nX;a;x;anna\n")
        for files in ([alone], [alone, alone]):
            done = lyhord("agree", "--unit", "document", *files)
            equal((done.returncode, done.stdout), (65, b""), done.stderr.decode())


@test
def one_file_may_hold_several_coders():
    with folder() as where:
        text = "document;code;quote;coder\nX;a;x;anna\nX;a;x;bo\nY;a;x;bo\n"
        rows = by_code("--unit", "document", put(where, "alla.csv", text))
        equal((rows["a"]["coders"], rows["a"]["units"], rows["a"]["percent"]), ("2", "2", "50,00"))


@test
def statements_without_texts_are_where_the_files_say():
    heading = "document;start;end;code;quote\n"
    with folder() as where:
        first = put(where, "anna.csv", heading + "X;0;10;a;\nX;8;20;b;\nX;40;50;a;fyra\n")
        second = put(where, "bo.csv", heading + "X;15;25;a;\nY;1;2;a;\n")
        rows = by_code("-q", "--unit", "statement", first, second)
        equal(rows["a"]["units"], "3")
        equal(rows["a"]["percent"], "33,33")
        told = rows_of("-q", "--unit", "statement", "--disagreements", first, second)
    equal(
        [(row["document"], row["start"], row["end"], row["code"], row["text"]) for row in told],
        [("X", "0", "25", "b", ""), ("X", "40", "50", "a", "fyra"), ("Y", "1", "2", "a", "")],
    )


@test
def with_a_codebook_children_count_for_their_parents():
    with folder() as where:
        book = put(where, "bok.csv", "kod;överordnad\nö;\nett;ö\ntvå;ö\n")
        first = put(where, "anna.csv", "document;code;quote\nX;ett;x\nY;två;x\n")
        second = put(where, "bo.csv", "document;code;quote\nX;två;x\n")
        listed = list_file(where, ["X", "Y", "Z"])
        asked = ["-q", "--unit", "document", "--documents", listed, "--codebook", book]
        rows = by_code(*asked, first, second)
        told = rows_of(*asked, "--disagreements", first, second)
        unknown = put(where, "eva.csv", "document;code;quote\nX;tre;x\n")
        done = lyhord("agree", *asked, first, unknown)
    equal([rows[code]["percent"] for code in ("ö", "ett", "två")], ["66,67", "66,67", "33,33"])
    equal(
        [(row["document"], row["code"]) for row in told],
        [("X", "ett"), ("X", "två"), ("Y", "två")],
    )
    equal(done.returncode, 65)
    assert b"code-unknown" in done.stderr, done.stderr.decode()


# ---- loose transcripts ----


def loose(where):
    for name, words in (("R1", "Ett ord. Två ord. Tre ord."), ("R2", "Fyra ord. Fem ord.")):
        put(where, f"texter/{name}.txt", f"I: Hur var det?\nB: {words}\nI: Jaha?\nB: Slut.\n")
    put(where, "anna.csv", "document;code;quote\nR1;a;Ett ord\nR2;b;Slut.\n")
    put(where, "bo.csv", "document;code;quote\nR1;a;Ett ord.\nR1;b;ord. Tre\n")
    put(where, "list.csv", "document;file\nR1;texter/R1.txt\nR2;texter/R2.txt\n")
    return [os.path.join(where, name + ".csv") for name in ("anna", "bo")]


@test
def a_list_of_files_brings_the_units_that_nobody_coded():
    with folder() as where:
        files = loose(where)
        listed = ["--documents", os.path.join(where, "list.csv")]
        rows = by_code("--unit", "sentence", *listed, *files)
        equal((rows["a"]["units"], rows["a"]["kappa"]), ("7", "1,0000"))
        equal(rows["b"]["percent"], "57,14")
        equal(by_code("--unit", "turn", *listed, *files)["b"]["units"], "4")
        coded = by_code("--unit", "sentence", "--coded-only", *listed, *files)
        equal(coded["b"]["units"], "4")


@test
def a_coder_who_has_not_read_a_document_is_left_out_of_it():
    with folder() as where:
        files = loose(where)
        listed = ["--documents", os.path.join(where, "list.csv")]
        said = lyhord("agree", *listed, *files)
        assert b"agree-silent" in said.stderr, said.stderr.decode()
        put(where, "list.csv", "document;file;coders\nR1;texter/R1.txt;\nR2;texter/R2.txt;anna\n")
        rows = by_code(*listed, *files)
        equal(rows["b"]["units"], "4")


@test
def mistakes_are_told_with_their_places_in_one_run():
    with folder() as where:
        files = loose(where)
        put(where, "anna.csv", "document;code;quote\nR1;a;Ett ord\nR1;a;Elva ord\nR2;a;Tolv\n")
        done = lyhord("agree", "--documents", os.path.join(where, "list.csv"), *files)
        told = done.stderr.decode()
        equal((done.returncode, done.stdout), (65, b""), told)
        assert "anna.csv:3:6: error" in told and "anna.csv:4:6: error" in told, told


@test
def a_list_with_mistakes_is_refused():
    with folder() as where:
        files = loose(where)
        for text, place in (
            ("document;file\nR1;\n", ":2:1:"),
            ("document;file\nR1;texter/R1.txt\nR1;texter/R1.txt\n", ":3:1:"),
            ("document;file\nR3;texter/R1.txt\n", ":2:1:"),
            ("document;file;coders\nR1;texter/R1.txt;eva\n", ":2:1:"),
        ):
            listed = put(where, "list.csv", text)
            done = lyhord("agree", "--documents", listed, *files)
            equal((done.returncode, done.stdout), (65, b""), done.stderr.decode())
            assert f"list.csv{place} error" in done.stderr.decode(), done.stderr.decode()
        put(where, "list.csv", "document;file\nR1;texter/R9.txt\n")
        equal(lyhord("agree", "--documents", listed, *files).returncode, 66)


@test
def sentences_without_texts_are_asked_for():
    with folder() as where:
        done = lyhord("agree", *loose(where), cwd=where)
        equal((done.returncode, done.stdout), (65, b""), done.stderr.decode())
        assert b"--documents" in done.stderr


# ---- a study ----


def study_of_two(where):
    study = small_study(where)
    put(where, "codings/sam.csv", "document;code;status;quote\nR1;bemötande;manual;öronen\n"
        "R3;väntan;rejected;vänta som en istapp\nR4;väntan;;ringer aldrig\n")
    return study


@test
def a_list_in_a_study_says_which_documents_both_have_read():
    with folder() as where:
        study = study_of_two(where)
        equal(by_code(study)["väntan"]["units"], "5")
        listed = put(where, "båda.csv", "document\nR1\nR3\n")
        done = lyhord("agree", "--documents", listed, study)
        assert b"R4" in done.stderr, "what is left out is said"
        row = by_code("-q", "--documents", listed, study)["väntan"]
        equal((row["units"], row["percent"]), ("2", "50,00"))
        put(where, "båda.csv", "document\nR1\nR33\n")
        done = lyhord("agree", "--documents", listed, study)
        equal(done.returncode, 65)
        assert "båda.csv:3:1: error" in done.stderr.decode(), done.stderr.decode()


@test
def codings_of_a_transcript_that_is_gone_are_an_error():
    with folder() as where:
        study = study_of_two(where)
        os.remove(os.path.join(where, "transcripts/R4.txt"))
        done = lyhord("agree", study)
        equal((done.returncode, done.stdout), (65, b""))
        assert b"document-missing" in done.stderr


@test
def a_coder_with_suggestions_only_has_coded_nothing():
    with folder() as where:
        study = study_of_two(where)
        put(where, "codings/sam.csv", "document;code;status;quote\nR1;bemötande;suggested;öronen\n")
        done = lyhord("agree", study)
        equal(done.returncode, 0, done.stderr.decode())
        assert b"agree-silent" in done.stderr, done.stderr.decode()


@test
def on_a_screen_each_disagreement_says_who_said_what():
    with folder() as where:
        study = study_of_two(where)
        done = lyhord("agree", "-q", "--disagreements", "-f", "text", study)
        shown = done.stdout.decode().splitlines()
        equal(
            shown[0],
            "R3  2  19  58  väntan  mira:1  sam:0  Jag fick vänta som en istapp i solgass.",
        )
        rows = json.loads(lyhord("agree", "-q", "--disagreements", "-f", "json", study).stdout)
    equal([row["coder:mira"] + row["coder:sam"] for row in rows], ["10", "01"])


@test
def a_study_is_found_from_inside_it():
    with folder() as where:
        study_of_two(where)
        done = lyhord("agree", "-q", cwd=os.path.join(where, "codings"))
        equal(done.returncode, 0, done.stderr.decode())
        equal(done.stdout.decode().count("\n"), 4)


@test
def which_units_count_and_the_seed_are_told_in_every_format():
    with folder() as where:
        study = study_of_two(where)
        for options, word in (([], "all units"), (["--coded-only"], "only units")):
            done = lyhord("agree", *options, study, "--language", "en")
            assert word in done.stderr.decode().lower() and "seed 1" in done.stderr.decode()
            shown = lyhord("agree", *options, "-f", "text", study, "--language", "en").stdout.decode()
            assert word in shown.lower() and "seed 1" in shown, shown
            table = json.loads(lyhord("agree", *options, "-f", "json", study, "--language", "en").stdout)
            assert any(word in note.lower() for note in table["notes"]), table["notes"]
        row = {row["code"]: row for row in table["rows"]}["väntan"]
        equal((row["coders"], row["unit"], row["alpha"]), (2, "sentence", row["alpha"]))


@test
def programs_get_the_unit_as_a_fixed_word_whatever_the_language():
    for language in ("sv", "en"):
        rows = lyhord("agree", "-q", SAMPLE, "--unit", "turn", "--language", language).stdout
        assert b"\nturn;" in rows, rows
        table = lyhord("agree", "-q", SAMPLE, "-f", "json", "--language", language).stdout
        equal({row["unit"] for row in json.loads(table)["rows"]}, {"sentence"})


main()
