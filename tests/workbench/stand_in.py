"""A workbench of a few invented answers, for looking at each view alone; it keeps nothing on disk.

The page is asked of the folder where it is written, so that a view is seen as it stands there.
"""
import csv
import http.server
import json
import os
import threading
import time
import urllib.parse
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ASSETS = os.path.join(ROOT, "src/workbench/assets")
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
SECURITY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            "form-action 'none'; frame-ancestors 'none'; base-uri 'none'")

TALK = [
    ("interviewer", "Hur var det att komma i kontakt med kontoret?"),
    ("respondent", "Jag ringde varje dag i två veckor. Hon ringer aldrig tillbaka. Till slut gick jag dit, och då "
                   "var det en annan som tog emot mig, och hon var jättesnäll och förklarade allt en gång till. Men jag "
                   "hade ju redan missat sista dagen för ansökan då."),
    ("interviewer", "Och hur kändes det?"),
    ("respondent", "🙂 Nej. Inte bra."),
    ("interviewer", "Är det något du skulle vilja ändra på?"),
    ("respondent", "Att man får ett sms när någon har läst det man skickat in. Då vet man."),
]


def turns(talk):
    made, at = [], 0
    for number, (role, text) in enumerate(talk):
        mark = {"interviewer": "I", "respondent": "R"}[role]
        at += len(mark) + 2
        made.append({"turn": number, "role": role, "speaker": mark, "start": at, "end": at + len(text), "text": text})
        at += len(text) + 1
    return made


