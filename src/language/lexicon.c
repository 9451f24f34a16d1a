#include <lyhord/language/lexicon.h>

#include <glib.h>
#include <string.h>

#include "dictionary_private.h"
#include "lexicon_private.h"

/* Lemmas of one type: where they stand in the pool. */
typedef struct lemma_set {
    guint first;
    guint count; /* 0: not looked up yet */
    uint32_t likeliest;
} lemma_set;

struct lyh_lexicon {
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    GArray *sets; /* lemma_set, by type */
    GArray *pool; /* uint32_t */
};

lyh_lexicon *lyh_lexicon_new(lyh_vocabulary *vocabulary, lyh_dictionary *dictionary)
{
    lyh_lexicon *lexicon = g_new0(lyh_lexicon, 1);
    lexicon->vocabulary = vocabulary;
    lexicon->dictionary = dictionary;
    lexicon->sets = g_array_new(FALSE, TRUE, sizeof(lemma_set));
    lexicon->pool = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    return lexicon;
}

void lyh_lexicon_free(lyh_lexicon *lexicon)
{
    if (!lexicon)
        return;
    g_array_unref(lexicon->sets);
    g_array_unref(lexicon->pool);
    g_free(lexicon);
}

lyh_vocabulary *lyh_lexicon_vocabulary(const lyh_lexicon *lexicon)
{
    return lexicon->vocabulary;
}

lyh_dictionary *lyh_lexicon_dictionary(const lyh_lexicon *lexicon)
{
    return lexicon->dictionary;
}

static gint ascending(gconstpointer a, gconstpointer b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Ascending and each once: sets are compared by walking them side by side. */
static lemma_set stored(lyh_lexicon *lexicon, lyh_word_list lemmas)
{
    lemma_set set = { .first = lexicon->pool->len };
    for (size_t i = 0; i < lemmas.count; i++) {
        const char *lemma = lemmas.words[i];
        uint32_t type = lyh_vocabulary_intern(lexicon->vocabulary, lemma, strlen(lemma));
        bool known = false;
        for (guint j = set.first; j < lexicon->pool->len; j++)
            known |= g_array_index(lexicon->pool, uint32_t, j) == type;
        if (!known)
            g_array_append_val(lexicon->pool, type);
        if (i == 0)
            set.likeliest = type;
    }
    set.count = lexicon->pool->len - set.first;
    qsort(&g_array_index(lexicon->pool, uint32_t, set.first), set.count, sizeof(uint32_t),
          ascending);
    return set;
}

static lemma_set set_of(lyh_lexicon *lexicon, uint32_t type)
{
    if (type >= lexicon->sets->len)
        g_array_set_size(lexicon->sets, MAX(type + 1, lexicon->sets->len * 2));
    lemma_set set = g_array_index(lexicon->sets, lemma_set, type);
    if (set.count > 0)
        return set;

    g_autofree char *word =
        g_strdup(lyh_vocabulary_spelling(lexicon->vocabulary, type, NULL));
    set = stored(lexicon, lyh_dictionary_lemmas(lexicon->dictionary, word));
    g_array_index(lexicon->sets, lemma_set, type) = set;
    return set;
}

const uint32_t *lyh_lexicon_lemmas(lyh_lexicon *lexicon, uint32_t type, size_t *count)
{
    lemma_set set = set_of(lexicon, type);
    *count = set.count;
    return &g_array_index(lexicon->pool, uint32_t, set.first);
}

bool lyh_lexicon_same_word(lyh_lexicon *lexicon, uint32_t a, uint32_t b)
{
    lemma_set x = set_of(lexicon, a);
    lemma_set y = set_of(lexicon, b);
    const uint32_t *pool = &g_array_index(lexicon->pool, uint32_t, 0);

    for (guint i = 0, j = 0; i < x.count && j < y.count;) {
        uint32_t left = pool[x.first + i];
        uint32_t right = pool[y.first + j];
        if (left == right)
            return true;
        if (left < right)
            i++;
        else
            j++;
    }
    return false;
}

const char *lyh_lexicon_lemma(lyh_lexicon *lexicon, uint32_t type)
{
    lemma_set set = set_of(lexicon, type);
    return lyh_vocabulary_spelling(lexicon->vocabulary, set.likeliest, NULL);
}

bool lyh_lexicon_accepts(lyh_lexicon *lexicon, const char *word, size_t size)
{
    return lyh_dictionary_accepts(lexicon->dictionary, word, size);
}

const char *lyh_lexicon_source(const lyh_lexicon *lexicon)
{
    return lyh_dictionary_source(lexicon->dictionary);
}
