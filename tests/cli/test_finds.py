"""lyhord workbench: what points at a person is gone through find by find, and what follows from each answer."""
import base64
import csv
import json
import os
import stat
import tempfile
import threading
import urllib.parse

import small_study
import tap
from tap import equal, test
from workbench import opened

CANARY = '<img src=x onerror="alert(1)">'
TALK = {
    "R1": "I: Hur var det?\nR: Min handläggare Annika Lindgren ringde mig. Annika var snäll. Annikas chef bor i Uppsala.\n",
    "R2": f"I: Och du?\nR: Jag träffade Annika Lindgren {CANARY} i Uppsala. Mitt nummer är 070-123 45 67.\n",
    "R3": "I: Hur var det?\nR: Jag är född 121212-1212, sa jag. Det var i Uppsala.\n",
}


def study(where):
    folder = os.path.join(where, "studie")
    small_study.put(folder, "lyhord.ini", "[study]\nformat = 1\ntitle = Försök\ndate = 2026-05-01\n")
    small_study.put(folder, "codebook.csv",
                    "kod;definition;när;inte_när;exempel\nbemötande;hur;x;y;z\n")
    small_study.put(folder, "respondents.csv", "id\n" + "\n".join(TALK) + "\n")
    for name, text in TALK.items():
        small_study.put(folder, f"transcripts/{name}.txt", text)
    return folder


def looked(bench, path):
    """What is told once all interviews have been looked at."""
    told = bench.ask(path)
    while "looking" in told:
        told = bench.ask(path)
    return told


def finds(bench, name):
    return looked(bench, "/api/finds?name=" + urllib.parse.quote(name))


def words(bench, name):
    return {find["words"]: find for find in finds(bench, name)["finds"]}


def write_anew(bench):
    status, told = bench.say("/api/new-texts")
    while told.get("error", {}).get("code") == "stale":
        status, told = bench.say("/api/new-texts")
    return status, told


def say(bench, document, find, decision, **more):
    return bench.say("/api/find", document=document, id=find["id"], decision=decision, **more)


def counts(told):
    return tuple(told[name] for name in ("left", "replaced", "kept", "unsure"))


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return file.read()


def rows_of(path):
    return list(csv.DictReader(read(path).splitlines(), delimiter=";"))


def bytes_of(folder):
    made = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            made[name] = file.read()
    return made


