"""Every check of check_pdf.py finds what it is there for, and the guide to accessibility names them."""
import copy
import os
import re
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli")]

import pdf_defects_parts  # noqa: E402,F401
import pdf_defects_tree  # noqa: E402,F401
import pdf_defects_ua  # noqa: E402,F401
from check_pdf import faults_of  # noqa: E402
from everything import made  # noqa: E402
from pdf_checks import CHECKS  # noqa: E402
from pdf_defects import DEFECTS  # noqa: E402
from pdf_file import PdfFile, objects_of  # noqa: E402
from tap import ROOT, Skipped, equal, main, test  # noqa: E402


@test
def every_single_defect_is_found_by_the_check_meant_for_it():
    if not shutil.which("qpdf"):
        raise Skipped("qpdf is not installed")
    objects = objects_of(made("pdf"))
    assert len(DEFECTS) >= 60, len(DEFECTS)
    missed = []
    for spoil, meant in DEFECTS:
        spoilt = copy.deepcopy(objects)
        spoil(PdfFile(spoilt))
        found = {name for name, _ in faults_of(spoilt)}
        if meant not in found:
            missed.append(f"{spoil.__name__}: {meant} finds nothing, but {sorted(found)}")
    equal(missed, [])


@test
def every_check_has_a_defect_to_find():
    equal({one.__name__ for one in CHECKS} - {meant for _, meant in DEFECTS}, set())


@test
def the_guide_names_a_check_for_every_rule_and_none_that_is_not_there():
    with open(os.path.join(ROOT, "docs/accessibility.md"), encoding="utf-8") as guide:
        rows = [line for line in guide if re.match(r"\| \d", line)]
    named = set(re.findall(r"`(\w+)`", " ".join(row.rsplit("|", 2)[1] for row in rows)))
    equal(named - {one.__name__ for one in CHECKS}, set())
    assert all("`" in row.rsplit("|", 2)[1] for row in rows)


if __name__ == "__main__":
    main()
