#include "survey.h"

#include <stdlib.h>
#include <string.h>

#include "../study/autoptr.h"
#include "../survey/autoptr.h"
#include "gate.h"

typedef struct survey_wishes {
    char *by, *check_text, *question, *questions, *survey;
    gint decimals, sent;
    gboolean release, tests;
} survey_wishes;

static void survey_wishes_clear(survey_wishes *wishes)
{
    g_free(wishes->by);
    g_free(wishes->check_text);
    g_free(wishes->question);
    g_free(wishes->questions);
    g_free(wishes->survey);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(survey_wishes, survey_wishes_clear)

/* ---- what is asked for ---- */

static bool take_question(survey_work *work, const char *name)
{
    const lyh_questions *questions = lyh_study_questions(work->study);
    work->only = LYH_NONE;
    if (!name)
        return true;
    work->only = lyh_questions_find(questions, name);
    if (work->only != LYH_NONE)
        return true;
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < lyh_questions_count(questions); i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "",
                               lyh_questions_at(questions, i)->name);
    lyh_diags_error(work->cli->diags, "question-unknown", lyh_place_none(),
                    "there is no question '%s'; there is: %s", name, known->str);
    return lyh_error_set(&work->cli->error, LYH_ERROR_DATA, 0, "");
}

/* Tables are held against all that is out, and show the first split that was asked for. */
static bool plan(survey_work *work, lyh_survey_release *release)
{
    work->release = release;
    if (!release)
        return false;
    if (lyh_survey_release_count(release) > 0)
        survey_show_by(work, 0);
    survey_tell_unsure(release, work->cli);
    return true;
}

static bool is_by_one(const survey_work *work)
{
    return work->view.plan &&
           !lyh_survey_plan_split(work->view.plan, work->view.split)->second;
}

/* More answers than were sent out is a mistake in one of the numbers. */
static void check_sent(const survey_work *work)
{
    size_t persons = lyh_survey_count(work->survey);
    if (work->view.sent > 0 && work->view.sent < persons)
        lyh_diags_warning(work->cli->diags, "sent-few", lyh_place_none(),
                          "%zu persons answered and only %zu are said to have been asked; "
                          "no response rate is printed",
                          persons, work->view.sent);
}

/* ---- answering ---- */

static bool may_leave(const survey_work *work, const lyh_table *table)
{
    return !work->is_of_a_study || gate_lets_table(work->cli, work->study, table);
}

/* A release is of all questions: those not printed now may be asked for tomorrow. */
static bool let_out(const survey_work *work, const survey_wishes *wishes)
{
    return !wishes->release || survey_let_out(work->release, work->cli, "survey");
}

/* People read a table a question; programs read one table of all. */
static void write_for_people(const survey_work *work, const survey_wishes *wishes)
{
    lyh_cli *cli = work->cli;
    size_t count = lyh_questions_count(lyh_survey_questions(work->survey));
    g_autoptr(GPtrArray) tables =
        g_ptr_array_new_with_free_func((GDestroyNotify)lyh_table_free);
    for (size_t i = 0; i < count; i++) {
        if (work->only != LYH_NONE && work->only != i)
            continue;
        lyh_table *table = lyh_survey_table(work->survey, i, &work->view);
        g_ptr_array_add(tables, table);
        survey_label(work, table, i);
        if (!may_leave(work, table))
            return;
    }
    lyh_output *output = let_out(work, wishes) ? cli_output(cli) : NULL;
    for (guint i = 0; output && i < tables->len; i++) {
        if (i > 0)
            lyh_output_text(output, "\n");
        if (cli->format == FORMAT_TEXT)
            lyh_table_write_text(tables->pdata[i], cli->catalog, output);
        else if (cli->format == FORMAT_MARKDOWN)
            lyh_table_write_markdown(tables->pdata[i], cli->catalog, output);
        else
            lyh_table_write_latex(tables->pdata[i], cli->catalog, output);
    }
    if (output)
        lyh_output_close(output, &cli->error);
}

static bool is_for_people(cli_format format)
{
    return format == FORMAT_TEXT || format == FORMAT_MARKDOWN || format == FORMAT_LATEX;
}

static void write_tables(const survey_work *work, const survey_wishes *wishes)
{
    if (is_for_people(work->cli->format)) {
        write_for_people(work, wishes);
        return;
    }
    g_autoptr(lyh_table) table = lyh_survey_long(work->survey, work->only, &work->view);
    survey_label(work, table, LYH_NONE);
    if (may_leave(work, table) && let_out(work, wishes))
        cli_write_table(work->cli, table);
}

