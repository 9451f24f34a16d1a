#include "tally_private.h"

#include <math.h>

#include <lyhord/codebook/outline.h>
#include <lyhord/stats/rounding.h>

/* A table for readers while it is filled: a label, then for every part "k av n" and percent. */
typedef struct people_table {
    const tally_parts *parts;
    lyh_table *table;
    bool has_hidden, tells_all;
} people_table;

typedef struct ranked_code {
    size_t code, persons;
} ranked_code;

typedef struct printed_code {
    size_t code, depth;
} printed_code;

#define DEEPEST 4 /* dashes before a label; nobody reads more */

static bool has_percent(const tally_parts *parts, size_t part)
{
    return lyh_print_level_of(tally_part_base(parts, part), parts->view->threshold) >=
           LYH_PRINT_PERCENT;
}

/* Does the sample let an interval stand beside the percentage? It is asked of the base alone. */
static bool has_interval(const tally_parts *parts, size_t part)
{
    const lyh_sample *sample = parts->view->sample;
    return sample && has_percent(parts, part) &&
           !isnan(lyh_sample_interval(sample, 0, tally_part_base(parts, part)).low);
}

static void add_interval_columns(const people_table *filling, const char *name)
{
    const lyh_catalog *catalog = filling->parts->view->catalog;
    g_autofree char *low = g_strdup_printf("%s low", name);
    g_autofree char *high = g_strdup_printf("%s high", name);
    lyh_table_add_column(filling->table, low, lyh_trc(catalog, "heading", "from"));
    lyh_table_add_column(filling->table, high, lyh_trc(catalog, "heading", "to"));
}

static void add_part_columns(const people_table *filling)
{
    const tally_parts *parts = filling->parts;
    const lyh_catalog *catalog = parts->view->catalog;
    for (size_t part = 0; part < parts->count; part++) {
        const char *heading = tally_part_name(parts, part);
        const char *name = part == 0 ? "all" : heading;
        lyh_table_add_column(filling->table, name, heading);
        if (!has_percent(parts, part))
            continue;
        g_autofree char *percent = g_strdup_printf("%s percent", name);
        lyh_table_add_column(filling->table, percent,
                             lyh_trc(catalog, "heading", "percent"));
        if (has_interval(parts, part))
            add_interval_columns(filling, name);
    }
}

/* An interval is never made narrower than it is: down to a whole percent below, up above. */
static void set_interval(const people_table *filling, size_t row, size_t column,
                         lyh_interval interval, bool is_hidden)
{
    int64_t low = (int64_t)floor(interval.low * 100);
    int64_t high = (int64_t)ceil(interval.high * 100);
    lyh_table_set_cell(filling->table, row, column,
                       is_hidden ? lyh_cell_hidden() : lyh_cell_percent(low, 0));
    lyh_table_set_cell(filling->table, row, column + 1,
                       is_hidden ? lyh_cell_hidden() : lyh_cell_percent(high, 0));
}

static void add_people(people_table *filling, const char *label, size_t code,
                       const tally_sum *sums, lyh_measure measure)
{
    const tally_parts *parts = filling->parts;
    g_autofree bool *hidden = g_new(bool, parts->count);
    size_t row = lyh_table_add_row(filling->table);
    size_t column = 0;
    filling->has_hidden |= tally_parts_hide(parts, code, measure, hidden, NULL);
    filling->tells_all |= tally_tells_all(parts, sums, measure, hidden);
    lyh_table_set_cell(filling->table, row, column++, lyh_cell_text(label));
    for (size_t part = 0; part < parts->count; part++) {
        size_t persons = sums[part * LYH_MEASURE_COUNT + measure].persons;
        size_t base = tally_part_base(parts, part);
        lyh_table_set_cell(filling->table, row, column++,
                           hidden[part] ? lyh_cell_hidden() : lyh_cell_of(persons, base));
        if (!has_percent(parts, part))
            continue;
        int64_t percent = lyh_ratio((int64_t)persons, (int64_t)base, 100, 0);
        lyh_table_set_cell(filling->table, row, column++,
                           hidden[part] ? lyh_cell_hidden() : lyh_cell_percent(percent, 0));
        if (!has_interval(parts, part))
            continue;
        set_interval(filling, row, column,
                     lyh_sample_interval(parts->view->sample, persons, base), hidden[part]);
        column += 2;
    }
}

static void note_interval(const people_table *filling)
{
    const tally_parts *parts = filling->parts;
    for (size_t part = 0; part < parts->count; part++) {
        if (!has_interval(parts, part))
            continue;
        lyh_table_add_note(
            filling->table,
            lyh_tr(
                parts->view->catalog,
                "from, to: in 95 of 100 such samples the interval holds the share of the "
                "population (Wilson 1927). It says nothing of who did not answer."));
        return;
    }
}

static int by_persons(const void *one, const void *two)
{
    const ranked_code *a = one, *b = two;
    if (a->persons != b->persons)
        return a->persons < b->persons ? 1 : -1;
    return a->code < b->code ? -1 : a->code > b->code;
}

