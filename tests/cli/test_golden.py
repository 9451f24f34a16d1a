"""What a person sees: the command, its input, the expected output and messages.

Each folder of golden/ holds `command` (one line, run in that folder by a shell), its inputs, and
`stdout`, `stderr` and `exit` as they must be. LYHORD_GOLDEN=write writes them anew, to be read
through before they are committed.
"""
import os
import subprocess

from tap import LYHORD, ROOT, environment, main, test

GOLDEN = os.path.join(ROOT, "tests/cli/golden")


def outcome(folder):
    command = open(os.path.join(folder, "command"), encoding="utf-8").read()
    path = os.path.dirname(LYHORD) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment(PATH=path), capture_output=True
    )
    return {
        "stdout": done.stdout,
        "stderr": done.stderr,
        "exit": f"{done.returncode}\n".encode(),
    }


def check(folder):
    for name, got in outcome(folder).items():
        path = os.path.join(folder, name)
        if os.environ.get("LYHORD_GOLDEN") == "write":
            with open(path, "wb") as file:
                file.write(got)
        wanted = open(path, "rb").read() if os.path.exists(path) else b""
        assert got == wanted, f"{path} is not what came:\n{got.decode()}"


for name in sorted(os.listdir(GOLDEN)):
    place = os.path.join(GOLDEN, name)

    def checked(place=place):
        check(place)

    checked.__name__ = name
    test(checked)

main()
