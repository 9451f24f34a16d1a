#!/usr/bin/env python3
"""Print the material that test_material.c reads, as tab-separated lines.

usage: material.py turns FOLDER      file, speaker, text: every turn of the given dialogues
       material.py words FOLDER      file, speaker, number of words: each speaker of the dialogues
       material.py nobody FOLDER     report, text: passages of the reports that no respondent said
       material.py hostile FOLDER    expectation, path, file that holds the bytes
"""
import json
import os
import sys


def turns(folder):
    with open(os.path.join(folder, "gold", "dev.jsonl"), encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            for turn in record.get("turns", []):
                yield record["dialogue_file"], turn["speaker"], turn["text"]


def words(folder):
    counts = {}
    for name, speaker, text in turns(folder):
        counts[name, speaker] = counts.get((name, speaker), 0) + len(text.split())
    for (name, speaker), count in counts.items():
        yield name, speaker, str(count)


def nobody(folder):
    seeds = sorted(os.listdir(os.path.join(folder, "seeds")))
    with open(os.path.join(folder, "gold", "not_respondent.jsonl"), encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            for seed in (name for name in seeds if name.startswith(record["seed"])):
                yield seed, " ".join(record["text"].split())


def hostile(folder):
    with open(os.path.join(folder, "hostile", "manifest.json"), encoding="utf-8") as text:
        for entry in json.load(text)["entries"]:
            # Personnummer are found by privacy; links and modes are made where they are tested.
            wanted = entry["kind"] in ("transcript", "docx", "odt") and "personnummer" not in entry["path"]
            stored = entry.get("stored_as", entry["path"])
            if wanted and "mode" not in entry and os.path.exists(os.path.join(folder, "hostile", stored)):
                yield entry["expect"], entry["path"], stored


KINDS = {"hostile": hostile, "nobody": nobody, "turns": turns, "words": words}
for row in KINDS[sys.argv[1]](sys.argv[2]):
    print("\t".join(row))
