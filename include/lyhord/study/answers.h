/**
 * Counting short answers, one a row, by the million: a study's loose files when each of them is a CSV of
 * answers (lyhord/ingest/answers.h).
 *
 * Read in pieces, coded as any transcript is, and summed up (lyhord/tally/partial.h): memory grows with
 * the number of persons, a few bytes each, and not with the text. What is not done: nothing is
 * looked for that was said twice, since two persons may well answer alike.
 */
#ifndef LYHORD_STUDY_ANSWERS_H
#define LYHORD_STUDY_ANSWERS_H

#include <lyhord/study/study.h>
#include <lyhord/tally/partial.h>

typedef struct lyh_study_answers lyh_study_answers;

/**
 * Open every file of @study as answers, whose persons are grouped by @attributes (@count of them,
 * borrowed): columns of the files, or of respondents.csv where the study has one. Ids are those of
 * respondents.csv, else of the file they stand in. NULL: one of the files is something else (@is_other;
 * nothing is told), or there are errors (@diags, @error). Free with lyh_study_answers_free().
 */
lyh_study_answers *lyh_study_answers_open(lyh_study *study, const char *const *attributes,
                                          size_t count, bool *is_other, lyh_diags *diags,
                                          lyh_error *error);
/** NULL is fine. */
void lyh_study_answers_free(lyh_study_answers *answers);

/** Look through all files for rows that cannot be read, and tell of each; of files without rows too. */
bool lyh_study_answers_check(lyh_study_answers *answers, lyh_diags *diags,
                             lyh_error *error);
/** Tell of files without rows, where rows are known to be fine. */
void lyh_study_answers_tell_empty(lyh_study_answers *answers, lyh_diags *diags);

/**
 * Count part @part (from 0) of @parts of the persons: the parts of one whole may be counted by different
 * processes, and are merged (lyh_partial_merge). NULL: see @diags and @error; where a row cannot be read,
 * nothing is told of it, and lyh_study_answers_check() tells. lyh_partial_free().
 */
lyh_partial *lyh_study_answers_count(lyh_study_answers *answers,
                                     const lyh_tally_options *options, size_t part,
                                     size_t parts, lyh_diags *diags, lyh_error *error);

#endif
