"""A survey's tables as one release: what they tell together, the ledger, ids, rows without ids, persons in both."""
import csv
import io
import itertools
import os
import random

from tap import Skipped, equal, folder, lyhord, main, rows_in, rows_of, test

# So many small surveys an attacker looks at, and a third as many large ones.
STUDIES = int(os.environ.get("LYHORD_ATTACKER_STUDIES", "12"))
QUESTIONS = "fråga;text;typ;alternativ;sammanslagning\n"
ROW = "release;survey-1;survey:kön = 1|2|3|4|5|6|7|8|9|10|11|12;;;2026-05-01"


def put(where, name, text):
    path = os.path.join(where, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def study(where, rows, heading="id;kön;1", questions="1;Är det bra?;en;Ja|Nej;\n", by="kön", more=""):
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\ndate = 2026-05-01\n"
        + (f"[groups]\nby = {by}\n" if by else "") + more)
    put(where, "questions.csv", QUESTIONS + questions)
    put(where, "survey.csv", heading + "\n" + "".join(row + "\n" for row in rows))
    return where


def twelve(first=1):
    return [f"{first + i};{'kvinna' if i % 2 else 'man'};{'Ja' if i % 3 else 'Nej'}" for i in range(12)]


def releases(where):
    path = os.path.join(where, "decisions.csv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if line.startswith("release;")]


def release(where, *more, exit=0):
    done = lyhord("survey", where, "--release", "-f", "csv", *more)
    equal(done.returncode, exit, done.stderr.decode())
    return done.stderr.decode()


# ---- the ledger ----

@test
def a_release_writes_its_row_once():
    with folder() as where:
        study(where, twelve())
        release(where)
        equal(releases(where), [ROW])
        release(where, "--question", "1")
        equal(releases(where), [ROW])
        release(where, "--by", "1")
        equal(releases(where)[1].split(" = ")[0], "release;survey-2;survey:1")


@test
def a_look_inside_the_house_writes_nothing():
    with folder() as where:
        study(where, twelve())
        equal(lyhord("survey", where, "--by", "kön").returncode, 0)
        equal(releases(where), [])


@test
def a_report_of_a_survey_is_a_release_and_a_draft_is_none():
    with folder() as where:
        study(where, twelve())
        out = os.path.join(where, "reports/a")
        equal(lyhord("report", where, "--draft", "-o", out).returncode, 0)
        equal(releases(where), [])
        done = lyhord("report", where, "-o", os.path.join(where, "reports/b"))
        equal(done.returncode, 0, done.stderr.decode())
        equal(releases(where), [ROW.replace("survey-1", "report-1")])
        made = sorted(os.listdir(os.path.join(where, "reports/b")))
        equal(made, ["manifest.json", "method.en.md", "method.sv.md", "report.docx", "report.html", "report.md", "report.pdf",
                     "tables", "tables.xlsx"])
        # everyone's table, and the one by the background of [groups] by
        equal(sorted(os.listdir(os.path.join(where, "reports/b/tables"))), ["table-01.csv", "table-02.csv"])
        method = open(os.path.join(where, "reports/b/method.en.md"), encoding="utf-8").read()
        assert "Sharma" in method and "COREQ" in method, method


@test
def persons_that_differ_by_few_are_refused_until_somebody_says_why():
    with folder() as where:
        study(where, twelve())
        release(where)
        study(where, twelve() + ["13;man;Ja", "14;man;Nej"])
        said = release(where, exit=77)
        assert "'survey-1'" in said and "release;survey-1;accepted;" in said, said
        equal(len(releases(where)), 1)
        equal(lyhord("report", where, "-o", os.path.join(where, "reports/b")).returncode, 77)
        with open(os.path.join(where, "decisions.csv"), "a", encoding="utf-8") as file:
            file.write("release;survey-1;accepted;Mira;två kom sent;2026-05-02\n")
        release(where)
        equal(len(releases(where)), 3)


@test
def five_more_persons_are_let_through():
    with folder() as where:
        study(where, twelve())
        release(where)
        study(where, twelve() + [f"{i};man;Ja" for i in range(13, 18)])
        release(where)
        equal(len(releases(where)), 2)


@test
def who_has_withdrawn_is_no_difference_and_leaves_the_ledger():
    with folder() as where:
        study(where, twelve())
        release(where)
        equal(lyhord("withdraw", "3", where, "--yes").returncode, 0)
        assert "|3|" not in releases(where)[0], releases(where)
        release(where)


# ---- without ids ----

@test
def rows_without_ids_are_known_by_what_they_answered():
    with folder() as where:
        rows = [row.split(";", 1)[1] for row in twelve()]
        study(where, rows, heading="kön;1")
        release(where)
        persons = releases(where)[0].split(" = ")[1].split(";")[0].split("|")
        equal(len(persons), 12)
        equal(len(set(persons)), 12)
        assert all(person.startswith("#") for person in persons), persons
        random.Random(1).shuffle(rows)  # another order is the same persons
        study(where, rows, heading="kön;1")
        release(where)
        equal(len(releases(where)), 1)
        study(where, rows + ["man;Ja"], heading="kön;1")
        release(where, exit=77)


# ---- interviews and survey ----

@test
def persons_in_both_are_said_and_each_has_its_own_row_in_the_ledger():
    with folder() as where:
        study(where, twelve(), by=None)
        put(where, "codebook.csv", "kod;definition\nbemötande;hur man möts\n")
        put(where, "codings/gemensam.csv", "document;code;polarity;status;quote\n" +
            "".join(f"{i};bemötande;+;manual;lyssnar\n" for i in range(8, 13)))
        for number in range(8, 15):
            put(where, f"transcripts/{number}.txt", "I: Hur var det?\nR: De lyssnar på oss.\n")
        done = lyhord("report", where, "-o", os.path.join(where, "reports/b"))
        equal(done.returncode, 0, done.stderr.decode())
        equal([row.split(" = ")[0] for row in releases(where)],
              ["release;report-1;all", "release;survey-1;survey:all"])
        method = open(os.path.join(where, "reports/b/method.en.md"), encoding="utf-8").read()
        assert "Of those who answered, 5 were interviewed too." in method, method
        check = lyhord("check", where, "--language", "en").stderr.decode()
        assert "5 ids are both in the interviews and in the survey" in check, check


@test
def in_a_table_of_answers_every_id_is_a_person():
    with folder() as where:
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\n")
        put(where, "transcripts/svar.csv", "respondent;fråga;svar\nAnna;Hur?;Bra.\nBo;Hur?;Dåligt.\nAnna;Mer?;Nej.\n")
        rows = rows_in(lyhord("turns", where, "-f", "csv"), 0)
        equal([row["respondent"] for row in rows if row["role"] == "respondent"], ["Anna", "Bo", "Anna"])
        put(where, "respondents.csv", "id\nAnna\n")
        done = lyhord("turns", where, "-f", "csv", "--language", "en")
        equal(done.returncode, 65)
        assert "respondent 'Bo' has no row in respondents.csv" in done.stderr.decode(), done.stderr.decode()


# ---- withdrawing from files that are no CSV ----

def workbook(path, rows):
    """A sheet of text cells, as any program writes them."""
    import zipfile
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row.split(";")) + "</row>"
                    for row in rows)
    space = "http://schemas.openxmlformats.org/"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="{space}package/2006/content-types">'
                         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                         '<Default Extension="xml" ContentType="application/xml"/></Types>')
        archive.writestr("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="{space}package/2006/relationships">'
                         f'<Relationship Id="r1" Type="{space}officeDocument/2006/relationships/officeDocument" '
                         'Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/workbook.xml", f'<?xml version="1.0"?><workbook xmlns="{space}spreadsheetml/2006/main" '
                         f'xmlns:r="{space}officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
                         '</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="{space}package/2006/relationships">'
                         f'<Relationship Id="r1" Type="{space}officeDocument/2006/relationships/worksheet" '
                         'Target="worksheets/sheet1.xml"/></Relationships>')
        archive.writestr("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet xmlns="{space}spreadsheetml/2006/main">'
                         f'<sheetData>{cells}</sheetData></worksheet>')


