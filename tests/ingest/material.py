#!/usr/bin/env python3
"""Print the material that test_material.c reads, as tab-separated lines.

usage: material.py turns FOLDER      file, speaker, text: every turn of the given dialogues
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


def hostile(folder):
    with open(os.path.join(folder, "hostile", "manifest.json"), encoding="utf-8") as text:
        for entry in json.load(text)["entries"]:
            # Personnummer are found by privacy; links and modes are made where they are tested.
            wanted = entry["kind"] in ("transcript", "docx", "odt") and "personnummer" not in entry["path"]
            stored = entry.get("stored_as", entry["path"])
            if wanted and "mode" not in entry and os.path.exists(os.path.join(folder, "hostile", stored)):
                yield entry["expect"], entry["path"], stored


for row in {"turns": turns, "hostile": hostile}[sys.argv[1]](sys.argv[2]):
    print("\t".join(row))
