#!/usr/bin/env python3
"""Print the passages that a reader took from the five reports, as tab-separated lines.

usage: seeds.py FOLDER      the report's file, the passage with single spaces
"""
import json
import os
import sys

folder = sys.argv[1]
files = sorted(os.listdir(os.path.join(folder, "seeds")))
with open(os.path.join(folder, "gold", "dev.jsonl"), encoding="utf-8") as lines:
    for record in map(json.loads, lines):
        if "turns" in record:
            continue
        file = next(name for name in files if name.startswith(str(record["seed"])))
        print(file, " ".join(record["text"].split()), sep="\t")
