/**
 * Rows of decisions.csv by which somebody lets a hidden figure be shown, with a reason:
 * `cell;väntan.minus@Övriga (A-stad, B-stad);accepted;who;reason;date`. Private to study.
 */
#ifndef LYHORD_STUDY_CELLS_H
#define LYHORD_STUDY_CELLS_H

#include <lyhord/study/ledger.h>

/** Is there any such row? */
bool cells_are_accepted(const lyh_study *study);
/** An lyh_tally_accepts whose @user is the lyh_study. */
bool cells_accepts(const void *user, const char *group, size_t code, lyh_measure measure);

/** Warn of every row that has no reason, or names no figure. */
void cells_check(const lyh_study *study, const lyh_tally *tally, lyh_diags *diags);

#endif
