/**
 * How far the work has come, on stderr when that is a terminal and the work has taken more than a second
 * (docs/architecture.md §5).
 */
#ifndef LYHORD_CLI_PROGRESS_H
#define LYHORD_CLI_PROGRESS_H

#include "cli.h"

/**
 * "transcript 3/27": number @done, from 0, of @count of what @what (msgid) calls; whole lines where the cursor cannot
 * move. The last one takes the line away again.
 */
void progress_show(const lyh_cli *cli, const char *what, size_t done, size_t count);

#endif
