#include <string.h>

#include <lyhord/study/tables.h>

#include "../chart/autoptr.h"
#include "figures.h"
#include "gate.h"
#include "view.h"

#define DOTS_AN_INCH 300
#define LEAST_DOTS 72
#define MOST_DOTS 1200
#define HALF_MM 78.0 /* two beside each other on a page */

typedef struct chart_wishes {
    cli_inputs inputs;
    char *kind, *by, *measure_name, *code, *image, *question, *title;
    gint dots;
    gboolean is_half;
    lyh_measure measure;
} chart_wishes;

static void chart_wishes_clear(chart_wishes *wishes)
{
    cli_inputs_clear(&wishes->inputs);
    g_free(wishes->kind);
    g_free(wishes->by);
    g_free(wishes->measure_name);
    g_free(wishes->code);
    g_free(wishes->image);
    g_free(wishes->question);
    g_free(wishes->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(chart_wishes, chart_wishes_clear)

static int list_kinds(lyh_cli *cli)
{
    g_autoptr(lyh_table) table = lyh_table_new("charts");
    lyh_table_add_column(table, "kind", lyh_tr(cli->catalog, "kind"));
    lyh_table_add_column(table, "question", lyh_tr(cli->catalog, "question it answers"));
    for (size_t i = 0; i < lyh_chart_kind_count(); i++) {
        const lyh_chart_kind *kind = lyh_chart_kind_at(i);
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(kind->name));
        lyh_table_set_cell(table, row, 1,
                           lyh_cell_text(lyh_tr(cli->catalog, kind->question)));
    }
    return cli_finish_with_table(cli, table);
}

/* -f or --image, else what the output file's name ends with, else SVG. */
static const char *image_of(const lyh_cli *cli, const chart_wishes *wishes)
{
    static const char *const known[] = { "pdf", "png", "svg" };
    const char *dot = cli->output_path ? strrchr(cli->output_path, '.') : NULL;
    const char *asked = cli->image      ? cli->image
                        : wishes->image ? wishes->image
                        : dot           ? dot + 1
                                        : "svg";
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(asked, known[i]) == 0)
            return known[i];
    return NULL;
}

static int write_figure(lyh_cli *cli, const chart_wishes *wishes, const lyh_display *figure,
                        const char *date)
{
    const char *image = image_of(cli, wishes);
    lyh_output *output = cli_output(cli);
    if (!output)
        return cli_finish(cli);
    if (strcmp(image, "pdf") == 0)
        lyh_display_write_pdf(figure, date, output);
    else if (strcmp(image, "png") == 0)
        lyh_display_write_png(figure, wishes->dots, output);
    else
        lyh_display_write_svg(figure, output);
    lyh_output_close(output, &cli->error);
    return cli_finish(cli);
}

static size_t take_code(lyh_cli *cli, lyh_study *study, const char *name)
{
    size_t code = name ? lyh_codebook_find(lyh_study_codebook(study), name) : LYH_NONE;
    if (name && code == LYH_NONE) {
        lyh_diags_error(cli->diags, "code-unknown", lyh_place_none(),
                        "'%s' is no code of the codebook", name);
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
    }
    return code;
}

static int say_empty(lyh_cli *cli, const char *kind)
{
    lyh_diags_error(cli->diags, "chart-empty", lyh_place_none(),
                    "there is nothing that '%s' can show; lyhord help chart-empty tells "
                    "what each figure needs",
                    kind);
    return cli_finish(cli);
}

/* The title people wrote, else what the numbers say. */
static int draw_table(lyh_cli *cli, lyh_study *study, const chart_wishes *wishes,
                      const lyh_table *table, const char *finding)
{
    g_autoptr(lyh_display) figure = figure_of_width(cli, study, wishes->kind, table,
                                                    wishes->title ? wishes->title : finding,
                                                    wishes->is_half ? HALF_MM : 0);
    if (!figure)
        return say_empty(cli, wishes->kind);
    return gate_lets_figure(cli, study, figure)
               ? write_figure(cli, wishes, figure, lyh_study_setting(study, "date"))
               : cli_finish(cli);
}

