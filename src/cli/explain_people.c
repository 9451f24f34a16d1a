#include <string.h>

#include <lyhord/study/ledger.h>

#include "explain.h"

/* ---- whose words ---- */

static const char *value_of(const explain_people *people, size_t respondent,
                            size_t attribute)
{
    const char *value = lyh_respondents_value(people->respondents, respondent, attribute);
    return *value ? value : lyh_tr(people->view.catalog, "(unknown)");
}

/* Has @respondent the values that the cell names, whether they are printed as a group or not? */
static bool is_of_values(const explain_people *people, size_t respondent)
{
    const cli_cell *cell = people->cell;
    return strcmp(value_of(people, respondent, cell->attribute), cell->value) == 0 &&
           (cell->second == LYH_NONE ||
            strcmp(value_of(people, respondent, cell->second), cell->second_value) == 0);
}

static bool has_value(const explain_people *people)
{
    for (size_t i = 0; i < lyh_respondents_count(people->respondents); i++)
        if (lyh_tally_has(people->tally, i) && is_of_values(people, i))
            return true;
    return false;
}

static void add_values(const explain_people *people, size_t attribute, GString *values)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_respondents_count(people->respondents); i++)
        if (lyh_tally_has(people->tally, i) &&
            g_hash_table_add(seen, (char *)value_of(people, i, attribute)))
            g_string_append_printf(values, "%s%s", values->len > 0 ? ", " : "",
                                   value_of(people, i, attribute));
}

static bool say_values(const explain_people *people, lyh_cli *cli)
{
    const cli_cell *cell = people->cell;
    bool is_pair = cell->second != LYH_NONE;
    g_autoptr(GString) values = g_string_new(NULL);
    g_autoptr(GString) attributes =
        g_string_new(lyh_respondents_attribute(people->respondents, cell->attribute));
    g_autofree char *named = is_pair
                                 ? g_strconcat(cell->value, ", ", cell->second_value, NULL)
                                 : g_strdup(cell->value);
    add_values(people, cell->attribute, values);
    if (is_pair) {
        add_values(people, cell->second, values);
        g_string_append_printf(
            attributes, "+%s",
            lyh_respondents_attribute(people->respondents, cell->second));
    }
    lyh_diags_error(cli->diags, "cell-unknown", lyh_place_none(),
                    "nobody in the base has '%s' in '%s'; there is: %s", named,
                    attributes->str, values->str);
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
}

/* A printed group is called as in the tables: "Övriga (norr, söder)"; else a value of the attribute. */
static size_t printed_group(const explain_people *people)
{
    const cli_cell *cell = people->cell;
    const char *second = cell->second == LYH_NONE ? "" : cell->second_value;
    const lyh_release *release = lyh_tally_plan_release(people->plan);
    for (size_t i = 0; i < lyh_release_parts(release, people->view.split); i++)
        if (strcmp(lyh_release_name(release, people->view.split, i), cell->value) == 0 &&
            strcmp(lyh_release_second_name(release, people->view.split, i), second) == 0)
            return i;
    return LYH_NONE;
}

/* A value that is printed under its own name is a group; what is merged or refused is not. */
static bool is_printed(const explain_people *people)
{
    return people->group != LYH_NONE;
}

static bool is_hidden(const explain_people *people, size_t threshold)
{
    if (lyh_tally_base(people->tally) < threshold)
        return true;
    if (people->cell->attribute == LYH_NONE)
        return false;
    return !is_printed(people) ||
           lyh_tally_hides(people->tally, &people->view, people->group, people->cell->code,
                           people->cell->measure);
}

