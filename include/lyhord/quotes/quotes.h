/**
 * Which of the approved quotes and proposals go into the report, and under what label.
 *
 * Only codings that a person marked as a quote or as a proposal are considered, and statements that nobody marked
 * when that is asked for: those most like all that was said of their code. Nobody gives more than three, nor more
 * than a fifth of five and more: several from one mouth let a reader build a portrait (docs/architecture.md §6).
 */
#ifndef LYHORD_QUOTES_QUOTES_H
#define LYHORD_QUOTES_QUOTES_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/coding/coding.h>
#include <lyhord/corpus/document.h>
#include <lyhord/language/lexicon.h>

#define LYH_QUOTES_A_PERSON 3 /* proposals among them */
#define LYH_QUOTES_SHARE 5    /* nobody has more than a fifth, of this many and more */
#define LYH_PROPOSALS_A_PERSON                                                             \
    1 /* or those of a few would leave no room for their quotes */

typedef struct lyh_quote {
    /* as said, on one line, … where a sentence is cut; lent by the list */
    const char *text;
    size_t code;
    lyh_mark mark; /* QUOTE or PROPOSAL */
    lyh_polarity polarity;
    size_t respondent;
    size_t question;  /* row of guide.csv that it answers, or LYH_NONE */
    bool is_proposed; /* chosen by the program: no person has marked it yet */
    size_t order;     /* of adding */
} lyh_quote;

typedef struct lyh_quotes lyh_quotes;

lyh_quotes *lyh_quotes_new(void);
/** NULL is fine. */
void lyh_quotes_free(lyh_quotes *quotes);

/** What stage directions become in texts that are added from now on: kept, as at first, or left out: "(skratt)". */
void lyh_quotes_keep_asides(lyh_quotes *quotes, bool keeps);

/** Consider the marked codings of a document. Copies their text. */
void lyh_quotes_add(lyh_quotes *quotes, const lyh_document *document,
                    const lyh_codings *codings);

/** May @text be printed? Asked of what the program is about to choose. */
typedef bool (*lyh_quotes_may_print)(void *user, const char *text);

/**
 * From now on lyh_quotes_offer() does something: statements are proposed where nobody has marked a quote of their code
 * and polarity. Those are preferred that have 12 to 60 words, then those whose words (by their lemmas in @lexicon,
 * tf-idf; Salton & Buckley 1988) are nearest the middle of all statements of the code. Both are lent; @may_print may be NULL.
 */
void lyh_quotes_propose(lyh_quotes *quotes, lyh_lexicon *lexicon,
                        lyh_quotes_may_print may_print, void *user);
/**
 * Offer the statements that people coded in a document, each with its whole sentences. Nothing without
 * lyh_quotes_propose(). @tokens are the document's, of the lexicon's vocabulary.
 */
void lyh_quotes_offer(lyh_quotes *quotes, const lyh_document *document,
                      const lyh_tokens *tokens, const lyh_codings *codings);

/**
 * Choose: for every code at most @per_code proposals and then as many quotes, different persons first, both
 * polarities where there are both, no text twice, the budget per person kept over the whole report. What a person
 * marked comes before what is proposed. The same material always gives the same choice.
 */
void lyh_quotes_choose(lyh_quotes *quotes, size_t code_count, size_t per_code);

/** The chosen quotes of @code, in the order of adding; @count of them. Lent. */
const lyh_quote *lyh_quotes_of(const lyh_quotes *quotes, size_t code, size_t *count);

/** The same of its chosen proposals. */
const lyh_quote *lyh_proposals_of(const lyh_quotes *quotes, size_t code, size_t *count);

/** Candidates left out because their person's budget was used up. */
size_t lyh_quotes_left_out(const lyh_quotes *quotes);

#endif
