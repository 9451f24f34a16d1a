/**
 * The lines of one page of a pdf: what poppler finds on it, with its place and its font.
 */
#ifndef LYHORD_INGEST_PDF_PAGE_H
#define LYHORD_INGEST_PDF_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "late_poppler.h"

/* Points, from the upper left corner of the page. */
struct pdf_line {
    char *text; /* g_free(); UTF-8, no line end, no white space at its ends */
    double left, top, right, bottom;
    double font_size; /* of its characters on average */
    size_t bold;      /* bytes from its beginning that are bold or italic */
    bool is_parted;   /* more space than between lines stands above it */
    bool is_number;   /* of the line beside it: no text */
    bool is_note;     /* a footnote: no text either */
};

/** For a GArray of struct pdf_line. */
void pdf_line_clear(void *line);

/**
 * Append the lines of @page to @lines (struct pdf_line), in the order of poppler, which is not
 * yet that of reading. Returns the characters on the page, or @most + 1 when there are more; then
 * nothing is appended.
 */
size_t pdf_page_lines(PopplerPage *page, size_t most, GArray *lines);

#endif
