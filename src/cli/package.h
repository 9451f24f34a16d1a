/**
 * A folder of files that appears whole or not at all, such as a report with its figures and tables.
 *
 * Everything is gathered in memory, written to a folder beside the one wanted, synced, and put in its
 * place in one step, so that at every moment the old package stands there or the new one. What people
 * have worked on there since is not replaced unless they say so.
 */
#ifndef LYHORD_CLI_PACKAGE_H
#define LYHORD_CLI_PACKAGE_H

#include "cli.h"

typedef struct cli_package cli_package;

/** What happens to the package that stands in the folder already. */
typedef enum package_way {
    PACKAGE_NEW,     /* nothing may stand there */
    PACKAGE_REPLACE, /* it is replaced when every file there is as its manifest says */
    PACKAGE_KEEP,    /* it is moved to NAME-1, or to the next number that is free */
    PACKAGE_FORCE /* it is replaced; files that somebody changed or added are named, and go */
} package_way;

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
 * May a package be put in place as @folder? Whatever is in the way is a diagnostic each: a file that was
 * changed since, or that the manifest there does not tell of. A folder without a manifest of ours is
 * somebody's, and neither replaced nor moved in any way. False: cli->error is set.
 */
bool package_may_stand(const char *folder, package_way way, lyh_cli *cli);

/**
 * Put @package in place as @folder, which may be a link to one. False: cli->error is set and whatever
 * stood there stands as it was (only when the folder around it cannot be synced does the new package
 * stand there, and a power cut may undo it).
 */
bool package_write(const cli_package *package, const char *folder, package_way way,
                   lyh_cli *cli);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cli_package, package_free)

#endif
