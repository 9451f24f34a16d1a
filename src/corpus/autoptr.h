/**
 * g_autoptr() for the types of corpus, for use inside .c files.
 */
#ifndef LYHORD_CORPUS_AUTOPTR_H
#define LYHORD_CORPUS_AUTOPTR_H

#include <glib.h>

#include <lyhord/corpus/document.h>
#include <lyhord/corpus/respondents.h>
#include <lyhord/corpus/scheme.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_document, lyh_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_respondents, lyh_respondents_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_scheme, lyh_scheme_free)

#endif