def codes():
    with open(os.path.join(ROOT, "data-samples/brukarrevision/codebook.csv"), encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    made = []
    for row in rows:
        code = {"name": row["kod"], "label": row["namn"], "depth": int(bool(row["överordnad"])),
                "colour": row["färg"], "definition": row["definition"], "when": row["när"], "when_not": row["inte_när"],
                "example": row["exempel"]}
        if row["överordnad"]:
            code["parent"] = row["överordnad"]
        made.append(code)
    return made


class Study:
    """What the workbench would answer; decisions are lists that grow."""

    def __init__(self, language="sv", words=None, talk=None):
        self.language, self.words = language, words or {}
        self.coder, self.codes = "Mira", codes()
        self.turns = turns(talk or TALK)
        self.codings, self.memos, self.asked, self.answered, self.undone = [], [], [], set(), []
        self.is_down = False
        self.counted_most = 120
        self.found = None  # what a search finds, where a test says so
        self.finds = {}
        self.looking = None  # how far looking for names has come, while it goes on
        self.refused = None  # what decisions about finds are refused with
        self.looks = 0  # how many times the first page was asked for
        self.pairs_waiting = ["Sam"]
        words = {"code": "tydlighet", "polarity": "+", "state": "stated", "id": "m1"}
        self.moved = [] if talk else [self.at("förklarade allt", how="moved", **words),
                                      {**words, "id": "m2", "words": "Det var inget svårt.", "how": "lost"}]

    def at(self, words, number=1, **more):
        turn = self.turns[number]
        start = turn["start"] + turn["text"].index(words)
        return {"turn": number, "start": start, "end": start + len(words), "words": words, **more}

    def suggestions(self):
        if len(self.turns) != len(TALK):
            return []
        made = [
            self.at("ringer aldrig tillbaka", code="kontaktvägar", polarity="-", state="negated", time="", rule="ringa",
                    cue="aldrig"),
            self.at("förklarade allt", code="tydlighet", polarity="+", state="stated", time="", rule="förklara", cue=""),
            self.at("får ett sms", 5, code="återkoppling", polarity="0", state="wish", time="", rule="sms", cue="")]
        return [each for each in made if (each["start"], each["code"]) not in self.answered]

    # ---- what the page asks ----

    def get_words(self, _):
        return {"language": self.language, "words": self.words}

    def get_study(self, _):
        names = ["R01", "R02", "R03"]
        self.looks += 1
        return {"title": "Att söka stöd när pengarna tar slut", "coder": self.coder, "coders": ["Mira", "Sam"],
                "codes": self.codes, "undo": None, "redo": None,
                "documents": [{"name": name, "answers": 3, "coded": len(self.codings), "suggested": 3, "answered": len({each["turn"] for each in self.codings}),
                               "done": {"Mira": True, "Sam": True} if name == "R03" else {}, "place": None,
                               "state": {"R01": "begun", "R02": "new", "R03": "done"}[name]} for name in names],
                "next": {"step": "code", "document": "R01"}}

    def get_document(self, asked):
        return {"name": asked["name"], "sha256": "0" * 64, "turns": self.turns, "codings": self.codings,
                "suggestions": self.suggestions(), "moved": self.moved if asked["name"] == "R02" else [], "memos": self.memos, "place": None}

    def post_coder(self, said):
        self.coder = said["name"]
        return {"coder": self.coder}

    def post_events(self, said):
        ids = []
        for event in said["events"]:
            self.asked.append(event)
            ids.append(str(uuid.uuid4()))
            if event["kind"] in ("code", "accept"):
                text = self.turns[0]
                text = next(turn for turn in self.turns if turn["start"] <= event["start"] < turn["end"])
                words = text["text"][event["start"] - text["start"]:event["end"] - text["start"]]
                self.codings.append({"state": "stated", "mark": "", **event, "id": ids[-1], "turn": text["turn"],
                                     "status": "manual", "words": words})
            if event["kind"] in ("accept", "reject"):
                self.answered.add((event["start"], event["code"]))
            if event["kind"] == "memo":
                memo = {"id": event["on"].get("memo", ids[-1]), "text": event["text"], "who": self.coder,
                        **({"coding": event["on"]["coding"]} if "coding" in event["on"] else {})}
                self.memos = [each for each in self.memos if each["id"] != memo["id"]] + [memo]
        return {"ids": ids, "undo": {"what": "code", "document": "R01"}, "redo": None}

    def post_undo(self, _):
        if self.codings:
            self.undone.append(self.codings.pop())
        return {"what": "code", "document": "R01", "turn": 1, "undo": None, "redo": {"what": "code", "document": "R01"}}

    def post_redo(self, _):
        if self.undone:
            self.codings.append(self.undone.pop())
        return {"what": "code", "document": "R01", "turn": 1, "undo": {"what": "code", "document": "R01"}, "redo": None}

    def get_pairs(self, _):
        if self.pairs_waiting:
            return {"waiting": self.pairs_waiting}
        here = self.at("Hon ringer aldrig tillbaka.")
        one = {"state": "stated", **here}
        other = self.at("jättesnäll", state="stated")
        answer = self.at("Inte bra.", 3, state="stated")
        return {"coders": ["Mira", "Sam"], "pairs": [
            {"turn": 1, "kind": "code", "agreed": None, "a": {**one, "id": "a1", "code": "kontaktvägar", "polarity": "-"},
             "b": {**one, "id": "b1", "code": "återkoppling", "polarity": "-"}, "notes": [["?"], ["De hör inte av sig."]]},
            {"turn": 1, "kind": "only a", "agreed": None, "a": {**other, "id": "a2", "code": "bemötande", "polarity": "+"},
             "b": None},
            {"turn": 3, "kind": "polarity", "agreed": None, "a": {**answer, "id": "a3", "code": "trygghet", "polarity": "-"},
             "b": {**answer, "id": "b3", "code": "trygghet", "polarity": "0"}},
            {"turn": 1, "kind": "same", "agreed": None, "a": {**other, "id": "a4", "code": "tydlighet", "polarity": "+"},
             "b": {**other, "id": "b4", "code": "tydlighet", "polarity": "+"}}]}

    def get_agreement(self, _):
        row = {"unit": "sentence", "code": "kontaktvägar", "units": 3, "percent": 66.7, "kappa": 0.4, "alpha": 0.44, "low": 0.1, "high": 0.8}
        return {"rows": [row, {**row, "code": "tydlighet", "low": None, "high": None}]}

    def get_summary(self, _):
        words = {"code": "kontaktvägar", "label": "Personal och kontaktvägar", "words": "Hon ringer aldrig tillbaka.",
                 "document": "R01", "turn": 1}
        theme = {"code": "bemötande", "label": "Bemötande", "persons": 7, "plus": 3, "minus": 5, "neutral": 0, "base": 12}
        hidden = {**theme, "code": "ekonomi", "label": "Ekonomi", "persons": None, "plus": None, "minus": None}
        return {"title": "Att söka stöd när pengarna tar slut", "persons": 12, "interviews": 12, "done": 3, "set": "gemensam",
                "themes": [theme, hidden], "quotes": [words],
                "proposals": [{**words, "words": "Att man får ett sms."}], "next": {"step": "code", "document": "R02"}}

    SPEAKERS = [{"mark": "I", "role": "interviewer", "certainty": "stated", "turns": 3, "first": "Hur var det att komma i kontakt?"},
                {"mark": "R", "role": "respondent", "certainty": "guessed", "turns": 3, "first": "Jag ringde varje dag."}]

    def get_speakers(self, asked):
        return {"document": asked["name"], "speakers": self.SPEAKERS, "problems": []}

    def post_files(self, said):
        return {"document": said["name"].rsplit(".", 1)[0], "speakers": self.SPEAKERS, "problems": []}

    def post_speakers(self, said):
        self.asked.append(said)
        return {}

    FINDS = [
        {"id": "f1", "class": "namn", "name": "namn", "words": "Björk", "why": "ett förnamn eller efternamn", "before": "Min handläggare ",
         "after": " ringde aldrig, och när jag till slut fick tag i någon var det …", "proposed": "[handläggare 1]", "alike": 5, "may_keep": True},
        {"id": "f2", "class": "telefon", "name": "telefonnummer", "words": "070-123 45 67", "why": "liknar ett telefonnummer",
         "before": "Hon har ", "after": " på lappen.", "proposed": "[telefon]", "alike": 1, "may_keep": True},
        {"id": "f3", "class": "personnummer", "name": "personnummer", "words": "121212-1212", "why": "datum och kontrollsiffra stämmer",
         "before": "", "after": ", sa jag då.", "proposed": "[personnummer]", "alike": 1, "may_keep": False},
        {"id": "f4", "class": "tveksamt", "name": "värt en titt", "words": "ekliden", "why": "ordlistan känner inte ordet",
         "before": "Vi bodde vid ", "after": " då.", "proposed": "", "alike": 1, "may_keep": True, "doubt": True}]

    def counts(self):
        said = list(self.finds.values())
        left = [find["id"] for find in self.FINDS if find["id"] not in self.finds and not find.get("doubt")]
        doubts = [find["id"] for find in self.FINDS if find["id"] not in self.finds and find.get("doubt")]
        return {"left": len(left), "doubts": len(doubts), "replaced": said.count("replace"), "kept": said.count("keep"), "unsure": said.count("unsure")}

    def get_finds(self, asked):
        if self.looking:
            time.sleep(0.05)
            return {"looking": self.looking}
        if "name" not in asked:
            return {**self.counts(), "key": "/hem/mira/revision-nyckel.csv",
                    "documents": [{"name": name, **(self.counts() if name == "R01" else dict.fromkeys(self.counts(), 0))}
                                  for name in ("R01", "R02", "R03")]}
        shown = [{"start": 5, "end": 10, "turn": 1, **find, "decision": self.finds.get(find["id"]),
                  **({"replacement": find["proposed"]} if self.finds.get(find["id"]) == "replace" else {})} for find in self.FINDS]
        return {"document": asked["name"], "finds": shown, **self.counts(), "study": self.counts()}

    def post_find(self, said):
        self.asked.append(said)
        if self.refused:
            return 409, {"error": {"code": "io", "message": self.refused}}
        ids = said.get("ids") or [said["id"]]
        for each in ids:
            self.finds[each] = said["decision"]
            if said["decision"] == "open":
                del self.finds[each]
        return {"changed": [{"id": each, "decision": said["decision"]} for each in ids], **self.counts(), "study": self.counts()}

    def post_new_texts(self, said):
        self.asked.append(said)
        return {"kept": "/hem/mira/revision-original", "replaced": 7}

    def get_groups(self, _):
        return {"attributes": ["kontor", "ålder"], "notes": ["gruppen Norra har 2 personer: den visas inte för sig"],
                "respondents": [{"id": "R01", "values": {"kontor": "Norra", "ålder": "18–29"}},
                                {"id": "R02", "values": {"kontor": "Södra", "ålder": ""}}]}

    def post_group(self, said):
        self.asked.append(said)
        return {}

    def get_codings(self, _):
        row = {"document": "R01", "turn": 1, "coder": "Mira", "code": "kontaktvägar", "polarity": "-", "state": "stated",
               "status": "manual", "mark": "quote", "words": "Hon ringer aldrig tillbaka.", "at": "2026-05-01T12:00:00Z"}
        return {"all": 2, "rows": [row, {**row, "coder": "Sam", "code": "återkoppling", "mark": ""}]}

    def get_kwic(self, asked):
        if asked["rule"].startswith("("):
            return 422, {"error": {"code": "rule", "message": "en parentes saknas"}}
        return self.found or {"all": 1, "lines": [{"document": "R01", "turn": 1, "respondent": "R01", "before": "i två veckor. Hon ",
                                                   "hit": "ringer aldrig", "after": " tillbaka. Till slut"}]}

    def get_matrix(self, _):
        return {"persons": ["R01", "R02", "R03"], "rows": [
            {"code": "bemötande", "label": "Bemötande", "depth": 0, "cells": [2, 0, 1]},
            {"code": "humör", "label": "Humör och dagsform", "depth": 1, "cells": [1, 0, 0]}]}

    def get_statements(self, _):
        return {"rows": [{"document": "R01", "turn": 1, "polarity": "+", "coder": "gemensam", "words": "Hon var jättesnäll."}]}

    def get_codebook(self, _):
        cells = {"rules": "lyssna\nhöra ... på", "rules_plus": "", "rules_minus": "", "exceptions": "", "pattern": ""}
        return {"version": "v1", "undo": True, "fields": ["name", "parent", "label", "colour", "definition", "when",
                                                          "when_not", "example", *cells],
                "codes": [{"parent": "", **code, **cells} for code in self.codes]}

    def post_codebook(self, said):
        if said["code"].get("rules", "").count("(") > said["code"].get("rules", "").count(")"):
            return 422, {"error": {"code": "rule-syntax", "field": "rules", "message":
                                   "den här ”(” stängs aldrig; skriv ”)” där dess del av regeln slutar"}}
        before = next((code for code in self.get_codebook(None)["codes"] if code["name"] == said["code"]["name"]), {})
        changed = {field: text for field, text in said["code"].items() if field != "name"}
        effect = {"code": "bemötande", "label": "Bemötande", "suggestions": [26, 38], "persons": [9, 11], "new": 14,
                  "lost": 2, "changed": 1}
        difference = [{"field": field, "before": before.get(field, ""), "after": text} for field, text in changed.items()]
        if "rules" not in changed:
            return {"difference": difference, "warnings": [], "question": 1, "effect": []}
        self.counted, self.effect = 0, [effect]
        return {"difference": difference, "warnings": ["koden ”förståelse” har samma regel: lyssna"],
                **self.get_codebook_effect({"question": "1"})}

    def get_codebook_effect(self, asked):
        """All are counted when it has been asked for often enough; a test may hold it at so many."""
        self.counted = min(self.counted + 40, 120, self.counted_most)
        told = {"effect": self.effect} if self.counted == 120 else {"counting": {"done": self.counted, "all": 120}}
        return {"question": int(asked["question"]), **told}

    def post_codebook_apply(self, said):
        self.asked.append(said)
        return {"version": "v2", "undo": True}

    post_codebook_undo = post_codebook_apply

    def post_nothing(self, _):
        return {}

    post_alive = post_leave = post_nothing


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def send(self, status, kind, data):
        self.send_response(status)
        self.send_header("Content-Type", kind + "; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", SECURITY)
        self.end_headers()
        self.wfile.write(data)

    def answer(self, method, said):
        if self.server.study.is_down and method == "post":
            return self.connection.close()
        path, _, query = self.path.partition("?")
        name = f"{method}_{path.removeprefix('/api/').replace('-', '_')}"
        asked = dict(urllib.parse.parse_qsl(query)) if said is None else said
        told = getattr(self.server.study, name)(asked)
        status, told = told if isinstance(told, tuple) else (200, told)
        self.send(status, "application/json", json.dumps(told).encode())

    def do_GET(self):
        if self.path.startswith("/api/"):
            return self.answer("get", None)
        name = "index.html" if self.path == "/" else self.path.removeprefix("/assets/")
        path = os.path.join(ASSETS, name)
        if "/" in name or not os.path.isfile(path):
            return self.send(404, "text/plain", b"")
        with open(path, "rb") as file:
            return self.send(200, TYPES[os.path.splitext(name)[1]], file.read())

    def do_POST(self):
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer("post", said)


class Server:
    """`with Server(Study()) as address:`"""

    def __init__(self, study):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.study = study

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}/"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
