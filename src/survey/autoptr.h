/**
 * g_autoptr() for the types of survey, for use inside .c files.
 */
#ifndef LYHORD_SURVEY_AUTOPTR_H
#define LYHORD_SURVEY_AUTOPTR_H

#include <glib.h>

#include <lyhord/survey/questions.h>
#include <lyhord/survey/survey.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_questions, lyh_questions_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_survey, lyh_survey_free)

#endif
