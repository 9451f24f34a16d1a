/** What is said when somebody else has a study.db open. */
#ifndef LYHORD_CLI_HOLDER_H
#define LYHORD_CLI_HOLDER_H

#include "cli.h"

/** Who has @path open, since when, and what to do. g_free(). */
char *holder_tell(const lyh_cli *cli, const char *path);

#endif
