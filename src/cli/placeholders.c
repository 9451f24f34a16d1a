#include "placeholders.h"

#include <string.h>

#include <lyhord/stats/wording.h>

#include "cell.h"

typedef struct text_filler {
    const report_material *material;
    const lyh_source *source;
    GString *text;
} text_filler;

static const char *const measures[] = { "n", "av", "ord", "Ord" };

/* The split of the report by the cell's attributes, or LYH_NONE. */
static size_t split_of(const report_material *material, const cli_cell *cell)
{
    const cli_view *view = material->view;
    for (size_t i = 0; view && i < view->count; i++)
        if (view->splits[i].first == cell->attribute &&
            view->splits[i].second == cell->second)
            return i;
    return LYH_NONE;
}

/* The part of @view that is printed under the cell's names, or LYH_NONE. */
static size_t part_of(const lyh_tally_view *view, const cli_cell *cell)
{
    const lyh_release *release = lyh_tally_plan_release(view->plan);
    const char *second = cell->second_value ? cell->second_value : "";
    for (size_t i = 0; i < lyh_release_parts(release, view->split); i++)
        if (strcmp(lyh_release_name(release, view->split, i), cell->value) == 0 &&
            strcmp(lyh_release_second_name(release, view->split, i), second) == 0)
            return i;
    return LYH_NONE;
}

static bool is_in_part(const report_material *material, const lyh_tally_view *view,
                       size_t respondent, size_t part)
{
    const lyh_release *release = lyh_tally_plan_release(view->plan);
    size_t smallest = lyh_tally_group_of(material->tally, view, respondent);
    return smallest == part || (smallest != LYH_NONE &&
                                lyh_release_within(release, view->split, smallest) == part);
}

static size_t persons_of_part(const report_material *material, const lyh_tally_view *view,
                              const cli_cell *cell, size_t part)
{
    size_t count = 0;
    const lyh_respondents *respondents = lyh_study_respondents(material->study);
    for (size_t i = 0; i < lyh_respondents_count(respondents); i++)
        count += lyh_tally_said(material->tally, i, cell->code, cell->measure) &&
                 is_in_part(material, view, i, part);
    return count;
}

/* How many of how many; false: the report does not print it. */
static bool count_cell(const report_material *material, const cli_cell *cell, size_t *count,
                       size_t *base)
{
    if (!material->tally)
        return false;
    if (cell->attribute == LYH_NONE) {
        *count = lyh_tally_persons(material->tally, cell->code, cell->measure);
        *base = lyh_tally_base(material->tally);
        return true;
    }
    size_t split = split_of(material, cell);
    if (split == LYH_NONE)
        return false;
    const lyh_tally_view view = view_at(material->view, split);
    size_t part = part_of(&view, cell);
    if (part == LYH_NONE ||
        lyh_tally_hides(material->tally, &view, part, cell->code, cell->measure))
        return false;
    *count = persons_of_part(material, &view, cell, part);
    *base = lyh_release_size(lyh_tally_plan_release(view.plan), view.split, part);
    return true;
}

static void add_number(text_filler *filler, size_t measure, size_t count, size_t base)
{
    const lyh_catalog *catalog = filler->material->cli->catalog;
    if (measure == 0) {
        g_string_append_printf(filler->text, "%zu", count);
        return;
    }
    const char *words = measure >= 2 ? lyh_share_in_words(catalog, count, base) : NULL;
    gsize start = filler->text->len;
    g_string_append_printf(filler->text, "%s%s", words ? words : "", words ? " (" : "");
    g_string_append_printf(filler->text, lyh_tr(catalog, "%zu of %zu"), count, base);
    g_string_append(filler->text, words ? ")" : "");
    if (measure == 3) /* the words of the scale all begin with a to z */
        filler->text->str[start] = g_ascii_toupper(filler->text->str[start]);
}

