#include <lyhord/coding/learning.h>

#include <math.h>
#include <string.h>

#include "learning_private.h"
#include "order.h"
#include "sentence.h"

const char *lyh_learned_status_name(lyh_learned_status status)
{
    static const char *const names[] = { "unused", "few", "chance", "suggests" };
    g_assert(status <= LYH_LEARNED_WELL);
    return names[status];
}

static void clear_document(gpointer document)
{
    g_free(((learning_document *)document)->name);
}

lyh_learning *lyh_learning_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                               lyh_lexicon *lexicon, lyh_compounds *compounds)
{
    size_t codes = lyh_codebook_count(codebook);
    lyh_learning *learning = g_new0(lyh_learning, 1);
    learning->codebook = codebook;
    learning->features = learning_features_new(codebook, vocabulary, lexicon, compounds);
    learning->documents = g_array_new(FALSE, FALSE, sizeof(learning_document));
    g_array_set_clear_func(learning->documents, clear_document);
    learning->sentences = g_array_new(FALSE, FALSE, sizeof(learning_sentence));
    learning->items = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    learning->decisions = g_array_new(FALSE, FALSE, sizeof(learning_decision));
    learning->learned = g_new0(lyh_learned, codes);
    learning->models = g_new0(learning_model, codes);
    learning->best = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    return learning;
}

void lyh_learning_free(lyh_learning *learning)
{
    if (!learning)
        return;
    for (size_t i = 0; i < lyh_codebook_count(learning->codebook); i++)
        learning_model_clear(&learning->models[i]);
    learning_features_free(learning->features);
    g_array_unref(learning->documents);
    g_array_unref(learning->sentences);
    g_array_unref(learning->items);
    g_array_unref(learning->decisions);
    g_ptr_array_unref(learning->best);
    g_free(learning->order);
    g_free(learning->learned);
    g_free(learning->models);
    g_free(learning);
}

/* ---- what people decided ---- */

/* A decision on its way to its sentence. */
typedef struct placed {
    size_t sentence;
    learning_decision decision;
} placed;

static bool decides(const lyh_coding *coding)
{
    return coding->status != LYH_SUGGESTED && coding->state != LYH_QUOTED;
}

static void place_on(GArray *all, const lyh_tokens *tokens, const lyh_coding *coding)
{
    const placed fresh = { .decision = { coding->code, coding->status == LYH_REJECTED } };
    size_t sentences = lyh_tokens_sentence_count(tokens);
    for (size_t i = sentence_at(tokens, coding->start); i < sentences; i++) {
        size_t start, end;
        sentence_span(tokens, i, &start, &end);
        if (start >= coding->end)
            return;
        if (end <= coding->start)
            continue;
        g_array_append_val(all, fresh);
        g_array_index(all, placed, all->len - 1).sentence = i;
    }
}

static gint by_sentence(gconstpointer one, gconstpointer two)
{
    const placed *a = one, *b = two;
    int sentence = order(a->sentence, b->sentence);
    int code = order(a->decision.code, b->decision.code);
    return sentence ? sentence
           : code   ? code
                    : order(a->decision.is_rejected, b->decision.is_rejected);
}

static GArray *decisions_of(const lyh_tokens *tokens, const lyh_codings *people)
{
    GArray *all = g_array_new(FALSE, TRUE, sizeof(placed));
    for (size_t i = 0; i < lyh_codings_count(people); i++)
        if (decides(lyh_codings_at(people, i)))
            place_on(all, tokens, lyh_codings_at(people, i));
    g_array_sort(all, by_sentence);
    return all;
}

/* ---- the sentences ---- */

bool learning_is_unit(const lyh_document *document, const lyh_tokens *tokens,
                      size_t sentence)
{
    const lyh_sentence *found = &lyh_tokens_sentences(tokens)[sentence];
    const lyh_turn *turn = lyh_document_turn(document, found->turn);
    if (turn->role != LYH_ROLE_RESPONDENT || turn->respondent == LYH_NONE)
        return false;
    for (size_t i = found->first; i < found->end; i++)
        if (!(lyh_tokens_all(tokens)[i].flags & LYH_TOKEN_ASIDE))
            return true;
    return false;
}

/* Those of @all from @first on that are about the same sentence; returns where the next one's begin. */
static guint add_decisions(lyh_learning *learning, const GArray *all, guint first)
{
    guint end = first;
    for (; end < all->len && g_array_index(all, placed, end).sentence ==
                                 g_array_index(all, placed, first).sentence;
         end++)
        if (end == first || by_sentence(&g_array_index(all, placed, end - 1),
                                        &g_array_index(all, placed, end)) != 0)
            g_array_append_val(learning->decisions,
                               g_array_index(all, placed, end).decision);
    return end;
}

static size_t person_of(const lyh_document *document, const lyh_tokens *tokens,
                        size_t sentence)
{
    return lyh_document_turn(document, lyh_tokens_sentences(tokens)[sentence].turn)
        ->respondent;
}

