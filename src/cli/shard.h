/**
 * `--shard I/N`: what part of a whole a tally counts, and the partial result that comes of it.
 */
#ifndef LYHORD_CLI_SHARD_H
#define LYHORD_CLI_SHARD_H

#include "origin.h"

typedef struct cli_shard {
    size_t index, count; /* from 1; 1 of 1: everything */
} cli_shard;

/** What @text (NULL: no --shard) says. False: the usage has been said. */
bool shard_take(const lyh_cli *cli, const char *text, cli_shard *part);

/** A partial result goes into a file alone. False: the usage has been said. */
bool shard_may_write(const lyh_cli *cli);

/** Write @partial, counted with @origin, and finish: the exit code. */
int shard_write(lyh_cli *cli, lyh_partial *partial, cli_origin *origin, cli_shard part);

#endif
