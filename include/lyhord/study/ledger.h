/**
 * The ledger of releases: what has been let out of a study, of whom, and by which splits.
 *
 * A release is a row of decisions.csv that Lyhörd writes: `release;report-1;kontor|roll+stad = A1|B2;;;2026-05-01`.
 * Before the ` = ` stand the splits, `all` where there is none; behind it the ids of the persons
 * whom the tables count. `withdraw` takes the id out of every row, `purge` all ids. A row
 * `release;report-1;accepted;who;reason;date` is somebody's word that the persons of later releases
 * may differ from those of report-1 by so few that two tables tell of them.
 */
#ifndef LYHORD_STUDY_LEDGER_H
#define LYHORD_STUDY_LEDGER_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/study/study.h>

/**
 * The splits that `[groups] by` names, or @by when it is not NULL: one attribute, or two with "+" or
 * "," between. A value of `[groups] by` may hold several splits with "," between; a pair has "+". Sets
 * @count; g_free() what is returned, and its times are 0. NULL when one names no attribute, after
 * a diagnostic that lists those there are. An empty list is never NULL.
 */
lyh_release_split *lyh_study_splits(const lyh_study *study, const char *by, size_t *count,
                                    lyh_diags *diags, lyh_error *error);

/**
 * The plan of what may be shown of @tally when the @count splits of @asked are: together with all that
 * earlier releases have shown, and what `[groups] by` promises. Split i of the answer is
 * @asked[i] at @first + i; groups are named in the language of @catalog. Free with lyh_tally_plan_free().
 */
lyh_tally_plan *lyh_study_plan(const lyh_study *study, const lyh_tally *tally,
                               const lyh_release_split *asked, size_t count, size_t *first,
                               const lyh_catalog *catalog);

/** Releases in the ledger; those accepted are none. Loose files have no ledger. */
size_t lyh_study_release_count(const lyh_study *study);
/** "report-1"; its date; persons whose ids stand there. Lent. */
const char *lyh_study_release_name(const lyh_study *study, size_t index);
const char *lyh_study_release_date(const lyh_study *study, size_t index);
size_t lyh_study_release_persons(const lyh_study *study, size_t index);
/** Its splits, "kontor, roll+stad"; free(). */
char *lyh_study_release_splits(const lyh_study *study, size_t index);

/**
 * May @tally be let out? Not when its persons differ from those of an earlier release by fewer than
 * the threshold, and nobody has accepted that: LYH_ERROR_NOT_ALLOWED, and a diagnostic that names it.
 */
bool lyh_study_may_release(const lyh_study *study, const lyh_tally *tally, lyh_diags *diags,
                           lyh_error *error);

/**
 * Write into decisions.csv that @tally is let out as a @kind ("report", "tally") by the @count splits of
 * @asked. Nothing is written when the same persons have been shown by the same splits before.
 * False when the file cannot be read or written.
 */
bool lyh_study_record_release(const lyh_study *study, const lyh_tally *tally,
                              const char *kind, const lyh_release_split *asked,
                              size_t count, lyh_diags *diags, lyh_error *error);

#endif
