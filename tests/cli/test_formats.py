"""One interview in every format: the same turns, and the same words coded, whoever typed it."""
import filecmp
import os
import shutil
import subprocess

from tap import ROOT, equal, folder, main, rows_of, test

FORMATS = os.path.join(ROOT, "data-samples/formats")
CODEBOOK = os.path.join(ROOT, "codebooks/brukarrevision.csv")


def files():
    return [os.path.join(FORMATS, name) for name in sorted(os.listdir(FORMATS))]


@test
def every_format_gives_the_same_codes_and_quotes():
    columns = ("turn", "start", "end", "code", "polarity", "state", "cue", "quote")
    codings = {
        file: [[row[c] for c in columns] for row in rows_of("code", "--codebook", CODEBOOK, file)]
        for file in files()
    }
    equal(len(codings), 9)
    plain = codings[os.path.join(FORMATS, "F-txt.txt")]
    assert len(plain) >= 20, len(plain)
    for file, rows in codings.items():
        equal(rows, plain, os.path.basename(file))


@test
def all_are_read_in_one_run_and_told_apart_by_name():
    turns = rows_of("turns", *files())
    equal(len({row["document"] for row in turns}), 9)
    equal({row["role"] for row in turns}, {"interviewer", "listener", "respondent"})
    equal(len(turns), 9 * 33)


@test
def the_files_are_those_their_maker_makes():
    with folder() as where:
        shutil.copytree(
            os.path.join(ROOT, "data-samples/sources"), os.path.join(where, "sources")
        )
        os.mkdir(os.path.join(where, "formats"))
        maker = os.path.join(ROOT, "tools/make-sample-formats")
        subprocess.run([maker, where], check=True, stdout=subprocess.DEVNULL)
        for file in files():
            made = os.path.join(where, "formats", os.path.basename(file))
            assert filecmp.cmp(file, made, shallow=False), file


main()
