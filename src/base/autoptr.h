/**
 * g_autoptr() for the types of base, for use inside .c files.
 */
#ifndef LYHORD_BASE_AUTOPTR_H
#define LYHORD_BASE_AUTOPTR_H

#include <glib.h>

#include <lyhord/base/archive.h>
#include <lyhord/base/catalog.h>
#include <lyhord/base/csv.h>
#include <lyhord/base/csv_edit.h>
#include <lyhord/base/diags.h>
#include <lyhord/base/output.h>
#include <lyhord/base/source.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_archive, lyh_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_catalog, lyh_catalog_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_csv, lyh_csv_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_csv_edit, lyh_csv_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_diags, lyh_diags_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_output, lyh_output_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_source, lyh_source_free)

#endif
