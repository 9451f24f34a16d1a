"""One run of a command, and what it took."""
import collections
import os
import subprocess
import sys
import tempfile
import time

# Seconds by the clock and of the processor, MiB of the largest process, what it wrote, what it said beside.
Run = collections.namedtuple("Run", "clock processor peak out said")


def run(command, environment=None):
    """A command that ends in anything but 0 ends the bench, with what it said."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=said, env={**os.environ, **(environment or {})})
        _, status, used = os.wait4(process.pid, 0)
        clock = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said.seek(0)
        told = said.read().decode(errors="replace")
        if process.returncode != 0:
            sys.exit(f"{command[0]}: exit {process.returncode}\n{told[:2000]}")
        return Run(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read(), told)
