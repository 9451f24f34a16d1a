#include "treebank_private.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/language/tokens.h>

#include "../autoptr.h"

typedef struct span {
    size_t start, end;
} span;

/* The treebank's text in one of its layouts, and where its tokens and sentences lie there. */
typedef struct layout {
    GString *text;
    GArray *tokens, *sentences; /* span */
} layout;

typedef struct scoring {
    lyh_treebank_measure measure;
    lyh_treebank_difference difference; /* or NULL */
    void *user;
} scoring;

const char *lyh_treebank_measure_name(lyh_treebank_measure measure)
{
    static const char *const names[] = { "token", "sentence", "sentence_headings", "lemma",
                                         "conflation" };
    g_assert((size_t)measure < G_N_ELEMENTS(names));
    return names[measure];
}

double lyh_score_precision(lyh_score score)
{
    return score.predicted ? (double)score.correct / (double)score.predicted : 0;
}

double lyh_score_recall(lyh_score score)
{
    return score.gold ? (double)score.correct / (double)score.gold : 0;
}

double lyh_score_f1(lyh_score score)
{
    size_t both = score.gold + score.predicted;
    return both ? 2 * (double)score.correct / (double)both : 0;
}

/* --- the text --- */

/* A heading closes with none of the signs that end a sentence or announce one. */
static bool is_heading(const bank_sentence *sentence)
{
    static const char *const closings[] = { ".", "!", "?", ":", "\xE2\x80\xA6" };
    for (size_t i = 0; i < G_N_ELEMENTS(closings); i++) {
        size_t size = strlen(closings[i]);
        if (sentence->size >= size &&
            memcmp(sentence->text + sentence->size - size, closings[i], size) == 0)
            return false;
    }
    return true;
}

static const char *gap_between(const bank_sentence *before, const bank_sentence *next,
                               bool headings_apart)
{
    if (!before)
        return "";
    if (next->is_paragraph)
        return "\n\n";
    if (headings_apart && (is_heading(before) || is_heading(next)))
        return "\n";
    return before->is_glued ? "" : " ";
}

static layout lay_out(const lyh_treebank *bank, bool headings_apart)
{
    layout laid = { g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(span)),
                    g_array_new(FALSE, FALSE, sizeof(span)) };
    const bank_sentence *before = NULL;
    for (guint i = 0; i < bank->sentences->len; i++) {
        const bank_sentence *sentence = bank_sentence_at(bank, i);
        g_string_append(laid.text, gap_between(before, sentence, headings_apart));
        size_t from = laid.text->len;
        g_string_append_len(laid.text, sentence->text, (gssize)sentence->size);
        for (size_t k = 0; k < sentence->count; k++) {
            const bank_token *token = bank_token_at(bank, sentence->first + k);
            g_array_append_val(laid.tokens,
                               ((span){ from + token->start, from + token->end }));
        }
        size_t first = laid.tokens->len - sentence->count;
        span whole = { g_array_index(laid.tokens, span, first).start,
                       g_array_index(laid.tokens, span, laid.tokens->len - 1).end };
        g_array_append_val(laid.sentences, whole);
        before = sentence;
    }
    return laid;
}

static void clear_layout(layout *laid)
{
    g_string_free(laid->text, TRUE);
    g_array_unref(laid->tokens);
    g_array_unref(laid->sentences);
}

/* --- spans --- */

static void show(const scoring *scored, const GString *text, span gold, span ours)
{
    if (!scored->difference)
        return;
    g_autofree char *there = g_strndup(text->str + gold.start, gold.end - gold.start);
    g_autofree char *here = g_strndup(text->str + ours.start, ours.end - ours.start);
    scored->difference(scored->user, scored->measure, there, here);
}

/* Both lists ascend; equal spans are correct. */
static lyh_score score_spans(const scoring *scored, const GString *text, const GArray *gold,
                             const GArray *ours)
{
    lyh_score score = { gold->len, ours->len, 0 };
    for (guint i = 0, j = 0; i < gold->len && j < ours->len;) {
        span a = g_array_index(gold, span, i);
        span b = g_array_index(ours, span, j);
        if (a.start == b.start && a.end == b.end)
            score.correct++;
        else
            show(scored, text, a, b);
        i += a.end <= b.end;
        j += b.end <= a.end;
    }
    return score;
}

static GArray *spans_of_tokens(const lyh_tokens *tokens)
{
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(span));
    for (size_t i = 0; i < lyh_tokens_count(tokens); i++) {
        const lyh_token *token = &lyh_tokens_all(tokens)[i];
        g_array_append_val(spans, ((span){ token->start, token->end }));
    }
    return spans;
}

