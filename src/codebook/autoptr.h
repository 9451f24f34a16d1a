/**
 * g_autoptr() for the types of codebook, for use inside .c files.
 */
#ifndef LYHORD_CODEBOOK_AUTOPTR_H
#define LYHORD_CODEBOOK_AUTOPTR_H

#include <glib.h>

#include <lyhord/codebook/codebook.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_codebook, lyh_codebook_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_rule, lyh_rule_free)

#endif
