/**
 * From codings to statements: what one person said once.
 *
 * Codings of one code and polarity in the same or in neighbouring sentences of one turn make
 * one statement; for shares of words it spans from its first to its last coded character.
 */
#ifndef LYHORD_CODING_STATEMENTS_H
#define LYHORD_CODING_STATEMENTS_H

#include <stddef.h>

#include <lyhord/coding/coding.h>
#include <lyhord/language/tokens.h>

typedef struct lyh_statement {
    size_t turn, respondent, code;
    lyh_polarity polarity;
    size_t sentence;   /* of the document's tokens: the one where it begins */
    size_t start, end; /* bytes */
    size_t hits;       /* codings in it */
} lyh_statement;

/**
 * Statements of the codings that count (lyh_coding_counts), in the order of code, turn, start.
 * @count of them; free(); NULL when none. @codings need not be sorted.
 */
lyh_statement *lyh_statements_from(const lyh_codings *codings, const lyh_tokens *tokens,
                                   bool with_suggested, size_t *count);

#endif
