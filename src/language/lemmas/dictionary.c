#include "dictionary_private.h"

#include <glib.h>
#include <libstemmer.h>
#include <string.h>

#include "analysis.h"
#include "forms.h"
#include "variants.h"
#include "variants_repair.h"

/* What has been asked about one spelling so far; lists are NULL until then. */
typedef struct entry {
    GPtrArray *lemmas;
    GPtrArray *own;
    GPtrArray *analysis;
    enum { UNASKED, REFUSED, ACCEPTED } acceptance;
} entry;

/*
 * hunspell and Snowball may be used by one thread at a time, and nothing may be looked up by two:
 * one lock for all of it. Threads come here once per type.
 */
struct lyh_dictionary {
    GMutex lock;
    char *path; /* NULL: none, or not found */
    lyh_forms *forms;
    lyh_variants *variants;
    lyh_analysis *hunspell;     /* NULL until it is needed */
    struct sb_stemmer *stemmer; /* the same; only without hunspell's dictionary */
    GHashTable *entries;        /* spelling → entry */
};

static void free_entry(gpointer data)
{
    entry *kept = data;
    g_clear_pointer(&kept->lemmas, g_ptr_array_unref);
    g_clear_pointer(&kept->own, g_ptr_array_unref);
    g_clear_pointer(&kept->analysis, g_ptr_array_unref);
    g_free(kept);
}

lyh_dictionary *lyh_dictionary_new(const char *path)
{
    lyh_dictionary *dictionary = g_new0(lyh_dictionary, 1);
    g_mutex_init(&dictionary->lock);
    dictionary->path = g_strdup(path);
    dictionary->forms = lyh_forms_new();
    dictionary->variants = lyh_variants_new();
    dictionary->entries =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_entry);
    return dictionary;
}

void lyh_dictionary_free(lyh_dictionary *dictionary)
{
    if (!dictionary)
        return;
    lyh_analysis_free(dictionary->hunspell);
    if (dictionary->stemmer)
        sb_stemmer_delete(dictionary->stemmer);
    lyh_forms_free(dictionary->forms);
    lyh_variants_free(dictionary->variants);
    g_hash_table_unref(dictionary->entries);
    g_free(dictionary->path);
    g_mutex_clear(&dictionary->lock);
    g_free(dictionary);
}

/* hunspell when there is a dictionary; its lack is found out once. */
static lyh_analysis *hunspell(lyh_dictionary *dictionary)
{
    if (!dictionary->hunspell && dictionary->path) {
        dictionary->hunspell = lyh_analysis_new(dictionary->path, dictionary->forms);
        if (!dictionary->hunspell)
            g_clear_pointer(&dictionary->path, g_free);
    }
    return dictionary->hunspell;
}

static entry *entry_of(lyh_dictionary *dictionary, const char *word)
{
    entry *kept = g_hash_table_lookup(dictionary->entries, word);
    if (!kept) {
        kept = g_new0(entry, 1);
        g_hash_table_insert(dictionary->entries, g_strdup(word), kept);
    }
    return kept;
}

static bool is_too_long(const char *word)
{
    return g_utf8_strlen(word, -1) > LYH_LONGEST_WORD;
}

static char *stem(lyh_dictionary *dictionary, const char *word)
{
    if (!dictionary->stemmer)
        dictionary->stemmer = sb_stemmer_new("swedish", "UTF_8");
    g_assert(dictionary->stemmer);
    const sb_symbol *found =
        sb_stemmer_stem(dictionary->stemmer, (const sb_symbol *)word, (int)strlen(word));
    return g_strdup((const char *)found);
}

static void add(GPtrArray *lemmas, const char *front, size_t front_size, const char *lemma)
{
    g_ptr_array_add(lemmas, g_strdup_printf("%.*s%s", (int)front_size, front, lemma));
}

static void add_once(GPtrArray *lemmas, const char *lemma)
{
    if (!g_ptr_array_find_with_equal_func(lemmas, lemma, g_str_equal, NULL))
        g_ptr_array_add(lemmas, g_strdup(lemma));
}

static bool add_listed(const lyh_dictionary *dictionary, const char *word,
                       GPtrArray *lemmas)
{
    const GPtrArray *listed = lyh_forms_lemmas(dictionary->forms, word);
    for (guint i = 0; listed && i < listed->len; i++)
        add_once(lemmas, listed->pdata[i]);
    return listed;
}

/* Lemmas of a word as it is spelled. */
static void add_lemmas_of_spelling(lyh_dictionary *dictionary, const char *word,
                                   GPtrArray *lemmas)
{
    bool is_listed = add_listed(dictionary, word, lemmas);
    if (is_listed && lyh_forms_is_closed(dictionary->forms, word))
        return;
    if (hunspell(dictionary)) {
        lyh_analysis_lemmas(dictionary->hunspell, word, lemmas);
    } else if (!is_listed) {
        g_autofree char *stemmed = stem(dictionary, word);
        add_once(lemmas, stemmed);
    }
}

static bool is_own(void *user, const char *word)
{
    lyh_dictionary *dictionary = user;
    return lyh_forms_lemmas(dictionary->forms, word) ||
           lyh_analysis_is_own(dictionary->hunspell, word);
}

/* Words that @word may be a misspelling of are looked for before hunspell is asked about it. */
typedef struct resemblance {
    lyh_dictionary *dictionary;
    bool is_met;
} resemblance;

static bool is_own_and_met(void *user, const char *word)
{
    resemblance *resembles = user;
    bool is_it = is_own(resembles->dictionary, word);
    resembles->is_met |= is_it;
    return is_it;
}

