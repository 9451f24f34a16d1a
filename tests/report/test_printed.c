/*
 * The words of each block as every format prints them; what is right was written by hand from the header.
 */
#include <glib.h>

#include "../../src/report/printed.h"
#include "../chart/tables.h"

static lyh_report *report_in(const char *language)
{
    const lyh_report_info info = { .title = "Prov", .catalog = lyh_catalog_for(language) };
    return lyh_report_new(&info);
}

static lyh_table *table_called(const char *title)
{
    lyh_table *table = lyh_table_new("prov");
    lyh_table_add_column(table, "code", "Kod");
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    return table;
}

static void check_printed(const lyh_report *report, size_t index, const char *wanted)
{
    g_autofree char *text = lyh_printed_text(report, index);
    g_assert_cmpstr(text, ==, wanted);
}

static void a_quote_gets_the_marks_of_its_language_unless_it_brings_its_own(void)
{
    static const char *const cases[][3] = { { "sv", "Hen lyssnade.", "”Hen lyssnade.”" },
                                            { "en", "They listened.", "“They listened.”" },
                                            { "sv", "”Nej”, sa hen.", "”Nej”, sa hen." } };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        lyh_report *report = report_in(cases[i][0]);
        lyh_report_quote(report, cases[i][1], NULL);
        check_printed(report, 0, cases[i][2]);
        lyh_report_free(report);
    }
}

static void an_item_is_led_in_with_a_full_stop_unless_it_has_a_sign(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_item(report, "Bemötande", "Gott.");
    lyh_report_item(report, "Varför?", "Tid.");
    lyh_report_item(report, NULL, "Utan.");
    check_printed(report, 0, "Bemötande. Gott.");
    check_printed(report, 1, "Varför? Tid.");
    check_printed(report, 2, "Utan.");
    lyh_report_free(report);
}

static void tables_and_figures_are_numbered_each_by_themselves(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_table(report, table_called("Alla teman"));
    lyh_report_figure(report, lyh_display_new(10, 10, "fynd", "ord", "sv"));
    lyh_report_table(report, table_called(NULL));
    check_printed(report, 0, "Tabell 1. Alla teman");
    check_printed(report, 1, "Figur 1");
    check_printed(report, 2, "Tabell 2");
    lyh_report_free(report);
}

static void where_to_read_on_is_found_before_and_after(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_paragraph(report, "Nio av tolv.");
    lyh_report_see(report, "alla");
    lyh_report_name(report, "kapitel");
    lyh_report_heading(report, 1, "Så gjorde vi");
    lyh_report_item(report, "Urval", "Tolv.");
    lyh_report_see(report, "kapitel");
    lyh_report_name(report, "alla");
    lyh_report_table(report, table_called("Alla teman"));
    lyh_report_paragraph(report, "Sist.");
    lyh_report_see(report, "finns inte");
    check_printed(report, 0, "Nio av tolv. Se Tabell 1.");
    check_printed(report, 2, "Urval. Tolv. Se Så gjorde vi.");
    check_printed(report, 4, "Sist.");

    g_autoptr(GArray) spans = lyh_printed_spans(report, 0);
    const lyh_span *link = &g_array_index(spans, lyh_span, 2);
    g_assert_cmpint(link->kind, ==, LYH_SPAN_LINK);
    g_assert_cmpuint(link->target, ==, 3);
    lyh_report_free(report);
}

static void footnotes_are_numbered_through_and_lead_there_and_back(void)
{
    lyh_report *report = report_in("sv");
    for (int i = 0; i < 9; i++) {
        lyh_report_paragraph(report, "Text.");
        lyh_report_footnote(report, "Not.");
    }
    lyh_report_quote(report, "Ja.", "Deltagare");
    lyh_report_footnote(report, "En.");
    lyh_report_footnote(report, "Till.");
    check_printed(report, 0, "Text.¹");
    check_printed(report, 1, "¹ Not.");
    check_printed(report, 18, "”Ja.”¹⁰ ¹¹");
    check_printed(report, 20, "¹¹ Till.");

    g_autoptr(GArray) spans = lyh_printed_spans(report, 20);
    g_assert_cmpint(g_array_index(spans, lyh_span, 0).kind, ==, LYH_SPAN_MARK);
    g_assert_cmpuint(g_array_index(spans, lyh_span, 0).target, ==, 18);
    lyh_report_free(report);
}

static void contents_list_the_headings_of_two_levels_that_come_after(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_heading(report, 1, "Före");
    lyh_report_contents(report);
    lyh_report_heading(report, 1, "Ett");
    lyh_report_heading(report, 2, "Två");
    lyh_report_heading(report, 3, "Tre");
    g_autoptr(GArray) headings = lyh_printed_contents(report, 1);
    g_assert_cmpuint(headings->len, ==, 2);
    g_assert_cmpuint(g_array_index(headings, size_t, 0), ==, 2);
    g_assert_cmpuint(g_array_index(headings, size_t, 1), ==, 3);
    lyh_report_free(report);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/report/printed/" #name, name)
    TEST(a_quote_gets_the_marks_of_its_language_unless_it_brings_its_own);
    TEST(an_item_is_led_in_with_a_full_stop_unless_it_has_a_sign);
    TEST(tables_and_figures_are_numbered_each_by_themselves);
    TEST(where_to_read_on_is_found_before_and_after);
    TEST(footnotes_are_numbered_through_and_lead_there_and_back);
    TEST(contents_list_the_headings_of_two_levels_that_come_after);
    return g_test_run();
}
