/**
 * `tally` over transcripts: by several processes, and in parts for `merge`.
 */
#ifndef LYHORD_CLI_TALLY_TRANSCRIPTS_H
#define LYHORD_CLI_TALLY_TRANSCRIPTS_H

#include <lyhord/disclosure/release.h>

#include "shard.h"

/**
 * Count the transcripts of @study, by as many processes as --jobs says. What needs every statement in one place
 * (a log in @options) is counted by one. NULL: end with @exit, all has been said.
 */
lyh_tally *tally_transcripts(lyh_cli *cli, lyh_study *study,
                             const lyh_tally_options *options, lyh_study_counts *counts,
                             int *exit);

/** A part of a whole of transcripts. */
typedef struct tally_part {
    cli_shard shard;
    /* their files, as given; NULL: the study's own, or none */
    const char *codebook, *respondents;
    const char *folder; /* of the study; NULL: loose files */
    const lyh_release_split
        *split; /* what the whole will be shown by; NULL: everyone together */
} tally_part;

/** Count it and write the partial result: the exit code. */
int tally_transcripts_part(lyh_cli *cli, lyh_study *study, const lyh_tally_options *options,
                           const tally_part *part);

#endif
