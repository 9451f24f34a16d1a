/**
 * Where each rule matches by itself, before the rules of its code compete for places.
 *
 * The matcher tells what stands: within a code it drops what an exception overlaps and what a
 * longer or an earlier rule has. Here every rule, or every alternative of one, is a code of its own in
 * a codebook made for the purpose, so that nothing of another rule takes its places away.
 */
#ifndef LYHORD_CODING_RULE_PROBES_H
#define LYHORD_CODING_RULE_PROBES_H

#include <lyhord/coding/matcher.h>

/** A rule, or one alternative of it. */
typedef struct rule_probe {
    size_t code, rule; /* of the codebook */
    size_t start, end; /* bytes of the rule's text */
    char *text;        /* just those */
} rule_probe;

typedef struct rule_probes rule_probes;

/**
 * A probe for every rule of @codebook, in its order; with @by_indicator, for every alternative that
 * is not within another part of the rule. NULL when the rules do not compile: @diags is told why, of
 * @codebook; where it compiles as it is, of the one made of it, that has no file. Borrows all but
 * @options and @diags.
 */
rule_probes *rule_probes_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                             lyh_lexicon *lexicon, const lyh_matcher_options *options,
                             bool by_indicator, lyh_diags *diags);
/** NULL is fine. */
void rule_probes_free(rule_probes *probes);

size_t rule_probes_count(const rule_probes *probes);
/** Lent. */
const rule_probe *rule_probes_at(const rule_probes *probes, size_t index);

/**
 * Every place where a probe matches: a coding whose code is the probe's index, by start, then end
 * (longer first). Lent until the next run. NULL when a pattern ran out of its limits.
 */
const lyh_codings *rule_probes_run(rule_probes *probes, const lyh_document *document,
                                   const lyh_tokens *tokens, lyh_diags *diags);

#endif
