#include "partial_private.h"

#include <string.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"
#include "../corpus/autoptr.h"

lyh_partial *lyh_partial_new(const lyh_codebook *codebook, const lyh_tally_options *options,
                             const char *const *attributes, size_t attribute_count)
{
    lyh_partial *partial = g_new0(lyh_partial, 1);
    partial->codebook = codebook;
    partial->attributes = g_new0(char *, attribute_count + 1);
    for (size_t i = 0; i < attribute_count; i++)
        partial->attributes[i] = g_strdup(attributes[i]);
    partial->attribute_count = attribute_count;
    if (codebook)
        partial->sums = lyh_tally_new(codebook, NULL, options);
    partial->cells = g_array_new(FALSE, FALSE, sizeof(partial_cell));
    partial->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    partial->key = g_string_new(NULL);
    partial->ids = partial_ids_new();
    partial->said = partial_said_new();
    return partial;
}

void lyh_partial_free(lyh_partial *partial)
{
    if (!partial)
        return;
    lyh_respondents_free(partial->people);
    lyh_source_free(partial->people_source);
    lyh_tally_free(partial->batch);
    lyh_tally_free(partial->sums);
    lyh_codebook_free(partial->own_codebook);
    lyh_source_free(partial->book_source);
    g_clear_pointer(&partial->strings, g_ptr_array_unref);
    g_free(partial->inputs);
    partial_ids_free(partial->ids);
    partial_said_free(partial->said);
    g_string_free(partial->key, TRUE);
    g_hash_table_unref(partial->by_key);
    g_array_unref(partial->cells);
    g_strfreev(partial->attributes);
    g_free(partial);
}

/* ---- cells ---- */

size_t partial_cell_take(lyh_partial *partial, size_t row)
{
    gpointer known = g_hash_table_lookup(partial->by_key, partial->key->str);
    if (known) {
        size_t index = GPOINTER_TO_SIZE(known) - 1;
        partial_cell *cell = &g_array_index(partial->cells, partial_cell, index);
        cell->row = MIN(cell->row, row);
        return index;
    }
    partial_cell cell = { g_strdup(partial->key->str), row };
    g_array_append_val(partial->cells, cell);
    g_hash_table_insert(partial->by_key, (char *)cell.key,
                        GSIZE_TO_POINTER((gsize)partial->cells->len));
    return partial->cells->len - 1;
}

tally_counter *partial_counter(lyh_partial *partial, size_t cell, size_t code)
{
    return tally_counters_take(partial->sums->counters, code, cell);
}

tally_person *partial_people(lyh_partial *partial, size_t cell)
{
    GArray *people = partial->sums->persons;
    if (cell >= people->len)
        g_array_set_size(people, (guint)cell + 1);
    return &g_array_index(people, tally_person, cell);
}

/* Values as one text; a line end within a value would part it in two. */
static void set_key(lyh_partial *partial, const char *const *values)
{
    g_string_truncate(partial->key, 0);
    for (size_t i = 0; i < partial->attribute_count; i++) {
        gsize start = partial->key->len;
        g_string_append(partial->key, values[i]);
        g_strdelimit(partial->key->str + start, "\n", ' ');
        g_string_append_c(partial->key, '\n');
    }
}

/* ---- counting ---- */

size_t lyh_partial_take(lyh_partial *partial, const lyh_partial_person *person)
{
    g_assert(!partial->is_counted);
    set_key(partial, person->values);
    size_t cell = partial_cell_take(partial, person->row);
    size_t index = partial_ids_take(partial->ids, person->id, person->id_size, cell);
    return partial_ids_cell(partial->ids, index) == cell ? index : LYH_NONE;
}

void lyh_partial_expect(lyh_partial *partial, const char *id, size_t size)
{
    g_assert(!partial->is_counted);
    partial_ids_expect(partial->ids, id, size);
}

void lyh_partial_add_answers(lyh_partial *partial, size_t answers)
{
    partial->answers += answers;
}

size_t lyh_partial_answers(const lyh_partial *partial)
{
    return partial->answers;
}

static void add_people(lyh_partial *partial, const size_t *persons)
{
    const GArray *heard = partial->batch->persons;
    for (guint i = 0; i < heard->len; i++) {
        const tally_person *here = &g_array_index(heard, tally_person, i);
        if (here->words == 0 && here->people == 0)
            continue;
        size_t cell = partial_ids_cell(partial->ids, persons[i]);
        tally_person *people = partial_people(partial, cell);
        people->words += here->words;
        if (here->people == 0 || partial_ids_has_spoken(partial->ids, persons[i]))
            continue;
        partial_ids_set_spoken(partial->ids, persons[i]);
        people->people++;
    }
}

