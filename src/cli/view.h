/**
 * How a command shows a tally: everyone together, or by attributes of theirs; and what of it
 * may be shown at all.
 */
#ifndef LYHORD_CLI_VIEW_H
#define LYHORD_CLI_VIEW_H

#include <lyhord/study/ledger.h>

#include "cli.h"

/** Index of the attribute called @name, or LYH_NONE after a diagnostic that lists those there are. */
size_t view_attribute(lyh_cli *cli, lyh_study *study, const char *name);

/** The measure called @name ("any", "+", "-", "0", "wish"), or LYH_MEASURE_COUNT after a message. */
lyh_measure view_measure(lyh_cli *cli, const char *name);

/** False, after a diagnostic, when fewer than @threshold persons have spoken: nothing is shown of them. */
bool view_shows_anyone(lyh_cli *cli, const lyh_tally *tally, size_t threshold);

typedef struct cli_view {
    lyh_tally_view shown; /* what the tables of the tally are asked for: the first split */
    lyh_tally_plan *plan; /* NULL for everyone together */
    lyh_release_split *splits; /* those asked for */
    size_t count;              /* of them */
    size_t first;              /* where they begin in the plan */
} cli_view;

/**
 * Show @tally by @by, an attribute or a pair ("roll,stad"; NULL: what `[groups] by` says; "": everyone
 * together). Names are looked up at once; view_plan() does the rest when the tally is there. False
 * after a diagnostic. Clear @view in either case.
 */
bool view_splits(cli_view *view, lyh_cli *cli, lyh_study *study, const char *by);
/** Plan what is shown of @tally. False, after a diagnostic, when a split may not be shown. */
bool view_plan(cli_view *view, lyh_cli *cli, lyh_study *study, const lyh_tally *tally);
/** The view by the split @index of those asked for. */
lyh_tally_view view_at(const cli_view *view, size_t index);

/** The same splits as @other's once more, in the language of @cli. */
void view_again(cli_view *view, const cli_view *other, const lyh_cli *cli);
void view_clear(cli_view *view);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cli_view, view_clear)

/**
 * Let what is shown of @tally out of the house: the ledger of releases must allow it, and gets its row
 * (@kind: "report", "tally"). False after a diagnostic.
 */
bool view_release(const cli_view *view, lyh_cli *cli, lyh_study *study,
                  const lyh_tally *tally, const char *kind);

#endif
