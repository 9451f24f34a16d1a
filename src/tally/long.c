#include "tally_private.h"

#include <lyhord/stats/rounding.h>

/* While the long table is filled. */
typedef struct long_table {
    const tally_parts *parts;
    lyh_table *table;
    bool has_hidden, hides_words, tells_all;
} long_table;

static void add_columns(const tally_parts *parts, lyh_table *table)
{
    const lyh_catalog *catalog = parts->view->catalog;
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "code"));
    lyh_table_add_column(table, "polarity", lyh_trc(catalog, "heading", "polarity"));
    for (size_t i = 0; i < tally_part_columns(parts); i++)
        lyh_table_add_column(table, tally_part_attribute(parts, i),
                             tally_part_attribute(parts, i));
    lyh_table_add_column(table, "persons", lyh_trc(catalog, "heading", "persons"));
    lyh_table_add_column(table, "base", lyh_trc(catalog, "heading", "base"));
    lyh_table_add_column(table, "statements", lyh_trc(catalog, "heading", "statements"));
    lyh_table_add_column(table, "hits", lyh_trc(catalog, "heading", "hits"));
    lyh_table_add_column(table, "words", lyh_trc(catalog, "heading", "words"));
    lyh_table_add_column(table, "per_1000", lyh_trc(catalog, "heading", "per 1 000 words"));
    lyh_table_add_column(table, "status", lyh_trc(catalog, "heading", "status"));
}

/* Words of the format, and what people read: any and wish; the signs are the same for all. */
static lyh_cell measure_cell(const lyh_catalog *catalog, lyh_measure measure)
{
    const char *name = lyh_measure_name(measure);
    if (measure == LYH_MEASURE_ANY)
        return lyh_cell_word(name, lyh_trc(catalog, "measure", "any"));
    if (measure == LYH_MEASURE_WISH)
        return lyh_cell_word(name, lyh_trc(catalog, "measure", "wish"));
    return lyh_cell_text(name);
}

static lyh_cell status_cell(const tally_parts *parts, size_t part, bool is_hidden)
{
    const lyh_catalog *catalog = parts->view->catalog;
    bool is_suggested = parts->tally->options.with_suggested;
    if (is_hidden)
        return lyh_cell_word("hidden", lyh_trc(catalog, "status", "hidden"));
    if (tally_part_is_merged(parts, part))
        return is_suggested ? lyh_cell_word("merged, suggested",
                                            lyh_trc(catalog, "status", "merged, suggested"))
                            : lyh_cell_word("merged", lyh_trc(catalog, "status", "merged"));
    return is_suggested
               ? lyh_cell_word("suggested", lyh_trc(catalog, "status", "suggested"))
               : lyh_cell_word("shown", lyh_trc(catalog, "status", "shown"));
}

/* Each row tells that more is counted in it than what was said: a file of rows has no heading. */
static void set_status(const long_table *filling, size_t row, size_t column, size_t part,
                       bool is_hidden)
{
    const tally_parts *parts = filling->parts;
    lyh_cell cell = status_cell(parts, part, is_hidden);
    if (!parts->tally->options.any_state || is_hidden) {
        lyh_table_set_cell(filling->table, row, column, cell);
        return;
    }
    g_autofree char *word = g_strdup_printf("%s, any state", cell.text);
    g_autofree char *shown = g_strdup_printf(
        "%s, %s", cell.word, lyh_trc(parts->view->catalog, "status", "any state"));
    lyh_table_set_cell(filling->table, row, column, lyh_cell_word(word, shown));
}

static lyh_cell per_1000(const tally_parts *parts, size_t part, size_t statements)
{
    size_t words = g_array_index(parts->words, size_t, part);
    if (words == 0)
        return lyh_cell_empty();
    return lyh_cell_decimal(lyh_ratio((int64_t)statements, (int64_t)words, 1000, 1), 1);
}

/*
 * The six figures of a row, from column @first on. Of a group whose persons may be shown statements,
 * hits and words may still be hidden, where they would tell more of persons.
 */
