"""What the shells propose, asked of the shells themselves: bash always, fish and zsh where they are installed."""
import functools
import os
import re
import shutil
import subprocess

from tap import SAMPLE, Skipped, environment, equal, lyhord, main, test

# zsh's own completion needs a terminal: what it is told is looked at instead.
ZSH = """
_arguments() { print -rl -- "$@" }
_describe() { print -rl -- "${(@P)2}" }
compdef() { : }
compadd() { shift; print -rl -- "$@" }
"""


@functools.cache
def script(shell):
    done = lyhord("--complete", shell)
    equal(done.returncode, 0, done.stderr.decode())
    return done.stdout.decode()


def run(shell, text):
    if not shutil.which(shell):
        raise Skipped(f"{shell} is not installed")
    done = subprocess.run([shell, "-c", text], env=environment(), capture_output=True, timeout=60)
    equal((done.returncode, done.stderr.decode()), (0, ""), text[-200:])
    return done.stdout.decode().split("\n")


def asked_of_bash(lines):
    """What bash proposes for the last word of each of @lines (words as bash parts them)."""
    ask = "".join(
        f"COMP_WORDS=({' '.join(map(repr, line))}); COMP_CWORD={len(line) - 1}; _lyhord; "
        'echo "${COMPREPLY[*]}"\n'
        for line in lines
    )
    return [set(answer.split()) for answer in run("bash", script("bash") + ask)[: len(lines)]]


@functools.cache
def told():
    """{command: options of its help}; the help is another way through the table of commands."""
    overview = lyhord("help").stdout.decode()
    names = re.findall(r"^  ([a-z]+) +\S", overview, re.M)
    assert len(names) > 20, overview
    words = re.findall(r"^  ([a-z]+) +\S", lyhord("help", "codebook").stdout.decode(), re.M)
    commands = [[name] for name in names] + [["codebook", word] for word in words if word != "lyhord"]
    found = {}
    for command in commands:
        # help explains itself only when it is asked as any command is
        asked = ["help", "--help"] if command == ["help"] else ["help", *command]
        text = lyhord(*asked).stdout.decode()
        found[" ".join(command)] = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.M))
    return found


@test
def every_command_and_every_option_that_help_tells_of_is_proposed_by_bash():
    commands = [name for name in told() if " " not in name]
    lines = [["lyhord", ""]] + [["lyhord", *name.split(), "--"] for name in told()]
    proposed = asked_of_bash(lines)
    equal(proposed[0], set(commands) | {"--help", "--version"})
    for name, answer in zip(told(), proposed[1:]):
        equal(answer, told()[name], name)


@test
def words_of_a_small_choice_are_proposed_by_bash_also_behind_an_equals_sign():
    kinds, joined, begun, words, topics, free, files = asked_of_bash(
        [
            ["lyhord", "chart", "-f", ""],
            ["lyhord", "report", "--form", "=", "fr"],
            ["lyhord", "chart", "st"],
            ["lyhord", "codebook", "d"],
            ["lyhord", "help", "disclo"],
            ["lyhord", "tally", "--codebook", "--"],
            ["lyhord", "status", ""],
        ]
    )
    equal(kinds, {"pdf", "png", "svg", "csv", "json", "latex", "md", "sav", "text", "xlsx"})
    equal(joined, {"fraga"})
    equal(begun, {"stapel"})
    equal(words, {"diff"})
    equal(topics, {"disclosure"})
    # a file, which is readline's to propose
    equal((free, files), (set(), set()))


@test
def what_is_proposed_behind_an_option_is_what_the_command_says_it_takes():
    asked = [(command, option) for command, options in told().items() for option in sorted(options)]
    answers = asked_of_bash([["lyhord", *command.split(), option, ""] for command, option in asked])
    small = [(command, option, words) for (command, option), words in zip(asked, answers) if words]
    assert len(small) > 30, small
    book = os.path.join(SAMPLE, "codebook.csv")
    behind = {"chart": ["stapel", SAMPLE], "codebook diff": [book, book], "report": [SAMPLE, "-o", "finns-inte-heller"]}
    unsaid = []
    for command, option, words in small:
        wrong = lyhord(*command.split(), option, "finns-inte", *behind.get(command, [SAMPLE])).stderr.decode()
        unsaid += [(command, option, word, wrong) for word in words if word not in wrong.split("finns-inte", 1)[-1]]
    equal(unsaid, [])


@test
def fish_proposes_the_same():
    names = sorted(told())
    ask = "".join(f"complete -C 'lyhord {name} --'; echo @@\n" for name in names)
    answers = "\n".join(run("fish", script("fish") + ask)).split("@@\n")
    for name, answer in zip(names, answers):
        equal({line.split("\t")[0] for line in answer.split("\n") if line.startswith("--")}, told()[name], name)
    first = run("fish", script("fish") + "complete -C 'lyhord '; complete -C 'lyhord codebook '")
    equal(
        {line.split("\t")[0] for line in first if "\t" in line and not line.startswith("-")} - {""},
        {name for name in told() if " " not in name},
    )


@test
def zsh_is_told_the_same():
    names = sorted(told())
    ask = "".join(
        f"words=(lyhord {name} ''); CURRENT={len(name.split()) + 2}; _lyhord; print @@\n" for name in names
    )
    answers = "\n".join(run("zsh", ZSH + script("zsh") + ask)).split("@@\n")
    for name, answer in zip(names, answers):
        got = {found for line in answer.split("\n") for found in re.findall(r"^(?:\(.*?\))?(--[a-z-]+)=?\[", line)}
        equal(got, told()[name], name)


@test
def a_person_who_reads_swedish_is_told_in_swedish():
    done = lyhord("--complete", "fish", env=environment(LANGUAGE="sv"))
    assert "'Skriv rapporten'" in done.stdout.decode()


@test
def a_shell_that_is_none_of_the_three_is_a_wrong_use():
    equal(lyhord("--complete", "tcsh").returncode, 64)
    equal(lyhord("--complete").returncode, 64)


@test
def the_version_tells_what_it_runs_with():
    lines = lyhord("--version").stdout.decode().splitlines()
    assert re.fullmatch(r"lyhord \d+\.\d+\.\d+", lines[0]), lines[0]
    versions = dict(line.split(None, 1) for line in lines[1:])
    # the libraries that say it, held against what other programs of this machine say
    import sqlite3

    equal(versions["SQLite"], sqlite3.sqlite_version)
    for name, version in versions.items():
        assert name == "hunspell-sv" or re.match(r"\d+\.\d+", version), (name, version)
    assert os.path.exists(versions["hunspell-sv"]), versions
    missing = lyhord("--version", env=environment(LYHORD_DICTIONARY="/nowhere/sv"))
    assert b"hunspell-sv" in missing.stdout and b"is not installed" in missing.stdout


main()