static bool has_survey(const survey_work *work)
{
    if (work->survey)
        return true;
    lyh_diags_error(work->cli->diags, "survey-missing", lyh_place_none(),
                    "there are no answers to a survey; put survey.csv (or .xlsx, .sav) and "
                    "questions.csv into the study, or name them with --survey and "
                    "--questions");
    return lyh_error_set(&work->cli->error, LYH_ERROR_DATA, 0, "");
}

static int answer(survey_work *work, const survey_wishes *wishes)
{
    lyh_cli *cli = work->cli;
    if (!has_survey(work) || !take_question(work, wishes->question))
        return cli_finish(cli);
    g_autoptr(lyh_survey_release) release = lyh_survey_release_new(
        work->study, wishes->by, cli->catalog, cli->diags, &cli->error);
    if (!plan(work, release))
        return cli_finish(cli);
    if (wishes->tests && !is_by_one(work))
        return cli_usage(cli, "--tests compares the groups of one background; name it with "
                              "--by");
    work->view.sent =
        wishes->sent > 0 ? (size_t)wishes->sent : lyh_study_survey_sent(work->study);
    check_sent(work);
    if (wishes->check_text)
        return survey_check_text(work, wishes->check_text);
    if (wishes->tests)
        survey_write_tests(work);
    else if (survey_count_topics(work))
        write_tables(work, wishes);
    return cli_finish(work->cli);
}

static int check_wishes(const lyh_cli *cli, const survey_wishes *wishes)
{
    if (wishes->decimals < 0 || wishes->decimals > LYH_SURVEY_DECIMALS_MAX)
        return cli_usage(cli, "--decimals wants a number from 0 to %d",
                         LYH_SURVEY_DECIMALS_MAX);
    if (wishes->sent < 0)
        return cli_usage(cli, "--sent wants how many persons were asked to take part");
    if (wishes->tests && !wishes->by)
        return cli_usage(cli, "--tests compares groups: name them with --by");
    if (wishes->release && wishes->survey)
        return cli_usage(cli, "loose files have no ledger; --release wants a study");
    if (wishes->release && (wishes->tests || wishes->check_text))
        return cli_usage(cli, "--release lets tables out; --tests and --check-text do not");
    if (!wishes->survey != !wishes->questions)
        return cli_usage(cli, "--survey and --questions go together");
    return EXIT_FINE;
}

int cmd_survey(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_auto(survey_wishes) wishes = { 0 };
    const GOptionEntry own[] = {
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &wishes.by,
          N_("show groups by a background or a question with one alternative, or by a "
             "pair: kön,ålder"),
          N_("NAME[,NAME]") },
        { "check-text", 0, 0, G_OPTION_ARG_FILENAME, &wishes.check_text,
          N_("hold the figures in a text of yours against the tables"), N_("FILE") },
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "decimals", 0, 0, G_OPTION_ARG_INT, &wishes.decimals,
          N_("decimals of percentages from a base of 50 persons on (0)"), N_("NUMBER") },
        { "question", 0, 0, G_OPTION_ARG_FILENAME, &wishes.question,
          N_("only this question"), N_("NAME") },
        { "questions", 0, 0, G_OPTION_ARG_FILENAME, &wishes.questions,
          N_("the questions, instead of the study's"), N_("FILE") },
        { "release", 0, 0, G_OPTION_ARG_NONE, &wishes.release,
          N_("let the table out: decisions.csv gets its row"), NULL },
        { "sent", 0, 0, G_OPTION_ARG_INT, &wishes.sent,
          N_("how many persons were asked to take part"), N_("NUMBER") },
        { "suggested", 0, 0, G_OPTION_ARG_NONE, &inputs.suggested,
          N_("count the machine's suggestions too"), NULL },
        { "survey", 0, 0, G_OPTION_ARG_FILENAME, &wishes.survey,
          N_("the answers (.csv, .xlsx, .sav), instead of the study's"), N_("FILE") },
        { "tests", 0, 0, G_OPTION_ARG_NONE, &wishes.tests,
          N_("test the groups against each other, where the sample allows it"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY]", N_("Count the answers to a survey"), own,
                   &exit))
        return exit;
    exit = check_wishes(cli, &wishes);
    if (exit != EXIT_FINE)
        return exit;

    g_autoptr(lyh_study) study = survey_open(cli, &inputs, wishes.survey, wishes.questions);
    if (!study)
        return cli_finish(cli);
    g_auto(survey_work)
        work = { .cli = cli, .study = study, .with_suggested = inputs.suggested };
    work.is_of_a_study = inputs.folder != NULL;
    work.survey = lyh_study_survey(work.study);
    work.view = (lyh_survey_view){ .threshold = lyh_study_threshold(work.study),
                                   .decimals = (unsigned)wishes.decimals,
                                   .catalog = cli->catalog };
    return answer(&work, &wishes);
}