/*
 * The word that one neither list nor dictionary knows as its own is a misspelling of; g_free(). Most
 * are like no word at all, and then it is all one whether they are names or compounds.
 */
static char *repaired(lyh_dictionary *dictionary, const char *word)
{
    if (!hunspell(dictionary) || is_own(dictionary, word))
        return NULL;
    resemblance resembles = { dictionary, false };
    g_autofree char *meant = lyh_variants_repair(word, false, is_own_and_met, &resembles);
    if (!resembles.is_met || lyh_analysis_is_name(dictionary->hunspell, word))
        return NULL;
    return lyh_analysis_accepts(dictionary->hunspell, word)
               ? lyh_variants_repair(word, true, is_own, dictionary)
               : g_steal_pointer(&meant);
}

static void add_lemmas_of_letters(lyh_dictionary *dictionary, const char *word,
                                  GPtrArray *lemmas)
{
    const GPtrArray *meanings = lyh_variants_meanings(dictionary->variants, word);
    for (guint i = 0; meanings && i < meanings->len; i++)
        add_lemmas_of_spelling(dictionary, meanings->pdata[i], lemmas);
    if (meanings)
        return;
    g_autofree char *meant = repaired(dictionary, word);
    add_lemmas_of_spelling(dictionary, meant ? meant : word, lemmas);
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
static GPtrArray *lemmas_of(lyh_dictionary *dictionary, const char *word)
{
    GPtrArray *lemmas = g_ptr_array_new_with_free_func(g_free);
    const char *colon = strrchr(word, ':');
    const char *last = strrchr(word, '-');

    if (is_too_long(word))
        add(lemmas, "", 0, word);
    else if (colon && colon > word && is_colon_ending(colon + 1))
        add(lemmas, word, (size_t)(colon - word), "");
    else if (last && last > word && last[1] && all_letters(last + 1)) {
        g_autoptr(GPtrArray) ends = g_ptr_array_new_with_free_func(g_free);
        add_lemmas_of_letters(dictionary, last + 1, ends);
        for (guint i = 0; i < ends->len; i++)
            add(lemmas, word, (size_t)(last + 1 - word), ends->pdata[i]);
    } else if (all_letters(word))
        add_lemmas_of_letters(dictionary, word, lemmas);
    else
        add(lemmas, "", 0, word);
    return lemmas;
}

static GPtrArray *own_of(lyh_dictionary *dictionary, const char *word)
{
    GPtrArray *lemmas = g_ptr_array_new_with_free_func(g_free);
    if (is_too_long(word) || !all_letters(word))
        return lemmas;
    if (lyh_forms_lemmas(dictionary->forms, word) ||
        (hunspell(dictionary) && lyh_analysis_is_own(dictionary->hunspell, word)))
        add_lemmas_of_letters(dictionary, word, lemmas);
    return lemmas;
}

static GPtrArray *analysis_of(lyh_dictionary *dictionary, const char *word)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    if (!is_too_long(word) && hunspell(dictionary))
        lyh_analysis_lines(dictionary->hunspell, word, lines);
    return lines;
}

static lyh_word_list lent(const GPtrArray *words)
{
    return (lyh_word_list){ (const char *const *)words->pdata, words->len };
}

lyh_word_list lyh_dictionary_lemmas(lyh_dictionary *dictionary, const char *word)
{
    g_mutex_lock(&dictionary->lock);
    entry *kept = entry_of(dictionary, word);
    if (!kept->lemmas)
        kept->lemmas = lemmas_of(dictionary, word);
    g_mutex_unlock(&dictionary->lock);
    return lent(kept->lemmas);
}

lyh_word_list lyh_dictionary_own(lyh_dictionary *dictionary, const char *word)
{
    g_mutex_lock(&dictionary->lock);
    entry *kept = entry_of(dictionary, word);
    if (!kept->own)
        kept->own = own_of(dictionary, word);
    g_mutex_unlock(&dictionary->lock);
    return lent(kept->own);
}

lyh_word_list lyh_dictionary_analysis(lyh_dictionary *dictionary, const char *word)
{
    g_mutex_lock(&dictionary->lock);
    entry *kept = entry_of(dictionary, word);
    if (!kept->analysis)
        kept->analysis = analysis_of(dictionary, word);
    g_mutex_unlock(&dictionary->lock);
    return lent(kept->analysis);
}

static bool is_accepted(lyh_dictionary *dictionary, const char *spelling)
{
    if (!hunspell(dictionary))
        return false;
    entry *kept = entry_of(dictionary, spelling);
    if (kept->acceptance == UNASKED)
        kept->acceptance =
            lyh_analysis_accepts(dictionary->hunspell, spelling) ? ACCEPTED : REFUSED;
    return kept->acceptance == ACCEPTED;
}

bool lyh_dictionary_accepts(lyh_dictionary *dictionary, const char *word, size_t size)
{
    g_autofree char *spelling = g_strndup(word, size);
    if (size == 0 || is_too_long(spelling))
        return false;
    g_mutex_lock(&dictionary->lock);
    bool accepted = is_accepted(dictionary, spelling);
    g_mutex_unlock(&dictionary->lock);
    return accepted;
}

bool lyh_dictionary_is_there(lyh_dictionary *dictionary)
{
    g_mutex_lock(&dictionary->lock);
    bool is_there = dictionary->path != NULL;
    g_mutex_unlock(&dictionary->lock);
    return is_there;
}

const char *lyh_dictionary_source(lyh_dictionary *dictionary)
{
    return lyh_dictionary_is_there(dictionary) ? "hunspell" : "snowball";
}
