/**
 * What csv.c reads and csv_columns.c looks up. Private to base.
 */
#ifndef LYHORD_BASE_CSV_PRIVATE_H
#define LYHORD_BASE_CSV_PRIVATE_H

#include <glib.h>

#include <lyhord/base/csv.h>

/** Sources are smaller than 4 GiB (source.c). */
typedef struct csv_cell {
    guint32 start, end; /* in the source, without the quotes */
    guint32 text;       /* in texts */
} csv_cell;

/** Where in the source each byte of a cell's text came from. */
typedef struct csv_map {
    const csv_cell *cell; /* or NULL */
    GArray *starts,
        *ends; /* gsize, one a byte and one for the end: of a span from and to it */
} csv_map;

struct lyh_csv {
    const lyh_source *source;
    lyh_source *own;   /* the same, when the table was opened by its path; else NULL */
    GArray *cells;     /* csv_cell; the heading's first, then row by row, `stride` a row */
    GString *texts;    /* zero-terminated, one after the other; the first is "" */
    GPtrArray *folded; /* the headings, trimmed and folded, for comparing */
    size_t stride;     /* cells in every row */
    size_t columns;    /* stride less nameless empty columns at the end */
    size_t rows;
    csv_map *map; /* of the cell last asked about: a table has one reader at a time */
};

/** The cell of @row, where row 0 is the heading. */
const csv_cell *lyh_csv_at(const lyh_csv *csv, size_t row, size_t column);

/** The separator the heading shows, or 0 after an error. @heading is where the heading starts. */
char lyh_csv_separator_of(const lyh_source *source, size_t heading, lyh_diags *diags);

/** lyh_csv_read() where it is known what separates the cells. */
lyh_csv *csv_read_separated(const lyh_source *source, char separator, lyh_diags *diags);

/** The byte after a first line `sep=;`, with its separator in @separator, else 0. */
size_t lyh_csv_skip_sep(const lyh_source *source, char *separator);

/** Would a spreadsheet run a cell that begins with @c (CWE-1236)? */
bool lyh_csv_is_formula_sign(char c);

/** Does @text begin with the ' that our writers put before such a sign? */
bool lyh_csv_is_guarded(const char *text, size_t size);

/** A copy of @text without white space at its ends, case-folded; g_free(). */
char *lyh_csv_fold_trimmed(const char *text);

#endif
