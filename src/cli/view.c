#include "view.h"

#include <string.h>

size_t view_attribute(lyh_cli *cli, lyh_study *study, const char *name)
{
    const lyh_respondents *respondents = lyh_study_respondents(study);
    size_t attribute = lyh_respondents_find_attribute(respondents, name);
    if (attribute != LYH_NONE)
        return attribute;
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < lyh_respondents_attribute_count(respondents); i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "",
                               lyh_respondents_attribute(respondents, i));
    lyh_diags_error(cli->diags, "attribute-unknown", lyh_place_none(),
                    "the respondents have no attribute '%s'; they have: %s", name,
                    known->len ? known->str : "-");
    lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
    return LYH_NONE;
}

lyh_measure view_measure(lyh_cli *cli, const char *name)
{
    for (lyh_measure measure = LYH_MEASURE_ANY; measure < LYH_MEASURE_COUNT; measure++)
        if (strcmp(lyh_measure_name(measure), name) == 0)
            return measure;
    cli_usage(cli, "measure '%s' is unknown; it is one of any, +, -, 0, wish", name);
    return LYH_MEASURE_COUNT;
}

static bool may_show(lyh_cli *cli, lyh_study *study, const cli_view *view, size_t index)
{
    const lyh_respondents *respondents = lyh_study_respondents(study);
    const lyh_release_split *split = &view->splits[index];
    if (!lyh_release_is_refused(lyh_tally_plan_release(view->plan), view->first + index))
        return true;
    lyh_diags_error(
        cli->diags, "split-refused", lyh_place_none(),
        "the split by '%s' is refused: no two groups of at least %zu persons can be "
        "made of it",
        lyh_respondents_attribute(respondents, split->first), lyh_study_threshold(study));
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

bool view_shows_anyone(lyh_cli *cli, const lyh_tally *tally, size_t threshold)
{
    size_t base = lyh_tally_base(tally);
    if (lyh_print_level_of(base, threshold) != LYH_PRINT_NOTHING)
        return true;
    lyh_diags_error(cli->diags, "base-small", lyh_place_none(),
                    "the persons are %zu, and of fewer than %zu nothing may be shown; "
                    "interview more, or tell of them in words of your own",
                    base, threshold);
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

bool view_splits(cli_view *view, lyh_cli *cli, lyh_study *study, const char *by)
{
    view->splits = lyh_study_splits(study, by, &view->count, cli->diags, &cli->error);
    return view->splits != NULL;
}

lyh_tally_view view_at(const cli_view *view, size_t index)
{
    lyh_tally_view shown = view->shown;
    if (index < view->count) {
        lyh_tally_view by = lyh_tally_view_of(view->plan, view->first + index,
                                              shown.threshold, shown.catalog);
        shown.attribute = by.attribute;
        shown.grouping = by.grouping;
        shown.plan = by.plan;
        shown.split = by.split;
    }
    return shown;
}

bool view_plan(cli_view *view, lyh_cli *cli, lyh_study *study, const lyh_tally *tally)
{
    bool may = true;
    view->shown = lyh_tally_view_of(NULL, 0, lyh_study_threshold(study), cli->catalog);
    if (view->count == 0)
        return true;
    view->plan =
        lyh_study_plan(study, tally, view->splits, view->count, &view->first, cli->catalog);
    for (size_t i = 0; i < view->count; i++)
        may &= may_show(cli, study, view, i);
    if (may && lyh_release_is_unsure(lyh_tally_plan_release(view->plan)))
        lyh_diags_warning(cli->diags, "release-unsure", lyh_place_none(),
                          "there are too many groups or codes to work out what can be "
                          "told of small groups, so rows are hidden that might be shown; "
                          "ask for fewer splits");
    view->shown = may ? view_at(view, 0) : view->shown;
    return may;
}

void view_again(cli_view *view, const cli_view *other, const lyh_cli *cli)
{
    view->count = other->count;
    view->splits = g_memdup2(other->splits, (other->count + 1) * sizeof(lyh_release_split));
    view->first = other->first;
    view->shown = other->shown;
    view->shown.catalog = cli->catalog;
    view->plan = other->plan ? lyh_tally_plan_again(other->plan, cli->catalog) : NULL;
    if (view->plan)
        view->shown = view_at(view, 0);
}

void view_clear(cli_view *view)
{
    lyh_tally_plan_free(view->plan);
    g_free(view->splits);
}

bool view_release(const cli_view *view, lyh_cli *cli, lyh_study *study,
                  const lyh_tally *tally, const char *kind)
{
    return lyh_study_may_release(study, tally, cli->diags, &cli->error) &&
           lyh_study_record_release(study, tally, kind, view->splits, view->count,
                                    cli->diags, &cli->error);
}
