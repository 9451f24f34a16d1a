"""Defects against rules for PDF/UA-1 that files of ours could only break by having something new."""
import re

from pdf_defects import attribute, defect, drop, first, font, info, link, packet, put, rewrite, table_cells


@defect("types_stand_for_themselves")
def a_type_called_another(pdf):
    pdf.get(pdf.root, "/StructTreeRoot")["/RoleMap"] = {"/P": "/H1"}


@defect("types_stand_for_themselves")
def no_structure_tree(pdf):
    drop(pdf.root, "/StructTreeRoot")


@defect("languages_are_languages")
def a_language_in_words(pdf):
    first(pdf, "BlockQuote").value["/Lang"] = "u:svenska språket"


@defect("says_what_it_is_in_xmp")
def the_standard_by_another_prefix(pdf):
    ref = pdf.root["/Metadata"]
    put(pdf, ref, pdf.stream(ref).replace(b"pdfuaid", b"ua"))


@defect("cells_are_of_one_row_and_column")
def a_cell_over_two_columns(pdf):
    attribute(pdf, table_cells(pdf)[1][1])["/ColSpan"] = 2


@defect("annotations_are_links")
def a_note_stuck_on(pdf):
    link(pdf)["/Subtype"] = "/Text"


@defect("annotations_are_links")
def a_link_out_of_the_file(pdf):
    link(pdf)["/A"] = {"/S": "/URI", "/URI": "u:https://example.org"}


@defect("annotations_are_links")
def a_link_beside_the_page(pdf):
    link(pdf)["/Rect"] = [900, 10, 950, 20]


@defect("draws_right_on_the_page")
def a_picture(pdf):
    pdf.get(pdf.pages[2], "/Resources")["/XObject"] = {"/x1": pdf.pages[0]}


@defect("furniture_is_head_or_foot")
def a_head_that_is_no_head(pdf):
    rewrite(pdf, 2, rb" /Subtype /Header", b"")


@defect("furniture_is_head_or_foot")
def a_page_without_foot(pdf):
    rewrite(pdf, 3, rb"/Subtype /Footer", b"/Subtype /Header")


@defect("furniture_is_head_or_foot")
def an_artifact_of_no_kind(pdf):
    rewrite(pdf, 2, rb"/Artifact << /Type /Pagination >> BDC|/Artifact << /Type /Layout >> BDC", rb"/Artifact BMC")


@defect("codes_lead_to_glyphs")
def codes_of_another_kind(pdf):
    font(pdf, True)["/Encoding"] = "/UniJIS-UTF16-H"


@defect("codes_lead_to_glyphs")
def a_font_with_codes_of_its_own(pdf):
    drop(font(pdf, False), "/Encoding")


@defect("codes_lead_to_glyphs")
def a_list_of_glyphs(pdf):
    pdf.get(font(pdf, False), "/FontDescriptor")["/CharSet"] = "u:/A/B"


@defect("codes_lead_to_glyphs")
def a_drawn_font(pdf):
    font(pdf, False)["/Subtype"] = "/Type3"


@defect("meanings_are_letters")
def a_glyph_that_stands_for_nothing(pdf):
    ref = font(pdf, True)["/ToUnicode"]
    put(pdf, ref, re.sub(rb"(<0001>\s*)<[0-9A-Fa-f]+>", rb"\1<FEFF>", pdf.stream(ref), count=1))


@defect("holds_nothing_that_acts")
def optional_content(pdf):
    pdf.root["/OCProperties"] = {"/OCGs": [], "/D": {}}


@defect("holds_nothing_that_acts")
def a_file_inside(pdf):
    pdf.root["/AF"] = [pdf.pages[0]]


@defect("tells_of_nobody")
def a_program_that_made_the_text(pdf):
    info(pdf)["/Subject"] = "u:C:\\Users\\anna\\rapport"


@defect("says_what_it_is_in_xmp")
def two_packets_of_the_standard(pdf):
    packet(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"<pdfuaid:part>1</pdfuaid:part><pdfuaid:part>1</pdfuaid:part>")
