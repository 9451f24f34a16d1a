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

static bool may_show(lyh_cli *cli, const lyh_grouping *grouping, const char *attribute,
                     size_t threshold)
{
    if (!grouping || !lyh_grouping_is_refused(grouping))
        return true;
    lyh_diags_error(
        cli->diags, "split-refused", lyh_place_none(),
        "the split by '%s' is refused: no two groups of at least %zu persons can be "
        "made of it",
        attribute, threshold);
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

bool view_init(cli_view *view, lyh_cli *cli, lyh_study *study, const lyh_tally *tally,
               size_t attribute, const char *by)
{
    size_t threshold = lyh_study_threshold(study);
    view->grouping = attribute == LYH_NONE
                         ? NULL
                         : lyh_tally_grouping(tally, attribute, threshold, cli->catalog);
    view->shown = (lyh_tally_view){ .attribute = attribute,
                                    .grouping = view->grouping,
                                    .threshold = threshold,
                                    .catalog = cli->catalog };
    return may_show(cli, view->grouping, by, threshold);
}

void view_clear(cli_view *view)
{
    lyh_grouping_free(view->grouping);
}
