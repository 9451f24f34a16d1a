/**
 * Short answers, one a row of a CSV of any length: `respondent;fråga;svar[;attributes…]`.
 *
 * What the reader of transcripts makes of such a file, in pieces: each piece is a document whose turns
 * are answers, one each. Memory is bounded whatever the length of the file. `svar` (or `text`, beside the
 * other two) must be there; without a column of respondents each row is a person of its own. The
 * same text from two persons is two answers, not a duplicate. Questions are not among the turns.
 */
#ifndef LYHORD_INGEST_ANSWERS_H
#define LYHORD_INGEST_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/corpus/document.h>

/** Characters of the longest id of a respondent. */
#define LYH_ANSWERS_LONGEST_ID 100

typedef struct lyh_answers lyh_answers;

/**
 * Open @path, a .csv whose columns called @attributes (of @count; borrowed) say what groups the persons are
 * in. NULL when the heading is that of something else (@is_other, and nothing is told), when the
 * heading has errors or an attribute has no column (@diags, and @error is LYH_ERROR_DATA) or the machine
 * fails (@error). Free with lyh_answers_free().
 */
lyh_answers *lyh_answers_open(const char *path, const char *const *attributes, size_t count,
                              bool *is_other, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void lyh_answers_free(lyh_answers *answers);

/** Has the file a column that says who answers? */
bool lyh_answers_name_persons(const lyh_answers *answers);
/** The path of the file. Lent. */
const char *lyh_answers_path(const lyh_answers *answers);

/**
 * Look the whole file through for rows that cannot be read: all mistakes in one run, and whether there are
 * rows at all. False when the machine fails or there are errors.
 */
bool lyh_answers_check(lyh_answers *answers, lyh_diags *diags, lyh_error *error);
/** Say so where there is not one row: what lyh_answers_check() tells of a file without errors. */
void lyh_answers_tell_empty(lyh_answers *answers, lyh_diags *diags);

/**
 * Start over, with the answers of those persons only whose number, made of the id alone (of the row where
 * nobody is named), leaves @part when divided by @parts: every person is in one part with all
 * their answers, whatever the number of parts.
 */
void lyh_answers_choose(lyh_answers *answers, size_t part, size_t parts);

/**
 * The next piece, whose turn i is an answer of respondent i (lyh_answers_at); lent until the next call.
 * NULL at the end, and when the machine fails or a row cannot be read (@error; what is wrong with rows, anybody's, lyh_answers_check()
 * tells). Rows without words are passed over.
 */
lyh_document *lyh_answers_next(lyh_answers *answers, lyh_diags *diags, lyh_error *error);

/** Rows of the file so far, chosen or not; all of them behind the last piece. */
size_t lyh_answers_row_count(const lyh_answers *answers);

/** One answer of the piece; all lent until the next. */
typedef struct lyh_answer {
    const char *person; /* the id, clean; NULL where nobody is named */
    size_t person_size;
    const char *const *values; /* one an attribute, "" when empty */
    size_t row;                /* from 0 */
    size_t line;               /* from 1 */
} lyh_answer;

lyh_answer lyh_answers_at(const lyh_answers *answers, size_t turn);

#endif
