/**
 * Compounds, as three rooms share them: what is asked and kept (compounds.c), heads (compounds_heads.c),
 * and first parts (compounds_firsts.c).
 */
#ifndef LYHORD_LANGUAGE_COMPOUNDS_PRIVATE_H
#define LYHORD_LANGUAGE_COMPOUNDS_PRIVATE_H

#include <lyhord/language/compounds.h>

#include <glib.h>

#include "../lemmas/lexicon_private.h"
#include "compounds_probes.h"
#include "joints.h"
#include "lookalikes.h"

struct lyh_compounds {
    lyh_lexicon *lexicon;
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_joints *joints;
    lyh_lookalikes *lookalikes;
    lyh_probes *probes;
    GArray *matches;      /* slice by type */
    GArray *match_pool;   /* lyh_compound_match */
    GArray *joint_slices; /* slice by type */
    GArray *joint_pool;   /* size_t */
    GArray *found;        /* lyh_compound_match: of the type at hand */
    GArray *places;       /* size_t: the same */
};

/** Found of the word at hand; the surest kinship of a probe is kept. */
void lyh_compounds_add_match(lyh_compounds *compounds, uint32_t probe, lyh_kinship kinship);

/** Is @word with @ending one of its own forms? */
bool lyh_compounds_takes(const lyh_compounds *compounds, const char *word,
                         const char *ending);

/** Heads are looked for at every letter: at the first, only its denial is of interest. */
void lyh_compounds_find_heads(lyh_compounds *compounds, const char *word);

/** First parts of what begins at byte @start of @word, which is 1 behind an o- that denies. */
void lyh_compounds_find_firsts(lyh_compounds *compounds, const char *word, size_t start);

#endif
