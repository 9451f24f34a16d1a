/**
 * A transcript written anew with words replaced, in the format it has.
 *
 * What is no text goes too: tracked deletions, comments, notes, hidden text, headers and footers,
 * pictures, addresses behind links, properties that name an author or a place. A Word or
 * OpenDocument file is made of its text, its styles and its lists, and of nothing else; the same
 * edits give the same bytes. A text file keeps every byte beside the edits, and its encoding
 * while that has signs for what is put in. A pdf cannot be rewritten; it becomes a text file.
 */
#ifndef LYHORD_INGEST_REWRITE_H
#define LYHORD_INGEST_REWRITE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/output.h>
#include <lyhord/corpus/document.h>
#include <lyhord/ingest/ingest.h>

/** Bytes @start to @end of the document text become @replacement. */
typedef struct lyh_edit {
    size_t start, end;
    const char *replacement;
} lyh_edit;

/** The extension of what lyh_ingest_rewrite() makes of @path: ".docx"; ".txt" for a pdf. Lent. */
const char *lyh_ingest_rewritten_extension(const char *path, const lyh_bytes *bytes);

/**
 * Write to @output the file @path, which holds @bytes and was read as @document, with @count
 * @edits made; they are in order and do not overlap. The result is read again before it is
 * written: its text must be the document text with the edits made, white space at the ends of
 * lines aside. Where only the joints of lines fall otherwise (a paragraph that now begins in lower
 * case), a note says so. False, and nothing is written: see @diags.
 */
bool lyh_ingest_rewrite(const char *path, const lyh_bytes *bytes,
                        const lyh_document *document, const lyh_edit *edits, size_t count,
                        lyh_output *output, lyh_diags *diags);

#endif
