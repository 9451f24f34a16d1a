#!/usr/bin/env python3
"""Short answers of invented people, one a row, as many as asked for: the same for the same arguments.

usage: make_answers.py COUNT FILE.csv [PERSONS]

respondent;fråga;svar;kommun;ålder. Each answer is one to four sentences that respondents say in the
sample studies; a person's answers lie far apart. Without PERSONS there are three answers a person
in the mean. Nothing of it is kept in the project.
"""
import glob
import os
import random
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QUESTIONS = ["Hur blev du bemött?", "Vad fungerar bra?", "Vad kan bli bättre?", "Vad vill du säga mer?"]
PLACES = ["Norr", "Söder", "Öster", "Väster", "Mitten", "Utanför"]
AGES = ["18–29", "30–49", "50–64", "65+"]
ROWS_AT_ONCE = 10000


def sentences():
    """What respondents say in the samples, a sentence an entry, sorted."""
    found = set()
    for path in sorted(glob.glob(os.path.join(ROOT, "data-samples/*/transcripts/*.txt"))):
        with open(path, encoding="utf-8") as file:
            for line in file:
                said = re.match(r"(?:R|IP|B)\d*: ?(.*)", line.rstrip("\n"))
                for sentence in re.split(r"(?<=[.!?]) ", said[1]) if said else []:
                    if 15 < len(sentence) < 160 and not re.search(r'[";\[\]()]', sentence):
                        found.add(sentence)
    return sorted(found)


def rows(count, persons, seed=1):
    """The rows below the heading, without line ends."""
    chance = random.Random(seed)
    said = sentences()
    homes = [f"{chance.choice(PLACES)};{chance.choice(AGES)}" for _ in range(1009)]
    for number in range(count):
        person = chance.randrange(persons)
        text = " ".join(chance.choices(said, k=chance.choice((1, 1, 2, 2, 3, 4))))
        yield f"p{person};{QUESTIONS[number % 4]};{text};{homes[person % 1009]}"


def make(path, count, persons=None):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("respondent;fråga;svar;kommun;ålder\n")
        pending = []
        for row in rows(count, persons or max(1, count // 3)):
            pending.append(row)
            if len(pending) == ROWS_AT_ONCE:
                file.write("\n".join(pending) + "\n")
                pending.clear()
        file.write("".join(row + "\n" for row in pending))


if __name__ == "__main__":
    make(sys.argv[2], int(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