@test
def each_answer_is_kept_where_it_belongs_and_the_new_texts_come_of_it():
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as where:
        folder = study(where)
        key = os.path.join(where, "studie-nyckel.csv")
        before = bytes_of(os.path.join(folder, "transcripts"))
        proposal = os.path.join(where, "command.csv")
        tap.lyhord("anonymize", folder, "-o", proposal, "-q")
        with opened(folder, "--coder", "Ada") as bench:
            # what the command proposes, and as the command does
            proposed = [line.split(";")[:6] for line in read(proposal).splitlines()[1:]]
            shown = [[name, str(find["start"]), str(find["end"]), find["class"], find["words"], find["proposed"]]
                     for name in TALK for find in finds(bench, name)["finds"]]
            equal(shown, proposed)
            assert ["namn", "Annikas", "[handläggare 1]s"] in [row[3:] for row in shown], shown
            equal(bench.ask("/api/study")["next"], {"step": "finds", "document": "R1"})
            first = words(bench, "R1")
            equal((first["Annika"]["before"], first["Annika"]["after"][:10]),
                  ("Min handläggare Annika Lindgren ringde mig. ", " var snäll"))
            assert CANARY in words(bench, "R2")["Annika Lindgren"]["after"] and not os.path.exists(key)

            # one is replaced, and all that are of the same person, each as it is inflected
            status, told = say(bench, "R1", first["Annika"], "replace", replacement="[chefen]", all=True)
            equal((status, len(told["changed"])), (200, 4))
            equal({name: find["replacement"] for name, find in words(bench, "R1").items() if find["decision"]},
                  {"Annika Lindgren": "[chefen]", "Annika": "[chefen]", "Annikas": "[chefen]s"})
            equal(stat.S_IMODE(os.stat(key).st_mode), 0o600)

            # kept: by name, with a reason, wherever it stands
            place = first["Uppsala"]
            assert say(bench, "R1", place, "keep")[0] == 422
            status, told = say(bench, "R1", place, "keep", reason="Många bor där; \"känt\"")
            equal((status, len(told["changed"])), (200, 3))
            rows = rows_of(os.path.join(folder, "decisions.csv"))
            equal([(row["kind"], row["target"], row["value"], row["who"], row["reason"]) for row in rows],
                  [("finding", f"{place['class']} Uppsala", "accepted", "Ada", "Många bor där; \"känt\"")])
            equal(tap.lyhord("anonymize", folder, "-o", os.path.join(where, "again.csv"), "-q").returncode, 0)
            assert "Uppsala" not in read(os.path.join(where, "again.csv"))

            # who changes their mind takes it back by name too, and the gate is shut again
            equal(say(bench, "R2", words(bench, "R2")["Uppsala"], "open")[0], 200)
            os.remove(os.path.join(where, "again.csv"))
            tap.lyhord("anonymize", folder, "-o", os.path.join(where, "again.csv"), "-q")
            equal(read(os.path.join(where, "again.csv")).count("Uppsala"), 3)
            equal(say(bench, "R1", words(bench, "R1")["Uppsala"], "keep", reason="Känt.")[0], 200)

            # don't know is counted and stays open; a personal number is never kept
            equal(say(bench, "R2", words(bench, "R2")["070-123 45 67"], "unsure")[0], 200)
            number = words(bench, "R3")["121212-1212"]
            equal((number["may_keep"], say(bench, "R3", number, "keep", reason="Nej.")[0]), (False, 422))
            equal(bench.say("/api/new-texts")[0], 409)
            equal(say(bench, "R3", number, "replace", replacement="[personnummer]")[0], 200)
            equal(counts(looked(bench, "/api/finds")), (0, 5, 3, 1))
            equal(bench.ask("/api/study")["next"], {"step": "finds"})

            # a coding before the texts are written anew
            said = next(turn for turn in bench.ask("/api/document?name=R1")["turns"] if turn["role"] == "respondent")
            at = said["start"] + said["text"].index("var snäll")
            made, = bench.decide(dict(kind="code", document="R1", start=at, end=at + 9, code="bemötande", polarity="+"))
            # what somebody puts there by hand is looked at first, and never moved away unseen
            late = small_study.put(folder, "transcripts/R5.txt", "I: Hur?\nR: Torsten vet.\n")
            small_study.put(folder, "respondents.csv", "id\n" + "\n".join([*TALK, "R5"]) + "\n")
            equal(write_anew(bench)[0], 409)
            os.remove(late)
            status, told = write_anew(bench)
            equal((status, told["replaced"], told["kept"]), (200, 5, os.path.join(where, "studie-original")))
            equal(bytes_of(os.path.join(told["kept"], "transcripts")), before)
            equal(sorted(os.listdir(told["kept"])), ["nyckel.csv", "transcripts"])
            text = read(os.path.join(folder, "transcripts/R1.txt"))
            assert "[chefen] ringde mig. [chefen] var snäll. [chefen]s chef bor i Uppsala." in text, text
            assert "070-123 45 67" in read(os.path.join(folder, "transcripts/R2.txt"))
            assert not os.path.exists(key)
            moved = bench.ask("/api/document?name=R1")
            equal([(each["id"], each["how"], each["words"]) for each in moved["moved"]], [(made, "moved", "var snäll")])
            equal(counts(looked(bench, "/api/finds")), (1, 0, 3, 0))
            # who comes later is somebody else
            status, told = bench.say("/api/files", name="R4.txt", base64=base64.b64encode(
                "I: Hur?\nR: Min handläggare Petra ringde. [person 1] med.\nR: Jag såg Ragnar.\n".encode()).decode())
            equal(status, 200, told)
            equal({name: find["proposed"] for name, find in words(bench, "R4").items()},
                  {"Petra": "[handläggare 1]", "Ragnar": "[person 2]"})
        for name in os.listdir(folder):
            if os.path.isfile(os.path.join(folder, name)):
                with open(os.path.join(folder, name), "rb") as file:
                    assert b"Annika" not in file.read() or name.startswith("study.db"), name


