/* Tables of everyone that a report has where they say something: what people were asked about, and a typology. */
#include <lyhord/study/tables.h>
#include <lyhord/table/writers.h>

#include "compose.h"

static void add_table(const report_material *material, lyh_report *report, lyh_table *table)
{
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    lyh_report_table(report, table);
}

/* ---- asked about, or brought up unasked ---- */

enum { ASKED_CODE = 0, ASKED_ONLY_ELSEWHERE = 4 };

/* A guide tells of who was asked only when most answers could be tied to its questions. */
static bool says_who_was_asked(const lyh_tally_guide *guide)
{
    bool asks = false;
    size_t tied, answers = lyh_statement_log_answers(guide->log, &tied);
    for (size_t i = 0; i < guide->count; i++)
        asks |= guide->questions[i].code_count > 0;
    return asks && tied * 2 >= answers;
}

/* The theme that most brought up without an answer to a question about it; from what the table shows. */
static void add_unasked(const report_material *material, const lyh_table *table,
                        lyh_report *report)
{
    const lyh_cell *most = NULL;
    const char *theme = NULL;
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        const lyh_cell *cell = lyh_table_cell(table, row, ASKED_ONLY_ELSEWHERE);
        if (cell->kind != LYH_CELL_OF || cell->number == 0 ||
            (most && most->number >= cell->number))
            continue;
        most = cell;
        theme = lyh_table_cell(table, row, ASKED_CODE)->text;
    }
    if (!most)
        return;
    g_autofree char *figure = lyh_cell_shown(most, material->cli->catalog);
    g_autofree char *text =
        g_strdup_printf(tr(material, "Most often brought up unasked by people who had a "
                                     "question about it: %s (%s)."),
                        theme, figure);
    lyh_report_own(report, text);
}

static bool is_taken_up(const lyh_table *table, size_t row)
{
    bool is_zero = true;
    for (size_t i = ASKED_CODE + 2; i < lyh_table_column_count(table); i++) {
        const lyh_cell *cell = lyh_table_cell(table, row, i);
        is_zero &= cell->kind == LYH_CELL_OF && cell->number == 0;
    }
    return !is_zero;
}

/* Themes that nobody took up are told in a note and not in a row of zeros each; takes over @all. */
static lyh_table *without_zeros(const report_material *material, lyh_table *all)
{
    lyh_table *table = lyh_table_new(lyh_table_name(all));
    size_t columns = lyh_table_column_count(all), left_out = 0;
    for (size_t i = 0; i < columns; i++)
        lyh_table_add_column(table, lyh_table_column_name(all, i),
                             lyh_table_heading(all, i));
    for (size_t from = 0; from < lyh_table_row_count(all); from++) {
        if (!is_taken_up(all, from)) {
            left_out++;
            continue;
        }
        size_t row = lyh_table_add_row(table);
        for (size_t i = 0; i < columns; i++)
            lyh_table_set_cell(table, row, i, *lyh_table_cell(all, from, i));
    }
    for (int i = 0; i < LYH_TABLE_PART_COUNT; i++)
        lyh_table_set_part(table, (lyh_table_part)i,
                           lyh_table_part_text(all, (lyh_table_part)i));
    for (size_t i = 0; i < lyh_table_note_count(all); i++)
        lyh_table_add_note(table, lyh_table_note(all, i));
    lyh_table_free(all);
    g_autofree char *note = g_strdup_printf(
        lyh_trn(
            material->cli->catalog,
            "%zu theme that a question is about was taken up by nobody, and has no row.",
            "%zu themes that a question is about were taken up by nobody, and have no "
            "row.",
            left_out),
        left_out);
    if (left_out > 0)
        lyh_table_add_note(table, note);
    return table;
}

static bool is_asked(const report_material *material, const lyh_tally_guide *guide,
                     size_t code)
{
    for (size_t i = 0; i < guide->count; i++)
        if (lyh_tally_question_concerns(material->tally, &guide->questions[i], code))
            return true;
    return false;
}

/* Themes that nobody asked about are the persons' own. Those below such a theme go with it. */
static void add_own_themes(const report_material *material, const lyh_tally_guide *guide,
                           lyh_report *report)
{
    const lyh_codebook *book = lyh_study_codebook(material->study);
    g_autoptr(GArray) codes = codes_by(material, LYH_MEASURE_ANY);
    g_autoptr(GString) themes = g_string_new(NULL);
    for (guint i = 0; i < codes->len; i++) {
        size_t code = g_array_index(codes, size_t, i);
        size_t persons = lyh_tally_persons(material->tally, code, LYH_MEASURE_ANY);
        if (lyh_codebook_code(book, code)->parent == LYH_NONE &&
            !is_asked(material, guide, code))
            g_string_append_printf(themes, "%s%s (%zu)", themes->len ? ", " : "",
                                   lyh_codebook_code(book, code)->label, persons);
    }
    if (themes->len == 0)
        return;
    g_autofree char *text =
        g_strdup_printf(tr(material, "No question of the guide is about these themes; who "
                                     "took them up (persons) did so unasked: %s."),
                        themes->str);
    lyh_report_own(report, text);
}

