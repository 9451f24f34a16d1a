"""The report of everything as a Word document: rules of our own over its parts, and LibreOffice where it is."""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli")]

from everything import is_the_same_elsewhere, made  # noqa: E402
from report_words import W, docx_part, docx_words, footnotes_of, letters, printed, style_of  # noqa: E402
from tap import Skipped, equal, lyhord, main, test  # noqa: E402

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# ISO 14289-1 and ISO 32000-1, 14.8.4: what a PDF made of the document calls its elements
PDF_TAGS = {"document", "part", "art", "sect", "div", "blockquote", "toc", "toci", "index", "nonstruct", "private",
            "p", "h", "l", "li", "lbl", "lbody", "table", "tr", "th", "td", "span", "quote", "note", "reference",
            "bibentry", "code", "link", "annot", "figure", "formula", "form"}


def everything(language="sv"):
    return made("docx", language)


def document(language="sv"):
    return docx_part(everything(language), "word/document.xml")


@test
def its_words_are_those_that_every_writer_prints():
    for language in ("sv", "en"):
        equal(docx_words(everything(language)), printed(made("txt", language)))


@test
def the_same_report_is_the_same_bytes():
    is_the_same_elsewhere("docx")
    with zipfile.ZipFile(everything()) as archive:
        equal({member.date_time for member in archive.infolist()}, {(1980, 1, 1, 0, 0, 0)})


@test
def every_part_is_xml_has_a_type_and_is_led_to():
    with zipfile.ZipFile(everything()) as archive:
        names = archive.namelist()
        equal(names[0], "[Content_Types].xml")
        types = ElementTree.fromstring(archive.read(names[0]))
        known = {part.get("PartName", "").lstrip("/") for part in types}
        extensions = {part.get("Extension") for part in types}
        led_to = set()
        for name in names:
            if name.endswith((".xml", ".rels", ".svg")):
                ElementTree.fromstring(archive.read(name))
            assert name in known or name.rsplit(".", 1)[1] in extensions, name
            if name.endswith(".rels"):
                base = name.split("_rels/")[0]
                led_to |= {base + one.get("Target") for one in ElementTree.fromstring(archive.read(name))
                           if one.tag == RELATION}
        equal(known - {""} - set(names), set())
        equal(led_to, {name for name in names if not name.endswith(".rels")} - {names[0]})


@test
def every_style_is_there_and_none_is_called_as_a_tag_of_pdf():
    styles = docx_part(everything(), "word/styles.xml")
    ids = [style.get(W + "styleId") for style in styles.iter(W + "style")]
    equal(len(ids), len(set(ids)))
    parts = [document(), docx_part(everything(), "word/footnotes.xml"), docx_part(everything(), "word/header1.xml"),
             docx_part(everything(), "word/footer1.xml")]
    for part in parts:
        for name in ("pStyle", "rStyle", "tblStyle"):
            for used in part.iter(W + name):
                assert used.get(W + "val") in ids, used.get(W + "val")
    names = {style.find(W + "name").get(W + "val").lower() for style in styles.iter(W + "style")}
    equal(names & PDF_TAGS, set())
    assert {"heading 1", "heading 2", "heading 3", "caption", "list bullet", "toc 1", "footnote text"} <= names


@test
def headings_begin_at_1_and_skip_no_level():
    levels = [int(style_of(one)[-1]) for one in document().iter(W + "p")
              if (style_of(one) or "").startswith("Heading")]
    equal(levels[0], 1)
    for before, after in zip(levels, levels[1:]):
        assert after <= before + 1, levels


@test
def it_is_swedish_and_of_no_author_and_no_clock():
    styles = docx_part(everything(), "word/styles.xml")
    equal(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(W + "val"), "sv-SE")
    with zipfile.ZipFile(everything()) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core and "<dc:language>sv-SE</dc:language>" in core
    equal(set(re.findall(r"\d{4}-\d\d-\d\dT[0-9:]+Z", core)), {"2026-05-01T00:00:00Z"})
    english = docx_part(everything("en"), "word/styles.xml")
    equal(english.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(W + "val"), "en-GB")
    quote = next(one for one in english.iter(W + "style") if one.get(W + "styleId") == "Utsaga")
    equal(quote.find(f"{W}rPr/{W}lang").get(W + "val"), "sv-SE")


