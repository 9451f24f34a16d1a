/**
 * g_autoptr() for the types of ingest, for use inside .c files.
 */
#ifndef LYHORD_INGEST_AUTOPTR_H
#define LYHORD_INGEST_AUTOPTR_H

#include <glib.h>

#include <lyhord/ingest/guide.h>
#include <lyhord/ingest/transcripts.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_guide, lyh_guide_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_transcripts, lyh_transcripts_free)

#endif
