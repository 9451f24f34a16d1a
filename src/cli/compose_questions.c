/*
 * Question by question: who got it, what was taken up in the answers, and quotes from them; beside it the
 * questions of the survey that questions.csv ties to it.
 *
 * Quotes here name no group: who of a group got which question is planned nowhere.
 */
#include "../table/autoptr.h"
#include "compose.h"
#include "own_words.h"
#include "survey.h"

#include <string.h>

/* Of lyh_tally_questions_table(). */
enum { OF_NUMBER, OF_TEXT, OF_THEME, OF_ASKED, OF_PERSONS };

typedef struct question_work {
    const report_material *material;
    const lyh_tally_guide *guide;
    const lyh_table *all; /* the table of all questions */
    survey_work *survey;  /* NULL: the study has none */
    bool *is_told;        /* by question of the survey */
    lyh_report *report;
} question_work;

/* The rows of @question: its text stands in the first of them. */
typedef struct question_rows {
    size_t first, end;
} question_rows;

static question_rows rows_of(const lyh_table *all, size_t question)
{
    question_rows rows = { 0, 0 };
    size_t met = 0;
    for (size_t row = 0; row < lyh_table_row_count(all); row++) {
        bool begins = lyh_table_cell(all, row, OF_TEXT)->kind == LYH_CELL_TEXT;
        if (begins && met++ == question)
            rows.first = row;
        if (met == question + 1)
            rows.end = row + 1;
    }
    return rows;
}

static size_t persons_who(const question_work *work, size_t question,
                          bool (*did)(const lyh_statement_log *, size_t, size_t))
{
    const report_material *material = work->material;
    size_t persons = 0;
    for (size_t i = 0; i < lyh_respondents_count(lyh_study_respondents(material->study));
         i++)
        persons += lyh_tally_has(material->tally, i) && did(work->guide->log, i, question);
    return persons;
}

static bool is_shown(const question_work *work, size_t question)
{
    size_t got = persons_who(work, question, lyh_statement_log_got);
    return lyh_print_level_of(got, work->material->everyone.threshold) != LYH_PRINT_NOTHING;
}

/* ---- who got it ---- */

static void add_who(const question_work *work, size_t question, GString *text)
{
    const report_material *material = work->material;
    size_t base = lyh_tally_base(material->tally);
    size_t got = persons_who(work, question, lyh_statement_log_got);
    size_t answered = persons_who(work, question, lyh_statement_log_answered);
    compose_sentence(text, tr(material, "%zu of %zu got the question, and %zu answered."),
                     got, base, answered);
    if (got * 2 < base)
        compose_sentence(text, "%s", tr(material, "They are fewer than half."));
}

/* ---- what was taken up ---- */

/* What one person alone took up unasked makes a long table; it is told in a sentence. */
static bool is_of_one(const question_work *work, size_t row)
{
    const lyh_cell *persons = lyh_table_cell(work->all, row, OF_PERSONS);
    const char *unasked = tr(work->material, "unasked");
    const lyh_cell *asked = lyh_table_cell(work->all, row, OF_ASKED);
    return persons->kind == LYH_CELL_OF && persons->number == 1 &&
           asked->kind == LYH_CELL_TEXT && strcmp(asked->text, unasked) == 0;
}

static bool has_theme(const question_work *work, size_t row)
{
    return lyh_table_cell(work->all, row, OF_THEME)->kind == LYH_CELL_TEXT;
}

static lyh_table *new_table(const question_work *work, size_t question)
{
    const report_material *material = work->material;
    lyh_table *table = lyh_table_new("question");
    for (size_t column = OF_THEME; column <= OF_PERSONS; column++)
        lyh_table_add_column(table, lyh_table_column_name(work->all, column),
                             lyh_table_heading(work->all, column));
    g_autofree char *title =
        g_strdup_printf(tr(material, "Themes in the answers to question %s"),
                        lyh_study_question(material->study, question));
    g_autofree char *base =
        g_strdup_printf(tr(material, "%zu persons who got the question"),
                        persons_who(work, question, lyh_statement_log_got));
    lyh_table_set_part(table, LYH_TABLE_TITLE, title);
    lyh_table_set_part(table, LYH_TABLE_BASE, base);
    lyh_table_set_part(table, LYH_TABLE_UNIT,
                       tr(material, "persons who brought the theme up in answer to the "
                                    "question"));
    lyh_study_label(material->study, table, material->counts, material->with_suggested);
    return table;
}

