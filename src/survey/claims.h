/** What the files of claims share. Private to survey. */
#ifndef LYHORD_SURVEY_CLAIMS_PRIVATE_H
#define LYHORD_SURVEY_CLAIMS_PRIVATE_H

#include <glib.h>

#include <lyhord/survey/claims.h>

/** Distinctive words of the questions. */
typedef struct claim_ties {
    const lyh_survey *survey;
    GPtrArray *stems;  /* GHashTable of char * a question */
    GHashTable *known; /* stem -> questions that have it */
} claim_ties;

void claim_ties_init(claim_ties *ties, const lyh_survey *survey);
void claim_ties_clear(claim_ties *ties);

/** The question that @sentence (folded) is about, or LYH_NONE; @is_response when about how many answered. */
size_t claim_ties_question(const claim_ties *ties, const char *sentence, bool *is_response);

/**
 * The bytes of a share in words ("drygt hälften", "var tredje", "åtta av tio") that begins at @at; 0 when there is none.
 * Fills the claim's bounds, or its count where so many persons are meant ("sju av tolv").
 */
size_t claim_words_at(const char *text, size_t at, size_t end, lyh_claim *claim);

/** How far @count of @base is from what @claim says, in thousandths of a percentage point; 0 when the claim holds. */
int64_t claim_distance(const lyh_claim *claim, size_t count, size_t base);

/** Does @clause (folded) speak of others than those who answered: the country, another year, who was interviewed? */
bool claim_is_of_others(const char *clause);

/** Does @sentence (folded) hold every word of @words (folded), a letter or two of an ending aside, that @besides has not? */
bool claim_names(const char *sentence, const char *words, const char *besides);

/** Hold @claim, tied to a question, against its table. @sentence folded. */
void claim_judge(const lyh_survey *survey, size_t threshold, const char *sentence,
                 lyh_claim *claim);

#endif
