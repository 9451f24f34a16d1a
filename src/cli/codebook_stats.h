/** How what the rules of a codebook did is shown. */
#ifndef LYHORD_CLI_CODEBOOK_STATS_H
#define LYHORD_CLI_CODEBOOK_STATS_H

#include <lyhord/coding/rule_use.h>

#include "cli.h"

typedef struct stats_view {
    lyh_cli *cli;
    const lyh_codebook *codebook;
    const lyh_rule_uses *uses;
    bool by_indicator;
    size_t documents, files; /* walked; of codings, read */
} stats_view;

/**
 * All of it as a table with its notes: everything for those who compute; what a screen or a page has room
 * for, when the format is text, md or latex.
 */
lyh_table *stats_table(const stats_view *view);
/** What stands under the table is lost in a CSV: say it. */
void stats_tell_notes(const stats_view *view);

#endif
