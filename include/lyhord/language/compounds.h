/**
 * Compounds: is this word another one's head or first part, and where do its parts meet?
 *
 * Swedish writes compounds as one word: *brukarmedverkan* is a kind of *medverkan*. A word is
 * asked about the words of a codebook, never taken apart in the blind: cutting wherever two
 * words happen to stand beside each other splits a third of the words that only look like
 * compounds (till|gång, an|svar, bo|stad). A closed list names look-alikes that no rule tells.
 *
 * Each type is examined once, against all probes; answers are kept by type id.
 */
#ifndef LYHORD_LANGUAGE_COMPOUNDS_H
#define LYHORD_LANGUAGE_COMPOUNDS_H

#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/lexicon.h>

/** Which part of a compound a probe asks about: `+word` its head, `word+` its first part. */
typedef enum lyh_compound_part { LYH_COMPOUND_HEAD, LYH_COMPOUND_FIRST } lyh_compound_part;

/** How a word is related to a probe. */
typedef enum lyh_kinship {
    LYH_KINSHIP_FORM,     /* the word itself, in any of its forms */
    LYH_KINSHIP_COMPOUND, /* a compound with it */
    LYH_KINSHIP_DENIED    /* with o- before it or -lös behind it: otrygghet, hjälplös */
} lyh_kinship;

typedef struct lyh_compound_match {
    uint32_t probe;
    lyh_kinship kinship;
} lyh_compound_match;

typedef struct lyh_compounds lyh_compounds;

/** Borrows @lexicon. Free with lyh_compounds_free(). */
lyh_compounds *lyh_compounds_new(lyh_lexicon *lexicon);
/** NULL is fine. */
void lyh_compounds_free(lyh_compounds *compounds);

/**
 * Ask every word about @type as its @part; the probe's id, dense from 0, the same for the same
 * question. All probes come before the first lyh_compounds_match().
 */
uint32_t lyh_compounds_probe(lyh_compounds *compounds, uint32_t type,
                             lyh_compound_part part);

/** What @type is to the probes, by ascending probe: @count of them; NULL when none. Lent until the next call. */
const lyh_compound_match *lyh_compounds_match(lyh_compounds *compounds, uint32_t type,
                                              size_t *count);

/**
 * Where the parts of @type meet: byte offsets into its spelling (lyh_vocabulary_spelling()),
 * ascending, the linking -s- with the part before it. @count of them, 0 for a word of one part.
 * Lent until the next call.
 */
const size_t *lyh_compounds_joints(lyh_compounds *compounds, uint32_t type, size_t *count);

#endif