/* ---- a figure of interviews ---- */

static int draw_job(figure_job *job, const chart_wishes *wishes,
                    const lyh_study_counts *counts)
{
    lyh_cli *cli = job->cli;
    const lyh_sample sample = lyh_study_sample(job->study, job->tally);
    job->view.sample = &sample;
    g_autoptr(lyh_table) table = figure_table(job, wishes->kind);
    if (!table)
        return cli_finish(cli);
    lyh_study_label(job->study, table, counts, wishes->inputs.suggested);
    g_autofree char *finding = figure_finding(job, wishes->kind, table);
    return draw_table(cli, job->study, wishes, table, finding);
}

/* Groups are what some kinds are for; of the others they are shown when asked for. */
static const char *split_of(const chart_wishes *wishes)
{
    return wishes->by || figure_compares_groups(wishes->kind) ? wishes->by : "";
}

static int draw(lyh_cli *cli, lyh_study *study, const chart_wishes *wishes)
{
    size_t code = take_code(cli, study, wishes->code);
    g_auto(cli_view) view = { 0 };
    if (!view_splits(&view, cli, study, split_of(wishes)) ||
        cli->error.kind != LYH_ERROR_NONE)
        return cli_finish(cli);
    g_autoptr(lyh_statement_log) log =
        figure_needs_log(wishes->kind) ? lyh_statement_log_new() : NULL;
    const lyh_tally_options options = { .with_suggested = wishes->inputs.suggested,
                                        .log = log };
    lyh_study_counts counts;
    g_autoptr(lyh_tally) tally =
        lyh_study_tally(study, &options, NULL, &counts, cli->diags, &cli->error);
    if (!tally || !view_shows_anyone(cli, tally, lyh_study_threshold(study)) ||
        !view_plan(&view, cli, study, tally))
        return cli_finish(cli);
    figure_job job = { .cli = cli,
                       .study = study,
                       .tally = tally,
                       .log = log,
                       .view = view.shown,
                       .measure = wishes->measure,
                       .code = code };
    return draw_job(&job, wishes, &counts);
}

/* ---- a figure of a survey ---- */

static bool take_question(survey_work *work, const char *name)
{
    work->only =
        name ? lyh_questions_find(lyh_study_questions(work->study), name) : LYH_NONE;
    if (!name || work->only != LYH_NONE)
        return true;
    lyh_diags_error(work->cli->diags, "question-unknown", lyh_place_none(),
                    "there is no question '%s' in questions.csv", name);
    return lyh_error_set(&work->cli->error, LYH_ERROR_DATA, 0, "");
}

static int draw_scale(lyh_cli *cli, chart_wishes *wishes)
{
    g_autoptr(lyh_study) study = survey_open(cli, &wishes->inputs, NULL, NULL);
    if (!study)
        return cli_finish(cli);
    g_auto(survey_work) work = { .cli = cli, .study = study, .is_of_a_study = true };
    work.survey = lyh_study_survey(study);
    work.view = (lyh_survey_view){ .threshold = lyh_study_threshold(study),
                                   .catalog = cli->catalog };
    if (!work.survey)
        return say_empty(cli, wishes->kind);
    if (!take_question(&work, wishes->question))
        return cli_finish(cli);
    size_t count;
    g_autofree size_t *questions =
        g_new0(size_t, lyh_questions_count(lyh_survey_questions(work.survey)) + 1);
    figure_scale(&work, work.only, questions, &count);
    if (count == 0)
        return say_empty(cli, wishes->kind);
    g_autoptr(lyh_table) table = figure_scale_table(&work, questions, count);
    g_autofree char *finding = figure_scale_finding(&work, questions, count);
    return draw_table(cli, study, wishes, table, finding);
}

/* ---- what was asked for ---- */

