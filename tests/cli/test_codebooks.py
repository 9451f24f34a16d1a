"""The codebooks that come with the program: they read, their examples and indicators are heard."""
import csv
import filecmp
import os

from tap import ROOT, equal, folder, lineages, lyhord, main, rows_of, test

BOOKS = [
    "brukarrevision",
    "brukarmedverkan",
    "arbetsvillkor",
    "framgangsfaktorer",
    "problemomraden",
]
CELLS = {"regler": "0", "regler_plus": "+", "regler_minus": "-"}
WORDS_AT_MOST = 5
INDICATORS_AT_LEAST = 15
CONTRAST_AT_LEAST = 4.5  # WCAG 2.2, 1.4.3, of text on white

# The share of rules (lines of a cell) that nothing in the examples and samples wakes, in percent.
# The examples are a sentence a code; no sample is about working conditions.
ASLEEP_AT_MOST = {
    "brukarrevision": 68,
    "brukarmedverkan": 30,
    "arbetsvillkor": 50,
    "framgangsfaktorer": 45,
    "problemomraden": 40,
}

# What people say, none of it with the name of the theme, and the code and polarity it is to suggest.
MEANT = [
    ("bemötande", "-", "Han såg inte ens upp från skärmen när jag kom in."),
    ("bemötande", "+", "Hon möter en i dörren med ett leende."),
    ("tillgänglighet", "-", "Jag har ringt dem säkert tjugo gånger."),
    ("tillgänglighet", "-", "De svarar ju aldrig när man ringer."),
    ("tillgänglighet", "+", "Det är bara att knacka på hos dem."),
    ("delaktighet", "-", "Ingen har frågat oss vad vi tycker."),
    ("delaktighet", "-", "Man kan klaga, men det blir ändå som de vill."),
    ("delaktighet", "+", "Sedan blev det som jag ville."),
    ("förutsägbarhet", "-", "Det är den femte handläggaren på två år."),
    ("förutsägbarhet", "-", "Den ena säger ja och den andra säger nej."),
    ("förutsägbarhet", "+", "Jag har haft samma kontaktperson i sex år."),
    ("tydlighet", "-", "Brevet är på fyra sidor och jag begriper ingenting av det."),
    ("tydlighet", "-", "Ingen talade om för mig att man kunde söka."),
    ("tydlighet", "+", "Hon ritade en bild så att man skulle förstå."),
    ("engagemang", "-", "Man måste själv ringa och påminna dem."),
    ("engagemang", "-", "De bryr sig ju inte ett dugg."),
    ("engagemang", "+", "Hon ringde och frågade hur det gick."),
    ("förståelse", "-", "De har ingen aning om hur det är att leva så."),
    ("förståelse", "+", "De la om tiden så att jag hann vakna."),
    ("förståelse", "-", "De förstår ju inte att jag är sjuk."),
    ("respekt", "-", "De går igenom mitt konto rad för rad."),
    ("respekt", "-", "Man är bara en siffra där."),
    ("respekt", "+", "Hon trodde på mig."),
    ("trygghet", "-", "Hjärtat bara rusar när brevet kommer."),
    ("trygghet", "-", "Jag vågar inte öppna brevlådan."),
    ("trygghet", "+", "Nu kan jag sova om natten."),
    ("fysisk miljö", "-", "Man står framför en glasruta och pratar genom en lucka."),
    ("fysisk miljö", "+", "Väntrummet är ljust och fint."),
    ("ekonomi", "-", "Det räcker inte till skor åt barnen."),
    ("ekonomi", "-", "Sedan är det åttahundra kronor kvar till mat."),
    ("arbetsbelastning", "-", "Vi har femtio ärenden var."),
    ("arbetsbelastning", "-", "Dokumentationen tar större delen av tiden."),
]

