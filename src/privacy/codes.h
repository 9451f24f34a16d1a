/**
 * Codes of respondents, and what looks like one and is none: LB4 where towns are A, B and C.
 */
#ifndef LYHORD_PRIVACY_CODES_H
#define LYHORD_PRIVACY_CODES_H

#include <glib.h>

#include <lyhord/privacy/findings.h>

#include "words.h"

/** What the study says about its codes: its scheme (borrowed, or NULL) and copies of its ids. */
typedef struct codes {
    const lyh_scheme *scheme;
    GHashTable *ids;
    size_t fewest, most; /* letters a code begins with; most is 0 when nothing is known */
} codes;

/** From `[groups] scheme` and the ids of respondents. */
void codes_init(codes *known, const lyh_scan_options *options);
void codes_clear(codes *known);

/** Is word @i a code of the study, or of its scheme? */
bool is_code_of_study(const words *list, size_t i, const codes *known);

/** Capitals and a number, as many letters as the study's codes, and none of its codes. */
void find_codes(const words *list, const codes *known, GArray *findings);

#endif
