/** Figures as the commands make them: a table, a kind and a finding. */
#ifndef LYHORD_CLI_FIGURES_H
#define LYHORD_CLI_FIGURES_H

#include <lyhord/chart/chart.h>
#include <lyhord/codebook/codebook.h>

#include "cli.h"

/** @table as a figure of the kind called @kind, with @finding as its title. NULL: it shows nothing of that kind. */
lyh_display *figure_of(const lyh_cli *cli, lyh_study *study, const char *kind,
                       const lyh_table *table, const char *finding);

/** "De flesta (9 av 12)": the words of the verbal scale where the base bears them. g_free(). */
char *share_of(const lyh_cli *cli, size_t count, size_t base);

/**
 * "De flesta (9 av 12) tog upp fysisk miljö": how many said @measure of @code, by what readers see of
 * it. g_free().
 */
char *finding_of(const lyh_cli *cli, const lyh_code *code, lyh_measure measure,
                 size_t count, size_t base);

#endif
