/**
 * Words that are not the speaker's: [the editor's] and (stage directions).
 */
#ifndef LYHORD_INGEST_ASIDES_H
#define LYHORD_INGEST_ASIDES_H

#include "paragraphs.h"

/**
 * Add the asides of @document, the outermost brackets where they are nested. A square bracket
 * that is never closed is the editor's to the end of its paragraph, with a warning. A round one
 * that is never closed is left as text, with a note: it is a smiley or a slip, and the words
 * after it are a person's.
 */
void asides_add(lyh_document *document, const paragraph_list *paragraphs,
                const lyh_source *source, lyh_diags *diags);

#endif