static GArray *spans_of_sentences(const lyh_tokens *tokens)
{
    const lyh_token *all = lyh_tokens_all(tokens);
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(span));
    for (size_t i = 0; i < lyh_tokens_sentence_count(tokens); i++) {
        const lyh_sentence *sentence = &lyh_tokens_sentences(tokens)[i];
        g_array_append_val(
            spans, ((span){ all[sentence->first].start, all[sentence->end - 1].end }));
    }
    return spans;
}

static lyh_score score_text(const lyh_treebank *bank, const scoring *scored,
                            lyh_vocabulary *vocabulary)
{
    layout laid = lay_out(bank, scored->measure == LYH_TREEBANK_SENTENCE_HEADINGS);
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    lyh_tokens_read_text(tokens, laid.text->str, laid.text->len, vocabulary);
    bool are_tokens = scored->measure == LYH_TREEBANK_TOKEN;
    g_autoptr(GArray) ours =
        are_tokens ? spans_of_tokens(tokens) : spans_of_sentences(tokens);
    lyh_score score =
        score_spans(scored, laid.text, are_tokens ? laid.tokens : laid.sentences, ours);
    clear_layout(&laid);
    return score;
}

/* --- lemmas --- */

static uint32_t type_of_form(const lyh_treebank *bank, const bank_sentence *sentence,
                             size_t index, lyh_vocabulary *vocabulary)
{
    const bank_token *token = bank_token_at(bank, index);
    return lyh_vocabulary_intern(vocabulary, sentence->text + token->start,
                                 token->end - token->start);
}

static bool is_lemma(const char *lemma, const char *ours)
{
    char *folded = lyh_text_fold(lemma, strlen(lemma), NULL);
    bool is_same = strcmp(folded, ours) == 0;
    free(folded);
    return is_same;
}

static lyh_score score_lemmas(const lyh_treebank *bank, const scoring *scored,
                              lyh_vocabulary *vocabulary, lyh_lexicon *lexicon)
{
    lyh_score score = { 0 };
    for (guint i = 0; i < bank->sentences->len; i++) {
        const bank_sentence *sentence = bank_sentence_at(bank, i);
        for (size_t k = sentence->first; k < sentence->first + sentence->count; k++) {
            const char *lemma = bank_token_at(bank, k)->lemma;
            if (!lemma)
                continue;
            uint32_t type = type_of_form(bank, sentence, k, vocabulary);
            const char *ours = lyh_lexicon_lemma(lexicon, type);
            bool is_right = is_lemma(lemma, ours);
            score.gold++;
            score.correct += is_right;
            if (!is_right && scored->difference)
                scored->difference(scored->user, scored->measure, lemma, ours);
        }
    }
    score.predicted = score.gold;
    return score;
}

/* --- the same word --- */

/* A type and what it is filed under: lemmas of the treebank, or of ours. */
typedef struct filing {
    GHashTable *types_by_key; /* uint32_t -> GArray of indexes into types */
    GArray *keys;             /* by index: GArray of uint32_t */
} filing;

static void free_array(void *array)
{
    g_array_unref(array);
}

static filing filing_new(void)
{
    filing made = { g_hash_table_new_full(NULL, NULL, NULL, free_array),
                    g_array_new(FALSE, FALSE, sizeof(GArray *)) };
    return made;
}

static void filing_clear(filing *filed)
{
    for (guint i = 0; i < filed->keys->len; i++)
        g_array_unref(g_array_index(filed->keys, GArray *, i));
    g_array_unref(filed->keys);
    g_hash_table_unref(filed->types_by_key);
}

static GArray *keys_of(filing *filed, guint index)
{
    while (filed->keys->len <= index) {
        GArray *none = g_array_new(FALSE, FALSE, sizeof(uint32_t));
        g_array_append_val(filed->keys, none);
    }
    return g_array_index(filed->keys, GArray *, index);
}

static bool has_key(const GArray *keys, uint32_t key)
{
    for (guint i = 0; i < keys->len; i++)
        if (g_array_index(keys, uint32_t, i) == key)
            return true;
    return false;
}

static void file_under(filing *filed, guint index, uint32_t key)
{
    GArray *keys = keys_of(filed, index);
    if (has_key(keys, key))
        return;
    g_array_append_val(keys, key);
    GArray *types = g_hash_table_lookup(filed->types_by_key, GUINT_TO_POINTER(key));
    if (!types) {
        types = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(filed->types_by_key, GUINT_TO_POINTER(key), types);
    }
    g_array_append_val(types, index);
}

static bool share_key(filing *filed, guint a, guint b)
{
    const GArray *keys = keys_of(filed, a);
    for (guint i = 0; i < keys->len; i++)
        if (has_key(keys_of(filed, b), g_array_index(keys, uint32_t, i)))
            return true;
    return false;
}

