/**
 * The gate on the way out: the privacy scan over everything that a report, a figure or a table holds.
 *
 * Each finding is an error that says its class and where it stands (the words only with --show-text);
 * what decisions.csv accepts by name, and what the study says of itself, passes. Flags are said.
 */
#ifndef LYHORD_CLI_GATE_H
#define LYHORD_CLI_GATE_H

#include <lyhord/chart/display.h>
#include <lyhord/report/report.h>

#include "cli.h"

/**
 * May the first of @reports leave with the @count - 1 that lie beside it: texts, tables, figures and
 * what becomes properties? All in one look. False: cli->error is set.
 */
bool gate_lets_reports(lyh_cli *cli, lyh_study *study, const lyh_report *const *reports,
                       size_t count);
/** May @figure leave: its title, its texts and its alternative text? False: cli->error is set. */
bool gate_lets_figure(lyh_cli *cli, lyh_study *study, const lyh_display *figure);
/** May @table leave: its texts, headings and labels? False: cli->error is set. */
bool gate_lets_table(lyh_cli *cli, lyh_study *study, const lyh_table *table);

#endif
