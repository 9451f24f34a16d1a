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


# ---- the document ----

@defect("says_its_version")
def an_older_version(pdf):
    pdf.objects["header"]["pdfversion"] = "1.5"


@defect("says_its_language")
def no_language(pdf):
    drop(pdf.root, "/Lang")


@defect("says_its_language")
def an_empty_language(pdf):
    pdf.root["/Lang"] = "u:"


@defect("says_what_it_is_in_xmp")
def two_languages(pdf):
    pdf.root["/Lang"] = "u:en"


@defect("has_a_title")
def no_title(pdf):
    drop(info(pdf), "/Title")


@defect("has_a_title")
def a_title_of_spaces(pdf):
    info(pdf)["/Title"] = "u:  "


@defect("shows_its_title")
def no_preferences(pdf):
    drop(pdf.root, "/ViewerPreferences")


@defect("shows_its_title")
def the_file_name_is_shown(pdf):
    pdf.get(pdf.root, "/ViewerPreferences")["/DisplayDocTitle"] = False


@defect("tells_of_nobody")
def an_author(pdf):
    info(pdf)["/Author"] = "u:Anna Andersson"


@defect("tells_of_nobody")
def a_creator(pdf):
    info(pdf)["/Creator"] = "u:dator-17"


@defect("holds_nothing_that_acts")
def an_action(pdf):
    pdf.root["/OpenAction"] = {"/S": "/JavaScript", "/JS": "u:app.alert(1)"}


@defect("holds_nothing_that_acts")
def encryption(pdf):
    pdf.trailer["/Encrypt"] = {"/V": 4}


@defect("says_what_it_is_in_xmp")
def no_metadata(pdf):
    drop(pdf.root, "/Metadata")


