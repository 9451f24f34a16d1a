/**
 * Compounds: is this word another one's head or first part, and where do its parts meet?
 *
 * Swedish writes compounds as one word: *brukarmedverkan* is a kind of *medverkan*. A word is
 * asked about the words of a codebook, never taken apart in the blind: cutting wherever two
 * words happen to stand beside each other splits a third of the words that only look like
 * compounds (till|gång, an|svar, bo|stad). So what stands before and behind a joint must be able
 * to begin and to end compounds, after hunspell's marks; a word that the dictionary holds whole must
 * be inflected as its head is (ett kontrakt is no trakt, which is common); no other reading may
 * explain the place (fum|landet is of fumla, avgift|sår of år, nyfik|enhet of nyfiken); particles
 * and prefixes part nothing; and closed lists name what history or chance has joined
 * (data/lookalikes.txt, data/particles.txt). Words of more than 60 characters have no parts.
 *
 * Without hunspell's dictionary a part needs three letters and the lists decide alone: nine
 * compounds in ten are found, but so is one look-alike in four. lyh_lexicon_source() tells.
 *
 * Each type is examined once, against all probes, and only for those whose letters it holds;
 * answers are kept by type id. One for each thread, as the lexicon it stands on.
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
    LYH_KINSHIP_DENIED /* with o- before it or -lös behind it: otrygghet, hjälplöshet */
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
 * ascending, links and hyphens with the part before them. @count of them, 0 for a word of one
 * part, and where there is any doubt: a line may be broken at each. Without hunspell's
 * dictionary only hyphens tell. Lent until the next call.
 */
const size_t *lyh_compounds_joints(lyh_compounds *compounds, uint32_t type, size_t *count);

#endif
