"""The sample of three towns: who speaks comes of the ids, and what one coder wrote is what is counted."""
import collections
import csv
import filecmp
import glob
import os
import shutil
import subprocess

from tap import ROOT, equal, folder, lineages, lyhord, main, rows_of, test

STUDY = os.path.join(ROOT, "data-samples/brukarmedverkan")
SOURCES = os.path.join(ROOT, "data-samples/sources/brukarmedverkan")
BOOK = os.path.join(STUDY, "codebook.csv")
LINEAGE = lineages(BOOK)

# As many of each as the study was laid out for: (caseworkers, clients) of a town.
TOWNS = {"A-stad": (3, 5), "B-stad": (3, 2), "C-stad": (3, 5)}


def rows_at(name):
    with open(os.path.join(STUDY, name), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def role_of(person):
    return {"H": "handläggare", "B": "brukare"}[person[1]]


def told():
    """What each person says, in the order they say it."""
    said = collections.defaultdict(str)
    for row in rows_of("turns", STUDY):
        if row["role"] == "respondent":
            said[row["respondent"]] += row["text"] + "\n"
    return said


def persons(code, measure):
    """Who said it, counted straight from the coder's file; a child is its parents' too."""
    said = set()
    for row in rows_at("codings/elin.csv"):
        if row["status"] == "rejected" or code not in LINEAGE[row["code"]]:
            continue
        if measure == "wish":
            counts = row["state"] == "wish"
        else:
            counts = row["state"] in ("stated", "negated") and measure in ("any", row["polarity"])
        if counts:
            said.add(row["respondent"])
    return said


@test
def nothing_is_wrong_with_it_and_nothing_known_points_at_anybody():
    done = lyhord("check", STUDY)
    said = done.stderr.decode()
    equal(done.returncode, 0, said)
    assert "warning:" not in said and "error:" not in said, said


@test
def the_same_is_true_when_the_scheme_alone_says_who_they_are():
    with folder() as where:
        study = os.path.join(where, "study")
        shutil.copytree(STUDY, study)
        os.remove(os.path.join(study, "respondents.csv"))
        bases = {
            (by, row[by]): row["base"]
            for by in ("stad", "roll")
            for row in rows_of("tally", "--by", by, study)
        }
    towns = {"A": "8", "B": "5", "C": "8"}
    for town, base in towns.items():
        equal(bases["stad", town], base, town)
    equal((bases["roll", "H"], bases["roll", "B"]), ("9", "12"))


@test
def twenty_one_persons_of_three_towns_speak_and_nobody_is_unknown():
    turns = rows_of("turns", STUDY)
    equal({row["role"] for row in turns}, {"interviewer", "listener", "respondent"})
    equal(len({row["document"] for row in turns}), 21)
    people = rows_at("respondents.csv")
    equal({row["respondent"] for row in turns} - {""}, {row["id"] for row in people})
    for row in people:
        equal((row["stad"][0], row["roll"]), (row["id"][0], role_of(row["id"])), row["id"])
    for town, sizes in TOWNS.items():
        roles = [row["roll"] for row in people if row["stad"] == town]
        equal((roles.count("handläggare"), roles.count("brukare")), sizes, town)


@test
def an_interview_is_four_to_nine_hundred_words_and_so_is_what_its_person_says():
    """Words between spaces: what is said, without the marks of who says it."""
    lengths = collections.defaultdict(lambda: [0, 0])
    for row in rows_of("turns", STUDY):
        words = len(row["text"].split())
        lengths[row["document"]][0] += words
        lengths[row["document"]][1] += words if row["role"] == "respondent" else 0
    for name, both in lengths.items():
        assert all(400 <= words <= 900 for words in both), (name, both)


@test
def a_caseworker_is_asked_one_guide_and_a_client_the_other():
    asked = collections.defaultdict(set)
    for row in rows_of("turns", STUDY):
        if row["role"] == "respondent" and row["question"]:
            asked[row["respondent"]].add(row["question"])
    equal(len(asked), 21)
    for person, questions in asked.items():
        equal({question[0] for question in questions}, {person[1]}, person)
        assert len(questions) >= 4, (person, questions)


@test
def every_coding_says_its_persons_own_words():
    said = told()
    for row in rows_at("codings/elin.csv"):
        assert row["quote"] in said[row["respondent"]], row["quote"]
        equal(row["document"], row["respondent"])


@test
def persons_per_code_and_polarity_are_those_of_the_coders_file():
    table = rows_of("tally", STUDY)
    equal(list(dict.fromkeys(row["code"] for row in table)), list(LINEAGE))
    for row in table:
        wanted = len(persons(row["code"], row["polarity"]))
        equal((int(row["persons"]), row["base"]), (wanted, "21"), str(row))


@test
def the_two_roles_are_told_apart_in_every_number_that_is_shown():
    table = rows_of("tally", "--by", "roll", STUDY)
    equal({row["roll"]: row["base"] for row in table},
          {"Samtliga": "21", "handläggare": "9", "brukare": "12"})
    shown = 0
    for row in table:
        if row["roll"] == "Samtliga" or row["status"] != "shown":
            continue
        said = persons(row["code"], row["polarity"])
        equal(int(row["persons"]), sum(role_of(person) == row["roll"] for person in said), str(row))
        shown += 1
    assert shown, "not one number"


@test
def a_level_and_a_degree_meet_in_the_code_that_has_both_above_it():
    table = rows_of("tally", "--table", "typology", STUDY)
    equal(len(table), 9)
    cells = [code for code, above in LINEAGE.items() if len(above) == 3]
    wanted = [f"{len(persons(code, 'any'))} av 21" for code in cells]
    equal([row["persons"] for row in table], wanted)


@test
def it_looks_like_people():
    """Not everybody says everything, some say both, and there is that which nobody says."""
    by_code = {code: persons(code, "any") for code in LINEAGE}
    assert len({len(said) for said in by_code.values()}) > 5, by_code
    assert any(not persons(code, "+") for code in by_code)
    for code in ("individ-inflytande", "individ-makt", "handlingsplan"):
        assert persons(code, "+") & persons(code, "-"), code
    statuses = {row["status"] for row in rows_at("codings/elin.csv")}
    equal(statuses, {"accepted", "manual", "rejected"})


@test
def a_word_file_is_the_same_interview_as_its_plain_source():
    for source in sorted(glob.glob(os.path.join(SOURCES, "*.txt"))):
        name = os.path.basename(source)[:-4]
        made = os.path.join(STUDY, "transcripts", name + ".docx")
        texts = [[(row["role"], row["text"]) for row in rows_of("turns", path)]
                 for path in (source, made)]
        equal(texts[0], texts[1], name)


@test
def the_word_files_are_those_their_maker_makes():
    with folder() as where:
        samples = os.path.join(ROOT, "data-samples")
        shutil.copytree(os.path.join(samples, "sources"), os.path.join(where, "sources"))
        for study in ("brukarmedverkan", "brukarrevision"):
            os.makedirs(os.path.join(where, study, "transcripts"))
        maker = os.path.join(ROOT, "tools/make-sample-docx")
        subprocess.run([maker, where], check=True, stdout=subprocess.DEVNULL)
        made = glob.glob(os.path.join(where, "brukar*", "transcripts", "*.docx"))
        equal(len(made), 14)
        for path in made:
            kept = os.path.join(samples, os.path.relpath(path, where))
            assert filecmp.cmp(path, kept, shallow=False), kept


@test
def it_has_the_codebook_that_comes_with_the_program():
    own = os.path.join(ROOT, "codebooks/brukarmedverkan.csv")
    assert filecmp.cmp(own, BOOK, shallow=False)


main()
