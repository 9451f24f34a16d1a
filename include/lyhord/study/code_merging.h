/**
 * Codes of a study made one while people are coding: the codebook, their codings and the guide are
 * taken along, and decisions.csv says what became what.
 */
#ifndef LYHORD_STUDY_CODE_MERGING_H
#define LYHORD_STUDY_CODE_MERGING_H

#include <stdbool.h>

#include <lyhord/codebook/code_merge.h>
#include <lyhord/study/study.h>

typedef struct lyh_code_merging lyh_code_merging;

/** Who decides, why, and when ("2026-05-01", which the caller's clock says); "" where nobody says. */
typedef struct lyh_decider {
    const char *who, *reason, *day;
} lyh_decider;

/**
 * Plan how the codes of @merge, of the study's codebook, become one. In every file of codings/, in study.db (by
 * events of the kind MERGE) and in guide.csv the names of those that go become the one that stays, all else as it stood. Where the
 * same coder has put several of the codes on the same words with the same polarity and state, one
 * coding stays: one accepted or made by hand before one nobody has decided about, and that before a
 * rejected one; if any was marked, it is. Each code that goes, and a new name, is a row of
 * decisions.csv: `code;väntan → tid;merged;…` or `renamed`. Nothing is changed yet. NULL: see
 * @diags and @error. Free with lyh_code_merging_free().
 */
lyh_code_merging *lyh_code_merging_plan(lyh_study *study, const lyh_code_merge *merge,
                                        const lyh_decider *decider, lyh_diags *diags,
                                        lyh_error *error);
/** NULL is fine. */
void lyh_code_merging_free(lyh_code_merging *merging);

/** What it changes: columns what;name;before;after, a row a file and code. Lent. */
const lyh_table *lyh_code_merging_table(const lyh_code_merging *merging);

/**
 * Do it: decisions.csv first and codebook.csv last, so that after a crash the same command takes the
 * rest. After a failure to write, all stands as before.
 */
bool lyh_code_merging_make(const lyh_code_merging *merging, lyh_diags *diags,
                           lyh_error *error);

#endif
