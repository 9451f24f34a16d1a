/**
 * g_autoptr() for the types of table, for use inside .c files.
 */
#ifndef LYHORD_TABLE_AUTOPTR_H
#define LYHORD_TABLE_AUTOPTR_H

#include <glib.h>

#include <lyhord/table/table.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_table, lyh_table_free)

#endif
