"""Short answers made for a test, and how many persons said what, reckoned without the program."""
import os

# Words that stand for themselves: the oracle need not know Swedish.
CODEBOOK = 'kod;överordnad;regler_plus;regler_minus\nstöd;;"""alfa""";\nbrist;;;"""beta"""\nhjälp;stöd;"""gamma""";\n'
HEADING = "respondent;fråga;svar;ort"


def put(where, name, text):
    path = os.path.join(where, name)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    return path


def made(count, persons, places=("Norr", "Syd", "Väst"), wide=0):
    """Rows (person, question, answer, place); a person's answers lie far apart, and some say nothing."""
    said = ["alfa då", "beta, tyvärr", "gamma gamma", "ingenting alls", "alfa och beta", "jo"]
    for number in range(count):
        person = number % persons
        text = said[(number * 7 + number // persons) % len(said)] + " " * wide
        yield f"x{person}", "Vad då?", text, places[person * person % len(places)]


def table(rows, heading=HEADING):
    return heading + "\n" + "".join(";".join(row) + "\n" for row in rows)


def reckoned(rows):
    """{(code, measure): persons}, the base, all by set of persons."""
    rules = {("stöd", "+"): ("alfa", "gamma"), ("brist", "-"): ("beta",), ("hjälp", "+"): ("gamma",)}
    rows = list(rows)
    base = {person for person, _, text, _ in rows if text.strip()}
    persons = {
        key: {person for person, _, text, _ in rows if any(word in text for word in words)}
        for key, words in rules.items()
    }
    return {key: len(who) for key, who in persons.items()}, len(base)
