/**
 * Which of the approved quotes and proposals go into the report, and under what label.
 *
 * Only codings that a person marked as a quote or as a proposal are considered. Nobody gives more
 * than three of them: several from one mouth let a reader build a portrait (docs/architecture.md §6).
 */
#ifndef LYHORD_QUOTES_QUOTES_H
#define LYHORD_QUOTES_QUOTES_H

#include <stddef.h>

#include <lyhord/coding/coding.h>
#include <lyhord/corpus/document.h>

#define LYH_QUOTES_A_PERSON 3 /* proposals among them */
#define LYH_PROPOSALS_A_PERSON                                                             \
    1 /* or those of a few would leave no room for their quotes */

typedef struct lyh_quote {
    /* as said, on one line, … where a sentence is cut; lent by the list */
    const char *text;
    size_t code;
    lyh_mark mark; /* QUOTE or PROPOSAL */
    lyh_polarity polarity;
    size_t respondent;
    size_t order; /* of adding */
} lyh_quote;

typedef struct lyh_quotes lyh_quotes;

lyh_quotes *lyh_quotes_new(void);
/** NULL is fine. */
void lyh_quotes_free(lyh_quotes *quotes);

/** Consider the marked codings of a document. Copies their text. */
void lyh_quotes_add(lyh_quotes *quotes, const lyh_document *document,
                    const lyh_codings *codings);

/**
 * Choose: for every code at most @per_code proposals and then as many quotes, different persons first, both
 * polarities where there are both, no text twice, the budget per person kept over the whole report. The
 * same material always gives the same choice.
 */
void lyh_quotes_choose(lyh_quotes *quotes, size_t code_count, size_t per_code);

/** The chosen quotes of @code, in the order of adding; @count of them. Lent. */
const lyh_quote *lyh_quotes_of(const lyh_quotes *quotes, size_t code, size_t *count);

/** The same of its chosen proposals. */
const lyh_quote *lyh_proposals_of(const lyh_quotes *quotes, size_t code, size_t *count);

/** Candidates left out because their person's budget was used up. */
size_t lyh_quotes_left_out(const lyh_quotes *quotes);

#endif
