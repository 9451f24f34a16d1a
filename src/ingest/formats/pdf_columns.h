/**
 * Columns of a page, read one after the other.
 */
#ifndef LYHORD_INGEST_PDF_COLUMNS_H
#define LYHORD_INGEST_PDF_COLUMNS_H

#include "pdf_page.h"

/** Do the two stand beside each other? */
bool pdf_same_row(const struct pdf_line *a, const struct pdf_line *b);

/** Append @lines (struct pdf_line *, reordered) to @ordered row by row; a row becomes a line. */
void pdf_read_rows(GPtrArray *lines, GPtrArray *ordered);

/** The same column by column, where there are any. */
void pdf_read_columns(GPtrArray *lines, GPtrArray *ordered);

#endif
