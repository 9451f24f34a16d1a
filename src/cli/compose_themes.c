#include "compose.h"

#include <lyhord/tally/weight.h>

#include "figures.h"
#include "own_words.h"

static size_t said_both(const report_material *material, size_t code)
{
    size_t both = 0;
    const lyh_respondents *respondents = lyh_study_respondents(material->study);
    for (size_t i = 0; i < lyh_respondents_count(respondents); i++)
        both += lyh_tally_said(material->tally, i, code, LYH_MEASURE_PLUS) &&
                lyh_tally_said(material->tally, i, code, LYH_MEASURE_MINUS);
    return both;
}

/* How many saw something good, something bad, both: a sentence for each case there is. */
static void add_sides(const report_material *material, size_t code, GString *text)
{
    size_t plus = lyh_tally_persons(material->tally, code, LYH_MEASURE_PLUS);
    size_t minus = lyh_tally_persons(material->tally, code, LYH_MEASURE_MINUS);
    size_t both = said_both(material, code);
    if (plus == 0 && minus == 0)
        g_string_append(text, tr(material, "Nobody described anything that works or falls "
                                           "short."));
    else if (minus == 0)
        g_string_append_printf(text,
                               tr(material, "%zu described something that works, nobody "
                                            "anything that falls short."),
                               plus);
    else if (plus == 0)
        g_string_append_printf(text,
                               tr(material, "%zu described something that falls short, "
                                            "nobody anything that works."),
                               minus);
    else
        g_string_append_printf(text,
                               tr(material, "%zu described something that works and %zu "
                                            "something that falls short."),
                               plus, minus);
    if (both > 0)
        g_string_append_printf(text, tr(material, " %zu of them did both."), both);
}

/* Quotes and statements may rest on one who tells much: then readers are told. */
static void add_weight(const report_material *material, size_t code, GString *text)
{
    lyh_code_weight weight = lyh_tally_weight(material->tally, code);
    if (weight.is_uneven)
        g_string_append_printf(text,
                               tr(material, " One person stands for %zu of the %zu "
                                            "statements about it."),
                               weight.largest, weight.statements);
}

