/**
 * The interview somebody has before them, read once and kept until its file changes or another is
 * asked for: a decision must not wait for the whole interview to be read again.
 */
#ifndef LYHORD_WORKBENCH_OPENED_H
#define LYHORD_WORKBENCH_OPENED_H

#include <sys/stat.h>

#include <lyhord/coding/coding.h>
#include <lyhord/study/study.h>

typedef struct opened_document {
    lyh_document *document;
    lyh_codings *suggestions; /* the codebook's, all of them; by place */
    size_t index;             /* of the study's transcripts */
    struct stat file;         /* as it was when it was read */
} opened_document;

/** Empty it; the document is freed. */
void opened_clear(opened_document *opened);

/**
 * Transcript @index of @study, in @opened, which is of that study or empty. NULL when it cannot be
 * read: @diags. Lent until the next call.
 */
const opened_document *opened_get(opened_document *opened, lyh_study *study, size_t index,
                                  lyh_diags *diags);

#endif
