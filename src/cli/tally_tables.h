/**
 * The tables that `tally --table NAME` makes of what was counted.
 */
#ifndef LYHORD_CLI_TALLY_TABLES_H
#define LYHORD_CLI_TALLY_TABLES_H

#include "cli.h"

/** One of them: a row of the list, in alphabetical order. */
typedef struct cli_table cli_table;

/** The table called @name, or NULL after a message that lists those there are. */
const cli_table *tally_table_find(const lyh_cli *cli, const char *name);

/** The name of the table @index (from 0), in alphabetical order; NULL: there are no more. */
const char *tally_table_name(size_t index);

/** Is it the material itself, which shows who said what and never leaves the study? */
bool tally_table_is_material(const cli_table *table);

/** What a table is made of; all lent. */
typedef struct tables_job {
    lyh_cli *cli;
    lyh_study *study;
    lyh_tally *tally;
    const lyh_statement_log *log; /* of the same tally */
    lyh_tally_view view;
    const char *by;    /* the attribute of --by, or NULL */
    const char *shape; /* long, wide, or NULL: the table's own */
    const char *unit;  /* or NULL: the table's own */
    lyh_measure measure;
} tables_job;

/** What the options say, NULL where one was not given; all lent. */
typedef struct tables_asked {
    const char *by, *measure, *shape, *unit;
} tables_asked;

/**
 * May the table be made as the person asked: only with options that mean something to it, the
 * material not into a reports/ folder? False: it has been said, and cli->error or
 * cli->is_misused is set.
 */
bool tally_table_fits(const cli_table *table, lyh_cli *cli, const tables_asked *asked);

/** The table. NULL: see cli->diags and cli->error. Free with lyh_table_free(). */
lyh_table *tally_table_make(const cli_table *table, const tables_job *job);

#endif
