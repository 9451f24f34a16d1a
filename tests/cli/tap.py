"""A test is a sentence: the smallest TAP there is, and lyhord run as a person would.

A test file says `@test` above functions whose names are sentences, and `main()` at its end. The
first argument of every test file is the lyhord to run.
"""
import csv
import io
import os
import subprocess
import sys
import tempfile
import traceback

LYHORD = os.path.abspath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "data-samples/brukarrevision")
MATERIAL = os.environ.get("LYHORD_MATERIAL")
# Of a sweep over many numbers each so many-th: all of them, but for sanitizers (tests/meson.build). Seven, as most
# tables have five rows a code: all kinds of rows have their turn.
STEP = 7 if os.environ.get("LYHORD_SWEEPS") == "short" else 1

_tests = []


class Skipped(Exception):
    """Why a test cannot be made here."""


def test(function):
    _tests.append(function)
    return function


def lineages(book):
    """{code: itself and all above it}, of a codebook's file; in the file's order."""
    with open(book, encoding="utf-8-sig") as file:
        above = {row["kod"]: row["överordnad"] for row in csv.DictReader(file, delimiter=";")}

    def lineage(code):
        parents = [parent.strip() for parent in above[code].split("|") if parent.strip()]
        return {code}.union(*map(lineage, parents))

    return {code: lineage(code) for code in above}


def needs_material():
    if not MATERIAL:
        raise Skipped("LYHORD_MATERIAL names no material")
    return MATERIAL


def environment(**changes):
    """English messages, nothing else of the caller's languages; a change to None takes away."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    kept.update(LANGUAGE="en", LC_ALL="C.UTF-8")
    for name, value in changes.items():
        kept.pop(name, None)
        if value is not None:
            kept[name] = value
    return kept


def lyhord(*arguments, cwd=None, env=None, **more):
    """Run it; returns the finished process, outputs as bytes."""
    return subprocess.run(
        [LYHORD, *map(str, arguments)],
        cwd=cwd,
        env=env or environment(),
        stdin=subprocess.DEVNULL,
        stdout=more.pop("stdout", subprocess.PIPE),
        stderr=more.pop("stderr", subprocess.PIPE),
        timeout=120,
        **more,
    )


def equal(got, wanted, what=""):
    assert got == wanted, f"{what}: got {got!r}, wanted {wanted!r}"


def rows_in(done, exit=0):
    """The rows of a CSV answer, each by the names of its columns."""
    equal(done.returncode, exit, done.stderr.decode())
    return list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))


def rows_of(*arguments, exit=0, **more):
    return rows_in(lyhord(*arguments, **more), exit)


def folder():
    return tempfile.TemporaryDirectory(prefix="lyhord-test-")


def main():
    print(f"1..{len(_tests)}")
    for number, function in enumerate(_tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            function()
            print(f"ok {number} - {name}")
        except Skipped as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
        except Exception:
            print(f"not ok {number} - {name}")
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()))
        sys.stdout.flush()