void lyh_learning_add_document(lyh_learning *learning, const lyh_document *document,
                               const lyh_tokens *tokens, const lyh_codings *people,
                               const lyh_codings *rules)
{
    g_assert(!learning->is_fitted);
    g_autoptr(GArray) all = decisions_of(tokens, people);
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    learning_document added = { g_strdup(lyh_document_name(document)),
                                learning->sentences->len, 0 };
    size_t next_hit = 0;
    for (guint i = 0; i < all->len;) {
        learning_sentence fresh = {
            .document = learning->documents->len,
            .sentence = g_array_index(all, placed, i).sentence,
            .first_item = learning->items->len,
            .first_decision = learning->decisions->len,
        };
        i = add_decisions(learning, all, i);
        if (!learning_is_unit(document, tokens, fresh.sentence)) {
            g_array_set_size(learning->decisions, (guint)fresh.first_decision);
            continue;
        }
        learning_features_read(learning->features, tokens, fresh.sentence, rules, &next_hit,
                               items);
        if (items->len > 0)
            g_array_append_vals(learning->items, items->data, items->len);
        fresh.person = person_of(document, tokens, fresh.sentence);
        fresh.items = items->len;
        fresh.decisions = learning->decisions->len - fresh.first_decision;
        g_array_append_val(learning->sentences, fresh);
    }
    added.end = learning->sentences->len;
    g_array_append_val(learning->documents, added);
}

learning_label learning_label_of(const lyh_learning *learning,
                                 const learning_sentence *sentence, size_t code)
{
    const lyh_codebook *book = learning->codebook;
    bool is_rejected = false, is_above = false, is_other = false;
    for (size_t i = 0; i < sentence->decisions; i++) {
        const learning_decision *decision = &g_array_index(
            learning->decisions, learning_decision, sentence->first_decision + i);
        bool is_up = lyh_codebook_is_within(book, code, decision->code);
        if (decision->is_rejected) {
            is_rejected |= is_up;
            continue;
        }
        if (lyh_codebook_is_within(book, decision->code, code))
            return LEARNING_POSITIVE;
        is_above |= is_up;
        is_other |= !is_up;
    }
    return is_rejected             ? LEARNING_REJECTED
           : is_other && !is_above ? LEARNING_OTHER
                                   : LEARNING_OPEN;
}

/* ---- learning a code ---- */

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

/* The rows of one code, and whether its rules hit them. */
typedef struct code_rows {
    GArray *rows; /* learning_row */
    GArray *hits; /* bool */
} code_rows;

static void code_rows_clear(code_rows *of)
{
    g_array_unref(of->rows);
    g_array_unref(of->hits);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(code_rows, code_rows_clear)

static bool is_hit(const lyh_learning *learning, const learning_row *row, size_t code)
{
    for (size_t i = 0; i < row->count; i++) {
        size_t of = learning_feature_code(learning->features, row->items[i]);
        if (of != LYH_NONE && lyh_codebook_is_within(learning->codebook, of, code))
            return true;
    }
    return false;
}

static code_rows rows_of(const lyh_learning *learning, size_t code, lyh_learned *learned)
{
    code_rows of = { g_array_new(FALSE, FALSE, sizeof(learning_row)),
                     g_array_new(FALSE, FALSE, sizeof(bool)) };
    for (guint i = 0; i < learning->sentences->len; i++) {
        const learning_sentence *sentence =
            &g_array_index(learning->sentences, learning_sentence, i);
        learning_label label = learning_label_of(learning, sentence, code);
        if (label == LEARNING_OPEN)
            continue;
        const learning_row row = {
            .items = (const uint32_t *)(const void *)learning->items->data +
                     sentence->first_item,
            .count = sentence->items,
            .person = sentence->person,
            .document = sentence->document,
            .is_positive = label == LEARNING_POSITIVE,
        };
        bool hit = is_hit(learning, &row, code);
        learned->rejected += label == LEARNING_REJECTED;
        g_array_append_val(of.rows, row);
        g_array_append_val(of.hits, hit);
    }
    return of;
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

static void learn(lyh_learning *learning, size_t code)
{
    lyh_learned *learned = &learning->learned[code];
    g_auto(code_rows) of = rows_of(learning, code, learned);
    size_t features = learning_features_count(learning->features);
    learned->positive = decided(of.rows, true);
    learned->negative = decided(of.rows, false);
    if (learned->positive.sentences == 0 && learned->rejected == 0)
        return;
    learned->status = LYH_LEARNED_FEW;
    if (!is_enough(&learned->positive) || !is_enough(&learned->negative))
        return;
    const learning_row *rows = (const learning_row *)(const void *)of.rows->data;
    const bool *hits = (const bool *)(const void *)of.hits->data;
    learning_measure(learned, rows, hits, of.rows->len, learning->order, features);
    if (learned->status == LYH_LEARNED_WELL)
        learning->models[code] =
            learning_model_fit(rows, of.rows->len, learning->order, features);
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
