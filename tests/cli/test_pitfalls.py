"""Fourteen ways in which a list of words is wrong about talk, each with sentences of our own.

Where the material is, the text that showed it is read too. Those that are decided (a compound, a
spelling, who is a person) come out right; of those that take a reader none is confidently wrong: no
+ or - is stated where the right answer says another.
"""
import json
import os

from small_study import put
from tap import Skipped, equal, folder, lyhord, main, needs_material, rows_of, test

BOOK = (
    "kod;regler;regler_plus;regler_minus;undantag\n"
    "delaktighet;;lyhörd;;\n"
    "bemötande;;trevlig | kompisaktig | glad | skratt* | skratta;otrevlig;\n"
    "tydlighet;;tydlig;otydlig;\n"
    "tillgänglighet;;;svår;\n"
    "respekt;;respekt | +respekt | respekt+;;\n"
    "stöd;;+stöd | stöd+;;försörjningsstöd | +försörjningsstöd\n"
    "miljö;;miljö* | +miljö | miljö+;;\n"
    "rätt;rättssäkerhet;;;\n"
    "med;delaktig | lyssna;;;\n"
)
PRONOUNS = "kod;regler\nde;de | dom\n"
GIVEN = "gold/pitfalls.jsonl"


def given(name):
    with open(os.path.join(needs_material(), GIVEN), encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["id"] == name:
                return record
    raise Skipped(f"the material has no {name}")


def coded(text, book=BOOK):
    """(code, polarity, state) of what one person says."""
    with folder() as where:
        paths = put(where, "bok.csv", book), put(where, "R1.txt", f"I: Hur är det?\nB: {text}\n")
        rows = rows_of("code", "--codebook", *paths)
    return [(row["code"], row["polarity"], row["state"]) for row in rows]


def signs(text, book=BOOK):
    return [(code, polarity) for code, polarity, _ in coded(text, book) if polarity != "0"]


def document_text(text):
    with folder() as where:
        path = put(where, "R1.txt", f"I: Hur är det?\nB: {text}\n")
        done = lyhord("turns", "--text", "R1", path)
    equal(done.returncode, 0, done.stderr.decode())
    return done.stdout.decode()


def tallied(talks, book, code):
    """Persons and base of @code where each of @talks, by document, is a person's words."""
    with folder() as where:
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
        put(where, "codebook.csv", book)
        put(where, "respondents.csv", "id\n" + "".join(f"{name}\n" for name in talks))
        for name, words in talks.items():
            put(where, f"transcripts/{name}.txt", "".join(f"I: Och?\nB: {said}\n" for said in words))
        rows = rows_of("tally", "--suggested", "--format", "csv", where)
    row = next(row for row in rows if row["code"] == code and row["polarity"] == "any")
    return row["persons"], row["base"]


def both(name, check):
    """A test of our own sentences, which @check holds, and one of the material's."""
    own, theirs = check

    def ours():
        own()

    def material():
        theirs(given(name))

    words = own.__name__
    ours.__name__, material.__name__ = words, f"{words}_in_{name}"
    test(ours)
    test(material)


# ---- decided: must be right ----


def a_denied_blame_is_no_blame():
    equal(
        coded("Breven är väl inte otydliga direkt, men väldigt svåra."),
        [("tydlighet", "0", "negated"), ("tillgänglighet", "-", "stated")],
    )


def check_denied_blame(record):
    equal([row[:2] for row in coded(record["text"])], [("tydlighet", "0"), ("tillgänglighet", "-")])


both("P04", (a_denied_blame_is_no_blame, check_denied_blame))


def nobody_is_respected_by_respektive():
    equal(coded("Chefer respektive personal, vardera respektive grupp."), [])
    equal(coded("De visar respekt.")[0][0], "respekt")


def check_respektive(record):
    equal(coded(record["text"]), [])


both("P06", (nobody_is_respected_by_respektive, check_respektive))


def a_compound_is_a_kind_of_its_head_unless_excepted():
    equal(coded("Jag har levt på försörjningsstöd i tre år, försörjningsstödet räcker inte."), [])
    equal(coded("Boendestödet är ett stöd.")[0][:2], ("stöd", "+"))
    equal(coded("Jag har försörjningsstöd.", "kod;regler\nstöd;stöd\n"), [])


def check_compound(record):
    equal(coded(record["text"]), [])
    equal(coded(record["text"], "kod;regler\nstöd;stöd\n"), [])


both("P09", (a_compound_is_a_kind_of_its_head_unless_excepted, check_compound))


def o_is_not_ö():
    equal(coded("En miljon i skuld, miljoner och åter miljonprogram."), [])
    equal(coded("Väntrummet är en fin miljö.")[0][0], "miljö")


def check_letters(record):
    equal(coded(record["text"]), [])


both("P10", (o_is_not_ö, check_letters))


def who_talks_much_is_one_person():
    talks = {f"A{number}": ["Jodå."] for number in range(7)}
    talks |= {"A7": ["De var lyhörda, ja."] * 9, "A8": ["Lyhörda är de."] * 5}
    equal(tallied(talks, BOOK, "delaktighet"), ("2", "9"))


def check_talker(record):
    first, second = record["text"].split(" + ")
    persons, base = (word for word in record["right"].split() if word.isdigit())
    talks = {f"A{number}": ["Jodå."] for number in range(int(base) - 2)}
    talks |= {first: ["De var lyhörda."] * 10, second: ["De är lyhörda."] * 4}
    equal(tallied(talks, BOOK, "delaktighet"), (persons, base))


both("P11", (who_talks_much_is_one_person, check_talker))


def what_is_printed_twice_is_said_once():
    said = "De tog sig lite tid att gå igenom beslutet med mig och var lyhörda för allt jag undrade över"
    talks = {f"A{number}": ["Jodå."] for number in range(5)}
    talks |= {"A5": [said + "."], "A6": [said.replace("lite ", "") + "."]}
    equal(tallied(talks, BOOK, "delaktighet"), ("1", "7"))


def check_twice(record):
    """Nine words are too few to tell two persons who say the same; one person's are one."""
    text = record["text"].replace("(", "").replace(")", "")
    talks = {f"A{number}": ["Jodå."] for number in range(5)} | {"A5": [text + ".", text.split(" ", 1)[1] + "."]}
    equal(tallied(talks, "kod;regler\ntid;tid\n", "tid"), ("1", "6"))


both("P13", (what_is_printed_twice_is_said_once, check_twice))


def an_end_of_a_line_divides_no_word():
    equal(coded("Hon satt still och lyss-\nnade på allt, så jag var del-\naktig."), [("med", "0", "stated")] * 2)


def check_divided(record):
    equal(record["right"] in document_text(record["text"]), True)
    equal([row[0] for row in coded(record["text"])], ["med"])


both("P19", (an_end_of_a_line_divides_no_word, check_divided))


def in_full_lines(pieces):
    """Each begins a line that is as long as others: a short line breaks off where it ends."""
    return "\n".join("Det var mycket vi hade att prata om den dagen, som " + piece for piece in pieces)


def a_hyphen_that_belongs_there_stays():
    text = document_text(in_full_lines(["Hem-\noch skolkontakter.", "SMS-\nutskick.", "C-\nstad."]))
    for kept in ("Hem- och", "SMS-utskick", "C-stad"):
        equal(kept in text, True, text)


def check_hyphens(record):
    text = document_text(in_full_lines(record["text"].split("; ")))
    for kept in record["right"].split("; "):
        equal(kept in text, True, text)
    for wrong in record["naive"].split("; "):
        equal(wrong in text, False, text)


both("P20", (a_hyphen_that_belongs_there_stays, check_hyphens))


def a_misspelt_word_is_the_word():
    equal(coded("Rättsäkerheten finns inte. Vad är rättssäkerhet?")[0][0], "rätt")
    equal(len(coded("Rättsäkerheten finns, rättssäkerhet finns.")), 2)


def check_spelling(record):
    forms = [form.split()[0] for form in record["text"].split(" / ")]
    equal([coded(form + ".")[0][0] for form in forms], ["rätt"] * len(forms))


both("P21", (a_misspelt_word_is_the_word, check_spelling))


def judgements_are_no_pronoun():
    equal(coded("Domarna från rätten gick emot mig, efter domar och domen.", PRONOUNS), [])
    equal([row[0] for row in coded("Dom ringer.", PRONOUNS)], ["de"])


def check_judgements(record):
    equal(coded(record["text"], PRONOUNS), [])


both("P24", (judgements_are_no_pronoun, check_judgements))

# ---- a reader's: never confidently wrong ----


def praise_of_another_is_not_ours():
    for text in (
        "Men om man räknar med Jobb Norrby så var de lyhörda där.",
        "På Jobb Norrby var de lyhörda.",
        "Det är Jobb Norrby som är lyhörda, ingen annan.",
    ):
        equal(signs(text), [], text)
    equal(signs("På Jobb Norrby var de lyhörda, men här är ingen lyhörd."), [("delaktighet", "-")])


def check_object(record):
    equal(("delaktighet", "+") in signs(record["text"]), False)


both("P14", (praise_of_another_is_not_ours, check_object))


def too_much_of_it_is_no_praise():
    for text in ("Hon var lite väl trevlig.", "Överdrivet trevlig, det märks.", "De är för trevliga ibland."):
        equal(coded(text), [("bemötande", "0", "unclear")], text)
    equal(signs("Hon var väl trevlig."), [("bemötande", "+")])


def check_too_much(record):
    equal(("bemötande", "+") in signs(record["text"]), False)
    equal(("bemötande", "+") in signs(record["text"].replace("/", " och ")), False)


both("P17", (too_much_of_it_is_no_praise, check_too_much))


def laughter_between_brackets_is_nobodys_word():
    equal(coded("Där stod jag och bad om en bulle (skratt) och [skrattar] så."), [])
    equal(coded("Vi skrattade ihop.")[0][0], "bemötande")


def check_laughter(record):
    equal(coded(record["text"]), [])


both("P18", (laughter_between_brackets_is_nobodys_word, check_laughter))

THEMES = "tillgänglig*, delakti*, förutsäg*, trygg*, miljö*"
TOLD = (
    "De ringer aldrig tillbaka. Jag fick inte vara med och bestämma. Man vet aldrig vad som händer "
    "härnäst. Jag sover inte natten innan. Det luktar i väntrummet och alla hör vad man säger."
)


def a_theme_is_not_what_people_call_it():
    globs = " | ".join(THEMES.split(", "))
    equal(coded(TOLD, f"kod;regler\nt;{globs}\n"), [])
    listens = "kod;regler;regler_minus\nt;;ringa ..  tillbaka | vara med | vad som hända | sova | lukta\n"
    equal(len(coded(TOLD, listens)), 5)


def check_themes(record):
    globs = " | ".join(record["text"].split(", "))
    equal(coded(TOLD, f"kod;regler\nt;{globs}\n"), [])


both("P25", (a_theme_is_not_what_people_call_it, check_themes))

main()