@test
def what_is_only_worth_a_look_is_answered_by_those_who_want_to():
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as where:
        folder = study(where)
        small_study.put(folder, "transcripts/R2.txt", "I: Och du?\nR: Jag träffade Annika Lindgren i Uppsala.\n")
        small_study.put(folder, "transcripts/R3.txt", "I: Var då?\nR: Vi bodde vid ekliden då. Sen vid ekliden igen.\n")
        # what the command proposes nobody has said anything about
        tap.lyhord("anonymize", folder, "-o", os.path.join(where, "studie-nyckel.csv"), "-q")
        with opened(folder, "--coder", "Ada") as bench:
            told = finds(bench, "R3")
            equal([(find["words"], find["doubt"], find["proposed"], find["alike"]) for find in told["finds"]],
                  [("ekliden", True, "", 2)] * 2)
            equal((counts(told), told["doubts"], told["study"]["doubts"]), ((0, 0, 0, 0), 2, 2))
            for name in ("R1", "R2"):
                assert finds(bench, name)["doubts"] == 0
                for find in finds(bench, name)["finds"]:
                    equal(find["doubt"], False)
                    say(bench, name, find, "replace", replacement="[x]")
            assert bench.ask("/api/study")["next"]["step"] != "finds" or "document" not in bench.ask("/api/study")["next"]
            equal(say(bench, "R3", told["finds"][0], "replace", replacement="[ort]", all=True)[0], 200)
            told = finds(bench, "R3")
            equal((counts(told), told["doubts"]), ((0, 2, 0, 0), 0))
            equal(write_anew(bench)[0], 200)
            assert "vid [ort] då. Sen vid [ort] igen" in read(os.path.join(folder, "transcripts/R3.txt"))


@test
def rows_about_answers_to_a_survey_wait_for_the_command_and_are_not_counted():
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as where:
        folder, key = study(where), os.path.join(where, "studie-nyckel.csv")
        for name in ("R2", "R3"):
            small_study.put(folder, f"transcripts/{name}.txt", "I: Och du?\nR: Nej.\n")
        small_study.put(folder, "transcripts/R1.txt", "I: Och du?\nR: Jag träffade Annika Lindgren där.\n")
        small_study.put(folder, "questions.csv", "fråga;text;typ;alternativ\n1;Hur var det?;text;\n")
        survey = small_study.put(folder, "survey.csv", "id;1\n" + "".join(
            f"{number};Jag träffade Petter Lindqvist där.\n" for number in range(1, 7)))
        with open(survey, "rb") as file:
            before = file.read()
        equal(tap.lyhord("anonymize", folder, "-o", key, "-q").returncode, 0)
        equal([row["document"] for row in rows_of(key)], ["R1"] + ["survey-1"] * 6)
        with opened(folder, "--coder", "Ada") as bench:
            for find in finds(bench, "R1")["finds"]:
                equal(say(bench, "R1", find, "replace", replacement="[chefen]")[0], 200)
            status, told = write_anew(bench)
            equal((status, told.get("replaced")), (200, 1), told)
        assert "[chefen]" in read(os.path.join(folder, "transcripts/R1.txt"))
        with open(survey, "rb") as file:
            equal(file.read(), before)
        # the rows are where they were, and the command makes them
        equal([(row["document"], row["text"]) for row in rows_of(key)], [("survey-1", "Petter Lindqvist")] * 6)
        equal([row["document"] for row in rows_of(os.path.join(told["kept"], "nyckel.csv"))], ["R1"])
        equal(sorted(os.listdir(told["kept"])), ["nyckel.csv", "transcripts"])
        new = os.path.join(where, "nya")
        equal(tap.lyhord("anonymize", folder, "--apply", key, "--to", new, "--yes", "-q").returncode, 0)
        assert "Petter" not in read(os.path.join(new, "survey.csv"))


