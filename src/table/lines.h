/**
 * Text on a screen of fixed columns: how wide it is, and where it breaks.
 */
#ifndef LYHORD_TABLE_LINES_H
#define LYHORD_TABLE_LINES_H

#include <stddef.h>

#include <glib.h>

/** Screen columns of @text (UTF-8): wide characters take two, combining ones none. */
size_t text_width(const char *text);

/** Screen columns of the widest word of @text; only a plain space parts words. */
size_t text_widest_word(const char *text);

/**
 * @text in lines of at most @width columns (at least 2), broken at plain spaces, and inside
 * a word only where it alone is wider. char *, at least one; free with g_ptr_array_unref().
 */
GPtrArray *text_lines(const char *text, size_t width);

#endif
