#include <lyhord/tally/questions.h>

#include "asked_groups.h"
#include "questions.h"

bool lyh_tally_question_asks(const lyh_tally *tally, const lyh_tally_question *question,
                             size_t code)
{
    for (size_t i = 0; i < question->code_count; i++)
        if (lyh_codebook_is_within(tally->codebook, code, question->codes[i]))
            return true;
    return false;
}

bool lyh_tally_question_concerns(const lyh_tally *tally, const lyh_tally_question *question,
                                 size_t code)
{
    for (size_t i = 0; i < question->code_count; i++)
        if (lyh_codebook_is_within(tally->codebook, question->codes[i], code))
            return true;
    return lyh_tally_question_asks(tally, question, code);
}

size_t questions_got_by(const lyh_tally *tally, const lyh_tally_guide *guide,
                        size_t question)
{
    size_t persons = 0;
    for (size_t i = 0; i < lyh_respondents_count(tally->respondents); i++)
        persons +=
            lyh_tally_has(tally, i) && lyh_statement_log_got(guide->log, i, question);
    return persons;
}

void questions_note_tied(const lyh_tally_guide *guide, const lyh_catalog *catalog,
                         lyh_table *table)
{
    size_t tied, answers = lyh_statement_log_answers(guide->log, &tied);
    g_autofree char *note = g_strdup_printf(
        lyh_tr(catalog,
               "Of %zu turns of the respondents, %zu could be tied to a question of "
               "the guide. What stands in the others is counted under no question."),
        answers, tied);
    lyh_table_add_note(table, note);
}

/* How many persons brought each code up in answer to each question: question × code. */
static size_t *persons_in_answers(lyh_tally *tally, const lyh_tally_guide *guide)
{
    g_autoptr(GArray) marks = tables_marks_new();
    for (size_t i = 0; i < lyh_statement_log_count(guide->log); i++) {
        const lyh_logged_statement *said = lyh_statement_log_at(guide->log, i);
        if (said->question == LYH_NONE || !lyh_tally_has(tally, said->respondent))
            continue;
        const GArray *lineage = tally_lineage(tally, said->code);
        for (guint k = 0; k < lineage->len; k++)
            tables_mark_person(marks, said->question, g_array_index(lineage, size_t, k),
                               said->respondent);
    }
    return tables_count_persons(marks, guide->count, lyh_codebook_count(tally->codebook));
}

/* The counts by code that would tell of those who were not asked, or of a group that is hidden elsewhere; g_free(). */
static bool *hidden_at(const lyh_tally *tally, const lyh_tally_view *view,
                       const lyh_tally_guide *guide, size_t question, const size_t *counts)
{
    size_t persons = lyh_respondents_count(tally->respondents);
    bool *hidden = questions_hide(tally, view->threshold,
                                  questions_got_by(tally, guide, question), counts);
    g_autofree bool *got = g_new0(bool, persons + 1);
    for (size_t i = 0; i < persons; i++)
        got[i] = lyh_tally_has(tally, i) && lyh_statement_log_got(guide->log, i, question);
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++)
        if (counts[code] > 0 && !hidden[code])
            hidden[code] =
                asked_groups_tell(tally, guide->beside, code, got, guide, view->threshold);
    return hidden;
}

bool lyh_tally_questions_hides(lyh_tally *tally, const lyh_tally_view *view,
                               const lyh_tally_guide *guide, size_t question, size_t code)
{
    size_t codes = lyh_codebook_count(tally->codebook);
    g_autofree size_t *persons = persons_in_answers(tally, guide);
    size_t got = questions_got_by(tally, guide, question);
    g_autofree bool *hidden =
        hidden_at(tally, view, guide, question, persons + question * codes);
    return lyh_print_level_of(got, view->threshold) == LYH_PRINT_NOTHING || hidden[code];
}

/* The table while it is filled. */
typedef struct answers_table {
    lyh_tally *tally;
    const lyh_tally_view *view;
    const lyh_tally_guide *guide;
    lyh_table *table;
    bool has_hidden;
} answers_table;

/* The question is written out in the first of its rows. */
static size_t add_row(const answers_table *filling, size_t question, bool is_first)
{
    const lyh_tally_question *asked = &filling->guide->questions[question];
    size_t row = lyh_table_add_row(filling->table);
    lyh_table_set_cell(filling->table, row, 0, lyh_cell_text(asked->number));
    if (is_first)
        lyh_table_set_cell(filling->table, row, 1, lyh_cell_text(asked->text));
    return row;
}

