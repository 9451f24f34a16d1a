"""manifest.json, reckoned once more here; and what `explain manifest` says when files change."""
import csv
import hashlib
import io
import json
import os
import re
import shutil

from small_study import put, small_study
from tap import SAMPLE, equal, folder, lyhord, main, test

KINDS = {
    "transcripts": lambda name: name.startswith("transcripts/"),
    "tables": lambda name: name in ("respondents.csv", "transcripts.csv", "variants.csv"),
    "codings": lambda name: name.startswith("codings/"),
    "decisions": lambda name: name == "decisions.csv",
}


def files_in(where):
    found = []
    for inside, folders, names in os.walk(where):
        folders[:] = [name for name in folders if name != "reports"]
        found += [os.path.relpath(os.path.join(inside, name), where) for name in names]
    return found


def sha256(*path):
    with open(os.path.join(*path), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def reported(study, out, *options):
    done = lyhord("report", study, "-o", out, *options)
    equal(done.returncode, 0, done.stderr.decode())
    with open(os.path.join(out, "manifest.json"), encoding="utf-8") as file:
        return json.load(file)


def held_against(manifest, study, out, *names):
    done = lyhord("explain", study, "manifest", manifest, *names)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))
    return done.returncode, {(row["kind"], row["file"]): row["is"] for row in rows}


@test
def every_sum_is_the_one_that_another_program_reckons():
    with folder() as where:
        study, out = os.path.join(where, "studie"), os.path.join(where, "ut")
        shutil.copytree(SAMPLE, study)
        told = reported(study, out)
        lines = ""
        for kind, is_of in KINDS.items():
            names = sorted((name for name in files_in(study) if is_of(name)), key=os.fsencode)
            lines += "".join(f"{sha256(study, name)}  {name}\n" for name in names)
            entry = next(entry for entry in told["material"] if entry["of"] == kind)
            equal(entry["files"], len(names), kind)
            equal(entry["sha256"], hashlib.sha256(lines.encode()).hexdigest(), kind)
        open_names = ["codebook.csv", "guide.csv", "lyhord.ini"]
        equal([entry["file"] for entry in told["inputs"]], open_names)
        for where_from, entries in ((study, told["inputs"]), (out, told["outputs"])):
            for entry in entries:
                equal(entry["sha256"], sha256(where_from, entry["file"]), entry["file"])
                equal(entry["bytes"], os.path.getsize(os.path.join(where_from, entry["file"])))
        made = set(files_in(out)) - {"manifest.json"}
        equal({entry["file"] for entry in told["outputs"]}, made)
        equal(told["codebook"]["sha256"], sha256(study, "codebook.csv"))


@test
def it_says_what_was_asked_for_and_what_was_counted():
    with folder() as where:
        told = reported(small_study(where), os.path.join(where, "reports/r"), "--suggested")
        equal(told["options"]["suggested"], True)
        equal(told["options"]["by"], "")
        equal(told["command"], "report")
        equal(told["study"], {"title": "Prov", "date": ""})
        told = reported(small_study(where), os.path.join(where, "reports/r"), "--locale", "C")
        equal(told["options"]["locale"], "C")
        equal(told["codings"], {"set": "gemensam", "counted": 5, "coders_compared": 0})
        equal(lyhord("--version").stdout.decode().split()[1], told["program"]["version"])


@test
def nobody_is_in_it_no_clock_and_no_path():
    with folder() as where:
        study = os.path.join(where, "studie")
        shutil.copytree(SAMPLE, study)
        reported(study, os.path.join(where, "ut"))
        with open(os.path.join(where, "ut/manifest.json"), encoding="utf-8") as file:
            text = file.read()
        equal(re.findall(r"R\d\d|mira|sam\.csv|transcripts/|codings/", text), [])
        assert where not in text and "/home" not in text
        for name in ("respondents.csv", "decisions.csv", "transcripts/R01.docx"):
            # the hash of a table of few words alone could be guessed
            assert sha256(study, name) not in text, name
        again = os.path.join(where, "another/place")
        reported(study, again)
        with open(os.path.join(again, "manifest.json"), encoding="utf-8") as file:
            equal(file.read(), text)


