/*
 * The report as Markdown: what is written, and what pandoc reads in it, where it is installed.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <lyhord/report/report.h>

#include "sample.h"

static lyh_report *report_new(const char *status)
{
    const lyh_report_info info = { .title = "Prov *1*",
                                   .date = "1 maj 2026",
                                   .status = status,
                                   .catalog = lyh_catalog_for("sv") };
    return lyh_report_new(&info);
}

static char *written(const lyh_report *report)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(lyh_report_write_markdown(report, output));
    return lyh_output_take(output, &size);
}

static void every_block_stands_in_its_own_form(void)
{
    lyh_report *report = report_new("utkast");
    lyh_report_heading(report, 1, "Så gjorde vi");
    lyh_report_paragraph(report, "Ett stycke.");
    lyh_report_own(report, "Ett till.");
    lyh_report_item(report, "Bemötande.", "Gott.");
    lyh_report_item(report, NULL, "Utan ord före.");
    lyh_report_quote(report, "Hen lyssnade.", "Deltagare");
    lyh_report_page(report);
    lyh_report_note(report, "En not.");
    g_autofree char *text = written(report);
    g_assert_cmpstr(text, ==,
                    "# Prov \\*1\\*\n\n1 maj 2026\n\n**utkast**\n\n"
                    "## Så gjorde vi\n\nEtt stycke.\n\nEtt till.\n\n"
                    "- **Bemötande.** Gott.\n- Utan ord före.\n\n"
                    "> ”Hen lyssnade.”\n>\n> — Deltagare\n\n*En not.*\n\n");
    lyh_report_free(report);
}

static void what_would_act_at_the_beginning_of_a_line_does_not(void)
{
    static const char *const cases[][2] = {
        { "- nej", "\\- nej" },       { "+ ja", "\\+ ja" },
        { "1. först", "1\\. först" }, { "12) sen", "12\\) sen" },
        { "2026 var", "2026 var" },   { "    kod", "kod" },
        { "# rubrik", "\\# rubrik" }, { "> sa hen", "\\> sa hen" },
        { "rad\nrad", "rad rad" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        lyh_report *report = report_new(NULL);
        lyh_report_paragraph(report, cases[i][0]);
        g_autofree char *text = written(report);
        g_autofree char *wanted = g_strconcat("\n\n", cases[i][1], "\n\n", NULL);
        g_assert_true(g_str_has_suffix(text, wanted));
        lyh_report_free(report);
    }
}

/* A whole report, with figures and tables: its words come back, and nothing else is made of them. */
static void pandoc_reads_its_headings_words_and_tables(void)
{
    g_autofree char *pandoc = g_find_program_in_path("pandoc");
    if (!pandoc) {
        g_test_skip("pandoc is not installed");
        return;
    }
    lyh_report *report = sample_report(NULL);
    g_autofree char *text = written(report);
    lyh_report_free(report);
    g_autofree char *folder = g_dir_make_tmp("lyhord-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "report.md", NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autofree char *command = g_strdup_printf("%s -f gfm -t html %s", pandoc, path);
    g_autofree char *html = NULL, *complaints = NULL;
    int status;
    g_assert_true(g_spawn_command_line_sync(command, &html, &complaints, &status, NULL));
    g_unlink(path);
    g_rmdir(folder);
    g_assert_cmpint(status, ==, 0);
    g_assert_nonnull(strstr(html, ">Sammanfattning</h2>"));
    g_assert_nonnull(strstr(html, ">Det som fungerar</h3>"));
    g_assert_nonnull(strstr(html, "<strong>Bemötande.</strong>"));
    g_assert_nonnull(strstr(html, "<blockquote>"));
    g_assert_nonnull(strstr(html, "<table>"));
    g_assert_null(strstr(html, "<pre>"));
    g_assert_null(strstr(html, "<ol"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/report/markdown/" #name, name)
    TEST(every_block_stands_in_its_own_form);
    TEST(what_would_act_at_the_beginning_of_a_line_does_not);
    TEST(pandoc_reads_its_headings_words_and_tables);
    return g_test_run();
}
