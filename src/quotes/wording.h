/** What was said as it is printed: one line, with ellipses and brackets by the book. Private to quotes. */
#ifndef LYHORD_QUOTES_WORDING_H
#define LYHORD_QUOTES_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/corpus/document.h>

/**
 * Bytes @start to @end of @document as one line: `…` for three dots and where a sentence is cut; single marks for quotations within; square brackets as they
 * stand, for they are the editor's. Unless @keeps_asides, what somebody does while they speak, "(skratt)", is left
 * out; other words in round brackets are not. g_free().
 */
char *wording_of(const lyh_document *document, size_t start, size_t end, bool keeps_asides);

#endif
