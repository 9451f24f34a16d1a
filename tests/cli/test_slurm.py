#!/usr/bin/env python3
"""The array of docs/scale.md by Slurm itself: all of it on this machine, with settings, keys and ports of the test's own."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time

from answers import CODEBOOK, made, put, table
from tap import LYHORD, ROOT, Skipped, environment, equal, folder, lyhord, main, test

NEEDED = ("slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo", "munged")
SETTINGS = """ClusterName=prov
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={where}/munge.socket
CredType=cred/munge
SlurmctldPort={control}
SlurmdPort={node}
SlurmctldPidFile={where}/slurmctld.pid
SlurmdPidFile={where}/slurmd.pid
SlurmctldLogFile={where}/slurmctld.log
SlurmdLogFile={where}/slurmd.log
StateSaveLocation={where}/state
SlurmdSpoolDir={where}/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=2
NodeName={host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=4096 State=UNKNOWN
PartitionName=prov Nodes={host} Default=YES MaxTime=10 State=UP
"""
# Beside the program: the second task's first counting says that it has begun, and waits to be cancelled.
SLOW = """#!/bin/sh
if [ "$SLURM_ARRAY_TASK_ID" = 2 ] && [ ! -e "{where}/counts" ]; then : > "{where}/counts"; exec sleep 60; fi
exec "{lyhord}" "$@"
"""


def needs():
    if os.geteuid() != 0:
        raise Skipped("Slurm's servers want root")
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    missing = [name for name in NEEDED if not shutil.which(name, path=path)]
    if missing:
        raise Skipped("these are not installed: " + ", ".join(missing))
    return path


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Cluster:
    """munged, slurmctld and slurmd, each a child of this process."""

    def __init__(self, where, path, ending):
        self.where, self.ending = where, ending
        self.env = environment(PATH=f"{where}/bin:{path}", SLURM_CONF=f"{where}/slurm.conf")
        self.host = socket.gethostname().split(".")[0]

    def serve(self, *command):
        with open(os.path.join(self.where, f"{command[0]}.out"), "wb") as said:
            server = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                                      start_new_session=True)
        self.ending.callback(self.end, server)

    def end(self, server):
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait(timeout=10)

    def run(self, *command, check=True, cwd=None):
        done = subprocess.run(command, env=self.env, capture_output=True, timeout=60, cwd=cwd, check=False)
        assert done.returncode == 0 or not check, (command, done.stderr)
        return done.stdout.decode()

    def begin(self):
        for name in ("state", "spool", "bin"):
            os.mkdir(os.path.join(self.where, name))
        os.chmod(put(self.where, "bin/lyhord", SLOW.format(where=self.where, lyhord=LYHORD)), 0o755)
        put(self.where, "slurm.conf",
            SETTINGS.format(host=self.host, where=self.where, control=free_port(), node=free_port()))
        os.chmod(put(self.where, "munge.key", os.urandom(1024)), 0o600)
        files = [f"--{name}-file={self.where}/munge.{name}" for name in ("key", "log", "pid", "seed")]
        self.serve("munged", "--foreground", "--force", f"--socket={self.where}/munge.socket", *files)
        self.wait(lambda: os.path.exists(f"{self.where}/munge.socket"), "munged does not answer")
        self.serve("slurmctld", "-D", "-f", f"{self.where}/slurm.conf")
        self.serve("slurmd", "-D", "-f", f"{self.where}/slurm.conf", "-N", self.host)
        self.wait(lambda: "idle" in self.run("sinfo", "-h", "-o", "%T", check=False), "the node is not up")

    def wait(self, is_there, otherwise, seconds=60):
        deadline = time.monotonic() + seconds
        while not is_there():
            if time.monotonic() > deadline:
                logs = [pathlib.Path(self.where, name).read_text(errors="replace")[-2000:]
                        for name in sorted(os.listdir(self.where)) if name.endswith((".log", ".out"))]
                raise AssertionError("\n".join([otherwise, *logs]))
            time.sleep(0.1)

    def done(self):
        return self.run("squeue", "-h", check=False).strip() == ""


def script_of_the_page():
    text = pathlib.Path(ROOT, "docs/scale.md").read_text(encoding="utf-8")
    section = text[text.index("## A Slurm array") :]
    return re.search(r"```sh\n(.*?)```", section, re.S)[1].replace("kommun", "ort")


@test
def an_array_of_which_a_task_was_cancelled_and_run_again_gives_the_table_of_one_command():
    path = needs()
    with folder() as where, contextlib.ExitStack() as ending:
        os.chmod(where, 0o755)
        cluster = Cluster(where, path, ending)
        cluster.begin()
        work = os.path.join(where, "arbete")
        os.mkdir(work)
        put(work, "codebook.csv", CODEBOOK)
        put(work, "svar.csv", table(made(4000, 900)))
        put(work, "svar.sh", script_of_the_page())
        whole = lyhord("tally", "--suggested", "--codebook", "codebook.csv", "--by", "ort", "svar.csv", cwd=work)
        equal(whole.returncode, 0, whole.stderr)
        job = cluster.run("sbatch", "--parsable", "svar.sh", cwd=work).strip()
        cluster.wait(lambda: os.path.exists(os.path.join(where, "counts")), "the second task did not begin")
        cluster.run("scancel", f"{job}_2")
        cluster.wait(cluster.done, "the array does not end")
        parts = [f"part-{number}.json" for number in (1, 2, 3, 4)]
        equal([os.path.exists(os.path.join(work, part)) for part in parts], [True, False, True, True])
        missing = lyhord("merge", *[part for part in parts if "2" not in part], cwd=work)
        equal((missing.returncode, missing.stdout), (65, b""))
        assert b"these are missing: 2" in missing.stderr, missing.stderr
        cluster.run("sbatch", "--array=2", "svar.sh", cwd=work)
        cluster.wait(cluster.done, "the second task does not end")
        merged = lyhord("merge", *parts, cwd=work)
        equal((merged.returncode, merged.stdout), (0, whole.stdout), merged.stderr)


main()
