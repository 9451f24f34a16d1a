/* Numbers of what was asked: what was brought up in answer to which question, and unasked. */
#include <string.h>

#include <lyhord/study/ledger.h>

#include "explain.h"

static bool open_guide(explaining *all)
{
    all->guide = lyh_study_guide_new(all->study, all->cli->diags, &all->cli->error);
    return all->guide != NULL;
}

static const char *where_of(const explaining *all, const explained *row)
{
    if (row->question == LYH_NONE)
        return "unknown";
    return lyh_tally_question_asks(all->tally, &all->asked.questions[row->question],
                                   row->coding.code)
               ? "answer"
               : "elsewhere";
}

/* ---- questions ---- */

static bool find_question(explaining *all, const char *name)
{
    g_autofree char *wanted = g_strstrip(g_strdup(name));
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < lyh_study_question_count(all->study); i++) {
        const char *number = lyh_study_question(all->study, i);
        if (all->question == LYH_NONE && strcmp(number, wanted) == 0)
            all->question = i;
        g_string_append_printf(known, "%s%s", i ? ", " : "", number);
    }
    if (all->question != LYH_NONE)
        return true;
    lyh_diags_error(all->cli->diags, "question-unknown", lyh_place_none(),
                    "there is no question '%s'; there is: %s", wanted, known->str);
    return lyh_error_set(&all->cli->error, LYH_ERROR_DATA, 0, "");
}

static bool read_question(explaining *all, char **words)
{
    all->cell = (cli_cell){ .attribute = LYH_NONE, .second = LYH_NONE };
    return open_guide(all) && find_question(all, words[0]) &&
           explain_read_code(all, words[1], &all->cell.code);
}

/* The base of a question is who got it. */
static bool prepare_question(explaining *all)
{
    size_t got = 0;
    all->asked = lyh_study_guide_with(all->guide, all->log);
    for (size_t i = 0; i < lyh_respondents_count(all->people.respondents); i++) {
        if (!explain_people_has(&all->people, i))
            continue;
        bool is_asked = lyh_statement_log_got(all->log, i, all->question);
        got += is_asked;
        if (!is_asked)
            explain_people_leave_out(&all->people, i);
    }
    size_t first;
    g_autoptr(lyh_tally_plan) beside =
        lyh_study_plan(all->study, all->tally, NULL, 0, &first, NULL);
    all->asked.beside = beside;
    all->people.is_hidden |=
        got < all->people.view.threshold ||
        lyh_tally_questions_hides(all->tally, &all->people.view, &all->asked, all->question,
                                  all->cell.code);
    all->asked.beside = NULL;
    return true;
}

static void judge_question(const explaining *all, explained *row)
{
    if (row->why != EXPLAIN_NOTHING)
        row->where = where_of(all, row);
    if (row->why == EXPLAIN_COUNTED && row->question != all->question)
        row->why = EXPLAIN_ELSEWHERE;
}

const explain_table explain_questions = {
    .name = "questions",
    .arguments = "QUESTION CODE",
    .words = 2,
    .read = read_question,
    .prepare = prepare_question,
    .judge = judge_question,
};

/* ---- asked about, or brought up unasked ---- */

static bool read_asked(explaining *all, char **words)
{
    all->cell = (cli_cell){ .attribute = LYH_NONE, .second = LYH_NONE };
    return open_guide(all) && explain_read_code(all, words[0], &all->cell.code);
}

static bool was_asked(const explaining *all, size_t person)
{
    return lyh_tally_was_asked(all->tally, &all->asked, person, all->cell.code);
}

static bool is_asked_by_any(const explaining *all)
{
    for (size_t i = 0; i < all->asked.count; i++)
        if (lyh_tally_question_concerns(all->tally, &all->asked.questions[i],
                                        all->cell.code))
            return true;
    return false;
}

static bool prepare_asked(explaining *all)
{
    size_t asked = 0, base = lyh_tally_base(all->tally);
    size_t threshold = all->people.view.threshold;
    all->asked = lyh_study_guide_with(all->guide, all->log);
    if (!is_asked_by_any(all)) {
        lyh_diags_error(
            all->cli->diags, "cell-unknown", lyh_place_none(),
            "no question of the guide asks about '%s', so the table has no row of it; the "
            "column tema of guide.csv names what a question asks about",
            lyh_codebook_code(lyh_study_codebook(all->study), all->cell.code)->name);
        return lyh_error_set(&all->cli->error, LYH_ERROR_DATA, 0, "");
    }
    for (size_t i = 0; i < lyh_respondents_count(all->people.respondents); i++)
        asked += explain_people_has(&all->people, i) && was_asked(all, i);
    size_t first;
    g_autoptr(lyh_tally_plan) beside =
        lyh_study_plan(all->study, all->tally, NULL, 0, &first, NULL);
    all->asked.beside = beside;
    all->people.is_hidden |=
        asked < threshold || (asked < base && base - asked < threshold) ||
        lyh_tally_asked_hides(all->tally, &all->people.view, &all->asked, all->cell.code);
    all->asked.beside = NULL;
    return true;
}

static void judge_asked(const explaining *all, explained *row)
{
    bool is_asked = row->respondent != LYH_NONE && was_asked(all, row->respondent);
    if (!is_asked)
        row->where = "not_asked";
    else if (row->why != EXPLAIN_NOTHING)
        row->where = where_of(all, row);
    if (row->why == EXPLAIN_COUNTED && !is_asked)
        row->why = EXPLAIN_NOT_ASKED;
}

const explain_table explain_asked = {
    .name = "asked",
    .arguments = "CODE",
    .words = 1,
    .read = read_asked,
    .prepare = prepare_asked,
    .judge = judge_asked,
};
