"""Defects of what a document is made of: headings, figures, tables, lists, notes, links, fonts, lines."""
import re

from pdf_defects import attribute, defect, drop, first, font, kids, link, rename, rewrite, table_cells

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


@defect("outline_counts_its_entries")
def an_outline_that_counts_backwards(pdf):
    pdf.get(pdf.root, "/Outlines")["/Count"] *= -1


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


@defect("text_is_large_enough")
def a_line_in_small_print(pdf):
    rewrite(pdf, 1, rb"(/P << /MCID \d+ >> BDC\s+BT\s+)11 0 0 -11 ", rb"\g<1>8 0 0 -8 ")


@defect("nothing_is_drawn_outside_the_page")
def a_line_below_the_page(pdf):
    rewrite(pdf, 2, rb"(\d+\.?\d*) 9[0-9.]+ Tm", rb"\1 940 Tm")
