#!/usr/bin/env python3
"""Three machines over ssh, one of which dies in the middle: what docs/scale.md says, on hosts of the test's own.

The hosts are network namespaces on a bridge, each with an sshd of its own on a port of its own, with keys and settings in
a temporary folder; nothing of the system's own is touched. They share the machine's disk, so each has a home of its own
to which files are sent. All that was begun is ended and taken away, whatever happens.
"""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import threading
import time

from answers import CODEBOOK, made, put, table
from tap import LYHORD, ROOT, Skipped, environment, equal, folder, lyhord, main, test

HOSTS = 3
PORT = 22022
NET = "10.213.77"
NEEDED = ("ip", "sshd", "ssh", "ssh-keygen", "parallel", "rsync")
# Host keys and rules are the test's; whose home somebody comes to is told by the key they come with.
# HOME, so that the shell of who runs the test reads none of their own files before the command.
SSHD = """Port {port}
ListenAddress {address}
HostKey {where}/host
AuthorizedKeysFile {where}/keys-{number}
PidFile {where}/sshd-{number}.pid
UsePAM no
StrictModes no
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
PrintMotd no
SetEnv HOME={where}/home-{number}
"""


def needs():
    if os.geteuid() != 0:
        raise Skipped("network namespaces need root")
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    missing = [name for name in NEEDED if not shutil.which(name, path=path)]
    if missing:
        raise Skipped("these are not installed: " + ", ".join(missing))
    return environment(PATH=path)


def run(env, *command, check=True):
    return subprocess.run(command, env=env, check=check, capture_output=True, timeout=30)