@test
def a_transcript_that_is_called_like_the_survey_is_a_transcript():
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as where:
        folder = study(where)
        for name in TALK:
            os.remove(os.path.join(folder, f"transcripts/{name}.txt"))
        small_study.put(folder, "respondents.csv", "id\nsurvey\n")
        small_study.put(folder, "transcripts/survey.csv", "talare;text\nI;Och du?\nR;Jag träffade Annika Lindgren där.\n")
        with opened(folder, "--coder", "Ada") as bench:
            for find in finds(bench, "survey")["finds"]:
                equal(say(bench, "survey", find, "replace", replacement="[chefen]")[0], 200)
            status, told = write_anew(bench)
            equal(status, 200, told)
        made = [read(os.path.join(folder, "transcripts", name)) for name in os.listdir(os.path.join(folder, "transcripts"))]
        assert len(made) == 1 and "[chefen]" in made[0] and "Annika" not in made[0], made


@test
def after_somebody_has_withdrawn_the_others_are_written_and_the_key_is_named():
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as where:
        folder, key = study(where), os.path.join(where, "studie-nyckel.csv")
        with opened(folder, "--coder", "Ada") as bench:
            for name in TALK:
                for find in finds(bench, name)["finds"]:
                    equal(say(bench, name, find, "replace", replacement="[x]")[0], 200)
        assert any(row["document"] == "R2" for row in rows_of(key))
        done = tap.lyhord("withdraw", "R2", folder, "--yes", "--language", "en")
        equal(done.returncode, 0, done.stderr.decode())
        assert "key-left" in done.stderr.decode() and key in done.stderr.decode(), done.stderr.decode()
        with opened(folder, "--coder", "Ada") as bench:
            equal(counts(looked(bench, "/api/finds"))[0], 0)
            status, told = write_anew(bench)
            equal(status, 200, told)
        assert not os.path.exists(key)
        equal({row["document"] for row in rows_of(os.path.join(told["kept"], "nyckel.csv"))}, {"R1", "R3"})
        # what was about the person lies there too, for whoever destroys it
        assert "Annika" in read(os.path.join(told["kept"], "nyckel-tidigare.csv"))
        done = tap.lyhord("withdraw", "R1", folder, "--yes", "--language", "en")
        assert told["kept"] in done.stderr.decode(), done.stderr.decode()


