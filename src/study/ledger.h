/** The ids in the ledger of releases, for those who take people out of a study. Private to study. */
#ifndef LYHORD_STUDY_LEDGER_PRIVATE_H
#define LYHORD_STUDY_LEDGER_PRIVATE_H

#include <lyhord/coding/decisions.h>
#include <lyhord/study/ledger.h>

#include "rows.h"

/** What the value of a release of the survey begins with; its persons are those who answered. */
#define LEDGER_SURVEY "survey:"

/** Release @index of the ledger, or NULL. Lent. */
const lyh_decision *ledger_row(const lyh_study *study, size_t index);
bool ledger_is_of_survey(const lyh_decision *row);
/** The first of a release's @value: its splits; or what stands behind them: its ids. NULL-terminated; g_strfreev(). */
char **ledger_parts(const char *value, bool of_ids);

/** How many persons are in @ids or @earlier and not in both; who has withdrawn since is no difference. */
size_t ledger_difference(const lyh_study *study, GHashTable *ids, char **earlier);

/** May the persons @ids be shown after all earlier releases of the survey, or of the interviews? See lyh_study_may_release(). */
bool ledger_lets(const lyh_study *study, GHashTable *ids, bool is_of_survey,
                 lyh_diags *diags, lyh_error *error);

/** Write the row of a release. False: the file cannot be read or written. */
bool ledger_write(const lyh_study *study, const char *kind, const char *value,
                  lyh_diags *diags, lyh_error *error);

/** Take @id (NULL: every id) out of the releases of @decisions, which may be NULL. Rows changed. */
size_t ledger_forget(table_file *decisions, const char *id);

#endif
