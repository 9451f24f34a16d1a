/*
 * What of a sentence is looked at. Decided once per type, as everything about words is.
 */
#include <string.h>

#include <lyhord/base/text.h>

#include "../../language/autoptr.h"
#include "learning_private.h"
#include "../order.h"

struct learning_features {
    const lyh_codebook *codebook;
    lyh_vocabulary *vocabulary;
    lyh_lexicon *lexicon;
    lyh_compounds *compounds;
    GPtrArray *names; /* char * */
    GArray *codes;    /* size_t, by feature */
    GHashTable *ids;  /* name, owned by names -> feature + 1 */
    GArray
        *of_type; /* uint32_t: where in pool those of a type begin, + 1; 0: not asked yet */
    GArray *pool; /* uint32_t: how many, and which */
    bool is_closed;
};

learning_features *learning_features_new(const lyh_codebook *codebook,
                                         lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                                         lyh_compounds *compounds)
{
    learning_features *features = g_new0(learning_features, 1);
    features->codebook = codebook;
    features->vocabulary = vocabulary;
    features->lexicon = lexicon;
    features->compounds = compounds;
    features->names = g_ptr_array_new_with_free_func(g_free);
    features->codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    features->ids = g_hash_table_new(g_str_hash, g_str_equal);
    features->of_type = g_array_new(FALSE, TRUE, sizeof(uint32_t));
    features->pool = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    return features;
}

void learning_features_free(learning_features *features)
{
    if (!features)
        return;
    g_hash_table_unref(features->ids);
    g_ptr_array_unref(features->names);
    g_array_unref(features->codes);
    g_array_unref(features->of_type);
    g_array_unref(features->pool);
    g_free(features);
}

void learning_features_close(learning_features *features)
{
    features->is_closed = true;
}

size_t learning_features_count(const learning_features *features)
{
    return features->names->len;
}

const char *learning_feature_name(const learning_features *features, uint32_t feature)
{
    return features->names->pdata[feature];
}

size_t learning_feature_code(const learning_features *features, uint32_t feature)
{
    return g_array_index(features->codes, size_t, feature);
}

/* Add the feature called @name to @items, where it is known or may become so. */
static void add(learning_features *features, const char *name, size_t code, GArray *items)
{
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(features->ids, name));
    if (known == 0 && features->is_closed)
        return;
    if (known == 0) {
        char *copy = g_strdup(name);
        g_ptr_array_add(features->names, copy);
        g_array_append_val(features->codes, code);
        known = features->names->len;
        g_hash_table_insert(features->ids, copy, GUINT_TO_POINTER(known));
    }
    uint32_t feature = known - 1;
    g_array_append_val(items, feature);
}

/* ---- words ---- */

/* Numbers tell of one person's life, and a single letter is a code for somebody. */
static bool may_tell(const char *word)
{
    size_t size = strlen(word);
    for (size_t at = 0, length; at < size; at += length)
        if (lyh_char_is_digit(lyh_text_char(word + at, size - at, &length)))
            return false;
    return lyh_text_length(word, size) > 1;
}

static void add_word(learning_features *features, uint32_t type, GArray *items)
{
    g_autofree char *word =
        g_strdup(lyh_vocabulary_spelling(features->vocabulary, type, NULL));
    if (!may_tell(word) || learning_leaves_out(word))
        return;
    const char *lemma = lyh_lexicon_lemma(features->lexicon, type);
    if (!learning_leaves_out(lemma))
        add(features, lemma, LYH_NONE, items);
}

/* Is it a word as it stands in the dictionary, its own lemma? */
static bool is_lemma(const learning_features *features, uint32_t type)
{
    g_autofree char *word =
        g_strdup(lyh_vocabulary_spelling(features->vocabulary, type, NULL));
    return strcmp(lyh_lexicon_lemma(features->lexicon, type), word) == 0;
}

/*
 * What stands before a joint is a stem, and no form: the vänt of väntrum is not that of vända. It is a word
 * when it is its own lemma, without the link -s too (person|s|nummer); else it is itself, as `vänt+`.
 */
