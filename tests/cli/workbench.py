"""The workbench as a browser talks to it: started, entered, asked."""
import contextlib
import http.client
import json
import os
import shutil
import subprocess

import small_study
import tap


class Workbench:
    def __init__(self, study, *options):
        command = [tap.LYHORD, "workbench", "--no-browser", *options, str(study)]
        self.process = subprocess.Popen(command, env=tap.environment(), text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.address = self.process.stdout.readline().strip()
        page, self.token = self.address.split("#")
        self.host = page.removeprefix("http://").rstrip("/")
        self.port = int(self.host.split(":")[1])
        self.cookie = None

    def send(self, method, path, body=None, headers=None, without=()):
        """As our own page sends it; @headers replace, @without takes away. (status, headers, bytes)"""
        ours = {"Host": self.host}
        if self.cookie:
            ours["Cookie"] = self.cookie
        if method == "POST":
            ours |= {"Origin": "http://" + self.host, "Content-Type": "application/json",
                     "Sec-Fetch-Site": "same-origin", "Content-Length": str(len(body or b""))}
        ours |= headers or {}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in ours.items():
                if name not in without:
                    connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def ask(self, path):
        status, _, body = self.send("GET", path)
        assert status == 200, (path, status, body)
        return json.loads(body)

    def say(self, path, **said):
        """(status, answer)"""
        status, _, body = self.send("POST", path, json.dumps(said).encode())
        return status, json.loads(body)

    def decide(self, *events):
        status, answer = self.say("/api/events", events=events)
        assert status == 200, answer
        return answer["ids"]

    def agreement(self):
        """How coders agree, asked on for until all is counted."""
        while "counting" in (told := self.ask("/api/agreement")):
            assert 0 <= told["counting"]["done"] <= told["counting"]["all"], told
        return told

    def enter(self):
        body = json.dumps({"token": self.token}).encode()
        status, headers, _ = self.send("POST", "/enter", body)
        assert status == 200, status
        self.cookie = headers["Set-Cookie"].split(";")[0]
        return headers["Set-Cookie"]

    def is_alive(self):
        return self.process.poll() is None and self.send("GET", "/")[0] == 200

    def end(self):
        """Its exit status and what it said."""
        if self.process.poll() is None:
            self.process.terminate()
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


@contextlib.contextmanager
def opened(study, *options, enters=True):
    bench = Workbench(study, *options)
    try:
        if enters:
            bench.enter()
        yield bench
    finally:
        bench.end()


def study(where):
    """Nobody has coded anything yet."""
    folder = small_study.small_study(where)
    shutil.rmtree(os.path.join(folder, "codings"))
    return folder


def answer_of(bench, document):
    turns = bench.ask(f"/api/document?name={document}")["turns"]
    return next(turn for turn in turns if turn["role"] == "respondent")


def state_of(folder):
    """Every file, but SQLite's own beside the store."""
    return {os.path.join(place, name): open(os.path.join(place, name), "rb").read()
            for place, _, names in os.walk(folder) for name in names if not name.endswith(("-shm", "-wal"))}
