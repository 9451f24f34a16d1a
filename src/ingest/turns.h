/**
 * Paragraphs to turns: what one person says until another speaks.
 */
#ifndef LYHORD_INGEST_TURNS_H
#define LYHORD_INGEST_TURNS_H

#include "paragraphs.h"

/**
 * Add the speakers and turns of @paragraphs to @document, which holds their text (@signs). Text that no
 * mark claims is nobody's turn and told to @diags; a file without any mark is a respondent's, or
 * an editor's where it reads as a report, and that is told too.
 */
void turns_add(lyh_document *document, const paragraph_list *paragraphs,
               const mark_list *marks, const text_signs *signs, const lyh_source *source,
               lyh_diags *diags);

#endif
