/*
 * The report as a Word document: what each block becomes. What must hold of a whole file is in
 * test_docx_files.py.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/archive.h>
#include <lyhord/report/report.h>

#include "../../src/base/autoptr.h"

static lyh_report *report_new(void)
{
    const lyh_report_info info = { .title = "Prov & \"2\"",
                                   .catalog = lyh_catalog_for("sv") };
    return lyh_report_new(&info);
}

/* A part of the document. g_free(). */
static char *part_of(const lyh_report *report, const char *name)
{
    lyh_bytes bytes, part;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_report_write_docx(report, output));
    bytes.data = lyh_output_take(output, &bytes.size);
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    g_autoptr(lyh_archive) archive = lyh_archive_open("prov.docx", &bytes, diags);
    g_assert_nonnull(archive);
    g_assert_true(lyh_archive_read(archive, name, &part, diags));
    char *text = g_strndup((const char *)part.data, part.size);
    free(part.data);
    free(bytes.data);
    return text;
}

static void check_has(lyh_report *report, const char *wanted)
{
    g_autofree char *text = part_of(report, "word/document.xml");
    if (!strstr(text, wanted))
        g_test_message("%s", text);
    g_assert_nonnull(strstr(text, wanted));
    lyh_report_free(report);
}

#define TEXT(words) "<w:t xml:space=\"preserve\">" words "</w:t>"

static void the_first_block_begins_the_page_after_the_title(void)
{
    lyh_report *report = report_new();
    lyh_report_paragraph(report, "Först.");
    check_has(report, "<w:pStyle w:val=\"Title\"/></w:pPr><w:r>" TEXT(
                          "Prov &amp; &quot;2&quot;") "</w:r></w:p>\n"
                                                      "<w:p><w:pPr><w:pageBreakBefore/></"
                                                      "w:pPr><w:r>" TEXT("Först."));
}

static void an_item_is_kept_with_its_quote_and_that_with_who_said_it(void)
{
    lyh_report *report = report_new();
    lyh_report_item(report, "Väntan", "Lång.");
    lyh_report_quote(report, "Länge.", "Deltagare");
    lyh_report_paragraph(report, "Efter.");
    check_has(
        report,
        "<w:pStyle w:val=\"ListBullet\"/><w:keepNext/><w:pageBreakBefore/></w:pPr>"
        "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>" TEXT(
            "Väntan.") "</w:r><w:r>" TEXT(" Lång.") "</w:r></w:p>\n"
                                                    "<w:p><w:pPr><w:pStyle "
                                                    "w:val=\"Utsaga\"/><w:keepNext/><w:ind "
                                                    "w:left=\"640\"/>"
                                                    "</w:pPr><w:r>" TEXT(
                                                        "”Länge.”") "</w:r></w:p>\n"
                                                                    "<w:p><w:pPr><w:pStyle "
                                                                    "w:val=\"SagtAv\"/"
                                                                    "><w:ind "
                                                                    "w:left=\"640\"/></"
                                                                    "w:pPr>"
                                                                    "<w:r>" TEXT(
                                                                        "Deltagare"));
}

static void what_leads_to_a_list_stays_with_it(void)
{
    lyh_report *report = report_new();
    lyh_report_heading(report, 1, "Rubrik");
    lyh_report_note(report, "Vad det handlar om.");
    lyh_report_paragraph(report, "Det här sades:");
    lyh_report_item(report, NULL, "Ett.");
    check_has(report, "<w:pStyle w:val=\"Finstilt\"/><w:keepNext/></w:pPr><w:r>" TEXT(
                          "Vad det handlar om.") "</w:r></w:p>\n"
                                                 "<w:p><w:pPr><w:keepNext/></w:pPr>");
}

static void a_footnote_is_words_own(void)
{
    lyh_report *report = report_new();
    lyh_report_paragraph(report, "Text.");
    lyh_report_footnote(report, "Not.");
    g_autofree char *notes = part_of(report, "word/footnotes.xml");
    g_assert_nonnull(strstr(
        notes,
        "<w:footnote w:id=\"1\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>"
        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/>"
        "</w:r><w:r>" TEXT(" Not.") "</w:r></w:p>\n</w:footnote>"));
    check_has(report,
              TEXT("Text.") "</w:r><w:r><w:rPr><w:rStyle "
                            "w:val=\"FootnoteReference\"/></w:rPr>"
                            "<w:footnoteReference w:id=\"1\"/></w:r></w:p>\n<w:sectPr>");
}

static void tables_count_themselves_and_two_are_never_one(void)
{
    lyh_report *report = report_new();
    for (int i = 0; i < 2; i++) {
        lyh_table *table = lyh_table_new("t");
        lyh_table_add_column(table, "a", "Tema");
        lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text("x"));
        lyh_report_table(report, table);
    }
    g_autofree char *text = part_of(report, "word/document.xml");
    g_assert_nonnull(strstr(text, " SEQ Tabell \\* ARABIC "));
    check_has(report,
              "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Finstilt\"/></w:pPr></w:p>\n");
}

static void control_characters_do_not_break_the_file(void)
{
    lyh_report *report = report_new();
    lyh_report_paragraph(report, "a\x01"
                                 "b <w:p> ]]>");
    check_has(report, TEXT("a\uFFFD"
                           "b &lt;w:p&gt; ]]&gt;"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/report/docx/" #name, name)
    TEST(the_first_block_begins_the_page_after_the_title);
    TEST(an_item_is_kept_with_its_quote_and_that_with_who_said_it);
    TEST(what_leads_to_a_list_stays_with_it);
    TEST(a_footnote_is_words_own);
    TEST(tables_count_themselves_and_two_are_never_one);
    TEST(control_characters_do_not_break_the_file);
    return g_test_run();
}