@test
def a_workbook_is_replaced_by_a_csv_of_everybody_else():
    with folder() as where:
        study(where, twelve())
        before = open(os.path.join(where, "survey.csv"), encoding="utf-8").read().splitlines()
        os.remove(os.path.join(where, "survey.csv"))
        workbook(os.path.join(where, "survey.xlsx"), before)
        done = lyhord("withdraw", "3", where, "--yes", "--language", "en")
        equal(done.returncode, 0, done.stderr.decode())
        assert "is replaced by survey.csv" in done.stderr.decode(), done.stderr.decode()
        assert not os.path.exists(os.path.join(where, "survey.xlsx"))
        after = open(os.path.join(where, "survey.csv"), encoding="utf-8").read().splitlines()
        equal(after, [line for line in before if not line.startswith("3;")])
        rows = rows_in(lyhord("survey", where, "-q", "-f", "csv"), 0)
        equal([row["base"] for row in rows if row["kind"] == "total" and row["kön"] == "Samtliga"], ["11"])


@test
def a_data_file_of_spss_is_replaced_by_a_csv_of_everybody_else():
    with folder() as where:
        study(where, twelve())
        made = lyhord("turns", where)  # nothing to see; the study opens
        equal(made.returncode, 0, made.stderr.decode())
        sav = os.path.join(where, "survey.sav")
        if os.system(f"printf 'GET DATA /TYPE=TXT /FILE=\"{where}/survey.csv\" /FIRSTCASE=2 /DELIMITERS=\";\" "
                     f"/VARIABLES=id A4 kon A8 F1 A4.\nSAVE OUTFILE=\"{sav}\".\n' > {where}/make.sps && "
                     f"pspp {where}/make.sps > /dev/null 2>&1") != 0:
            raise Skipped("pspp is not installed")
        os.remove(os.path.join(where, "survey.csv"))
        os.remove(os.path.join(where, "make.sps"))
        done = lyhord("withdraw", "3", where, "--yes")
        equal(done.returncode, 0, done.stderr.decode())
        assert not os.path.exists(sav)
        rows = rows_in(lyhord("survey", where, "-q", "--by", "kon", "-f", "csv"), 0)
        equal([row["base"] for row in rows if row["kind"] == "total" and row["kon"] == "Samtliga"], ["11"])


