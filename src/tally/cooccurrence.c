#include <lyhord/tally/cooccurrence.h>

#include "tables.h"

/* Pairs of the codes that somebody took up; both squares are symmetric. */
typedef struct pairs {
    lyh_tally *tally;
    const lyh_statement_log *log;
    GArray *codes;  /* size_t: the code of each row */
    size_t *row_of; /* by code; LYH_NONE for one nobody took up */
    size_t count;   /* rows */
    size_t *persons, *overlaps;
} pairs;

static void pairs_clear(pairs *all)
{
    g_array_unref(all->codes);
    g_free(all->row_of);
    g_free(all->persons);
    g_free(all->overlaps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pairs, pairs_clear)

static size_t code_at(const pairs *all, size_t row)
{
    return g_array_index(all->codes, size_t, row);
}

static void count_persons(pairs *all)
{
    const lyh_tally *tally = all->tally;
    g_autofree size_t *said = g_new(size_t, all->count + 1);
    for (size_t person = 0; person < lyh_respondents_count(tally->respondents); person++) {
        size_t codes = 0;
        for (size_t row = 0; row < all->count; row++)
            if (lyh_tally_said(tally, person, code_at(all, row), LYH_MEASURE_ANY))
                said[codes++] = row;
        for (size_t i = 0; i < codes; i++)
            for (size_t k = 0; k < codes; k++)
                all->persons[said[i] * all->count + said[k]]++;
    }
}

static bool lists(const GArray *codes, size_t code)
{
    for (guint i = 0; i < codes->len; i++)
        if (g_array_index(codes, size_t, i) == code)
            return true;
    return false;
}

/*
 * A place where statements meet is one for each two codes that they are of, once, whichever of the
 * two is of which: where both are of both, the other way round has counted it.
 */
static void count_overlap(void *user, size_t one, size_t other)
{
    pairs *all = user;
    const GArray *first =
        tally_lineage(all->tally, lyh_statement_log_at(all->log, one)->code);
    const GArray *second =
        tally_lineage(all->tally, lyh_statement_log_at(all->log, other)->code);
    for (guint i = 0; i < first->len; i++) {
        for (guint k = 0; k < second->len; k++) {
            size_t a = g_array_index(first, size_t, i);
            size_t b = g_array_index(second, size_t, k);
            bool is_told_twice = a > b && lists(first, b) && lists(second, a);
            size_t row = all->row_of[a], column = all->row_of[b];
            if (row == LYH_NONE || column == LYH_NONE || is_told_twice ||
                (a == b && one != other))
                continue;
            all->overlaps[row * all->count + column]++;
            if (row != column)
                all->overlaps[column * all->count + row]++;
        }
    }
}

/* The row of a code that few took up would draw a portrait of them: what else they spoke of. */
static GArray *codes_of_enough(const lyh_tally *tally, size_t threshold)
{
    GArray *codes = tables_codes_taken_up(tally);
    guint kept = 0;
    while (kept < codes->len && lyh_tally_persons(tally, g_array_index(codes, size_t, kept),
                                                  LYH_MEASURE_ANY) >= threshold)
        kept++; /* they stand in the order of persons */
    g_array_set_size(codes, kept);
    return codes;
}

static void pairs_init(pairs *all, lyh_tally *tally, size_t threshold,
                       const lyh_statement_log *log)
{
    size_t codes = lyh_codebook_count(tally->codebook);
    *all =
        (pairs){ .tally = tally, .log = log, .codes = codes_of_enough(tally, threshold) };
    all->count = all->codes->len;
    g_assert(all->count <= LYH_COOCCURRENCE_CODES);
    all->row_of = g_new(size_t, codes);
    all->persons = g_new0(size_t, all->count * all->count);
    all->overlaps = g_new0(size_t, all->count * all->count);
    for (size_t code = 0; code < codes; code++)
        all->row_of[code] = LYH_NONE;
    for (size_t row = 0; row < all->count; row++)
        all->row_of[code_at(all, row)] = row;
    count_persons(all);
    lyh_statement_log_each_overlap(log, count_overlap, all);
}

static bool are_related(const pairs *all, size_t row, size_t column)
{
    const lyh_codebook *book = all->tally->codebook;
    size_t a = code_at(all, row), b = code_at(all, column);
    return lyh_codebook_is_within(book, a, b) || lyh_codebook_is_within(book, b, a);
}

size_t lyh_tally_cooccurring(const lyh_tally *tally, const lyh_tally_view *view)
{
    g_autoptr(GArray) codes = codes_of_enough(tally, view->threshold);
    return codes->len;
}

typedef struct ranked_pair {
    size_t row, column, persons, overlaps;
} ranked_pair;

static int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static gint by_persons(gconstpointer one, gconstpointer two)
{
    const ranked_pair *a = one, *b = two;
    int persons = order(b->persons, a->persons), overlaps = order(b->overlaps, a->overlaps);
    int row = order(a->row, b->row);
    return persons    ? persons
           : overlaps ? overlaps
           : row      ? row
                      : order(a->column, b->column);
}

static GArray *pairs_in_order(const pairs *all)
{
    GArray *ranked = g_array_new(FALSE, FALSE, sizeof(ranked_pair));
    for (size_t row = 0; row < all->count; row++) {
        for (size_t column = row + 1; column < all->count; column++) {
            size_t at = row * all->count + column;
            const ranked_pair pair = { row, column, all->persons[at], all->overlaps[at] };
            if (pair.persons > 0 && !are_related(all, row, column))
                g_array_append_val(ranked, pair);
        }
    }
    g_array_sort(ranked, by_persons);
    return ranked;
}

static void label(const pairs *all, const lyh_tally_view *view, const char *unit,
                  lyh_table *table)
{
    tables_set_parts(all->tally, view,
                     lyh_tr(view->catalog, "Themes that the same persons took up"), unit,
                     table);
    lyh_table_add_note(table,
                       lyh_tr(view->catalog,
                              "That the same persons took up two themes does not show that "
                              "one has to do with the other: whoever tells much takes up "
                              "more of everything."));
    g_autofree char *left_out = g_strdup_printf(
        lyh_tr(view->catalog, "Themes that fewer than %zu persons took up "
                              "are left out: else the table would tell what "
                              "else those few spoke of."),
        view->threshold);
    lyh_table_add_note(table, left_out);
}

static void note_overlaps(const lyh_tally_view *view, lyh_table *table)
{
    lyh_table_add_note(table,
                       lyh_tr(view->catalog,
                              "Overlaps are places where a statement of one theme has "
                              "words in common with a statement of the other."));
}

lyh_table *lyh_tally_cooccurrence(lyh_tally *tally, const lyh_tally_view *view,
                                  const lyh_statement_log *log)
{
    const lyh_catalog *catalog = view->catalog;
    g_auto(pairs) all;
    pairs_init(&all, tally, view->threshold, log);
    g_autoptr(GArray) ranked = pairs_in_order(&all);
    lyh_table *table = lyh_table_new("cooccurrence");
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "Theme"));
    lyh_table_add_column(table, "with", lyh_trc(catalog, "heading", "and theme"));
    lyh_table_add_column(table, "persons", lyh_trc(catalog, "heading", "persons"));
    lyh_table_add_column(table, "overlaps", lyh_trc(catalog, "heading", "overlaps"));
    for (guint i = 0; i < ranked->len && !tables_are_hidden(tally, view); i++) {
        const ranked_pair *pair = &g_array_index(ranked, ranked_pair, i);
        const lyh_cell cells[] = {
            lyh_cell_text(tables_label_of(tally, code_at(&all, pair->row))),
            lyh_cell_text(tables_label_of(tally, code_at(&all, pair->column))),
            lyh_cell_of(pair->persons, lyh_tally_base(tally)),
            lyh_cell_count(pair->overlaps),
        };
        size_t row = lyh_table_add_row(table);
        for (size_t k = 0; k < G_N_ELEMENTS(cells); k++)
            lyh_table_set_cell(table, row, k, cells[k]);
    }
    label(
        &all, view,
        lyh_tr(catalog, "persons who took up both themes; places where statements overlap"),
        table);
    note_overlaps(view, table);
    return table;
}

