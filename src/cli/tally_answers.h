/**
 * `tally` over CSVs of short answers, one a row: by several jobs, in shards, and their merging.
 */
#ifndef LYHORD_CLI_TALLY_ANSWERS_H
#define LYHORD_CLI_TALLY_ANSWERS_H

#include <lyhord/tally/partial.h>

#include "cli.h"

/** What the command line asks of it. */
typedef struct tally_answers_wishes {
    const char *by;                     /* attributes, a comma between; or NULL */
    const char *shard;                  /* "I/N", or NULL */
    const char *codebook, *respondents; /* their files; respondents may be NULL */
    bool
        is_of_files; /* loose files, respondents' words, one of the two tables below: else never answers */
    bool is_wide;
    lyh_measure measure; /* of the wide table */
} tally_answers_wishes;

/**
 * Are the files of @study answers, and did this function count them? Then @exit is what the command
 * ends with. False: they are transcripts, to be counted as such.
 */
bool tally_answers(lyh_cli *cli, lyh_study *study, const tally_answers_wishes *wishes,
                   const lyh_tally_options *options, int *exit);

/**
 * Print the whole that @partial is, as tally prints any; @missing (or NULL) says in the table's status what is
 * not in it. Returns the exit code.
 */
int tally_answers_show(lyh_cli *cli, lyh_partial *partial, bool is_wide,
                       lyh_measure measure, const char *missing);

/** What the status of a table of @partial says; @missing may be NULL. g_free(). */
char *tally_answers_status(const lyh_cli *cli, const lyh_partial *partial,
                           const char *missing);

#endif
