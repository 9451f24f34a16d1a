/** The survey of an open study. Private to study. */
#ifndef LYHORD_STUDY_SURVEY_PRIVATE_H
#define LYHORD_STUDY_SURVEY_PRIVATE_H

#include <lyhord/study/survey.h>
#include <lyhord/survey/answers_file.h>

typedef struct study_survey study_survey;

/**
 * Read questions.csv and the survey that @study has. NULL when there is neither, or what is there
 * cannot be read: see @diags and @error. study_survey_free().
 */
study_survey *study_survey_read(const lyh_study *study, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void study_survey_free(study_survey *survey);

/** The survey's file when a person's row can be taken out of it (CSV, with ids), else NULL. Lent. */
const char *study_survey_csv(const lyh_study *study);

/** Is @name the name of a document of answers? */
bool study_survey_has_document(const lyh_study *study, const char *name);

/** Tell how many ids are both of those who spoke in the interviews, which @presence holds, and of the survey. */
void study_survey_note_both(const lyh_study *study, const lyh_tally *presence,
                            lyh_diags *diags);

/** Do the answers that the person @id wrote hold @folded, words case-folded? */
bool study_survey_says(const lyh_study *study, const char *id, const char *folded);

#endif
