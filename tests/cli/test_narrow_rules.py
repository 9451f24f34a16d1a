"""No rule of the twelve codes is a quotation in disguise.

Whoever has read what a rule is measured on can write rules that find just that. So every rule is
tried over the material: one whose hits all lie in a single labelled quotation is too narrow, and
so is one that repeats four content words in a row of any. A rule is a line; and that nothing hides
among its alternatives, each of them that says two things or more is tried alone. An alternative
that is one word of the language (otrevlig, hyresskuld*) can be no quotation.
"""
import csv
import io
import json
import os
import re

from tap import ROOT, environment, equal, folder, lyhord, main, needs_material, test

BOOK = os.path.join(ROOT, "codebooks", "brukarrevision.csv")
CELLS = ("regler", "regler_plus", "regler_minus", "undantag")
IN_A_ROW = 4
STEM = 5  # letters in which two forms of a word are taken to be one

# Closed classes; what is left says what a passage is about.
FUNCTION_WORDS = set(
    """
    alla allt andra att av bara bli blir blev de dem den denna det detta dig din dom du då där efter
    ej eller en er ett fast från för ha hade han har hen henne hennes hon honom hos hur här i icke
    in inga ingen inget innan inte inom jag ju kan kanske ken kom kunde lite man med mig min mina
    mitt mot mycket men när nu någon något några och också om oss på sig sin sina sitt ska skulle
    som så sådan till under upp ut utan vad var vara varit vart vem vi vid vill vilken vår väl
    år än är över
    """.split()
)


def records():
    path = os.path.join(needs_material(), "gold", "dev.jsonl")
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def text_of(record):
    if record.get("text"):
        return " ".join(record["text"].split())
    return " ".join(" ".join(turn["text"].split()) for turn in record["turns"])


def alternatives(rule):
    """The operands of `|` outside parentheses, quotation marks and regular expressions."""
    parts, depth, quoted, start = [], 0, None, 0
    for at, sign in enumerate(rule):
        if quoted:
            quoted = None if sign == quoted and rule[at - 1] != "\\" else quoted
        elif sign == '"' or (sign == "/" and not rule[start:at].strip()):
            quoted = sign
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            parts.append(rule[start:at])
            start = at + 1
    return [part.strip() for part in parts + [rule[start:]] if part.strip()]


def indicators():
    """(code, cell, rule, alternative), each once."""
    with open(BOOK, encoding="utf-8") as file:
        codes = list(csv.DictReader(file, delimiter=";"))
    told = [
        (code["kod"], cell, line, part)
        for code in codes
        for cell in CELLS
        for line in code[cell].split("\n")
        for part in alternatives(re.sub(r"(^|\s)#.*", "", line))
    ]
    return list(dict.fromkeys(told))


def one_code_each(told, where):
    """A codebook in which every alternative is the only rule of a code of its own."""
    with open(BOOK, encoding="utf-8") as file:
        codes = list(csv.DictReader(file, delimiter=";"))
    path = os.path.join(where, "alternatives.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(["kod", "namn", "regler"])
        for number, (*_, part) in enumerate(told):
            table.writerow([f"nr{number}", f"nr{number}", part])
        for code in codes:  # what a reference may name
            rules = "\n".join(code[cell] for cell in CELLS[:3] if code[cell])
            table.writerow([code["kod"], code["namn"], rules])
    return path


def hits(book, passages, where):
    """{number of an alternative: [index of the passage of each hit]}."""
    path = os.path.join(where, "passages.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join("I: Nästa?\n\nR: " + passage for passage in passages) + "\n")
    done = lyhord("code", "--quiet", "--codebook", book, path, env=environment())
    equal(done.returncode, 0, done.stderr.decode())
    found = {}
    for row in csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"):
        if re.fullmatch(r"nr\d+", row["code"]):
            found.setdefault(int(row["code"][2:]), []).append(int(row["turn"]) // 2 - 1)
    return found


def report_passages():
    """The paragraphs of the reports, in which most of the quotations stand once more."""
    seeds = os.path.join(needs_material(), "seeds")
    for name in sorted(os.listdir(seeds)):
        with open(os.path.join(seeds, name), encoding="utf-8") as file:
            for paragraph in re.split(r"\n\s*\n|\f", file.read()):
                text = " ".join(re.sub(r"-\n(?=[a-zåäö])", "", paragraph).split())
                if text:
                    yield text


def words_of(text):
    return re.findall(r"\w+", text.lower())


def content_stems(words):
    return [word[:STEM] for word in words if word not in FUNCTION_WORDS and not word.isdigit()]


def stems_in_a_row(text):
    stems = content_stems(words_of(text))
    return {tuple(stems[at : at + IN_A_ROW]) for at in range(len(stems) - IN_A_ROW + 1)}


def says_two_things(alternative):
    return len(content_stems(words_of(alternative))) > 1


def judged(told):
    """What is judged alone: every rule with all its alternatives, and those that say two things."""
    rules = {}
    for number, (code, cell, rule, part) in enumerate(told):
        rules.setdefault((code, cell, rule), []).append(number)
        if says_two_things(part):
            rules[code, cell, part] = [number]
    return rules


@test
def no_rule_finds_one_quotation_only():
    told, gold = indicators(), records()
    clusters = [record.get("dup_group") or record["id"] for record in gold]
    with folder() as where:
        book = one_code_each(told, where)
        in_gold = hits(book, [text_of(record) for record in gold], where)
        in_reports = hits(book, list(report_passages()), where)
    narrow, fired = [], 0
    for rule, numbers in judged(told).items():
        places = [place for number in numbers for place in in_gold.get(number, [])]
        elsewhere = sum(len(in_reports.get(number, [])) for number in numbers) > len(places)
        fired += bool(places)
        if places and not elsewhere and len({clusters[place] for place in places}) == 1:
            narrow.append(rule)
    print(f"# of {len(told)} alternatives and their rules {fired} find a quotation, {len(narrow)} just one")
    assert not narrow, "\n".join(" ".join(rule) for rule in narrow)


@test
def no_indicator_repeats_four_content_words_of_a_quotation():
    rows = set().union(*(stems_in_a_row(text_of(record)) for record in records()))
    repeated = [
        indicator
        for indicator in indicators()
        if not indicator[3].startswith("/") and stems_in_a_row(indicator[3]) & rows
    ]
    assert not repeated, "\n".join(" ".join(indicator) for indicator in repeated)


main()
