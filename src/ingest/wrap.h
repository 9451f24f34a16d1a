/**
 * Signs that a line was broken by the width of a page and not by its writer.
 *
 * All of them look at one line, trimmed, in NFC.
 */
#ifndef LYHORD_INGEST_WRAP_H
#define LYHORD_INGEST_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/* Characters. A hard-wrapped line is about this long at least, a heading or a line of a list
 * seldom. */
#define SHORTEST_FULL_LINE 50

/** Does a sentence end here? Quotes and brackets may follow the full stop. */
bool wrap_ends_sentence(const char *text, size_t size);

/** Does the line begin with a small letter? */
bool wrap_goes_on(const char *text, size_t size);

/** "- ", "– ", "• ", a private-use bullet of Word's, "1. " or "a) ". */
bool wrap_is_list_item(const char *text, size_t size);

/** Is the line long, without an end of its own: one that a sentence goes on from? */
bool wrap_is_cut(const char *text, size_t size);

#endif