# Like words said of something else: the code is not to be suggested.
NOT_MEANT = [
    ("bemötande", "Kaffet var kallt."),
    ("bemötande", "Jag blev arg på grannen."),
    ("tillgänglighet", "Jag ringer min mamma varje söndag."),
    ("tillgänglighet", "Jag hittade ingen lägenhet."),
    ("delaktighet", "Det påverkar min sömn."),
    ("delaktighet", "Jag var med om en olycka."),
    ("förutsägbarhet", "Jag har samma jacka som förra året."),
    ("förutsägbarhet", "Det är olika väder i norr och söder."),
    ("tydlighet", "Jag förstår inte fotboll."),
    ("tydlighet", "Hon berättade en saga."),
    ("engagemang", "Min mamma hjälper mig med tvätten."),
    ("engagemang", "Jag bryr mig inte om fotboll."),
    ("förståelse", "Jag lyssnar på musik när jag städar."),
    ("förståelse", "Vi fattade beslutet hemma vid köksbordet."),
    ("respekt", "Handläggare respektive chef deltog."),
    ("respekt", "Jag hade kontroll över bilen."),
    ("trygghet", "Nyckeln ligger under mattan."),
    ("fysisk miljö", "Vi bor på tredje våningen."),
    ("fysisk miljö", "Jag köpte en ny soffa."),
    ("ekonomi", "Jag har ekonomiskt bistånd sedan i maj."),
    ("ekonomi", "Tiden räcker inte till."),
    ("arbetsbelastning", "Jag är trött efter resan."),
    ("arbetsbelastning", "Barnen springer i trappan."),
]

SAMPLES = ["brukarmedverkan", "brukarrevision", "vittnesmal", "fou-cirkel"]
CIRCLE = os.path.join(ROOT, "data-samples/fou-cirkel")


def path_of(book):
    return os.path.join(ROOT, "codebooks", book + ".csv")


