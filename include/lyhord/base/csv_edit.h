/**
 * A CSV file changed in a few places: cells written anew, rows taken out or put behind the others, all
 * else byte for byte as it stood, with its separator, quotes, order, comments and line ends.
 */
#ifndef LYHORD_BASE_CSV_EDIT_H
#define LYHORD_BASE_CSV_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h>

typedef struct lyh_csv_edit lyh_csv_edit;

/** Nothing is changed yet. Borrows @csv, which is not touched. Free with lyh_csv_edit_free(). */
lyh_csv_edit *lyh_csv_edit_new(const lyh_csv *csv);
/** NULL is fine. */
void lyh_csv_edit_free(lyh_csv_edit *edit);

/** The cell is to hold @text (NFC, LF), written as lyh_csv_write_text() does; the last call holds. */
void lyh_csv_edit_set(lyh_csv_edit *edit, size_t row, size_t column, const char *text);
/** The row is to go, with the empty lines below it. */
void lyh_csv_edit_remove(lyh_csv_edit *edit, size_t row);
bool lyh_csv_edit_removes(const lyh_csv_edit *edit, size_t row);
/** A row behind all others: a cell a column of the file, NULL for an empty one. */
void lyh_csv_edit_add(lyh_csv_edit *edit, const char *const *cells);
/** Cells to be written anew, rows to go and rows to come. */
size_t lyh_csv_edit_count(const lyh_csv_edit *edit);

/**
 * The bytes of the file as it is to be; free(). Without changes they are those of the file. A file
 * that was no UTF-8 becomes it, and gets a BOM, so that spreadsheets see it.
 */
char *lyh_csv_edit_bytes(const lyh_csv_edit *edit, size_t *size);

#endif
