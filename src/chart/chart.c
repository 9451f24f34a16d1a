#include <lyhord/chart/chart.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>

#include "kinds.h"

/* Which columns of counts a kind shows, when its alternative text is a list of counts. */
typedef enum kind_columns {
    ONE_COLUMN,
    ALL_COLUMNS,  /* unless one is asked for */
    GROUP_COLUMNS /* without everybody together, where there are groups */
} kind_columns;

typedef struct kind_row {
    lyh_chart_kind kind;
    const char *type; /* msgid: what the alternative text begins with */
    lyh_chart_test can;
    lyh_chart_drawing draw;
    kind_columns columns;
    lyh_chart_entries entries; /* NULL: counts of these columns */
} kind_row;

static const kind_row kinds[] = {
    { { "likert", N_("Answers to questions on a scale, one side against the other") },
      N_("Diverging bars"),
      lyh_likert_can,
      lyh_likert_draw,
      ONE_COLUMN,
      lyh_likert_entries },
    { { "matris", N_("Which groups took up which themes, as numbers in shaded cells") },
      N_("Matrix"),
      lyh_matris_can,
      lyh_matris_draw,
      GROUP_COLUMNS,
      NULL },
    { { "personprickar", N_("How many of how many, a dot a person") },
      N_("Person dots"),
      lyh_personprickar_can,
      lyh_personprickar_draw,
      ALL_COLUMNS,
      NULL },
    { { "prick", N_("Which groups took up which themes, one group against another") },
      N_("Dot chart"),
      lyh_prick_can,
      lyh_prick_draw,
      GROUP_COLUMNS,
      NULL },
    { { "samforekomst", N_("Which themes the same persons took up") },
      N_("Triangle of pairs"),
      lyh_samforekomst_can,
      lyh_samforekomst_draw,
      ONE_COLUMN,
      lyh_samforekomst_entries },
    { { "stapel", N_("How many of how many, one group") },
      N_("Bar chart"),
      lyh_stapel_can,
      lyh_stapel_draw,
      ONE_COLUMN,
      NULL },
    { { "tidslinje", N_("Where in the interviews themes come") },
      N_("Timeline"),
      lyh_tidslinje_can,
      lyh_tidslinje_draw,
      ONE_COLUMN,
      lyh_tidslinje_entries },
    { { "typologi", N_("How many spoke of each level and degree, with what it means") },
      N_("Typology"),
      lyh_typologi_can,
      lyh_typologi_draw,
      ONE_COLUMN,
      lyh_typologi_entries },
};

size_t lyh_chart_kind_count(void)
{
    return G_N_ELEMENTS(kinds);
}

const lyh_chart_kind *lyh_chart_kind_at(size_t index)
{
    g_assert(index < G_N_ELEMENTS(kinds));
    return &kinds[index].kind;
}

size_t lyh_chart_kind_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].kind.name, name) == 0)
            return i;
    }
    return LYH_NONE;
}

static GArray *columns_of(const kind_row *row, const lyh_table *table, size_t wanted)
{
    if (row->columns == GROUP_COLUMNS)
        return lyh_sheet_groups(table, wanted);
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(size_t));
    bool is_one = wanted || row->columns == ONE_COLUMN || lyh_sheet_group_count(table) < 2;
    size_t only = lyh_sheet_column(table, wanted);
    if (is_one)
        g_array_append_val(columns, only);
    for (size_t i = 1; !is_one && i < lyh_table_column_count(table); i++)
        if (lyh_sheet_is_group(table, i))
            g_array_append_val(columns, i);
    return columns;
}

static char *alt_of(const kind_row *row, const lyh_table *table,
                    const lyh_chart_options *options)
{
    if (row->entries) {
        g_autoptr(GPtrArray) entries = row->entries(table, options);
        return lyh_chart_alt(row->type, table, options, 0, entries);
    }
    g_autoptr(GArray) columns = columns_of(row, table, options->column);
    g_autoptr(GPtrArray) entries = lyh_chart_counts(table, options, columns);
    int64_t base = columns->len == 1
                       ? lyh_sheet_largest_base(table, g_array_index(columns, size_t, 0))
                       : 0;
    return lyh_chart_alt(row->type, table, options, base, entries);
}

lyh_display *lyh_chart_new(size_t kind, const lyh_table *table,
                           const lyh_chart_options *options)
{
    g_assert(kind < G_N_ELEMENTS(kinds));
    const kind_row *row = &kinds[kind];
    if (!row->can(table, options))
        return NULL;

    lyh_sheet sheet;
    g_autofree char *alt = alt_of(row, table, options);
    lyh_sheet_begin(&sheet, table, options);
    row->draw(&sheet);
    return lyh_sheet_end(&sheet, alt);
}