@test
def a_workbook_without_ids_is_left_alone():
    with folder() as where:
        study(where, twelve())
        os.remove(os.path.join(where, "survey.csv"))
        workbook(os.path.join(where, "survey.xlsx"), ["kön;1"] + [row.split(";", 1)[1] for row in twelve()])
        equal(lyhord("withdraw", "enkät-3", where, "--yes").returncode, 65)
        equal(os.path.exists(os.path.join(where, "survey.csv")), False)


# ---- names in answers ----

@test
def names_in_answers_are_proposed_and_a_new_survey_is_written():
    rows = [row + f";{'Tack Petter Lindqvist, ' if i == 2 else ''}Bra så;{i}" for i, row in enumerate(twelve())]
    rows[4] = '5;man;Ja;"Rad ett\nFråga Petter Lindqvist i luckan";4'
    with folder() as where:
        inside = os.path.join(where, "s")
        study(inside, rows, heading="id;kön;1;2;ålder",
              questions="1;Är det bra?;en;Ja|Nej;\n2;Vad mer?;text;;\n", by=None)
        key, to = os.path.join(where, "nyckel.csv"), os.path.join(where, "nya")
        equal(lyhord("anonymize", inside, "-o", key).returncode, 0)
        with open(key, encoding="utf-8-sig", newline="") as file:
            proposed = list(csv.DictReader(file, delimiter=";"))
        # "Tack Petter Lindqvist, Bra så": a capital inside a sentence is worth a look, and nothing stands for it
        equal([(row["document"], row["text"], bool(row["replacement"])) for row in proposed],
              [("survey-2", "Petter Lindqvist", True), ("survey-2", "Bra", False), ("survey-2", "Petter Lindqvist", True)])
        done = lyhord("anonymize", inside, "--apply", key, "--to", to, "--yes")
        equal(done.returncode, 0, done.stderr.decode())
        made = open(os.path.join(to, "survey.csv"), encoding="utf-8-sig").read()
        was = open(os.path.join(inside, "survey.csv"), encoding="utf-8").read()
        assert "Petter" not in made, made
        again = made.replace(proposed[0]["replacement"], "Petter Lindqvist")
        equal(*(list(csv.reader(io.StringIO(text), delimiter=";")) for text in (again, was)))


