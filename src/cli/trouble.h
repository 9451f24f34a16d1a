/** What the machine says went wrong, in people's words. */
#ifndef LYHORD_CLI_TROUBLE_H
#define LYHORD_CLI_TROUBLE_H

#include <lyhord/base/catalog.h>

/** Why, after errno: of the common ones in the language of @catalog, else what the system calls it. Lent. */
const char *trouble_reason(int number, const lyh_catalog *catalog);

#endif
