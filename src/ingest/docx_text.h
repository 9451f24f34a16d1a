/**
 * The text of a Word document's main part, and what stands beside it.
 *
 * Paragraphs in the order of the file. Tracked deletions and the old places of moved text,
 * hidden text, field codes, comments and the fallback copies of drawings are never text
 * (ECMA-376 part 1, 17.13.5, 17.3.2.41, 17.16.23; part 3, 9.3). What Word shows is: tracked
 * insertions, results of fields, text boxes (after the paragraph they hang on).
 */
#ifndef LYHORD_INGEST_DOCX_TEXT_H
#define LYHORD_INGEST_DOCX_TEXT_H

#include <lyhord/base/archive.h>

#include "lines.h"

/* What was met on the way and is said to people. Counts. */
struct docx_findings {
    size_t deletions;  /* stretches of deleted text */
    size_t insertions; /* stretches of inserted text: read */
    size_t hidden;     /* runs of hidden text */
    size_t tables;
    size_t footnotes; /* references to foot- and endnotes */
    size_t chunks;    /* other files to be shown in their place */
    bool is_document; /* the root is a word-processing document */
};

/** Is @name_space that of WordprocessingML, transitional or strict? */
bool docx_is_word(const char *name_space);

/**
 * Read the XML of the main part; @name is what messages call it. False: see @diags. A document
 * that is no word-processing document is told by findings->is_document.
 */
bool docx_text_read(const char *name, const lyh_bytes *xml, line_list *lines,
                    struct docx_findings *findings, lyh_diags *diags);

#endif
