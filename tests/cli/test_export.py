"""`export`: valid against the official schemas, and what an independent reader finds is the study's."""
import io
import os
import re
import subprocess
import xml.etree.ElementTree as xml
import zipfile

from small_study import PIECES, WORDS, put, small_study
from tap import ROOT, Skipped, environment, equal, folder, lyhord, main, rows_in, test

Q = "{urn:QDA-XML:project:1.0}"
SCHEMAS = os.path.join(ROOT, "tests/store/refi")
BOOK = (
    "kod;överordnad;namn;färg;definition;när;inte_när;exempel;regler\n"
    "kontakt;;Kontakt;#336699;hur man når & nås;x;y;z;\n"
    "bemötande;kontakt;;;hur man <möts>;x;y;z;lyssnar\nlokal;;;;rum;x;y;z;\n"
    "väntan;kontakt|lokal;;;tid;x;y;z;vänta\n"
)


def study(where):
    small_study(where)
    put(where, "codebook.csv", BOOK)
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov & \"sånt\"\ndate = 2026-05-01\n")
    put(where, "codings/mira.csv", "document;code;polarity;state;status;quote\n"
        "R1;bemötande;+;stated;manual;öronen på skaft\nR1;väntan;-;negated;accepted;lyssnar\n"
        "R2;lokal;0;stated;rejected;soffa\nR2;lokal;0;stated;suggested;skinn\n")
    # two persons in one text, and a character beyond the first plane
    put(where, "transcripts/par.txt", "I: Hur?\nIP1: Bra 👍 här.\nIP2: Kön är lång.\n")
    put(where, "transcripts.csv", "fil;respondent;respondentmärke\npar.txt;R1;IP1\npar.txt;R2;IP2\n")
    with open(os.path.join(where, "codings/gemensam.csv"), "a", encoding="utf-8") as file:
        file.write("par;väntan;-;manual;Kön är lång;\n")
    return where


def exported(where, *more):
    path = os.path.join(where, "ut.qdpx")
    done = lyhord("export", "--format", "qdpx", "--yes", "-o", path, where, *more)
    equal(done.returncode, 0, done.stderr.decode())
    with open(path, "rb") as file:
        return file.read(), done.stderr.decode()


def project(bytes_):
    archive = zipfile.ZipFile(io.BytesIO(bytes_))
    return archive, xml.fromstring(archive.read("project.qde"))


def valid(schema, text):
    done = subprocess.run(["xmllint", "--noout", "--schema", os.path.join(SCHEMAS, schema), "-"],
                          input=text, capture_output=True)
    equal(done.returncode, 0, done.stderr.decode())


@test
def both_files_are_valid_against_the_official_schemas():
    try:
        subprocess.run(["xmllint", "--version"], capture_output=True)
    except FileNotFoundError:
        raise Skipped("missing package libxml2-utils")
    with folder() as where:
        archive, _ = project(exported(study(where))[0])
        valid("Project.xsd", archive.read("project.qde"))
        done = lyhord("export", "--format", "qdc", where)
        equal(done.returncode, 0, done.stderr.decode())
        valid("Codebook.xsd", done.stdout)
        for words in WORDS.values():
            assert words.encode() not in done.stdout


@test
def every_selection_says_what_the_text_says_at_its_place_in_code_points():
    with folder() as where:
        archive, root = project(exported(study(where))[0])
        found = {}
        names = {code.get("guid"): code.get("name") for code in root.iter(Q + "Code")}
        users = {user.get("guid"): user.get("name") for user in root.iter(Q + "User")}
        for source in root.iter(Q + "TextSource"):
            path = source.get("plainTextPath").replace("internal://", "sources/")
            raw = archive.read(path)
            assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw
            text = raw.decode("utf-8")
            for part in source.iter(Q + "PlainTextSelection"):
                said = text[int(part.get("startPosition")):int(part.get("endPosition"))]
                codes = [names[ref.get("targetGUID")] for ref in part.iter(Q + "CodeRef")]
                if codes:
                    equal(part.get("name"), said)
                    key = users[part.get("creatingUser")], source.get("name"), codes[0]
                    found[key] = said, part.find(Q + "Description").text
        wanted = {("gemensam", who, code): (quote, f"polarity: {sign}")
                  for who, (code, sign, quote) in PIECES.items()}
        wanted = {key: (said, what + "\nmark: quote") for key, (said, what) in wanted.items()}
        wanted["gemensam", "par", "väntan"] = "Kön är lång", "polarity: -"
        wanted["mira", "R1", "bemötande"] = "öronen på skaft", "polarity: +"
        wanted["mira", "R1", "väntan"] = "lyssnar", "polarity: -\nstate: negated\nstatus: accepted"
        equal(found, wanted)


