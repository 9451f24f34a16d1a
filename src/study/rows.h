/** A person's CSV file with rows taken out or put in, all else as it stood. Private to study. */
#ifndef LYHORD_STUDY_ROWS_H
#define LYHORD_STUDY_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

#include <lyhord/base/csv.h>

/** A table as people keep it, read to be changed. */
typedef struct table_file {
    char *path;
    lyh_source *source;
    lyh_csv *csv;
    bool *goes;    /* a row each: it is to be taken out */
    bool has_mark; /* a BOM stands first, or has to: it was no UTF-8 */
} table_file;

/** NULL: @error, or the file cannot be read as a table (its own reader has said why). Free with table_file_free(). */
table_file *table_file_open(const char *path, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void table_file_free(table_file *file);

/** Rows that are to be taken out. */
size_t table_file_going(const table_file *file);

/**
 * The file's text without the rows that go, as UTF-8; @last (may be NULL) is added as its last
 * row. free().
 */
char *table_file_text(const table_file *file, const char *last, size_t *size);

/** What parts the cells of its heading: `;`, `,` or a tab. */
char table_file_separator(const table_file *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(table_file, table_file_free)

#endif
