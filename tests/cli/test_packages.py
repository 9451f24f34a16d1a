"""reports/ holds what comes out of the sample studies. LYHORD_GOLDEN=write writes it anew (tools/make-sample-reports)."""
import os
import shutil
import tempfile

import packages
from tap import Skipped, equal, main, test


def is_readable(name):
    return not name.endswith(".pdf") or shutil.which("qpdf")


@test
def the_packages_in_reports_are_what_comes_out_of_the_sample_studies():
    found = []
    for name in packages.PACKAGES:
        with tempfile.TemporaryDirectory() as where:
            made, kept = packages.make(name, where), os.path.join(packages.REPORTS, name)
            found += [f"{name}/{one}" for one in packages.differences(kept, made, is_readable)]
    equal(found, [], "run tools/make-sample-reports and look at what changed")
    if not shutil.which("qpdf"):
        raise Skipped("qpdf is not installed: the PDFs were not compared")


@test
def they_hold_nothing_else_and_no_large_file():
    folders = sorted(name for name in os.listdir(packages.REPORTS) if name != "README.md")
    equal(folders, sorted(packages.PACKAGES))
    for inside, _, names in os.walk(packages.REPORTS):
        for name in names:
            assert os.path.getsize(os.path.join(inside, name)) < 1000000, name


if os.environ.get("LYHORD_GOLDEN") == "write":
    packages.write_all()
else:
    main()
