/**
 * Misspellings of a kind: which word of the dictionary was meant by one that it does not know.
 *
 * Only what many people write in the same way is mended, one place in a word: a consonant doubled
 * or left single (intresant), an -s- too many or too few where a compound joins (rättsäker), a
 * silent letter left out (rolit, jälp), ng as n (tillgänlig). A word is mended only when exactly
 * one word can be meant. Vowels are never touched: å, ä and ö are letters.
 */
#ifndef LYHORD_LANGUAGE_VARIANTS_REPAIR_H
#define LYHORD_LANGUAGE_VARIANTS_REPAIR_H

#include <stdbool.h>

/** Is @word a word of the dictionary, compounds left out? */
typedef bool (*lyh_is_own_word)(void *user, const char *word);

/**
 * The one word that @word (NFC, case-folded, letters) is a misspelling of, or NULL: free with
 * g_free(). @is_compound: the dictionary takes it for a compound, and only a joint is mended.
 */
char *lyh_variants_repair(const char *word, bool is_compound, lyh_is_own_word is_own,
                          void *user);

#endif
