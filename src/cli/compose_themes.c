#include "compose.h"

#include <string.h>

#include <lyhord/tally/weight.h>

#include "own_words.h"

size_t compose_said_both(const report_material *material, size_t code)
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
    size_t both = compose_said_both(material, code);
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
                                       " %zu\u00a0person put a wish into words.",
                                       " %zu\u00a0persons put a wish into words.", wish),
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

/* ---- bars over pages ---- */

static lyh_table *rows_of(const lyh_table *table, size_t from, size_t end)
{
    lyh_table *part = lyh_table_new(lyh_table_name(table));
    for (size_t column = 0; column < lyh_table_column_count(table); column++)
        lyh_table_add_column(part, lyh_table_column_name(table, column),
                             lyh_table_heading(table, column));
    for (size_t row = from; row < end; row++) {
        lyh_table_add_row(part);
        for (size_t column = 0; column < lyh_table_column_count(table); column++)
            lyh_table_set_cell(part, row - from, column,
                               *lyh_table_cell(table, row, column));
    }
    for (int i = 0; i < LYH_TABLE_PART_COUNT; i++)
        lyh_table_set_part(part, (lyh_table_part)i,
                           lyh_table_part_text(table, (lyh_table_part)i));
    return part;
}

/* What the first row of a part says: every figure has a finding of its own. g_free(). */
static char *finding_of_first(const report_material *material, const lyh_table *part)
{
    const lyh_cell *cell = lyh_table_cell(part, 0, 1);
    const char *label = lyh_table_cell(part, 0, 0)->text;
    while (g_str_has_prefix(label, FIGURE_BELOW))
        label += strlen(FIGURE_BELOW);
    if (cell->kind != LYH_CELL_OF)
        return NULL;
    g_autofree char *share =
        share_of(material->cli, (size_t)cell->number, (size_t)cell->base);
    g_autofree char *theme = label_inside(label);
    return g_strdup_printf(tr(material, "%1$s took up %2$s"), share, theme);
}

static lyh_display *bars_of(const report_material *material, const lyh_table *table,
                            const char *finding)
{
    lyh_display *figure =
        figure_of(material->cli, material->study, "stapel", table, finding);
    if (figure && lyh_display_height(figure) <= COMPOSE_MOST_TALL)
        return figure;
    lyh_display_free(figure);
    return NULL;
}

#define ROWS_A_FIGURE 16 /* that a page has room for, above their table's first rows */

/* A figure and a table for so many rows at a time; the first table is the one that is referred to. */
static void add_bars_in_parts(const report_material *material, lyh_report *report,
                              const lyh_table *table, const char *title)
{
    size_t rows = lyh_table_row_count(table);
    for (size_t from = 0, number = 1; from < rows; from += ROWS_A_FIGURE, number++) {
        lyh_table *part = rows_of(table, from, MIN(from + ROWS_A_FIGURE, rows));
        g_autofree char *finding = finding_of_first(material, part);
        g_autofree char *called =
            g_strdup_printf(tr(material, "%1$s, part %2$zu"), title, number);
        lyh_table_set_part(part, LYH_TABLE_TITLE, called);
        lyh_display *figure = finding ? bars_of(material, part, finding) : NULL;
        if (figure)
            lyh_report_figure(report, figure);
        if (number == 1)
            lyh_report_name(report, COMPOSE_ALL_THEMES);
        lyh_report_table(report, part);
    }
}

/* Made smaller, the words of a figure of forty themes could not be read: it shows the main ones, or goes on in another. */
static void add_bars(const report_material *material, lyh_report *report, lyh_table *table,
                     const char *finding)
{
    const char *title = tr(material, "How many took up each theme");
    lyh_table *main_themes = figure_main_themes(table);
    lyh_display *figure = bars_of(material, table, finding);
    if (!figure)
        figure = bars_of(material, main_themes, finding);
    lyh_table_free(main_themes);
    if (!figure && lyh_table_row_count(table) > ROWS_A_FIGURE) {
        add_bars_in_parts(material, report, table, title);
        lyh_table_free(table);
        return;
    }
    if (figure)
        lyh_report_figure(report, figure);
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    lyh_report_name(report, COMPOSE_ALL_THEMES);
    lyh_report_table(report, table);
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
    lyh_table *table = lyh_tally_persons_table(material->tally, &material->everyone,
                                               LYH_MEASURE_ANY, true);
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    add_bars(material, report, table, finding);
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
