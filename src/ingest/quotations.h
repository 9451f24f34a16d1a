/**
 * Speech that respondents quote: “du får vänta”, sa hen.
 */
#ifndef LYHORD_INGEST_QUOTATIONS_H
#define LYHORD_INGEST_QUOTATIONS_H

#include "paragraphs.h"

/**
 * Add the quotations in the respondents' turns of @document: text in “…” ”…” "…" »…« «…» ‘…’ or
 * ’…’ that ends in the paragraph it begins in and holds two words or more. A single word is
 * speech only after a verb of saying (*hen sa ”nej”*); else it is a word in scare quotes. What an
 * aside encloses is the editor's. @paragraphs are those of all its text.
 */
void quotations_add(lyh_document *document, const paragraph_list *paragraphs);

#endif
