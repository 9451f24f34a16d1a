/*
 * What the models say: the words they weigh, and the sentences worth reading next.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "learning_private.h"
#include "../order.h"
#include "../matching/sentence.h"

/* ---- words ---- */

static int by_weight(const void *one, const void *two)
{
    const lyh_learned_word *a = one, *b = two;
    double heavy = fabs(a->weight), other = fabs(b->weight);
    return heavy != other ? (heavy < other) - (heavy > other) : strcmp(a->word, b->word);
}

static void count_sentences(const lyh_learning *learning, size_t code, size_t *positive,
                            size_t *negative)
{
    for (guint i = 0; i < learning->sentences->len; i++) {
        const learning_sentence *sentence =
            &g_array_index(learning->sentences, learning_sentence, i);
        learning_label label = learning_label_of(learning, sentence, code);
        for (size_t j = 0; label != LEARNING_OPEN && j < sentence->items; j++) {
            uint32_t item =
                g_array_index(learning->items, uint32_t, sentence->first_item + j);
            ++*(label == LEARNING_POSITIVE ? &positive[item] : &negative[item]);
        }
    }
}

lyh_learned_word *lyh_learning_words(const lyh_learning *learning, size_t code,
                                     size_t limit, size_t *count)
{
    const learning_model *model = &learning->models[code];
    g_assert(learning->is_fitted);
    *count = 0;
    if (!model->weights)
        return NULL;
    g_autofree size_t *positive = g_new0(size_t, model->features);
    g_autofree size_t *negative = g_new0(size_t, model->features);
    count_sentences(learning, code, positive, negative);
    GArray *words = g_array_new(FALSE, FALSE, sizeof(lyh_learned_word));
    for (uint32_t i = 0; i < model->features; i++) {
        const lyh_learned_word word = { learning_feature_name(learning->features, i),
                                        model->weights[i], model->persons[i], positive[i],
                                        negative[i] };
        if (learning_model_knows(model, i))
            g_array_append_val(words, word);
    }
    g_array_sort(words, by_weight);
    *count = MIN(words->len, limit);
    return (lyh_learned_word *)(void *)g_array_free(words, *count == 0);
}

/* ---- sentences ---- */

/* A document while its sentences are scored. */
typedef struct rank_walk {
    lyh_learning *learning;
    const lyh_document *document;
    const lyh_tokens *tokens;
    size_t limit;
    size_t sentence;
    const learning_sentence *decided; /* the same one, or NULL: nobody decided anything */
    const GArray *items;
} rank_walk;

static void clear_suggestion(gpointer suggestion)
{
    g_free(((lyh_suggestion *)suggestion)->quote);
}

static gint by_rank(gconstpointer one, gconstpointer two)
{
    const lyh_suggestion *a = one, *b = two;
    int document = order(a->document, b->document);
    if (a->score != b->score)
        return a->score < b->score ? 1 : -1;
    return document ? document : order(a->sentence, b->sentence);
}

static void keep_best(GArray *best, size_t limit)
{
    g_array_sort(best, by_rank);
    if (best->len > limit)
        g_array_set_size(best, (guint)limit);
}

static void add_words(const rank_walk *walk, const learning_model *model, size_t known,
                      lyh_suggestion *found)
{
    const uint32_t *items = (const uint32_t *)(const void *)walk->items->data;
    g_autofree lyh_learned_word *words = g_new(lyh_learned_word, known);
    size_t count = 0;
    for (guint i = 0; i < walk->items->len; i++)
        if (learning_model_knows(model, items[i]))
            words[count++] = (lyh_learned_word){
                .word = learning_feature_name(walk->learning->features, items[i]),
                .weight = model->weights[items[i]] / sqrt((double)known),
            };
    qsort(words, count, sizeof *words, by_weight);
    found->word_count = MIN(count, LYH_SUGGESTION_WORDS);
    memcpy(found->words, words, found->word_count * sizeof *words);
}