/* Does a row that is a row of the table show a number? */
static bool shows_any(const question_work *work, question_rows rows)
{
    for (size_t row = rows.first; row < rows.end; row++)
        if (has_theme(work, row) && !is_of_one(work, row) &&
            lyh_table_cell(work->all, row, OF_PERSONS)->kind == LYH_CELL_OF)
            return true;
    return false;
}

static void add_table(const question_work *work, size_t question, question_rows rows)
{
    if (!shows_any(work, rows))
        return;
    lyh_table *table = new_table(work, question);
    bool has_hidden = false;
    for (size_t from = rows.first; from < rows.end; from++) {
        if (!has_theme(work, from) || is_of_one(work, from))
            continue;
        size_t row = lyh_table_add_row(table);
        for (size_t column = OF_THEME; column <= OF_PERSONS; column++) {
            const lyh_cell *cell = lyh_table_cell(work->all, from, column);
            has_hidden |= cell->kind == LYH_CELL_HIDDEN;
            lyh_table_set_cell(table, row, column - OF_THEME, *cell);
        }
    }
    if (has_hidden)
        lyh_table_add_note(table, tr(work->material,
                                     "Figures (..) are hidden where they would tell "
                                     "something about the few who did not get the "
                                     "question."));
    if (lyh_table_row_count(table) > 0)
        lyh_report_table(work->report, table);
    else
        lyh_table_free(table);
}

/* What most took up; of what is hidden nothing is said, and what one alone took up is told below. */
static void add_finding(const question_work *work, question_rows rows, GString *text)
{
    const report_material *material = work->material;
    const lyh_cell *most = lyh_table_cell(work->all, rows.first, OF_PERSONS);
    if (!has_theme(work, rows.first) || most->kind != LYH_CELL_OF || most->number == 0) {
        compose_sentence(text, "%s",
                         tr(material, "No theme that may be shown was taken up in the "
                                      "answers."));
        return;
    }
    if (is_of_one(work, rows.first))
        return;
    g_autofree char *share =
        share_of(material->cli, (size_t)most->number, (size_t)most->base);
    g_autofree char *theme =
        label_inside(lyh_table_cell(work->all, rows.first, OF_THEME)->text);
    compose_sentence(text, tr(material, "%1$s of those who got it took up %2$s."), share,
                     theme);
}

static void add_singles(const question_work *work, question_rows rows)
{
    g_autoptr(GString) themes = g_string_new(NULL);
    for (size_t row = rows.first; row < rows.end; row++) {
        if (!has_theme(work, row) || !is_of_one(work, row))
            continue;
        g_autofree char *theme =
            label_inside(lyh_table_cell(work->all, row, OF_THEME)->text);
        g_string_append_printf(themes, "%s%s", themes->len ? ", " : "", theme);
    }
    if (themes->len == 0)
        return;
    g_autofree char *text = g_strdup_printf(
        tr(work->material, "Themes that one person each took up unasked: %s."),
        themes->str);
    lyh_report_own(work->report, text);
}

/* ---- quotes ---- */

static void add_quotes_of(const question_work *work, size_t question, size_t code)
{
    const report_material *material = work->material;
    size_t count;
    const lyh_quote *quotes = lyh_quotes_of(material->quotes, code, &count);
    for (size_t i = 0; i < count; i++)
        if (quotes[i].question == question &&
            !lyh_tally_questions_hides(material->tally, &material->everyone, work->guide,
                                       question, code))
            compose_quote(material, work->report, &quotes[i], tr(material, "Participant"));
}

static void add_quotes(const question_work *work, size_t question)
{
    size_t codes = lyh_codebook_count(lyh_study_codebook(work->material->study));
    for (size_t code = 0; code < codes; code++)
        add_quotes_of(work, question, code);
}

/* ---- the survey beside it ---- */

static void add_survey(const question_work *work, size_t question)
{
    const char *number = lyh_study_question(work->material->study, question);
    if (!work->survey || !*number)
        return;
    const lyh_questions *questions = lyh_survey_questions(work->survey->survey);
    for (size_t i = 0; i < lyh_questions_count(questions); i++) {
        if (strcmp(lyh_questions_at(questions, i)->guide, number) != 0)
            continue;
        work->is_told[i] = true;
        lyh_report_heading(work->report, 3, tr(work->material, "The same in the survey"));
        compose_survey_question(work->survey, i, 0, work->report);
    }
}