@defect("says_what_it_is_in_xmp")
def no_part_in_the_metadata(pdf):
    packet(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@defect("says_what_it_is_in_xmp")
def another_part(pdf):
    packet(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>2")


@defect("says_what_it_is_in_xmp")
def another_title_in_the_metadata(pdf):
    info(pdf)["/Title"] = "u:En annan rapport"


@defect("says_what_it_is_in_xmp")
def metadata_that_is_no_xml(pdf):
    packet(pdf, b"&amp;", b"&")


@defect("is_marked")
def not_marked(pdf):
    drop(pdf.root, "/MarkInfo")


@defect("is_marked")
def marked_with_suspects(pdf):
    pdf.get(pdf.root, "/MarkInfo")["/Suspects"] = True


@defect("tabs_follow_the_structure")
def no_tabs(pdf):
    drop(pdf.value(pdf.pages[2]), "/Tabs")


@defect("tabs_follow_the_structure")
def tabs_by_rows(pdf):
    pdf.value(pdf.pages[0])["/Tabs"] = "/R"


# ---- content and tree ----

@defect("draws_nothing_outside_tags")
def untagged_text(pdf):
    rewrite(pdf, 2, rb"EMC\nQ", rb"EMC BT 9 0 0 -9 80 400 Tm /f-1-0 1 Tf (oj)Tj ET\nQ")


@defect("draws_nothing_outside_tags")
def an_untagged_line(pdf):
    rewrite(pdf, 2, rb"EMC\nQ", rb"EMC 10 10 50 1 re f\nQ")


@defect("draws_nothing_outside_tags")
def furniture_that_is_still_private(pdf):
    rewrite(pdf, 2, rb"/Artifact << /Type /Pagination >> BDC", rb"/Private BMC")


@defect("keeps_artifacts_and_content_apart")
def an_artifact_within_content(pdf):
    rewrite(pdf, 2, rb"(/H2 << /MCID 0 >> BDC)", rb"\1 /Artifact BMC 1 1 2 2 re f EMC")


@defect("keeps_artifacts_and_content_apart")
def content_within_an_artifact(pdf):
    rewrite(pdf, 2, rb"(?s)(/H2 << /MCID 0 >> BDC.*?EMC)", rb"/Artifact BMC \1 EMC")


@defect("calls_each_content_once")
def two_contents_of_one_number(pdf):
    rewrite(pdf, 2, rb"/MCID 1 >>", rb"/MCID 0 >>")


@defect("content_has_one_element")
def content_of_no_element(pdf):
    heading = first(pdf, "H2")
    kids(pdf, heading.above).remove(heading.ref)


@defect("content_has_one_element")
def content_of_two_elements(pdf):
    kids(pdf, first(pdf, "P")).append(kids(pdf, first(pdf, "H1"))[0])


@defect("content_has_one_element")
def an_element_of_what_is_not_drawn(pdf):
    kids(pdf, first(pdf, "H1")).append(999)


@defect("content_finds_its_element")
def a_number_without_parent(pdf):
    row = parents_on(pdf, 0)
    row[row.index(first(pdf, "H1").ref)] = None


@defect("content_finds_its_element")
def a_number_with_another_parent(pdf):
    row = parents_on(pdf, 0)
    row[row.index(first(pdf, "H1").ref)] = first(pdf, "P").ref


@defect("content_finds_its_element")
def a_page_without_parents(pdf):
    drop(pdf.value(pdf.pages[1]), "/StructParents")


@defect("elements_know_what_they_are_in")
def another_element_above(pdf):
    first(pdf, "LI").value["/P"] = first(pdf, "Document").ref


@defect("elements_are_known")
def a_private_element(pdf):
    rename(first(pdf, "P"), "Private")


@defect("elements_are_known")
def no_document(pdf):
    rename(first(pdf, "Document"), "Sect")


@defect("elements_stand_where_they_may")
def an_item_without_list(pdf):
    rename(first(pdf, "L"), "P")


@defect("elements_stand_where_they_may")
def a_list_of_paragraphs(pdf):
    rename(first(pdf, "LI"), "P")


@defect("elements_stand_where_they_may")
def a_row_within_a_paragraph(pdf):
    rename(first(pdf, "Table"), "P")


@defect("elements_stand_where_they_may")
def an_entry_without_contents(pdf):
    rename(first(pdf, "TOC"), "P")


@defect("elements_stand_where_they_may")
def a_cell_that_is_a_paragraph(pdf):
    rename(first(pdf, "TD"), "P")


@defect("elements_say_something")
def an_empty_paragraph(pdf):
    rewrite(pdf, 0, rb"(?s)(/H1 << /MCID \d+ >> BDC).*?(EMC)", rb"\1 \2")


@defect("elements_say_something")
def an_element_without_content(pdf):
    drop(first(pdf, "BlockQuote").value, "/K")


@defect("replaces_no_text")
def an_empty_text_instead(pdf):
    rewrite(pdf, 2, rb"(/H2 << /MCID 0) >> BDC",
            rb"\1 >> BDC /Span << /ActualText <FEFF> >> BDC EMC")


@defect("replaces_no_text")
def an_element_with_a_text_instead(pdf):
    first(pdf, "P").value["/ActualText"] = "u:annat"


# ---- headings ----

@defect("headings_skip_no_level")
def a_skipped_level(pdf):
    rename(pdf.tree.nodes("H3")[0], "H4")


@defect("headings_skip_no_level")
def a_second_title(pdf):
    rename(pdf.tree.nodes("H2")[1], "H1")


@defect("headings_skip_no_level")
def no_first_heading(pdf):
    rename(first(pdf, "H1"), "P")


@defect("outline_is_the_headings")
def no_outline(pdf):
    drop(pdf.root, "/Outlines")


@defect("outline_is_the_headings")
def another_text_in_the_outline(pdf):
    pdf.get(pdf.root, "/Outlines", "/First")["/Title"] = "u:Något annat"


@defect("outline_is_the_headings")
def an_entry_missing_in_the_outline(pdf):
    second = pdf.get(pdf.root, "/Outlines", "/First", "/First")
    second["/Next"] = pdf.value(second["/Next"])["/Next"]


@defect("outline_is_the_headings")
def an_entry_that_leads_elsewhere(pdf):
    entry = pdf.get(pdf.root, "/Outlines", "/First")
    target = pdf.get(entry, "/Dest") or pdf.get(entry, "/A", "/D")
    target[0] = pdf.pages[5]


@defect("outline_is_the_headings")
def a_heading_that_is_a_paragraph(pdf):
    rename(pdf.tree.nodes("H4")[0], "P")


@defect("contents_lead_to_their_headings")
def an_entry_of_the_contents_missing(pdf):
    entries = kids(pdf, first(pdf, "TOC"))
    entries.pop(0)


@defect("contents_lead_to_their_headings")
def a_wrong_page_in_the_contents(pdf):
    link(pdf)["/Dest"][0] = pdf.pages[0]


@defect("contents_lead_to_their_headings")
def a_wrong_number_in_the_contents(pdf):
    rewrite(pdf, 1, rb"(?s)(/Pagination >> BDC\n.*?Tf\n)[^\n]*Tj", rb"\1( )Tj")


# ---- figures and tables ----

@defect("figures_are_told_in_words")
def no_alternate_text(pdf):
    drop(first(pdf, "Figure").value, "/Alt")


@defect("figures_are_told_in_words")
def a_figure_called_picture(pdf):
    first(pdf, "Figure").value["/Alt"] = "u:bild"


@defect("figures_are_told_in_words")
def a_figure_called_by_its_file(pdf):
    first(pdf, "Figure").value["/Alt"] = "u:figure-01-stapel.svg"


@defect("figures_are_told_in_words")
def a_figure_told_at_length(pdf):
    first(pdf, "Figure").value["/Alt"] += " och så vidare" * 30


@defect("figures_are_told_in_words")
def a_number_that_the_table_does_not_have(pdf):
    told = first(pdf, "Figure").value
    told["/Alt"] = told["/Alt"][:150] + " 97 av 98."


@defect("figures_have_their_place")
def a_figure_without_box(pdf):
    drop(attribute(pdf, first(pdf, "Figure")), "/BBox")


@defect("figures_have_their_place")
def a_figure_beside_the_page(pdf):
    attribute(pdf, first(pdf, "Figure"))["/BBox"][2] = 900


@defect("figures_have_captions_on_their_page")
def a_figure_without_caption(pdf):
    captions = [node for node in pdf.tree.nodes("Caption") if node.above.tag != "Table"]
    rename(captions[0], "P")


@defect("tables_have_captions")
def a_table_without_caption(pdf):
    kids(pdf, first(pdf, "Table")).pop(0)


@defect("tables_have_captions")
def a_caption_below_its_table(pdf):
    held = kids(pdf, first(pdf, "Table"))
    held.append(held.pop(0))


@defect("rows_are_equally_long")
def a_row_with_a_cell_less(pdf):
    kids(pdf, first(pdf, "Table").nodes("TR")[2]).pop()


@defect("headings_of_tables_are_headers")
def a_heading_that_is_a_cell(pdf):
    rename(table_cells(pdf)[0][1], "TD")


@defect("headings_of_tables_are_headers")
def a_row_without_header(pdf):
    rename(table_cells(pdf)[2][0], "TD")


@defect("headers_say_what_they_head")
def a_header_without_scope(pdf):
    drop(attribute(pdf, table_cells(pdf)[0][0]), "/Scope")


@defect("headers_say_what_they_head")
def a_header_of_the_wrong_scope(pdf):
    attribute(pdf, table_cells(pdf)[1][0])["/Scope"] = "/Column"


@defect("headers_say_what_they_head")
def attributes_of_another_owner(pdf):
    attribute(pdf, table_cells(pdf)[1][0])["/O"] = "/Layout"


@defect("cells_name_their_headers")
def a_cell_that_names_no_headers(pdf):
    drop(table_cells(pdf)[1][1].value, "/A")


@defect("cells_name_their_headers")
def a_cell_that_names_another_header(pdf):
    attribute(pdf, table_cells(pdf)[1][1])["/Headers"][1] = "u:t1-r3"


# ---- lists, notes, links ----

@defect("lists_are_whole")
def a_list_that_does_not_say_which(pdf):
    drop(first(pdf, "L").value, "/A")


@defect("lists_are_whole")
def an_item_without_label(pdf):
    kids(pdf, first(pdf, "LI")).pop(0)


@defect("ids_are_unique_and_found")
def two_notes_of_one_id(pdf):
    pdf.tree.nodes("Note")[1].value["/ID"] = first(pdf, "Note").value["/ID"]


@defect("ids_are_unique_and_found")
def no_tree_of_ids(pdf):
    drop(pdf.get(pdf.root, "/StructTreeRoot"), "/IDTree")


@defect("notes_are_called_from_their_page")
def a_note_without_id(pdf):
    drop(first(pdf, "Note").value, "/ID")


@defect("notes_are_called_from_their_page")
def a_note_that_nothing_calls(pdf):
    reference = [node for node in pdf.tree.nodes("Reference") if node.above.tag == "P"][0]
    rename(reference, "Span")


@defect("notes_are_called_from_their_page")
def a_note_without_label(pdf):
    rename(first(pdf, "Note").below()[0], "Span")


@defect("links_say_where_they_lead")
def a_link_without_words(pdf):
    drop(link(pdf), "/Contents")


@defect("links_say_where_they_lead")
def a_link_told_as_an_address(pdf):
    link(pdf)["/Contents"] = "u:https://example.org/"


@defect("links_say_where_they_lead")
def a_link_that_is_not_printed(pdf):
    link(pdf)["/F"] = 0


@defect("links_say_where_they_lead")
def a_link_that_leads_nowhere(pdf):
    drop(link(pdf), "/Dest")


@defect("links_are_in_the_tree")
def a_link_outside_the_tree(pdf):
    node = first(pdf, "Link")
    node.value["/K"] = [kid for kid in kids(pdf, node) if isinstance(kid, int)]


@defect("links_are_in_the_tree")
def a_link_that_does_not_find_its_element(pdf):
    drop(link(pdf), "/StructParent")


# ---- fonts, text, pages ----

@defect("fonts_are_ours_and_embedded")
def a_font_that_is_not_embedded(pdf):
    held = pdf.get(font(pdf, False), "/FontDescriptor")
    for key in [key for key in held if key.startswith("/FontFile")]:
        del held[key]


@defect("fonts_are_ours_and_embedded")
def a_font_without_meaning(pdf):
    drop(font(pdf, False), "/ToUnicode")


@defect("fonts_are_ours_and_embedded")
def a_strange_font(pdf):
    font(pdf, False)["/BaseFont"] = "/ABCDEF+ComicSans"


@defect("fonts_are_ours_and_embedded")
def a_font_that_is_no_subset(pdf):
    font(pdf, True)["/BaseFont"] = "/Inter-Regular"


@defect("fonts_are_ours_and_embedded")
def a_truetype_font_without_map(pdf):
    glyphs = pdf.value(pdf.value(font(pdf, True)["/DescendantFonts"])[0])
    glyphs["/Subtype"] = "/CIDFontType2"
    glyphs.pop("/CIDToGIDMap", None)


@defect("every_glyph_has_a_meaning")
def a_missing_glyph(pdf):
    rewrite(pdf, 2, rb"/f-1-1 1 Tf\n<\w{4}", rb"/f-1-1 1 Tf\n<0000")


@defect("every_glyph_has_a_meaning")
def a_glyph_that_means_nothing(pdf):
    rewrite(pdf, 2, rb"/f-1-1 1 Tf\n<\w{4}", rb"/f-1-1 1 Tf\n<0FFF")


@defect("no_line_stands_alone")
def a_line_alone_on_its_page(pdf):
    """Of a text over two pages, the second half is drawn on one line."""
    quote = first(pdf, "Document").nodes("BlockQuote")
    text = next(node for one in quote for node in one.nodes("P")
                if len({page for page, _ in node.content()}) > 1)
    page, mcid = list(text.content())[-1]
    rewrite(pdf, pdf.pages.index(page), rb"(?s)/MCID %d >> BDC.*?EMC" % mcid,
            lambda found: re.sub(rb"-[\d.]+ Td", b"0 Td", found.group()))


@defect("headings_have_their_text_on_their_page")
def a_heading_on_the_page_before(pdf):
    """The first heading of a page and the last paragraph of the page before change places."""
    document = first(pdf, "Document")
    order = document.below()
    heading = next(node for node in order[20:] if node.tag == "H2")
    held = kids(pdf, document)
    held.remove(heading.ref)
    held.insert(held.index(order[8].ref), heading.ref)


@defect("nothing_is_drawn_outside_the_page")
def a_line_below_the_page(pdf):
    rewrite(pdf, 2, rb"(\d+\.?\d*) 9[0-9.]+ Tm", rb"\1 940 Tm")
