/**
 * One word in several spellings (data/variants.txt): what speakers say and keyboards write.
 */
#ifndef LYHORD_LANGUAGE_VARIANTS_H
#define LYHORD_LANGUAGE_VARIANTS_H

#include <glib.h>

typedef struct lyh_variants lyh_variants;

lyh_variants *lyh_variants_new(void);
/** NULL is fine. */
void lyh_variants_free(lyh_variants *variants);

/** The words (const char *) that @written stands for, the likeliest first, or NULL. Lent. */
const GPtrArray *lyh_variants_meanings(const lyh_variants *variants, const char *written);

#endif
