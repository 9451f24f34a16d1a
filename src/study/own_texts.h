/**
 * What people write in the report themselves: the files .md in report/ of a study. Private to study.
 *
 * The program never writes there, but for the codes that numbers in {{…}} name when codes become one.
 */
#ifndef LYHORD_STUDY_OWN_TEXTS_H
#define LYHORD_STUDY_OWN_TEXTS_H

#include "code_merging_private.h"
#include "study_private.h"
#include "withdraw_private.h"

/** Paths (char *) of the files, in byte order. g_ptr_array_unref(). */
GPtrArray *own_texts_of(const lyh_study *study);

/** Warn of each number in {{…}} whose code the codebook lacks. */
void own_texts_check(const lyh_study *study, lyh_diags *diags);

/** Plan new names of codes in numbers. False: @error. */
bool own_texts_plan_merging(const lyh_code_merging *merging, lyh_diags *diags,
                            lyh_error *error);

/**
 * Warn of lines that hold words which only the person who withdraws said, also those of codebook.csv and
 * guide.csv, where examples stand: people take them out themselves.
 */
void own_texts_tell_withdrawn(const lyh_withdrawal *withdrawal, lyh_diags *diags);

#endif
