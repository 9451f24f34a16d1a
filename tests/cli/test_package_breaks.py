"""A report's folder holds the old report or the new one, whatever breaks.

fail_write.c, the second argument, lets one change of the disk and all after it fail, or kills the program there.
"""
import errno
import os
import shutil
import sys

from reports import held, report, reported, study_in
from small_study import put
from tap import environment, equal, folder, main, test

SHIM = os.path.abspath(sys.argv[2])
KILLED = -9
POINTS = 14


def broken_report(where, *options, **shim):
    return report(where, *options, env=environment(LD_PRELOAD=SHIM, **shim))


def points(count):
    """As many as can be afforded evenly over all, and the last ones, where the folders change places."""
    return sorted({*(1 + count * i // POINTS for i in range(POINTS)), *range(count - 11, count + 1)})


def break_everywhere(option):
    """Reports over an old one; yields what broke and the folder, before it is made as it was."""
    with folder() as where:
        study_in(where)
        old = reported(where)
        kept_old = os.path.join(where, "gammal")
        shutil.copytree(os.path.join(where, "ut"), kept_old)
        put(where, "studie/lyhord.ini", "[study]\nformat = 1\ntitle = Annat\nresearch = nej\n")
        done = broken_report(where, *option, LYHORD_TELL_TO="2")
        count, new = int(done.stderr.split()[-1]), held(os.path.join(where, "ut"))
        assert old != new and count > 50, count
        for number in points(count):
            for broken in (errno.ENOSPC, errno.EIO, 0):
                for name in os.listdir(where):
                    if name.startswith("ut"):
                        shutil.rmtree(os.path.join(where, name))
                shutil.copytree(kept_old, os.path.join(where, "ut"))
                done = broken_report(where, *option, LYHORD_BREAK_AT=str(number),
                                     LYHORD_BREAK_WITH=str(broken))
                what = f"change {number} of {count}, error {broken}: {done.returncode} {done.stderr[-300:]!r}"
                yield where, old, new, done.returncode, broken, what


@test
def a_disk_that_fills_up_or_breaks_or_a_kill_leaves_the_old_report_or_the_new():
    for where, old, new, ended, broken, what in break_everywhere([]):
        left = held(os.path.join(where, "ut"))
        assert left in (old, new), what
        if broken:
            assert ended in (73, 74) or left == new, what
            equal([name for name in os.listdir(where) if name.startswith(".")], [], what)
        elif left == old:
            equal(ended, KILLED, what)
        equal([name for name in os.listdir(where) if name.startswith("ut-")], [], what)


@test
def what_a_kill_left_behind_is_gone_after_the_next_report():
    with folder() as where:
        study_in(where)
        equal(broken_report(where, LYHORD_BREAK_AT="20", LYHORD_BREAK_WITH="0").returncode, KILLED)
        assert [name for name in os.listdir(where) if name.startswith(".lyhord-")], os.listdir(where)
        reported(where)
        equal(sorted(os.listdir(where)), ["studie", "ut"])


@test
def with_keep_neither_report_is_ever_lost():
    for where, old, new, ended, broken, what in break_everywhere(["--keep"]):
        first, second = held(os.path.join(where, "ut")), held(os.path.join(where, "ut-1"))
        assert first in (old, new) and second in ({}, old, new), what
        assert old in (first, second), what
        if ended == 0:
            equal((first, second), (new, old), what)
        if broken:
            equal([name for name in os.listdir(where) if name.startswith(".")], [], what)


main()
