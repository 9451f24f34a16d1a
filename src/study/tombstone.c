#include "tombstone.h"

#include "decision_rows.h"

bool tombstone_is_there(const table_file *decisions, const char *kind, const char *target)
{
    const lyh_decision sought = { .kind = kind, .target = target };
    return decision_rows_have(decisions, &sought);
}

void tombstone_plan(study_changes *changes, const char *folder, table_file *decisions,
                    const char *kind, const char *target, const char *day)
{
    const lyh_decision made = {
        .kind = kind, .target = target, .value = "", .who = "", .reason = "", .date = day
    };
    decision_rows_plan(changes, folder, decisions, &made,
                       tombstone_is_there(decisions, kind, target) ? 0 : 1);
}
