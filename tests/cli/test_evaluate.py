"""The scores of `evaluate`, counted once more here.

Words and sentences: from the treebank and from `tokens`. Codes: from the gold and from `code`, with a
bootstrap written anew.
"""
import csv
import json
import os
import zlib

from tap import ROOT, SAMPLE, equal, folder, lineages, lyhord, main, rows_of, test

MATERIAL = os.environ.get("LYHORD_MATERIAL")
BANKS = ("Talbanken/sv_talbanken-ud-dev.conllu", "LinES/sv_lines-ud-dev.conllu")
CLOSING = (".", "!", "?", ":", "…")


def sentences_of(path):
    """Text, forms, whether a paragraph begins, whether a space follows."""
    found, text, forms, is_paragraph, is_glued = [], None, [], False, False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# text = "):
            text = line[len("# text = "):]
        elif line.startswith(("# newpar", "# newdoc")):
            is_paragraph = True
        elif line and line[0].isdigit():
            fields = line.split("\t")
            if fields[0].isdigit():
                forms.append(fields[1])
                is_glued = "SpaceAfter=No" in fields[9]
        elif not line and forms:
            found.append((text, forms, is_paragraph, is_glued))
            text, forms, is_paragraph = None, [], False
    return found


def laid_out(sentences, headings_apart):
    text, tokens, spans = "", [], []
    for number, (line, forms, is_paragraph, _) in enumerate(sentences):
        if number:
            before = sentences[number - 1]
            is_heading = not before[0].endswith(CLOSING) or not line.endswith(CLOSING)
            text += (
                "\n\n" if is_paragraph
                else "\n" if headings_apart and is_heading
                else "" if before[3] else " "
            )
        at, first = len(text), len(tokens)
        text += line
        for form in forms:
            at = text.index(form, at)
            tokens.append((at, at + len(form)))
            at += len(form)
        spans.append((tokens[first][0], tokens[-1][1]))
    return text, tokens, spans


def ours(text):
    with folder() as where:
        path = os.path.join(where, "bank.txt")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        rows = rows_of("tokens", "--plain", path)
    tokens, by_sentence = [], {}
    for row in rows:
        span = int(row["start"]), int(row["end"])
        tokens.append(span)
        by_sentence.setdefault((row["turn"], row["sentence"]), []).append(span)
    return tokens, [(spans[0][0], spans[-1][1]) for spans in by_sentence.values()]


def counts(gold, predicted):
    return [str(len(gold)), str(len(predicted)), str(len(set(gold) & set(predicted)))]


def assert_scores(path):
    told = {
        row["measure"]: [row["gold"], row["predicted"], row["correct"]]
        for row in rows_of("evaluate", "--ud", path)
    }
    sentences = sentences_of(path)
    text, tokens, spans = laid_out(sentences, False)
    our_tokens, our_spans = ours(text)
    equal(told["token"], counts(tokens, our_tokens))
    equal(told["sentence"], counts(spans, our_spans))
    text, _, spans = laid_out(sentences, True)
    equal(told["sentence_headings"], counts(spans, ours(text)[1]))


@test
def a_treebanks_words_and_sentences_are_counted_alike_twice():
    if not MATERIAL:
        return "LYHORD_MATERIAL is not set"
    for bank in BANKS:
        assert_scores(os.path.join(MATERIAL, "ud", bank))


@test
def a_treebank_with_mistakes_is_refused_with_all_of_them():
    with folder() as where:
        path = os.path.join(where, "bad.conllu")
        with open(path, "w", encoding="utf-8") as file:
            file.write("# text = Ja\n1\tJa\n\n# text = Nej\n7\tNej" + "\t_" * 8 + "\n")
        done = lyhord("evaluate", "--ud", path, "--language", "en")
    equal(done.returncode, 65)
    equal(done.stdout, b"")
    told = done.stderr.decode()
    assert ":2:1: error" in told and ":5:1: error" in told, told


@test
def one_line_of_ten_megabytes_is_refused_at_once():
    with folder() as where:
        path = os.path.join(where, "long.conllu")
        with open(path, "w", encoding="utf-8") as file:
            file.write("# text = a\n1\t" + "a" * 10_000_000 + "\n")
        equal(lyhord("evaluate", "--ud", path).returncode, 65)


@test
def without_a_gold_file_it_says_what_it_wants():
    equal(lyhord("evaluate").returncode, 64)
    equal(lyhord("evaluate", "--ud", "x.conllu", "gold.jsonl").returncode, 64)


# ---- suggestions against what people coded ----

