/** A row of decisions.csv that says that something was destroyed, and nothing of what it was. Private to study. */
#ifndef LYHORD_STUDY_TOMBSTONE_H
#define LYHORD_STUDY_TOMBSTONE_H

#include <stdbool.h>
#include <stddef.h>

#include "changes.h"
#include "rows.h"

/**
 * Plan the first of @changes: decisions.csv in @folder, without the rows that go of @decisions
 * (NULL: there is no such file), with a row of @kind about @target made on @day. A row of the
 * kind about the target that is there already is not doubled.
 */
void tombstone_plan(study_changes *changes, const char *folder, table_file *decisions,
                    const char *kind, const char *target, const char *day);

/** Does @decisions (may be NULL) have a row of @kind about @target? */
bool tombstone_is_there(const table_file *decisions, const char *kind, const char *target);

#endif
