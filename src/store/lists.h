/** Lists of what holds, made shorter. Private to store. */
#ifndef LYHORD_STORE_LISTS_H
#define LYHORD_STORE_LISTS_H

#include <lyhord/store/journal.h>

/** Keep only those for which @keep says yes, in their order. */
void stored_codings_keep(lyh_stored_codings *codings,
                         bool (*keep)(void *user, const lyh_stored_coding *coding),
                         void *user);

#endif