static size_t statements_of(const pairs *all, size_t row)
{
    size_t statements = 0;
    tally_counter counter;
    for (size_t at = 0;
         tally_counters_next(all->tally->counters, code_at(all, row), &at, &counter);)
        statements += counter.statements[LYH_MEASURE_ANY];
    return statements;
}

static lyh_cell square_cell(const pairs *all, size_t row, size_t column, lyh_unit unit)
{
    size_t at = row * all->count + column;
    if (row == column && unit != LYH_UNIT_PERSONS)
        return lyh_cell_count(statements_of(all, row));
    if (row != column && are_related(all, row, column))
        return lyh_cell_not_asked();
    return lyh_cell_count(unit == LYH_UNIT_PERSONS ? all->persons[at] : all->overlaps[at]);
}

lyh_table *lyh_tally_cooccurrence_square(lyh_tally *tally, const lyh_tally_view *view,
                                         const lyh_statement_log *log, lyh_unit unit)
{
    const lyh_catalog *catalog = view->catalog;
    g_auto(pairs) all;
    pairs_init(&all, tally, view->threshold, log);
    size_t shown = tables_are_hidden(tally, view) ? 0 : all.count;
    lyh_table *table = lyh_table_new("cooccurrence");
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "Theme"));
    for (size_t row = 0; row < shown; row++)
        lyh_table_add_column(table,
                             lyh_codebook_code(tally->codebook, code_at(&all, row))->name,
                             tables_label_of(tally, code_at(&all, row)));
    for (size_t row = 0; row < shown; row++) {
        lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0,
                           lyh_cell_text(tables_label_of(tally, code_at(&all, row))));
        for (size_t column = 0; column < shown; column++)
            lyh_table_set_cell(table, row, column + 1,
                               square_cell(&all, row, column, unit));
    }
    bool is_persons = unit == LYH_UNIT_PERSONS;
    label(&all, view,
          is_persons ? lyh_tr(catalog, "persons who took up both themes")
                     : lyh_tr(catalog, "places where statements of both themes overlap"),
          table);
    lyh_table_add_note(
        table, is_persons
                   ? lyh_tr(catalog, "On the diagonal: persons who took up the theme. "
                                     "– one theme is part of the other.")
                   : lyh_tr(catalog, "On the diagonal: statements of the theme. – one "
                                     "theme is part of the other."));
    if (!is_persons)
        note_overlaps(view, table);
    return table;
}
