/**
 * `--shard I/N`: what part of a whole a tally counts, and the partial result that comes of it; and what a
 * job of the same command hands back.
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

/** Write what a job counted for the process that shared the work out, which knows what it is of. */
bool shard_hand_back(lyh_partial *partial, lyh_output *output);
/** What a job handed back as @result (GBytes). NULL: cli->error is set. Free with lyh_partial_free(). */
lyh_partial *shard_taken_back(lyh_cli *cli, GBytes *result);

#endif