static void add_first_part(learning_features *features, const char *text, size_t size,
                           GArray *items)
{
    g_autofree char *part = g_strndup(text, size);
    g_strdelimit(part, "-", '\0');
    size_t length = strlen(part);
    bool is_linked = length > 2 && part[length - 1] == 's';
    for (size_t i = 0; i <= is_linked; i++) {
        uint32_t type = lyh_vocabulary_intern(features->vocabulary, part, length - i);
        if (!is_lemma(features, type))
            continue;
        add_word(features, type, items);
        return;
    }
    g_autofree char *stem = g_strconcat(part, "+", NULL);
    if (may_tell(part))
        add(features, stem, LYH_NONE, items);
}

/* Väntrum has to do with what is said of other rooms, and telefontid with telephones. */
static void add_parts(learning_features *features, uint32_t type, GArray *items)
{
    size_t count, from = 0;
    const size_t *joints = lyh_compounds_joints(features->compounds, type, &count);
    if (count == 0)
        return;
    g_autofree size_t *ends = g_memdup2(joints, count * sizeof *joints);
    g_autofree char *word =
        g_strdup(lyh_vocabulary_spelling(features->vocabulary, type, NULL));
    for (size_t i = 0; i < count; i++) {
        add_first_part(features, word + from, ends[i] - from, items);
        from = ends[i];
    }
    add_word(features,
             lyh_vocabulary_intern(features->vocabulary, word + from, strlen(word + from)),
             items);
}

/* Index in the pool of what is known of @type; asked once. */
static uint32_t ask(learning_features *features, uint32_t type)
{
    if (type >= features->of_type->len)
        g_array_set_size(features->of_type,
                         MAX(type + 1, lyh_vocabulary_count(features->vocabulary)));
    uint32_t known = g_array_index(features->of_type, uint32_t, type);
    if (known > 0)
        return known - 1;
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    add_word(features, type, items);
    add_parts(features, type, items);
    uint32_t index = features->pool->len, count = items->len;
    g_array_append_val(features->pool, count);
    g_array_append_vals(features->pool, items->data, items->len);
    g_array_index(features->of_type, uint32_t, type) = index + 1;
    return index;
}

static void add_token(learning_features *features, const lyh_token *token, GArray *items)
{
    bool is_said = (token->flags & LYH_TOKEN_WORD) &&
                   !(token->flags & (LYH_TOKEN_ASIDE | LYH_TOKEN_FILLER));
    if (!is_said)
        return;
    uint32_t index = ask(features, token->type);
    uint32_t count = g_array_index(features->pool, uint32_t, index);
    if (count > 0)
        g_array_append_vals(items, &g_array_index(features->pool, uint32_t, index + 1),
                            count);
}

/* ---- rules ---- */

static void add_hit(learning_features *features, const lyh_coding *hit, GArray *items)
{
    if (hit->state == LYH_QUOTED)
        return;
    g_autofree char *name =
        g_strconcat(lyh_codebook_code(features->codebook, hit->code)->name, "·",
                    lyh_polarity_name(hit->polarity), NULL);
    add(features, name, hit->code, items);
}

static void add_hits(learning_features *features, size_t sentence, const lyh_codings *rules,
                     size_t *next, GArray *items)
{
    for (; *next < lyh_codings_count(rules); ++*next) {
        const lyh_coding *hit = lyh_codings_at(rules, *next);
        if (hit->sentence > sentence)
            return;
        if (hit->sentence == sentence)
            add_hit(features, hit, items);
    }
}

/* ---- a sentence ---- */

static gint by_number(gconstpointer one, gconstpointer two)
{
    return order(*(const uint32_t *)one, *(const uint32_t *)two);
}

static void keep_each_once(GArray *items)
{
    guint kept = 0;
    g_array_sort(items, by_number);
    for (guint i = 0; i < items->len; i++) {
        uint32_t item = g_array_index(items, uint32_t, i);
        if (kept == 0 || g_array_index(items, uint32_t, kept - 1) != item)
            g_array_index(items, uint32_t, kept++) = item;
    }
    g_array_set_size(items, kept);
}

void learning_features_read(learning_features *features, const lyh_tokens *tokens,
                            size_t sentence, const lyh_codings *rules, size_t *next,
                            GArray *items)
{
    const lyh_sentence *found = &lyh_tokens_sentences(tokens)[sentence];
    g_array_set_size(items, 0);
    for (size_t i = found->first; i < found->end; i++)
        add_token(features, &lyh_tokens_all(tokens)[i], items);
    add_hits(features, sentence, rules, next, items);
    keep_each_once(items);
}
