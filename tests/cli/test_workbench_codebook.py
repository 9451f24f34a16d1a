"""The codebook changed on the page: seen first, the file's dialect kept, nothing of anybody's lost."""
import csv
import hashlib
import json
import os
import tempfile

import small_study
import tap
from tap import equal, test
from workbench import answer_of, opened, state_of, study

# Commas, a mark at the beginning, CRLF, a column of the person's own, a comment in a rule.
HEAD = "kod,definition,när,inte_när,exempel,överordnad,regler,anm\r\n"
BOOK = (HEAD + 'bemötande,hur man möts,x,y,z,,lyssna # först,"ett, två"\r\n'
        "lokal,rum,x,y,z,,soffa,\r\nväntan,tid,x,y,z,,vänta | ringa,\r\n")
NEW_RULES = "lyssna # först\nkanariegul"
CHANGED = BOOK.replace("lyssna # först", '"' + NEW_RULES + '"')


def put_book(where, text, name="codebook.csv"):
    path = os.path.join(where, name)
    with open(path, "wb") as file:
        file.write(b"\xef\xbb\xbf" + text.encode())
    return path


def book_in(where):
    with open(os.path.join(where, "codebook.csv"), "rb") as file:
        return file.read().decode("utf-8-sig")


def copies_in(where):
    return [name for name in os.listdir(where) if name.startswith("codebook.csv.bak-")]


def rules(bench, version, text=NEW_RULES, what="codebook"):
    return bench.say("/api/" + what, version=version, code={"name": "bemötande", "regler": "no field", "rules": text})


def to_the_end(bench, seen):
    """What a change does, asked on for until all interviews are counted."""
    while "effect" not in seen:
        assert 0 <= seen["counting"]["done"] < seen["counting"]["all"], seen
        seen = bench.ask(f"/api/codebook-effect?question={seen['question']}")
    return [(sum["code"], sum["suggestions"], sum["persons"], sum["new"], sum["lost"]) for sum in seen["effect"]]


@test
def a_change_is_seen_first_then_made_in_the_files_own_dialect_and_taken_back():
    with tempfile.TemporaryDirectory() as where:
        put_book(study(where), BOOK)
        with opened(where, "--coder", "Ada") as bench:
            told = bench.ask("/api/codebook")
            version = told["version"]
            equal(version, hashlib.sha256(b"\xef\xbb\xbf" + BOOK.encode()).hexdigest())
            equal([code["rules"] for code in told["codes"]], ["lyssna # först", "soffa", "vänta | ringa"])
            assert "colour" not in told["fields"] and told["undo"] is False
            before = state_of(where)
            status, seen = rules(bench, version)
            equal((status, seen["difference"]), (200, [{"field": "rules", "before": "", "after": "kanariegul"}]))
            equal(state_of(where), before)
            # the same figures as the command's, over the same two files
            put_book(where, CHANGED, "new.csv")
            rows = tap.rows_of("codebook", "diff", os.path.join(where, "codebook.csv"),
                               os.path.join(where, "new.csv"), where, "-f", "csv")
            totals = {(row["code"], row["field"]): [int(row["before"]), int(row["after"])]
                      for row in rows if row["kind"] == "total"}
            equal(totals, {("bemötande", "suggestions"): [1, 2], ("bemötande", "persons"): [1, 2]})
            equal(to_the_end(bench, seen), [("bemötande", [1, 2], [1, 2], 1, 0)])
            os.remove(os.path.join(where, "new.csv"))

            status, made = rules(bench, version, what="codebook-apply")
            equal((status, made["undo"], book_in(where)), (200, True, CHANGED))
            equal(len(bench.ask("/api/document?name=R2")["suggestions"]), 2)
            equal(len(copies_in(where)), 1)
            # whoever has seen another file changes nothing
            for what in ("codebook", "codebook-apply"):
                equal(rules(bench, version, "annat", what)[0], 409)
            equal((book_in(where), bench.say("/api/codebook-undo", version=version)[0]), (CHANGED, 409))
            status, back = bench.say("/api/codebook-undo", version=made["version"])
            equal((status, back, book_in(where)), (200, {"version": version, "undo": False}, BOOK))
            equal((copies_in(where), len(bench.ask("/api/document?name=R2")["suggestions"])), ([], 1))
        with open(os.path.join(where, "decisions.csv"), encoding="utf-8") as file:
            rows = [(row["target"], row["value"], row["who"]) for row in csv.DictReader(file, delimiter=";")]
        equal(rows, [("bemötande", "changed: rules", "Ada"), ("bemötande", "changed back: rules", "Ada")])


def suggested_in(bench):
    """Of each interview, when all have been counted."""
    while (told := bench.ask("/api/study"))["counting"]:
        pass
    return {each["name"]: each["suggested"] for each in told["documents"]}


