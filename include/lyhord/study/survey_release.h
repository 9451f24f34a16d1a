/**
 * A release of a study's survey: its tables by all backgrounds that are out, promised or asked for, in one plan.
 *
 * In the ledger (lyhord/study/ledger.h) a survey has rows of its own: `release;survey-1;survey:kön|kön+ålder = 1|2|3;;;2026-05-01`.
 * Its persons are those who answered, whoever was interviewed; no figure of one kind adds up with one of the
 * other. Without a column of ids a person is `#` and eight hexadecimal digits of the SHA-256 of what is
 * counted of them (closed answers and backgrounds, no words), since the numbers of rows change with
 * the rows: who has changed an answer is then another person, and so they are for a reader of two tables.
 */
#ifndef LYHORD_STUDY_SURVEY_RELEASE_H
#define LYHORD_STUDY_SURVEY_RELEASE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/study/survey.h>
#include <lyhord/survey/plan.h>

typedef struct lyh_survey_release lyh_survey_release;

/**
 * The release of the survey of @study, which has one, by @by: a background, or two with `+` or `,` between. NULL: what `[groups] by`
 * says of the survey; what it says of interviews alone is left out. "": everyone together. Groups are named in the language of
 * @catalog. NULL when @by names no background: see @diags. Borrows @study. lyh_survey_release_free().
 */
lyh_survey_release *lyh_survey_release_new(const lyh_study *study, const char *by,
                                           const lyh_catalog *catalog, lyh_diags *diags,
                                           lyh_error *error);
/** NULL is fine. */
void lyh_survey_release_free(lyh_survey_release *release);

/** Splits asked for; split @index of them is `first + index` of the plan. */
size_t lyh_survey_release_count(const lyh_survey_release *release);
size_t lyh_survey_release_first(const lyh_survey_release *release);
/** The plan; never NULL. Lent. */
const lyh_survey_plan *lyh_survey_release_plan(const lyh_survey_release *release);
/** "kön", "kön+ålder": a split asked for. Lent. */
const char *lyh_survey_release_name(const lyh_survey_release *release, size_t index);

/** May it be let out, as lyh_study_may_release()? */
bool lyh_survey_release_lets(const lyh_survey_release *release, lyh_diags *diags,
                             lyh_error *error);
/** Write its row as a @kind ("report", "survey"), unless the same has been let out before. See lyh_study_record_release(). */
bool lyh_survey_release_record(const lyh_survey_release *release, const char *kind,
                               lyh_diags *diags, lyh_error *error);

/** How many who answered were interviewed too: persons with the same id, in a file with ids. */
size_t lyh_study_survey_interviewed(const lyh_study *study, const lyh_tally *tally);

#endif
