/**
 * Numbered narratives: each of them one person's.
 *
 * `Berättelse 3`, `Fall 2: …`, or numbered paragraphs below headings such as "Goda exempel" and
 * "Dåliga möten". What stands outside them (foreword, law, slogans, headings) is the editor's.
 */
#ifndef LYHORD_INGEST_NARRATIVES_H
#define LYHORD_INGEST_NARRATIVES_H

#include "marks.h"

/**
 * Mark the narratives of @lines, which have no speakers; @is_report: numbered paragraphs are
 * taken only below such a heading, and only to the paragraph's end. True when there were any.
 */
bool narratives_find(mark_list *marks, const line_list *lines, bool is_report);

/** The number in the mark of a narrative, "3" of "Berättelse 3", or NULL for any other mark. */
const char *narrative_number(const char *mark);

#endif
