"""Good files made bad in one place each: what the checks of check_pdf.py are there to find.

A defect is a function that spoils a PdfFile in place, and the name of the check that must find it.
"""
import base64
import re

DEFECTS = []


def defect(meant_for):
    def add(function):
        DEFECTS.append((function, meant_for))
        return function
    return add


def rewrite(pdf, page, pattern, to, count=1):
    """Put @to for @pattern in what is drawn on page number @page."""
    ref = pdf.value(pdf.pages[page])["/Contents"]
    content, changes = re.subn(pattern, to, pdf.content(pdf.pages[page]), count=count)
    assert changes, pattern
    put(pdf, ref, content)


def put(pdf, ref, data):
    held = pdf.objects["obj:" + ref]["stream"]
    held["data"] = base64.b64encode(data).decode()
    held["dict"].pop("/Filter", None)


def first(pdf, *tags):
    return pdf.tree.nodes(*tags)[0]


def drop(holder, key):
    assert key in holder
    del holder[key]


def kids(pdf, node):
    """The array of what @node holds, for changing."""
    held = pdf.value(node.value["/K"])
    if not isinstance(held, list):
        held = node.value["/K"] = [node.value["/K"]]
    return held


def rename(node, tag):
    node.value["/S"] = "/" + tag


def info(pdf):
    return pdf.get(pdf.trailer, "/Info")


def packet(pdf, old, new):
    ref = pdf.root["/Metadata"]
    data = pdf.stream(ref)
    assert old in data
    put(pdf, ref, data.replace(old, new))


def link(pdf, number=0):
    return pdf.value(pdf.tree.nodes("Link")[number].objects[0])


def table_cells(pdf, number=0):
    return [row.below() for row in pdf.tree.nodes("Table")[number].nodes("TR")]


def attribute(pdf, node):
    return pdf.value(node.value["/A"])


def parents_on(pdf, page):
    """The elements that own what is drawn on page number @page, in the order drawn."""
    slots = pdf.get(pdf.root, "/StructTreeRoot", "/ParentTree")["/Nums"]
    return pdf.value(slots[slots.index(pdf.value(pdf.pages[page])["/StructParents"]) + 1])


def font(pdf, wide):
    for page in pdf.pages:
        for ref in pdf.get(page, "/Resources", "/Font").values():
            if ("/DescendantFonts" in pdf.value(ref)) == wide:
                return pdf.value(ref)
    raise AssertionError("no such font")
