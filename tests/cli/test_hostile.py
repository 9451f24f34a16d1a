"""Bad input: everything in the hostile kit that this version reads behaves as its manifest says."""
import os
import subprocess
import sys

from tap import LYHORD, environment, main, needs_material, test


def run_kit(only):
    kit = os.path.join(needs_material(), "hostile/run.py")
    done = subprocess.run(
        [sys.executable, kit, LYHORD, "--only", only],
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] != "0 passed, 0 failed", done.stdout


@test
def hostile_transcripts_behave():
    run_kit("transcripts/t_")


@test
def hostile_respondents_behave():
    run_kit("respondents/r_")


@test
def hostile_codebooks_behave():
    run_kit("codebook/c_")


main()
