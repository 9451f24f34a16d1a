/** Answers in people's own words, written anew in a copy of the survey's file. Private to study. */
#ifndef LYHORD_STUDY_SURVEY_WORDS_H
#define LYHORD_STUDY_SURVEY_WORDS_H

#include <glib.h>

#include <lyhord/base/output.h>

#include "survey.h"

typedef struct survey_words survey_words;

/** The survey of @study, which has one, with nothing changed yet. Borrows @study. survey_words_free(). */
survey_words *survey_words_new(const lyh_study *study);
/** NULL is fine. */
void survey_words_free(survey_words *words);

/**
 * Make @edits (lyh_edit of lyhord/ingest/rewrite.h, in their order) in the answers of @document, which
 * lyh_study_survey_document() gave. False when an edit lies in no answer: in a question, or a mark.
 */
bool survey_words_edit(survey_words *words, const lyh_document *document,
                       const GArray *edits);

/** The file as CSV, all else as it stands; of a workbook or a .sav what it holds as a table. A memory output. */
lyh_output *survey_words_write(const survey_words *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(survey_words, survey_words_free)

#endif