def codes_of(book):
    with open(path_of(book), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def codings_of(book, utterances):
    """What the book suggests for each of them, said by one respondent, a turn each."""
    said = [[] for _ in utterances]
    with folder() as where:
        path = os.path.join(where, "R01.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n\n".join("I: Nästa?\n\nR: " + words for words in utterances) + "\n")
        for row in rows_of("code", "--codebook", path_of(book), path):
            said[int(row["turn"]) // 2 - 1].append(row)
    return said


def rules_of(code):
    """(cell, line) of each rule."""
    for cell in CELLS:
        for line in code[cell].split("\n"):
            rule = line.split("#")[0].strip()
            if rule:
                yield cell, rule


def alternatives_of(rule):
    """What stands between the | that no parenthesis holds."""
    parts, depth = [""], 0
    for sign in rule:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def indicators_of(code):
    return [part for _, rule in rules_of(code) for part in alternatives_of(rule)]


def is_plain(indicator):
    """A word or words in a row; the rest is tried by what people say, below."""
    return not set(indicator) & set("()~&_@/") and ".." not in indicator


def spoken(indicator):
    return indicator.replace('"', "").replace("*", "")


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@test
def each_reads_without_mistakes_and_lacks_nothing():
    for book in BOOKS:
        done = lyhord("check", "--codebook", path_of(book))
        said = done.stderr.decode()
        equal(done.returncode, 0, said)
        assert "error" not in said and "warning" not in said, said
        for code in codes_of(book):
            for column in ("namn", "färg", "definition", "när", "inte_när", "exempel"):
                assert code[column].strip(), (book, code["kod"], column)


@test
def the_example_of_every_code_is_heard_by_its_own_rules():
    for book in BOOKS:
        codes = codes_of(book)
        for code, rows in zip(codes, codings_of(book, [code["exempel"] for code in codes])):
            assert code["kod"] in {row["code"] for row in rows}, (book, code["kod"])


@test
def every_indicator_said_in_a_statement_is_heard_by_its_own_rule():
    for book in BOOKS:
        told = [
            (code["kod"], cell, rule, indicator)
            for code in codes_of(book)
            for cell, rule in rules_of(code)
            for indicator in alternatives_of(rule)
            if is_plain(indicator)
        ]
        heard = codings_of(book, [f"Där {spoken(indicator)}." for *_, indicator in told])
        lost = [
            (code, cell, indicator)
            for (code, cell, rule, indicator), rows in zip(told, heard)
            if (code, rule) not in {(row["code"], row["rule"]) for row in rows}
        ]
        equal(lost, [], book)


@test
def what_people_mean_is_heard_without_the_name_of_the_theme():
    heard = codings_of("brukarrevision", [words for *_, words in MEANT])
    above = lineages(path_of("brukarrevision"))
    for (code, polarity, words), rows in zip(MEANT, heard):
        found = {row["polarity"] for row in rows if code in above[row["code"]]}
        assert polarity in found, (code, polarity, words, found)


@test
def like_words_of_something_else_are_not_heard():
    heard = codings_of("brukarrevision", [words for _, words in NOT_MEANT])
    above = lineages(path_of("brukarrevision"))
    for (code, words), rows in zip(NOT_MEANT, heard):
        found = [row["rule"] for row in rows if code in above[row["code"]]]
        equal(found, [], words)


@test
def every_code_has_fifteen_indicators_or_more_and_none_is_a_sentence():
    for book in BOOKS[1:]:
        for code in codes_of(book):
            indicators = indicators_of(code)
            assert len(indicators) >= INDICATORS_AT_LEAST, (book, code["kod"], len(indicators))
            for indicator in indicators:
                if is_plain(indicator):
                    assert len(indicator.split()) <= WORDS_AT_MOST, (book, code["kod"], indicator)


@test
def colours_differ_within_a_book_and_can_be_read_on_white():
    for book in BOOKS:
        colours = [code["färg"] for code in codes_of(book)]
        equal(len(set(colours)), len(colours), book)
        for colour in colours:
            contrast = 1.05 / (luminance(colour) + 0.05)
            assert contrast >= CONTRAST_AT_LEAST, (book, colour, contrast)


@test
def no_more_rules_sleep_than_was_measured():
    transcripts = [
        os.path.join(ROOT, "data-samples", sample, "transcripts", name)
        for sample in SAMPLES
        for name in sorted(os.listdir(os.path.join(ROOT, "data-samples", sample, "transcripts")))
    ]
    for book in BOOKS:
        codes = codes_of(book)
        rows = rows_of("code", "--quiet", "--codebook", path_of(book), *transcripts)
        rows += sum(codings_of(book, [code["exempel"] for code in codes]), [])
        awake = {(row["code"], row["rule"]) for row in rows}
        rules = [(code["kod"], rule) for code in codes for _, rule in rules_of(code)]
        asleep = 100 * sum(rule not in awake for rule in rules) / len(rules)
        print(f"# {book}: {len(codes)} codes, {len(rules)} rules, {asleep:.0f} % asleep")
        assert asleep <= ASLEEP_AT_MOST[book], (book, asleep)


@test
def the_circle_has_six_cases_and_no_mistakes():
    done = lyhord("check", CIRCLE)
    said = done.stderr.decode()
    equal(done.returncode, 0, said)
    assert "warning" not in said, said
    turns = rows_of("turns", CIRCLE)
    cases = {row["document"] for row in turns}
    equal(len(cases), 6)
    equal({row["respondent"] for row in turns if row["role"] == "respondent"}, cases)
    for case in cases:
        asked = [row["question"] for row in turns if row["document"] == case]
        equal(asked, ["1", "1", "2", "2", "3", "3", "4", "4"], case)
    assert filecmp.cmp(
        path_of("framgangsfaktorer"), os.path.join(CIRCLE, "codebook.csv"), shallow=False
    )


@test
def a_factor_under_two_themes_is_counted_in_both_and_each_case_once():
    codes = {code["kod"]: code["överordnad"].split("|") for code in codes_of("framgangsfaktorer")}
    assert any(len(parents) > 1 for parents in codes.values())

    def is_under(code, theme):
        return code == theme or any(is_under(up, theme) for up in codes[code] if up)

    said = [row for row in rows_of("code", CIRCLE) if row["state"] in ("stated", "negated")]
    table = rows_of("tally", "--suggested", CIRCLE)
    for theme in ("relation", "handläggning", "samverkan", "resonemang", "åtgärd"):
        wanted = len({row["respondent"] for row in said if is_under(row["code"], theme)})
        got = [row for row in table if (row["code"], row["polarity"]) == (theme, "any")]
        equal([(row["persons"], row["base"]) for row in got], [(str(wanted), "6")], theme)


main()
