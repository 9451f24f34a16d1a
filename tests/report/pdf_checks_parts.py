"""Checks of what a document is made of: headings, figures, tables, lists, notes, links, fonts, lines."""
import re

from pdf_checks import attributes, check, numbers, parents, plain
from pdf_checks_tree import TAGS

FONTS = ("Inter-", "Inter", "DejaVuSans")
URL = re.compile(r"https?:|www\.|mailto:", re.I)


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
def outline_counts_its_entries(pdf):
    def visible(ref):
        """How many entries one sees from @ref on, down and to the end."""
        seen = 0
        while ref:
            entry = pdf.value(ref)
            inside = visible(entry.get("/First"))
            seen += 1 + (inside if entry.get("/Count", 0) > 0 else 0)
            ref = entry.get("/Next")
        return seen
    outline = pdf.get(pdf.root, "/Outlines") or {}
    if outline.get("/Count") != visible(outline.get("/First")):
        yield f"{visible(outline.get('/First'))} entries are shown, {outline.get('/Count')} told"


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


def ends_on(pdf, node):
    return max(pdf.pages.index(page) for page, _ in node.content())


@check
def notes_are_called_from_their_page(pdf):
    callers = {}
    for reference in pdf.tree.nodes("Reference"):
        if reference.above.tag != "TOCI":
            callers.setdefault(plain(pdf.words(reference)), []).append(reference)
    before = None
    for note in pdf.tree.nodes("Note"):
        begins = ends_on(pdf, before) if before and before.above is note.above else None
        before = note
        if "/ID" not in note.value:
            yield "a note without an id"
        if [kid.tag for kid in note.below()] != ["Lbl", "P"]:
            yield f"a note is made of {[kid.tag for kid in note.below()]}"
            continue
        mark = plain(pdf.words(note.below()[0]))
        called = callers.get(mark, [])
        # After a note so long that it stands in the text, the next one stands where that ends.
        if len(called) != 1 or pdf.page_of(note) not in (pdf.page_of(called[0]), begins):
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
def text_is_large_enough(pdf):
    """9.5 points at least; figures, which may be scaled, have their own tests."""
    inside = {key for figure in pdf.tree.nodes("Figure") for key in figure.content()}
    for drawn in pdf.drawn:
        if (drawn.page, drawn.mcid) not in inside and any(size < 9.5 for size in drawn.sizes):
            yield f"'{plain(drawn.text)[:40]}' is set in {min(drawn.sizes)} points"


@check
def nothing_is_drawn_outside_the_page(pdf):
    for drawn in pdf.drawn:
        _, _, _, height = pdf.value(pdf.value(drawn.page)["/MediaBox"])
        if any(not 30 < line < height - 30 for line in drawn.lines):
            yield f"'{plain(drawn.text)[:40]}' stands outside the page"
