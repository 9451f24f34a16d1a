/** A report as the files of its package: in all formats, its figures and tables, what lies beside it. */
#ifndef LYHORD_CLI_RENDER_H
#define LYHORD_CLI_RENDER_H

#include "package.h"
#include "papers.h"

/**
 * @report and @papers as files. cli->error is set when one could not be made. The manifest is the caller's. Free with
 * package_free().
 */
cli_package *render_report(lyh_cli *cli, const lyh_report *report,
                           const cli_papers *papers);

#endif