bool explain_people_init(explain_people *people, lyh_cli *cli, lyh_study *study,
                         const lyh_tally *tally, const cli_cell *cell)
{
    size_t threshold = lyh_study_threshold(study);
    *people = (explain_people){
        .tally = tally,
        .respondents = lyh_study_respondents(study),
        .cell = cell,
        .group = LYH_NONE,
        .view = { .attribute = LYH_NONE, .threshold = threshold, .catalog = cli->catalog },
    };
    if (cell->attribute != LYH_NONE) {
        const lyh_release_split split = { cell->attribute, cell->second, 0 };
        size_t first;
        people->plan = lyh_study_plan(study, tally, &split, 1, &first, cli->catalog);
        people->view = lyh_tally_view_of(people->plan, first, threshold, cli->catalog);
        people->group = printed_group(people);
        if (people->group == LYH_NONE && !has_value(people))
            return say_values(people, cli);
    }
    people->is_hidden = is_hidden(people, threshold);
    return true;
}

void explain_people_clear(explain_people *people)
{
    lyh_tally_plan_free(people->plan);
    g_free(people->left_out);
}

void explain_people_leave_out(explain_people *people, size_t respondent)
{
    if (!people->left_out)
        people->left_out = g_new0(bool, lyh_respondents_count(people->respondents));
    people->left_out[respondent] = true;
}

bool explain_people_has(const explain_people *people, size_t respondent)
{
    if (respondent == LYH_NONE || !lyh_tally_has(people->tally, respondent) ||
        (people->left_out && people->left_out[respondent]))
        return false;
    if (people->cell->attribute == LYH_NONE)
        return true;
    if (people->group == LYH_NONE)
        return is_of_values(people, respondent);
    return lyh_tally_group_of(people->tally, &people->view, respondent) == people->group;
}

/* ---- why ---- */

const char *explain_why_name(explain_why why)
{
    static const char *const names[] = {
        [EXPLAIN_DUPLICATE] = "duplicate", [EXPLAIN_NOBODY] = "nobody",
        [EXPLAIN_REJECTED] = "rejected",   [EXPLAIN_SUGGESTED] = "suggested",
        [EXPLAIN_QUOTED] = "quoted",       [EXPLAIN_UNCLEAR] = "unclear",
        [EXPLAIN_OTHER] = "other",         [EXPLAIN_MEASURE] = "measure",
        [EXPLAIN_NOT_ASKED] = "not_asked", [EXPLAIN_ELSEWHERE] = "elsewhere",
        [EXPLAIN_ONE_CODE] = "one_code",   [EXPLAIN_APART] = "apart",
        [EXPLAIN_COUNTED] = "counted",     [EXPLAIN_NOTHING] = "nothing",
    };
    g_assert((size_t)why < G_N_ELEMENTS(names));
    return names[why];
}

/* Would it count, if what it says were stated? */
static bool is_decided(const lyh_coding *coding, bool with_suggested)
{
    lyh_coding stated = *coding;
    stated.state = LYH_STATED;
    return lyh_coding_counts(&stated, with_suggested);
}

static bool is_of_measure(const lyh_coding *coding, lyh_measure measure)
{
    if (coding->state == LYH_WISH || measure == LYH_MEASURE_WISH)
        return coding->state == LYH_WISH && measure == LYH_MEASURE_WISH;
    return measure == LYH_MEASURE_ANY || measure == lyh_measure_of(coding->polarity);
}

explain_why explain_coding(const explain_people *people, const lyh_coding *coding,
                           bool is_repeated, bool with_suggested)
{
    if (is_repeated)
        return EXPLAIN_DUPLICATE;
    if (!explain_people_has(people, coding->respondent))
        return EXPLAIN_NOBODY;
    if (!is_decided(coding, with_suggested))
        return coding->status == LYH_REJECTED ? EXPLAIN_REJECTED : EXPLAIN_SUGGESTED;
    switch (coding->state) {
    case LYH_QUOTED:
        return EXPLAIN_QUOTED;
    case LYH_UNCLEAR:
        return EXPLAIN_UNCLEAR;
    case LYH_OTHER:
        return EXPLAIN_OTHER;
    case LYH_STATED:
    case LYH_NEGATED:
    case LYH_WISH:
        break;
    }
    return is_of_measure(coding, people->cell->measure) ? EXPLAIN_COUNTED : EXPLAIN_MEASURE;
}
