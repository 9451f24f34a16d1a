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
    partial->cells_at_hand = g_array_new(FALSE, FALSE, sizeof(size_t));
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
    lyh_tally_free(partial->heard);
    g_array_unref(partial->cells_at_hand);
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
        if (memchr(partial->key->str + start, '\n', partial->key->len - start))
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

/* While a document is added. */
typedef struct adding {
    lyh_partial *partial;
    const size_t *persons;
} adding;

/* Hits, statements and words are sums at once; who said it waits until all answers are read. */
static void hear(void *user, size_t respondent, size_t code, unsigned measures)
{
    const adding *to = user;
    partial_said_add(to->partial->said, to->persons[respondent], code, measures);
}

static void note_speakers(lyh_partial *partial, const lyh_document *document,
                          const lyh_tokens *tokens, const size_t *persons)
{
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (turn->role != LYH_ROLE_RESPONDENT || turn->respondent == LYH_NONE ||
            lyh_tokens_words_in_turn(tokens, i) == 0 ||
            !partial_ids_speak(partial->ids, persons[turn->respondent]))
            continue;
        size_t cell = partial_ids_cell(partial->ids, persons[turn->respondent]);
        partial_people(partial, cell)->people++;
    }
}

void lyh_partial_add(lyh_partial *partial, const lyh_document *document,
                     const lyh_tokens *tokens, const lyh_codings *codings,
                     const size_t *persons, size_t count)
{
    adding to = { partial, persons };
    g_assert(!partial->is_counted);
    if (!partial->heard)
        partial->heard = lyh_tally_new(partial->codebook, NULL, &partial->sums->options);
    g_array_set_size(partial->cells_at_hand, (guint)count);
    size_t *cells = (size_t *)(void *)partial->cells_at_hand->data;
    for (size_t i = 0; i < count; i++)
        cells[i] = partial_ids_cell(partial->ids, persons[i]);
    const tally_others others = { cells, hear, &to };
    tally_add_others(partial->heard, document, tokens, codings, &others);
    note_speakers(partial, document, tokens, persons);
}

/* What was heard, but persons: of a cell there are many, and only who said what is known. */
static void add_heard(lyh_partial *partial)
{
    for (guint cell = 0; cell < partial->heard->persons->len; cell++)
        partial_people(partial, cell)->words +=
            g_array_index(partial->heard->persons, tally_person, cell).words;
    for (size_t code = 0; code < lyh_codebook_count(partial->codebook); code++) {
        tally_counter counter;
        for (size_t at = 0;
             tally_counters_next(partial->heard->counters, code, &at, &counter);) {
            memset(counter.persons, 0, sizeof counter.persons);
            *partial_counter(partial, counter.respondent, code) = counter;
        }
    }
    g_clear_pointer(&partial->heard, lyh_tally_free);
}

void partial_count(lyh_partial *partial)
{
    partial_saying saying;
    if (partial->is_counted)
        return;
    if (partial->heard)
        add_heard(partial);
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
