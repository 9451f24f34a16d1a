/** New rows of decisions.csv, under whatever headings people have there. Private to study. */
#ifndef LYHORD_STUDY_DECISION_ROWS_H
#define LYHORD_STUDY_DECISION_ROWS_H

#include <lyhord/coding/decisions.h>

#include "changes.h"
#include "rows.h"

/**
 * Plan the first of @changes: decisions.csv in @folder, which is @decisions (NULL: there is none yet),
 * with the @count rows of @made behind the others. One that stands there already, of the same day,
 * is not doubled: the command was stopped half-way.
 */
void decision_rows_plan(study_changes *changes, const char *folder,
                        const table_file *decisions, const lyh_decision *made,
                        size_t count);

#endif