static void set_figures(const long_table *filling, size_t row, size_t first, size_t part,
                        const tally_sum *sum, bool hides_words)
{
    const tally_parts *parts = filling->parts;
    bool has_statements = parts->tally->options.unit != LYH_UNIT_HITS;
    bool any_state = parts->tally->options.any_state; /* who asks has not taken it up */
    const lyh_cell cells[] = {
        any_state ? lyh_cell_empty() : lyh_cell_count(sum->persons),
        lyh_cell_count(tally_part_base(parts, part)),
        has_statements ? lyh_cell_count(sum->statements) : lyh_cell_empty(),
        lyh_cell_count(sum->hits),
        has_statements ? lyh_cell_count(sum->words) : lyh_cell_empty(),
        has_statements ? per_1000(parts, part, sum->statements) : lyh_cell_empty(),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        lyh_table_set_cell(filling->table, row, first + i,
                           hides_words && i > 1 && cells[i].kind != LYH_CELL_EMPTY
                               ? lyh_cell_hidden()
                               : cells[i]);
}

/* A hidden row shows neither persons nor what else would tell of them; the base of a group is known. */
static void hide_figures(const long_table *filling, size_t row, size_t first, size_t part)
{
    const tally_parts *parts = filling->parts;
    for (size_t i = 0; i < 6; i++)
        lyh_table_set_cell(filling->table, row, first + i, lyh_cell_hidden());
    if (!parts->is_hidden)
        lyh_table_set_cell(filling->table, row, first + 1,
                           lyh_cell_count(tally_part_base(parts, part)));
}

static void add_row(const long_table *filling, const char *code, lyh_measure measure,
                    size_t part, const tally_sum *sum, bool is_hidden, bool hides_words)
{
    lyh_table *table = filling->table;
    size_t row = lyh_table_add_row(table);
    size_t column = 0;
    lyh_table_set_cell(table, row, column++, lyh_cell_text(code));
    lyh_table_set_cell(table, row, column++,
                       measure_cell(filling->parts->view->catalog, measure));
    for (size_t i = 0; i < tally_part_columns(filling->parts); i++)
        lyh_table_set_cell(table, row, column++,
                           lyh_cell_text(tally_part_cell(filling->parts, part, i)));
    if (is_hidden)
        hide_figures(filling, row, column, part);
    else
        set_figures(filling, row, column, part, sum, hides_words);
    set_status(filling, row, column + 6, part, is_hidden);
}

static void add_code(long_table *filling, size_t code, tally_sum *sums, bool *hidden,
                     bool *words)
{
    const tally_parts *parts = filling->parts;
    const char *name = lyh_codebook_code(parts->tally->codebook, code)->name;
    tally_parts_sum(parts, code, sums);
    lyh_measure end =
        parts->tally->options.any_state ? LYH_MEASURE_ANY + 1 : LYH_MEASURE_COUNT;
    for (lyh_measure measure = 0; measure < end; measure++) {
        filling->has_hidden |= tally_parts_hide(parts, code, measure, hidden, words);
        filling->tells_all |= tally_tells_all(parts, sums, measure, hidden);
        for (size_t part = 0; part < parts->count; part++) {
            add_row(filling, name, measure, part, &sums[part * LYH_MEASURE_COUNT + measure],
                    hidden[part], words[part]);
            filling->hides_words |= words[part] && !hidden[part];
        }
    }
}

lyh_table *lyh_tally_long(const lyh_tally *tally, const lyh_tally_view *view)
{
    g_auto(tally_parts) parts;
    tally_parts_init(&parts, tally, view);
    g_autofree tally_sum *sums = g_new(tally_sum, parts.count * LYH_MEASURE_COUNT);
    g_autofree bool *hidden = g_new(bool, parts.count);
    g_autofree bool *words = g_new(bool, parts.count);

    g_autoptr(lyh_table) table = lyh_table_new("tally");
    add_columns(&parts, table);
    long_table filling = { .parts = &parts, .table = table };
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++)
        add_code(&filling, code, sums, hidden, words);

    lyh_table_set_part(
        table, LYH_TABLE_TITLE,
        tally->options.any_state
            ? lyh_tr(view->catalog, "How often the words of each theme stand there")
            : lyh_tr(view->catalog, "How many took up each theme, and how"));
    tally_label(&parts, LYH_MEASURE_ANY, filling.has_hidden, table);
    lyh_table_add_note(table,
                       lyh_tr(view->catalog, "Statements, hits and words come second: "
                                             "a person who talks much weighs more in "
                                             "them."));
    if (filling.hides_words)
        lyh_table_add_note(table,
                           lyh_tr(view->catalog,
                                  "Statements, hits and words of groups (..) are "
                                  "hidden where they would tell how many persons of a "
                                  "small group took something up."));
    if (filling.tells_all)
        tally_note_all(&parts, table);
    return g_steal_pointer(&table);
}
