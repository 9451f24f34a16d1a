"""What checks of PDF files share: where they are listed, and how they look at a file."""
import re

CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


def plain(text):
    """@text as it is read: no soft hyphens, single spaces."""
    return " ".join(text.replace("\u00AD", "").split())


def numbers(text):
    return {re.sub(r"[\s\u00A0\u202F]", "", number)
            for number in re.findall(r"\d+(?:[,\u202F]\d+)*", text)}


def attributes(pdf, node, owner):
    held = pdf.value(node.value.get("/A"))
    for one in held if isinstance(held, list) else [held]:
        if isinstance(pdf.value(one), dict) and pdf.value(one).get("/O") == owner:
            return pdf.value(one)
    return {}


def parents(pdf):
    pairs = pdf.get(pdf.root, "/StructTreeRoot", "/ParentTree", "/Nums") or []
    return dict(zip(pairs[::2], pairs[1::2]))
