#include <lyhord/table/writers.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "below.h"
#include "numbers.h"

/* How LaTeX writes what it would act on, and the spaces that inputenc may not know. */
static const struct {
    const char *sign, *written;
} signs[] = {
    { "\\", "\\textbackslash{}" },
    { "{", "\\{" },
    { "}", "\\}" },
    { "$", "\\$" },
    { "&", "\\&" },
    { "#", "\\#" },
    { "%", "\\%" },
    { "_", "\\_" },
    { "^", "\\textasciicircum{}" },
    { "~", "\\textasciitilde{}" },
    { "<", "\\textless{}" },
    { ">", "\\textgreater{}" },
    { "|", "\\textbar{}" },
    { "--", "-{}-{}" }, /* no dash of its own making */
    { "\t", " " },
    { "\n", " " },
    { LYH_NO_BREAK_SPACE, "~" },
    { LYH_NARROW_SPACE, "\\," },
    { LYH_MINUS, "$-$" },
};

static const char *written(const char *text, size_t *size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        *size = strlen(signs[i].sign);
        if (strncmp(text, signs[i].sign, *size) == 0)
            return signs[i].written;
    }
    *size = 1;
    return NULL;
}

static void write_escaped(lyh_output *output, const char *text)
{
    g_autofree char *shown = lyh_text_shown(text, strlen(text), false);
    size_t size;
    for (const char *c = shown; *c; c += size) {
        const char *instead = written(c, &size);
        if (instead)
            lyh_output_text(output, instead);
        else
            lyh_output_write(output, c, size);
    }
}

/* Of several tables of one kind in a document each needs a label of its own: the first words of its title. */
static char *label_words(const char *title)
{
    enum { LONGEST = 24 };
    GString *words = g_string_new(NULL);
    g_autofree char *plain = g_str_to_ascii(title ? title : "", "C");
    for (const char *c = plain; *c && words->len < LONGEST; c++) {
        if (g_ascii_isalnum(*c))
            g_string_append_c(words, g_ascii_tolower(*c));
        else if (words->len == 0 || words->str[words->len - 1] != '-')
            g_string_append_c(words, '-');
    }
    if (words->len > 0 && words->str[0] != '-')
        g_string_prepend_c(words, '-');
    while (words->len > 0 && words->str[words->len - 1] == '-')
        g_string_truncate(words, words->len - 1);
    return g_string_free(words, FALSE);
}

static void write_caption(const lyh_table *table, lyh_output *output)
{
    const char *title = lyh_table_part_text(table, LYH_TABLE_TITLE);
    if (title) {
        lyh_output_text(output, "\\caption{");
        write_escaped(output, title);
        lyh_output_text(output, "}\n");
    }
    g_autofree char *words = label_words(title);
    lyh_output_printf(output, "\\label{tab:%s%s}\n", lyh_table_name(table), words);
}

static void write_headings(const lyh_table *table, lyh_output *output)
{
    lyh_output_text(output, "\\begin{tabularx}{\\linewidth}{");
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        lyh_output_text(output, lyh_table_column_is_words(table, i) ? "X" : "r");
    lyh_output_text(output, "}\n\\toprule\n");
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        lyh_output_text(output, i > 0 ? " & " : "");
        write_escaped(output, lyh_table_heading(table, i));
    }
    lyh_output_text(output, " \\\\\n\\midrule\n");
}

static void write_rows(const lyh_table *table, const lyh_catalog *catalog,
                       lyh_output *output)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t i = 0; i < lyh_table_column_count(table); i++) {
            g_autofree char *shown = lyh_cell_shown(lyh_table_cell(table, row, i), catalog);
            lyh_output_text(output, i > 0 ? " & " : "");
            /* "[" after "\\" would be taken for a length */
            lyh_output_text(output, i == 0 && *shown == '[' ? "{}" : "");
            write_escaped(output, shown);
        }
        lyh_output_text(output, " \\\\\n");
    }
    lyh_output_text(output, "\\bottomrule\n\\end{tabularx}\n");
}

static void write_below(const lyh_table *table, const lyh_catalog *catalog,
                        lyh_output *output)
{
    g_autoptr(GArray) lines = below_lines(table, catalog);
    for (guint i = 0; i < lines->len; i++) {
        const below_line *line = &g_array_index(lines, below_line, i);
        lyh_output_text(output, "\\par{\\footnotesize ");
        lyh_output_text(output, line->label);
        lyh_output_text(output, *line->label ? ": " : "");
        write_escaped(output, line->text);
        lyh_output_text(output, "\\par}\n");
    }
}

bool lyh_table_write_latex(const lyh_table *table, const lyh_catalog *catalog,
                           lyh_output *output)
{
    lyh_output_text(output, "% \\usepackage{booktabs,tabularx}\n\\begin{table}\n");
    write_caption(table, output);
    write_headings(table, output);
    write_rows(table, catalog, output);
    write_below(table, catalog, output);
    lyh_output_text(output, "\\end{table}\n");
    return lyh_output_text(output, "");
}
