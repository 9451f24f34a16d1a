#!/usr/bin/env python3
"""A store is the old one or the new one, whatever breaks: every call that writes fails once, or is the last.

usage: sweep.py WORKER [--all]
strace lets the Nth call of one kind fail (ENOSPC, EIO), or kills the program at it; one kind at a time, since
it counts by kind. Without --all a part of the points is tried, spread evenly. The oracle is Python's own
sqlite3 and the bytes of the files.
"""
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

WORKER = os.path.abspath(sys.argv[1])
ALL = "--all" in sys.argv
SHARE = 1 if ALL else 24
CALLS = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "renameat2", "openat", "close", "fchmod")
FAULTS = ("error=ENOSPC", "error=EIO", "signal=KILL")
SECRET = b"kanariegult"
# what the work begins with, and how many codings there are before and after it
WORKS = {"create": (None, None, 1), "append": ("make", 30, 50), "migrate": ("old", 30, 30), "forget": ("make", 30, 20),
         "join": ("two", 30, 50), "undo": ("joined", 50, 30)}


def worker(what, path, *strace):
    return subprocess.run([*strace, WORKER, what, path], capture_output=True, timeout=60)


def strace(trace, call, fault=None):
    command = ["strace", "-f", "-qq", "-o", trace, "-e", f"trace={call}"]
    return command + (["-e", f"inject={call}:{fault}"] if fault else [])


def can_trace():
    if not shutil.which("strace"):
        return "strace is missing"
    done = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True)
    return "" if done.returncode == 0 else "strace may not trace here"


def holds(folder, words):
    return any(words in open(os.path.join(folder, name), "rb").read() for name in os.listdir(folder))


def codings(path):
    """What SQLite itself finds, and what we do; None: there is no file."""
    if not os.path.exists(path):
        return None
    done = worker("check", path)
    assert done.returncode == 0, (done.returncode, done.stderr)
    count, state = done.stdout.decode().split()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("SELECT count(*) FROM codings").fetchone()[0] == int(count)
    db.close()
    assert state == "right", state
    return int(count)


class Sweep:
    def __init__(self, folder, what):
        self.folder, self.what = folder, what
        self.first, self.old, self.new = WORKS[what]
        self.kept = os.path.join(folder, "kept")
        self.now = os.path.join(folder, "now")
        os.mkdir(self.kept)
        if self.first:
            assert worker(self.first, os.path.join(self.kept, "study.db")).returncode == 0
        if what == "forget":
            shutil.copy(os.path.join(self.kept, "study.db"), os.path.join(self.kept, "study.db.bak-1-1"))
        self.points = 0

    def begin(self):
        shutil.rmtree(self.now, ignore_errors=True)
        shutil.copytree(self.kept, self.now)
        return os.path.join(self.now, "study.db"), os.path.join(self.folder, "trace")

    def count_of(self, call):
        path, trace = self.begin()
        assert worker(self.what, path, *strace(trace, call)).returncode == 0
        return open(trace).read().count(f"{call}(")

    def check(self, path, done, told):
        killed = done.returncode < 0
        if self.what == "migrate" and self.is_old(path):
            assert done.returncode != 0, told
            self.repeat(path, told)
            return
        left = codings(path)
        # a store that was made and holds nothing yet is neither lost work nor half of it
        assert left in (self.old, self.new) or (self.what == "create" and left == 0), (left, told)
        if done.returncode == 0:
            assert left == self.new, told
            assert self.what != "forget" or not holds(self.now, SECRET), told
        if not killed:
            assert not [n for n in os.listdir(self.now) if n.endswith((".tmp", "-journal"))] or done.returncode, told
        self.repeat(path, told)

    @staticmethod
    def is_old(path):
        db = sqlite3.connect(path)  # the log counts, too
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.close()
        return version == 0

    def repeat(self, path, told):
        """What was broken off is taken up by the same again."""
        done = worker(self.what, path)
        assert done.returncode == 0, (done.stderr, told)
        assert codings(path) == self.new, told
        assert self.what != "forget" or not holds(self.now, SECRET), told
        for name in os.listdir(self.now):
            assert os.stat(os.path.join(self.now, name)).st_mode & 0o077 == 0, (name, told)

    def one(self, call, number, fault):
        path, trace = self.begin()
        done = worker(self.what, path, *strace(trace, call, f"{fault}:when={number}"))
        seen = open(trace).read()
        told = f"{self.what}: {fault} at {call} {number}: {done.returncode} {done.stderr[-300:]!r}"
        if "INJECTED" not in seen and "killed by" not in seen:
            return
        # the loader's own files: the program has not begun
        if done.returncode in (126, 127):
            return
        self.points += 1
        self.check(path, done, told)

    def run(self):
        step = 0
        for call in CALLS:
            for number in range(1, self.count_of(call) + 1):
                for fault in FAULTS:
                    step += 1
                    if step % SHARE == 0:
                        self.one(call, number, fault)
        return self.points


def main():
    reason = can_trace()
    if reason:
        print(f"1..0 # SKIP {reason}")
        return
    print(f"1..{len(WORKS)}")
    for number, what in enumerate(WORKS, 1):
        where = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        with tempfile.TemporaryDirectory(prefix="lyhord-sweep-", dir=where) as folder:
            try:
                points = Sweep(folder, what).run()
                print(f"ok {number} - {what} leaves the old store or the new one at {points} points")
            except AssertionError as fault:
                print(f"not ok {number} - {what} leaves the old store or the new one\n# {fault}")
        sys.stdout.flush()


main()