@test
def ids_that_are_names_are_told_of_and_stay():
    rows = [f"{name};man;Ja;Bra" for name in ("Petter Lindqvist", "640823-3234", "3", "R04", "Danuta Kowalska", "6")]
    with folder() as where:
        inside = study(os.path.join(where, "s"), rows, heading="id;kön;1;2",
                       questions="1;Är det bra?;en;Ja|Nej;\n2;Vad mer?;text;;\n", by=None)
        done = lyhord("anonymize", inside, "-o", os.path.join(where, "nyckel.csv"), "--language", "en")
        equal(done.returncode, 0, done.stderr.decode())
        assert "(persons: 3) and stay as they are" in done.stderr.decode(), done.stderr.decode()
        check = lyhord("check", inside, "--language", "en").stderr.decode()
        told = {line.split("survey.csv:")[1].split(":")[0] for line in check.splitlines() if "warning: this looks" in line}
        equal(told, {"2", "3", "6"})


# ---- order ----

@test
def backgrounds_stand_in_the_order_people_gave():
    rows = [f"{i};{'yngre' if i % 2 else 'äldre'};Ja" for i in range(12)] + [f"{20 + i};anna;Nej" for i in range(6)]
    with folder() as where:
        study(where, rows)
        shown = rows_in(lyhord("survey", where, "-q", "--by", "kön", "-f", "csv"), 0)
        equal([row["kön"] for row in shown[:4]], ["Samtliga", "äldre", "yngre", "anna"])
        study(where, rows, more="[order]\nkön = anna | yngre | äldre\n")
        shown = rows_in(lyhord("survey", where, "-q", "--by", "kön", "-f", "csv"), 0)
        equal([row["kön"] for row in shown[:4]], ["Samtliga", "anna", "yngre", "äldre"])


# ---- what tables tell together ----

@test
def a_group_left_over_by_another_background_is_hidden():
    """Unit b is team b1 (3) and team b2 (6). b2 stands alone by team, so b less b2 would be b1: of one of the two splits rows must go.

    b2's, and one more by team, or b2 is everyone less the others: as a1, a2, a3 and b1, b2 add up to units, with Others and a1 shown
    one of b1 more is one of b2 fewer, one of a2 more and one of a3 fewer.
    """
    rows, number = [], 0
    for unit, team, answers in (("a", "a1", "JJJNN"), ("a", "a2", "JNNNJ"), ("a", "a3", "JN"),
                                ("b", "b1", "JJN"), ("b", "b2", "JNNNJJ")):
        for answer in answers:
            number += 1
            rows.append(f"{number};{unit};{team};{'Ja' if answer == 'J' else 'Nej'}")
    with folder() as where:
        study(where, rows, heading="id;enhet;grupp;1", by="enhet, grupp")
        release(where)
        unit = rows_in(lyhord("survey", where, "-q", "--by", "enhet", "-f", "csv"), 0)
        team = rows_in(lyhord("survey", where, "-q", "--by", "grupp", "-f", "csv"), 0)
        assert all(row["status"] != "hidden" for row in unit), unit
        hidden = [row for row in team if row["kind"] == "alternative" and row["grupp"] != "Samtliga"]
        equal({row["grupp"] for row in hidden if row["status"] == "hidden"}, {"a2", "b2"})


@test
def nobody_of_a_small_group_answering_is_not_told_by_its_missing_name():
    rows = [f"{i};a;Ja" for i in range(6)] + [f"{10 + i};b;{'Ja' if i else 'Nej'}" for i in range(6)]
    rows += [f"{20 + i};c;" for i in range(3)]
    with folder() as where:
        study(where, rows)
        shown = rows_in(lyhord("survey", where, "-q", "--by", "kön", "-f", "csv"), 0)
        equal({row["kön"] for row in shown}, {"Samtliga"})


@test
def a_pair_of_backgrounds_is_nested():
    rows = [f"{i};{'kvinna' if i % 2 else 'man'};{'norr' if i % 4 < 2 else 'syd'};{'Ja' if i % 3 else 'Nej'}" for i in range(48)]
    with folder() as where:
        study(where, rows, heading="id;kön;ort;1", by="kön+ort")
        release(where)
        assert releases(where)[0].startswith("release;survey-1;survey:kön+ort = "), releases(where)
        shown = rows_in(lyhord("survey", where, "-q", "--by", "kön,ort", "-f", "csv"), 0)
        equal([(row["kön"], row["ort"]) for row in shown if row["kind"] == "total"],
              [("Samtliga", "Samtliga"), ("man", "Samtliga"), ("man", "norr"), ("man", "syd"),
               ("kvinna", "Samtliga"), ("kvinna", "norr"), ("kvinna", "syd")])


