/** What the files of a difference share: the changes themselves, and which rules became which. */
#ifndef LYHORD_CODEBOOK_DIFFERENCE_PRIVATE_H
#define LYHORD_CODEBOOK_DIFFERENCE_PRIVATE_H

#include <lyhord/codebook/difference.h>

#include "autoptr.h"

struct lyh_difference {
    const lyh_codebook *before, *after;
    size_t *new_of, *old_of; /* codes, or LYH_NONE */
    GArray *changes;         /* lyh_change */
    GStringChunk *strings;
};

/**
 * Say of the rules that came and went since change @first, which are those of one code, which became
 * which. Linear in their text.
 */
void difference_pair_rules(lyh_difference *made, guint first);

#endif
