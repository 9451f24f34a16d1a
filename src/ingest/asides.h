/**
 * Words that are not the speaker's: [the editor's], /…/, (stage directions), xxx, 00:12:31.
 */
#ifndef LYHORD_INGEST_ASIDES_H
#define LYHORD_INGEST_ASIDES_H

#include "paragraphs.h"

/**
 * Add the asides of @document, whose text has @signs, the outermost brackets where they are nested. A square bracket
 * that is never closed is the editor's to the end of its paragraph, with a warning. A round one
 * that is never closed is left as text, with a note: it is a smiley or a slip, and the words
 * after it are a person's. A time stamp is an aside whether it has brackets or not; so is "xxx"
 * by itself (nobody could hear it), and "=" where one speaker takes over from another.
 */
void asides_add(lyh_document *document, const paragraph_list *paragraphs,
                const text_signs *signs, const lyh_source *source, lyh_diags *diags);

#endif
