/**
 * The text of an OpenDocument text's content.xml, and what stands beside it.
 *
 * Paragraphs and headings in the order of the file. Deleted text (kept apart under
 * text:tracked-changes), comments, notes, hidden text, hidden sections and rows, and the
 * descriptions of drawings are never text; runs of white space are one space (ODF 1.3 part 3,
 * 6.1.2), text boxes come after the paragraph they hang on.
 */
#ifndef LYHORD_INGEST_ODT_TEXT_H
#define LYHORD_INGEST_ODT_TEXT_H

#include <lyhord/base/archive.h>

#include "odt_styles.h"
#include "story.h"

/* What was met on the way and is said to people. Counts. */
struct odt_findings {
    size_t deletions;  /* stretches of deleted text */
    size_t insertions; /* stretches of inserted text: read */
    size_t hidden;     /* stretches of hidden text, hidden paragraphs, sections and rows */
    size_t notes;      /* foot- and endnotes */
    size_t comments;
    size_t outside;    /* things that lie outside the file */
    size_t odd_spaces; /* counts of spaces that cannot be */
    bool is_text;      /* there is the body of a text document */
};

/** A reading under way: hand it the XML of content.xml through odt_text_handler. */
typedef struct odt_text odt_text;

extern const lyh_xml_handler odt_text_handler;

/** Tells @story, and takes automatic styles into @styles; borrows both. Free with odt_text_free(). */
odt_text *odt_text_new(story_lines *story, odt_styles *styles);
/** NULL is fine. */
void odt_text_free(odt_text *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(odt_text, odt_text_free)

const struct odt_findings *odt_text_findings(const odt_text *text);

#endif
