/**
 * The two ways of finding furniture, and the footnotes.
 */
#ifndef LYHORD_INGEST_FURNITURE_PRIVATE_H
#define LYHORD_INGEST_FURNITURE_PRIVATE_H

#include "furniture.h"

/** Heads and feet where the lines know their pages. */
void furniture_of_pages(line_list *lines);

/** Heads and feet where they do not: lines that are the same but for a rising number. */
void furniture_of_series(line_list *lines);

/** Does the sentence that @before ends with go on in @after? */
bool furniture_crosses(const line_list *lines, const struct line *before,
                       const struct line *after);

#endif
