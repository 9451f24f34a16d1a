#include <lyhord/tally/weight.h>

#include <stdlib.h>

#include <lyhord/stats/rounding.h>

#include "tables.h"

/* See lyh_code_weight: at least one in so many, and at least so many. */
enum { UNEVEN_SHARE = 3, UNEVEN_STATEMENTS = 3 };

lyh_code_weight lyh_tally_weight(const lyh_tally *tally, size_t code)
{
    lyh_code_weight weight = { 0 };
    tally_counter counter;
    for (size_t at = 0; tally_counters_next(tally->counters, code, &at, &counter);) {
        size_t made = counter.statements[LYH_MEASURE_ANY];
        if (!lyh_tally_has(tally, counter.respondent))
            continue;
        weight.statements += made;
        weight.largest = MAX(weight.largest, made);
    }
    weight.is_uneven = weight.largest >= UNEVEN_STATEMENTS &&
                       weight.largest * UNEVEN_SHARE >= weight.statements;
    return weight;
}

static int by_share(const void *one, const void *two)
{
    const int64_t *a = one, *b = two;
    return (*a > *b) - (*a < *b);
}

/* The median in tenths of a per cent; of an even number the mean of the two in the middle. */
static int64_t median_of(GArray *shares)
{
    g_array_sort(shares, by_share);
    int64_t low = g_array_index(shares, int64_t, (shares->len - 1) / 2);
    int64_t high = g_array_index(shares, int64_t, shares->len / 2);
    return lyh_ratio(low + high, 2, 1, 0);
}

/* Of each person who took @code up, the share of their words inside its statements. */
static lyh_cell words_of(const lyh_tally *tally, const lyh_tally_view *view, size_t code)
{
    g_autoptr(GArray) shares = g_array_new(FALSE, FALSE, sizeof(int64_t));
    tally_counter counter;
    for (size_t at = 0; tally_counters_next(tally->counters, code, &at, &counter);) {
        if (counter.persons[LYH_MEASURE_ANY] == 0 ||
            !lyh_tally_has(tally, counter.respondent))
            continue;
        size_t words =
            g_array_index(tally->persons, tally_person, counter.respondent).words;
        int64_t share = lyh_ratio((int64_t)counter.words[LYH_MEASURE_ANY],
                                  MAX(1, (int64_t)words), 100, 1);
        g_array_append_val(shares, share);
    }
    return lyh_print_level_of(shares->len, view->threshold) == LYH_PRINT_NOTHING
               ? lyh_cell_hidden()
               : lyh_cell_percent(median_of(shares), 1);
}

static void add_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "Theme"));
    lyh_table_add_column(table, "persons", lyh_trc(catalog, "heading", "persons"));
    lyh_table_add_column(table, "largest",
                         lyh_trc(catalog, "heading", "statements of the one with most"));
    lyh_table_add_column(table, "words",
                         lyh_trc(catalog, "heading", "share of words (median)"));
}

static void add_code(const lyh_tally *tally, const lyh_tally_view *view, size_t code,
                     lyh_table *table)
{
    bool is_hidden = tables_are_hidden(tally, view);
    lyh_code_weight weight = lyh_tally_weight(tally, code);
    size_t persons = lyh_tally_persons(tally, code, LYH_MEASURE_ANY);
    size_t row = lyh_table_add_row(table);
    const lyh_cell cells[] = {
        lyh_cell_of(persons, lyh_tally_base(tally)),
        lyh_cell_of(weight.largest, weight.statements),
        words_of(tally, view, code),
    };
    lyh_table_set_cell(table, row, 0, lyh_cell_text(tables_label_of(tally, code)));
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_set_cell(table, row, i + 1, is_hidden ? lyh_cell_hidden() : cells[i]);
}

static void note_uneven(const lyh_tally *tally, const GArray *codes,
                        const lyh_catalog *catalog, lyh_table *table)
{
    for (guint i = 0; i < codes->len; i++) {
        size_t code = g_array_index(codes, size_t, i);
        lyh_code_weight weight = lyh_tally_weight(tally, code);
        if (!weight.is_uneven)
            continue;
        g_autofree char *note = g_strdup_printf(
            lyh_tr(catalog, "%s: one person stands for %zu of %zu "
                            "statements. Go by the number of persons."),
            tables_label_of(tally, code), weight.largest, weight.statements);
        lyh_table_add_note(table, note);
    }
}

static void note_median(const lyh_tally *tally, const lyh_tally_view *view,
                        lyh_table *table)
{
    g_autofree char *note = g_strdup_printf(
        lyh_tr(
            view->catalog,
            "The share of words is the median of those who took the theme up: half of "
            "them gave it at least that much of what they said. Of fewer than %zu persons "
            "it is not shown (..)."),
        view->threshold);
    lyh_table_add_note(table, note);
    if (tally->options.all_roles)
        lyh_table_add_note(
            table,
            lyh_tr(view->catalog, "Words of every role are counted as the person's."));
}

/* When all is hidden, neither which codes there are nor their order may tell. */
static GArray *codes_shown(const lyh_tally *tally, const lyh_tally_view *view)
{
    return tables_are_hidden(tally, view) ? g_array_new(FALSE, FALSE, sizeof(size_t))
                                          : tables_codes_taken_up(tally);
}

lyh_table *lyh_tally_weight_table(const lyh_tally *tally, const lyh_tally_view *view)
{
    g_autoptr(GArray) codes = codes_shown(tally, view);
    lyh_table *table = lyh_table_new("weight");
    add_columns(view->catalog, table);
    for (guint i = 0; i < codes->len; i++)
        add_code(tally, view, g_array_index(codes, size_t, i), table);
    tables_set_parts(
        tally, view, lyh_tr(view->catalog, "Who stands for how much"),
        lyh_tr(view->catalog, "persons; statements; share of a person's words"), table);
    note_uneven(tally, codes, view->catalog, table);
    note_median(tally, view, table);
    return table;
}