/* Hits, statements and words are sums at once; who said it waits until all answers are read. */
static void add_counter(lyh_partial *partial, const tally_counter *here, size_t person)
{
    tally_counter *sum =
        partial_counter(partial, partial_ids_cell(partial->ids, person), here->code);
    unsigned measures = 0;
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        sum->hits[measure] += here->hits[measure];
        sum->statements[measure] += here->statements[measure];
        sum->words[measure] += here->words[measure];
        measures |= here->persons[measure] > 0 ? 1u << measure : 0;
    }
    partial_said_add(partial->said, person, here->code, measures);
}

typedef struct adding {
    lyh_partial *partial;
    const size_t *persons;
} adding;

static void add_counter_of(const tally_counter *here, void *user)
{
    const adding *to = user;
    add_counter(to->partial, here, to->persons[here->respondent]);
}

void lyh_partial_add(lyh_partial *partial, const lyh_document *document,
                     const lyh_tokens *tokens, const lyh_codings *codings,
                     const size_t *persons, size_t count)
{
    g_assert(!partial->is_counted);
    if (!partial->batch)
        partial->batch = lyh_tally_new(partial->codebook, NULL, &partial->sums->options);
    lyh_tally_add(partial->batch, document, tokens, codings);
    g_assert(partial->batch->persons->len <= count);
    add_people(partial, persons);
    adding to = { partial, persons };
    tally_counters_drain(partial->batch->counters, add_counter_of, &to);
    g_array_set_size(partial->batch->persons, 0);
}

void partial_count(lyh_partial *partial)
{
    partial_saying saying;
    if (partial->is_counted)
        return;
    partial_said_end(partial->said);
    for (size_t at = 0; partial_said_next(partial->said, &at, &saying);) {
        if (!partial_ids_has_spoken(partial->ids, saying.person))
            continue;
        tally_counter *sum = partial_counter(
            partial, partial_ids_cell(partial->ids, saying.person), saying.code);
        for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++)
            sum->persons[measure] += saying.measures >> measure & 1;
    }
    g_clear_pointer(&partial->ids, partial_ids_free);
    g_clear_pointer(&partial->said, partial_said_free);
    partial->is_counted = true;
}

/* ---- merging ---- */

/* Persons of two parts are different ones, but for one whom both know by their id. */
static size_t together(const lyh_partial *partial, size_t some, size_t more)
{
    return partial->has_ids ? MAX(some, more) : some + more;
}

static void merge_counter(lyh_partial *partial, size_t cell, const tally_counter *other)
{
    tally_counter *sum = partial_counter(partial, cell, other->code);
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        sum->persons[measure] =
            together(partial, sum->persons[measure], other->persons[measure]);
        sum->hits[measure] += other->hits[measure];
        sum->statements[measure] += other->statements[measure];
        sum->words[measure] += other->words[measure];
    }
}

/* A transcript that one part has read is known from then on: a third may have read another. */
static void learn_inputs(lyh_partial *partial, const lyh_partial *other)
{
    size_t count = MIN(partial->origin.input_count, other->origin.input_count);
    for (size_t i = 0; i < count; i++) {
        if (*partial->inputs[i].sha256)
            continue;
        char *sum = g_strdup(other->inputs[i].sha256);
        g_ptr_array_add(partial->strings, sum);
        partial->inputs[i].sha256 = sum;
    }
}

void lyh_partial_merge(lyh_partial *partial, const lyh_partial *other)
{
    learn_inputs(partial, other);
    partial_count(partial);
    partial_count((lyh_partial *)other);
    g_autofree size_t *cells = g_new(size_t, other->cells->len + 1);
    for (guint i = 0; i < other->cells->len; i++) {
        const partial_cell *cell = &g_array_index(other->cells, partial_cell, i);
        g_string_assign(partial->key, cell->key);
        cells[i] = partial_cell_take(partial, cell->row);
        if (i < other->sums->persons->len) {
            const tally_person *more =
                &g_array_index(other->sums->persons, tally_person, i);
            tally_person *people = partial_people(partial, cells[i]);
            people->words += more->words;
            people->people = together(partial, people->people, more->people);
        }
    }
    for (size_t code = 0; code < lyh_codebook_count(other->codebook); code++) {
        tally_counter counter;
        for (size_t at = 0;
             tally_counters_next(other->sums->counters, code, &at, &counter);)
            merge_counter(partial, cells[counter.respondent], &counter);
    }
    partial->answers += other->answers;
    partial->totals.documents += other->totals.documents;
    partial->totals.words += other->totals.words;
    partial->totals.other_words += other->totals.other_words;
    partial->totals.counted += other->totals.counted;
    partial->totals.suggested += other->totals.suggested;
}
