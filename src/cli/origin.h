/**
 * What a partial result was counted with, by hashes: so that results of different wholes are never added.
 */
#ifndef LYHORD_CLI_ORIGIN_H
#define LYHORD_CLI_ORIGIN_H

#include <lyhord/tally/partial.h>

#include "cli.h"

typedef struct cli_origin {
    lyh_partial_origin known; /* but for the shard, which the caller sets */
    char *codebook, *dictionary, *respondents;
    GPtrArray *names, *hashes; /* char *, of the inputs */
    GArray *inputs;            /* lyh_partial_input */
    /* Set before: of transcripts those are hashed that the part has read (lyhord/study/stretches.h). */
    bool is_of_transcripts;
    size_t start, end, read;
    const char
        *folder; /* lent: of the study whose files are hashed too; NULL: of loose files */
} cli_origin;

/**
 * Hash the files @codebook and @respondents (or NULL), the dictionary and every file of @study, or those of
 * its transcripts that @origin says, as sha256sum does. NULL for @codebook is the study's own. False: cli->error is set. Clear @origin in either case.
 */
bool origin_init(cli_origin *origin, lyh_cli *cli, lyh_study *study, const char *codebook,
                 const char *respondents);
void origin_clear(cli_origin *origin);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cli_origin, origin_clear)

#endif
