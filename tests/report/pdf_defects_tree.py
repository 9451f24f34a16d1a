"""Defects of the document as a whole: its properties, content and tree."""
from pdf_defects import defect, drop, first, info, kids, packet, parents_on, rename, rewrite

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
    rewrite(pdf, 2, rb"/Artifact << /Type /Pagination [^>]*>> BDC", rb"/Private BMC")


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
