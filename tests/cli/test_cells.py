"""Rows of decisions.csv that let a hidden figure be shown: of interviews, of a survey, and what check says of them."""
import os

from small_study import put
from tap import equal, folder, lyhord, main, rows_in, test

HEADING = "kind;target;value;who;reason;date\n"
OTHERS = "Övriga (syd, öst)"


def accepted(where, *targets, reason="Alla har sagt ja."):
    put(where, "decisions.csv", HEADING + "".join(f'cell;"{target}";accepted;Mira;{reason};2026-05-01\n' for target in targets))


def places():
    """Twelve: six of norr, three of syd, three of öst; the last two are merged."""
    return ["norr"] * 6 + ["syd"] * 3 + ["öst"] * 3


def interviews(where):
    """Four of norr say that they waited, nobody else does; that they were met well four of norr and two others."""
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n[groups]\nby = läge\n")
    put(where, "codebook.csv", "kod;definition;när;inte_när;exempel\nbemötande;hur;x;y;z\nväntan;tid;x;y;z\n")
    put(where, "respondents.csv", "id;läge\n" + "".join(f"R{i};{place}\n" for i, place in enumerate(places(), 11)))
    rows = ["document;code;polarity;status;quote"]
    for i, place in enumerate(places(), 11):
        put(where, f"transcripts/R{i}.txt", "I: Hur var det?\nR: Man fick vänta. De var snälla.\n")
        rows += [f"R{i};väntan;-;manual;fick vänta"] * (i < 15)
        rows += [f"R{i};bemötande;+;manual;De var snälla"] * (i < 15 or i in (17, 20))
    put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
    return where


def answers(where):
    """To 1 four of norr say Nej and nobody else; 2 is answered alike everywhere."""
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n[groups]\nby = läge\n")
    put(where, "questions.csv", "fråga;text;typ;alternativ;sammanslagning\n1;Är det bra?;en;Ja|Nej|Vet ej;säger = Ja + Nej\n"
        "2;Är det nära?;en;Ja|Nej;\n")
    put(where, "survey.csv", "id;läge;1;2\n" + "".join(
        f"{i};{place};{'Nej' if i < 4 else ('Ja', 'Vet ej')[i % 2]};{('Ja', 'Nej')[i % 2]}\n" for i, place in enumerate(places())))
    return where


SAYS = {"without a reason": "reason", "names no figure": "unknown", "is no merged group": "unknown",
        "is not hidden": "shown", "stays hidden, as": "stays", "before its codes were joined": "lapsed",
        "its value is": "value"}


def told(where, exit):
    """What check says of decisions.csv: the line, and in a word what is wrong."""
    done = lyhord("check", where, "--language", "en")
    said = done.stderr.decode()
    equal(done.returncode, exit, said)
    lines = [line.split("decisions.csv:")[1] for line in said.splitlines() if "decisions.csv:" in line]
    return [(int(line.split(":")[0]), next(SAYS[part] for part in SAYS if part in line)) for line in lines], said


def figure(where, command, key, group):
    rows = rows_in(lyhord(command, where, "-q", "--by", "läge", "-f", "csv"), 0)
    return [row[("persons", "count")[command == "survey"]] for row in rows
            if row["läge"] == group and tuple(row[name] for name in key) == tuple(key.values())][0]


@test
def a_none_of_a_merged_group_is_shown_when_somebody_accepts_it_by_name():
    wait = {"code": "väntan", "polarity": "-"}
    with folder() as where:
        interviews(where)
        equal(figure(where, "tally", wait, OTHERS), "..")
        accepted(where, f"väntan.minus@{OTHERS}", f"väntan@{OTHERS}")
        equal(figure(where, "tally", wait, OTHERS), "0")
        equal(told(where, 0)[0], [])
        accepted(where, f"väntan.minus@{OTHERS}", f"väntan@{OTHERS}", reason="")
        equal(figure(where, "tally", wait, OTHERS), "..")
        equal(told(where, 1)[0], [(2, "reason"), (3, "reason")])


@test
def check_names_the_rows_that_change_nothing_and_what_would_be_right():
    with folder() as where:
        interviews(where)
        accepted(where, f"väntan.minus@{OTHERS}", f"väntan@{OTHERS}", f"bemötande.plus@{OTHERS}", "väntan@syd",
                 f"kaffe@{OTHERS}", "väntan.minus", f"survey:1.Ja@{OTHERS}")
        found, said = told(where, 1)
        equal(found, [(4, "shown"), (5, "unknown"), (6, "unknown"), (7, "unknown"), (8, "unknown")])
        assert "no figure of the survey" in said and "'syd' is no merged group" in said, said


@test
def a_row_that_lapsed_is_to_be_looked_at_anew_and_the_last_of_a_target_is_the_one_that_holds():
    with folder() as where:
        interviews(where)
        accepted(where, f"väntan.minus@{OTHERS}", f"väntan@{OTHERS}", f"bemötande.plus@{OTHERS}", f"väntan@{OTHERS}")
        with open(os.path.join(where, "decisions.csv"), encoding="utf-8") as file:
            lines = file.read().splitlines()
        lines[1] = lines[1].replace("accepted", "lapsed")
        lines[2] = lines[2].replace("accepted", "nja")  # a later row of the target says otherwise
        lines[3] = lines[3].replace("accepted", "ja")
        put(where, "decisions.csv", "\n".join(lines) + "\n")
        equal(told(where, 1)[0], [(2, "lapsed"), (4, "value")])


@test
def so_is_a_row_of_a_survey():
    no, know = {"question": "1", "alternative": "Nej"}, {"question": "1", "alternative": "Vet ej"}
    with folder() as where:
        answers(where)
        equal(figure(where, "survey", no, OTHERS), "..")
        accepted(where, f"survey:1.Nej@{OTHERS}")
        equal(figure(where, "survey", no, OTHERS), "0")
        equal(figure(where, "survey", know, OTHERS), "3")
        equal(told(where, 0)[0], [])
        accepted(where, f"survey:1.Nej@{OTHERS}", f"survey:2.Ja@{OTHERS}", "survey:1.Kanske@x", "survey:1.Nej@syd",
                 f"survey:9.Nej@{OTHERS}")
        equal(told(where, 1)[0], [(3, "shown"), (4, "unknown"), (5, "unknown"), (6, "unknown")])
        accepted(where, f"survey:1.Nej@{OTHERS}", reason="")
        equal(figure(where, "survey", no, OTHERS), "..")
        equal(told(where, 1)[0], [(2, "reason")])


@test
def what_is_neither_none_nor_all_stays_hidden_whoever_accepts_it():
    # of norr four said Nej: with Nej hidden, one more row of the split has to go, and that is no none
    with folder() as where:
        answers(where)
        hidden = {row["alternative"] for row in rows_in(lyhord("survey", where, "-q", "--by", "läge", "-f", "csv"), 0)
                  if row["question"] == "1" and row["läge"] == OTHERS and row["count"] == ".."} - {"Nej"}
        assert hidden, "one more row must be hidden"
        label = sorted(name.split(" (")[0] for name in hidden)[0]
        accepted(where, f"survey:1.{label}@{OTHERS}")
        equal(told(where, 1)[0], [(2, "stays")])


main()
