/**
 * A CSV file of any length, row by row: what lyhord/base/csv.h reads whole, read in pieces.
 *
 * The same rules (separators, strict quoting, row lengths, blank rows, `sep=;`) and the same
 * errors with line and column. A file of at most LYH_MAX_TABLE bytes may have any encoding that a
 * source may; a larger one is UTF-8 and is never in memory as a whole. Cells are as they stand in
 * the file but for their quotes: neither NFC nor freed of the guard of a formula.
 */
#ifndef LYHORD_BASE_CSV_STREAM_H
#define LYHORD_BASE_CSV_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h>

/** Bytes of the longest row; a longer one is an error (a quote that is never closed, most often). */
#define LYH_CSV_MAX_ROW ((size_t)1 << 20)

typedef struct lyh_csv_stream lyh_csv_stream;

/**
 * Open @path and read its heading; warnings about encoding, separator and odd characters are given
 * here. NULL when the machine fails (@error) or the heading has errors (@diags; @error is
 * LYH_ERROR_DATA). Free with lyh_csv_stream_free().
 */
lyh_csv_stream *lyh_csv_stream_open(const char *path, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void lyh_csv_stream_free(lyh_csv_stream *stream);

/** The heading as a table without rows: for lyh_csv_find() and places of headings. Lent. */
const lyh_csv *lyh_csv_stream_heading(const lyh_csv_stream *stream);
/** Bytes of the file. */
size_t lyh_csv_stream_size(const lyh_csv_stream *stream);

/** Start over, before the first row. A child process reads on from there without troubling its parent. */
void lyh_csv_stream_rewind(lyh_csv_stream *stream);

/**
 * Go to the next row that says something. False at the end, and when reading failed (@error). A
 * row with errors is told of in @diags and passed over.
 */
bool lyh_csv_stream_next(lyh_csv_stream *stream, lyh_diags *diags, lyh_error *error);

/** The number of the row, from 0, rows with errors not counted. */
size_t lyh_csv_stream_row(const lyh_csv_stream *stream);
/** Cell @column of the row, @size bytes of valid UTF-8; lent until the next row. LYH_NONE: empty. */
const char *lyh_csv_stream_cell(lyh_csv_stream *stream, size_t column, size_t *size);
/** Where it stands: file, line and column. */
lyh_place lyh_csv_stream_place(const lyh_csv_stream *stream, size_t column);

#endif
