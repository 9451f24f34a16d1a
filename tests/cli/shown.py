"""Commands that a page or the help shows, run as they stand there."""
import os
import re
import signal
import subprocess

from tap import LYHORD, environment

PATH = os.path.dirname(LYHORD) + os.pathsep + os.environ["PATH"]


def blocks_of(page):
    """The lines of each block of commands in a Markdown page."""
    text = open(page, encoding="utf-8").read()
    return [block.strip().splitlines() for block in re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M)]


def run(line, where):
    """Exit code, stdout and stderr. The workbench is opened without a browser, and ended when it tells its address."""
    serves = "lyhord workbench " in line
    process = subprocess.Popen(
        line + (" --no-browser" if serves else ""), shell=True, cwd=where, env=environment(PATH=PATH),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    if serves:
        assert process.stdout.readline(), process.stderr.read()
        os.killpg(process.pid, signal.SIGTERM)
    out, err = process.communicate()
    return process.returncode, out, err.decode()


# A shell that is ended with what it runs, and one that tells how what it ran was ended.
ENDED = {-signal.SIGTERM, 128 + signal.SIGTERM}