static lyh_suggestion suggestion_of(const rank_walk *walk, size_t code, double score)
{
    const lyh_document *document = walk->document;
    lyh_suggestion found = {
        .code = code,
        .score = score,
        .name = g_array_index(walk->learning->documents, learning_document,
                              walk->learning->ranked)
                    .name,
        .document = walk->learning->ranked,
        .turn = lyh_tokens_sentences(walk->tokens)[walk->sentence].turn,
        .sentence = walk->sentence,
    };
    sentence_span(walk->tokens, walk->sentence, &found.start, &found.end);
    found.respondent = lyh_document_turn(document, found.turn)->respondent;
    found.first_character = lyh_document_character(document, found.start);
    found.end_character = lyh_document_character(document, found.end);
    found.quote =
        g_strndup(lyh_document_text(document) + found.start, found.end - found.start);
    return found;
}

/* Twice the limit are held before the lesser half goes: that costs no more than sorting once. */
static void rank_sentence(const rank_walk *walk, size_t code)
{
    const lyh_learning *learning = walk->learning;
    const learning_model *model = &learning->models[code];
    const uint32_t *items = (const uint32_t *)(const void *)walk->items->data;
    bool is_open =
        !walk->decided || learning_label_of(learning, walk->decided, code) == LEARNING_OPEN;
    size_t known = learning_model_known(model, items, walk->items->len);
    if (!is_open || known == 0)
        return;
    double score = learning_model_score(model, items, walk->items->len);
    if (score <= learning->learned[code].base_rate)
        return;
    GArray *best = learning->best->pdata[code];
    lyh_suggestion found = suggestion_of(walk, code, score);
    add_words(walk, model, known, &found);
    g_array_append_val(best, found);
    if (best->len >= 2 * walk->limit)
        keep_best(best, walk->limit);
}

static void begin_ranking(lyh_learning *learning)
{
    for (size_t i = 0; i < lyh_codebook_count(learning->codebook); i++) {
        GArray *best = g_array_new(FALSE, FALSE, sizeof(lyh_suggestion));
        g_array_set_clear_func(best, clear_suggestion);
        g_ptr_array_add(learning->best, best);
    }
}

static bool has_any_model(const lyh_learning *learning)
{
    for (size_t i = 0; i < lyh_codebook_count(learning->codebook); i++)
        if (learning->models[i].weights)
            return true;
    return false;
}

/* The sentence people decided about that is number @sentence, or NULL; @next moves along. */
static const learning_sentence *decided_at(const lyh_learning *learning, size_t end,
                                           size_t sentence, size_t *next)
{
    const GArray *all = learning->sentences;
    while (*next < end && g_array_index(all, learning_sentence, *next).sentence < sentence)
        ++*next;
    bool is_it =
        *next < end && g_array_index(all, learning_sentence, *next).sentence == sentence;
    return is_it ? &g_array_index(all, learning_sentence, *next) : NULL;
}

void lyh_learning_rank(lyh_learning *learning, const lyh_document *document,
                       const lyh_tokens *tokens, const lyh_codings *rules, size_t limit)
{
    g_assert(learning->is_fitted && limit > 0);
    if (learning->ranked == 0)
        begin_ranking(learning);
    g_assert(learning->ranked < learning->documents->len);
    const learning_document *known =
        &g_array_index(learning->documents, learning_document, learning->ranked);
    g_assert(strcmp(known->name, lyh_document_name(document)) == 0);
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    rank_walk walk = { learning, document, tokens, limit, 0, NULL, items };
    size_t next_hit = 0, next_decided = known->first;
    size_t sentences = has_any_model(learning) ? lyh_tokens_sentence_count(tokens) : 0;
    learning->limit = limit;
    for (; walk.sentence < sentences; walk.sentence++) {
        if (!learning_is_unit(document, tokens, walk.sentence))
            continue;
        walk.decided = decided_at(learning, known->end, walk.sentence, &next_decided);
        learning_features_read(learning->features, tokens, walk.sentence, rules, &next_hit,
                               items);
        for (size_t code = 0; code < lyh_codebook_count(learning->codebook); code++)
            if (learning->models[code].weights)
                rank_sentence(&walk, code);
    }
    learning->ranked++;
}

const lyh_suggestion *lyh_learning_suggestions(lyh_learning *learning, size_t code,
                                               size_t *count)
{
    *count = 0;
    if (learning->best->len == 0)
        return NULL;
    GArray *best = learning->best->pdata[code];
    keep_best(best, learning->limit);
    *count = best->len;
    return (const lyh_suggestion *)(const void *)best->data;
}
