#include "tally_answers.h"

#include <lyhord/stats/threshold.h>

/* No decisions.csv can lower the threshold here. */
static lyh_tally_plan *plan_of(const lyh_cli *cli, const lyh_partial *partial,
                               const lyh_tally *tally)
{
    size_t count;
    const char *const *by = lyh_partial_attributes(partial, &count);
    if (count == 0)
        return NULL;
    const lyh_respondents *cells = lyh_partial_respondents(partial);
    const lyh_release_split split = {
        .first = lyh_respondents_find_attribute(cells, by[0]),
        .second = count > 1 ? lyh_respondents_find_attribute(cells, by[1]) : LYH_NONE,
    };
    return lyh_tally_plan_new(tally, &split, 1, LYH_THRESHOLD, NULL, NULL, cli->catalog);
}

static bool may_show(lyh_cli *cli, const lyh_partial *partial, const lyh_tally_plan *plan)
{
    size_t count;
    const char *const *by = lyh_partial_attributes(partial, &count);
    if (!plan || !lyh_release_is_refused(lyh_tally_plan_release(plan), 0))
        return true;
    lyh_diags_error(
        cli->diags, "split-refused", lyh_place_none(),
        "the split by '%s' is refused: no two groups of at least %zu persons can be "
        "made of it",
        by[0], (size_t)LYH_THRESHOLD);
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

static void tell_unsure(lyh_cli *cli, const lyh_tally_plan *plan)
{
    if (plan && lyh_release_is_unsure(lyh_tally_plan_release(plan)))
        lyh_diags_warning(cli->diags, "release-unsure", lyh_place_none(),
                          "there are too many groups or codes to work out what can be "
                          "told of small groups, so rows are hidden that might be shown; "
                          "ask for fewer splits");
}

static char *source_of(const lyh_partial *partial, const lyh_catalog *catalog)
{
    size_t answers = lyh_partial_answers(partial);
    size_t documents = lyh_partial_totals_of(partial)->documents;
    return lyh_partial_has_ids(partial)
               ? g_strdup_printf(
                     lyh_trn(catalog, "%zu transcript", "%zu transcripts", documents),
                     documents)
               : g_strdup_printf(lyh_trn(catalog, "%zu answer", "%zu answers", answers),
                                 answers);
}

char *tally_answers_status(const lyh_cli *cli, const lyh_partial *partial,
                           const char *missing)
{
    const lyh_catalog *catalog = cli->catalog;
    const lyh_tally_options *options = lyh_partial_options_of(partial);
    g_autoptr(GString) status = g_string_new(
        options->with_suggested ? lyh_tr(catalog, "machine suggestions, not reviewed")
                                : lyh_tr(catalog, "codings reviewed by people"));
    if (options->any_state)
        g_string_append_printf(status, "; %s", lyh_tr(catalog, LYH_TALLY_ANY_STATE));
    if (missing)
        g_string_append_printf(status, "; %s", missing);
    return g_string_free(g_steal_pointer(&status), FALSE);
}

static void label(lyh_cli *cli, lyh_table *table, const lyh_partial *partial,
                  const char *missing)
{
    g_autofree char *source = source_of(partial, cli->catalog);
    g_autofree char *status = tally_answers_status(cli, partial, missing);
    lyh_table_set_part(table, LYH_TABLE_SOURCE, source);
    lyh_table_set_part(table, LYH_TABLE_STATUS, status);
    if (missing)
        lyh_table_add_note(table, missing);
}

int tally_answers_show(lyh_cli *cli, lyh_partial *partial, bool is_wide,
                       lyh_measure measure, const char *missing)
{
    const lyh_tally *tally = lyh_partial_tally(partial, cli->diags);
    if (!tally) {
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
        return cli_finish(cli);
    }
    g_autoptr(lyh_tally_plan) plan = plan_of(cli, partial, tally);
    if (!may_show(cli, partial, plan))
        return cli_finish(cli);
    tell_unsure(cli, plan);
    const lyh_tally_view view = lyh_tally_view_of(plan, 0, LYH_THRESHOLD, cli->catalog);
    g_autoptr(lyh_table) table = is_wide
                                     ? lyh_tally_persons_table(tally, &view, measure, false)
                                     : lyh_tally_long(tally, &view);
    label(cli, table, partial, missing);
    return cli_finish_with_table(cli, table);
}
