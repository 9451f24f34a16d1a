#include <lyhord/tally/timeline.h>

#include "tables.h"

static size_t *persons_by_part(lyh_tally *tally, const lyh_statement_log *log)
{
    g_autoptr(GArray) marks = tables_marks_new();
    for (size_t i = 0; i < lyh_statement_log_count(log); i++) {
        const lyh_logged_statement *said = lyh_statement_log_at(log, i);
        if (!lyh_tally_has(tally, said->respondent))
            continue;
        const GArray *lineage = tally_lineage(tally, said->code);
        size_t part = said->place * LYH_TIMELINE_PARTS / 1000;
        for (guint k = 0; k < lineage->len; k++)
            tables_mark_person(marks, g_array_index(lineage, size_t, k), part,
                               said->respondent);
    }
    return tables_count_persons(marks, lyh_codebook_count(tally->codebook),
                                LYH_TIMELINE_PARTS);
}

static void add_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "Theme"));
    for (int part = 1; part <= LYH_TIMELINE_PARTS; part++) {
        g_autofree char *name = g_strdup_printf("part_%d", part);
        g_autofree char *heading = g_strdup_printf("%d", part);
        lyh_table_add_column(table, name, heading);
    }
}

static void label(const lyh_tally *tally, const lyh_tally_view *view, lyh_table *table)
{
    const lyh_catalog *catalog = view->catalog;
    tables_set_parts(tally, view, lyh_tr(catalog, "Where in the interviews themes come"),
                     lyh_tr(catalog, "persons who took up the theme in each tenth of what "
                                     "they said"),
                     table);
    lyh_table_add_note(table,
                       lyh_tr(catalog, "The tenths are of each person's turns in the "
                                       "interview, from first to last. Who comes back to a "
                                       "theme is counted in several."));
    g_autofree char *left_out = g_strdup_printf(
        lyh_tr(catalog, "Themes that fewer than %zu persons took up are left out: where "
                        "the few came to speak of them would point at them."),
        view->threshold);
    lyh_table_add_note(table, left_out);
}

lyh_table *lyh_tally_timeline(lyh_tally *tally, const lyh_tally_view *view,
                              const lyh_statement_log *log)
{
    g_autofree size_t *persons = persons_by_part(tally, log);
    g_autoptr(GArray) codes = tables_codes_taken_up(tally);
    lyh_table *table = lyh_table_new("timeline");
    add_columns(view->catalog, table);
    for (guint i = 0; i < codes->len && !tables_are_hidden(tally, view); i++) {
        size_t code = g_array_index(codes, size_t, i);
        if (lyh_tally_persons(tally, code, LYH_MEASURE_ANY) < view->threshold)
            break; /* they stand in the order of persons */
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(tables_label_of(tally, code)));
        for (size_t part = 0; part < LYH_TIMELINE_PARTS; part++)
            lyh_table_set_cell(table, row, part + 1,
                               lyh_cell_count(persons[code * LYH_TIMELINE_PARTS + part]));
    }
    label(tally, view, table);
    return table;
}
