/**
 * Where the parts of a compound meet, and where they only seem to.
 *
 * A place is believed when hunspell's analysis parts the word there; or, where the dictionary
 * holds the word whole (half of all compounds), when what stands before it can begin a compound,
 * what stands behind it is a word, and the whole is inflected as that word is: kon|trakt is no
 * trakt, because ett kontrakt is neuter and en trakt is not. Particles and prefixes part nothing
 * (till|gång), nor do the closed lists' look-alikes. All words are case-folded.
 */
#ifndef LYHORD_LANGUAGE_JOINTS_H
#define LYHORD_LANGUAGE_JOINTS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include "../lemmas/dictionary_private.h"
#include "lookalikes.h"

typedef struct lyh_joints lyh_joints;

/** Borrows both. Without hunspell's files parts need three letters each, and no more. */
lyh_joints *lyh_joints_new(lyh_dictionary *dictionary, const lyh_lookalikes *lookalikes);
/** NULL is fine. */
void lyh_joints_free(lyh_joints *joints);

/**
 * May @word be a compound whose parts meet at byte @at? Asked of a place where a codebook's word
 * begins or ends, which is half the proof; the other half is enough here.
 */
bool lyh_joints_may_part(lyh_joints *joints, const char *word, size_t at);

/**
 * tvät|tiden, remis|svaret: of three letters alike that meet one is left out. Do parts meet at byte @at
 * of @word, the first of which has the letter behind @at too?
 */
bool lyh_joints_may_overlap(const lyh_joints *joints, const char *word, size_t at);

/**
 * Does the dictionary hold @word whole, or as a name, and not as a form of a word that ends with
 * what stands behind byte @at? osten is a cheese, no sten with o- before it.
 */
bool lyh_joints_is_another_word(lyh_joints *joints, const char *word, size_t at);

/** Does the dictionary hold @word, as it is spelled, as a word of its own in its first form? */
bool lyh_joints_is_lemma(const lyh_joints *joints, const char *word);

/** Does hunspell begin compounds with @front as it is? */
bool lyh_joints_begins(const lyh_joints *joints, const char *front);

size_t lyh_joints_vowels(const char *word);

bool lyh_joints_is_listed(lyh_word_list list, const char *word);

/** Is @word without its last @cut bytes, with @ending, a form of @lemma? */
bool lyh_joints_takes(const lyh_joints *joints, const char *word, size_t cut,
                      const char *ending, const char *lemma);

/** Is @word with -n, -en or -et one of its own forms, as nouns are? */
bool lyh_joints_is_noun(const lyh_joints *joints, const char *word);

/**
 * Fill @found (size_t) with the bytes of @word, ascending, at which its parts meet beyond doubt.
 * Without hunspell's files only hyphens tell.
 */
void lyh_joints_find(lyh_joints *joints, const char *word, GArray *found);

#endif
