"""The commands of the README's first study, run as they stand."""
import os
import re
import shutil
import subprocess

from tap import LYHORD, ROOT, environment, folder, main, test


def commands():
    text = open(os.path.join(ROOT, "README.md"), encoding="utf-8").read()
    return re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M)


@test
def a_first_study_takes_five_commands():
    (block,) = commands()
    lines = block.strip().splitlines()
    assert len(lines) == 5, lines
    with folder() as where:
        shutil.copytree(os.path.join(ROOT, "data-samples"), os.path.join(where, "data-samples"))
        path = os.path.dirname(LYHORD) + os.pathsep + os.environ["PATH"]
        for line in lines:
            done = subprocess.run(
                line, shell=True, cwd=where, env=environment(PATH=path), capture_output=True
            )
            # check exits 1 on warnings: what it found is for people to look at
            fine = {0, 1} if "check" in line else {0}
            assert done.returncode in fine, (line, done.returncode, done.stderr.decode())
        report = os.path.join(where, "min-revision/reports/forsta/report.pdf")
        assert open(report, "rb").read(5) == b"%PDF-"


main()
