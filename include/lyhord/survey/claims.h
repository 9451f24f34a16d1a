/**
 * Figures that people write in a text of their own, held against the survey's tables.
 *
 * A claim is a percentage ("80 %", "81,1 procent"), a count ("131 av 180") or a share in words ("drygt hälften", "var
 * tredje", "åtta av tio", "tre fjärdedelar") in a sentence. It is tied to a question
 * by its number ("fråga 3", `{{fråga:3}}`), else by distinctive words that the sentence shares with one
 * question more than with any other, else by the sentence before it in the paragraph. What
 * cannot be tied is told as that. What stands within {{ }} is filled in by the program and is no claim.
 *
 * A percentage holds when it is the share of an alternative or of a declared pooling, half up, with as many
 * decimals as the text has. Words hold within what they bear: half within 1/12 (the verbal scale, lyhord/stats/wording.h),
 * thirds within 1/24, tenths within half a tenth, other parts within 1/40; "drygt" and "knappt" on their side of it
 * only, "mer än" and "mindre än" as they say. "Var tredje vecka" is no share. One alternative's share where a pooling holds it too, in a
 * sentence that does not name the alternative, is a part: the reader takes it for the whole.
 */
#ifndef LYHORD_SURVEY_CLAIMS_H
#define LYHORD_SURVEY_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/survey/survey.h>

typedef enum lyh_claim_verdict {
    LYH_CLAIM_HOLDS,
    LYH_CLAIM_PART,    /* one alternative alone, where others are pooled with it */
    LYH_CLAIM_DIFFERS, /* near a figure of the table, and not it */
    LYH_CLAIM_STRANGE, /* like no figure of the table */
    LYH_CLAIM_UNTIED   /* no question is known */
} lyh_claim_verdict;

/** "holds", "part", "differs", "strange", "untied": fixed words of the format. */
const char *lyh_claim_verdict_name(lyh_claim_verdict verdict);

typedef struct lyh_claim {
    size_t start, end; /* bytes of the figure in the text */
    int64_t number;    /* of percent, times 10^decimals; or the count */
    unsigned decimals; /* as the text has them */
    size_t of;         /* "131 av 180": 180; 0 for a percentage */
    bool is_words;     /* a share in words, with no number: it holds from @least to @most */
    int64_t least, most; /* thousandths of a per cent */
    size_t question;     /* LYH_NONE when untied, and for the response rate */
    size_t
        alternative; /* what it was held against, or the nearest; LYH_NONE for a pooling, or nothing */
    size_t pooling;     /* LYH_NONE for an alternative, or nothing */
    size_t whole;       /* of a part: the pooling that is the whole; else LYH_NONE */
    size_t count, base; /* of that figure in the table */
    bool is_response;   /* it was held against the response rate */
    lyh_claim_verdict verdict;
} lyh_claim;

/**
 * The claims of @text in their order; @count of them. @sent: persons asked to take part, 0 when that is not
 * known. Questions that fewer than @threshold answered have no figures. free().
 */
lyh_claim *lyh_claims_find(const lyh_survey *survey, size_t threshold, size_t sent,
                           const char *text, size_t size, size_t *count);

#endif
