/** The examples of a codebook, tried on its own rules. */
#ifndef LYHORD_CODING_EXAMPLES_H
#define LYHORD_CODING_EXAMPLES_H

#include <lyhord/coding/matcher.h>

/**
 * Warn (`example-unmatched`) of each code whose example none of its rules finds, nor a rule of a
 * code below it; of a code without rules, above such codes, too. A code with neither is for people
 * alone and has nothing to try. @matcher is made of @codebook and @vocabulary. False when a pattern
 * ran out of its limits: see @diags.
 */
bool lyh_examples_check(const lyh_codebook *codebook, lyh_matcher *matcher,
                        lyh_vocabulary *vocabulary, lyh_diags *diags);

#endif