@test
def who_looks_at_the_codebook_first_loses_nothing_that_was_counted():
    with tempfile.TemporaryDirectory() as where:
        put_book(study(where), BOOK)
        with opened(where, "--coder", "Ada") as bench:
            bench.say("/api/alive", page="p")
            before = suggested_in(bench)
            version = bench.ask("/api/codebook")["version"]
            assert not bench.ask("/api/study")["counting"]
            # another program changes the file: what was counted of it is counted again
            put_book(where, CHANGED)
            assert bench.ask("/api/codebook")["version"] != version
            equal(suggested_in(bench), before | {"R2": before["R2"] + 1})


@test
def the_last_row_of_decisions_csv_says_what_stands_however_often_it_is_changed_on_a_day():
    with tempfile.TemporaryDirectory() as where:
        put_book(study(where), BOOK)
        with opened(where, "--coder", "Ada") as bench:
            version = bench.ask("/api/codebook")["version"]
            for _ in range(2):
                made = rules(bench, version, what="codebook-apply")[1]
                equal(bench.say("/api/codebook-undo", version=made["version"])[0], 200)
            equal(rules(bench, version, what="codebook-apply")[0], 200)
        with open(os.path.join(where, "decisions.csv"), encoding="utf-8") as file:
            values = [row["value"] for row in csv.DictReader(file, delimiter=";")]
        equal(values, ["changed: rules", "changed back: rules"] * 2 + ["changed: rules"])


def many_interviews(where, count=40):
    """Whom nobody listens to, each in words of their own; in each tenth a canary sits, and the next says that again."""
    folder = study(where)
    with open(os.path.join(folder, "respondents.csv"), "w", encoding="utf-8") as file:
        file.write("id\n" + "".join(f"R{number}\n" for number in range(1, count + 1)))
    for name in os.listdir(os.path.join(folder, "transcripts")):
        os.remove(os.path.join(folder, "transcripts", name))
    for number in range(1, count + 1):
        said = " ".join(" ".join(f"M{number}o{line}r{word}" for word in range(9)) + " lyssnar inte." for line in range(40))
        told = number - number % 10
        bird = " ".join(f"Ton{told}i{word}" for word in range(15)) + " kanariegul." if number % 10 < 2 else ""
        with open(os.path.join(folder, f"transcripts/R{number}.txt"), "w", encoding="utf-8") as file:
            file.write(f"I: Hur var det?\nR: {said}\nI: Mer?\nR: {bird or 'Nej.'}\n")
    return folder


@test
def of_many_interviews_it_is_counted_some_at_a_time_and_people_go_on_coding_meanwhile():
    with tempfile.TemporaryDirectory() as where:
        put_book(many_interviews(where), BOOK)
        with opened(where, "--coder", "Ada") as bench:
            version = bench.ask("/api/codebook")["version"]
            status, seen = rules(bench, version)
            equal((status, len(seen["difference"])), (200, 1))
            start = answer_of(bench, "R2")["start"]
            bench.decide(dict(kind="code", document="R2", start=start, end=start + 7, code="lokal", polarity="-"))
            bench.ask("/api/kwic?rule=soffa")
            page = to_the_end(bench, seen)
            put_book(where, CHANGED, "new.csv")
            rows = tap.rows_of("codebook", "diff", os.path.join(where, "codebook.csv"),
                               os.path.join(where, "new.csv"), where, "-f", "csv")
            total = {row["field"]: [int(row["before"]), int(row["after"])] for row in rows if row["kind"] == "total"}
            # forty say forty times that nobody listens; a bird in R1, and in R10 … R40, which the next ones only repeat
            equal(total, {"suggestions": [1600, 1605], "persons": [40, 40]})
            equal(page, [("bemötande", total["suggestions"], total["persons"], 5, 0)])
            # an answer stands until something else is asked
            status, again = rules(bench, version, NEW_RULES + "\nsoffa")
            number = again["question"]
            status, _, _ = bench.send("GET", f"/api/codebook-effect?question={seen['question']}")
            equal((status, number), (409, seen["question"] + 1))
            put_book(where, BOOK.replace("soffa", "stol"))
            status, _, body = bench.send("GET", f"/api/codebook-effect?question={number}")
            equal((status, json.loads(body)["error"]["code"]), (409, "version"))


@test
def what_somebody_writes_in_a_spreadsheet_meanwhile_is_never_written_over():
    with tempfile.TemporaryDirectory() as where:
        put_book(study(where), BOOK)
        with opened(where, "--coder", "Ada") as bench:
            version = bench.ask("/api/codebook")["version"]
            theirs = BOOK.replace("soffa", "soffa | stol | skinn")
            put_book(where, theirs)
            equal(rules(bench, version, what="codebook-apply")[0], 409)
            equal((book_in(where), copies_in(where)), (theirs, []))
            told = bench.ask("/api/codebook")
            equal(told["codes"][1]["rules"], "soffa | stol | skinn")
            equal([each["code"] for each in bench.ask("/api/document?name=R2")["suggestions"]], ["lokal", "lokal"])
            equal(rules(bench, told["version"], what="codebook-apply")[0], 200)
            equal(book_in(where), CHANGED.replace("soffa", "soffa | stol | skinn"))
            # a file that is none is said so, and the workbench goes on with what it had
            put_book(where, "kod,regler\nx,(a\n")
            status, _, body = bench.send("GET", "/api/codebook")
            assert status == 422 and "stängs aldrig" in body.decode(), (status, body)
            equal(bench.send("GET", "/api/study")[0], 200)