static bool has_beside(const question_work *work, size_t question)
{
    const char *number = lyh_study_question(work->material->study, question);
    const lyh_questions *questions =
        work->survey ? lyh_survey_questions(work->survey->survey) : NULL;
    for (size_t i = 0; *number && questions && i < lyh_questions_count(questions); i++)
        if (strcmp(lyh_questions_at(questions, i)->guide, number) == 0)
            return true;
    return false;
}

/* ---- the chapter ---- */

static void add_question(const question_work *work, size_t question)
{
    const report_material *material = work->material;
    g_autofree char *heading = compose_question_heading(material, question);
    g_autofree char *name = g_strdup_printf("question-%zu", question);
    lyh_report_name(work->report, name);
    lyh_report_heading(work->report, 2, heading);
    if (is_shown(work, question)) {
        question_rows rows = rows_of(work->all, question);
        g_autoptr(GString) text = g_string_new(NULL);
        add_who(work, question, text);
        add_finding(work, rows, text);
        lyh_report_own(work->report, text->str);
        add_table(work, question, rows);
        add_singles(work, rows);
        own_words_add_question(material->own, material->study, question, work->report);
        add_quotes(work, question);
    } else {
        lyh_report_own(work->report,
                       tr(material, "The answers in the interviews cannot be shown by "
                                    "themselves."));
        own_words_add_question(material->own, material->study, question, work->report);
    }
    add_survey(work, question);
}

/* Questions of which too little is known, in one list: a heading each would be a page of nothing. */
static void add_rest(const question_work *work)
{
    const report_material *material = work->material;
    bool is_begun = false;
    for (size_t i = 0; i < work->guide->count; i++) {
        if (is_shown(work, i) || has_beside(work, i) ||
            own_words_has_question(material->own, material->study, i))
            continue;
        if (!is_begun) {
            lyh_report_heading(work->report, 2,
                               tr(material, "Questions whose answers are not shown"));
            lyh_report_own(work->report,
                           tr(material,
                              "A question is shown by itself when the program found it in "
                              "the transcripts of so many that nobody can be pointed out. "
                              "What was said in answer to the others is with the themes."));
        }
        is_begun = true;
        g_autofree char *question = compose_question_heading(material, i);
        bool is_found = persons_who(work, i, lyh_statement_log_got) > 0;
        g_autofree char *why =
            is_found ? g_strdup_printf(tr(material, "Found with fewer than %zu persons."),
                                       material->everyone.threshold)
                     : g_strdup(tr(material, "Found in no transcript."));
        lyh_report_item(work->report, question, why);
    }
}

static void add_how_to_read(const question_work *work)
{
    size_t tied, answers = lyh_statement_log_answers(work->guide->log, &tied);
    g_autofree char *text = g_strdup_printf(
        tr(work->material,
           "The numbers are persons, of those who got the question. What somebody says in "
           "answer to one question may be about another; themes that people took up "
           "unasked weigh more than answers. Where fewer than half got a question, it says "
           "so: then the numbers say something of them and nothing of the others. Of %1$zu "
           "answers in the transcripts %2$zu "
           "could be tied to a question."),
        answers, tied);
    lyh_report_own(work->report, text);
}

/* A number that is mistyped would leave a question of the survey where nobody looks for it. */
static void tell_untied(const question_work *work)
{
    const lyh_questions *questions =
        work->survey ? lyh_survey_questions(work->survey->survey) : NULL;
    for (size_t i = 0; questions && i < lyh_questions_count(questions); i++) {
        const lyh_question *asked = lyh_questions_at(questions, i);
        if (*asked->guide && !work->is_told[i])
            lyh_diags_warning(
                work->material->cli->diags, "guide-question-unknown", lyh_place_none(),
                "question '%s' of the survey is tied to question '%s' of the "
                "guide, which is not there; write a number that guide.csv has",
                asked->name, asked->guide);
    }
}

void compose_questions(const report_material *material, const lyh_study_guide *questions,
                       survey_work *survey, bool *is_told, lyh_report *report)
{
    lyh_tally_guide guide = lyh_study_guide_with(questions, material->log);
    guide.beside = material->groups.plan;
    g_autoptr(lyh_table) all =
        lyh_tally_questions_table(material->tally, &material->everyone, &guide);
    const question_work work = { material, &guide, all, survey, is_told, report };
    lyh_report_heading(report, 1, tr(material, "Questions and answers"));
    own_words_add(material->own, "fragor", report);
    add_how_to_read(&work);
    for (size_t i = 0; i < guide.count; i++)
        if (is_shown(&work, i) || has_beside(&work, i) ||
            own_words_has_question(material->own, material->study, i))
            add_question(&work, i);
    add_rest(&work);
    tell_untied(&work);
}
