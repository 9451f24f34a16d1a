#include <lyhord/chart/chart.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>

#include "kinds.h"

typedef struct kind_row {
    lyh_chart_kind kind;
    const char *type; /* msgid: what the alternative text begins with */
    lyh_chart_test can;
    lyh_chart_drawing draw;
    bool shows_groups; /* every column of counts, unless one is asked for */
} kind_row;

static const kind_row kinds[] = {
    { { "personprickar", N_("How many of how many, a dot a person") },
      N_("Person dots"),
      lyh_personprickar_can,
      lyh_personprickar_draw,
      true },
    { { "stapel", N_("How many of how many, one group") },
      N_("Bar chart"),
      lyh_stapel_can,
      lyh_stapel_draw,
      false },
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

lyh_display *lyh_chart_new(size_t kind, const lyh_table *table,
                           const lyh_chart_options *options)
{
    g_assert(kind < G_N_ELEMENTS(kinds));
    const kind_row *row = &kinds[kind];
    if (!row->can(table, options))
        return NULL;

    lyh_sheet sheet;
    bool all_columns =
        row->shows_groups && options->column == 0 && lyh_sheet_group_count(table) > 1;
    g_autofree char *alt = lyh_chart_alt(row->type, all_columns, table, options);
    lyh_sheet_begin(&sheet, table, options);
    row->draw(&sheet);
    return lyh_sheet_end(&sheet, alt);
}