static bool is_of_survey(const char *kind)
{
    return strcmp(kind, "likert") == 0;
}

/* An option that would change nothing is told, or the figure would be taken for another. */
static bool takes_options(const lyh_cli *cli, const chart_wishes *wishes)
{
    bool counts = !is_of_survey(wishes->kind) && !figure_needs_log(wishes->kind);
    const struct {
        const char *option, *value;
        bool is_taken;
    } options[] = {
        { "--by", wishes->by, counts },
        { "--code", wishes->code, counts },
        { "--measure", wishes->measure_name, counts },
        { "--question", wishes->question, is_of_survey(wishes->kind) },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
        if (!options[i].value || options[i].is_taken)
            continue;
        cli_usage(cli, "figure '%s' takes no %s; leave it out", wishes->kind,
                  options[i].option);
        return false;
    }
    return true;
}

/* False: it has been said. */
static bool take_wishes(lyh_cli *cli, chart_wishes *wishes)
{
    wishes->kind = cli_take_word(cli);
    wishes->measure =
        view_measure(cli, wishes->measure_name ? wishes->measure_name : "any");
    if (wishes->measure == LYH_MEASURE_COUNT)
        return false;
    if (lyh_chart_kind_find(wishes->kind) == LYH_NONE)
        cli_usage(cli, "there is no figure '%s'; lyhord chart lists them", wishes->kind);
    else if (!image_of(cli, wishes))
        cli_usage(cli, "a figure is svg, pdf or png");
    else if (wishes->dots < LEAST_DOTS || wishes->dots > MOST_DOTS)
        cli_usage(cli, "--dpi wants a number from %d to %d", LEAST_DOTS, MOST_DOTS);
    else
        return takes_options(cli, wishes);
    return false;
}

int cmd_chart(lyh_cli *cli, int argc, char **argv)
{
    g_auto(chart_wishes) wishes = { .dots = DOTS_AN_INCH };
    const GOptionEntry own[] = {
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &wishes.by,
          N_("show groups by an attribute of the respondents, or by a pair: roll,stad"),
          N_("ATTRIBUTE[,ATTRIBUTE]") },
        { "code", 0, 0, G_OPTION_ARG_FILENAME, &wishes.code,
          N_("one code, instead of all of them"), N_("CODE") },
        { "dpi", 0, 0, G_OPTION_ARG_INT, &wishes.dots, N_("dots an inch of a png (300)"),
          N_("NUMBER") },
        { "half", 0, 0, G_OPTION_ARG_NONE, &wishes.is_half,
          N_("half as wide: two beside each other on a page"), NULL },
        { "image", 0, 0, G_OPTION_ARG_FILENAME, &wishes.image,
          N_("svg, pdf or png; else after the output file's name"), N_("KIND") },
        { "measure", 0, 0, G_OPTION_ARG_FILENAME, &wishes.measure_name,
          N_("any, +, -, 0 or wish"), N_("MEASURE") },
        { "question", 0, 0, G_OPTION_ARG_FILENAME, &wishes.question,
          N_("likert: the questions on this one's scale"), N_("NAME") },
        { "suggested", 0, 0, G_OPTION_ARG_NONE, &wishes.inputs.suggested,
          N_("count the machine's suggestions too"), NULL },
        { "title", 0, 0, G_OPTION_ARG_FILENAME, &wishes.title,
          N_("the figure's title: what it shows, as a sentence"), N_("TEXT") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[KIND [STUDY]]", N_("Draw a figure of the counts"),
                   own, &exit))
        return exit;
    if (!cli->arguments[0])
        return list_kinds(cli);
    if (!take_wishes(cli, &wishes))
        return EXIT_USAGE;
    if (is_of_survey(wishes.kind))
        return draw_scale(cli, &wishes);

    g_autoptr(lyh_study) study = cli_study(cli, &wishes.inputs, true);
    return study && cli_has_codebook(cli, study) ? draw(cli, study, &wishes)
                                                 : cli_finish(cli);
}
