/**
 * What lies beside a report for those who write about it: the method in Swedish and English, and the
 * checklists of journals for interviews; of a survey alone just the method. They say what the report says in our own words, and name little besides.
 */
#ifndef LYHORD_CLI_PAPERS_H
#define LYHORD_CLI_PAPERS_H

#include "compose.h"
#include "package.h"

typedef struct cli_papers cli_papers;

/**
 * Compose them; method.sv.md and method.en.md each in its language, the rest in the report's. NULL:
 * cli->error is set.
 */
cli_papers *papers_new(const report_material *material);
/** NULL is fine. */
void papers_free(cli_papers *papers);

/** What they name that the report might not, for the gate: codes that nobody used. */
const lyh_report *papers_names(const cli_papers *papers);

/** Add them to @package as Markdown. */
void papers_add(const cli_papers *papers, cli_package *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cli_papers, papers_free)

#endif
