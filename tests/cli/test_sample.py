"""The sample study: its numbers worked out a second way, its coders' quotes, its codebook."""
import csv
import filecmp
import os

from tap import ROOT, SAMPLE, equal, folder, lineages, lyhord, main, rows_in, test


BOOK = os.path.join(SAMPLE, "codebook.csv")


def codings():
    with open(os.path.join(SAMPLE, "codings/gemensam.csv"), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def offices():
    with open(os.path.join(SAMPLE, "respondents.csv"), encoding="utf-8") as file:
        return {row["id"]: row["kontor"] for row in csv.DictReader(file, delimiter=";")}


def persons(code, measure):
    """Who said it, counted straight from the file people typed; a child is its parent's too."""
    said, above = set(), lineages(BOOK)
    for row in codings():
        counts = row["state"] in ("stated", "negated")
        is_wish = measure == "wish" and row["state"] == "wish"
        is_said = counts and measure in ("any", row["polarity"])
        if code in above[row["code"]] and (is_wish or is_said):
            said.add(row["document"])
    return said


@test
def persons_per_code_and_polarity_are_those_of_the_file():
    table = rows_in(lyhord("tally", SAMPLE))
    equal(list(dict.fromkeys(row["code"] for row in table)), list(lineages(BOOK)))
    for row in table:
        wanted = len(persons(row["code"], row["polarity"]))
        equal((int(row["persons"]), row["base"]), (wanted, "12"), str(row))


@test
def groups_are_counted_and_the_two_small_ones_are_merged():
    table = rows_in(lyhord("tally", "--by", "kontor", SAMPLE))
    groups = {row["kontor"]: row["base"] for row in table}
    equal(groups, {"Samtliga": "12", "Norr": "5", "Övriga (Söder, Väst)": "7"})
    at = offices()
    for row in table:
        if row["persons"] in ("", "..") or row["kontor"] == "Samtliga":
            continue
        is_north = row["kontor"] == "Norr"
        said = persons(row["code"], row["polarity"])
        wanted = sum((at[person] == "Norr") == is_north for person in said)
        equal(int(row["persons"]), wanted, str(row))


@test
def a_merged_group_never_shows_none_or_all_unless_everyones_figure_tells_it():
    rows = rows_in(lyhord("tally", "--by", "kontor", SAMPLE))
    everyone = {(row["code"], row["polarity"]): row["persons"] for row in rows if row["kontor"] == "Samtliga"}
    for row in rows:
        if row["kontor"].startswith("Övriga") and everyone[row["code"], row["polarity"]] not in ("0", "12"):
            assert row["persons"] not in ("0", "7"), row


@test
def the_report_shows_the_groups_the_study_asks_for():
    with folder() as where:
        done = lyhord("report", "--quiet", SAMPLE, "-o", where)
        equal(done.returncode, 0, done.stderr.decode())
        with open(os.path.join(where, "tables/table-02.csv"), encoding="utf-8-sig") as file:
            heading = file.readline()
        equal(len(heading.split(";")), 4, heading)


@test
def in_the_report_sub_themes_stand_below_their_theme():
    with open(BOOK, encoding="utf-8") as file:
        codes = list(csv.DictReader(file, delimiter=";"))
    label = {row["kod"]: row["namn"] for row in codes}
    theme_of = {row["namn"]: label[row["överordnad"]] for row in codes if row["överordnad"]}
    with folder() as where:
        done = lyhord("report", "--quiet", SAMPLE, "-o", where)
        equal(done.returncode, 0, done.stderr.decode())
        with open(os.path.join(where, "tables/table-01.csv"), encoding="utf-8-sig") as file:
            rows = [line.split(";")[0] for line in file][1:]
    theme, below = None, set()
    for row in rows:
        if row.startswith("– "):
            equal(theme_of[row[2:]], theme, row)
            below.add(row[2:])
        else:
            theme = row
            assert theme not in theme_of, theme
    said = {label[row["code"]] for row in codings() if row["state"] in ("stated", "negated")}
    equal(below, said & set(theme_of))


@test
def every_quote_of_all_three_sets_is_found():
    done = lyhord("check", SAMPLE)
    said = done.stderr.decode()
    for word in ("quote-missing", "quote-several", "coding-nowhere", "coding-outside"):
        assert word not in said, said
    assert done.returncode in (0, 1), said


@test
def twelve_persons_speak_and_nobody_is_unknown():
    turns = rows_in(lyhord("turns", SAMPLE))
    equal(len({row["document"] for row in turns}), 12)
    equal({row["respondent"] for row in turns if row["role"] == "respondent"}, set(offices()))
    equal({row["role"] for row in turns}, {"interviewer", "listener", "respondent"})
    for row in turns:
        equal(row["respondent"], row["document"] if row["role"] == "respondent" else "", str(row))


@test
def the_sample_has_the_codebook_that_comes_with_the_program():
    assert filecmp.cmp(
        os.path.join(ROOT, "codebooks/brukarrevision.csv"),
        os.path.join(SAMPLE, "codebook.csv"),
        shallow=False,
    )


@test
def respondents_words_are_those_a_plain_count_finds():
    """tokens marks words; a second count splits the turns at white space: the same within a hair."""
    turns = rows_in(lyhord("turns", SAMPLE))
    plain = sum(
        sum(any(c.isalnum() for c in word) for word in row["text"].split())
        for row in turns
        if row["role"] == "respondent"
    )
    tokens = rows_in(lyhord("tokens", SAMPLE))
    role = {(row["document"], row["turn"]): row["role"] for row in turns}
    words = sum(
        any(c.isalnum() for c in row["token"])
        for row in tokens
        if role[row["document"], row["turn"]] == "respondent"
    )
    assert abs(words - plain) <= plain / 100, (words, plain)


main()
