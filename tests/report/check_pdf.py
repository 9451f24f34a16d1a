"""What must hold of every PDF that the program writes, as far as a script can tell.

    python3 tests/report/check_pdf.py FILE…

A guard against our own ways of failing, over the objects that `qpdf --json` tells of; that it finds
nothing does not make a file PDF/UA. Each check is a function that yields what is wrong.
"""
import re
import sys
import xml.etree.ElementTree as xml

from pdf_file import Node, PdfFile, objects_of

FONTS = ("Inter-", "Inter", "DejaVuSans")
# The element types of PDF 1.7 (ISO 32000-1, 14.8.4) that a report may be made of.
TAGS = {"Document", "H1", "H2", "H3", "H4", "P", "Span", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
        "TD", "Caption", "Figure", "BlockQuote", "Note", "Reference", "Link", "TOC", "TOCI"}
HOLDS = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "TR"}, "TR": {"TH", "TD"},
         "TOC": {"TOCI"}, "TOCI": {"Reference", "TOC"}}
INSIDE = {"LI": {"L"}, "Lbl": {"LI", "Note"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"},
          "TOCI": {"TOC"}, "Link": {"P", "Reference", "Lbl"}}
URL = re.compile(r"https?:|www\.|mailto:", re.I)

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


# ---- the document ----

@check
def says_its_version(pdf):
    if pdf.objects["header"]["pdfversion"] != "1.7":
        yield "is not PDF 1.7"


@check
def says_its_language(pdf):
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", pdf.text(pdf.root.get("/Lang", ""))):
        yield "the catalog has no language"


@check
def has_a_title(pdf):
    if not pdf.text((pdf.get(pdf.trailer, "/Info") or {}).get("/Title", "")).strip():
        yield "no title in the document's properties"


@check
def shows_its_title(pdf):
    if pdf.get(pdf.root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "a viewer shows the file's name and not the title"


@check
def tells_of_nobody(pdf):
    for key in pdf.get(pdf.trailer, "/Info") or {}:
        if key not in ("/Title", "/Producer", "/CreationDate"):
            yield f"the properties hold {key}"


@check
def holds_nothing_that_acts(pdf):
    for key in ("/OpenAction", "/AA", "/AcroForm", "/Names", "/EmbeddedFiles", "/Collection"):
        if key in pdf.root:
            yield f"the catalog holds {key}"
    if "/Encrypt" in pdf.trailer:
        yield "the file is encrypted"


def metadata(pdf):
    ref = pdf.root.get("/Metadata")
    return xml.fromstring(pdf.stream(ref).decode().split("?>", 1)[1].rsplit("<?", 1)[0]) if ref else None


@check
def says_what_it_is_in_xmp(pdf):
    try:
        packet = metadata(pdf)
    except xml.ParseError as error:
        yield f"the metadata is no XML: {error}"
        return
    if packet is None:
        yield "no metadata"
        return

    def said(name):
        element = packet.find(f".//{name}")
        return "" if element is None else plain("".join(element.itertext()))
    if said("{http://www.aiim.org/pdfua/ns/id/}part") != "1":
        yield "the metadata does not say part 1"
    title = plain(pdf.text((pdf.get(pdf.trailer, "/Info") or {}).get("/Title", "")))
    if said("{http://purl.org/dc/elements/1.1/}title") != title:
        yield "the metadata has another title"
    if said("{http://purl.org/dc/elements/1.1/}language") != pdf.text(pdf.root.get("/Lang", "")):
        yield "the metadata has another language"


@check
def is_marked(pdf):
    marks = pdf.get(pdf.root, "/MarkInfo") or {}
    if marks.get("/Marked") is not True or marks.get("/Suspects"):
        yield "the file is not marked as tagged"


@check
def tabs_follow_the_structure(pdf):
    for number, page in enumerate(pdf.pages, 1):
        if pdf.value(page).get("/Tabs") != "/S":
            yield f"page {number}: /Tabs is not /S"


# ---- content and tree ----

@check
def draws_nothing_outside_tags(pdf):
    for drawn in pdf.drawn:
        known = drawn.mcid is not None or drawn.tag == "Artifact"
        if drawn.paints and not known and "Artifact" not in drawn.around:
            yield f"page {pdf.pages.index(drawn.page) + 1}: something is drawn in '{drawn.tag}'"


@check
def keeps_artifacts_and_content_apart(pdf):
    for drawn in pdf.drawn:
        if drawn.tag == "Artifact" and (drawn.around or drawn.mcid is not None):
            yield f"an artifact within {drawn.around or 'the tree'}"
        if drawn.tag != "Artifact" and "Artifact" in drawn.around:
            yield f"{drawn.tag} within an artifact"


@check
def calls_each_content_once(pdf):
    for (page, mcid), several in pdf.by_mcid.items():
        if len(several) > 1:
            yield f"page {pdf.pages.index(page) + 1}: content {mcid} stands twice"


def owners(pdf):
    found = {}
    for node in pdf.tree.walk():
        for kid in node.kids:
            if not isinstance(kid, Node):
                found.setdefault(kid, []).append(node)
    return found


@check
def content_has_one_element(pdf):
    owned = owners(pdf)
    for key in pdf.by_mcid:
        if len(owned.get(key, [])) != 1:
            yield f"content {key} is in {len(owned.get(key, []))} elements"
    for key, nodes in owned.items():
        if key not in pdf.by_mcid:
            yield f"{nodes[0].tag} holds content {key}, which is not drawn"


def parents(pdf):
    pairs = pdf.get(pdf.root, "/StructTreeRoot", "/ParentTree", "/Nums") or []
    return dict(zip(pairs[::2], pairs[1::2]))


@check
def content_finds_its_element(pdf):
    slots = parents(pdf)
    owned = owners(pdf)
    for page in pdf.pages:
        row = pdf.value(slots.get(pdf.value(page).get("/StructParents"))) or []
        for mcid, ref in enumerate(row):
            nodes = owned.get((page, mcid), [])
            if (ref is None) != (not nodes) or (nodes and nodes[0].ref != ref):
                yield f"page {pdf.pages.index(page) + 1}: the parent of content {mcid} is another"
        for key in pdf.by_mcid:
            if key[0] == page and key[1] >= len(row):
                yield f"content {key} has no parent"


@check
def elements_know_what_they_are_in(pdf):
    for node in pdf.tree.walk():
        if node.above and node.value.get("/P") != node.above.ref:
            yield f"{node.tag}: another element above it"


@check
def elements_are_known(pdf):
    if [node.tag for node in pdf.tree.below()] != ["Document"]:
        yield "the tree does not begin with one Document"
    for node in pdf.tree.walk():
        if node.above and node.tag not in TAGS:
            yield f"the element '{node.tag}'"


@check
def elements_stand_where_they_may(pdf):
    for node in pdf.tree.walk():
        for kid in node.below():
            if kid.tag not in HOLDS.get(node.tag, {kid.tag}) or \
                    node.tag not in INSIDE.get(kid.tag, {node.tag}):
                yield f"{kid.tag} in {node.tag}"
        if node.tag in HOLDS and any(not isinstance(kid, Node) for kid in node.kids):
            yield f"content right in {node.tag}"


@check
def elements_say_something(pdf):
    for node in pdf.tree.walk():
        if node.tag in ("H1", "H2", "H3", "H4", "P", "Caption", "Lbl", "TH", "Link", "Note") and \
                not plain(pdf.words(node)):
            yield f"an empty {node.tag}"
        if node.above and not node.kids and node.tag != "TD":
            yield f"{node.tag} without content"


@check
def replaces_no_text(pdf):
    if any(drawn.has_actual_text for drawn in pdf.drawn) or \
            any("/ActualText" in node.value for node in pdf.tree.walk()):
        yield "text is replaced by /ActualText"


# ---- headings ----

def headings(pdf):
    return pdf.tree.nodes("H1", "H2", "H3", "H4")


@check
def headings_skip_no_level(pdf):
    last = 0
    for heading in headings(pdf):
        level = int(heading.tag[1])
        if level > last + 1:
            yield f"{heading.tag} after H{last}"
        last = level
    if [heading.tag for heading in headings(pdf)].count("H1") != 1:
        yield "not one H1"


@check
def outline_is_the_headings(pdf):
    wanted = [(int(heading.tag[1]), plain(pdf.words(heading)), pdf.page_of(heading))
              for heading in headings(pdf)]
    told = [(level, plain(text), page) for level, text, page in pdf.outline()]
    for one, other in zip(wanted, told):
        if one != other:
            yield f"the outline has {other} for {one}"
    if len(wanted) != len(told):
        yield f"{len(told)} entries in the outline for {len(wanted)} headings"


@check
def contents_lead_to_their_headings(pdf):
    for contents in pdf.tree.nodes("TOC"):
        if contents.above.tag == "TOCI":
            continue
        order = list(pdf.tree.walk())
        after = [heading for heading in order[order.index(contents):] if heading.tag in ("H2", "H3")]
        links = contents.nodes("Link")
        if [plain(pdf.words(link)) for link in links] != [plain(pdf.words(h)) for h in after]:
            yield "the contents are not the headings that follow"
            continue
        for link, heading in zip(links, after):
            page = pdf.page_of(heading)
            target = pdf.get(link.objects[0], "/Dest") if link.objects else None
            if not target or target[0] != pdf.pages[page]:
                yield f"'{plain(pdf.words(link))}' leads to another page"
            if plain(number_beside(pdf, link)) != str(page + 1):
                yield f"'{plain(pdf.words(link))}' stands on page {page + 1}, not {number_beside(pdf, link)}"


def number_beside(pdf, link):
    """The first text after @link, on its page, that is furniture."""
    *_, key = link.content()
    at = pdf.drawn.index(pdf.by_mcid[key][0])
    return next((drawn.text for drawn in pdf.drawn[at + 1:] if drawn.tag == "Artifact" and drawn.text), "")


# ---- figures and tables ----

def table_after(pdf, figure):
    """The words of the first table after @figure, with what stands right after it."""
    order = pdf.tree.nodes("Figure", "Table", "P")
    rest = order[order.index(figure) + 1:]
    for i, node in enumerate(rest):
        if node.tag == "Figure":
            break
        if node.tag == "Table":
            return " ".join(pdf.words(part) for part in
                            node.nodes("TH", "TD", "Caption") + rest[i + 1:i + 2])
    return ""


@check
def figures_are_told_in_words(pdf):
    for figure in pdf.tree.nodes("Figure"):
        told = pdf.text(figure.value.get("/Alt", ""))
        if not 15 <= len(told) <= 300:
            yield f"a figure is told in {len(told)} characters"
        elif len(told.split()) < 4:
            yield f"a figure is told as '{told}'"
        strange = numbers(told) - numbers(table_after(pdf, figure))
        if strange:
            yield f"a figure is told with {sorted(strange)}, which its table does not have"


@check
def figures_have_their_place(pdf):
    for figure in pdf.tree.nodes("Figure"):
        box = attributes(pdf, figure, "/Layout").get("/BBox")
        _, _, width, height = pdf.value(pdf.value(figure.value["/Pg"])["/MediaBox"])
        if not box or not (0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height):
            yield f"a figure's box is {box}"


@check
def figures_have_captions_on_their_page(pdf):
    order = [node for node in pdf.tree.walk() if node.tag not in ("Span", "Link", "Reference")]
    for figure in pdf.tree.nodes("Figure"):
        after = order[order.index(figure) + 1:][:1]
        if not after or after[0].tag != "Caption" or pdf.page_of(after[0]) != pdf.page_of(figure):
            yield "a figure without a caption on its page"


@check
def tables_have_captions(pdf):
    for table in pdf.tree.nodes("Table"):
        tags = [kid.tag for kid in table.below()]
        if tags[:1] != ["Caption"] or "Caption" in tags[1:]:
            yield "a table does not begin with its caption"


@check
def rows_are_equally_long(pdf):
    for table in pdf.tree.nodes("Table"):
        lengths = {len(row.below()) for row in table.nodes("TR")}
        if len(lengths) != 1:
            yield f"a table has rows of {sorted(lengths)} cells"


@check
def headings_of_tables_are_headers(pdf):
    for table in pdf.tree.nodes("Table"):
        rows = table.nodes("TR")
        for cell in rows[0].below() if rows else []:
            if cell.tag != "TH" and plain(pdf.words(cell)):
                yield f"'{plain(pdf.words(cell))}' in a table's heading is no TH"
        firsts = {row.below()[0].tag for row in rows[1:]
                  if row.below() and plain(pdf.words(row.below()[0]))}
        if len(firsts) > 1:
            yield "some rows begin with a header, some do not"


@check
def headers_say_what_they_head(pdf):
    for table in pdf.tree.nodes("Table"):
        for i, row in enumerate(table.nodes("TR")):
            for cell in row.nodes("TH"):
                wanted = "/Column" if i == 0 else "/Row"
                if attributes(pdf, cell, "/Table").get("/Scope") != wanted:
                    yield f"the scope of '{plain(pdf.words(cell))}' is not {wanted}"


@check
def cells_name_their_headers(pdf):
    for table in pdf.tree.nodes("Table"):
        rows = [row.below() for row in table.nodes("TR")]
        for cells in rows[1:]:
            for i, cell in enumerate(cells):
                if cell.tag != "TD" or cells[0].tag != "TH" or i >= len(rows[0]) or \
                        rows[0][i].tag != "TH":
                    continue
                wanted = [rows[0][i].value.get("/ID"), cells[0].value.get("/ID")]
                if None in wanted or attributes(pdf, cell, "/Table").get("/Headers") != wanted:
                    yield f"'{plain(pdf.words(cell))}' does not name its headers"


# ---- lists, notes, links ----

@check
def lists_are_whole(pdf):
    for one in pdf.tree.nodes("L"):
        if attributes(pdf, one, "/List").get("/ListNumbering", "/None") == "/None":
            yield "a list with labels does not say which"
    for item in pdf.tree.nodes("LI"):
        if [kid.tag for kid in item.below()] != ["Lbl", "LBody"]:
            yield f"an item is made of {[kid.tag for kid in item.below()]}"


@check
def ids_are_unique_and_found(pdf):
    held = [(pdf.text(node.value["/ID"]), node.ref) for node in pdf.tree.walk() if "/ID" in node.value]
    if len({one for one, _ in held}) != len(held):
        yield "two elements have one id"
    names = pdf.get(pdf.root, "/StructTreeRoot", "/IDTree", "/Names") or []
    told = [(pdf.text(one), ref) for one, ref in zip(names[::2], names[1::2])]
    if told != sorted(held):
        yield "the tree of ids is not that of the elements"


@check
def notes_are_called_from_their_page(pdf):
    callers = {}
    for reference in pdf.tree.nodes("Reference"):
        if reference.above.tag != "TOCI":
            callers.setdefault(plain(pdf.words(reference)), []).append(reference)
    for note in pdf.tree.nodes("Note"):
        if "/ID" not in note.value:
            yield "a note without an id"
        if [kid.tag for kid in note.below()] != ["Lbl", "P"]:
            yield f"a note is made of {[kid.tag for kid in note.below()]}"
            continue
        mark = plain(pdf.words(note.below()[0]))
        called = callers.get(mark, [])
        if len(called) != 1 or pdf.page_of(called[0]) != pdf.page_of(note):
            yield f"note {mark} is not called once, from its page"


@check
def links_say_where_they_lead(pdf):
    for page in pdf.pages:
        for ref in pdf.value(pdf.value(page).get("/Annots")) or []:
            link = pdf.value(ref)
            told = pdf.text(link.get("/Contents", ""))
            if not told.strip() or URL.search(told):
                yield f"a link is told as '{told}'"
            if link.get("/F") != 4:
                yield "a link that is not printed, or hidden"
            target = pdf.get(link, "/Dest")
            if not target or target[0] not in pdf.pages:
                yield f"'{told}' leads nowhere"
    for node in pdf.tree.nodes("Link"):
        if URL.search(pdf.words(node)):
            yield f"a link reads '{plain(pdf.words(node))}'"


@check
def links_are_in_the_tree(pdf):
    slots = parents(pdf)
    held = [ref for node in pdf.tree.nodes("Link") for ref in node.objects]
    drawn = [ref for page in pdf.pages for ref in pdf.value(pdf.value(page).get("/Annots")) or []]
    if sorted(held) != sorted(drawn):
        yield "annotations and the links of the tree are not the same"
    for node in pdf.tree.nodes("Link"):
        if len(node.objects) != 1:
            yield f"a link with {len(node.objects)} annotations"
        for ref in node.objects:
            if slots.get((pdf.value(ref) or {}).get("/StructParent")) != node.ref:
                yield "an annotation does not find its link"


# ---- fonts and text ----

@check
def fonts_are_ours_and_embedded(pdf):
    for ref in {ref for page in pdf.pages for ref in (pdf.get(page, "/Resources", "/Font") or {}).values()}:
        font = pdf.value(ref)
        name = font.get("/BaseFont", "/?")[1:]
        glyphs = pdf.value(pdf.value(font["/DescendantFonts"])[0]) if "/DescendantFonts" in font else font
        held = pdf.get(glyphs, "/FontDescriptor") or {}
        if not re.fullmatch(r"[A-Z]{6}\+.*", name) or not name[7:].startswith(FONTS):
            yield f"the font {name}"
        if not any(key.startswith("/FontFile") for key in held):
            yield f"{name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"{name} does not say what its glyphs mean"
        if glyphs.get("/Subtype") == "/CIDFontType2" and glyphs.get("/CIDToGIDMap") != "/Identity":
            yield f"{name} does not map its glyphs"


@check
def every_glyph_has_a_meaning(pdf):
    unknown = {code for drawn in pdf.drawn for code in drawn.unknown}
    if unknown:
        yield f"glyphs without text: {sorted(unknown)[:5]}"
    if any("\uFFFD" in drawn.text or "\0" in drawn.text for drawn in pdf.drawn):
        yield "glyphs that stand for nothing known"


def blocks_over_pages(pdf):
    """(page, baselines) of each part of a text that goes on over pages."""
    for node in pdf.tree.nodes("P"):
        pages = {}
        for key in node.content():
            for drawn in pdf.by_mcid.get(key, []):
                pages.setdefault(drawn.page, set()).update(drawn.lines)
        if len(pages) > 1:
            yield node, list(pages.values())


@check
def no_line_stands_alone(pdf):
    for node, parts in blocks_over_pages(pdf):
        if any(len(lines) < 2 for lines in parts):
            yield f"a line of '{plain(pdf.words(node))[:40]}' stands alone on a page"


@check
def headings_have_their_text_on_their_page(pdf):
    order = [node for node in pdf.tree.walk() if node.tag in TAGS - {"Document", "Span"}]
    for i, node in enumerate(order):
        if node.tag in ("H2", "H3", "H4") and i + 1 < len(order):
            last = [page for page, _ in node.content()][-1:]
            after = pdf.page_of(order[i + 1])
            if last and after is not None and pdf.pages.index(last[0]) != after:
                yield f"'{plain(pdf.words(node))}' is the last thing on its page"


@check
def nothing_is_drawn_outside_the_page(pdf):
    for drawn in pdf.drawn:
        _, _, _, height = pdf.value(pdf.value(drawn.page)["/MediaBox"])
        if any(not 30 < line < height - 30 for line in drawn.lines):
            yield f"'{plain(drawn.text)[:40]}' stands outside the page"


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
