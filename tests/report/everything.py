"""The report of everything, by the program that is the test's third argument."""
import functools
import os
import subprocess
import sys
import tempfile

MAKE_EVERYTHING = os.path.abspath(sys.argv[2])
FOLDER = tempfile.TemporaryDirectory(prefix="lyhord-test-")


@functools.cache
def _folder(language, env):
    folder = tempfile.mkdtemp(dir=FOLDER.name)
    subprocess.run([MAKE_EVERYTHING, folder, language], check=True, env={**os.environ, **dict(env)})
    return folder


def made(kind, language="sv", **env):
    """Path of the report of everything as @kind: html, docx or pdf, or its words, txt; made once, and to be left as it is."""
    return os.path.join(_folder(language, tuple(sorted(env.items()))), "everything." + kind)


def is_the_same_elsewhere(kind):
    """The same report is the same bytes, whoever makes it, wherever and whenever."""
    elsewhere = made(kind, LC_ALL="tr_TR.UTF-8", LANGUAGE="ar", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1")
    with open(made(kind), "rb") as one, open(elsewhere, "rb") as other:
        assert one.read() == other.read()
