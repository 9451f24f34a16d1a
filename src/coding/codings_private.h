/** What the reader, the anchorer and the writer of codings files share. */
#ifndef LYHORD_CODING_CODINGS_PRIVATE_H
#define LYHORD_CODING_CODINGS_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/codings_csv.h>

/** The columns of codings files, in the order in which they are written. */
typedef enum codings_column {
    COLUMN_DOCUMENT,
    COLUMN_RESPONDENT,
    COLUMN_TURN,
    COLUMN_START,
    COLUMN_END,
    COLUMN_CODE,
    COLUMN_POLARITY,
    COLUMN_STATE,
    COLUMN_TIME,
    COLUMN_CUE,
    COLUMN_STATUS,
    COLUMN_CODER,
    COLUMN_RULE,
    COLUMN_QUOTE,
    COLUMN_MARK,
    COLUMN_HASH,
    COLUMN_COUNT
} codings_column;

/** A row of the file, read but not yet anchored. Numbers are LYH_NONE where the cell is empty. */
typedef struct codings_row {
    size_t row;        /* of the CSV */
    size_t document;   /* of the file's documents */
    size_t turn;       /* from 0 */
    size_t start, end; /* characters */
    lyh_coding coding; /* code, polarity, state, time, status, mark, coder, rule */
} codings_row;

struct lyh_codings_file {
    lyh_csv *csv;
    size_t found[COLUMN_COUNT];
    GPtrArray *documents;    /* char *, cleaned names */
    GPtrArray *of_document;  /* GArray of codings_row, by document */
    GHashTable *document_of; /* name -> index + 1 */
};

/** The cell of @row in @column, "" when the file has no such column. Lent. */
const char *codings_cell(const lyh_codings_file *file, size_t row, codings_column column);

/** Its place; that of the document's name when the file has no such column. */
lyh_place codings_place(const lyh_codings_file *file, size_t row, codings_column column);

/** Is @heading, in any case, a name of one of the columns? */
bool codings_knows_column(const char *heading);

/** What a row is written with. */
typedef struct codings_writer {
    lyh_output *output;
    lyh_csv_style style;
    const lyh_document *document;
    const lyh_codebook *codebook;
    const lyh_respondents *respondents;
} codings_writer;

/** The heading, and a row, without the line end. */
void codings_write_columns(lyh_output *output, lyh_csv_style style);
void codings_write_row(const codings_writer *writing, const lyh_coding *coding);

#endif
