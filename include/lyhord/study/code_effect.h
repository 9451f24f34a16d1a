/**
 * What a change of the codebook does to a study: which suggestions come, go and say something else,
 * and how many statements and persons each code then has.
 */
#ifndef LYHORD_STUDY_CODE_EFFECT_H
#define LYHORD_STUDY_CODE_EFFECT_H

#include <lyhord/coding/affected.h>
#include <lyhord/study/study.h>

#define LYH_EFFECT_COUNT (LYH_EFFECT_SPAN + 1)

/** A suggestion that differs. Lent for the call. */
typedef struct lyh_effect_seen {
    const lyh_document *document;
    const lyh_affected *affected;
    const char
        *exception; /* what came or went and did it, or NULL: the suggestion's rule */
} lyh_effect_seen;

/** Of one code: what its rules found [0] before and [1] after; what counts, as suggestions do. */
typedef struct lyh_effect_sum {
    const char *
        code; /* its name after the change; of one that went, as it was. Lent by a codebook */
    size_t suggestions[2], persons[2];
    size_t told[LYH_EFFECT_COUNT]; /* how many suggestions differ, by lyh_effect */
} lyh_effect_sum;

typedef struct lyh_code_effect lyh_code_effect;

/**
 * Run both codebooks over the transcripts of @study, one of which may be its own; @difference is
 * theirs. @taker (may be NULL) is called for each suggestion that differs, in the order of the
 * transcripts. Only codes whose rules, or rules they refer to, differ are looked for: others find
 * what they found. Borrows the codebooks. NULL: see @diags and @error. Free with
 * lyh_code_effect_free().
 */
lyh_code_effect *lyh_code_effect_new(lyh_study *study, const lyh_codebook *before,
                                     const lyh_codebook *after,
                                     const lyh_difference *difference,
                                     void (*taker)(void *user, const lyh_effect_seen *seen),
                                     void *user, lyh_diags *diags, lyh_error *error);

/**
 * The same a transcript at a time, for a program that answers others between them: nothing is counted
 * yet, and lyh_code_effect_next() counts. What is said twice is found as in one walk, whatever
 * other walks go over @study meanwhile. Borrows @study and @difference too.
 */
lyh_code_effect *lyh_code_effect_begin(lyh_study *study, const lyh_codebook *before,
                                       const lyh_codebook *after,
                                       const lyh_difference *difference,
                                       void (*taker)(void *user,
                                                     const lyh_effect_seen *seen),
                                       void *user, lyh_diags *diags, lyh_error *error);
/**
 * Count the next transcript. False: all are counted, or this one could not be (@error, @diags), or
 * nothing more can be, because lyh_code_effect_is_current() is false.
 */
bool lyh_code_effect_next(lyh_code_effect *effect, lyh_diags *diags, lyh_error *error);
/**
 * How many transcripts next() has counted, of @all; until it is all, the sums are of those alone. Where no
 * rule differs there is nothing to count: it is all from the beginning.
 */
size_t lyh_code_effect_progress(const lyh_code_effect *effect, size_t *all);
/**
 * Are the transcripts that next() has counted what they were? False: begin anew. It asks for the date
 * of each file: once before several next() is enough.
 */
bool lyh_code_effect_is_current(const lyh_code_effect *effect);

/** NULL is fine. */
void lyh_code_effect_free(lyh_code_effect *effect);

/** Codes in the order of the codebook after, then those that went; also codes where nothing differs. */
size_t lyh_code_effect_count(const lyh_code_effect *effect);
const lyh_effect_sum *lyh_code_effect_at(const lyh_code_effect *effect, size_t index);

#endif
