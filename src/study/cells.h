/**
 * Rows of decisions.csv by which somebody lets a hidden figure be shown, with a reason:
 * `cell;väntan.minus@Övriga (A-stad, B-stad);accepted;who;reason;date`, and of a survey
 * `cell;survey:3.Instämmer helt@Övriga (norr, syd);accepted;who;reason;date`: the question's number, the
 * alternative or the pooling, and the group as it is printed. Private to study.
 */
#ifndef LYHORD_STUDY_CELLS_H
#define LYHORD_STUDY_CELLS_H

#include <lyhord/study/ledger.h>
#include <lyhord/survey/plan.h>

/** Is there any such row? */
bool cells_are_accepted(const lyh_study *study);
/** An lyh_tally_accepts whose @user is the lyh_study. */
bool cells_accepts(const void *user, const char *group, size_t code, lyh_measure measure);
/** An lyh_survey_accepts whose @user is the lyh_study. */
bool cells_accepts_answers(const void *user, const lyh_question *question,
                           const char *label, const char *group);

/**
 * Warn, at its line, of every row that has no reason, names no figure, names one that is not hidden, or one that
 * stays hidden all the same. @presence: who takes part; NULL without a codebook.
 */
void cells_check(lyh_study *study, const lyh_tally *presence, lyh_diags *diags);

#endif
