#!/usr/bin/env python3
"""Add up the TAP of every test of the given build folders and close with one line.

usage: summary.py BUILD…
A program that died, timed out or printed no TAP counts as one failure more. A skipped test is
named with its reason; one that misses a package fails when CI=true.
"""
import json
import os
import re
import sys

LINE = re.compile(r"^\s*(not ok|ok)\b\s*\d*\s*-?\s*(.*?)\s*(?:#\s*(SKIP)\s*(.*))?$", re.I)
ENDED_WELL = {"OK", "SKIP", "EXPECTEDFAIL"}


def outcomes(entry):
    """(verdict, name, reason) of every line of TAP of one test program."""
    text = entry.get("stdout", "")
    found = []
    for line in text.splitlines():
        match = LINE.match(line)
        if match:
            verdict = "skipped" if match[3] else "passed" if match[1].lower() == "ok" else "failed"
            found.append((verdict, match[2] or entry["name"], match[4] or ""))
    if not found:
        plain = "passed" if entry["result"] in ENDED_WELL else "failed"
        found.append((plain, entry["name"], ""))
    elif entry["result"] not in ENDED_WELL and all(v != "failed" for v, _, _ in found):
        found.append(("failed", f"{entry['name']} ended with {entry['result']}", ""))
    return found


def main(folders):
    strict = os.environ.get("CI") == "true"
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for folder in folders:
        with open(f"{folder}/meson-logs/testlog.json", encoding="utf-8") as log:
            entries = [json.loads(line) for line in log]
        for entry in entries:
            for verdict, name, reason in outcomes(entry):
                if verdict == "skipped":
                    if strict and "missing package" in reason:
                        verdict = "failed"
                    print(f"{verdict}: {folder}: {entry['name']}: {name}: {reason}")
                elif verdict == "failed":
                    print(f"failed: {folder}: {entry['name']}: {name}")
                counts[verdict] += 1
            if any(verdict == "failed" for verdict, _, _ in outcomes(entry)):
                print(entry.get("stdout", "")[-3000:], entry.get("stderr", "")[-3000:], sep="\n")
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 1 if counts["failed"] or not counts["passed"] else 0


sys.exit(main(sys.argv[1:]))