@test
def people_are_cases_and_whose_turn_it_is_stands_where_several_speak():
    with folder() as where:
        archive, root = project(exported(study(where))[0])
        variables = {v.get("guid"): v.get("name") for v in root.iter(Q + "Variable")}
        values = {case.get("name"): {variables[v.find(Q + "VariableRef").get("targetGUID")]:
                                     v.find(Q + "TextValue").text
                                     for v in case.iter(Q + "VariableValue")}
                  for case in root.iter(Q + "Case")}
        equal(values, {w: {"läge": "norr" if w < "R3" else "syd"} for w in WORDS})
        sources = {s.get("guid"): s.get("name") for s in root.iter(Q + "TextSource")}
        first = next(c for c in root.iter(Q + "Case") if c.get("name") == "R1")
        equal([sources[r.get("targetGUID")] for r in first.iter(Q + "SourceRef")], ["R1"])
        parts = {p.get("guid"): (p.get("startPosition"), p.get("endPosition"))
                 for p in root.iter(Q + "PlainTextSelection")}
        # "I: Hur?\nIP1: " is 13 characters, "Bra 👍 här." 10
        equal([parts[r.get("targetGUID")] for r in first.iter(Q + "SelectionRef")], [("13", "23")])


@test
def several_parents_are_nested_under_the_first_and_the_others_are_named():
    with folder() as where:
        _, root = project(exported(study(where))[0])
        above = {child.get("name"): parent.get("name")
                 for parent in root.iter(Q + "Code") for child in parent.findall(Q + "Code")}
        equal(above, {"bemötande": "kontakt", "väntan": "kontakt"})
        wait = next(c for c in root.iter(Q + "Code") if c.get("name") == "väntan")
        assert "kontakt | lokal" in wait.find(Q + "Description").text


@test
def the_same_bytes_each_time_and_no_path_of_anybody():
    with folder() as one, folder() as two:
        a, b = exported(study(one))[0], exported(study(two))[0]
        equal(a, b)
        whole = b"".join(project(a)[0].read(name) for name in project(a)[0].namelist())
        assert one.encode() not in whole and b"/tmp" not in whole
        guids = re.findall(rb'guid="([^"]*)"', project(a)[0].read("project.qde"))
        equal(len(guids), len(set(guids)))
        assert all(guid.decode()[14] == "5" for guid in guids)


@test
def what_stays_behind_is_said_and_the_material_is_not_handed_over_unasked():
    with folder() as where:
        study(where)
        path = os.path.join(where, "ut.qdpx")
        done = lyhord("export", "--format", "qdpx", "-o", path, where)
        equal(done.returncode, 77)
        assert not os.path.exists(path) and b"--yes" in done.stderr
        _, said = exported(where)
        assert "2 of the codebook" in said, said
        assert "1 suggestions" in said and "1 rejected" in said, said
        equal(oct(os.stat(path).st_mode & 0o777), "0o600")
        os.makedirs(os.path.join(where, "reports"))
        for name in ("qdpx", "csv", "sav"):
            inside = os.path.join(where, "reports", "ut." + name)
            equal(lyhord("export", "--format", name, "--yes", "-o", inside, where).returncode, 77)
        equal(os.listdir(os.path.join(where, "reports")), [])


@test
def csv_holds_every_coders_codings_and_one_coders_when_asked():
    with folder() as where:
        study(where)
        rows = rows_in(lyhord("export", "--format", "csv", where))
        equal(sorted({row["coder"] for row in rows if row["status"] != "suggested"}),
              ["gemensam", "mira"])
        equal(len(rows), 10)
        equal(len(rows_in(lyhord("export", "--format", "csv", "--coder", "mira", where))), 4)
        equal(lyhord("export", "--format", "csv", "--coder", "ingen", where).returncode, 65)
        path = os.path.join(where, "ut.sav")
        equal(lyhord("export", "--format", "sav", "-o", path, where).returncode, 0)
        with open(path, "rb") as file:
            equal(file.read(4), b"$FL2")


@test
def what_is_asked_wrongly_is_said():
    with folder() as where:
        study(where)
        equal(lyhord("export", "--format", "json", where).returncode, 64)
        equal(lyhord("export", "--format", "qdpx", where).returncode, 64)
        equal(lyhord("export", "--format", "csv", where + "/codebook.csv").returncode, 65)
        put(where, "study.db", "")
        done = lyhord("export", "--format", "csv", where, env=environment())
        assert done.returncode in (65, 66, 73, 74) and b"study.db" in done.stderr, done


main()