/* Which number is asked for: an index of measures, and the cell behind it. */
static size_t measure_of(const char *inside, const char **cell)
{
    size_t size = strcspn(inside, ":");
    for (size_t i = 0; inside[size] && i < G_N_ELEMENTS(measures); i++)
        if (strlen(measures[i]) == size && strncmp(inside, measures[i], size) == 0) {
            *cell = inside + size + 1;
            return i;
        }
    return LYH_NONE;
}

static bool fill(text_filler *filler, const char *inside, lyh_place place)
{
    lyh_diags *diags = filler->material->cli->diags;
    const char *name;
    size_t measure = measure_of(inside, &name);
    if (measure == LYH_NONE) {
        lyh_diags_error(
            diags, "number-unknown", place,
            "'{{%s}}' is no number; write {{n:CODE}}, {{av:CODE}} or {{ord:CODE}}", inside);
        return false;
    }
    g_auto(cli_cell) cell = { 0 };
    lyh_cli *cli = filler->material->cli;
    if (!cli_cell_read(&cell, cli, filler->material->study, place, name))
        return false;
    size_t count, base;
    if (!count_cell(filler->material, &cell, &count, &base)) {
        lyh_diags_error(diags, "number-hidden", place,
                        "the report does not print the number '{{%s}}'; call groups as its "
                        "tables do, and leave out what they hide",
                        inside);
        return false;
    }
    add_number(filler, measure, count, base);
    return true;
}

/* "9 av 12", which is right until somebody withdraws. */
static void warn_of_typed(const text_filler *filler, size_t start, size_t end)
{
    static const char pattern[] = "\\b[0-9]+ (?:av|of) (?:de )?[0-9]+\\b";
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_OPTIMIZE, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    const char *text = lyh_source_text(filler->source);
    g_regex_match_full(regex, text, (gssize)end, (gint)start, 0, &match, NULL);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        int from, to;
        g_match_info_fetch_pos(match, 0, &from, &to);
        lyh_diags_warning(filler->material->cli->diags, "number-typed",
                          lyh_place_text(filler->source, (size_t)from, (size_t)to),
                          "this number is typed, and stays when the study changes; "
                          "{{av:CODE}} is filled in anew each time");
    }
}

/* Where the number that begins at @open ends, behind its }}; NULL when its line has none. */
static const char *end_of(const char *open)
{
    const char *close = strstr(open, "}}");
    size_t line = strcspn(open, "\r\n");
    return close && (size_t)(close - open) < line ? close + strlen("}}") : NULL;
}

static void say_open(const text_filler *filler, size_t start)
{
    lyh_diags_error(filler->material->cli->diags, "number-unknown",
                    lyh_place_text(filler->source, start, start + strlen("{{")),
                    "'{{' begins a number, and no '}}' on its line ends it");
}

/* The number at @start, or the braces that begin none; returns where the text goes on. */
static size_t add_filled(text_filler *filler, size_t start)
{
    const char *open = lyh_source_text(filler->source) + start;
    const char *end = end_of(open);
    size_t size = end ? (size_t)(end - open) : strlen("{{");
    g_autofree char *inside = g_strstrip(g_strndup(open + 2, end ? size - 4 : 0));
    if (!end)
        say_open(filler, start);
    else if (fill(filler, inside, lyh_place_text(filler->source, start, start + size)))
        return start + size;
    g_string_append_len(filler->text, open, (gssize)size);
    return start + size;
}

char *placeholders_fill(const report_material *material, const lyh_source *source)
{
    text_filler filler = { material, source, g_string_new(NULL) };
    const char *text = lyh_source_text(source);
    size_t at = 0;
    for (const char *open; (open = strstr(text + at, "{{")) != NULL;) {
        size_t start = (size_t)(open - text);
        g_string_append_len(filler.text, text + at, (gssize)(start - at));
        warn_of_typed(&filler, at, start);
        at = add_filled(&filler, start);
    }
    warn_of_typed(&filler, at, lyh_source_size(source));
    g_string_append(filler.text, text + at);
    return g_string_free(filler.text, FALSE);
}
