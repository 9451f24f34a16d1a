/**
 * A CSV file with the place of every cell.
 *
 * Separator `;`, or `,` or tab when the heading shows it (said with a warning: `;` is what we
 * write). RFC 4180 quoting, strictly. Cells are NFC, without a leading `'` that guards a
 * formula (base/csv_write.h). A row with too few or too many cells, a stray quote, a heading twice and
 * an unclosed quote (told where it opened) are errors; an empty line is skipped, and so is a
 * row of blank unquoted cells (spreadsheets leave them). Line ends inside a cell are LF. Nameless
 * columns without a cell at the right edge do not exist; a nameless one with cells is an error.
 * A first line `sep=;` is skipped. White space is part of a cell.
 */
#ifndef LYHORD_BASE_CSV_H
#define LYHORD_BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>

/** "No such column, row or thing" wherever an index is expected. */
#define LYH_NONE ((size_t)-1)

#define LYH_CSV_MAX_COLUMNS 4096

typedef struct lyh_csv lyh_csv;

/** NULL when there are errors (in @diags) or no heading. Borrows @source: free it later. */
lyh_csv *lyh_csv_read(const lyh_source *source, lyh_diags *diags);
/**
 * The same for the file @path, whose source the table then owns. NULL when the machine fails
 * (@error), or there are errors (@diags; @error is LYH_ERROR_DATA).
 */
lyh_csv *lyh_csv_open(const char *path, lyh_diags *diags, lyh_error *error);
/** lyh_csv_read() of a source that is the table's from now on, also when NULL is returned. */
lyh_csv *lyh_csv_take(lyh_source *source, lyh_diags *diags);
/** NULL is fine. */
void lyh_csv_free(lyh_csv *csv);

const lyh_source *lyh_csv_source(const lyh_csv *csv);
size_t lyh_csv_column_count(const lyh_csv *csv);
/** Rows below the heading. */
size_t lyh_csv_row_count(const lyh_csv *csv);
const char *lyh_csv_heading(const lyh_csv *csv, size_t column);

/**
 * The cell's text, zero-terminated, "" when empty and when @column is LYH_NONE, one the file does not
 * have. Rows and columns from 0. Lent by @csv.
 */
const char *lyh_csv_cell(const lyh_csv *csv, size_t row, size_t column);
bool lyh_csv_is_empty(const lyh_csv *csv, size_t row, size_t column);

/** Where a cell stands, its quotes left out. */
lyh_place lyh_csv_place(const lyh_csv *csv, size_t row, size_t column);
/** Where bytes @start to @end of a cell's text stand; doubled quotes, NFC and line ends allowed for. */
lyh_place lyh_csv_place_within(const lyh_csv *csv, size_t row, size_t column, size_t start,
                               size_t end);
lyh_place lyh_csv_heading_place(const lyh_csv *csv, size_t column);

/**
 * The column with one of the names in @names, e.g. "kod|code" (compared case-folded, trimmed),
 * or LYH_NONE.
 */
size_t lyh_csv_find(const lyh_csv *csv, const char *names);

/** A column a reader knows. */
typedef struct lyh_csv_column {
    const char *names; /* "kod|code": the first is what messages call it */
    bool is_required;
} lyh_csv_column;

/**
 * Find @count known columns at once; @found[i] is the index or LYH_NONE. A missing required
 * column is an error; unless @others_welcome, every unknown column gets a warning that names
 * it (it is never silently dropped). False when a required one is missing.
 */
bool lyh_csv_find_all(const lyh_csv *csv, const lyh_csv_column *columns, size_t count,
                      bool others_welcome, size_t *found, lyh_diags *diags);

#endif
