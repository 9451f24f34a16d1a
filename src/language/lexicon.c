#include <lyhord/language/lexicon.h>

#include <glib.h>
#include <libstemmer.h>
#include <string.h>

#include "analysis.h"
#include "forms.h"

/* hunspell needs a millisecond for junk of forty letters and accepts it: beyond this, no analysis. */
enum { LONGEST_WORD = 60 };

/* Lemmas of one type: where they stand in the pool. */
typedef struct lemma_set {
    guint first;
    guint count; /* 0: not looked up yet */
    uint32_t likeliest;
} lemma_set;

struct lyh_lexicon {
    lyh_vocabulary *vocabulary;
    char *dictionary; /* NULL: none, or not found */
    lyh_forms *forms;
    lyh_analysis *analysis;     /* NULL until it is needed */
    struct sb_stemmer *stemmer; /* the same; only without dictionary */
    GArray *sets;               /* lemma_set, by type */
    GArray *pool;               /* uint32_t */
    GHashTable *accepted;       /* spelling -> 1 no, 2 yes: each is asked for once */
};

lyh_lexicon *lyh_lexicon_new(lyh_vocabulary *vocabulary, const char *dictionary)
{
    lyh_lexicon *lexicon = g_new0(lyh_lexicon, 1);
    lexicon->vocabulary = vocabulary;
    lexicon->dictionary = g_strdup(dictionary);
    lexicon->forms = lyh_forms_new();
    lexicon->sets = g_array_new(FALSE, TRUE, sizeof(lemma_set));
    lexicon->pool = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    lexicon->accepted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return lexicon;
}

void lyh_lexicon_free(lyh_lexicon *lexicon)
{
    if (!lexicon)
        return;
    lyh_analysis_free(lexicon->analysis);
    if (lexicon->stemmer)
        sb_stemmer_delete(lexicon->stemmer);
    lyh_forms_free(lexicon->forms);
    g_array_unref(lexicon->sets);
    g_array_unref(lexicon->pool);
    g_hash_table_unref(lexicon->accepted);
    g_free(lexicon->dictionary);
    g_free(lexicon);
}

/* The dictionary when there is one; its lack is found out once. */
static lyh_analysis *analysis(lyh_lexicon *lexicon)
{
    if (!lexicon->analysis && lexicon->dictionary) {
        lexicon->analysis = lyh_analysis_new(lexicon->dictionary, lexicon->forms);
        if (!lexicon->analysis)
            g_clear_pointer(&lexicon->dictionary, g_free);
    }
    return lexicon->analysis;
}

static char *stem(lyh_lexicon *lexicon, const char *word)
{
    if (!lexicon->stemmer)
        lexicon->stemmer = sb_stemmer_new("swedish", "UTF_8");
    g_assert(lexicon->stemmer);
    const sb_symbol *found =
        sb_stemmer_stem(lexicon->stemmer, (const sb_symbol *)word, (int)strlen(word));
    return g_strdup((const char *)found);
}

static void add(GPtrArray *lemmas, const char *front, size_t front_size, const char *lemma)
{
    g_ptr_array_add(lemmas, g_strdup_printf("%.*s%s", (int)front_size, front, lemma));
}

static void add_lemmas_of_letters(lyh_lexicon *lexicon, const char *word, GPtrArray *lemmas)
{
    const GPtrArray *listed = lyh_forms_lemmas(lexicon->forms, word);
    if (listed) {
        for (guint i = 0; i < listed->len; i++)
            add(lemmas, "", 0, listed->pdata[i]);
    } else if (analysis(lexicon)) {
        lyh_analysis_lemmas(lexicon->analysis, word, lemmas);
    } else {
        g_ptr_array_add(lemmas, stem(lexicon, word));
    }
}

/* EU:s, tv:n, SMS:et: what stands behind a colon is an ending. */
static bool is_colon_ending(const char *ending)
{
    static const char *const endings[] = { "a",  "ar",   "arna", "e",   "en", "ens",
                                           "er", "erna", "et",   "ets", "n",  "ns",
                                           "or", "s",    "t",    "ts" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strcmp(ending, endings[i]) == 0)
            return true;
    return false;
}

static bool all_letters(const char *word)
{
    for (; *word; word = g_utf8_next_char(word))
        if (!g_unichar_isalpha(g_utf8_get_char(word)))
            return false;
    return true;
}

/* Only what stands behind the last hyphen is inflected: LO-SAF-uppgörelsen. */
static void add_lemmas(lyh_lexicon *lexicon, const char *word, GPtrArray *lemmas)
{
    const char *colon = strrchr(word, ':');
    const char *last = strrchr(word, '-');

    if (g_utf8_strlen(word, -1) > LONGEST_WORD)
        add(lemmas, "", 0, word);
    else if (colon && colon > word && is_colon_ending(colon + 1))
        add(lemmas, word, (size_t)(colon - word), "");
    else if (last && last > word && last[1] && all_letters(last + 1)) {
        g_autoptr(GPtrArray) ends = g_ptr_array_new_with_free_func(g_free);
        add_lemmas_of_letters(lexicon, last + 1, ends);
        for (guint i = 0; i < ends->len; i++)
            add(lemmas, word, (size_t)(last + 1 - word), ends->pdata[i]);
    } else if (all_letters(word))
        add_lemmas_of_letters(lexicon, word, lemmas);
    else
        add(lemmas, "", 0, word);
}

static gint ascending(gconstpointer a, gconstpointer b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Ascending and each once: sets are compared by walking them side by side. */
static lemma_set stored(lyh_lexicon *lexicon, const GPtrArray *lemmas)
{
    lemma_set set = { .first = lexicon->pool->len };
    for (guint i = 0; i < lemmas->len; i++) {
        const char *lemma = lemmas->pdata[i];
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
    g_autoptr(GPtrArray) lemmas = g_ptr_array_new_with_free_func(g_free);
    add_lemmas(lexicon, word, lemmas);
    set = stored(lexicon, lemmas);
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
    g_autofree char *spelling = g_strndup(word, size);
    if (size == 0 || g_utf8_strlen(spelling, -1) > LONGEST_WORD || !analysis(lexicon))
        return false;
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->accepted, spelling));
    if (known == 0) {
        known = lyh_analysis_accepts(lexicon->analysis, spelling) ? 2 : 1;
        g_hash_table_insert(lexicon->accepted, g_steal_pointer(&spelling),
                            GUINT_TO_POINTER(known));
    }
    return known == 2;
}

const char *lyh_lexicon_source(const lyh_lexicon *lexicon)
{
    return lexicon->dictionary ? "hunspell" : "snowball";
}
