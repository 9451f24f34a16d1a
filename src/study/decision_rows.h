/** New rows of decisions.csv, under whatever headings people have there. Private to study. */
#ifndef LYHORD_STUDY_DECISION_ROWS_H
#define LYHORD_STUDY_DECISION_ROWS_H

#include <lyhord/coding/decisions.h>

#include "changes.h"
#include "rows.h"

/** What a cell says, without white space around it, as all who read decisions.csv take it. g_free(). */
char *decision_rows_cell(const table_file *decisions, size_t row, size_t column);

/**
 * Is there a row like @sought in @decisions (NULL: there is no such file), one that does not go? What
 * is NULL in @sought may be anything.
 */
bool decision_rows_have(const table_file *decisions, const lyh_decision *sought);

/**
 * Is the last row of @decisions (NULL: none) about the kind and target of @sought, of those that do not go,
 * like it? An older one may have been decided otherwise since.
 */
bool decision_rows_end_with(const table_file *decisions, const lyh_decision *sought);

/**
 * Plan the next of @changes: decisions.csv in @folder, which is @decisions as it is to be changed
 * (NULL: there is none yet), with the @count rows of @made behind the others.
 */
void decision_rows_plan(study_changes *changes, const char *folder, table_file *decisions,
                        const lyh_decision *made, size_t count);

#endif
