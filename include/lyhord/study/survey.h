/**
 * A study's survey: survey.csv (or .xlsx, .sav) beside questions.csv, and the answers in people's own words.
 *
 * The answers to a text question are a document, `survey-NAME` after the question: the question, then each answer
 * below its person's id. They are coded as interviews are, in the same files of codings, but
 * never counted together with them: who answered a survey is not who was interviewed. Two persons
 * who write the same are two. A person of the same id in both is one person.
 */
#ifndef LYHORD_STUDY_SURVEY_H
#define LYHORD_STUDY_SURVEY_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/study/study.h>
#include <lyhord/survey/survey.h>

/** NULL when the study has none: no file, or a heading without rows. Lent. */
const lyh_survey *lyh_study_survey(const lyh_study *study);
/** The questions, also before anybody has answered; NULL when there is no questions.csv. Lent. */
const lyh_questions *lyh_study_questions(const lyh_study *study);
/** The file of the answers; "" when there is none. Lent. */
const char *lyh_study_survey_path(const lyh_study *study);

/** `[survey] sent`: how many persons were asked to take part; 0 when it is not said. */
size_t lyh_study_survey_sent(const lyh_study *study);

/** Documents of answers, one a text question that somebody answered. */
size_t lyh_study_survey_document_count(const lyh_study *study);
/** The question that answers document @index is of. */
size_t lyh_study_survey_document_question(const lyh_study *study, size_t index);
/** Its name, "survey-7". free(). */
char *lyh_study_survey_document_name(const lyh_study *study, size_t index);
/** Read it; the persons become respondents of the study. NULL: see @diags and @error. lyh_document_free(). */
lyh_document *lyh_study_survey_document(lyh_study *study, size_t index, lyh_diags *diags,
                                        lyh_error *error);

/** lyh_study_walk() over the documents of answers instead of the transcripts. */
bool lyh_study_walk_survey(lyh_study *study, lyh_which which, lyh_visitor visitor,
                           void *user, lyh_diags *diags, lyh_error *error);

/**
 * A person's values of what to group the survey by, called @name: a column of its own, a question with one
 * alternative (its name), or an attribute of respondents.csv. @count persons, "" where not known. NULL when there
 * is nothing of that name. free() the array; its strings are lent.
 */
const char **lyh_study_survey_background(const lyh_study *study, const char *name);

#endif
