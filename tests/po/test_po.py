"""Every message of the program has its Swedish, and every diagnostic its page of help.

The messages are those that tools/update-po finds in the code, so this is also a test that
nobody forgot to run it.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import catalogue
import diagnostics

ROOT = pathlib.Path(__file__).resolve().parents[2]
SWEDISH = ROOT / "po" / "sv.po"
TOPICS = ["codebook", "codings", "disclosure", "exit-codes", "files", "numbers", "privacy", "rules", "study", "surveys", "tables", "transcripts"]


def messages_of_the_code():
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "lyhord.pot"
        subprocess.run([ROOT / "tools" / "update-po", "--pot", pot], check=True)
        return {entry.key: entry for entry in catalogue.read(pot)}


def shown(entry):
    return repr(entry.fields["msgid"])


def without_translation(code, swedish):
    translated = {e.key for e in swedish if not e.is_obsolete and all(e.translations)}
    return [shown(entry) for key, entry in code.items() if key not in translated]


def with_other_plurals(code, swedish):
    return [shown(e) for e in swedish if e.key in code and e.ids != code[e.key].ids]


def with_other_flags(code, swedish):
    """The compiler's knowledge of formats must reach msgfmt, else it checks nothing."""
    return [shown(e) for e in swedish if e.key in code and code[e.key].flags - e.flags]


def cut_by_a_macro(code):
    """xgettext stops where a macro such as G_GUINT64_FORMAT stands; the rest is never found."""
    return [shown(e) for e in code.values() if any(i.replace("%%", "").endswith("%") for i in e.ids)]


def format_mistakes():
    done = subprocess.run(["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", SWEDISH],
                          capture_output=True, text=True)
    return done.stderr.splitlines() if done.returncode else []


def out_of_order(names):
    return [f"{b} after {a}" for a, b in zip(names, names[1:]) if a.encode() >= b.encode()]


def checks():
    code, swedish = messages_of_the_code(), catalogue.read(SWEDISH)
    used, puzzles = diagnostics.used(ROOT / "src")
    rooms = sorted((ROOT / "src" / "cli" / "help_codes").glob("*.c"))
    pages = [page for room in rooms for page in diagnostics.pages(room)]
    topics = diagnostics.pages(ROOT / "src" / "cli" / "help_topics.c")
    assert len(code) > 100 and len(used) > 50, "extraction found next to nothing"

    yield "every message has a Swedish translation", without_translation(code, swedish)
    yield "no translation is fuzzy", [shown(e) for e in swedish if "fuzzy" in e.flags]
    yield "no translation is of a message that is gone", [
        shown(e) for e in swedish if e.is_obsolete or e.key not in code]
    yield "plurals are those of the code", with_other_plurals(code, swedish)
    yield "formats are marked as in the code", with_other_flags(code, swedish)
    yield "format directives agree", format_mistakes()
    yield "no message is cut short by a macro", cut_by_a_macro(code)
    yield "the code of every diagnostic can be told", puzzles
    yield "every code has a page", [f"{c} ({used[c]})" for c in sorted(used) if c not in pages]
    yield "every page has a code", [name for name in pages if name not in used]
    yield "no code has two pages", [name for name in set(pages) if pages.count(name) > 1]
    yield "the pages of codes are in alphabetical order", [
        fault for room in rooms for fault in out_of_order(diagnostics.pages(room))]
    yield "the topics are those the manual names, in order", [] if topics == TOPICS else topics


def main():
    missing = [tool for tool in ("xgettext", "msgfmt") if not shutil.which(tool)]
    if missing:
        print("1..0 # SKIP missing package gettext")
        return 0
    failed = False
    results = list(checks())
    print(f"1..{len(results)}")
    for number, (name, faults) in enumerate(results, 1):
        failed |= bool(faults)
        print("not ok" if faults else "ok", number, "-", name)
        print("".join(f"# {fault}\n" for fault in faults), end="")
    return 1 if failed else 0


sys.exit(main())
