/**
 * Words that mean nearly the same: a thesaurus in MyThes' format, such as Debian's mythes-sv.
 *
 * Two text files. The index (.idx): its encoding, the number of entries, then `word|byte` lines; the
 * data (.dat): its encoding, then at each such byte `word|meanings` and a line `(class)|word|word…` a
 * meaning. Nothing is kept of them but the words asked for: the index is read through once for
 * all of them, and needs not be sorted. A thesaurus knows nothing of the study; what it proposes is
 * for people to look at.
 */
#ifndef LYHORD_LANGUAGE_THESAURUS_H
#define LYHORD_LANGUAGE_THESAURUS_H

#include <stddef.h>

typedef struct lyh_thesaurus lyh_thesaurus;

/** Longer lines are passed over, and so is what is beyond these many meanings of a word. */
#define LYH_THESAURUS_LINE_MAX ((size_t)1 << 16)
#define LYH_THESAURUS_MEANINGS_MAX 100

/**
 * @path is that of the files without ending, e.g. "/usr/share/mythes/th_sv_SE_v2". NULL when @path is, or
 * when they are not two ordinary files in UTF-8 or ISO 8859-1. Free with lyh_thesaurus_free().
 */
lyh_thesaurus *lyh_thesaurus_open(const char *path);
/** NULL is fine. */
void lyh_thesaurus_free(lyh_thesaurus *thesaurus);

/** @word: index of the word asked about; @synonym: NFC, case-folded, lent for the call. */
typedef void (*lyh_synonym_visitor)(void *user, size_t word, const char *synonym);

/**
 * Tell @found of every synonym of the @count @words (folded and NFC, each once), in the order of the
 * words, and of each word as the thesaurus has them; a synonym may come twice. What stands behind it in
 * brackets ("bil (allmänt)") is left out. A file that breaks off has what stands before.
 */
void lyh_thesaurus_look_up(lyh_thesaurus *thesaurus, const char *const *words, size_t count,
                           lyh_synonym_visitor found, void *user);

#endif
