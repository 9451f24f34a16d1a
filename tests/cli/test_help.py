"""Help and man pages: nothing in them that the program does not do, nothing missing."""
import os
import re
import shutil
import subprocess

from shown import ENDED, run
from tap import ROOT, SAMPLE, STEP, Skipped, environment, equal, folder, lyhord, main, test

SWEDISH = {"LANGUAGE": "sv"}


def told(*words, **changes):
    done = lyhord("help", *words, **({"env": environment(**changes)} if changes else {}))
    equal(done.returncode, 0, (words, done.stderr.decode()))
    return done.stdout.decode()


def commands():
    """Every command, and the words of those that have words."""
    names = re.findall(r"^  ([a-z]+) +\S", told(), re.M)
    words = re.findall(r"^  ([a-z]+) +\S", told("codebook").split("Options")[0], re.M)
    assert len(names) >= 24 and len(words) == 5, (names, words)
    return [(name,) for name in names] + [("codebook", word) for word in words]


def topics():
    return told().strip().splitlines()[-1].split()


def examples(text):
    return re.findall(r"^  (lyhord .*)\n      \S", text.split("\nExamples:\n")[-1], re.M)


@test
def every_command_says_what_it_is_for_in_both_languages():
    for words in commands():
        english, swedish = told(*words), told(*words, **SWEDISH)
        usage, summary, about = english.split("\n\n")[:3]
        assert usage.startswith("Usage: lyhord " + " ".join(words)), usage
        assert len(about) > 60 and not about.startswith("Options"), (words, about)
        assert swedish.startswith("Så skriver du: lyhord " + " ".join(words)), swedish[:40]
        assert not set(english.split("\n\n")[1:3]) & set(swedish.split("\n\n")), words


@test
def a_line_of_help_is_no_longer_than_people_read():
    for words in commands():
        for line in told(*words).splitlines()[1:]:
            assert len(line) <= 90, (words, line)


@test
def every_example_runs_as_it_stands():
    for words in commands():
        with folder() as where:
            shutil.copytree(SAMPLE, os.path.join(where, "studie"))
            shutil.copytree(os.path.join(ROOT, "data-samples/enkat"), os.path.join(where, "enkat"))
            shutil.copy(os.path.join(SAMPLE, "codebook.csv"), os.path.join(where, "codebook-ny.csv"))
            shutil.copy(os.path.join(SAMPLE, "codings/sam.csv"), os.path.join(where, "kodningar.csv"))
            if words == ("turns",):
                os.remove(os.path.join(where, "studie/transcripts.csv"))
            for example in examples(told(*words)):
                if STEP > 1 and words in (("report",), ("suggest",), ("codebook", "expand")):
                    continue  # seconds of typesetting and learning, which tests of their own have
                code, out, err = run(example, where)
                fine = {("workbench",): ENDED, ("purge",): {65, 77},
                        ("withdraw",): {0, 77}}.get(words, {0, 1})
                assert code in fine, (example, code, err)
                assert out or err or "-o" in example, example


@test
def there_is_a_man_page_for_every_command_and_topic():
    text = open(os.path.join(ROOT, "man/meson.build"), encoding="utf-8").read()
    first, second = text.split("man_topics = []")
    listed = set(re.findall(r"'([a-z-]+)',?", first.split("foreach name : [")[1].split("]")[0]))
    equal(listed, {"-".join(words) for words in commands()})
    listed = set(re.findall(r"'([a-z-]+)',?", second.split("foreach name : [")[1].split("]")[0]))
    equal(listed, set(topics()) - {name for (name, *_) in commands()})


@test
def man_pages_are_what_scdoc_and_man_can_read():
    if not shutil.which("scdoc"):
        raise Skipped("scdoc is not installed")
    for words in [(), ("rules",), ("exit-codes",), *commands()]:
        for language in "en", "sv":
            source = told(*words, "-f", "man", "--language", language)
            page = subprocess.run(["scdoc"], input=source.encode(), capture_output=True)
            equal((page.returncode, page.stderr), (0, b""), words)
            for option in re.findall(r"(?<![-\w])--[a-z-]+", told(*words)) if words else []:
                assert option in page.stdout.decode().replace("\\-", "-"), (words, option)


main()
