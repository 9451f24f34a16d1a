/**
 * Footnotes of a printed page: numbered, in small print, below the text.
 */
#ifndef LYHORD_INGEST_PDF_NOTES_H
#define LYHORD_INGEST_PDF_NOTES_H

#include "pdf_page.h"

/**
 * Set is_note of the lines of @page (struct pdf_line, in the order of reading) that are
 * footnotes; @body is the font size of the text, @last the number of the last note so far.
 * Returns how many notes there are.
 */
size_t pdf_notes_find(GArray *page, double body, size_t *last);

#endif
