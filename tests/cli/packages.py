"""The packages of the sample studies in reports/: how they are made, and what of two packages must be alike.

Texts, values, structure and what figures show are compared; where a line is broken, how wide a column is and what
bytes come out may differ with the version of a font or a library.
"""
import json
import os
import re
import shutil
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../report"))

from pdf_file import PdfFile, objects_of  # noqa: E402
from report_words import SVG, W  # noqa: E402
from tap import ROOT, equal, lyhord  # noqa: E402

REPORTS = os.path.join(ROOT, "reports")

# Folder in reports/: the study, and what `report` is told besides.
PACKAGES = {
    "brukarmedverkan": ("brukarmedverkan",),
    "brukarrevision": ("brukarrevision",),
    "brukarrevision-fraga": ("brukarrevision", "--form", "fraga"),
    "brukarrevision-lattlast": ("brukarrevision", "--form", "lattlast"),
    "enkat": ("enkat",),
}
# Of these the repository has no copy: they are large, and the same figures as those beside them.
LEFT_OUT = re.compile(r"figures/.*\.png")


def files_of(package):
    found = [os.path.relpath(os.path.join(inside, name), package)
             for inside, _, names in os.walk(package) for name in names]
    return sorted(name for name in found if not LEFT_OUT.fullmatch(name))


def make(name, where):
    """The package called @name, in a folder of its own in @where."""
    study, *options = PACKAGES[name]
    folder = os.path.join(where, name)
    copy = shutil.copytree(os.path.join(ROOT, "data-samples", study), os.path.join(folder, study))
    package = os.path.join(folder, "ut")
    done = lyhord("report", "--quiet", copy, "-o", package, *options)
    equal(done.returncode, 0, done.stderr.decode())
    return package


def write_all():
    """Put what comes out now into reports/, files that do not come out any more taken away."""
    for name in PACKAGES:
        with tempfile.TemporaryDirectory() as where:
            made, kept = make(name, where), os.path.join(REPORTS, name)
            shutil.rmtree(kept, ignore_errors=True)
            for file in files_of(made):
                os.makedirs(os.path.dirname(os.path.join(kept, file)), exist_ok=True)
                shutil.copyfile(os.path.join(made, file), os.path.join(kept, file))


# ---- what is alike in a file of each kind ----

def plain(text):
    return " ".join((text or "").replace("\u00AD", "").split())


def figure(svg):
    """What a figure shows: its words, however they are broken into lines, and how many marks of each look."""
    marks, words = {}, []
    for element in svg.iter():
        if element.tag == SVG + "text":
            words.append("".join(element.itertext()))
        elif element.tag in (SVG + "title", SVG + "desc"):
            words.append(f"[{element.text}]")
        elif element.tag != SVG + "svg":
            look = " ".join([element.tag.split("}")[1]] + [element.get(key) or "-" for key in ("fill", "stroke")])
            marks[look] = marks.get(look, 0) + 1
    # A compound that is broken at a line's end has no space there on the next version's line.
    return re.sub(r"\s", "", plain(" ".join(words))), sorted(marks.items())


# Sizes that follow from how wide letters are.
MEASURED = {W + "gridCol", W + "tcW"}
SIZED = ("extent", "ext")


def tree(root):
    """Elements in their order with attributes and text; of a figure what it shows."""
    lines = []

    def walk(element, depth):
        if element.tag == SVG + "svg":
            lines.append(str(figure(element)))
            return
        is_measured = element.tag in MEASURED or element.tag.split("}")[-1] in SIZED
        held = {} if is_measured else {key: value for key, value in element.attrib.items()}
        lines.append(f"{'  ' * depth}{element.tag} {sorted(held.items())} {plain(element.text)}|{plain(element.tail)}")
        for child in element:
            walk(child, depth + 1)
    walk(root, 0)
    return lines


def of_zip(path):
    lines = []
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            lines.append(part)
            if part.endswith(".svg"):
                lines.append(str(figure(ElementTree.fromstring(archive.read(part)))))
            elif part.endswith((".xml", ".rels")):
                lines += tree(ElementTree.fromstring(archive.read(part)))
    return lines


def of_workbook(path):
    """What cells hold; widths and styles are the library's."""
    wanted = re.compile(r"xl/(sharedStrings|workbook|worksheets/.*)\.xml")
    lines = []
    with zipfile.ZipFile(path) as archive:
        for part in sorted(name for name in archive.namelist() if wanted.fullmatch(name)):
            lines.append(part)
            for element in ElementTree.fromstring(archive.read(part)).iter():
                tag = element.tag.split("}")[1]
                if tag in ("c", "sheet"):
                    lines.append(f"{tag} {element.get('r') or element.get('name')} {element.get('t')}")
                elif tag in ("v", "t"):
                    lines.append(f"{tag} {element.text}")
    return lines


def of_pdf(path):
    """The structure tree as it is read out; a text over two pages is one text."""
    pdf = PdfFile(objects_of(path))
    lines = []

    def walk(node, depth):
        if node.tag == "Span":
            return
        said = [pdf.text(node.value[key]) for key in ("/Alt", "/Lang") if key in node.value]
        held = pdf.value(node.value.get("/A")) or {}
        has_words = node.tag != "Figure" and not any(kid.tag not in ("Span", "Link", "Reference")
                                                    for kid in node.below())
        words = re.sub(r"\s", "", plain(pdf.words(node))) if has_words else ""
        lines.append(f"{'  ' * depth}{node.tag} {said} {held.get('/Scope', '')} {held.get('/Headers', '')} {words}")
        for kid in node.below():
            walk(kid, depth + 1)
    walk(pdf.tree, 0)
    lines += [str(one[:2]) for one in pdf.outline()]
    return lines


def of_manifest(path):
    """What went in, and which files came out."""
    with open(path, encoding="utf-8") as file:
        held = json.load(file)
    held["outputs"] = [one["file"] for one in held["outputs"]]
    return json.dumps(held, indent=1, ensure_ascii=False).splitlines()


def of_text(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return file.read().splitlines()


def of_svg(path):
    return [str(figure(ElementTree.parse(path).getroot()))]


def of_page(path):
    return tree(ElementTree.parse(path).getroot())


READERS = {".csv": of_text, ".docx": of_zip, ".html": of_page, ".json": of_manifest, ".md": of_text, ".pdf": of_pdf,
           ".svg": of_svg, ".xlsx": of_workbook}


def differences(kept, made, is_read=lambda name: True):
    """One line a file that is not alike, with where it begins to differ."""
    names = sorted({*files_of(kept), *files_of(made)})
    for name in names:
        one, other = os.path.join(kept, name), os.path.join(made, name)
        if not os.path.exists(one) or not os.path.exists(other):
            yield f"{name} is only in {'what comes out' if os.path.exists(other) else 'reports/'}"
        elif is_read(name):
            reader = READERS[os.path.splitext(name)[1]]
            was, now = reader(one), reader(other)
            for before, after in zip(was + [""], now + [""]):
                if before != after:
                    yield f"{name}: {before[:200]!r} is now {after[:200]!r}"
                    break
            else:
                if was != now:
                    yield f"{name}: it is {'longer' if len(now) > len(was) else 'shorter'} now"
