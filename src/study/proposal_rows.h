/**
 * The rows of a proposal (lyhord/study/anonymize.h), read and written. Private to study.
 *
 * A cell `keep` that is empty, or nej, no or 0, lets the row be made; the three words say too that a person has
 * said so. `vet inte` (dont know) keeps the text and stays open.
 */
#ifndef LYHORD_STUDY_PROPOSAL_ROWS_H
#define LYHORD_STUDY_PROPOSAL_ROWS_H

#include <lyhord/base/csv.h>
#include <lyhord/base/csv_write.h>

enum {
    PROPOSAL_DOCUMENT,
    PROPOSAL_START,
    PROPOSAL_END,
    PROPOSAL_CLASS,
    PROPOSAL_TEXT,
    PROPOSAL_REPLACEMENT,
    PROPOSAL_KEEP,
    PROPOSAL_TEXT_SHA256, /* of the text that start and end count in; empty: not said */
    PROPOSAL_COLUMNS
};

/** What stands in `keep` when a person decided on the page. */
#define PROPOSAL_MADE "nej"
#define PROPOSAL_UNSURE "vet inte"

typedef struct proposal_rows {
    lyh_source *source;
    lyh_csv *csv;
    size_t found[PROPOSAL_COLUMNS]; /* columns; LYH_NONE where there is none */
} proposal_rows;

/** What a row says; in @keep one of the words above, or "". */
typedef struct proposal_row {
    const char *document, *kind, *text, *replacement, *keep, *text_sha256;
    size_t start, end; /* code points */
} proposal_row;

/** False: @diags, @error. proposal_rows_clear() either way. */
bool proposal_rows_read(proposal_rows *rows, const char *path, lyh_diags *diags,
                        lyh_error *error);
void proposal_rows_clear(proposal_rows *rows);

const char *proposal_cell(const proposal_rows *rows, size_t row, size_t column);
lyh_place proposal_place(const proposal_rows *rows, size_t row, size_t column);
/** A whole number from 0, in code points; false when it is none. */
bool proposal_number(const proposal_rows *rows, size_t row, size_t column, size_t *number);

typedef enum proposal_word {
    PROPOSAL_IS_OPEN, /* empty: nobody has said anything; made, where it has a replacement */
    PROPOSAL_IS_MADE,   /* no, it is not to be kept */
    PROPOSAL_IS_UNSURE, /* somebody did not know */
    /* anything else, and a row without a replacement where one was proposed */
    PROPOSAL_IS_KEPT
} proposal_word;

proposal_word proposal_says(const proposal_rows *rows, size_t row);

void proposal_write_heading(lyh_output *output, lyh_csv_style style);
void proposal_write(lyh_output *output, lyh_csv_style style, const proposal_row *row);

#endif