static void add_code(const answers_table *filling, size_t question, bool is_first,
                     size_t code, lyh_cell persons)
{
    const lyh_tally *tally = filling->tally;
    const lyh_catalog *catalog = filling->view->catalog;
    bool is_asked =
        lyh_tally_question_concerns(tally, &filling->guide->questions[question], code);
    size_t row = add_row(filling, question, is_first);
    lyh_table_set_cell(filling->table, row, 2, lyh_cell_text(tables_label_of(tally, code)));
    lyh_table_set_cell(filling->table, row, 3,
                       lyh_cell_text(is_asked ? lyh_tr(catalog, "asked about")
                                              : lyh_tr(catalog, "unasked")));
    lyh_table_set_cell(filling->table, row, 4, persons);
}

/* Codes that are told of for a question: brought up, or asked about; by persons, hidden ones last. */
typedef struct told_code {
    size_t code, persons;
    bool is_hidden;
} told_code;

static gint by_persons(gconstpointer one, gconstpointer two)
{
    const told_code *a = one, *b = two;
    if (a->is_hidden != b->is_hidden)
        return a->is_hidden ? 1 : -1;
    if (!a->is_hidden && a->persons != b->persons)
        return a->persons < b->persons ? 1 : -1;
    return a->code < b->code ? -1 : a->code > b->code;
}

static GArray *codes_told(const answers_table *filling, size_t question,
                          const size_t *persons, const bool *hidden)
{
    GArray *told = g_array_new(FALSE, FALSE, sizeof(told_code));
    const lyh_tally_question *asked = &filling->guide->questions[question];
    for (size_t code = 0; code < lyh_codebook_count(filling->tally->codebook); code++) {
        bool is_named = false;
        for (size_t i = 0; i < asked->code_count; i++)
            is_named |= asked->codes[i] == code;
        const told_code one = { code, persons[code], hidden[code] };
        if (is_named || persons[code] > 0)
            g_array_append_val(told, one);
    }
    g_array_sort(told, by_persons);
    return told;
}

static void add_question(answers_table *filling, size_t question, const size_t *persons)
{
    const lyh_tally *tally = filling->tally;
    size_t got = questions_got_by(tally, filling->guide, question);
    if (lyh_print_level_of(got, filling->view->threshold) == LYH_PRINT_NOTHING) {
        size_t row = add_row(filling, question, true);
        lyh_table_set_cell(filling->table, row, 4,
                           got == 0 ? lyh_cell_not_asked() : lyh_cell_hidden());
        return;
    }
    g_autofree bool *hidden =
        hidden_at(tally, filling->view, filling->guide, question, persons);
    g_autoptr(GArray) told = codes_told(filling, question, persons, hidden);
    for (guint i = 0; i < told->len; i++) {
        const told_code *one = &g_array_index(told, told_code, i);
        add_code(filling, question, i == 0, one->code,
                 one->is_hidden ? lyh_cell_hidden() : lyh_cell_of(one->persons, got));
        filling->has_hidden |= one->is_hidden;
    }
    if (told->len == 0)
        lyh_table_set_cell(filling->table, add_row(filling, question, true), 4,
                           lyh_cell_of(0, got));
}

static void add_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "question", lyh_trc(catalog, "heading", "question"));
    lyh_table_add_column(table, "text", lyh_trc(catalog, "heading", "text"));
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "Theme"));
    lyh_table_add_column(table, "asked", lyh_trc(catalog, "heading", "asked about"));
    lyh_table_add_column(table, "persons", lyh_trc(catalog, "heading", "persons"));
}

void questions_note_hidden(const lyh_tally_view *view, lyh_table *table)
{
    lyh_table_add_note(
        table, lyh_tr(view->catalog,
                      "Figures (..) are hidden where they would tell something about "
                      "the few who did not get the question."));
}

lyh_table *lyh_tally_questions_table(lyh_tally *tally, const lyh_tally_view *view,
                                     const lyh_tally_guide *guide)
{
    const lyh_catalog *catalog = view->catalog;
    size_t codes = lyh_codebook_count(tally->codebook);
    g_autofree size_t *persons = persons_in_answers(tally, guide);
    answers_table filling = { tally, view, guide, lyh_table_new("questions"), false };
    add_columns(catalog, filling.table);
    for (size_t i = 0; i < guide->count && !tables_are_hidden(tally, view); i++)
        add_question(&filling, i, persons + i * codes);

    tables_set_parts(tally, view, lyh_tr(catalog, "What was brought up in answer to what"),
                     lyh_tr(catalog, "persons who brought the theme up in answer to the "
                                     "question, of those in whose transcript it is found"),
                     filling.table);
    lyh_table_add_note(filling.table,
                       lyh_tr(catalog,
                              "– the question is found in no transcript: nobody got "
                              "it, or it was put in other words. .. it is found in "
                              "fewer than may be shown."));
    if (filling.has_hidden)
        questions_note_hidden(view, filling.table);
    questions_note_tied(guide, catalog, filling.table);
    return filling.table;
}
