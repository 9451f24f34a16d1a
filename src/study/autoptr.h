/**
 * g_autoptr() for the types of study, for use inside .c files.
 */
#ifndef LYHORD_STUDY_AUTOPTR_H
#define LYHORD_STUDY_AUTOPTR_H

#include <glib.h>

#include <lyhord/study/scan.h>
#include <lyhord/study/study.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_study, lyh_study_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_study_scan, lyh_study_scan_free)

#endif