@test
def what_is_wrong_is_said_as_the_check_says_it_and_where():
    with tempfile.TemporaryDirectory() as where:
        put_book(study(where), BOOK)
        with opened(where, "--coder", "Ada") as bench:
            version = bench.ask("/api/codebook")["version"]
            before = state_of(where)
            status, told = rules(bench, version, "lyssna\n  (artig")
            wrong = put_book(where, BOOK.replace("lyssna # först", '"lyssna\n  (artig"'), "wrong.csv")
            said = tap.lyhord("codebook", "check", wrong, env=tap.environment(LANGUAGE="sv")).stderr.decode()
            error = told["error"]
            equal((status, error["field"]), (422, "rules"))
            assert f"wrong.csv:{error['line']}:{error['column']}: " in said and error["message"] in said, (said, error)
            os.remove(wrong)

            def refused(code, status=422, **more):
                got, answer = bench.say("/api/codebook-apply", version=version, code=code, **more)
                equal((code, got), (code, status))
                return answer["error"]["code"], answer["error"].get("field")

            equal(refused({"name": "lokal", "parent": "finns inte"}), ("parent-missing", "parent"))
            equal(refused({"name": "lokal", "parent": "lokal"})[0], "parent-ring")
            equal(refused({"name": "lokal", "rules": "@ingen"})[0], "reference-missing")
            equal(refused({"name": "lokal", "rules": "/[/"})[1], "rules")
            equal(refused({"name": "lokal", "colour": "#112233"})[0], "codebook-column")
            equal(refused({"name": "lokal", "definition": "å" * 30001})[0], "codebook-cell")
            equal(refused({"name": "finns inte", "definition": "x"})[0], "code-unknown")
            equal(refused({"name": "lokal", "definition": "x"}, new=True)[0], "code-twice")
            equal(refused({"name": "a|b"}, new=True), ("code-name", "name"))
            equal(refused({"name": "a\nb"}, new=True)[0], "code-name")
            equal(refused({"name": " "}, new=True)[0], "code-empty")
            for code in (None, 7, [], {}, {"name": 7}, {"name": "lokal", "definition": 7}):
                refused(code)
            equal(bench.say("/api/codebook-apply", code={"name": "lokal"})[0], 422)
            equal(bench.say("/api/codebook-undo")[0], 409)
            equal(bench.say("/api/codebook-undo", version="../" * 21 + "x")[0], 409)
            equal(state_of(where), before)
            # a change of nothing is none
            equal(bench.say("/api/codebook-apply", version=version, code={"name": "lokal", "rules": "soffa"})[0], 200)
            equal(state_of(where), before)


@test
def a_new_theme_is_coded_with_and_then_no_way_back_leaves_codings_behind():
    with tempfile.TemporaryDirectory() as where:
        put_book(study(where), BOOK)
        name, text = '<b>"möbler"', "=SUM(A1)"
        with opened(where, "--coder", "Ada") as bench:
            version = bench.ask("/api/codebook")["version"]
            status, told = bench.say("/api/codebook-apply", version=version, new=True,
                                     code={"name": name, "definition": text, "parent": "lokal"})
            equal(status, 200)
            # quoted, and guarded against spreadsheets that would run it
            equal(book_in(where), BOOK + '"<b>""möbler""",\'=SUM(A1),,,,lokal,,\r\n')
            equal([code["definition"] for code in bench.ask("/api/codebook")["codes"]][-1], text)
            start = answer_of(bench, "R2")["start"]
            event = dict(kind="code", document="R2", start=start, end=start + 7, code=name, polarity="+")
            [coding] = bench.decide(event)
            status, refused = bench.say("/api/codebook-undo", version=told["version"])
            equal((status, refused["error"]["code"]), (422, "code-used"))
            bench.decide(dict(kind="uncode", id=coding))
            equal(bench.say("/api/codebook-undo", version=told["version"])[0], 200)
            equal(book_in(where), BOOK)
            # twelve changes: ten ways back, and none of what is older
            version = bench.ask("/api/codebook")["version"]
            for number in range(12):
                status, told = bench.say("/api/codebook-apply", version=version,
                                         code={"name": "lokal", "example": f"{number} {small_study.WORDS['R2']}"})
                version = told["version"]
            equal(len(copies_in(where)), 10)
        # what the copies say may be somebody's words: they go when the person does
        done = tap.lyhord("withdraw", "R2", where, "--yes")
        equal((done.returncode, copies_in(where)), (0, []), done.stderr)


@test
def nobody_changes_the_codebook_without_a_name():
    with tempfile.TemporaryDirectory() as where, opened(study(where)) as bench:
        version = bench.ask("/api/codebook")["version"]
        equal(bench.say("/api/codebook-apply", version=version, code={"name": "lokal", "definition": "x"})[0], 409)


tap.main()
