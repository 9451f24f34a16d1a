/**
 * Codings that people kept in files become the beginning of a study's journal.
 *
 * A study without a study.db has its codings in codings/NAME.csv. Before the workbench makes a study.db,
 * which is the truth from then on, all of them are taken in: every coder's set under the name of its file,
 * and gemensam.csv as what was decided together, each decision about the codings of two coders that
 * it fits. All or nothing, and the files stay as they are. The same files give the same events
 * (lyhord/store/beginning.h).
 *
 * What does not come in: suggestions nobody has answered, which the codebook makes again, and noes to no
 * rule. A row of a model's file (LYH_MODEL_CODER) comes in as that of the person its column coder names;
 * without one nobody has put their name to it, and it is left. Who coded a document of which something was decided together is done with it.
 */
#ifndef LYHORD_STUDY_TAKE_IN_H
#define LYHORD_STUDY_TAKE_IN_H

#include <lyhord/study/study.h>

typedef struct lyh_take_in lyh_take_in;

typedef struct lyh_take_in_set {
    const char *name; /* a coder's, or LYH_TOGETHER */
    size_t codings;   /* that come in */
    size_t left;      /* rows that do not */
    bool
        is_whole; /* all that stands in the file comes in: no other columns, no row that is left */
} lyh_take_in_set;

/** Has the study in @folder files of codings, and no study.db? */
bool lyh_take_in_is_due(const char *folder);

/**
 * Read all sets of @study. NULL when there is anything wrong in any of them, all of it said (@diags),
 * or trouble (@error). Free with lyh_take_in_free().
 */
lyh_take_in *lyh_take_in_new(lyh_study *study, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void lyh_take_in_free(lyh_take_in *taking);
size_t lyh_take_in_count(const lyh_take_in *taking);
/** Strings are lent. */
const lyh_take_in_set *lyh_take_in_at(const lyh_take_in *taking, size_t index);

/**
 * Make the study.db with all of it, whole or not at all. Refused, at the file: one that is another now
 * than when it was read. False: @diags, @error.
 */
bool lyh_take_in_make(const lyh_take_in *taking, lyh_diags *diags, lyh_error *error);

#endif
