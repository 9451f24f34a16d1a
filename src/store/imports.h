/** Events that an import brought and that was taken back. Private to store. */
#ifndef LYHORD_STORE_IMPORTS_PRIVATE_H
#define LYHORD_STORE_IMPORTS_PRIVATE_H

#include "database.h"

/** The ids that are set aside, a set of id_set.h to unref. NULL: @error. */
GHashTable *imports_aside(database *db, lyh_error *error);

/** Mark them as not holding, in a state that is made anew. */
bool imports_set_aside(database *db, lyh_error *error);

#endif
