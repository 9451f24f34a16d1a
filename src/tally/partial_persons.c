/* Partial results of transcripts: a cell a person, by id. */
#include "partial_private.h"

#include <string.h>

/* Behind everybody's rows; as large a number as JSON keeps. */
#define NOBODYS_ROW (((size_t)1 << 53) - 1)

bool lyh_partial_has_ids(const lyh_partial *partial)
{
    return partial->has_ids;
}

const lyh_partial_totals *lyh_partial_totals_of(const lyh_partial *partial)
{
    return &partial->totals;
}

const char *partial_cell_id(const lyh_partial *partial, size_t cell)
{
    const char *at = g_array_index(partial->cells, partial_cell, cell).key;
    for (size_t i = 0; i < partial->attribute_count; i++)
        at = strchr(at, '\n') + 1;
    return at;
}

bool partial_cell_is_nobodys(const lyh_partial *partial, size_t cell)
{
    return partial->has_ids && *partial_cell_id(partial, cell) == '\0';
}

/* ---- from a tally ---- */

/* While a tally is made a partial result. */
typedef struct taking {
    lyh_partial *partial;
    const lyh_tally *tally;
    const size_t *attributes;
} taking;

static size_t take_cell(const taking *from, size_t respondent, size_t row)
{
    lyh_partial *partial = from->partial;
    const lyh_respondents *people = from->tally->respondents;
    g_string_truncate(partial->key, 0);
    for (size_t i = 0; i < partial->attribute_count; i++) {
        gsize start = partial->key->len;
        if (respondent != LYH_NONE)
            g_string_append(partial->key,
                            lyh_respondents_value(people, respondent, from->attributes[i]));
        g_strdelimit(partial->key->str + start, "\n", ' ');
        g_string_append_c(partial->key, '\n');
    }
    if (respondent != LYH_NONE)
        g_string_append(partial->key, lyh_respondents_id(people, respondent));
    return partial_cell_take(partial, row);
}

static void take_counter(const taking *from, const tally_counter *counter, size_t cell)
{
    tally_counter *to = partial_counter(from->partial, cell, counter->code);
    *to = *counter;
    to->respondent = cell;
}

/* Cells are in the order of the respondents; nobody's is behind them. */
static void take_all(const taking *from, const size_t *rows)
{
    const lyh_tally *tally = from->tally;
    size_t count = lyh_respondents_count(tally->respondents);
    for (size_t i = 0; i < count; i++) {
        size_t cell = take_cell(from, i, rows[i]);
        g_assert(cell == i);
        if (i < tally->persons->len)
            *partial_people(from->partial, cell) =
                g_array_index(tally->persons, tally_person, i);
    }
    size_t nobodys = take_cell(from, LYH_NONE, NOBODYS_ROW);
    partial_people(from->partial, nobodys)->words = tally->nobodys_words;
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++) {
        tally_counter counter;
        for (size_t at = 0; tally_counters_next(tally->counters, code, &at, &counter);)
            take_counter(from, &counter,
                         counter.respondent == LYH_NONE ? nobodys : counter.respondent);
    }
}

lyh_partial *lyh_partial_of_tally(const lyh_tally *tally, const size_t *attributes,
                                  size_t attribute_count, const size_t *rows,
                                  const lyh_partial_totals *totals)
{
    lyh_tally_options options = tally->options;
    options.log = NULL;
    g_autofree const char **names = g_new(const char *, attribute_count + 1);
    for (size_t i = 0; i < attribute_count; i++)
        names[i] = lyh_respondents_attribute(tally->respondents, attributes[i]);
    lyh_partial *partial =
        lyh_partial_new(tally->codebook, &options, names, attribute_count);
    const taking from = { partial, tally, attributes };
    partial->has_ids = true;
    partial->is_counted = true;
    partial->totals = *totals;
    take_all(&from, rows);
    return partial;
}

/* ---- to a tally ---- */

static void pour_code(const lyh_partial *partial, size_t code, const size_t *respondents,
                      lyh_tally *tally)
{
    tally_counter counter;
    size_t own = lyh_codebook_find(tally->codebook,
                                   lyh_codebook_code(partial->codebook, code)->name);
    for (size_t at = 0;
         tally_counters_next(partial->sums->counters, code, &at, &counter);) {
        g_assert(own != LYH_NONE);
        tally_add_counter(tally, own, respondents[counter.respondent], &counter);
    }
}

void lyh_partial_pour(const lyh_partial *partial, lyh_tally *tally,
                      size_t (*respondent_of)(void *user, const char *id, size_t row),
                      void *user)
{
    g_autoptr(GArray) order = partial_cells_in_order(partial);
    g_autofree size_t *respondents = g_new(size_t, order->len + 1);
    const GArray *people = partial->sums->persons;
    g_assert(partial->has_ids);
    for (guint i = 0; i < order->len; i++) {
        size_t cell = g_array_index(order, size_t, i);
        size_t row = g_array_index(partial->cells, partial_cell, cell).row;
        respondents[cell] = partial_cell_is_nobodys(partial, cell)
                                ? LYH_NONE
                                : respondent_of(user, partial_cell_id(partial, cell), row);
        if (cell < people->len)
            tally_add_words(tally, respondents[cell],
                            &g_array_index(people, tally_person, cell));
    }
    for (size_t code = 0; code < lyh_codebook_count(partial->codebook); code++)
        pour_code(partial, code, respondents, tally);
}
