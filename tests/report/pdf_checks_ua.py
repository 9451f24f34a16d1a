"""Checks of what rules for PDF/UA-1 (ISO 14289-1) ask besides, most of them of what our files do not have at all.

docs/accessibility.md says which rule is looked at where.
"""
import re

from pdf_checks import attributes, check

LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")  # RFC 3066, 2.1


@check
def types_stand_for_themselves(pdf):
    """No role map: types are standard ones, and none is called another."""
    root = pdf.get(pdf.root, "/StructTreeRoot") or {}
    if root.get("/Type") != "/StructTreeRoot":
        yield "the catalog has no structure tree"
    if "/RoleMap" in root or "/ClassMap" in root:
        yield "types or classes are mapped"


@check
def languages_are_languages(pdf):
    for node in pdf.tree.walk():
        if "/Lang" in node.value and not LANGUAGE.fullmatch(pdf.text(node.value["/Lang"])):
            yield f"the language '{pdf.text(node.value['/Lang'])}'"


@check
def cells_are_of_one_row_and_column(pdf):
    for node in pdf.tree.nodes("TH", "TD"):
        if {"/RowSpan", "/ColSpan"} & set(attributes(pdf, node, "/Table")):
            yield "a cell spans others"


@check
def annotations_are_links(pdf):
    for number, page in enumerate(pdf.pages, 1):
        _, _, width, height = pdf.value(pdf.value(page)["/MediaBox"])
        for ref in pdf.value(pdf.value(page).get("/Annots")) or []:
            one = pdf.value(ref)
            if one.get("/Subtype") != "/Link" or set(one) & {"/A", "/AA"}:
                yield f"page {number}: an annotation that is no way within the file"
            left, low, right, high = pdf.value(one.get("/Rect"))
            if not (0 <= left < right <= width and 0 <= low < high <= height):
                yield f"page {number}: a link that is not on its page"


@check
def draws_right_on_the_page(pdf):
    """No pictures, forms or optional layers: what is drawn stands in the page's own content."""
    for number, page in enumerate(pdf.pages, 1):
        held = set(pdf.get(page, "/Resources") or {}) - {"/Font", "/ExtGState", "/ProcSet", "/ColorSpace"}
        if any(pdf.get(page, "/Resources", key) for key in held):
            yield f"page {number}: resources of the kinds {sorted(held)}"


@check
def furniture_is_head_or_foot(pdf):
    """7.8: running heads and feet are artifacts of those kinds, each once a page but the first."""
    for number, page in enumerate(pdf.pages):
        content = pdf.content(page)
        for kind in (b"Header", b"Footer"):
            found = len(re.findall(rb"/Artifact\s*<<[^>]*/Subtype\s*/" + kind, content))
            if found != (number > 0):
                yield f"page {number + 1}: {found} artifacts are {kind.decode()}"
        if re.search(rb"/Artifact\s+BMC", content):
            yield f"page {number + 1}: an artifact of no kind"


def fonts(pdf):
    """(font, the font that has the glyphs, its descriptor)"""
    for ref in sorted({ref for page in pdf.pages
                       for ref in (pdf.get(page, "/Resources", "/Font") or {}).values()}):
        font = pdf.value(ref)
        glyphs = pdf.value(pdf.value(font["/DescendantFonts"])[0]) if "/DescendantFonts" in font else font
        yield font, glyphs, pdf.get(glyphs, "/FontDescriptor") or {}


@check
def codes_lead_to_glyphs(pdf):
    """7.21.3, 7.21.4.2, 7.21.6: encodings as the kind of font needs them, no lists that could be wrong."""
    for font, glyphs, held in fonts(pdf):
        name, kind = font.get("/BaseFont"), font.get("/Subtype")
        is_symbolic = held.get("/Flags", 0) & 4 != 0
        if kind == "/Type0" and font.get("/Encoding") != "/Identity-H":
            yield f"{name} has codes of another kind"
        if kind == "/Type0" and glyphs.get("/Subtype") == "/CIDFontType2" and "/FontFile2" not in held:
            yield f"{name} is no TrueType font"
        if kind == "/TrueType" and (is_symbolic or font.get("/Encoding") != "/WinAnsiEncoding"):
            yield f"{name} may be called by other codes"
        if kind == "/Type1" and font.get("/Encoding") != "/WinAnsiEncoding":
            yield f"{name} has an encoding of its own"
        if kind not in ("/Type0", "/TrueType", "/Type1"):
            yield f"{name} is of the kind {kind}"
        if {"/CharSet", "/CIDSet"} & set(held):
            yield f"{name} lists its glyphs"


@check
def meanings_are_letters(pdf):
    """7.21.7: no glyph stands for U+0000, U+FEFF or U+FFFE."""
    for ref, font in pdf.fonts.items():
        for code, text in font.texts.items():
            if not text or set(text) & {"\0", "\uFEFF", "\uFFFE"}:
                yield f"{pdf.value(ref).get('/BaseFont')}: glyph {code} stands for {text!r}"
