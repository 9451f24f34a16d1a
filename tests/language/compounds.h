/**
 * What the tests of compounds share: one codebook word and the words it is asked of.
 */
#ifndef LYHORD_TESTS_LANGUAGE_COMPOUNDS_H
#define LYHORD_TESTS_LANGUAGE_COMPOUNDS_H

#include <glib.h>
#include <string.h>

#include <lyhord/language/compounds.h>

#include "../../src/language/autoptr.h"

#define DICTIONARY "/usr/share/hunspell/sv_SE"

/* Loaded once for all tests and belonging to nobody; NULL is the one without files. */
static inline lyh_dictionary *dictionary_at(const char *path)
{
    static lyh_dictionary *whole, *none;
    lyh_dictionary **kept = path ? &whole : &none;
    if (!*kept)
        *kept = lyh_dictionary_new(path);
    return *kept;
}

/* One codebook word and the words it is asked of: a small study without any talk. */
typedef struct asking {
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_lexicon *lexicon;
    lyh_compounds *compounds;
} asking;

static inline asking asking_with(const char *path)
{
    asking new = { lyh_vocabulary_new(), dictionary_at(path), NULL, NULL };
    new.lexicon = lyh_lexicon_new(new.vocabulary, new.dictionary);
    new.compounds = lyh_compounds_new(new.lexicon);
    return new;
}

static inline void asking_clear(asking *kit)
{
    lyh_compounds_free(kit->compounds);
    lyh_lexicon_free(kit->lexicon);
    lyh_vocabulary_free(kit->vocabulary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(asking, asking_clear)

static inline bool no_dictionary(void)
{
    if (g_file_test(DICTIONARY ".dic", G_FILE_TEST_EXISTS))
        return false;
    g_test_skip("the Swedish dictionary of hunspell is not installed");
    return true;
}

static inline uint32_t type_of(asking *kit, const char *word)
{
    return lyh_vocabulary_intern(kit->vocabulary, word, strlen(word));
}

static inline const char *kinship_of(const lyh_compound_match *match, size_t count)
{
    static const char *const names[] = { "form", "compound", "denied" };
    return count > 0 ? names[match->kinship] : "no";
}

/* "+stöd", "stöd+": what @word is to the probe. */
static inline const char *asked(const char *path, const char *probe, const char *word)
{
    g_auto(asking) kit = asking_with(path);
    bool is_head = probe[0] == '+';
    uint32_t about =
        lyh_vocabulary_intern(kit.vocabulary, probe + is_head, strlen(probe) - 1);
    lyh_compounds_probe(kit.compounds, about,
                        is_head ? LYH_COMPOUND_HEAD : LYH_COMPOUND_FIRST);
    size_t count;
    const lyh_compound_match *found =
        lyh_compounds_match(kit.compounds, type_of(&kit, word), &count);
    return kinship_of(found, count);
}

#endif
