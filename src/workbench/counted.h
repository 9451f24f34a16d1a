/**
 * How much there is in each interview: counted one at a time while nobody waits, and kept until its
 * file changes. The first page shows what is known by then; no page waits for three hundred interviews.
 */
#ifndef LYHORD_WORKBENCH_COUNTED_H
#define LYHORD_WORKBENCH_COUNTED_H

#include <sys/stat.h>

#include <lyhord/study/study.h>

typedef struct counted_document {
    bool is_read, is_suggested; /* is what follows known? */
    size_t answers;     /* turns of respondents, as the page shows them one at a time */
    size_t suggestions; /* the codebook's, answered or not */
    struct stat file;   /* as it was when it was read */
} counted_document;

typedef struct counted_documents counted_documents;

counted_documents *counted_new(void);
/** NULL is fine. */
void counted_free(counted_documents *counted);

/** Count the next transcript of @study that is not counted yet. False: there is none. */
bool counted_next(counted_documents *counted, lyh_study *study, lyh_diags *diags);
/** Is there any left to be counted? */
bool counted_is_all(const counted_documents *counted, const lyh_study *study);

/** What is known of transcript @index; all unknown when its file is another by now. Lent. */
const counted_document *counted_at(counted_documents *counted, const lyh_study *study,
                                   size_t index);

/** Forget all, after the study was read anew; or what depends on the codebook. */
void counted_forget(counted_documents *counted);
void counted_forget_suggestions(counted_documents *counted);

#endif
