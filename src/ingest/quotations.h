/**
 * Speech that respondents quote: “du får vänta”, sa hen.
 */
#ifndef LYHORD_INGEST_QUOTATIONS_H
#define LYHORD_INGEST_QUOTATIONS_H

#include <lyhord/corpus/document.h>

#include "signs.h"

/**
 * Add the quotations in the respondents' turns of @document, whose text has @signs: text in “…” ”…” "…" »…« «…» ‘…’ or
 * ’…’ that ends in the paragraph it begins in and holds two words or more. A single word is
 * speech only after a verb of saying (*hen sa ”nej”*); else it is a word in scare quotes. What an
 * aside encloses is the editor's.
 */
void quotations_add(lyh_document *document, const text_signs *signs);

#endif
