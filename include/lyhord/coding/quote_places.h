/**
 * Where a quote stands in what respondents say: how codings are found again when a text has changed.
 */
#ifndef LYHORD_CODING_QUOTE_PLACES_H
#define LYHORD_CODING_QUOTE_PLACES_H

#include <stddef.h>

#include <lyhord/corpus/document.h>

/** Bytes of the document's text, half-open, and the turn that holds them. */
typedef struct lyh_quote_place {
    size_t start, end, turn;
} lyh_quote_place;

/**
 * The first @most places where @quote (NFC) stands in a respondent's turn of @document, in their order;
 * any run of white space is as good as any other. Only there: an interviewer who repeats the words is
 * somebody else. Returns how many were written to @places.
 */
size_t lyh_quote_places(const lyh_document *document, const char *quote,
                        lyh_quote_place *places, size_t most);

#endif
