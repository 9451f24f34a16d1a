/**
 * `merge` of a study's parts: shown as `tally` shows the study, after all that its files say.
 */
#ifndef LYHORD_CLI_MERGE_STUDY_H
#define LYHORD_CLI_MERGE_STUDY_H

#include <lyhord/tally/partial.h>

#include "cli.h"

/**
 * Print the @whole of the study in @folder (NULL: the one here, or above), as tally prints it; @missing (or NULL) says
 * what is not in it. Returns the exit code.
 */
int merge_study(lyh_cli *cli, const char *folder, const lyh_partial *whole, bool is_wide,
                lyh_measure measure, const char *missing);

#endif