class Hosts:
    """Namespaces, and in each an sshd."""

    def __init__(self, where, env, ending):
        self.where, self.env, self.ending = where, env, ending
        self.tag = f"lyh{os.getpid() % 100000}"
        self.servers = {}

    def ip(self, *words, check=True):
        return run(self.env, "ip", *words, check=check)

    def address(self, number):
        return f"{NET}.{number + 1}"

    def name(self, number):
        return f"{self.tag}-{number}"

    def begin(self):
        try:
            self.ip("link", "add", self.tag, "type", "bridge")
        except subprocess.CalledProcessError as error:
            raise Skipped("no bridge can be made here: " + error.stderr.decode().strip()) from None
        self.ending.callback(self.ip, "link", "del", self.tag, check=False)
        self.ip("addr", "add", f"{NET}.254/24", "dev", self.tag)
        self.ip("link", "set", self.tag, "up")
        run(self.env, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{self.where}/host")
        run(self.env, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{self.where}/mine")
        with contextlib.suppress(FileExistsError):
            os.mkdir("/run/sshd", mode=0o755)  # sshd looks for it, whatever its settings
            self.ending.callback(os.rmdir, "/run/sshd")
        for number in range(HOSTS):
            self.begin_host(number)

    def begin_host(self, number):
        name, inside = self.name(number), f"{self.tag}i{number}"
        try:
            self.ip("netns", "add", name)
        except subprocess.CalledProcessError as error:
            raise Skipped("no namespace can be made here: " + error.stderr.decode().strip()) from None
        self.ending.callback(self.ip, "netns", "del", name, check=False)
        outside = f"{self.tag}o{number}"
        self.ip("link", "add", outside, "type", "veth", "peer", "name", inside, "netns", name)
        self.ending.callback(self.ip, "link", "del", outside, check=False)
        self.ip("link", "set", outside, "master", self.tag, "up")
        self.ip("-n", name, "addr", "add", f"{self.address(number)}/24", "dev", inside)
        self.ip("-n", name, "link", "set", inside, "up")
        self.ip("-n", name, "link", "set", "lo", "up")
        self.begin_server(number)

    def begin_server(self, number):
        home = os.path.join(self.where, f"home-{number}")
        os.makedirs(os.path.join(home, "bin"))
        os.symlink(os.path.join(self.where, "lyhord"), os.path.join(home, "bin/lyhord"))
        key = pathlib.Path(self.where, "mine.pub").read_text(encoding="ascii")
        rule = f'command="{self.where}/come {home}" {key}'
        put(self.where, f"keys-{number}", rule)
        put(self.where, f"sshd-{number}.conf", SSHD.format(port=PORT, address=self.address(number), where=self.where, number=number))
        command = ["ip", "netns", "exec", self.name(number), shutil.which("sshd", path=self.env["PATH"])]
        log = open(os.path.join(self.where, f"sshd-{number}.log"), "wb")
        server = subprocess.Popen(
            [*command, "-D", "-e", "-f", f"{self.where}/sshd-{number}.conf"],
            env=self.env, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )
        log.close()
        self.servers[number] = server
        self.ending.callback(self.end_host, number)
        self.wait_for(number)

    def wait_for(self, number):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            done = run(self.env, *self.ssh(number), "true", check=False)
            if done.returncode == 0:
                return
            time.sleep(0.1)
        log = pathlib.Path(self.where, f"sshd-{number}.log").read_text(encoding="utf-8")
        raise AssertionError(f"sshd {number} does not answer: {log}")

    def ssh(self, number=None):
        command = ["ssh", "-F", f"{self.where}/ssh.conf"]
        return command if number is None else [*command, f"vard{number + 1}"]

    def end_host(self, number):
        """As when the power goes: all of its processes at once, and its network."""
        if not self.servers.get(number):
            return
        self.ip("link", "del", f"{self.tag}o{number}", check=False)
        inside = self.ip("netns", "pids", self.name(number), check=False).stdout.split()
        for process in inside:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(process), signal.SIGKILL)
        self.servers.pop(number).wait(timeout=30)


COME = """#!/bin/sh
export HOME="$1" PATH="$1/bin:$PATH" LC_ALL=C.UTF-8
cd "$HOME" || exit 1
exec sh -c "$SSH_ORIGINAL_COMMAND"
"""
CLIENT = """Host vard{name}
  HostName {address}
  Port {port}
  User root
  IdentityFile {where}/mine
  IdentitiesOnly yes
  StrictHostKeyChecking no
  UserKnownHostsFile {where}/known
  LogLevel ERROR
  ConnectTimeout 3
  ServerAliveInterval 1
  ServerAliveCountMax 3
"""
# Beside the program: the first that counts on the second host says so and waits, so that the host dies while it counts.
SLOW = """#!/bin/sh
case "$HOME" in
  *home-1) if [ ! -e "{where}/counts" ] && [ "$1" = tally ]; then : > "{where}/counts"; exec sleep 60; fi;;
esac
exec "{lyhord}" "$@"
"""


def prepare(where, env, ending):
    hosts = Hosts(where, env, ending)
    for name, text in (("come", COME), ("lyhord", SLOW.format(where=where, lyhord=LYHORD))):
        os.chmod(put(where, name, text), 0o755)
    put(where, "ssh.conf", "".join(
        CLIENT.format(name=number + 1, address=hosts.address(number), port=PORT, where=where) for number in range(HOSTS)))
    hosts.begin()
    return hosts


def command_of_the_page():
    text = pathlib.Path(ROOT, "docs/scale.md").read_text(encoding="utf-8")
    section = text[text.index("## Several machines over ssh") :]
    return re.search(r"```sh\n(.*?)```", section, re.S)[1]


def kill_when_it_counts(hosts, where):
    deadline = time.monotonic() + 60
    while not os.path.exists(os.path.join(where, "counts")) and time.monotonic() < deadline:
        time.sleep(0.05)
    hosts.end_host(1)


def told(commands, where, hosts):
    """As on the page, but for where ssh finds its hosts, and the names of what is counted."""
    assert "--sshlogin 2/vard1,2/vard2,2/vard3" in commands and "--retries" in commands, commands
    ssh = " ".join(hosts.ssh())
    return commands.replace("parallel ", f"parallel --ssh '{ssh}' ", 1).replace("kommun", "ort")


@test
def a_host_that_dies_in_the_middle_costs_its_parts_alone_which_others_count():
    env = needs()
    with folder() as where, contextlib.ExitStack() as ending:
        hosts = prepare(where, env, ending)
        work = os.path.join(where, "arbete")
        os.makedirs(work)
        put(work, "codebook.csv", CODEBOOK)
        put(work, "svar.csv", table(made(4000, 900)))
        whole = lyhord("tally", "--suggested", "--codebook", "codebook.csv", "--by", "ort", "svar.csv", cwd=work)
        equal(whole.returncode, 0, whole.stderr)
        killer = threading.Thread(target=kill_when_it_counts, args=(hosts, where))
        killer.start()
        done = subprocess.run(
            ["sh", "-e", "-c", told(command_of_the_page(), where, hosts)],
            cwd=work, env={**env, "HOME": where, "PATH": where + ":" + env["PATH"]},
            stdin=subprocess.DEVNULL, capture_output=True, timeout=200,
        )
        killer.join()
        equal(done.returncode, 0, done.stderr.decode())
        assert os.path.exists(os.path.join(where, "counts")) and 1 not in hosts.servers, "the host was to die as it counted"
        equal(pathlib.Path(work, "tabell.csv").read_bytes(), whole.stdout)
        for number in (0, 2):
            left = [name for name in os.listdir(os.path.join(where, f"home-{number}")) if name.endswith((".csv", ".json"))]
            equal(left, [], f"left on host {number}")


main()
