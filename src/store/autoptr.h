/**
 * g_autoptr() for the types of store, for use inside .c files.
 */
#ifndef LYHORD_STORE_AUTOPTR_H
#define LYHORD_STORE_AUTOPTR_H

#include <glib.h>

#include <lyhord/store/anchor.h>
#include <lyhord/store/imports.h>
#include <lyhord/store/journal.h>
#include <lyhord/store/pairs.h>
#include <lyhord/store/refi.h>
#include <lyhord/store/refi_positions.h>
#include <lyhord/store/refi_text.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_anchorings, lyh_anchorings_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_journal, lyh_journal_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_pairs, lyh_pairs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_refi, lyh_refi_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_refi_positions, lyh_refi_positions_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_refi_text, lyh_refi_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_stored_codings, lyh_stored_codings_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_stored_done, lyh_stored_done_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_stored_imports, lyh_stored_imports_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_stored_memos, lyh_stored_memos_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_stored_names, lyh_stored_names_free)

#endif
