"""Whom words are counted for: the respondents', about the service, and nobody else's."""
import csv
import io

from small_study import put
from tap import equal, folder, lyhord, main, rows_of, test

BOOK = (
    "kod;regler;regler_plus;regler_minus;definition;när;inte_när;exempel\n"
    "bemötande;möte;snäll | tydlig | lyssna;otrevlig;d;n;i;e\n"
)


def study_in(where, talks, objects="", respondents=""):
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n" + objects)
    put(where, "codebook.csv", BOOK)
    if respondents:
        put(where, "respondents.csv", respondents)
    for person, talk in talks.items():
        put(where, f"transcripts/{person}.txt", talk)
    return where


def coded(*arguments):
    """(document, words, polarity, state, cue) of every suggestion."""
    rows = rows_of("code", *arguments)
    return [(row["document"], row["quote"], row["polarity"], row["state"], row["cue"]) for row in rows]


def enough(talks):
    """With as many more, who say little, as a table must have."""
    return talks | {f"T{number}": said("Jodå.") for number in range(5)}


def said(words):
    return "I: Hur var det?\nB: " + words + "\n"


@test
def praise_of_another_is_shown_and_never_counted():
    with folder() as where:
        talks = {
            "R1": said("På Skatteverket var de snälla."),
            "R2": said("Jag är alltid tydlig."),
            "R3": said("De lyssnar. Inte som på Skatteverket."),
        }
        study_in(where, enough(talks))
        equal(
            coded(where),
            [
                ("R1", "snälla", "0", "other", "Skatteverket"),
                ("R2", "tydlig", "0", "other", "Jag"),
                ("R3", "lyssnar", "+", "stated", ""),
            ],
        )
        done = lyhord("tally", "--suggested", "--unit", "hits", "--format", "csv", where)
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))
        equal({row["polarity"]: row["hits"] for row in rows if row["hits"] not in ("", "0")}, {"any": "1", "+": "1"})


@test
def a_topic_is_brought_up_whoever_it_is_told_of():
    with folder() as where:
        study_in(where, {"R1": said("På Skatteverket hade vi ett möte.")})
        equal(coded(where), [("R1", "möte", "0", "stated", "")])


@test
def the_study_says_who_is_the_service_and_who_is_not():
    talks = {"R1": said("På Kvarnen var de snälla. På Skatteverket är de otrevliga.")}
    for objects, states in (
        ("", ["stated", "other"]),
        ("[objects]\nothers = Kvarnen\n", ["other", "stated"]),
        ("[objects]\nothers = Kvarnen|Skatteverket\n", ["other", "other"]),
        ("[objects]\nservice = Skatteverket\n", ["stated", "stated"]),
        ("service = Skatteverket i norr\n", ["stated", "stated"]),
        ("commissioner = Skatteverket\n", ["stated", "stated"]),
    ):
        with folder() as where:
            study_in(where, talks, objects)
            equal([row[3] for row in coded(where)], states, objects)


@test
def who_works_in_the_service_praises_it_by_praising_oneself():
    talks = {person: said("Jag är alltid tydlig.") for person in ("R1", "R2", "R3")}
    people = "id;roll\nR1;handläggare\nR2;brukare\nR3;kock\n"
    with folder() as where:
        study_in(where, talks, "", people)
        equal([row[3] for row in coded(where)], ["stated", "other", "other"])
    with folder() as where:
        study_in(where, talks, "[objects]\nstaff = kock\n", people)
        equal([row[3] for row in coded(where)], ["other", "other", "stated"])


@test
def settings_of_objects_are_known():
    with folder() as where:
        study_in(where, {"R1": said("De lyssnar.")}, "[objects]\nothers = X\nservice = Y\nstaff = Z\nnames = A\n")
        errors = lyhord("code", where).stderr.decode()
        equal(errors.count("unknown and has no effect"), 1, errors)
        equal("'names' in [objects]" in errors, True, errors)


@test
def more_names_than_anybody_says_are_refused():
    with folder() as where:
        study_in(where, {"R1": said("De lyssnar.")}, "[objects]\nothers = " + "|".join(["X"] * 501) + "\n")
        done = lyhord("code", where)
        equal(done.returncode, 65)
        equal("others has 501 names; at most 500 are read" in done.stderr.decode(), True, done.stderr)


@test
def a_coding_in_the_state_other_is_read_and_not_counted():
    with folder() as where:
        study_in(where, enough({"R1": said("De lyssnar, de är snälla.")}))
        rows = "document;code;polarity;state;status;quote\n"
        for state, quote in (("other", "lyssnar"), ("stated", "snälla")):
            rows += f"R1;bemötande;+;{state};accepted;{quote}\n"
        put(where, "codings/a.csv", rows)
        done = lyhord("tally", "--unit", "hits", where)
        equal(done.returncode, 0, done.stderr.decode())
        table = list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))
        equal([row["hits"] for row in table if row["polarity"] == "+"], ["1"])


@test
def a_suggestion_in_the_state_other_is_no_presence():
    with folder() as where:
        study_in(where, {"R1": said("På Skatteverket var de snälla."), "R2": said("Här är de snälla.")})
        gold = put(
            where, "gold.csv",
            "document;code;polarity;status;quote\nR2;bemötande;+;accepted;snälla\n"
            "R1;bemötande;+;rejected;snälla\n",
        )
        done = lyhord("evaluate", gold, "--unit", "document", "--format", "csv", where)
        equal(done.returncode, 0, done.stderr.decode())
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))
        row = next(row for row in rows if row["code"] == "bemötande")
        equal((row["tp"], row["fp"], row["fn"]), ("1", "0", "0"))


@test
def only_respondents_words_are_matched():
    talk = (
        "Intervjuare: Är de snälla, tydliga, otrevliga?\n"
        "Brukare: De är snälla (hon är tydlig) och [otrevliga, skriver vi] så.\n"
        "Intervjuare: Snälla?\n"
    )
    with folder() as where:
        study_in(where, {"R1": talk})
        equal([row[1] for row in coded(where)], ["snälla"])
        equal([row[1] for row in coded("--roles", "all", where)], ["snälla", "tydliga", "otrevliga", "snälla", "Snälla"])


@test
def stage_directions_and_time_stamps_are_nobodys_words():
    with folder() as where:
        study_in(where, {"R1": "I: Hur?\nB: De (tydligt snälla) är [00:12:31] inte xxx där. ((otrevlig suck)) Jaha.\n"})
        equal(coded(where), [])


@test
def what_a_respondent_asks_and_quotes_has_no_polarity():
    with folder() as where:
        study_in(where, {"R1": said('Är de snälla? Hon sa "vi lyssnar". Hon sa att de lyssnar.')})
        equal(
            [(row[1], row[2], row[3]) for row in coded(where)],
            [("snälla", "0", "unclear"), ("lyssnar", "0", "quoted"), ("lyssnar", "+", "stated")],
        )


@test
def headings_and_text_without_a_speaker_are_nobodys():
    with folder() as where:
        study_in(where, {"R1": "Snälla handläggare\n\nI: Hur är det?\nB: Jodå.\n"})
        equal(coded(where), [])


@test
def tokens_show_whom_a_word_is_about():
    with folder() as where:
        study_in(where, {"R1": said("På Skatteverket var de snälla.")})
        done = lyhord("tokens", "--state", where)
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))
        equal([row["state"] for row in rows if row["token"] == "snälla"], ["other"])


main()