@test
def what_changes_afterwards_is_told():
    with folder() as where:
        study, out = small_study(os.path.join(where, "s")), os.path.join(where, "ut")
        put(study, "decisions.csv", "kind;target;value;who;reason;date\n")
        put(study, "guide.csv", "fråga;avsnitt;text;tema\n1;;Hur var det?;\n")
        reported(study, out)
        manifest = os.path.join(out, "manifest.json")
        exit, said = held_against(manifest, study, out)
        equal((exit, set(said.values())), (0, {"same"}))
        assert ("transcripts", "transcripts/R1.txt") in said

        put(study, "codings/mira.csv", "document;code;quote\n")
        os.remove(os.path.join(study, "guide.csv"))
        put(out, "coreq.md", "ifyllt")
        os.remove(os.path.join(out, "srqr.md"))
        exit, said = held_against(manifest, study, out)
        equal(exit, 1)
        differing = {name: how for name, how in said.items() if how != "same"}
        equal(
            differing,
            {
                ("input", "guide.csv"): "missing",
                ("codings", "codings/gemensam.csv"): "changed",
                ("codings", "codings/mira.csv"): "changed",
                # behind what has changed the manifest cannot tell
                ("decisions", "decisions.csv"): "unknown",
                ("output", "coreq.md"): "changed",
                ("output", "srqr.md"): "missing",
            },
        )


@test
def a_file_that_was_not_there_is_new():
    with folder() as where:
        study, out = small_study(os.path.join(where, "s")), os.path.join(where, "ut")
        reported(study, out)
        put(study, "guide.csv", "fråga;avsnitt;text;tema\n1;;Hur var det?;\n")
        exit, said = held_against(os.path.join(out, "manifest.json"), study, out)
        equal((exit, said[("input", "guide.csv")]), (1, "new"))


@test
def a_file_that_is_no_manifest_is_told():
    with folder() as where:
        study = small_study(os.path.join(where, "s"))
        for text in ("", "{}", "[1", '{"format": 1}', '{"format": 2, "material": []}', "\0\0"):
            path = put(where, "m.json", text)
            done = lyhord("explain", study, "manifest", path)
            equal((done.returncode, done.stdout), (65, b""), text)
            assert b"no manifest" in done.stderr, text
        missing = lyhord("explain", study, "manifest", os.path.join(where, "nowhere.json"))
        equal(missing.returncode, 66)


@test
def a_hostile_manifest_leads_nowhere():
    with folder() as where:
        study = small_study(os.path.join(where, "s"))
        secret = put(where, "secret", "x")
        names = ["../secret", secret, "", "a/../../secret", ".."]
        told = {"format": 1, "material": [], "outputs": [{"file": name} for name in names]}
        told["inputs"] = [3, None, {"file": 7}, {"file": "../secret"}]
        path = put(where, "ut/manifest.json", json.dumps(told))
        exit, said = held_against(path, study, "")
        equal(exit, 1)
        equal({how for (kind, _), how in said.items() if kind == "output"}, {"missing"})
        assert sha256(secret) not in lyhord("explain", study, "manifest", path).stdout.decode()


@test
def what_people_filled_in_is_never_written_over():
    with folder() as where:
        study, out = small_study(os.path.join(where, "s")), os.path.join(where, "ut")
        reported(study, out)
        reported(study, out)
        for name in ("coreq.md", "method.sv.md", "tables/table-01.csv"):
            path = os.path.join(out, name)
            with open(path, "rb") as file:
                was = file.read()
            put(out, name, "Ifyllt för hand.\n")
            done = lyhord("report", study, "-o", out)
            equal(done.returncode, 73, name)
            assert f"{name}: error" in done.stderr.decode(), done.stderr.decode()
            with open(path, encoding="utf-8") as file:
                equal(file.read(), "Ifyllt för hand.\n")
            with open(path, "wb") as file:
                file.write(was)
        reported(study, out)
        # without its manifest nobody knows what was written by whom
        os.remove(os.path.join(out, "manifest.json"))
        equal(lyhord("report", study, "-o", out).returncode, 73)


main()
