"""lyhord workbench: who is answered, and that nothing decided is ever lost."""
import base64
import contextlib
import fcntl
import json
import os
import shutil
import signal
import socket
import tempfile
import threading
import time
import urllib.parse

import small_study
import tap
from tap import test
from workbench import Workbench, answer_of, opened, state_of, study

CANARY = '<script>alert("kanariefågel")</script>'


def coding(bench, document, code="väntan", polarity="-", words=8):
    start = answer_of(bench, document)["start"]
    return dict(kind="code", document=document, start=start, end=start + words, code=code,
                polarity=polarity)


@test
def nothing_is_answered_to_requests_that_our_page_would_not_send():
    with tempfile.TemporaryDirectory() as where, opened(study(where), "--coder", "Ada") as bench:
        good = json.dumps({"events": [coding(bench, "R1")]}).encode()
        token = json.dumps({"token": bench.token}).encode()
        far = "http://evil.example"
        refused = [
            # another host name resolves to this machine
            *(("GET", path, None, {"Host": host}, ()) for path in ("/", "/api/study")
              for host in ("evil.example", f"evil.example:{bench.port}", "127.0.0.1",
                           f"127.0.0.1:{bench.port}.evil.example", f"[::1]:{bench.port}", "")),
            # without the token, or with another
            ("GET", "/api/study", None, {}, ("Cookie",)),
            ("GET", "/api/document?name=R1", None, {"Cookie": "lyhord=1"}, ()),
            ("GET", "/api/document?name=R1", None, {"Cookie": bench.cookie[:-1]}, ()),
            ("GET", "/api/document?name=R1", None, {"Cookie": bench.cookie + "0"}, ()),
            ("POST", "/api/events", good, {}, ("Cookie",)),
            ("POST", "/enter", b'{"token": "0123456789abcdef0123456789abcdef"}', {}, ()),
            ("POST", "/enter", b'{"token": 7}', {}, ()),
            # from another page
            *(("POST", path, body, {"Origin": origin}, ())
              for path, body in (("/api/events", good), ("/enter", token))
              for origin in (far, "null", "http://localhost:1", "https://" + bench.host)),
            ("POST", "/api/events", good, {}, ("Origin",)),
            *(("POST", "/api/events", good, {"Sec-Fetch-Site": site}, ())
              for site in ("cross-site", "same-site", "none")),
            ("GET", "/api/study", None, {"Sec-Fetch-Site": "cross-site"}, ()),
            # what a form can send
            *(("POST", "/api/events", good, {"Content-Type": kind}, ())
              for kind in ("text/plain", "application/x-www-form-urlencoded",
                           "multipart/form-data; boundary=x")),
            # other methods, other paths
            *((method, "/api/events", good, {}, ())
              for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")),
            ("GET", "/api/events", None, {}, ()),
            ("POST", "/api/study", b"{}", {}, ()),
            *(("GET", path, None, {}, ())
              for path in ("/../lyhord.ini", "/assets/../../study.db", "/assets/%2e%2e/x", "//etc",
                           "/study.db", "/api/nothing", "/assets/nothing.js", "/" + "a" * 600)),
            # bodies that are no object
            *(("POST", "/api/events", body, {}, ())
              for body in (b"", b"[]", b"7", b"{", b'{"events": [] ', b'\xff\xfe', b'{"a":1,"a":2}',
                           b"[" * 100000)),
            ("POST", "/api/events", b"", {"Content-Length": str(64 << 20)}, ()),
        ]
        assert len(refused) >= 40, len(refused)
        for request in refused:
            status, headers, body = bench.send(*request[:2], *request[2:])
            assert 400 <= status < 500, (request[:4], status)
            if "nosniff" in headers.get("X-Content-Type-Options", ""):
                assert "json" in headers["Content-Type"], headers
            assert b"skaft" not in body and bench.token.encode() not in body, request
        assert bench.is_alive()
        assert bench.ask("/api/document?name=R1")["codings"] == []


@test
def odd_bytes_on_the_wire_do_not_stop_it():
    with tempfile.TemporaryDirectory() as where, opened(study(where), "--coder", "Ada") as bench:
        head = f"POST /api/events HTTP/1.1\r\nHost: {bench.host}\r\nCookie: {bench.cookie}\r\n"
        sent = [
            b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"\x00" * 5000, b"GET / HTTP/9.9\r\n\r\n",
            b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20000 + b"\r\n",
            (head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n").encode(),
            (head + "Content-Length: -1\r\n\r\n").encode(),
            (head + "Content-Length: 18446744073709551617\r\n\r\n{}").encode(),
            (head + "Content-Length: 5\r\n\r\n{").encode(),
            (head + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}").encode(),
        ]
        for data in sent:
            with socket.create_connection(("127.0.0.1", bench.port), timeout=5) as wire:
                wire.sendall(data)
        assert bench.is_alive()


@test
def every_answer_forbids_scripts_from_elsewhere_and_keeping():
    with tempfile.TemporaryDirectory() as where, opened(study(where)) as bench:
        for path in ("/", "/assets/app.js", "/api/study", "/api/words"):
            _, headers, _ = bench.send("GET", path)
            policy = headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy, policy
            assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Cache-Control"] == "no-store"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert "Access-Control-Allow-Origin" not in headers
        cookie = bench.enter()
        assert "HttpOnly" in cookie and "SameSite=Strict" in cookie, cookie


@test
def no_page_has_a_script_or_style_of_its_own_inside():
    with tempfile.TemporaryDirectory() as where, opened(study(where)) as bench:
        page = bench.send("GET", "/")[2].decode()
        assert "<script>" not in page and "style=" not in page and " on" not in page.split("<body")[1]
        assert 'translate="no"' in page and 'spellcheck="false"' in page
        assert "http://" not in page and "https://" not in page


@test
def what_looks_like_a_script_in_a_transcript_or_a_note_comes_back_as_text():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        small_study.put(folder, "transcripts/R1.txt", f"I: Hur var det?\nR: {CANARY} sa jag.\n")
        with opened(folder, "--coder", CANARY.replace("/", "")) as bench:
            status, headers, body = bench.send("GET", "/api/document?name=R1")
            assert status == 200 and headers["Content-Type"].startswith("application/json")
            assert CANARY in answer_of(bench, "R1")["text"]
            made, = bench.decide(coding(bench, "R1", words=len(CANARY)))
            bench.decide(dict(kind="memo", on={"coding": made}, text=CANARY))
            assert bench.ask("/api/document?name=R1")["codings"][0]["words"] == CANARY
            status, answer = bench.say("/api/events", events=[
                dict(coding(bench, "R1"), code=CANARY)])
            assert status == 422 and "script" not in json.dumps(answer), answer


@test
def a_decision_is_refused_when_it_does_not_fit_the_study():
    with tempfile.TemporaryDirectory() as where, opened(study(where), "--coder", "Ada") as bench:
        good = coding(bench, "R1")
        wrong = [dict(good, **change) for change in (
            {"document": "R99"}, {"document": None}, {"code": "påhittad"}, {"polarity": "*"},
            {"start": -1}, {"start": 10 ** 9, "end": 10 ** 9 + 1}, {"end": good["start"]},
            {"end": 10 ** 6}, {"start": 0, "end": 3}, {"start": "1"}, {"kind": "grant"},
            {"kind": "accept", "rule": "nothing"}, {"kind": "recode"},
            {"kind": "recode", "id": "12345678-1234-4234-8234-123456789012"})]
        wrong += [dict(kind="uncode", id="x"), dict(kind="done", document="R99", done=True),
                  dict(kind="mark", id="12345678-1234-4234-8234-123456789012", mark="quote"),
                  dict(kind="place", document="R1", turn=10 ** 6), {}, 7, None]
        for event in wrong:
            status, answer = bench.say("/api/events", events=[good, event])
            assert status == 422 and answer["error"]["message"], (event, answer)
        assert bench.ask("/api/document?name=R1")["codings"] == []


@test
def codings_in_files_are_taken_in_when_somebody_says_so_and_count_as_before():
    with tempfile.TemporaryDirectory() as where:
        folder = small_study.small_study(where)
        small_study.put(folder, "codings/ada.csv", small_study.coding_rows(["R1", "R4"]))
        counted = [tap.lyhord(*ask, "-f", "csv", folder).stdout for ask in (["tally"], ["agree"])]
        before = small_study.everything(folder)
        with opened(folder, "--coder", "ada") as bench:
            sets = [(each["name"], each["codings"]) for each in bench.ask("/api/study")["take_in"]]
            tap.equal(sets, [("ada", 2), ("gemensam", 5), ("mira", 2)])
            tap.equal(bench.send("GET", "/api/document?name=R1")[0], 409)
            tap.equal(bench.say("/api/events", events=[dict(kind="done", document="R1", done=True)])[0], 409)
            assert small_study.everything(folder) == before
            tap.equal(bench.say("/api/take-in"), (200, {}))
            tap.equal(bench.say("/api/take-in"), (200, {}))
            tap.equal(bench.ask("/api/study")["coders"], ["ada", "mira", "gemensam"])
            # both had coded R1 alike, and decided so together
            pair, = bench.ask("/api/pairs?name=R1")["pairs"]
            tap.equal((pair["kind"], pair["agreed"]["code"]), ("same", "bemötande"))
            tap.equal([tap.lyhord(*ask, "-f", "csv", folder).stdout for ask in (["tally"], ["agree"])], counted)
            made, = bench.decide(coding(bench, "R2"))
            status, said = bench.end()
            tap.equal(status, -signal.SIGTERM)
        # codings/ is as the journal is, when all is closed; what somebody changes then is left
        ada = os.path.join(folder, "codings", "ada.csv")
        rows = open(ada, encoding="utf-8-sig").read()
        assert "\nR2;" in rows and rows.count("\n") == 4, rows
        small_study.put(folder, "codings/ada.csv", rows + "R3;R3;;;;väntan;-;stated;;;manual;ada;;vänta;;\n")
        done = tap.lyhord("export", "--codings", folder)
        assert done.returncode == 0 and b"codings-edited" in done.stderr, done
        assert "\nR3;" in open(ada, encoding="utf-8").read()
        tap.equal(tap.lyhord("import", "--into", folder, "--yes", ada).returncode, 0)
        # what was decided together may come later, and is about the codings it fits
        later = small_study.put(folder, "gemensam.csv", "document;code;polarity;quote\nR2;väntan;-;kanariegult\nR4;lokal;+;aldrig\n")
        tap.equal(tap.lyhord("import", "--into", folder, "--yes", later).returncode, 0)
        os.remove(later)
        told = [row["code"] for row in tap.rows_of("export", "--format", "csv", "--coder", "gemensam", folder)]
        tap.equal((told.count("väntan"), told.count("lokal")), (4, 2))
        os.remove(ada)
        assert b"codings-edited" not in tap.lyhord("export", "--codings", folder).stderr
        assert "\nR3;" in open(ada, encoding="utf-8").read()


@test
def what_another_workbench_took_in_is_there_for_this_one_too():
    with tempfile.TemporaryDirectory() as where:
        folder = small_study.small_study(where)
        with opened(folder, "--coder", "ada") as one, opened(folder, "--coder", "mira") as other:
            tap.equal(one.say("/api/take-in"), (200, {}))
            tap.equal(other.say("/api/take-in"), (200, {}))
            tap.equal(other.ask("/api/study")["coders"], one.ask("/api/study")["coders"])


@test
def a_change_with_which_the_study_cannot_be_read_is_refused_and_taken_back():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        path = os.path.join(folder, "respondents.csv")
        before = open(path, "rb").read()
        with opened(folder, "--coder", "Ada") as bench:
            small_study.put(folder, "codebook.csv", small_study.CODEBOOK + "lokal;en gång till;x;y;z\n")
            status, said = bench.say("/api/group", respondent="R4", attribute="läge", value="öster")
            tap.equal((status, said["error"]["code"]), (422, "journal"))
            assert "lokal" in said["error"]["message"], said
            tap.equal(open(path, "rb").read(), before)


@test
def a_code_that_the_codebook_lacks_is_named_where_agreement_is_asked_for():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        code_for_two(folder)
        small_study.put(folder, "codebook.csv", small_study.CODEBOOK.replace("lokal;", "rummet;"))
        with opened(folder, "--coder", "Ada") as bench:
            status, _, body = bench.send("GET", "/api/agreement")
            assert status == 422 and "lokal" in json.loads(body)["error"]["message"], body


@test
def files_with_mistakes_are_all_told_of_and_nothing_is_taken_in():
    with tempfile.TemporaryDirectory() as where:
        folder = small_study.small_study(where)
        small_study.put(folder, "codings/mira.csv", "document;code;quote\nR1;finnsinte;skaft\n")
        small_study.put(folder, "codings/ada.csv", "document;code;quote\nR9;lokal;skaft\n")
        before = small_study.everything(folder)
        done = tap.lyhord("workbench", "--no-browser", "--coder", "Ada", folder)
        tap.equal((done.returncode, done.stdout), (65, b""))
        for code in (b"workbench-codings", b"code-unknown", b"document-missing"):
            assert code in done.stderr, done.stderr
        assert small_study.everything(folder) == before


@test
def nobody_decides_without_a_name():
    with tempfile.TemporaryDirectory() as where, opened(study(where)) as bench:
        assert bench.ask("/api/study")["coder"] is None
        assert bench.say("/api/events", events=[coding(bench, "R1")])[0] == 409
        for name in ("", "  ", "a/b", ".dold", "x" * 61, "två\nrader"):
            assert bench.say("/api/coder", name=name)[0] == 422, name
        assert bench.say("/api/coder", name=" Ada Björk ") == (200, {"coder": "Ada Björk"})
        bench.decide(coding(bench, "R1"))


@test
def an_answered_suggestion_is_not_asked_again_and_can_be_taken_back():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        small_study.put(folder, "codebook.csv",
                        "kod;regler_minus;definition;när;inte_när;exempel\n"
                        "väntan;vänta;tid;x;y;z\nlokal;;rum;x;y;z\nbemötande;;hur;x;y;z\n")
        with opened(folder, "--coder", "Ada") as bench:
            asked = bench.ask("/api/document?name=R3")["suggestions"]
            assert [(each["code"], each["polarity"], each["words"]) for each in asked] == [
                ("väntan", "-", "vänta")], asked
            answer = {key: asked[0][key] for key in ("start", "end", "code", "polarity", "rule")}
            bench.decide(dict(answer, kind="reject", document="R3"))
            seen = bench.ask("/api/document?name=R3")
            assert seen["suggestions"] == [] and seen["codings"][0]["status"] == "rejected"
            assert bench.say("/api/undo")[0] == 200
            assert len(bench.ask("/api/document?name=R3")["suggestions"]) == 1
            assert bench.say("/api/redo")[0] == 200
            assert bench.ask("/api/document?name=R3")["suggestions"] == []
            assert bench.say("/api/redo")[0] == 409


@test
def what_was_answered_is_there_after_the_program_was_killed():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        kept = []
        for round in range(6):
            with opened(folder, "--coder", "Ada") as bench:
                there = [each["id"] for person in small_study.WORDS
                         for each in bench.ask(f"/api/document?name={person}")["codings"]]
                assert sorted(there) == sorted(kept), round
                for words in range(round + 1):
                    kept += bench.decide(coding(bench, f"R{1 + words % 5}", words=5 + round))
                os.kill(bench.process.pid, signal.SIGKILL)
                bench.process.wait()
        assert len(kept) == 21


def code_for_two(folder):
    """Ada and Bo code R1 and R2: alike, another judgement, another theme, alone. Both are done."""
    for coder, marked in (
            ("Ada", [("R1", 0, 6, "bemötande", "+"), ("R1", 10, 16, "väntan", "-"),
                     ("R2", 0, 6, "lokal", "+"), ("R2", 12, 18, "lokal", "0")]),
            ("Bo", [("R1", 0, 6, "bemötande", "+"), ("R1", 11, 15, "väntan", "0"),
                    ("R2", 2, 9, "bemötande", "+")])):
        with opened(folder, "--coder", coder) as bench:
            starts = {each: answer_of(bench, each)["start"] for each in ("R1", "R2")}
            bench.decide(*(dict(kind="code", document=document, code=code, polarity=polarity,
                                start=starts[document] + start, end=starts[document] + end)
                           for document, start, end, code, polarity in marked))
            turn = answer_of(bench, "R2")["turn"]
            bench.decide(dict(kind="memo", on={"document": "R2"}, text=f"[{turn}] {coder} tänker"))
            if coder == "Bo":
                own, = bench.ask("/api/document?name=R2")["codings"]
                bench.decide(dict(kind="memo", on={"coding": own["id"]}, text="osäker"),
                             dict(kind="memo", on={"document": "R2"}, text=f"[{turn + 1}] ett annat svar"))
            seen = bench.ask("/api/pairs?name=R1")
            tap.equal(seen, {"waiting": [coder] if coder == "Ada" else ["Bo"]})
            assert all(row["coder"] == coder for row in bench.ask("/api/codings")["rows"])
            bench.decide(*(dict(kind="done", document=document, done=True)
                           for document in ("R1", "R2")))


@test
def two_see_each_other_when_both_are_done_and_decide_together():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        code_for_two(folder)
        with opened(folder, "--coder", "Ada") as bench:
            told = bench.ask("/api/pairs?name=R1")
            tap.equal(told["coders"], ["Ada", "Bo"])
            tap.equal([pair["kind"] for pair in told["pairs"]], ["same", "polarity"])
            pairs = bench.ask("/api/pairs?name=R2")["pairs"]
            tap.equal([pair["kind"] for pair in pairs], ["code", "only a"])
            tap.equal([pair["notes"] for pair in pairs],
                      [[["Ada tänker"], ["Bo tänker", "osäker"]], [["Ada tänker"], ["Bo tänker"]]])

            same, other = told["pairs"]
            event = {key: same["a"][key] for key in ("start", "end", "code", "polarity")}
            event |= dict(kind="agreed", document="R1", coders=told["coders"],
                          originals=[same["a"]["id"], same["b"]["id"]])
            nothing = event | {key: other["a"][key] for key in ("start", "end", "code")}
            nothing |= dict(originals=[other["a"]["id"], other["b"]["id"]], none=True)
            bench.decide(event, nothing)
            pairs = bench.ask("/api/pairs?name=R1")["pairs"]
            assert pairs[0]["agreed"]["code"] == "bemötande" and "none" not in pairs[0]["agreed"]
            assert pairs[1]["agreed"]["none"] is True
            wrong = event | dict(coders=["Bo", "Cia"])
            assert bench.say("/api/events", events=[wrong])[0] == 422
            assert bench.say("/api/undo")[1]["what"] == "agreed"
            assert bench.ask("/api/pairs?name=R1")["pairs"][1]["agreed"] is None
            # the text is changed: what they agreed on is gone through too, by either of them
            small_study.put(folder, "transcripts/R1.txt", "I: Hur?\nR: Något helt annat.\n")
            lost, = [each for each in bench.ask("/api/document?name=R1")["moved"] if each.get("together")]
            turn = answer_of(bench, "R1")
            bench.decide(dict(kind="recode", id=lost["id"], start=turn["start"], end=turn["end"]))
            assert not [each for each in bench.ask("/api/document?name=R1")["moved"] if each.get("together")]
            tap.equal(bench.say("/api/undo")[1]["what"], "recode")
            small_study.small_study(folder)
            shutil.rmtree(os.path.join(folder, "codings"))

        # what is counted is what they agreed on, and both originals are kept
        counted = {(row["code"], row["polarity"]): (row["persons"], row["statements"])
                   for row in tap.rows_of("tally", folder)}
        tap.equal(counted["bemötande", "+"], ("1", "1"))
        tap.equal(counted["väntan", "any"], ("0", "0"))


@test
def the_next_step_is_to_compare_until_all_that_differs_has_been_decided():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        code_for_two(folder)
        for coder in ("Ada", "Bo"):
            with opened(folder, "--coder", coder) as bench:
                bench.decide(*(dict(kind="done", document=document, done=True) for document in ("R3", "R4", "R5")))
        with opened(folder, "--coder", "Ada") as bench, opened(folder, "--coder", "Bo") as other:
            def decide_all(document):
                told = bench.ask(f"/api/pairs?name={document}")
                for pair in told["pairs"]:
                    one = pair["a"] or pair["b"]
                    bench.decide({key: one[key] for key in ("start", "end", "code", "polarity")}
                                 | dict(kind="agreed", document=document, coders=told["coders"],
                                        originals=[each["id"] for each in (pair["a"], pair["b"]) if each]))
            steps = []
            for document in ("R1", "R2"):
                steps.append(bench.ask("/api/study")["next"])
                decide_all(document)
            tap.equal(steps, [{"step": "compare", "document": document} for document in ("R1", "R2")])
            tap.equal(bench.ask("/api/study")["next"], {"step": "summary"})
            tap.equal(other.ask("/api/study")["next"], {"step": "summary"})
            # what one takes back is there to be decided for both, and what the other codes is as well
            bench.say("/api/undo")
            tap.equal(other.ask("/api/study")["next"], {"step": "compare", "document": "R2"})
            tap.equal(bench.ask("/api/study")["next"], {"step": "compare", "document": "R2"})
            bench.say("/api/redo")
            tap.equal(other.ask("/api/study")["next"], {"step": "summary"})
            other.decide(dict(coding(other, "R1"), code="lokal", polarity="+"))
            tap.equal(bench.ask("/api/study")["next"], {"step": "compare", "document": "R1"})
            other.decide(dict(kind="done", document="R3", done=False))
            tap.equal(other.ask("/api/study")["next"], {"step": "code", "document": "R3"})
            assert "Bo" not in bench.ask("/api/study")["documents"][2]["done"]


@test
def the_agreement_on_the_page_is_that_of_lyhord_agree():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        code_for_two(folder)
        with opened(folder, "--coder", "Ada") as bench:
            told = bench.agreement()
        assert told["documents"] == 2
        listed = small_study.put(where, "list.csv", "document\nR1\nR2\n")
        wanted = {row["code"]: row for row in tap.rows_of(
            "agree", "--unit", "sentence", "--documents", listed, folder)}
        for row in told["rows"]:
            want = wanted[row["code"]]
            tap.equal(str(row["units"]), want["units"])
            for name, column in (("kappa", "kappa"), ("alpha", "alpha"), ("low", "alpha_low"),
                                 ("high", "alpha_high")):
                if row[name] is None:
                    assert want[column] in ("", "–", ".."), want
                else:
                    assert abs(row[name] - float(want[column].replace(",", "."))) < 0.00051, (name, row, want)


@test
def what_is_said_twice_is_agreed_on_once_on_the_page_as_by_lyhord_agree():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        again = " ".join(f"Ord{number} kom sen {7 * number} gånger." for number in range(60))
        for person in ("R1", "R2"):
            small_study.put(folder, f"transcripts/{person}.txt", f"I: Hur var det?\nR: Vi fick vänta länge. {again}\n")
        code_for_two(folder)
        listed = small_study.put(where, "list.csv", "document\nR1\nR2\n")
        with opened(folder, "--coder", "Ada") as bench:
            units = {row["units"] for row in bench.agreement()["rows"]}
            wanted = {int(row["units"]) for row in tap.rows_of("agree", "--unit", "sentence", "--documents", listed, folder)}
            tap.equal(units, wanted)
            # what is decided after it was asked for is reckoned with
            before = bench.agreement()
            bench.decide(dict(coding(bench, "R1"), code="lokal", polarity="+"))
            assert bench.agreement() != before
            bench.decide(dict(kind="done", document="R1", done=False))
            tap.equal(bench.agreement()["documents"], 1)
            small_study.put(folder, "transcripts/R1.txt", "I: Hur var det?\nR: Något annat.\n")
            assert {row["units"] for row in bench.agreement()["rows"]} != units


@test
def one_group_is_changed_and_the_rest_of_the_file_stays():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        path = small_study.put(folder, "respondents.csv",
                               "id;läge;anm\nR1;norr;\"a;b\"\nR2;norr;\nR3;syd;\nR4;syd;\nR5;syd;x\n")
        before = open(path, encoding="utf-8").read()
        with opened(folder, "--coder", "Ada") as bench:
            groups = bench.ask("/api/groups")
            tap.equal(groups["attributes"], ["läge", "anm"])
            change = dict(respondent="R4", attribute="läge", value="öster")
            tap.equal(bench.say("/api/group", **change)[0], 200)
            values = {each["id"]: each["values"]["läge"] for each in bench.ask("/api/groups")["respondents"]}
            tap.equal((values["R4"], values["R5"]), ("öster", "syd"))
            for wrong in (dict(change, respondent="R9"), dict(change, attribute="id"),
                          dict(change, attribute="ålder"), dict(change, value="a\nb"),
                          dict(change, value="x" * 101), {}):
                tap.equal(bench.say("/api/group", **wrong)[0], 422, wrong)
        tap.equal(open(path, encoding="utf-8").read(), before.replace("R4;syd", "R4;öster"))


@contextlib.contextmanager
def held(folder):
    """As another command holds the study while it writes."""
    at = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(at, fcntl.LOCK_EX)
        yield
    finally:
        os.close(at)


@test
def what_the_page_writes_waits_for_another_command_and_takes_back_nothing_of_it():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        people, speakers = (os.path.join(folder, name) for name in ("respondents.csv", "transcripts.csv"))
        small_study.put(folder, "respondents.csv", "id;läge\nR1;norr\nR2;norr\nR3;syd\nR4;syd\nR5;syd\n")
        small_study.put(folder, "transcripts.csv", "fil;respondent;intervjuare\nR1;R1;I\nR2;R2;I\n")
        file = base64.b64encode("A: Hur var det?\nB: Det var bra.\n".encode()).decode()
        wishes = [("/api/group", dict(respondent="R4", attribute="läge", value="öster"), people, "R4;öster"),
                  ("/api/files", dict(name="R6.txt", base64=file), people, "R6;"),
                  ("/api/speakers", dict(document="R3", roles={"I": "interviewer"}), speakers, "R3;")]
        with opened(folder, "--coder", "Ada") as bench:
            for path, said, kept, wanted in wishes:
                answers = []
                with held(folder):
                    asking = threading.Thread(target=lambda: answers.append(bench.say(path, **said)))
                    asking.start()
                    time.sleep(0.5)
                    text = open(kept, encoding="utf-8").read()
                    small_study.put(folder, os.path.basename(kept), text.replace("R1;", "R1x;", 1))
                asking.join()
                tap.equal(answers[0][0], 200, answers)
                after = open(kept, encoding="utf-8").read()
                assert wanted in after and "R1x;" in after, after
                small_study.put(folder, os.path.basename(kept), after.replace("R1x;", "R1;"))
            with held(folder):
                status, told = bench.say("/api/group", respondent="R5", attribute="läge", value="öster")
            tap.equal((status, told["error"]["code"]), (503, "busy"))


@test
def a_dropped_file_is_added_and_nothing_is_written_over():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)

        def drop(bench, name, text):
            return bench.say("/api/files", name=name,
                             base64=base64.b64encode(text.encode()).decode())

        with opened(folder, "--coder", "Ada") as bench:
            status, told = drop(bench, "R6.txt", "A: Hur var det?\nB: Det var bra, tycker jag.\n")
            tap.equal(status, 200, told)
            tap.equal([each["mark"] for each in told["speakers"]], ["A", "B"])
            assert "R6" in [each["name"] for each in bench.ask("/api/study")["documents"]]
            for name, status in (("R6.txt", 409), ("R6.md", 409), ("R1.odt", 409), ("../R7.txt", 422),
                                 ("R7.exe", 422), (".txt", 422), ("R\n7.txt", 422), ("a/b.txt", 422),
                                 ("x" * 200 + ".txt", 422)):
                tap.equal(drop(bench, name, "A: Hej.\n")[0], status, name)
            tap.equal(drop(bench, "R8.docx", "no Word file")[0], 422)
            tap.equal(bench.say("/api/files", name="R9.txt")[0], 422)
        there = sorted(os.listdir(os.path.join(folder, "transcripts")))
        tap.equal(there, [f"R{number}.txt" for number in range(1, 7)])


@test
def who_speaks_is_kept_in_transcripts_csv():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        small_study.put(folder, "transcripts/R1.txt", "A: Hur var det?\nB: Bra.\nC: Mm.\n")
        kept = os.path.join(folder, "transcripts.csv")
        with opened(folder, "--coder", "Ada") as bench:
            roles = {"A": "interviewer", "B": "respondent", "C": "listener"}
            tap.equal(bench.say("/api/speakers", document="R1", roles=roles)[0], 200)
            seen = {each["mark"]: (each["role"], each["certainty"])
                    for each in bench.ask("/api/speakers?name=R1")["speakers"]}
            tap.equal(seen, {mark: (role, "decided") for mark, role in roles.items()})
            first = open(kept, encoding="utf-8").read()
            tap.equal(bench.say("/api/speakers", document="R2",
                                roles={"I": "interviewer", "R": "respondent"})[0], 200)
            assert open(kept, encoding="utf-8").read().startswith(first)
            for wrong in (dict(document="R1", roles={"X": "respondent"}), dict(document="R99", roles=roles),
                          dict(document="R1", roles={}), dict(document="R1", roles={"A": 7})):
                tap.equal(bench.say("/api/speakers", **wrong)[0], 422, wrong)


@test
def a_rule_is_looked_up_as_the_command_does():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        with opened(folder, "--coder", "Ada") as bench:
            told = bench.ask("/api/kwic?rule=" + urllib.parse.quote("som | lyssna"))
            assert bench.send("GET", "/api/kwic?rule=" + urllib.parse.quote("(som"))[0] == 422
            assert bench.send("GET", "/api/kwic")[0] == 422
            speakers = bench.ask("/api/speakers?name=R1")["speakers"]
        wanted = [(row["document"], row["keyword"]) for row in
                  tap.rows_of("kwic", "som | lyssna", folder)]
        tap.equal([(line["document"], line["hit"]) for line in told["lines"]], wanted)
        assert len(wanted) == told["all"] >= 3, wanted
        tap.equal([(each["mark"], each["role"]) for each in speakers],
                  [("I", "interviewer"), ("R", "respondent")])


@test
def what_was_marked_in_a_text_that_is_edited_is_never_shifted_silently():
    with tempfile.TemporaryDirectory() as where:
        folder = study(where)
        with opened(folder, "--coder", "Ada") as bench:
            for person, words in (("R1", 9), ("R2", 7)):
                bench.decide(coding(bench, person, words=words))
            marked = bench.ask("/api/document?name=R1")["codings"][0]
            said = small_study.WORDS["R1"]
            small_study.put(folder, "transcripts/R1.txt",
                            f"I: Hur var det?\nR: Ja, alltså. {said}\n")
            small_study.put(folder, "transcripts/R2.txt", "I: Hur?\nR: Något helt annat.\n")
            moved = bench.ask("/api/document?name=R1")
            assert moved["codings"] == [] and moved["moved"][0]["how"] == "moved", moved
            text = "".join(turn["text"] for turn in moved["turns"])
            assert moved["moved"][0]["start"] == marked["start"] + len("Ja, alltså. ")
            assert marked["words"] in text
            lost = bench.ask("/api/document?name=R2")["moved"][0]
            assert lost["how"] == "lost" and "start" not in lost, lost
            place = {key: moved["moved"][0][key] for key in ("start", "end")}
            bench.decide(dict(kind="recode", id=marked["id"], **place))
            # what is lost gets a new place by whoever coded it, and the old one is in the journal
            turn = answer_of(bench, "R2")
            bench.decide(dict(kind="recode", id=lost["id"], start=turn["start"], end=turn["end"]))
            assert bench.ask("/api/document?name=R1")["codings"][0]["words"] == marked["words"]
            told = bench.ask("/api/document?name=R2")
            tap.equal((told["moved"], [each["words"] for each in told["codings"]]), ([], [turn["text"]]))
            tap.equal(told["codings"][0]["code"], lost["code"])
            tap.equal(bench.say("/api/undo")[1]["what"], "recode")
            tap.equal(bench.ask("/api/document?name=R2")["moved"][0]["how"], "lost")


@test
def an_answer_that_was_lost_on_its_way_is_given_again_and_nothing_is_done_twice():
    with tempfile.TemporaryDirectory() as where, opened(study(where), "--coder", "Ada") as bench:
        said = dict(events=[coding(bench, "R1"), coding(bench, "R2")])
        said["try"] = "7d444840-9dc0-11d1-b245-5ffdce74fad2"
        first, again = bench.say("/api/events", **said), bench.say("/api/events", **said)
        assert first[0] == 200 and first == again
        assert len(bench.ask("/api/document?name=R1")["codings"]) == 1


@test
def it_stops_when_asked_and_says_nothing_of_what_people_said():
    with tempfile.TemporaryDirectory() as where:
        bench = Workbench(study(where), "--coder", "Ada")
        bench.enter()
        bench.decide(coding(bench, "R1"))
        bench.send("POST", "/api/events", b"{")
        status, said = bench.end()
        assert status == -signal.SIGTERM, status
        for words in list(small_study.WORDS.values()) + [bench.token]:
            assert words[:12] not in said, said


@test
def while_it_is_open_nobody_is_taken_out_and_who_has_it_open_is_named():
    with tempfile.TemporaryDirectory() as where, opened(study(where), "--coder", "Ada") as bench:
        bench.decide(coding(bench, "R2"))
        before = state_of(where)
        done = tap.lyhord("withdraw", "R2", where, "--yes")
        tap.equal(done.returncode, 69, done.stderr)
        assert f"process {bench.process.pid} (".encode() in done.stderr, done.stderr
        tap.equal(state_of(where), before)
        bench.decide(coding(bench, "R2"))
        assert len(bench.ask("/api/document?name=R2")["codings"]) == 2


tap.main()
