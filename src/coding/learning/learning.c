#include <lyhord/coding/learning.h>

#include "learning_private.h"
#include "../order.h"
#include "../matching/sentence.h"

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
    g_free(learning->group_of);
    g_free(learning->is_decided);
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

static void add(lyh_learning *learning, const lyh_document *document,
                const lyh_tokens *tokens, const lyh_codings *people,
                const lyh_codings *rules, bool are_answers)
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
        fresh.unit = are_answers ? learning->units++ : learning->units;
        fresh.items = items->len;
        fresh.decisions = learning->decisions->len - fresh.first_decision;
        g_array_append_val(learning->sentences, fresh);
    }
    added.end = learning->sentences->len;
    learning->units++;
    g_array_append_val(learning->documents, added);
}

void lyh_learning_add_document(lyh_learning *learning, const lyh_document *document,
                               const lyh_tokens *tokens, const lyh_codings *people,
                               const lyh_codings *rules)
{
    add(learning, document, tokens, people, rules, false);
}

void lyh_learning_add_answers(lyh_learning *learning, const lyh_document *answers,
                              const lyh_tokens *tokens, const lyh_codings *people,
                              const lyh_codings *rules)
{
    add(learning, answers, tokens, people, rules, true);
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
