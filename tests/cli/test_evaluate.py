"""The scores of `evaluate --ud`, counted once more here from the treebank and from `tokens`."""
import csv
import io
import os

from tap import equal, folder, lyhord, main, test

MATERIAL = os.environ.get("LYHORD_MATERIAL")
BANKS = ("Talbanken/sv_talbanken-ud-dev.conllu", "LinES/sv_lines-ud-dev.conllu")
CLOSING = (".", "!", "?", ":", "…")


def rows_of(*arguments):
    done = lyhord(*arguments)
    equal(done.returncode, 0, done.stderr.decode())
    return list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))


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
def without_a_treebank_it_says_what_it_wants():
    equal(lyhord("evaluate").returncode, 64)


main()
