/*
 * From what people decided to a model a code.
 */
#include <math.h>
#include <string.h>

#include "learning_private.h"
#include "../order.h"

/* ---- the rows of a code ---- */

static bool is_hit(const lyh_learning *learning, const learning_row *row, size_t code)
{
    for (size_t i = 0; i < row->count; i++) {
        size_t of = learning_feature_code(learning->features, row->items[i]);
        if (of != LYH_NONE && lyh_codebook_is_within(learning->codebook, of, code))
            return true;
    }
    return false;
}

static learning_row row_of(const lyh_learning *learning, const learning_sentence *sentence,
                           size_t code, learning_label label)
{
    learning_row row = {
        .items =
            (const uint32_t *)(const void *)learning->items->data + sentence->first_item,
        .count = sentence->items,
        .person = sentence->person,
        .document = learning->group_of[sentence->unit],
        .is_positive = label == LEARNING_POSITIVE,
    };
    row.is_hit = is_hit(learning, &row, code);
    return row;
}

static gint by_document(gconstpointer one, gconstpointer two)
{
    return order(((const learning_row *)one)->document,
                 ((const learning_row *)two)->document);
}

/* g_array_sort() is stable: within a document rows stay in the order of the text. */
static GArray *rows_of(const lyh_learning *learning, size_t code, lyh_learned *learned)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(learning_row));
    for (guint i = 0; i < learning->sentences->len; i++) {
        const learning_sentence *sentence =
            &g_array_index(learning->sentences, learning_sentence, i);
        learning_label label = learning_label_of(learning, sentence, code);
        if (label == LEARNING_OPEN)
            continue;
        learning_row row = row_of(learning, sentence, code, label);
        learned->rejected += label == LEARNING_REJECTED;
        g_array_append_val(rows, row);
    }
    g_array_sort(rows, by_document);
    return rows;
}

static lyh_decided decided(const GArray *rows, bool is_positive)
{
    g_autoptr(GHashTable) persons = g_hash_table_new(NULL, NULL);
    lyh_decided side = { 0 };
    size_t last = LYH_NONE;
    for (guint i = 0; i < rows->len; i++) {
        const learning_row *row = &g_array_index(rows, learning_row, i);
        if (row->is_positive != is_positive)
            continue;
        side.sentences++;
        side.documents += row->document != last;
        last = row->document;
        g_hash_table_add(persons, GSIZE_TO_POINTER(row->person));
    }
    side.persons = g_hash_table_size(persons);
    return side;
}

static bool is_enough(const lyh_decided *side)
{
    return side->sentences >= LYH_LEARNING_SENTENCES &&
           side->persons >= LYH_LEARNING_PERSONS &&
           side->documents >= LYH_LEARNING_DOCUMENTS;
}

/* In a large codebook most codes have nothing to do with any decision, and every sentence would be asked. */
static bool is_concerned(const lyh_learning *learning, size_t code)
{
    const lyh_codebook *book = learning->codebook;
    for (size_t i = 0; i < lyh_codebook_count(book); i++)
        if (learning->is_decided[i] && (lyh_codebook_is_within(book, i, code) ||
                                        lyh_codebook_is_within(book, code, i)))
            return true;
    return false;
}

static void learn(lyh_learning *learning, size_t code)
{
    lyh_learned *learned = &learning->learned[code];
    if (!is_concerned(learning, code))
        return;
    g_autoptr(GArray) all = rows_of(learning, code, learned);
    const learning_row *rows = (const learning_row *)(const void *)all->data;
    size_t features = learning_features_count(learning->features);
    learned->positive = decided(all, true);
    learned->negative = decided(all, false);
    if (learned->positive.sentences == 0 && learned->rejected == 0)
        return;
    learned->status = LYH_LEARNED_FEW;
    if (!is_enough(&learned->positive) || !is_enough(&learned->negative))
        return;
    learning_measure(learned, rows, all->len, learning->order, features);
    if (learned->status == LYH_LEARNED_WELL)
        learning->models[code] =
            learning_model_fit(rows, all->len, learning->order, features);
}

/* ---- documents that hang together ---- */

static size_t root_of(size_t *group_of, size_t unit)
{
    while (group_of[unit] != unit)
        unit = group_of[unit] = group_of[group_of[unit]];
    return unit;
}

/*
 * Who is heard in two documents speaks alike in both: left out together, or a model would be tried on somebody
 * it has learned from.
 */
static size_t *groups_of(const lyh_learning *learning)
{
    g_autoptr(GHashTable) first = g_hash_table_new(NULL, NULL); /* person -> unit + 1 */
    size_t *group_of = g_new(size_t, learning->units + 1);
    for (size_t i = 0; i < learning->units; i++)
        group_of[i] = i;
    for (guint i = 0; i < learning->sentences->len; i++) {
        const learning_sentence *sentence =
            &g_array_index(learning->sentences, learning_sentence, i);
        gpointer person = GSIZE_TO_POINTER(sentence->person);
        size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(first, person));
        if (known == 0)
            g_hash_table_insert(first, person, GSIZE_TO_POINTER(sentence->unit + 1));
        size_t one = root_of(group_of, known > 0 ? known - 1 : sentence->unit);
        size_t two = root_of(group_of, sentence->unit);
        group_of[MAX(one, two)] = MIN(one, two);
    }
    for (size_t i = 0; i < learning->units; i++)
        group_of[i] = root_of(group_of, i);
    return group_of;
}

static bool *decided_codes(const lyh_learning *learning)
{
    bool *are_decided = g_new0(bool, lyh_codebook_count(learning->codebook));
    for (guint i = 0; i < learning->decisions->len; i++)
        are_decided[g_array_index(learning->decisions, learning_decision, i).code] = true;
    return are_decided;
}

/* ---- all codes ---- */

static gint by_name(gconstpointer one, gconstpointer two, gpointer features)
{
    return strcmp(learning_feature_name(features, *(const uint32_t *)one),
                  learning_feature_name(features, *(const uint32_t *)two));
}

static uint32_t *features_by_name(learning_features *features)
{
    size_t count = learning_features_count(features);
    uint32_t *all = g_new(uint32_t, count);
    for (size_t i = 0; i < count; i++)
        all[i] = (uint32_t)i;
    g_qsort_with_data(all, (gint)count, sizeof *all, by_name, features);
    return all;
}

static lyh_learned nothing_measured(void)
{
    const lyh_interval none = { NAN, NAN };
    return (lyh_learned){ .base_rate = NAN,
                          .precision = NAN,
                          .recall = NAN,
                          .average_precision = NAN,
                          .gain = none,
                          .auc = NAN,
                          .auc_interval = none,
                          .brier = NAN,
                          .brier_base = NAN,
                          .rules_precision = NAN,
                          .rules_recall = NAN,
                          .rules_average_precision = NAN };
}

void lyh_learning_fit(lyh_learning *learning)
{
    g_assert(!learning->is_fitted);
    learning->is_fitted = true;
    learning_features_close(learning->features);
    learning->order = features_by_name(learning->features);
    learning->group_of = groups_of(learning);
    learning->is_decided = decided_codes(learning);
    for (size_t i = 0; i < lyh_codebook_count(learning->codebook); i++) {
        learning->learned[i] = nothing_measured();
        learn(learning, i);
    }
}

lyh_learned lyh_learning_of(const lyh_learning *learning, size_t code)
{
    g_assert(learning->is_fitted && code < lyh_codebook_count(learning->codebook));
    return learning->learned[code];
}
