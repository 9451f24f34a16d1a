"""Every sign that the page writes stands in the fonts that people have."""
import glob
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../cli"))

from tap import ROOT, Skipped, equal, main, test  # noqa: E402

# Has the letters and signs of Arial, which no computer is without in some form.
COMMON = "Liberation Sans"


def in_font(family, sign):
    done = subprocess.run(["fc-list", f":family={family}:charset={ord(sign):x}", "family"],
                          capture_output=True, text=True, check=True)
    return bool(done.stdout.strip())


@test
def no_sign_of_the_page_needs_a_font_of_its_own():
    if not shutil.which("fc-list") or not in_font(COMMON, "a"):
        raise Skipped("missing package fonts-liberation or fontconfig")
    signs = set()
    for path in glob.glob(os.path.join(ROOT, "src/workbench/assets/*")):
        with open(path, encoding="utf-8") as file:
            signs.update(file.read())
    equal([sign for sign in sorted(signs) if sign > "~" and not in_font(COMMON, sign)], [])


main()