static char *paragraph_of(const report_material *material, size_t code)
{
    size_t wish = lyh_tally_persons(material->tally, code, LYH_MEASURE_WISH);
    g_autoptr(GString) text = g_string_new(NULL);
    add_sides(material, code, text);
    if (wish > 0)
        g_string_append_printf(text,
                               lyh_trn(material->cli->catalog,
                                       " %zu person put a wish into words.",
                                       " %zu persons put a wish into words.", wish),
                               wish);
    add_weight(material, code, text);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void add_table(const report_material *material, lyh_report *report, lyh_table *table)
{
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    lyh_report_table(report, table);
}

/* "roll och stad": by what a split parts persons. g_free(). */
static char *split_name(const report_material *material, size_t split)
{
    const lyh_release_split *by = &material->view->splits[split];
    const lyh_respondents *persons = lyh_study_respondents(material->study);
    const char *first = lyh_respondents_attribute(persons, by->first);
    if (by->second == (size_t)-1)
        return g_strdup(first);
    return g_strdup_printf(tr(material, "%1$s and %2$s"), first,
                           lyh_respondents_attribute(persons, by->second));
}

/* A caption says what its table holds, also to who reads no heading. */
static void set_title(const report_material *material, lyh_table *table, size_t split,
                      const char *title)
{
    if (material->view->count == 0) {
        lyh_table_set_part(table, LYH_TABLE_TITLE, title);
        return;
    }
    g_autofree char *by = split_name(material, split);
    g_autofree char *all = g_strdup_printf(tr(material, "%1$s, by %2$s"), title, by);
    lyh_table_set_part(table, LYH_TABLE_TITLE, all);
}

/* Where nobody is parted, the table of everyone; else one for each split. */
static size_t table_count(const report_material *material)
{
    return MAX(material->view->count, 1);
}

static lyh_tally_view view_of(const report_material *material, size_t split)
{
    lyh_tally_view view = view_at(material->view, split);
    view.is_brief = true;
    return view;
}

static void add_figure(const report_material *material, lyh_report *report,
                       const char *kind, lyh_table *table, const char *finding)
{
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    lyh_display *figure = figure_of(material->cli, material->study, kind, table, finding);
    if (!figure) /* a dot a person stops being readable at forty */
        figure = figure_of(material->cli, material->study, "stapel", table, finding);
    if (figure)
        lyh_report_figure(report, figure);
    lyh_table_free(table);
}

void compose_theme_figure(const report_material *material, lyh_report *report,
                          lyh_table *table, const char *finding)
{
    add_figure(material, report, "personprickar", table, finding);
}

static char *finding_on(const report_material *material, size_t code, lyh_measure measure)
{
    return finding_of(material->cli,
                      lyh_codebook_code(lyh_study_codebook(material->study), code), measure,
                      lyh_tally_persons(material->tally, code, measure),
                      lyh_tally_base(material->tally));
}

/* Its figures stand in the table of all themes; here is what was said. */
static void add_part_of_theme(const report_material *material, lyh_report *report,
                              size_t code)
{
    const lyh_code *theme = lyh_codebook_code(lyh_study_codebook(material->study), code);
    g_autofree char *finding = finding_on(material, code, LYH_MEASURE_ANY);
    g_autofree char *paragraph = paragraph_of(material, code);
    g_autofree char *text = g_strdup_printf("%s. %s", finding, paragraph);
    lyh_report_heading(report, 3, theme->label);
    if (*theme->definition)
        lyh_report_note(report, theme->definition);
    lyh_report_own(report, text);
    own_words_add_theme(material->own, theme, report);
    compose_quotes(material, report, code);
}

/* A theme to a page: what is said about it is seen at once. What is below it follows it. */
static void add_theme(const report_material *material, lyh_report *report, size_t code)
{
    const lyh_code *theme = lyh_codebook_code(lyh_study_codebook(material->study), code);
    if (theme->parent != LYH_NONE) {
        add_part_of_theme(material, report, code);
        return;
    }
    g_autofree char *finding = finding_on(material, code, LYH_MEASURE_ANY);
    g_autofree char *paragraph = paragraph_of(material, code);
    lyh_report_page(report);
    lyh_report_heading(report, 2, theme->label);
    if (*theme->definition)
        lyh_report_note(report, theme->definition);
    lyh_report_paragraph(report, paragraph);
    compose_theme_figure(material, report,
                         lyh_tally_code_table(material->tally, &material->everyone, code),
                         finding);
    for (size_t i = 0; i < table_count(material); i++) {
        const lyh_tally_view view = view_of(material, i);
        lyh_table *table = lyh_tally_code_table(material->tally, &view, code);
        g_autofree char *title =
            g_strdup_printf(tr(material, "%s: what was said"), theme->label);
        set_title(material, table, i, title);
        add_table(material, report, table);
    }
    own_words_add_theme(material->own, theme, report);
    compose_quotes(material, report, code);
}

/* Each split with a figure, where there is room for one, and its table. */
static void add_groups(const report_material *material, lyh_report *report)
{
    if (material->view->count > 0) {
        lyh_report_page(report);
        lyh_report_heading(report, 2, tr(material, "The groups compared"));
    }
    for (size_t i = 0; i < material->view->count; i++) {
        const lyh_tally_view view = view_of(material, i);
        lyh_table *table =
            lyh_tally_persons_table(material->tally, &view, LYH_MEASURE_ANY, true);
        lyh_study_label(material->study, table, material->counts, material->with_suggested);
        compose_group_figure(material, &view, table, report);
        set_title(material, table, i, tr(material, "How many took up each theme"));
        lyh_report_table(report, table);
    }
}

void compose_overview(const report_material *material, lyh_report *report)
{
    g_autoptr(GArray) codes = codes_in_outline(material);
    if (codes->len == 0)
        return;
    g_autofree char *finding =
        finding_on(material, g_array_index(codes, size_t, 0), LYH_MEASURE_ANY);
    lyh_report_heading(report, 2, tr(material, "All themes"));
    add_figure(material, report, "stapel",
               lyh_tally_persons_table(material->tally, &material->everyone,
                                       LYH_MEASURE_ANY, true),
               finding);
    lyh_report_name(report, COMPOSE_ALL_THEMES);
    lyh_table *table = lyh_tally_persons_table(material->tally, &material->everyone,
                                               LYH_MEASURE_ANY, true);
    lyh_table_set_part(table, LYH_TABLE_TITLE, tr(material, "How many took up each theme"));
    add_table(material, report, table);
    add_groups(material, report);
}

void compose_themes(const report_material *material, lyh_report *report)
{
    g_autoptr(GArray) codes = codes_in_outline(material);
    lyh_report_heading(report, 1, tr(material, "Results"));
    own_words_add(material->own, "resultat", report);
    compose_overview(material, report);
    for (guint i = 0; i < codes->len; i++)
        add_theme(material, report, g_array_index(codes, size_t, i));
    compose_tables(material, report);
}
