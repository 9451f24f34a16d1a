/*
 * Tables for other people's documents: Markdown and LaTeX. What they may not act on is tried with
 * every sign they have; pandoc and LaTeX, where installed, are the readers that decide.
 */
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <lyhord/table/writers.h>

#include "../../src/table/autoptr.h"

typedef bool (*writer)(const lyh_table *, const lyh_catalog *, lyh_output *);

static char *written_by(writer write, const lyh_table *table, const char *language)
{
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    g_assert_true(write(table, lyh_catalog_for(language), output));
    return lyh_output_take(output, &size);
}

static lyh_table *table_of(const char *label, lyh_cell cell)
{
    lyh_table *table = lyh_table_new("tally");
    lyh_table_add_column(table, "code", "Tema");
    lyh_table_add_column(table, "all", "Samtliga");
    size_t row = lyh_table_add_row(table);
    lyh_table_set_cell(table, row, 0, lyh_cell_text(label));
    lyh_table_set_cell(table, row, 1, cell);
    return table;
}

static void markdown_has_title_table_and_what_stands_below(void)
{
    g_autoptr(lyh_table) table = table_of("Bemötande", lyh_cell_of(11, 12));
    lyh_table_set_part(table, LYH_TABLE_TITLE, "Vad de tog upp");
    lyh_table_set_part(table, LYH_TABLE_BASE, "12 personer");
    lyh_table_add_note(table, "Inte taget upp är inte nöjd.");
    g_autofree char *text = written_by(lyh_table_write_markdown, table, "sv");
    g_assert_cmpstr(text, ==,
                    "**Vad de tog upp**\n\n"
                    "| Tema | Samtliga |\n"
                    "| --- | ---: |\n"
                    "| Bemötande | 11 av 12 |\n\n"
                    "- Bas: 12 personer\n"
                    "- Inte taget upp är inte nöjd.\n");
}

static void a_pipe_or_a_line_end_in_a_cell_does_not_break_the_row(void)
{
    g_autoptr(lyh_table) table = table_of("a|b\nc *d* <e>", lyh_cell_hidden());
    g_autofree char *text = written_by(lyh_table_write_markdown, table, "sv");
    g_assert_nonnull(strstr(text, "| a\\|b c \\*d\\* \\<e\\> | .. |\n"));
}

static void latex_is_a_table_to_input(void)
{
    g_autoptr(lyh_table) table = table_of("Bemötande", lyh_cell_percent(583, 1));
    lyh_table_set_part(table, LYH_TABLE_TITLE, "Vad de tog upp");
    lyh_table_set_part(table, LYH_TABLE_BASE, "120 personer");
    g_autofree char *text = written_by(lyh_table_write_latex, table, "sv");
    g_assert_cmpstr(text, ==,
                    "% \\usepackage{booktabs,tabularx}\n"
                    "\\begin{table}\n"
                    "\\caption{Vad de tog upp}\n"
                    "\\label{tab:tally-vad-de-tog-upp}\n"
                    "\\begin{tabularx}{\\linewidth}{Xr}\n"
                    "\\toprule\n"
                    "Tema & Samtliga \\\\\n"
                    "\\midrule\n"
                    "Bemötande & 58,3~\\% \\\\\n"
                    "\\bottomrule\n"
                    "\\end{tabularx}\n"
                    "\\par{\\footnotesize Bas: 120 personer\\par}\n"
                    "\\end{table}\n");
}

static void nothing_that_people_wrote_is_a_command_to_latex(void)
{
    g_autoptr(lyh_table) table =
        table_of("\\input{x} $5 50% a_b^c #1 & ~ <s> --", lyh_cell_not_asked());
    g_autofree char *text = written_by(lyh_table_write_latex, table, "en");
    g_assert_nonnull(strstr(text,
                            "\\textbackslash{}input\\{x\\} \\$5 50\\% "
                            "a\\_b\\textasciicircum{}c \\#1 \\& "
                            "\\textasciitilde{} \\textless{}s\\textgreater{} -{}-{}"));
}

static void a_cell_that_begins_with_a_bracket_is_no_length(void)
{
    g_autoptr(lyh_table) table = table_of("[paus]", lyh_cell_count(3));
    g_autofree char *text = written_by(lyh_table_write_latex, table, "en");
    g_assert_nonnull(strstr(text, "{}[paus] & 3 \\\\\n"));
}

/* What @command (a shell line) makes of @text on its standard input. */
static char *made_by(const char *tool, const char *command, const char *text)
{
    g_autofree char *program = g_find_program_in_path(tool);
    if (!program) {
        g_autofree char *reason = g_strdup_printf("%s is not installed", tool);
        g_test_skip(reason);
        return NULL;
    }
    g_autofree char *path = NULL;
    int descriptor = g_file_open_tmp("lyhord-XXXXXX", &path, NULL);
    g_close(descriptor, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autofree char *line = g_strdup_printf("%s %s", command, path);
    char *made = NULL;
    int status;
    g_assert_true(g_spawn_command_line_sync(line, &made, NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    g_unlink(path);
    return made;
}

static void pandoc_reads_back_the_words_of_both(void)
{
    static const char label[] = "\\a{b}$c$ *d* _e_ `f` [g](h) <i> &amp; #j 5%~|k";
    g_autoptr(lyh_table) table = table_of(label, lyh_cell_of(7, 12));
    g_autofree char *markdown = written_by(lyh_table_write_markdown, table, "sv");
    g_autofree char *read =
        made_by("pandoc", "pandoc -f gfm -t plain --columns=200", markdown);
    if (!read)
        return;
    g_assert_nonnull(strstr(read, label));
    g_autofree char *latex = written_by(lyh_table_write_latex, table, "sv");
    g_autofree char *told =
        made_by("pandoc", "pandoc -f latex-smart -t plain --columns=200", latex);
    g_assert_nonnull(strstr(told, "7 av 12"));
    g_assert_nonnull(strstr(told, "{b}$c$ *d* _e_"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define TEST(name) g_test_add_func("/table/documents/" #name, name)
    TEST(markdown_has_title_table_and_what_stands_below);
    TEST(a_pipe_or_a_line_end_in_a_cell_does_not_break_the_row);
    TEST(latex_is_a_table_to_input);
    TEST(nothing_that_people_wrote_is_a_command_to_latex);
    TEST(a_cell_that_begins_with_a_bracket_is_no_length);
    TEST(pandoc_reads_back_the_words_of_both);
    return g_test_run();
}
