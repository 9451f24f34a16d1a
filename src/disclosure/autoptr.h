/**
 * g_autoptr() for the types of disclosure, for use inside .c files.
 */
#ifndef LYHORD_DISCLOSURE_AUTOPTR_H
#define LYHORD_DISCLOSURE_AUTOPTR_H

#include <glib.h>

#include <lyhord/disclosure/comparison.h>
#include <lyhord/disclosure/derivable.h>
#include <lyhord/disclosure/grouping.h>
#include <lyhord/disclosure/release.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_comparisons, lyh_comparisons_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_grouping, lyh_grouping_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_release, lyh_release_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_unknowns, lyh_unknowns_free)

#endif