BOOK = os.path.join(ROOT, "codebooks/brukarrevision.csv")
THEMES = ("bemötande", "tillgänglighet", "delaktighet", "tydlighet", "ekonomi", "respekt")
SIGNS = ("+", "-", "0")
RESAMPLES, SEED = 1000, 20110125


def numbers_of_splitmix64(seed):
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
        yield mixed ^ (mixed >> 31)


def draws(clusters):
    """For each resample how often each cluster is drawn; 2^64 / clusters leaves next to no bias."""
    numbers = numbers_of_splitmix64(SEED)
    for _ in range(RESAMPLES):
        times = [0] * clusters
        for _ in range(clusters):
            times[next(numbers) * clusters >> 64] += 1
        yield times


def f1_of(tp, fp, fn):
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None


def shown(value):
    return "–" if value is None else f"{value:.4f}".replace(".", ",")


def share(part, whole):
    return part / whole if whole else None


def mean(values):
    values = [value for value in values if value is not None]
    return share(sum(values), len(values))


def interval_of(values):
    told = sorted(value for value in values if value is not None)
    if not told or (len(values) - len(told)) * 40 > len(values):
        return None, None
    outside = -(-len(told) // 40) - 1
    return told[outside], told[-1 - outside]


def is_right(people, suggested):
    return (suggested - {"0"} or suggested) <= people


def scores_of(units, codes):
    """Rows as `evaluate` has them. A unit is (cluster, {code: polarities}, {code: polarities})."""
    names = list(dict.fromkeys(cluster for cluster, _, _ in units))
    sums = {code: [[0] * 4 for _ in names] for code in codes}
    for cluster, people, suggested in units:
        for code in codes:
            of = sums[code][names.index(cluster)]
            has, found = people.get(code, set()), suggested.get(code, set())
            of[0] += bool(has and found)
            of[1] += bool(found and not has)
            of[2] += bool(has and not found)
            of[3] += bool(has and found and is_right(has, found))
    sums["micro"] = [[sum(sums[c][i][k] for c in codes) for k in range(4)] for i in range(len(names))]
    values = {code: [] for code in [*codes, "micro", "macro"]}
    for times in draws(len(names)) if len(names) > 1 else ():
        for code in sums:
            drawn = [sum(t * of[k] for t, of in zip(times, sums[code])) for k in range(3)]
            values[code].append(f1_of(*drawn))
        values["macro"].append(mean(values[code][-1] for code in codes))
    rows, figures = [], {}
    for code in sums:
        tp, fp, fn, right = (sum(of[k] for of in sums[code]) for k in range(4))
        figures[code] = [share(tp, tp + fp), share(tp, tp + fn), f1_of(tp, fp, fn), share(right, tp)]
        rows.append([code, [tp, fp, fn], figures[code]])
    rows.append(["macro", rows[-1][1], [mean(figures[c][k] for c in codes) for k in range(4)]])
    return [
        [code, *map(str, counts), *map(shown, figure[:3]), *map(shown, interval_of(values[code])),
         shown(figure[3])]
        for code, counts, figure in rows
    ]


def equal_tables(told, expected):
    """Last digits may differ by rounding: 0.45454999… is shown either way."""
    equal([row[0] for row in told], [row[0] for row in expected])
    for got, wanted in zip(told, expected):
        equal(got[1:4], wanted[1:4], got[0])
        for one, other in zip(got[4:], wanted[4:]):
            is_near = one == other or (
                "–" not in one + other
                and abs(float(one.replace(",", ".")) - float(other.replace(",", "."))) < 0.00011
            )
            assert is_near, f"{got[0]}: got {got}, wanted {wanted}"


def told_by(*arguments):
    return [list(row.values()) for row in rows_of("evaluate", *arguments)]


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def write_gold(where, records):
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return write(os.path.join(where, "gold.jsonl"), text)


def chance(*words):
    return zlib.crc32(" ".join(map(str, words)).encode())


def invented_labels(record):
    """Labels out of the air: what is compared here is two counts, not rules and people."""
    return [
        {"theme": theme, "polarity": sign}
        for theme in THEMES
        for sign in SIGNS
        if chance(record, theme, sign) % 5 == 0
    ]


def sample_records():
    """A record of every longer turn of the sample's respondents."""
    records = []
    for row in rows_of("turns", SAMPLE):
        if row["role"] != "respondent" or len(row["text"]) < 60:
            continue
        number = len(records)
        text = row["text"].replace("\n", " ")
        turns = [{"speaker": "I", "text": "Hur är bemötandet? Lyssnar de?"}, {"speaker": "B", "text": text}]
        records.append({
            "id": f"p{number:04d}",
            "text": "Det här läses inte." if number % 2 else text,
            "turns": turns if number % 2 else [],
            "labels": invented_labels(number),
            "seed": "s",
            "respondent": row["respondent"] if number % 3 else None,
            "note": None,
        })
    return records


def suggestions_in(records, where):
    """{id: {code: polarities}} by `code`, on the same words as transcripts."""
    found, paths = {record["id"]: {} for record in records}, []
    above = lineages(BOOK)
    for record in records:
        said = record["turns"][1]["text"] if record["turns"] else record["text"]
        paths.append(os.path.join(where, record["id"] + ".txt"))
        write(paths[-1], "I: Hur är det?\nB: " + said + "\n")
    for row in rows_of("code", "--codebook", BOOK, *paths):
        if row["state"] not in ("quoted", "other"):
            for code in above[row["code"]]:
                found[row["document"]].setdefault(code, set()).add(row["polarity"])
    return found


def labels_of(record):
    labels = {}
    for label in record["labels"]:
        labels.setdefault(label["theme"], set()).add(label["polarity"])
    return labels


def tops_of(path):
    with open(path, encoding="utf-8-sig") as file:
        return [row["kod"] for row in csv.DictReader(file, delimiter=";") if not row["överordnad"]]


@test
def records_are_counted_alike_twice_intervals_too():
    records = sample_records()[::2]
    assert len(records) > 40, len(records)
    with folder() as where:
        gold = write_gold(where, records)
        found = suggestions_in(records, where)
        for half in None, "odd", "even":
            chosen = [r for r in records if not half or (int(r["id"][-1]) % 2 == 1) == (half == "odd")]
            units = [
                (r["respondent"] or r["id"], labels_of(r), found[r["id"]]) for r in chosen
            ]
            only = ["--only", half] if half else []
            told = told_by(gold, "--codebook", BOOK, *only)
            equal_tables(told, scores_of(units, tops_of(BOOK)))


def squeezed(text):
    return " ".join(text.split())


def codings_of(path, turns):
    """A person's codings; the turn is the one that holds the quote."""
    with open(path, encoding="utf-8-sig") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter=";")
            if row["state"] not in ("quoted", "other") and row["status"] in ("accepted", "manual")
        ]
    for row in rows:
        row["turn"] = next(
            turn["turn"] for turn in turns
            if turn["document"] == row["document"] and squeezed(row["quote"]) in squeezed(turn["text"])
        )
    return rows


