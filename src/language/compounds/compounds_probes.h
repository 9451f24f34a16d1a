/**
 * The words a codebook asks about, found again by the letters that their forms begin with, so
 * that a word is examined only for those whose letters it holds.
 */
#ifndef LYHORD_LANGUAGE_COMPOUNDS_PROBES_H
#define LYHORD_LANGUAGE_COMPOUNDS_PROBES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

#include <lyhord/language/compounds.h>

#include "../lemmas/dictionary_private.h"

typedef struct lyh_probes lyh_probes;

/** A word that is asked about; all lent for the call. */
typedef struct lyh_probe_question {
    uint32_t type;
    lyh_compound_part part;
    const char *word;
    const uint32_t *lemma_types;
    size_t lemma_type_count;
    lyh_word_list lemmas;
    bool is_noun;   /* the word, as it is, is one in its first form */
    bool has_stems; /* lemmas are Snowball's stems, and no words */
} lyh_probe_question;

/** Letters by which a probe is found: of a head, what all its forms begin with; else a first part. */
typedef struct lyh_probe_key {
    uint32_t probe;
    lyh_compound_part part; /* of the question */
    const char *letters;
    size_t size;
    bool is_word; /* the word asked about or its lemma, as it is and without a link */
    const struct lyh_probe_key *next;
} lyh_probe_key;

lyh_probes *lyh_probes_new(void);
/** NULL is fine. */
void lyh_probes_free(lyh_probes *probes);

/** The probe's id; the same question has the same one. */
uint32_t lyh_probes_add(lyh_probes *probes, const lyh_probe_question *question);

/** Ids (uint32_t) of the probes with the lemma @type, or NULL. Lent. */
const GArray *lyh_probes_of_lemma(const lyh_probes *probes, uint32_t type);

bool lyh_probes_has_lemma(const lyh_probes *probes, uint32_t probe, const char *lemma);

/**
 * The next key after @key (NULL: the first) that @text begins with. LYH_COMPOUND_HEAD: keys of
 * the heads asked about. LYH_COMPOUND_FIRST: first parts, of heads too, because -lös denies
 * either.
 */
const lyh_probe_key *lyh_probes_next(const lyh_probes *probes, lyh_compound_part part,
                                     const char *text, const lyh_probe_key *key);

#endif
