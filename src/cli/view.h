/**
 * How a command shows a tally: everyone together, or by an attribute of theirs; and what of it
 * may be shown at all.
 */
#ifndef LYHORD_CLI_VIEW_H
#define LYHORD_CLI_VIEW_H

#include "cli.h"

/** Index of the attribute called @name, or LYH_NONE after a diagnostic that lists those there are. */
size_t view_attribute(lyh_cli *cli, lyh_study *study, const char *name);

/** The measure called @name ("any", "+", "-", "0", "wish"), or LYH_MEASURE_COUNT after a message. */
lyh_measure view_measure(lyh_cli *cli, const char *name);

/** False, after a diagnostic, when fewer than @threshold persons have spoken: nothing is shown of them. */
bool view_shows_anyone(lyh_cli *cli, const lyh_tally *tally, size_t threshold);

typedef struct cli_view {
    lyh_tally_view shown;   /* what the tables of the tally are asked for */
    lyh_grouping *grouping; /* its plan; NULL for everyone together */
} cli_view;

/**
 * Show @tally by @attribute, which the person called @by, or everyone together (LYH_NONE). False,
 * after a diagnostic, when no split by it may be shown. Clear @view in either case.
 */
bool view_init(cli_view *view, lyh_cli *cli, lyh_study *study, const lyh_tally *tally,
               size_t attribute, const char *by);
void view_clear(cli_view *view);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cli_view, view_clear)

#endif
