"""The handbook's commands, run as they stand, page by page in one folder."""
import glob
import os
import re
import shlex
import shutil
import subprocess

from shown import ENDED, blocks_of, run
from tap import LYHORD, ROOT, STEP, Skipped, environment, folder, main, test

PAGES = sorted(glob.glob(os.path.join(ROOT, "docs/handbok/[0-9]*.md")))


def text_of(page):
    return open(page, encoding="utf-8").read()


def fine_codes(line):
    """check exits 1 on warnings, and explain manifest on files that somebody has changed: both are for people to look
    at. The day to purge has not come."""
    return ({0, 1} if " check " in line or " manifest " in line else {77} if " purge " in line
            else ENDED if " workbench " in line else {0})


@test
def every_command_of_the_handbook_runs():
    if STEP > 1:
        raise Skipped("each command has tests of its own under sanitizers")
    with folder() as where:
        shutil.copytree(os.path.join(ROOT, "data-samples"), os.path.join(where, "data-samples"))
        for line in (line for page in PAGES for block in blocks_of(page) for line in block):
            code, _, err = run(line, where)
            assert code in fine_codes(line), (line, code, err)


@test
def every_command_that_is_only_shown_is_one_the_program_has():
    for page in PAGES + [os.path.join(ROOT, "docs/workbench.md")]:
        for line in re.findall(r"^    (lyhord .*)$", text_of(page), re.M):
            words = shlex.split(line)
            told = subprocess.run([LYHORD, "help", words[1]], env=environment(), capture_output=True)
            assert told.returncode == 0, line
            for option in re.findall(r"--[a-z-]+", line):
                assert option in told.stdout.decode(), line


@test
def every_link_and_picture_is_there():
    for page in PAGES + [os.path.join(ROOT, "docs/handbok/README.md")]:
        for link in re.findall(r"\]\(([^)#:]+)", text_of(page)):
            assert os.path.exists(os.path.join(os.path.dirname(page), link)), (page, link)


main()
