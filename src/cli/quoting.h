/**
 * How a report's quotes are chosen: what people marked, and in a draft what the program proposes.
 */
#ifndef LYHORD_CLI_QUOTING_H
#define LYHORD_CLI_QUOTING_H

#include <lyhord/quotes/quotes.h>
#include <lyhord/study/scan.h>

#include "cli.h"

typedef struct cli_quoting {
    lyh_cli *cli;
    lyh_study *study;
    lyh_study_scan *scan; /* once something was to be proposed */
    bool is_broken;       /* the scan could not be made; cli->error is set */
} cli_quoting;

/**
 * Set @quotes up before @study is counted, as its `[report]` says. @proposes: statements that nobody marked are chosen among too,
 * never one in which the scan finds what may not leave. @quoting lives as long as @quotes and is cleared after it.
 */
void quoting_begin(cli_quoting *quoting, lyh_cli *cli, lyh_study *study, lyh_quotes *quotes,
                   bool proposes);
/** Choose; when nobody has marked a quote it is said, unless the program proposes. False: cli->error is set. */
bool quoting_choose(cli_quoting *quoting, lyh_quotes *quotes, bool proposes);
void quoting_clear(cli_quoting *quoting);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cli_quoting, quoting_clear)

#endif
