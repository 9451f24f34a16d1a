/** What a command is to change in a study, for people to see before they agree. Private to study. */
#ifndef LYHORD_STUDY_CHANGE_TABLE_H
#define LYHORD_STUDY_CHANGE_TABLE_H

#include <lyhord/table/table.h>

/** The table @name without rows: columns what;name;before;after. Free with lyh_table_free(). */
lyh_table *change_table_new(const char *name, const lyh_catalog *catalog);

/** A row: what of what, before and after. @what is a msgid. */
void change_table_add(lyh_table *table, const lyh_catalog *catalog, const char *what,
                      const char *name, lyh_cell before, lyh_cell after);

#endif
