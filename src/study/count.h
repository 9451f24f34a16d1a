/** How a study's transcripts are counted, at once (count.c) or in stretches (counting.c). */
#ifndef LYHORD_STUDY_COUNT_H
#define LYHORD_STUDY_COUNT_H

#include <lyhord/study/study.h>

typedef struct count_walk {
    lyh_tally *tally;
    lyh_quotes *quotes; /* or NULL */
    lyh_study_counts *counts;
    const lyh_tally_options *options;
} count_walk;

/** Which codings are counted. */
lyh_which study_counted(const lyh_study *study, const lyh_tally_options *options);

/** Count a document: the visitor of a walk; @user is a count_walk. */
bool study_count_document(void *user, const lyh_visit *visit);

/** What is to be said of the whole: who is absent; false when there was nothing to count. */
bool study_count_end(const lyh_study *study, const count_walk *counting, lyh_diags *diags,
                     lyh_error *error);

#endif
