/*
 * The report as HTML: what each block becomes. What must hold of a whole page is in test_html_files.py.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/report/report.h>

static lyh_report *report_in(const char *language)
{
    const lyh_report_info info = { .title = "Prov <1> & \"2\"",
                                   .date = "1 maj 2026",
                                   .catalog = lyh_catalog_for(language) };
    return lyh_report_new(&info);
}

static char *written(const lyh_report *report)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_report_write_html(report, output));
    return lyh_output_take(output, &size);
}

/* What stands in the page's main part. */
static char *main_of(const lyh_report *report)
{
    static const char begins[] = "<main id=\"text\" tabindex=\"-1\">\n";
    g_autofree char *page = written(report);
    const char *start = strstr(page, begins);
    g_assert_nonnull(start);
    start += strlen(begins);
    return g_strndup(start, (gsize)(strstr(start, "</main>") - start));
}

static void check_main(lyh_report *report, const char *wanted)
{
    g_autofree char *found = main_of(report);
    g_assert_cmpstr(found, ==, wanted);
    lyh_report_free(report);
}

static void a_list_holds_its_quotes_and_ends_before_what_follows(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_item(report, "Bemötande", "Gott.");
    lyh_report_quote(report, "Hen lyssnade.", "Deltagare");
    lyh_report_item(report, NULL, "Utan ord före.");
    lyh_report_paragraph(report, "Efter.");
    lyh_report_quote(report, "Ensam.", NULL);
    check_main(
        report,
        "<ul>\n<li><p><b>Bemötande.</b> Gott.</p>\n"
        "<blockquote><p>”Hen lyssnade.”</p><footer>Deltagare</footer>\n</blockquote>\n"
        "</li>\n<li><p>Utan ord före.</p>\n</li>\n</ul>\n<p>Efter.</p>\n"
        "<blockquote><p>”Ensam.”</p></blockquote>\n");
}

static void a_list_at_the_end_is_ended(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_item(report, NULL, "Sist.");
    check_main(report, "<ul>\n<li><p>Sist.</p>\n</li>\n</ul>\n");
}

static void what_people_write_is_text_and_never_markup(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_paragraph(report, "<script>a && \"b\"</script>\x01 \x7f");
    check_main(report, "<p>&lt;script&gt;a &amp;&amp; &quot;b&quot;&lt;/script&gt;\uFFFD "
                       "\uFFFD</p>\n");
}

static void what_begins_a_page_on_paper_says_so(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_page(report);
    lyh_report_heading(report, 1, "Resultat");
    lyh_report_note(report, "Kort.");
    lyh_report_page(report);
    lyh_report_note(report, "Ny.");
    check_main(report,
               "<h2 class=\"page\" id=\"b1\">Resultat</h2>\n<p class=\"note\">Kort.</p>\n"
               "<p class=\"page note\">Ny.</p>\n");
}

static void contents_nest_as_the_headings_do(void)
{
    lyh_report *report = report_in("sv");
    lyh_report_heading(report, 1, "Innehåll");
    lyh_report_contents(report);
    lyh_report_heading(report, 2, "Först");
    lyh_report_heading(report, 1, "Ett");
    lyh_report_heading(report, 2, "Två");
    lyh_report_heading(report, 3, "Tre");
    g_autofree char *found = main_of(report);
    g_assert_nonnull(strstr(found, "<nav aria-labelledby=\"b0\">\n<ul>\n"
                                   "<li><a href=\"#b2\">Först</a></li>\n"
                                   "<li><a href=\"#b3\">Ett</a>\n<ul>\n"
                                   "<li><a href=\"#b4\">Två</a></li>\n</ul></li>\n"
                                   "</ul>\n</nav>\n"));
    lyh_report_free(report);
}

static void a_footnote_leads_there_and_back(void)
{
    lyh_report *report = report_in("en");
    lyh_report_quote(report, "Ja.", NULL);
    lyh_report_footnote(report, "Not.");
    check_main(
        report,
        "<blockquote><p lang=\"sv\" xml:lang=\"sv\">“Ja.”<a class=\"mark\" "
        "role=\"doc-noteref\" id=\"m1\" href=\"#b1\" aria-label=\"footnote 1\">¹</a></p>"
        "</blockquote>\n<p class=\"footnote\" id=\"b1\" role=\"doc-footnote\">"
        "<a class=\"mark\" role=\"doc-backlink\" href=\"#m1\" "
        "aria-label=\"back from footnote 1\">¹</a> Not.</p>\n");
}

static void cells_without_words_head_nothing(void)
{
    lyh_report *report = report_in("sv");
    lyh_table *table = lyh_table_new("typology");
    lyh_table_add_column(table, "row", "");
    lyh_table_add_column(table, "n", "Personer");
    lyh_table_set_cell(table, lyh_table_add_row(table), 0, lyh_cell_text("Individ"));
    lyh_table_set_cell(table, 0, 1, lyh_cell_of(7, 12));
    lyh_table_set_cell(table, lyh_table_add_row(table), 1, lyh_cell_hidden());
    lyh_report_table(report, table);
    g_autofree char *found = main_of(report);
    g_assert_nonnull(
        strstr(found, "<thead><tr><td></td><th class=\"n\" scope=\"col\">Personer</th></tr>"
                      "</thead>\n<tbody>\n<tr><th scope=\"row\">Individ</th>"
                      "<td class=\"n\">7 av 12</td></tr>\n"
                      "<tr><td></td><td class=\"n\">..</td></tr>\n</tbody>"));
    lyh_report_free(report);
}

static void a_status_is_printed_on_every_page_and_breaks_no_style(void)
{
    const lyh_report_info info = { .title = "Prov",
                                   .status = "utkast \"</style>\\",
                                   .catalog = lyh_catalog_for("sv") };
    lyh_report *report = lyh_report_new(&info);
    g_autofree char *page = written(report);
    g_assert_nonnull(strstr(
        page, "@top-right { content: \"utkast \\22 \\3c \\2f style\\3e \\5c \"; font"));
    lyh_report_free(report);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/report/html/" #name, name)
    TEST(a_list_holds_its_quotes_and_ends_before_what_follows);
    TEST(a_list_at_the_end_is_ended);
    TEST(what_people_write_is_text_and_never_markup);
    TEST(what_begins_a_page_on_paper_says_so);
    TEST(contents_nest_as_the_headings_do);
    TEST(a_footnote_leads_there_and_back);
    TEST(cells_without_words_head_nothing);
    TEST(a_status_is_printed_on_every_page_and_breaks_no_style);
    return g_test_run();
}
