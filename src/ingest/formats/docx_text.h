/**
 * The text of a Word document's main part, and what stands beside it.
 *
 * Paragraphs in the order of the file. Tracked deletions and the old places of moved text,
 * hidden text, field codes, comments and the fallback copies of drawings are never text
 * (ECMA-376 part 1, 17.13.5, 17.3.2.41, 17.16.23; part 3, 9.3). What Word shows is: tracked
 * insertions, results of fields, numbers of lists, text boxes (after the paragraph they hang on).
 */
#ifndef LYHORD_INGEST_DOCX_TEXT_H
#define LYHORD_INGEST_DOCX_TEXT_H

#include <lyhord/base/archive.h>

#include "docx_numbering.h"
#include "docx_styles.h"
#include "story.h"

/* What was met on the way and is said to people. Counts. */
struct docx_findings {
    size_t deletions;  /* stretches of deleted text, and deleted rows */
    size_t insertions; /* stretches of inserted text: read */
    size_t moves;      /* stretches that stand elsewhere now */
    size_t hidden;     /* runs of hidden text, and hidden rows */
    size_t fields;     /* whose codes were left out */
    size_t footnotes;  /* references to foot- and endnotes */
    size_t chunks;     /* other files to be shown in their place */
    bool is_document;  /* the root is a word-processing document */
};

/** Is @name_space that of WordprocessingML, transitional or strict? */
bool docx_is_word(const char *name_space);

/** A reading under way: hand it the XML of the main part through docx_text_handler. */
typedef struct docx_text docx_text;

extern const lyh_xml_handler docx_text_handler;

/** Tells @story; borrows everything, and counts on in @numbering. Free with docx_text_free(). */
docx_text *docx_text_new(story_lines *story, const docx_styles *styles,
                         docx_numbering *numbering);
/** NULL is fine. */
void docx_text_free(docx_text *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(docx_text, docx_text_free)

const struct docx_findings *docx_text_findings(const docx_text *text);

#endif
