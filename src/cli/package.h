/**
 * A folder of files that appears whole or not at all, such as a report with its figures and tables.
 *
 * Everything is gathered in memory, written to a folder beside the one wanted, and put in its
 * place in one step. An older package there is replaced; a folder with anything else in it is
 * somebody's and is refused.
 */
#ifndef LYHORD_CLI_PACKAGE_H
#define LYHORD_CLI_PACKAGE_H

#include "cli.h"

typedef struct cli_package cli_package;

cli_package *package_new(void);
/** NULL is fine. */
void package_free(cli_package *package);

/** Add the file @name, a path within the package; what @output (a memory output) holds is taken over. */
void package_add(cli_package *package, const char *name, lyh_output *output);

/** The files in it, in the order they were added; names and bytes are lent. */
size_t package_count(const cli_package *package);
const char *package_file(const cli_package *package, size_t index, const char **bytes,
                         size_t *size);

/**
 * Put the package in place as @folder. Files there that match none of @patterns (NULL-ended, such
 * as "figures/figure-*.svg") are somebody's: a diagnostic names the first. False: cli->error is set and
 * whatever stood there stands as it was.
 */
bool package_write(const cli_package *package, const char *folder,
                   const char *const *patterns, lyh_cli *cli);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cli_package, package_free)

#endif
