/**
 * The files of codings/: codings as people keep them, in and out.
 *
 * Columns: document;respondent;turn;start;end;code;polarity;state;time;cue;status;coder;rule;
 * quote;mark;text_sha256. start and end are code points into the document text, end exclusive; a
 * turn counts from 1. A row whose text_sha256 is empty, as one typed by hand, is anchored by
 * its quote; a row whose hash no longer fits is re-anchored by the quote, or reported, never shifted.
 */
#ifndef LYHORD_CODING_CODINGS_CSV_H
#define LYHORD_CODING_CODINGS_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/csv_write.h>
#include <lyhord/base/output.h>
#include <lyhord/codebook/codebook.h>
#include <lyhord/coding/coding.h>
#include <lyhord/corpus/respondents.h>
#include <lyhord/language/tokens.h>

typedef struct lyh_codings_file lyh_codings_file;

/**
 * Read a codings file; codes must be in @codebook (an unknown one is an error at its cell, as
 * are an unknown polarity, state, status or mark). Only document, code and quote (or start and end)
 * must be filled; polarity is then 0, state stated, status manual. NULL when there are errors.
 * Takes over @csv on success. Free with lyh_codings_file_free().
 */
lyh_codings_file *lyh_codings_file_read(lyh_csv *csv, const lyh_codebook *codebook,
                                        lyh_diags *diags);
/** NULL is fine. */
void lyh_codings_file_free(lyh_codings_file *file);

/** Distinct document names in the file, in order of first meeting. */
size_t lyh_codings_file_document_count(const lyh_codings_file *file);
const char *lyh_codings_file_document(const lyh_codings_file *file, size_t index);

/** The heading of a column that is none of those above, and so in no coding; NULL: none. Lent. */
const char *lyh_codings_file_other_column(const lyh_codings_file *file);

/**
 * Add to @codings those of @document, anchored in its text. A quote that is found nowhere, or
 * more than once without start and end or turn to tell which, is an error with its row's place; a
 * re-anchored row is a warning, counted and named. A coding outside every respondent turn is an
 * error. False when there were errors.
 */
bool lyh_codings_file_anchor(const lyh_codings_file *file, const lyh_document *document,
                             const lyh_tokens *tokens, lyh_codings *codings,
                             lyh_diags *diags);

/** The heading row. */
bool lyh_codings_write_heading(lyh_output *output, lyh_csv_style style);

/** A row for every coding of @document; respondents give ids (a coding of nobody has an empty one). */
bool lyh_codings_write(lyh_output *output, lyh_csv_style style, const lyh_codings *codings,
                       const lyh_document *document, const lyh_codebook *codebook,
                       const lyh_respondents *respondents);

/**
 * What `--wide` appends to every row, for those who sort and pivot: question (its number in
 * guide.csv), code_path ("bemötande > respekt"), statement (the sentences of the statement the
 * coding is part of, its own when it counts for nothing), and a column for each attribute of the
 * respondents. An attribute called as another column is, in any language a codings file may
 * have, is written with `respondent.` before its name. Such a file is read as any other.
 */
typedef struct lyh_codings_wide {
    /* the number people gave question @index of the guide, "" when none: its row is written
       then. Lent */
    const char *(*question)(const void *user, size_t index);
    const void *user;
} lyh_codings_wide;

/** The heading row with the columns of lyh_codings_write_wide(). */
bool lyh_codings_write_wide_heading(lyh_output *output, lyh_csv_style style,
                                    const lyh_respondents *respondents);

/** lyh_codings_write(), and more columns. @tokens are @document's. */
bool lyh_codings_write_wide(lyh_output *output, lyh_csv_style style,
                            const lyh_codings_wide *wide, const lyh_codings *codings,
                            const lyh_document *document, const lyh_tokens *tokens,
                            const lyh_codebook *codebook,
                            const lyh_respondents *respondents);

#endif
