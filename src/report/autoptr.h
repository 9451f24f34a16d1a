/**
 * g_autoptr() for the types of report, for use inside .c files.
 */
#ifndef LYHORD_REPORT_AUTOPTR_H
#define LYHORD_REPORT_AUTOPTR_H

#include <glib.h>

#include <lyhord/report/report.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_report, lyh_report_free)

#endif
