#include <lyhord/language/lexicon.h>

#include <glib.h>
#include <string.h>

#include "dictionary_private.h"
#include "lexicon_private.h"

/* A variant of a variant of …: nobody writes more, and a stack has an end. */
enum { LONGEST_CHAIN = 100 };

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
    GHashTable
        *variants; /* type of what is written → GArray of uint32_t: what it stands for */
};

static void free_meanings(gpointer meanings)
{
    g_array_unref(meanings);
}

lyh_lexicon *lyh_lexicon_new(lyh_vocabulary *vocabulary, lyh_dictionary *dictionary)
{
    lyh_lexicon *lexicon = g_new0(lyh_lexicon, 1);
    lexicon->vocabulary = vocabulary;
    lexicon->dictionary = dictionary;
    lexicon->sets = g_array_new(FALSE, TRUE, sizeof(lemma_set));
    lexicon->pool = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    lexicon->variants = g_hash_table_new_full(NULL, NULL, NULL, free_meanings);
    return lexicon;
}

void lyh_lexicon_free(lyh_lexicon *lexicon)
{
    if (!lexicon)
        return;
    g_array_unref(lexicon->sets);
    g_array_unref(lexicon->pool);
    g_hash_table_unref(lexicon->variants);
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

void lyh_lexicon_add_variant(lyh_lexicon *lexicon, uint32_t written, uint32_t meaning)
{
    g_assert(lexicon->pool->len == 0);
    gpointer key = GUINT_TO_POINTER(written);
    GArray *meanings = g_hash_table_lookup(lexicon->variants, key);
    if (!meanings) {
        meanings = g_array_new(FALSE, FALSE, sizeof(uint32_t));
        g_hash_table_insert(lexicon->variants, key, meanings);
    }
    g_array_append_val(meanings, meaning);
}

/* What a type's lemmas are gathered in; each type is gone into once, so that a ring ends. */
typedef struct gathering {
    lyh_lexicon *lexicon;
    GHashTable *met;
    int depth;
    GArray *lemmas; /* uint32_t, the likeliest first */
} gathering;

static void gather(gathering *gathered, uint32_t type);

/* The inflected forms of a variant follow it when it is a word only here: socsekreteraren. */
static bool is_word_of_ours(lyh_lexicon *lexicon, uint32_t type, const char *word)
{
    return g_hash_table_contains(lexicon->variants, GUINT_TO_POINTER(type)) &&
           lyh_dictionary_own(lexicon->dictionary, word).count == 0;
}

static void gather_own(gathering *gathered, uint32_t type)
{
    lyh_lexicon *lexicon = gathered->lexicon;
    g_autofree char *word =
        g_strdup(lyh_vocabulary_spelling(lexicon->vocabulary, type, NULL));
    lyh_word_list lemmas = lyh_dictionary_lemmas(lexicon->dictionary, word);
    for (size_t i = 0; i < lemmas.count; i++) {
        const char *lemma = lemmas.words[i];
        uint32_t found = lyh_vocabulary_intern(lexicon->vocabulary, lemma, strlen(lemma));
        if (found != type && gathered->depth < LONGEST_CHAIN &&
            is_word_of_ours(lexicon, found, lemma))
            gather(gathered, found);
        else
            g_array_append_val(gathered->lemmas, found);
    }
}

static void gather(gathering *gathered, uint32_t type)
{
    gpointer key = GUINT_TO_POINTER(type);
    const GArray *meanings = g_hash_table_lookup(gathered->lexicon->variants, key);
    if (!meanings || gathered->depth == LONGEST_CHAIN) {
        gather_own(gathered, type);
        return;
    }
    if (!g_hash_table_add(gathered->met, key))
        return;
    gathered->depth++;
    for (guint i = 0; i < meanings->len; i++) {
        uint32_t meaning = g_array_index(meanings, uint32_t, i);
        if (meaning == type)
            gather_own(gathered, type);
        else
            gather(gathered, meaning);
    }
    gathered->depth--;
}

/* Ascending and each once: sets are compared by walking them side by side. */
static lemma_set stored(lyh_lexicon *lexicon, GArray *lemmas)
{
    lemma_set set = { .first = lexicon->pool->len,
                      .likeliest = g_array_index(lemmas, uint32_t, 0) };
    g_array_sort(lemmas, ascending);
    for (guint i = 0; i < lemmas->len; i++) {
        uint32_t type = g_array_index(lemmas, uint32_t, i);
        if (i == 0 || type != g_array_index(lemmas, uint32_t, i - 1))
            g_array_append_val(lexicon->pool, type);
    }
    set.count = lexicon->pool->len - set.first;
    return set;
}

static lemma_set look_up(lyh_lexicon *lexicon, uint32_t type)
{
    g_autoptr(GArray) lemmas = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autoptr(GHashTable) met = g_hash_table_new(NULL, NULL);
    gathering gathered = { .lexicon = lexicon, .met = met, .lemmas = lemmas };
    gather(&gathered, type);
    if (lemmas->len == 0) /* a ring means nothing else than itself */
        g_array_append_val(lemmas, type);
    return stored(lexicon, lemmas);
}

static lemma_set set_of(lyh_lexicon *lexicon, uint32_t type)
{
    if (type >= lexicon->sets->len)
        g_array_set_size(lexicon->sets, MAX(type + 1, lexicon->sets->len * 2));
    lemma_set set = g_array_index(lexicon->sets, lemma_set, type);
    if (set.count > 0)
        return set;
    set = look_up(lexicon, type);
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

bool lyh_lexicon_has_dictionary(const lyh_lexicon *lexicon)
{
    return lyh_dictionary_is_there(lexicon->dictionary);
}
