/**
 * g_autoptr() for the types of quotes, for use inside .c files.
 */
#ifndef LYHORD_QUOTES_AUTOPTR_H
#define LYHORD_QUOTES_AUTOPTR_H

#include <glib.h>

#include <lyhord/quotes/quotes.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_quotes, lyh_quotes_free)

#endif
