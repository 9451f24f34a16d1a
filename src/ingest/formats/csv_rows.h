/**
 * The heading of a table that is a transcript: what its columns are.
 */
#ifndef LYHORD_INGEST_CSV_ROWS_H
#define LYHORD_INGEST_CSV_ROWS_H

#include <glib.h>

#include <lyhord/base/csv.h>

/** One row holds… */
enum csv_shape {
    CSV_TURN,   /* …a turn: who speaks, what is said */
    CSV_ANSWER, /* …an answer: who, the question, the answer */
    CSV_PERSON  /* …a person's answers, one column a question */
};

/** Columns are LYH_NONE where the file has none. */
struct csv_rows {
    enum csv_shape shape;
    size_t speaker, role, text, from, to, document, respondent, question;
    GArray *questions; /* size_t, columns of CSV_PERSON; empty for others */
};

/**
 * Find out from the heading; columns that are not read are told of. False when the heading is
 * that of no transcript: the error names those that are. Clear with csv_rows_clear().
 */
bool csv_rows_init(struct csv_rows *rows, const lyh_csv *csv, lyh_diags *diags);
void csv_rows_clear(struct csv_rows *rows);

/** The columns of answers, one a row; respondent and question may be LYH_NONE. */
struct answer_columns {
    size_t respondent, question, answer;
};

/** Is @heading that of an answer a row: a column `svar`, or respondent, question and text, but no speaker? */
bool csv_rows_find_answers(const lyh_csv *heading, struct answer_columns *found);

/** Is @heading, a line of text with its separators, that of one row a turn? */
bool csv_rows_shown_by(const char *heading, size_t size);

#endif