@test
def a_persons_codings_are_counted_alike_twice():
    suggested = [row for row in rows_of("code", SAMPLE) if row["state"] not in ("quoted", "other")]
    turns = [row for row in rows_of("turns", SAMPLE) if row["role"] == "respondent"]
    book = os.path.join(SAMPLE, "codebook.csv")
    above = lineages(book)
    for coder in "mira", "sam":
        gold = os.path.join(SAMPLE, "codings", coder + ".csv")
        people = codings_of(gold, turns)
        names = list(dict.fromkeys(row["document"] for row in people))
        for unit in "document", "turn":
            units = {}
            for side, rows in enumerate((people, suggested)):
                for row in rows:
                    if row["document"] not in names:
                        continue
                    key = row["document"], row["turn"] if unit == "turn" else ""
                    of = units.setdefault(key, ({}, {}))[side]
                    for code in above[row["code"]]:
                        of.setdefault(code, set()).add(row["polarity"])
            in_order = sorted(units, key=lambda key: key[0])
            listed = [(key[0], *units[key]) for key in in_order]
            told = told_by(gold, SAMPLE, "--unit", unit)
            used = set().union(*(above[row["code"]] for row in people), tops_of(book))
            equal_tables(told, scores_of(listed, [code for code in above if code in used]))