/* Each after its parent, and below it. */
static GArray *rows_in_outline(const lyh_codebook *codebook, const GArray *ranked)
{
    g_autofree size_t *codes = g_new(size_t, ranked->len);
    g_autofree size_t *depths = g_new(size_t, ranked->len);
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(printed_code));
    for (guint i = 0; i < ranked->len; i++)
        codes[i] = g_array_index(ranked, ranked_code, i).code;
    lyh_codebook_outline(codebook, codes, ranked->len, depths);
    for (guint i = 0; i < ranked->len; i++) {
        printed_code row = { codes[i], depths[i] };
        g_array_append_val(rows, row);
    }
    return rows;
}

/* Codes in their order of print; when figures are hidden, order and choice must not tell them. */
static GArray *codes_in_order(const tally_parts *parts, lyh_measure measure, bool only_said)
{
    const lyh_tally *tally = parts->tally;
    g_autoptr(GArray) codes = g_array_new(FALSE, FALSE, sizeof(ranked_code));
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++) {
        size_t persons = lyh_tally_persons(tally, code, measure);
        ranked_code ranked = { code, parts->is_hidden ? 0 : persons };
        if (persons > 0 || !only_said || parts->is_hidden)
            g_array_append_val(codes, ranked);
    }
    g_array_sort(codes, by_persons);
    return rows_in_outline(tally->codebook, codes);
}

/* A dash for each code above it that the table has. */
static char *label_at(const char *label, size_t depth)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < MIN(depth, DEEPEST); i++)
        g_string_append(text, "– ");
    return g_string_free(g_string_append(text, label), FALSE);
}

/* In a report it is the heading just above. */
static void set_title(const lyh_tally_view *view, lyh_measure measure, lyh_table *table)
{
    static const char *const titles[LYH_MEASURE_COUNT] = {
        [LYH_MEASURE_ANY] = N_("How many took up each theme"),
        [LYH_MEASURE_PLUS] = N_("How many said something good about each theme"),
        [LYH_MEASURE_MINUS] = N_("How many said something critical about each theme"),
        [LYH_MEASURE_NEUTRAL] = N_("How many spoke of each theme without judging"),
        [LYH_MEASURE_WISH] = N_("How many wished for something about each theme"),
    };
    if (!view->is_brief)
        lyh_table_set_part(table, LYH_TABLE_TITLE, lyh_tr(view->catalog, titles[measure]));
}

lyh_table *lyh_tally_persons_table(const lyh_tally *tally, const lyh_tally_view *view,
                                   lyh_measure measure, bool only_said)
{
    g_auto(tally_parts) parts;
    tally_parts_init(&parts, tally, view);
    g_autofree tally_sum *sums = g_new(tally_sum, parts.count * LYH_MEASURE_COUNT);
    g_autoptr(GArray) codes = codes_in_order(&parts, measure, only_said);

    g_autoptr(lyh_table) table = lyh_table_new("persons");
    people_table filling = { .parts = &parts, .table = table };
    lyh_table_add_column(table, "code", lyh_trc(view->catalog, "heading", "Theme"));
    add_part_columns(&filling);
    for (guint i = 0; i < codes->len; i++) {
        const printed_code *row = &g_array_index(codes, printed_code, i);
        g_autofree char *label =
            label_at(lyh_codebook_code(tally->codebook, row->code)->label,
                     only_said ? row->depth : 0);
        tally_parts_sum(&parts, row->code, sums);
        add_people(&filling, label, row->code, sums, measure);
    }
    tally_label(&parts, measure, filling.has_hidden, table);
    if (filling.tells_all)
        tally_note_all(&parts, table);
    note_interval(&filling);
    set_title(view, measure, table);
    return g_steal_pointer(&table);
}

/* What the persons of a row did. */
static const char *measure_label(const lyh_catalog *catalog, lyh_measure measure)
{
    static const char *const labels[LYH_MEASURE_COUNT] = {
        [LYH_MEASURE_ANY] = N_("took up the theme"),
        [LYH_MEASURE_PLUS] = N_("said something good"),
        [LYH_MEASURE_MINUS] = N_("said something critical"),
        [LYH_MEASURE_NEUTRAL] = N_("spoke of it without judging"),
        [LYH_MEASURE_WISH] = N_("wished for something"),
    };
    return lyh_tr(catalog, labels[measure]);
}

lyh_table *lyh_tally_code_table(const lyh_tally *tally, const lyh_tally_view *view,
                                size_t code)
{
    g_auto(tally_parts) parts;
    tally_parts_init(&parts, tally, view);
    g_autofree tally_sum *sums = g_new(tally_sum, parts.count * LYH_MEASURE_COUNT);
    tally_parts_sum(&parts, code, sums);

    g_autoptr(lyh_table) table = lyh_table_new("theme");
    people_table filling = { .parts = &parts, .table = table };
    const char *label = lyh_codebook_code(tally->codebook, code)->label;
    lyh_table_add_column(table, "measure", label);
    add_part_columns(&filling);
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++)
        if (measure == LYH_MEASURE_ANY || (sums[measure].persons > 0 && !parts.is_hidden))
            add_people(&filling, measure_label(view->catalog, measure), code, sums,
                       measure);
    lyh_table_set_part(table, LYH_TABLE_TITLE, label);
    tally_label(&parts, LYH_MEASURE_ANY, filling.has_hidden, table);
    if (filling.tells_all)
        tally_note_all(&parts, table);
    return g_steal_pointer(&table);
}