/* Types before @index that share a key with it, each once: into @found; @seen is by index. */
static void fellows_of(filing *filed, guint index, GArray *seen, GArray *found)
{
    const GArray *keys = keys_of(filed, index);
    g_array_set_size(found, 0);
    for (guint i = 0; i < keys->len; i++) {
        uint32_t key = g_array_index(keys, uint32_t, i);
        const GArray *types =
            g_hash_table_lookup(filed->types_by_key, GUINT_TO_POINTER(key));
        for (guint k = 0; k < types->len; k++) {
            guint other = g_array_index(types, guint, k);
            guint *last = &g_array_index(seen, guint, other);
            if (other >= index || *last == index + 1)
                continue;
            *last = index + 1;
            g_array_append_val(found, other);
        }
    }
}

static bool is_alphabetic(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (!g_unichar_isalpha(g_utf8_get_char(text)))
            return false;
    return true;
}

/* Distinct content words, filed under the treebank's lemmas and under ours. */
static GArray *file_types(const lyh_treebank *bank, lyh_vocabulary *vocabulary,
                          lyh_lexicon *lexicon, filing *gold, filing *ours)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL); /* type -> index + 1 */
    GArray *types = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (guint i = 0; i < bank->sentences->len; i++) {
        const bank_sentence *sentence = bank_sentence_at(bank, i);
        for (size_t k = sentence->first; k < sentence->first + sentence->count; k++) {
            const bank_token *token = bank_token_at(bank, k);
            uint32_t type = type_of_form(bank, sentence, k, vocabulary);
            if (!token->is_content || !token->lemma || !*token->lemma ||
                !is_alphabetic(lyh_vocabulary_spelling(vocabulary, type, NULL)))
                continue;
            guint index =
                GPOINTER_TO_UINT(g_hash_table_lookup(known, GUINT_TO_POINTER(type)));
            if (index == 0) {
                g_array_append_val(types, type);
                index = types->len;
                g_hash_table_insert(known, GUINT_TO_POINTER(type), GUINT_TO_POINTER(index));
            }
            file_under(
                gold, index - 1,
                lyh_vocabulary_intern(vocabulary, token->lemma, strlen(token->lemma)));
        }
    }
    for (guint i = 0; i < types->len; i++) {
        size_t count;
        const uint32_t *lemmas =
            lyh_lexicon_lemmas(lexicon, g_array_index(types, uint32_t, i), &count);
        for (size_t k = 0; k < count; k++)
            file_under(ours, i, lemmas[k]);
    }
    return types;
}

static void show_pair(const scoring *scored, const lyh_vocabulary *vocabulary,
                      const GArray *types, guint a, guint b, bool is_missed)
{
    if (!scored->difference)
        return;
    g_autofree char *pair = g_strdup_printf(
        "%s %s",
        lyh_vocabulary_spelling(vocabulary, g_array_index(types, uint32_t, a), NULL),
        lyh_vocabulary_spelling(vocabulary, g_array_index(types, uint32_t, b), NULL));
    scored->difference(scored->user, scored->measure, is_missed ? pair : "",
                       is_missed ? "" : pair);
}

static lyh_score score_conflation(const lyh_treebank *bank, const scoring *scored,
                                  lyh_vocabulary *vocabulary, lyh_lexicon *lexicon)
{
    filing gold = filing_new(), ours = filing_new();
    g_autoptr(GArray) types = file_types(bank, vocabulary, lexicon, &gold, &ours);
    g_autoptr(GArray) seen_gold = g_array_new(FALSE, TRUE, sizeof(guint));
    g_autoptr(GArray) seen_ours = g_array_new(FALSE, TRUE, sizeof(guint));
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_set_size(seen_gold, types->len);
    g_array_set_size(seen_ours, types->len);

    lyh_score score = { 0 };
    for (guint i = 0; i < types->len; i++) {
        fellows_of(&gold, i, seen_gold, found);
        score.gold += found->len;
        for (guint k = 0; k < found->len; k++) {
            guint other = g_array_index(found, guint, k);
            bool is_found = share_key(&ours, i, other);
            score.correct += is_found;
            if (!is_found)
                show_pair(scored, vocabulary, types, i, other, true);
        }
        fellows_of(&ours, i, seen_ours, found);
        score.predicted += found->len;
        for (guint k = 0; k < found->len; k++) {
            guint other = g_array_index(found, guint, k);
            if (!share_key(&gold, i, other))
                show_pair(scored, vocabulary, types, i, other, false);
        }
    }
    filing_clear(&gold);
    filing_clear(&ours);
    return score;
}

lyh_score lyh_treebank_score(const lyh_treebank *treebank, lyh_treebank_measure measure,
                             lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                             lyh_treebank_difference difference, void *user)
{
    scoring scored = { measure, difference, user };
    if (measure == LYH_TREEBANK_LEMMA)
        return score_lemmas(treebank, &scored, vocabulary, lexicon);
    if (measure == LYH_TREEBANK_CONFLATION)
        return score_conflation(treebank, &scored, vocabulary, lexicon);
    return score_text(treebank, &scored, vocabulary);
}