void compose_asked(const report_material *material, const lyh_study_guide *questions,
                   lyh_report *report)
{
    lyh_tally_guide guide = lyh_study_guide_with(questions, material->log);
    guide.beside = material->groups.plan;
    if (!says_who_was_asked(&guide))
        return;
    lyh_table *table = without_zeros(
        material, lyh_tally_asked_table(material->tally, &material->everyone, &guide));
    lyh_report_page(report);
    lyh_report_heading(report, 2, tr(material, "Asked about, or brought up unasked"));
    add_unasked(material, table, report);
    add_own_themes(material, &guide, report);
    add_table(material, report, table);
}

/* ---- the typology ---- */

/* "Få berätta: 7 av 12" where no figure says what a cell means; else the number alone. */
static lyh_cell cell_on_paper(const report_material *material, const char *text,
                              const lyh_cell *persons, bool has_words, char **kept)
{
    if (!has_words)
        return *persons;
    g_autofree char *shown = lyh_cell_shown(persons, material->cli->catalog);
    *kept = g_strconcat(text, *text ? ": " : "", shown, NULL);
    return lyh_cell_text(*kept);
}

/*
 * On paper a text and its figure share a cell: a column of figures beside each would leave no room for words. Words that the
 * figure just above has are not repeated.
 */
static lyh_table *table_on_paper(const report_material *material, const lyh_table *square,
                                 bool has_words)
{
    lyh_table *paper = lyh_table_new("typology");
    size_t columns = (lyh_table_column_count(square) - 1) / 2;
    lyh_table_add_column(paper, "row", "");
    for (size_t i = 0; i < columns; i++)
        lyh_table_add_column(paper, lyh_table_column_name(square, 2 * i + 1),
                             lyh_table_heading(square, 2 * i + 1));
    for (size_t row = 0; row < lyh_table_row_count(square); row++) {
        lyh_table_add_row(paper);
        lyh_table_set_cell(paper, row, 0, *lyh_table_cell(square, row, 0));
        for (size_t i = 0; i < columns; i++) {
            g_autofree char *kept = NULL;
            lyh_table_set_cell(
                paper, row, i + 1,
                cell_on_paper(material, lyh_table_cell(square, row, 2 * i + 1)->text,
                              lyh_table_cell(square, row, 2 * i + 2), has_words, &kept));
        }
    }
    lyh_table_set_part(paper, LYH_TABLE_TITLE,
                       lyh_table_part_text(square, LYH_TABLE_TITLE));
    lyh_table_set_part(paper, LYH_TABLE_BASE, lyh_table_part_text(square, LYH_TABLE_BASE));
    lyh_table_set_part(paper, LYH_TABLE_UNIT, lyh_table_part_text(square, LYH_TABLE_UNIT));
    return paper;
}

/* Where there is room for it, the square is drawn too. False: it is not. */
static bool add_typology_figure(const report_material *material, lyh_table *square,
                                lyh_report *report)
{
    const figure_job job = compose_job_of_everyone(material);
    g_autofree char *finding = figure_finding(&job, "typologi", square);
    lyh_study_label(material->study, square, material->counts, material->with_suggested);
    return finding &&
           compose_figure_that_fits(report, figure_of(material->cli, material->study,
                                                      "typologi", square, finding));
}

static void add_typology(const report_material *material, const lyh_typology *typology,
                         lyh_report *report)
{
    lyh_table *table = lyh_tally_typology_square(material->tally, &material->everyone,
                                                 material->log, typology);
    lyh_report_page(report);
    lyh_report_heading(report, 2, lyh_table_part_text(table, LYH_TABLE_TITLE));
    lyh_report_paragraph(report, tr(material,
                                    "Each cell says what the row and the column mean "
                                    "together, and how many persons spoke of it. A person "
                                    "can be in several cells."));
    bool has_figure = add_typology_figure(material, table, report);
    add_table(material, report, table_on_paper(material, table, !has_figure));
    lyh_table_free(table);
}

void compose_tables(const report_material *material, lyh_report *report)
{
    lyh_cli *cli = material->cli;
    lyh_study_typology *typology =
        lyh_study_has_typology(material->study)
            ? lyh_study_typology_new(material->study, cli->diags, &cli->error)
            : NULL;
    if (material->guide && material->form == FORM_THEMES)
        compose_asked(material, material->guide, report);
    if (typology)
        add_typology(material, lyh_study_typology_of(typology), report);
    compose_pairs(material, report);
    lyh_study_typology_free(typology);
}
