/**
 * Page numbers, running heads and footnotes: what the page shows and nobody said.
 *
 * Where the pages are known (a pdf, form feeds in a text file), a line is furniture when it is
 * among the first or last two of its page and either its number follows the pages, or the same
 * words, set apart from the rest, stand there on half of the pages. In a text file without
 * pages, lines that are the same but for a number that rises, at the distance of pages, are.
 *
 * Never a line with a speaker's mark or a dash, never numbered stories: a heading with a
 * number that rises is a head only when sentences run across it.
 */
#ifndef LYHORD_INGEST_FURNITURE_H
#define LYHORD_INGEST_FURNITURE_H

#include "lines.h"

/** Set is_furniture of every line of @lines that is; tell @diags how many there were. */
void furniture_find(line_list *lines, const char *path, lyh_diags *diags);

#endif
