"""What must hold of every PDF that the program writes, as far as a script can tell.

    python3 tests/report/check_pdf.py FILE…

A guard against our own ways of failing, over the objects that `qpdf --json` tells of; that it finds
nothing does not make a file PDF/UA. Each check is a function that yields what is wrong.
"""
import sys

import pdf_checks_parts  # noqa: F401
import pdf_checks_tree  # noqa: F401
import pdf_checks_ua  # noqa: F401
from pdf_checks import CHECKS
from pdf_file import PdfFile, objects_of


def faults_of(objects):
    """[(name of the check, what is wrong)]."""
    pdf = PdfFile(objects)
    return [(one.__name__, fault) for one in CHECKS for fault in one(pdf)]


def main():
    found = 0
    for path in sys.argv[1:]:
        for name, fault in faults_of(objects_of(path)):
            print(f"{path}: {name}: {fault}")
            found += 1
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