@test
def tables_repeat_their_first_row_and_divide_none_that_fits_a_page():
    for table in document().iter(W + "tbl"):
        rows = table.findall(W + "tr")
        equal([row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows], [True] + [False] * (len(rows) - 1))
        equal({len(row.findall(W + "tc")) for row in rows}, {len(table.findall(f"{W}tblGrid/{W}gridCol"))})
        assert table.find(f"{W}tblPr/{W}tblCaption").get(W + "val")
        assert sum(int(column.get(W + "w")) for column in table.iter(W + "gridCol")) <= 9070
        for row in rows:
            text = "".join(one.text or "" for one in row.iter(W + "t"))
            equal(row.find(f"{W}trPr/{W}cantSplit") is None, len(text) > 1300)


@test
def what_belongs_together_is_kept_together():
    paragraphs = list(document().iter(W + "p"))
    for before, after in zip(paragraphs, paragraphs[1:]):
        holds = before.find(f"{W}pPr/{W}keepNext") is not None
        if before.find(f".//{W}drawing") is not None:
            assert holds and style_of(after) == "Caption"
        if style_of(after) == "SagtAv" or (style_of(before) == "Caption" and style_of(after) == "Tabelltext"):
            assert holds


@test
def pictures_are_described_and_stand_as_lines_and_as_dots():
    relations = {one.get("Id"): one.get("Target") for one in
                 docx_part(everything(), "word/_rels/document.xml.rels")}
    found = list(document().iter(WP + "inline"))
    equal(len(found), 2)
    equal(len({one.find(WP + "docPr").get("id") for one in found}), 2)
    for one in found:
        assert len(one.find(WP + "docPr").get("descr")) >= 15
        assert int(one.find(WP + "extent").get("cx")) <= 160 * 36000
        blip = next(one.iter(A + "blip"))
        assert relations[blip.get(R + "embed")].endswith(".png")
        assert relations[next(blip.iter(ASVG + "svgBlip")).get(R + "embed")].endswith(".svg")


@test
def fields_are_whole_filled_in_and_lead_to_places_that_are_there():
    root = document()
    places = [one.get(W + "name") for one in root.iter(W + "bookmarkStart")]
    equal(len(places), len(set(places)))
    equal(sorted(one.get(W + "id") for one in root.iter(W + "bookmarkStart")),
          sorted(one.get(W + "id") for one in root.iter(W + "bookmarkEnd")))
    signs = [one.get(W + "fldCharType") for one in root.iter(W + "fldChar")]
    equal(signs, ["begin", "separate", "end"] * (len(signs) // 3))
    assert not [one for one in root.iter(W + "fldChar") if one.get(W + "dirty")]
    orders = [one.text.split() for one in root.iter(W + "instrText")]
    equal([order[0] for order in orders].count("TOC"), 1)
    assert orders[0][-1] in places
    for order in orders:
        if order[0] == "REF":
            assert order[1] in places, order
    for link in root.iter(W + "hyperlink"):
        assert link.get(W + "anchor") in places
        assert "".join(one.text for one in link.iter(W + "t"))
    equal([order[1] for order in orders if order[0] == "SEQ"].count("Tabell"), 8)


@test
def every_footnote_is_referred_to_once_and_the_other_way_round():
    marks = [one.get(W + "id") for one in document().iter(W + "footnoteReference")]
    equal(marks, list(footnotes_of(everything())))
    equal(marks, [str(number + 1) for number in range(len(marks))])


@test
def libreoffice_makes_paper_of_it_and_loses_no_word():
    program = shutil.which("soffice")
    if not program:
        raise Skipped("libreoffice-writer-nogui is not installed")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, "--headless", f"-env:UserInstallation=file://{folder}/profile",
                               "--convert-to", "pdf", "--outdir", folder, everything()],
                              capture_output=True, timeout=240)
        made = os.path.join(folder, "everything.pdf")
        if not os.path.exists(made):
            raise Skipped("libreoffice-writer-nogui is not installed: " + done.stderr.decode().strip())
        text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", made, "-"], capture_output=True,
                              check=True).stdout.decode()
    # A word that is broken stands with a hyphen at its joint, as the document says: without one it is lost here.
    joined = re.sub(r"(\w)-\n(\w)", r"\1\2", text)
    wanted = collections.Counter(letters(" ".join(docx_words(everything()))))
    equal(wanted - collections.Counter(letters(text)) - collections.Counter(letters(joined)), collections.Counter())


@test
def our_own_reader_of_transcripts_reads_its_words():
    read = lyhord("turns", everything(), "--text", "everything").stdout.decode()
    body = " ".join("".join(text.text or "" for text in paragraph.iter(W + "t"))
                    for paragraph in document().iter(W + "p"))
    equal(letters(read), letters(body))


if __name__ == "__main__":
    main()
