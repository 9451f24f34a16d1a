"""The words of a report as HTML and as a Word document, in their order, for comparing with the others."""
import re
import zipfile
from xml.etree import ElementTree

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INLINE = {XHTML + tag for tag in ("a", "b", "span")}
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def printed(path):
    """The words that every writer prints, of make_everything's list; a bullet is no word."""
    with open(path, encoding="utf-8") as lines:
        return " ".join(line for line in lines if line.strip() != "–").split()


def raised(number):
    return "".join(RAISED[int(digit)] for digit in str(number))


# ---- HTML ----

def html_tree(path):
    return ElementTree.parse(path).getroot()


def _html_text(element, kept):
    if element.tag == SVG + "svg" or element.get("class") == "skip":
        return
    space = "" if element.tag in INLINE else " "
    kept.append(space + (element.text or ""))
    for child in element:
        _html_text(child, kept)
        kept.append(child.tail or "")
    kept.append(space)


def html_words(path):
    """What stands in the page, without what figures say inside."""
    kept = []
    _html_text(html_tree(path).find(XHTML + "body"), kept)
    return "".join(kept).replace("\u00AD", "").split()


def html_tables(path):
    """[[cell, …] a row] a table."""
    return [[["".join(cell.itertext()).replace("\u00AD", "") for cell in row] for row in table.iter(XHTML + "tr")]
            for table in html_tree(path).iter(XHTML + "table")]


# ---- Word ----

def docx_part(path, name):
    with zipfile.ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read(name))


def _run_text(paragraph, number=None):
    """Text of a paragraph; instructions of fields are no text. @number: of the footnote it stands in."""
    kept = []
    for element in paragraph.iter():
        if element.tag == W + "t":
            kept.append(element.text or "")
        elif element.tag == W + "footnoteReference":
            kept.append(raised(element.get(W + "id")))
        elif element.tag == W + "footnoteRef":
            kept.append(raised(number))
    return "".join(kept)


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(W + "val")


def footnotes_of(path):
    """{number: text}"""
    return {note.get(W + "id"): " ".join(_run_text(one, note.get(W + "id")) for one in note.iter(W + "p"))
            for note in docx_part(path, "word/footnotes.xml").iter(W + "footnote")
            if int(note.get(W + "id")) > 0}


def is_advice(paragraph):
    """The last of the field of contents: it goes when these are made anew."""
    signs = [sign.get(W + "fldCharType") for sign in paragraph.iter(W + "fldChar")]
    return style_of(paragraph) == "Finstilt" and signs == ["end"]


def docx_words(path):
    """Of the document, footnotes after what they belong to; what the contents say until they are made anew left out."""
    notes = footnotes_of(path)
    kept, waiting = [], []
    for paragraph in docx_part(path, "word/document.xml").iter(W + "p"):
        if is_advice(paragraph):
            continue
        if style_of(paragraph) != "SagtAv":
            kept += waiting
            waiting = []
        kept.append(_run_text(paragraph))
        waiting += [notes[mark.get(W + "id")] for mark in paragraph.iter(W + "footnoteReference")]
    return " ".join(kept + waiting).split()


def docx_tables(path):
    return [[["".join(text.text or "" for text in cell.iter(W + "t")) for cell in row.iter(W + "tc")]
             for row in table.iter(W + "tr")]
            for table in docx_part(path, "word/document.xml").iter(W + "tbl")]


def letters(text):
    """Words as they come back from paper: lines end at hyphens, and small digits are digits."""
    plain = text.translate(str.maketrans(RAISED, "0123456789")).replace("\u00AD", "")
    return re.findall(r"\w+", plain)
