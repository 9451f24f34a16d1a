/** The ids in the ledger of releases, for those who take people out of a study. Private to study. */
#ifndef LYHORD_STUDY_LEDGER_PRIVATE_H
#define LYHORD_STUDY_LEDGER_PRIVATE_H

#include <lyhord/study/ledger.h>

#include "rows.h"

/** Take @id (NULL: every id) out of the releases of @decisions, which may be NULL. Rows changed. */
size_t ledger_forget(table_file *decisions, const char *id);

#endif
