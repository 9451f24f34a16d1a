/*
 * usage: make_random FILE SEED
 *
 * Writes a report of blocks in no order, of words in no order: what nobody thought of. FILE's name ends with
 * .pdf, .html or .docx.
 */
#include <stdlib.h>

#include <glib.h>

#include <lyhord/report/report.h>

#include "../chart/tables.h"

typedef struct chance {
    GRand *random;
    lyh_report *report;
    bool takes_notes; /* the last block may have footnotes */
    bool takes_see;   /* and say where to read on */
    int block_count;
} chance;

static const char *const words[] = {
    "och",      "bemötande", "försörjningsstödshandläggare",
    "en",       "att",       "de",
    "hen",      "det",       "likabehandlingsprincipen",
    "i",        "1,5",       "12 av 40",
    "”ja”",     "–",         "tillgänglighetsutredning",
    "nej!",     "€",         "på",
    "(skratt)", "A-stad",    "25 %",
    "öppet:",   "x",         "socialsekreterare"
};

static int below(chance *c, int most)
{
    return g_rand_int_range(c->random, 0, most);
}

static char *text_of(chance *c, int most_words)
{
    int count = 1 + below(c, most_words);
    GString *text = g_string_new(NULL);
    for (int i = 0; i < count; i++)
        g_string_append_printf(text, "%s%s", i ? " " : "",
                               words[below(c, G_N_ELEMENTS(words))]);
    return g_string_free(text, FALSE);
}

static void set_cell(chance *c, lyh_table *table, size_t row, size_t column)
{
    g_autofree char *text = text_of(c, below(c, 20) ? 5 : 400);
    if (below(c, 10) == 0)
        return;
    lyh_cell cell = column > 0 && below(c, 2) ? lyh_cell_of((size_t)below(c, 13), 12)
                                              : lyh_cell_text(text);
    lyh_table_set_cell(table, row, column, cell);
}

static void add_table(chance *c)
{
    lyh_table *table = lyh_table_new("random");
    int columns = 1 + below(c, 6), rows = below(c, 4) ? below(c, 12) : below(c, 90);
    for (int i = 0; i < columns; i++) {
        g_autofree char *name = g_strdup_printf("column%d", i);
        g_autofree char *heading = text_of(c, 4);
        lyh_table_add_column(table, name, below(c, 8) ? heading : "");
    }
    for (int i = 0; i < rows; i++) {
        size_t row = lyh_table_add_row(table);
        for (int column = 0; column < columns; column++)
            set_cell(c, table, row, (size_t)column);
    }
    lyh_report_table(c->report, table);
}

static void add_figure(chance *c)
{
    const lyh_chart_options options = { .finding = "Nästan alla talade om det",
                                        .catalog = lyh_report_info_of(c->report)->catalog,
                                        .joint = known_joint };
    lyh_table *table = below(c, 2) ? themes_table() : groups_table();
    const char *kind = below(c, 2) ? "stapel" : "personprickar";
    lyh_report_figure(c->report, lyh_chart_new(lyh_chart_kind_find(kind), table, &options));
    lyh_report_table(c->report, table);
}

static void add_text(chance *c, int kind)
{
    g_autofree char *text = text_of(c, below(c, 6) ? 40 : 400);
    g_autofree char *lead = text_of(c, 4);
    c->takes_notes = true;
    c->takes_see = kind < 4;
    if (kind < 2)
        lyh_report_paragraph(c->report, text);
    else if (kind < 4)
        lyh_report_item(c->report, below(c, 2) ? lead : NULL, text);
    else if (kind < 6)
        lyh_report_quote(c->report, text, below(c, 3) ? "Deltagare" : NULL);
    else
        lyh_report_note(c->report, text);
}

static void add_whole(chance *c, int kind)
{
    g_autofree char *text = text_of(c, 8);
    c->takes_notes = c->takes_see = false;
    if (kind < 2)
        lyh_report_heading(c->report, 1 + (unsigned)below(c, 3), text);
    else if (kind == 2)
        lyh_report_page(c->report);
    else if (kind == 3)
        add_table(c);
    else
        add_figure(c);
}

static void add_belonging(chance *c)
{
    g_autofree char *name = g_strdup_printf("%d", below(c, c->block_count));
    g_autofree char *note = text_of(c, 15);
    if (c->takes_see && below(c, 2))
        lyh_report_see(c->report, name);
    else if (c->takes_notes)
        lyh_report_footnote(c->report, note);
    c->takes_see = false; /* a footnote is the last block now */
}

static void fill(chance *c)
{
    if (below(c, 2)) {
        lyh_report_heading(c->report, 1, "Innehåll");
        lyh_report_contents(c->report);
    }
    for (int i = 0; i < c->block_count; i++) {
        int kind = below(c, 15);
        g_autofree char *name = g_strdup_printf("%d", i);
        if (kind < 7)
            add_text(c, kind);
        else if (kind < 12) {
            lyh_report_name(c->report, name);
            add_whole(c, kind - 7);
        } else
            add_belonging(c);
    }
}

static void save(const char *path, const lyh_report *report)
{
    size_t size;
    lyh_error error = { 0 };
    lyh_output *output = lyh_output_to_memory();
    bool is_written =
        g_str_has_suffix(path, ".html")   ? lyh_report_write_html(report, output)
        : g_str_has_suffix(path, ".docx") ? lyh_report_write_docx(report, output)
                                          : lyh_report_write_pdf(report, output, &error);
    g_assert_true(is_written);
    char *bytes = lyh_output_take(output, &size);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    free(bytes);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 64;
    chance c = { .random = g_rand_new_with_seed((guint32)strtoul(argv[2], NULL, 10)) };
    const lyh_report_info info = { .title = "Vad som helst",
                                   .status = below(&c, 2) ? "utkast" : NULL,
                                   .iso_date = "2026-05-01",
                                   .catalog = lyh_catalog_for(below(&c, 3) ? "sv" : "en"),
                                   .joint = known_joint };
    c.block_count = 20 + below(&c, 120);
    c.report = lyh_report_new(&info);
    fill(&c);
    save(argv[1], c.report);
    lyh_report_free(c.report);
    g_rand_free(c.random);
    return 0;
}
