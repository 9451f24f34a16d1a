/** What the files of `codebook diff` share: two codebooks, what differs, and how it is written. */
#ifndef LYHORD_CLI_CODEBOOK_DIFF_H
#define LYHORD_CLI_CODEBOOK_DIFF_H

#include <lyhord/codebook/difference.h>
#include <lyhord/coding/coding.h>

#include "codebook.h"
#include "rows.h"

typedef struct codebook_diff_view {
    lyh_cli *cli;
    const char *old_word, *new_word; /* what the person called them */
    const lyh_codebook *before, *after;
    const lyh_difference *difference;
    cli_rows *rows;     /* CSV and JSON: one row a thing found; else NULL */
    lyh_output *output; /* text for people; else NULL */
} codebook_diff_view;

/** A row of the answer; what is NULL or LYH_NONE stays empty. */
typedef struct codebook_diff_row {
    const char *kind, *change, *code, *field, *before, *after;
    size_t line_before, line_after; /* of the codebooks */
    const char *document, *respondent;
    size_t turn, start, end; /* turn from 1, characters from 0 */
    const char *rule;
    size_t codings;
    const char *text;
    size_t text_size;
} codebook_diff_row;

/** All cells empty. */
#define CODEBOOK_DIFF_ROW                                                                  \
    {                                                                                      \
        .line_before = LYH_NONE, .line_after = LYH_NONE, .turn = LYH_NONE,                 \
        .start = LYH_NONE, .end = LYH_NONE, .codings = LYH_NONE                            \
    }

void codebook_diff_write(const codebook_diff_view *view, const codebook_diff_row *row);
/** What changed from @before to @after, as text for people: no segments, no files. */
void codebook_diff_tell(lyh_cli *cli, const lyh_codebook *before, const lyh_codebook *after,
                        lyh_output *output);
/** Untrusted words into text for people: on one line, nothing a terminal would act on. */
void codebook_diff_show(const codebook_diff_view *view, const char *text, size_t size);

/** The segments of @study's documents that the change affects, and the sums. False: see diags and error. */
bool codebook_diff_segments(const codebook_diff_view *view, lyh_study *study);
/** People's codings in @folder/codings that have lost their code. False: see diags and error. */
bool codebook_diff_orphans(const codebook_diff_view *view, const char *folder);

#endif
