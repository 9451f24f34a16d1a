/**
 * g_autoptr() for the types of tally, for use inside .c files.
 */
#ifndef LYHORD_TALLY_AUTOPTR_H
#define LYHORD_TALLY_AUTOPTR_H

#include <glib.h>

#include <lyhord/tally/tally.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_statement_log, lyh_statement_log_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_tally, lyh_tally_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_tally_plan, lyh_tally_plan_free)

#endif
