#!/usr/bin/env python3
"""How long the workbench looks for what points at people, and how long an answer about one find takes.

usage: finds.py LYHORD [INTERVIEWS [FINDS]]     300 interviews with 40 finds each, invented, in a folder of its own

Told are seconds until all have been looked at, the longest single request of that, and milliseconds of an answer
(median and highest) with an empty key and with one that has a row for every find; beside them the processor's own.
"""
import os
import random
import sys
import tempfile
import time

LYHORD = os.path.abspath(sys.argv[1])
INTERVIEWS, FINDS = (int(each) for each in (sys.argv[2:] + ["300", "40"][len(sys.argv) - 2:]))
sys.argv = [sys.argv[0], LYHORD]
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../cli"))

from workbench import opened  # noqa: E402

FIRST = "Annika Lars Karin Erik Maria Johan Eva Per Kristina Anders Birgitta Nils Ingrid Olof Sara Mats Lena".split()
LAST = "Lindgren Nyström Berglund Sandberg Forsberg Lundqvist Wallin Engström Ekman Sjöberg Hedlund".split()
TALK = "Det var så att jag gick dit och väntade länge och fick prata med någon som inte visste vad som gällde just då. "


def put(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def study(folder):
    os.makedirs(os.path.join(folder, "transcripts"))
    chance = random.Random(1)
    for number in range(INTERVIEWS):
        said = ["I: Hur var det?"]
        for _ in range(FINDS):
            name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
            phone = f"070-{chance.randint(100, 999)} {chance.randint(10, 99)} {chance.randint(10, 99)}"
            said.append(f"R: {TALK * 2}Jag ringde {chance.choice((name, phone))} sen. {TALK}")
        put(os.path.join(folder, "transcripts", f"R{number:04}.txt"), "\n".join(said) + "\n")
    put(os.path.join(folder, "lyhord.ini"), "[study]\nformat = 1\ntitle = Stort\ndate = 2026-05-01\n")
    put(os.path.join(folder, "codebook.csv"), "kod;definition;när;inte_när;exempel\nbemötande;hur;x;y;z\n")
    put(os.path.join(folder, "respondents.csv"), "id\n" + "".join(f"R{each:04}\n" for each in range(INTERVIEWS)))


def ticks(bench):
    with open(f"/proc/{bench.process.pid}/stat", encoding="utf-8") as file:
        user, system = file.read().split()[13:15]
    return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")


def answers(bench, documents, place):
    times, before = [], ticks(bench)
    for each in documents:
        find = bench.ask(f"/api/finds?name={each['name']}")["finds"][place]
        begun = time.monotonic()
        status, told = bench.say("/api/find", document=each["name"], id=find["id"], decision="replace", replacement="[x]")
        times.append((time.monotonic() - begun) * 1000)
        assert status == 200, told
    times.sort()
    return f"{times[len(times) // 2]:.0f} ms, at most {times[-1]:.0f}; {(ticks(bench) - before) / len(times):.0f} ms of the processor"


def main():
    with tempfile.TemporaryDirectory(prefix="lyhord-bench-") as where:
        folder = os.path.join(where, "studie")
        study(folder)
        with opened(folder, "--coder", "Ada") as bench:
            begun, longest = time.monotonic(), 0.0
            told = {"looking": None}
            while "looking" in told:
                asked = time.monotonic()
                told = bench.ask("/api/finds")
                longest = max(longest, time.monotonic() - asked)
            print(f"first look: {time.monotonic() - begun:.1f} s, a request at most {longest * 1000:.0f} ms; {told['left']} finds")
            some = told["documents"][:40]
            print("answer, empty key:", answers(bench, some, 3))
            for each in told["documents"]:
                ids = [find["id"] for find in bench.ask(f"/api/finds?name={each['name']}")["finds"] if not find["decision"]]
                bench.say("/api/find", ids=ids, decision="unsure")
            print("answer, full key:", answers(bench, some, 5))


main()
