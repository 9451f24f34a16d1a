/** Which program this is, and with what it runs: what `lyhord --version` prints. */
#ifndef LYHORD_CLI_VERSIONS_H
#define LYHORD_CLI_VERSIONS_H

#include <stdio.h>

#include "cli.h"

/**
 * "lyhord 0.1.0", then a line a library with the version that is loaded now; of one that cannot say, the
 * one that was there when lyhord was built, and so marked; then the dictionary. Returns the exit code.
 */
int versions_print(const lyh_cli *cli);

/** The same lines but for the dictionary's, which says where it lies. */
void versions_write(FILE *out, const lyh_cli *cli);

#endif