@test
def every_miss_and_false_alarm_is_listed_with_its_rule():
    book = "kod;överordnad;regler;regler_plus;regler_minus\nsvar;;;ringer tillbaka;\nsvar.tid;svar;väntar;;\nhjälp;;;hjälp;\n"
    records = [
        {"id": "1", "text": "De ringer tillbaka.", "labels": [{"theme": "svar", "polarity": "-"}]},
        {"id": "2", "text": "Jag får hjälp. Jag väntar.", "labels": []},
        {"id": "3", "text": "Det är tyst.", "labels": [{"theme": "svar", "polarity": "+"}, {"theme": "svar", "polarity": "-"}]},
        {"id": "4", "text": "x", "turns": [{"speaker": "I", "text": "Får du hjälp?"}, {"speaker": "B", "text": "Nej."}], "labels": []},
    ]
    with folder() as where:
        path = write(os.path.join(where, "book.csv"), book)
        rows = rows_of("evaluate", write_gold(where, records), "--codebook", path, "--differences")
    equal([list(row.values()) for row in rows], [
        ["1", "1", "svar", "polarity", "-", "+", "stated", "ringer tillbaka", "ringer tillbaka"],
        ["2", "1", "svar", "false", "", "0", "stated", "väntar", "väntar"],
        ["2", "1", "hjälp", "false", "", "+", "stated", "hjälp", "hjälp"],
        ["3", "", "svar", "miss", "±", "", "", "", "Det är tyst."],
    ])


@test
def a_theme_the_codebook_lacks_is_said_once_and_not_counted():
    records = [
        {"id": str(n), "text": "De är snälla.", "labels": [{"theme": "vädret", "polarity": "+"}]} for n in range(3)
    ]
    with folder() as where:
        done = lyhord("evaluate", write_gold(where, records), "--codebook", BOOK)
    equal(done.returncode, 0)
    equal(done.stderr.decode().count("vädret"), 1)
    assert "(labels: 3)" in done.stderr.decode(), done.stderr
    assert "vädret" not in done.stdout.decode()


@test
def all_mistakes_of_a_gold_file_come_in_one_run_and_without_its_words():
    lines = [
        '{"id": "1", "text": "hemlig", "labels": []}',
        '{"id": "1", "text": "hemlig", "labels": []}',
        '{"id": "2", "text": "hemlig", "labels": [{"theme": "a", "polarity": "?"}]}',
        '{"id": "3", "text": hemlig}',
        '{"id": 4, "text": "hemlig", "labels": []}',
        '{"id": "5", "text": "' + "hemlig" * 2_000_000 + '", "labels": []}',
        '{"id": ' + "[" * 100_000,
    ]
    with folder() as where:
        path = write(os.path.join(where, "gold.jsonl"), "\n".join(lines) + "\n")
        done = lyhord("evaluate", path, "--codebook", BOOK)
    told = done.stderr.decode()
    equal(done.returncode, 65, told)
    equal(done.stdout, b"")
    for line in range(2, 8):
        equal(told.count(f"gold.jsonl:{line}:"), 1, told)
    assert "hemlig" not in told, told


@test
def what_is_no_gold_file_is_refused():
    cases = {
        "empty.jsonl": (b"", 65),
        "blank.jsonl": (b"\n\n", 65),
        "zero.jsonl": (b'{"id": "1"\0}', 65),
        "list.jsonl": (b"[]", 65),
        "half.jsonl": (b'{"id": "a", "text": "x", "labels": []}', 65),
    }
    with folder() as where:
        for name, (text, code) in cases.items():
            path = os.path.join(where, name)
            with open(path, "wb") as file:
                file.write(text)
            done = lyhord("evaluate", path, "--codebook", BOOK, "--only", "odd")
            equal(done.returncode, code, name + done.stderr.decode())
            equal(done.stdout, b"")
            assert name in done.stderr.decode(), done.stderr
        equal(lyhord("evaluate", os.path.join(where, "none.jsonl"), "--codebook", BOOK).returncode, 66)


@test
def wrong_uses_are_told_apart():
    with folder() as where:
        gold = write_gold(where, [{"id": "1", "text": "x", "labels": []}])
        equal(lyhord("evaluate", gold, "--codebook", BOOK, "--unit", "turn").returncode, 64)
        equal(lyhord("evaluate", gold, "--codebook", BOOK, "--only", "both").returncode, 64)
        equal(lyhord("evaluate", gold, cwd=where).returncode, 66)
        equal(lyhord("evaluate", gold, SAMPLE).returncode, 0)
    codings = os.path.join(SAMPLE, "codings/mira.csv")
    equal(lyhord("evaluate", codings, SAMPLE, "--unit", "word").returncode, 64)
    equal(lyhord("evaluate", codings, cwd=SAMPLE).returncode, 0)


@test
def suggestions_alone_are_no_gold():
    with folder() as where:
        path = os.path.join(where, "machine.csv")
        equal(lyhord("code", SAMPLE, "-o", path).returncode, 0)
        done = lyhord("evaluate", path, SAMPLE)
    equal(done.returncode, 65)
    assert "no accepted or manual codings" in done.stderr.decode(), done.stderr


main()
