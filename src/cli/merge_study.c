#include "merge_study.h"

#include <lyhord/study/counting.h>
#include <lyhord/study/tables.h>

#include "gate.h"
#include "origin.h"
#include "tally_answers.h"
#include "view.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_counting, lyh_counting_free)

/* The study with which the parts were counted. NULL: it has been said, or cli->error is set. */
static lyh_study *study_of(lyh_cli *cli, cli_inputs *inputs, const char *folder,
                           const lyh_partial *whole)
{
    char *named[] = { (char *)folder, NULL };
    char **parts = cli->arguments;
    const lyh_tally_options *options = lyh_partial_options_of(whole);
    inputs->roles = g_strdup(options->all_roles ? "all" : "respondent");
    inputs->suggested = options->with_suggested;
    inputs->judging = options->any_state ? LYH_JUDGE_NOTHING : LYH_JUDGE_STATE;
    cli->arguments = named;
    g_autoptr(lyh_study) study = cli_study(cli, inputs, true);
    cli->arguments = parts;
    return study && cli_has_codebook(cli, study) ? g_steal_pointer(&study) : NULL;
}

static bool is_of(lyh_cli *cli, lyh_study *study, const cli_inputs *inputs,
                  const lyh_partial *whole)
{
    g_auto(cli_origin) origin = { .is_of_transcripts = true, .folder = inputs->folder };
    return origin_init(&origin, cli, study, NULL, NULL) &&
           lyh_partial_is_of(whole, &origin.known, cli->diags);
}

static char *by_of(const lyh_partial *whole)
{
    size_t count;
    const char *const *by = lyh_partial_attributes(whole, &count);
    return g_strjoinv("+", (char **)by);
}

static lyh_table *table_of(lyh_study *study, const cli_view *view, const lyh_tally *tally,
                           const lyh_study_counts *counts, bool is_wide,
                           lyh_measure measure)
{
    lyh_table *table = is_wide
                           ? lyh_tally_persons_table(tally, &view->shown, measure, false)
                           : lyh_tally_long(tally, &view->shown);
    lyh_study_label(study, table, counts, false);
    return table;
}

int merge_study(lyh_cli *cli, const char *folder, const lyh_partial *whole, bool is_wide,
                lyh_measure measure, const char *missing)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(cli_view) view = { 0 };
    g_autofree char *by = by_of(whole);
    const lyh_tally_options *options = lyh_partial_options_of(whole);
    g_autoptr(lyh_study) study = study_of(cli, &inputs, folder, whole);
    if (!study || !is_of(cli, study, &inputs, whole) || !view_splits(&view, cli, study, by))
        return cli_finish(cli);
    lyh_study_counts counts;
    g_autoptr(lyh_counting) counting =
        lyh_counting_new(study, options, 0, 1, cli->diags, &cli->error);
    if (!counting)
        return cli_finish(cli);
    lyh_counting_add(counting, whole);
    g_autoptr(lyh_tally) tally =
        lyh_counting_whole(counting, &counts, cli->diags, &cli->error);
    if (!tally || !view_plan(&view, cli, study, tally))
        return cli_finish(cli);
    const lyh_sample sample = lyh_study_sample(study, tally);
    view.shown.sample = &sample;
    g_autoptr(lyh_table) table = table_of(study, &view, tally, &counts, is_wide, measure);
    g_autofree char *status = tally_answers_status(cli, whole, missing);
    lyh_table_set_part(table, LYH_TABLE_STATUS, status);
    if (missing)
        lyh_table_add_note(table, missing);
    return gate_lets_table(cli, study, table) ? cli_finish_with_table(cli, table)
                                              : cli_finish(cli);
}
