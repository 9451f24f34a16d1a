/**
 * A sheet of an XLSX workbook (ECMA-376, part 1, section 18) as a table of text.
 *
 * Cells are what a program would read, not what a screen shows: numbers with a decimal point
 * and as many digits as make the same number (15), dates as 2026-03-14 or 2026-03-14 09:30, true
 * and false as TRUE and FALSE, formulas as the values last computed, errors as #N/A. Rich
 * text is its text, without the readings of phonetic guides.
 */
#ifndef LYHORD_BASE_WORKBOOK_H
#define LYHORD_BASE_WORKBOOK_H

#include <stdbool.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>

/** The most cells, counted with the empty ones between, that a sheet may have. */
#define LYH_WORKBOOK_CELLS ((size_t)20000000)

/** Do the first bytes of a file look like a zip archive that holds a workbook? */
bool lyh_workbook_looks_like(const char *name, const lyh_bytes *bytes);

/**
 * Read the first sheet that is not hidden as a source whose text is CSV with `;`: its line
 * numbers are the sheet's rows as long as no cell holds a line end. What other sheets there
 * are is noted. NULL when it is no workbook or its parts cannot be read; see @diags.
 */
lyh_source *lyh_workbook_read(const char *name, const lyh_bytes *bytes, lyh_diags *diags);

/** Read the sheet at @index, from 0, among those that are not hidden; says nothing of the others. */
lyh_source *lyh_workbook_read_sheet(const char *name, const lyh_bytes *bytes, size_t index,
                                    lyh_diags *diags);

#endif