@test
def what_does_not_fit_is_refused_and_nothing_is_shifted():
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as where:
        folder = study(where)
        key = os.path.join(where, "elsewhere.csv")
        inside = tap.lyhord("workbench", "--no-browser", "--coder", "Ada", "--key", os.path.join(folder, "key.csv"), folder)
        equal((inside.returncode, inside.stdout), (77, b""))
        with opened(folder, "--key", key) as bench:
            equal(say(bench, "R1", words(bench, "R1")["Annika"], "unsure")[0], 409)
            equal(bench.say("/api/coder", name="Ada")[0], 200)
            find = words(bench, "R1")["Annika"]
            for wrong in (dict(decision="burn"), dict(decision="replace"), dict(decision="replace", replacement=""),
                          dict(decision="replace", replacement="  "), dict(decision="replace", replacement="a\nb"),
                          dict(decision="replace", replacement="x" * 101), dict(decision="replace", replacement=7),
                          dict(decision="keep", reason="x" * 301), dict(decision="keep", reason="\x1b[31m"), {},
                          dict(decision="unsure", ids=[]), dict(decision="unsure", ids=[7]),
                          dict(decision="unsure", ids=["x"] * 10001)):
                said = dict({"document": "R1"} if "ids" in wrong else {"document": "R1", "id": find["id"]}, **wrong)
                equal((wrong, bench.say("/api/find", **said)[0]), (wrong, 422))
            for document, name in (("R1", "0" * 16), ("R2", find["id"]), ("R99", find["id"]), (None, "x"),
                                   ("R1", CANARY)):
                status, answer = bench.say("/api/find", document=document, id=name, decision="unsure")
                equal((status, answer["error"]["code"]), (409, "stale"))
                assert "onerror" not in json.dumps(answer)
            equal(bench.send("GET", "/api/finds?name=R99")[0], 404)
            assert not os.path.exists(key) and not os.path.exists(os.path.join(folder, "decisions.csv"))

            # what was said of a text holds in the text that is edited around it; its old names do not
            bad = '=cmd|" ;\u202e'
            equal(say(bench, "R1", find, "replace", replacement=bad)[0], 200)
            small_study.put(folder, "transcripts/R1.txt", TALK["R1"].replace("ringde mig", "skrev till mig en gång"))
            equal(say(bench, "R1", find, "keep", reason="Gammalt.")[0], 409)
            again = words(bench, "R1")["Annika"]
            assert again["id"] != find["id"] and again["start"] == find["start"] + 12, again
            equal((again["decision"], again["replacement"]), ("replace", bad))
            equal(say(bench, "R1", again, "open")[0], 200)
            equal(say(bench, "R1", again, "replace", replacement=bad)[0], 200)
            row, = rows_of(key)
            equal((row["start"], row["text"], row["replacement"], row["keep"]),
                  (str(again["start"]), "Annika", "'" + bad, "nej"))

            # a row that somebody writes by hand is nobody else's to take away
            with open(key, "a", encoding="utf-8", newline="") as file:
                file.write("R2;27;29;namn;ag;något;;\r\n")
            equal(say(bench, "R1", words(bench, "R1")["Uppsala"], "unsure", all=True)[0], 200)
            equal([line.split(";")[4] for line in read(key).splitlines()[1:]], ["Annika", "ag"] + ["Uppsala"] * 3)
            with open(key, "w", encoding="utf-8") as file:
                file.write("nonsense\n1\n")
            equal(bench.send("GET", "/api/finds?name=R1")[0], 422)
            equal(say(bench, "R1", again, "keep", reason="Nej.")[0], 422)
            equal(read(key), "nonsense\n1\n")


@test
def two_who_decide_at_once_lose_nothing_of_each_others():
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as where:
        folder = study(where)
        many = "".join(f"R: Jag träffade {name} där.\n" for name in
                       ("Lennart", "Birgitta", "Torsten", "Gunilla", "Ragnar", "Ingrid", "Sigurd", "Margareta"))
        small_study.put(folder, "transcripts/R1.txt", "I: Vem?\n" + many)
        small_study.put(folder, "transcripts/R2.txt", "I: Vem?\n" + many)
        def decide(bench, document):
            for number, find in enumerate(finds(bench, document)["finds"]):
                said = dict(decision="keep", reason="Påhittad.") if number % 2 else dict(decision="replace", replacement=f"P{number}")
                status = 503
                while status == 503:
                    status, answer = bench.say("/api/find", document=document, id=find["id"], **said)
                assert status == 200, answer

        with opened(folder, "--coder", "Ada") as one, opened(folder, "--coder", "Bo") as other:
            threads = [threading.Thread(target=decide, args=each) for each in ((one, "R1"), (other, "R2"))]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        rows = rows_of(os.path.join(where, "studie-nyckel.csv"))
        equal(sorted((row["document"], row["replacement"]) for row in rows),
              sorted((document, f"P{number}") for document in ("R1", "R2") for number in (0, 2, 4, 6)))
        kept = {row["target"] for row in rows_of(os.path.join(folder, "decisions.csv"))}
        equal(len(kept), 4)


tap.main()
