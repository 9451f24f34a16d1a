/**
 * The release check: before a report leaves, are its numbers in words those of its tables, and does every figure
 * say what it shows? (Privacy is src/cli/gate.h, small groups are src/disclosure.)
 */
#ifndef LYHORD_CLI_RELEASE_CHECK_H
#define LYHORD_CLI_RELEASE_CHECK_H

#include "compose.h"

/**
 * Each number of the program's own text that no table prints, and each figure without a finding, is an error that says
 * where it stands; of what people typed it is a warning. False: cli->error is set, and nothing may be written.
 */
bool release_check(const report_material *material, const lyh_report *report);

#endif
