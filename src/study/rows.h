/** A person's CSV file, read to be changed in a few places. Private to study. */
#ifndef LYHORD_STUDY_ROWS_H
#define LYHORD_STUDY_ROWS_H

#include <glib.h>

#include <lyhord/base/csv_edit.h>

/** A table as people keep it, and what is to change in it. */
typedef struct table_file {
    char *path;     /* that it is written to */
    char *replaces; /* the file it was read from, when that is no CSV and goes; else NULL */
    lyh_source *source;
    lyh_csv *csv;
    lyh_csv_edit *edit;
} table_file;

/** NULL: @error, or the file cannot be read as a table (its own reader has said why). Free with table_file_free(). */
table_file *table_file_open(const char *path, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void table_file_free(table_file *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(table_file, table_file_free)

#endif
