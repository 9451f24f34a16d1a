/**
 * The order of reading on a page.
 *
 * Heads first, then the text, notes in the margin, and feet. Two columns come one after the
 * other, parted where a line runs across both; a narrow column of speaker marks or times is part
 * of the lines beside it; one of rising numbers counts them and is no text.
 */
#ifndef LYHORD_INGEST_PDF_ORDER_H
#define LYHORD_INGEST_PDF_ORDER_H

#include "pdf_page.h"

/** Put @lines (struct pdf_line), those of one page, in order; lines of one row become one. */
void pdf_order(GArray *lines);

#endif
