/**
 * A person who withdraws is taken out of a study: words, codings, rows; what is left is a row
 * in decisions.csv that says so, without content.
 */
#ifndef LYHORD_STUDY_WITHDRAW_H
#define LYHORD_STUDY_WITHDRAW_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/study/study.h>

typedef struct lyh_withdrawal lyh_withdrawal;

/**
 * Plan how the respondent @id is taken out on @day ("2026-05-01", which the caller's clock says):
 * a transcript that is theirs alone goes; in one of several persons their turns become
 * `[återtaget]`; rows about them go from every file of codings/, what study.db and its backups hold of them
 * (lyhord/store/forget.h), from respondents.csv and transcripts.csv, and decisions that quote only them. Nothing is changed yet. NULL: see @diags and
 * @error; when nobody is called so, LYH_ERROR_DATA. Free with lyh_withdrawal_free().
 */
lyh_withdrawal *lyh_withdrawal_plan(lyh_study *study, const char *id, const char *day,
                                    lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void lyh_withdrawal_free(lyh_withdrawal *withdrawal);

/**
 * What it changes: columns what;name;before;after. A row a file (turns or rows), then one a code
 * that the person took up (persons; hidden under the threshold), then what was made from the
 * material before and is not touched: reports, releases, files that nobody has looked into. Lent.
 */
const lyh_table *lyh_withdrawal_table(const lyh_withdrawal *withdrawal);

/**
 * Do it: decisions.csv first, so that nothing is gone without a word; then codings, words, and last the
 * lists that say whose the words were. After a failure to write all stands as before; after one to
 * remove, or a crash, the same command takes the rest.
 */
bool lyh_withdrawal_make(const lyh_withdrawal *withdrawal, lyh_diags *diags,
                         lyh_error *error);

#endif
