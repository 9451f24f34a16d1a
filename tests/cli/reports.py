"""Reports of a small study, made in a folder of their own, and what lies in them."""
import os

from small_study import small_study
from tap import equal, lyhord


def held(where):
    """{path: bytes} of a folder, {} when there is none."""
    found = {}
    for inside, _, names in os.walk(where):
        for name in names:
            path = os.path.join(inside, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, where)] = file.read()
    return found


def report(where, *options, env=None):
    return lyhord("report", "studie", "-o", "ut", "--draft", *options, cwd=where, env=env)


def reported(where, *options):
    done = report(where, *options)
    equal(done.returncode, 0, done.stderr.decode())
    return held(os.path.join(where, "ut"))


def study_in(where):
    return small_study(os.path.join(where, "studie"))
