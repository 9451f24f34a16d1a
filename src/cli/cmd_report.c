#include <string.h>

#include "../quotes/autoptr.h"
#include "../report/autoptr.h"
#include "../study/autoptr.h"
#include "../tally/autoptr.h"
#include "compose.h"
#include "gate.h"
#include "manifest.h"
#include "own_words.h"
#include "package.h"
#include "papers.h"
#include "quoting.h"
#include "release_check.h"
#include "render.h"
#include "survey.h"
#include "view.h"

/* What the command was asked for. */
typedef struct report_wish {
    cli_inputs inputs;
    char *by;
    char *form_name;
    report_form form;
    gboolean is_draft;
    gboolean keeps; /* the package that stands there */
    gboolean forces;
} report_wish;

static void report_wish_clear(report_wish *wish)
{
    cli_inputs_clear(&wish->inputs);
    g_free(wish->by);
    g_free(wish->form_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(report_wish, report_wish_clear)

/* The form called @name; false: there is none of that name. */
static bool form_called(const char *name, report_form *form)
{
    static const char *const names[] = {
        [FORM_THEMES] = "tema", [FORM_QUESTIONS] = "fraga", [FORM_EASY] = "lattlast"
    };
    *form = FORM_THEMES;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(name, names[i]) == 0)
            *form = (report_form)i;
    return strcmp(name, names[*form]) == 0;
}

/* What --form says, or else the study ([report] form). */
static void choose_form(report_wish *wish, const lyh_study *study)
{
    const char *chosen = lyh_study_report_setting(study, "form");
    if (!wish->form_name && *chosen)
        form_called(chosen, &wish->form); /* opening has seen that there is such a form */
}

static package_way way_of(const report_wish *wish)
{
    return wish->keeps ? PACKAGE_KEEP : wish->forces ? PACKAGE_FORCE : PACKAGE_REPLACE;
}

static void write_package(lyh_cli *cli, const report_material *material,
                          const lyh_report *report, const cli_papers *papers,
                          const report_wish *wish, const char *by)
{
    const char *folder = cli->output_path;
    g_autoptr(cli_package) package = render_report(cli, report, papers);
    if (cli->error.kind == LYH_ERROR_NONE &&
        manifest_add(package, material, wish->inputs.folder, by) &&
        package_write(package, folder, way_of(wish), cli) && !cli->is_quiet)
        cli_say(cli, "the report is %s/report.pdf", folder);
}

/* One look at all of it: what the scan knows of the study is learnt once. What is wrong is said in one run. */
static bool may_leave(const report_material *material, const lyh_report *report,
                      const cli_papers *papers)
{
    const lyh_report *const reports[] = { report, papers_names(papers) };
    bool tells_of_nobody =
        gate_lets_reports(material->cli, material->study, reports, G_N_ELEMENTS(reports));
    return release_check(material, report) && tells_of_nobody;
}

/* The survey beside interviews is shown by what [groups] by says; --by names an attribute of those who were interviewed. */
static bool plan_survey(lyh_cli *cli, const lyh_study *study, const report_wish *wish,
                        lyh_survey_release **survey)
{
    if (!lyh_study_survey(study))
        return true;
    *survey = lyh_survey_release_new(study, wish->by ? "" : NULL, cli->catalog, cli->diags,
                                     &cli->error);
    if (*survey)
        survey_tell_unsure(*survey, cli);
    return *survey != NULL;
}

/* Both may be let out, or neither is. */
static bool let_out(const cli_view *groups, const lyh_survey_release *survey, lyh_cli *cli,
                    lyh_study *study, const lyh_tally *tally)
{
    return (!survey || lyh_survey_release_lets(survey, cli->diags, &cli->error)) &&
           view_release(groups, cli, study, tally, "report") &&
           (!survey || survey_let_out(survey, cli, "survey"));
}

static void report_study(lyh_cli *cli, lyh_study *study, const report_wish *wish)
{
    g_auto(cli_view) everyone = { 0 }, groups = { 0 };
    if (!view_splits(&groups, cli, study, wish->by))
        return;
    bool with_suggested = wish->inputs.suggested;
    g_autoptr(lyh_statement_log) log = lyh_statement_log_new();
    const lyh_tally_options options = { .with_suggested = with_suggested, .log = log };
    lyh_study_counts counts;
    g_auto(cli_quoting) quoting = { 0 };
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    quoting_begin(&quoting, cli, study, quotes, wish->is_draft);
    g_autoptr(lyh_tally) tally =
        lyh_study_tally(study, &options, quotes, &counts, cli->diags, &cli->error);
    if (!tally || !view_shows_anyone(cli, tally, lyh_study_threshold(study)))
        return;
    if (!quoting_choose(&quoting, quotes, wish->is_draft))
        return;
    if (!view_plan(&everyone, cli, study, tally) || !view_plan(&groups, cli, study, tally))
        return;
    everyone.shown.is_brief = groups.shown.is_brief = true;
    g_auto(cli_facts) facts = { 0 };
    if (!facts_init(&facts, cli, study, wish->inputs.folder, with_suggested))
        return;
    g_autoptr(lyh_survey_release) survey = NULL;
    if (!plan_survey(cli, study, wish, &survey))
        return;
    g_autoptr(lyh_study_guide) guide =
        lyh_study_question_count(study) > 0
            ? lyh_study_guide_new(study, cli->diags, &cli->error)
            : NULL;
    report_material material = { .cli = cli,
                                 .study = study,
                                 .tally = tally,
                                 .log = log,
                                 .guide = guide,
                                 .counts = &counts,
                                 .quotes = quotes,
                                 .everyone = everyone.shown,
                                 .groups = groups.shown,
                                 .view = &groups,
                                 .with_suggested = with_suggested,
                                 .is_draft = wish->is_draft,
                                 .form = wish->form,
                                 .facts = &facts,
                                 .survey = survey };
    g_autoptr(cli_own_words) own = own_words_read(&material, wish->inputs.folder);
    if (!own)
        return;
    material.own = own;
    g_autoptr(lyh_report) report = compose(&material);
    g_autoptr(cli_papers) papers = papers_new(&material);
    if (papers && may_leave(&material, report, papers) &&
        package_may_stand(cli->output_path, way_of(wish), cli) &&
        (wish->is_draft || let_out(&groups, survey, cli, study, tally)))
        write_package(cli, &material, report, papers, wish,
                      wish->by ? wish->by : lyh_study_group_by(study));
}

/* Without interviews there is no tally, and nothing that checklists of interviews ask for. */
static void report_survey(lyh_cli *cli, lyh_study *study, const report_wish *wish)
{
    g_autoptr(lyh_survey_release) survey =
        lyh_survey_release_new(study, wish->by, cli->catalog, cli->diags, &cli->error);
    if (!survey || !survey_shows_anyone(cli, study))
        return;
    survey_tell_unsure(survey, cli);
    report_material material = { .cli = cli,
                                 .study = study,
                                 .groups = { .attribute = LYH_NONE },
                                 .with_suggested = wish->inputs.suggested,
                                 .is_draft = wish->is_draft,
                                 .form = wish->form,
                                 .survey = survey };
    g_autoptr(cli_own_words) own = own_words_read(&material, wish->inputs.folder);
    if (!own)
        return;
    material.own = own;
    g_autoptr(lyh_report) report = compose_survey_alone(&material);
    g_autoptr(cli_papers) papers = papers_new(&material);
    if (cli->error.kind == LYH_ERROR_NONE && papers &&
        may_leave(&material, report, papers) &&
        package_may_stand(cli->output_path, way_of(wish), cli) &&
        (wish->is_draft || survey_let_out(survey, cli, "report")))
        write_package(cli, &material, report, papers, wish,
                      wish->by ? wish->by : lyh_study_group_by(study));
}

static bool has_survey_alone(const lyh_study *study)
{
    return lyh_study_file_count(study) == 0 && lyh_study_survey(study);
}

int cmd_report(lyh_cli *cli, int argc, char **argv)
{
    g_auto(report_wish) wish = { 0 };
    const GOptionEntry own[] = {
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &wish.by,
          N_("show groups by an attribute of the respondents, or "
             "by a pair: roll,stad"),
          N_("ATTRIBUTE[,ATTRIBUTE]") },
        { "draft", 0, 0, G_OPTION_ARG_NONE, &wish.is_draft,
          N_("for yourselves: marked on every page, and no release"), NULL },
        { "force", 0, 0, G_OPTION_ARG_NONE, &wish.forces,
          N_("replace an older report even where somebody has worked on its files"), NULL },
        { "form", 0, 0, G_OPTION_ARG_STRING, &wish.form_name,
          N_("tema (theme by theme), fraga (question by question) or lattlast (easy to "
             "read)"),
          N_("FORM") },
        { "keep", 0, 0, G_OPTION_ARG_NONE, &wish.keeps,
          N_("move an older report aside, to FOLDER-1"), NULL },
        { "suggested", 0, 0, G_OPTION_ARG_NONE, &wish.inputs.suggested,
          N_("count the machine's suggestions too"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY] -o FOLDER", N_("Write the report"), own,
                   &exit))
        return exit;
    if (!cli->output_path)
        return cli_usage(cli, "report wants a folder to write into: -o reports/first");
    if (wish.form_name && !form_called(wish.form_name, &wish.form))
        return cli_usage(cli,
                         "'%s' is no form of a report; there are tema, fraga and lattlast",
                         wish.form_name);
    if (wish.keeps && wish.forces)
        return cli_usage(cli, "--keep and --force say two things of the older report");
    g_autoptr(lyh_study) study = cli_study(cli, &wish.inputs, true);
    if (study)
        choose_form(&wish, study);
    if (study && has_survey_alone(study))
        report_survey(cli, study, &wish);
    else if (study && cli_has_codebook(cli, study))
        report_study(cli, study, &wish);
    return cli_finish(cli);
}
