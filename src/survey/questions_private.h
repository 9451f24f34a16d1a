/** What the files of this folder share about questions. */
#ifndef LYHORD_SURVEY_QUESTIONS_PRIVATE_H
#define LYHORD_SURVEY_QUESTIONS_PRIVATE_H

#include <glib.h>

#include <lyhord/survey/questions.h>

#include "autoptr.h"

struct lyh_questions {
    GArray *items; /* lyh_question */
};

#endif