def hidden_groups(people, names):
    """Values of the backgrounds that one to four who answered have: the persons."""
    for name in names:
        for value in sorted({person[name] for person in people}):
            group = [i for i, person in enumerate(people) if person[name] == value]
            if len(group) < 5:
                yield group


def bounds(people, answers, printed, group, answer):
    """Fewest and most of @group who can have given @answer, by the printed figures alone (HiGHS)."""
    import numpy
    from scipy.optimize import LinearConstraint, milp
    cells = sorted({(person["a"], person["b"]) for person in people})  # alike to everybody
    of = [cells.index((person["a"], person["b"])) for person in people]
    wide = len(cells) * len(answers)
    sizes = [of.count(cell) for cell in range(len(cells))]

    def row(those, chosen):
        made = numpy.zeros(wide)
        for cell in {of[i] for i in those}:
            for answer_there in chosen:
                made[cell * len(answers) + answers.index(answer_there)] = 1
        return made

    rows = [row([of.index(cell)], answers) for cell in range(len(cells))]  # one answer each
    rows += [row(members, chosen) for members, chosen, _ in printed]
    sums = sizes + [count for *_, count in printed]
    limits = LinearConstraint(numpy.array(rows), sums, sums)
    found = []
    for sign in (1, -1):
        done = milp(sign * row(group, [answer]), constraints=limits, integrality=numpy.ones(wide),
                    bounds=(0, numpy.repeat(sizes, len(answers))))
        assert done.success, done.message
        found.append(round(sign * done.fun))
    return found


def drawn_survey(dice, size):
    """Persons of backgrounds that few have, and who answer more or less alike."""
    few = [size // 30, 3, 2, 1]
    return [{"a": dice.choices("kmxyz", [size // 2, size // 3, *few[1:]])[0],
             "b": dice.choices("nsöäå", [size // 2, size // 4, *few[:3]])[0],
             "1": dice.choices(["Ja", "Nej", "Vet ej"], [50, 40, 10])[0]} for _ in range(size)]


def figures_told(where, people):
    """(persons, answers, their number) of all that the tables by a and by b show, and the backgrounds not refused."""
    printed, names = [], set()
    for name in "ab":
        for row in rows_in(lyhord("survey", where, "-q", "--by", name, "-f", "csv"), 0):
            value = row[name]
            names.update(name * (value != "Samtliga"))
            if row["kind"] not in ("alternative", "pooled") or row["count"] in ("", ".."):
                continue
            of = value[value.index("(") + 1:-1].split(", ") if "(" in value else [value]
            printed.append(([i for i, p in enumerate(people) if value == "Samtliga" or p[name] in of],
                            ["Ja", "Nej"] if row["kind"] == "pooled" else [row["alternative"]], int(row["count"])))
    return printed, sorted(names)


@test
def an_attacker_with_all_tables_cannot_tell_what_a_small_group_answered():
    try:
        import scipy.optimize  # noqa: F401
    except ImportError:
        raise Skipped("python3-scipy is not installed")
    dice, told, shown = random.Random(20260501), 0, 0
    answers = ["Ja", "Nej", "Vet ej"]
    small = [[{"a": dice.choice("kkkkmmmmx"), "b": dice.choice("nnnsssö"), "1": dice.choice(answers[:2] * 2 + answers)}
              for _ in range(dice.randint(14, 26))] for _ in range(STUDIES)]
    for number, people in enumerate(small + [drawn_survey(dice, 200) for _ in range(STUDIES // 3)]):
        with folder() as where:
            study(where, [f"{i};{p['a']};{p['b']};{p['1']}" for i, p in enumerate(people)], heading="id;a;b;1",
                  questions="1;Är det bra?;en;Ja|Nej|Vet ej;svarar = Ja + Nej\n", by="a, b")
            printed, names = figures_told(where, people)
        shown += len(printed) > 8  # everyone's figures, twice, are eight
        for group, answer in itertools.product(hidden_groups(people, names), answers):
            total = sum(person["1"] == answer for person in people)
            if total in (0, len(people)):
                continue
            least, most = bounds(people, answers, printed, group, answer)
            assert least < most, (number, group, answer, printed)
            told += 1
    assert told > 5 * STUDIES and shown > STUDIES // 2, (told, shown)


main()
