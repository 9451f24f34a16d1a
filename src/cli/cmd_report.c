#include <errno.h>

#include <lyhord/study/survey.h>

#include "../quotes/autoptr.h"
#include "../report/autoptr.h"
#include "compose.h"
#include "gate.h"
#include "manifest.h"
#include "package.h"
#include "papers.h"
#include "view.h"

#define QUOTES_A_THEME 3

/* What a report folder holds: anything else there is somebody's. */
static const char *const patterns[] = { "report.pdf",    "figures/figure-*.svg", "coreq.md",
                                        "method.en.md",  "method.sv.md",         "srqr.md",
                                        "manifest.json", "tables/table-*.csv",   NULL };

static void add_figure(cli_package *package, const lyh_display *figure, size_t number)
{
    g_autofree char *name = g_strdup_printf("figures/figure-%02zu.svg", number);
    lyh_output *output = lyh_output_to_memory();
    lyh_display_write_svg(figure, output);
    package_add(package, name, output);
}

static void add_table(cli_package *package, const lyh_table *table, size_t number,
                      lyh_csv_style style)
{
    g_autofree char *name = g_strdup_printf("tables/table-%02zu.csv", number);
    lyh_output *output = lyh_output_to_memory();
    lyh_table_write_csv(table, style == LYH_CSV_C ? LYH_CSV_C : LYH_CSV_PACKAGE, output);
    package_add(package, name, output);
}

static cli_package *render(lyh_cli *cli, const lyh_report *report, const cli_papers *papers)
{
    cli_package *package = package_new();
    lyh_output *pdf = lyh_output_to_memory();
    lyh_report_write_pdf(report, pdf, &cli->error);
    package_add(package, "report.pdf", pdf);

    size_t figures = 0, tables = 0;
    for (size_t i = 0; i < lyh_report_block_count(report); i++) {
        const lyh_block *block = lyh_report_block(report, i);
        if (block->kind == LYH_BLOCK_FIGURE)
            add_figure(package, block->figure, ++figures);
        if (block->kind == LYH_BLOCK_TABLE)
            add_table(package, block->table, ++tables, cli->style);
    }
    if (papers)
        papers_add(papers, package);
    return package;
}

/* Whoever filled in a checklist, or worked on with a table, would lose it. */
static bool may_replace(lyh_cli *cli)
{
    g_autofree char *changed = manifest_changed_file(cli->output_path);
    if (!changed)
        return true;
    lyh_diags_error(cli->diags, "package-edited", lyh_place_file(cli->output_path),
                    "somebody has written in '%s' since the report was made, and it would "
                    "be lost; move it away, or choose a new folder with -o",
                    changed);
    return lyh_error_set(&cli->error, LYH_ERROR_CANNOT_CREATE, EEXIST, cli->output_path);
}

static void write_package(lyh_cli *cli, const report_material *material,
                          const lyh_report *report, const cli_papers *papers,
                          const char *study, const char *by)
{
    const char *folder = cli->output_path;
    g_autoptr(cli_package) package = render(cli, report, papers);
    if (cli->error.kind == LYH_ERROR_NONE && manifest_add(package, material, study, by) &&
        package_write(package, folder, patterns, cli) && !cli->is_quiet)
        cli_say(cli, "the report is %s/report.pdf", folder);
}

/* One look at all of it: what the scan knows of the study is learnt once. */
static bool gate_lets(lyh_cli *cli, lyh_study *study, const lyh_report *report,
                      const cli_papers *papers)
{
    const lyh_report *const reports[] = { report, papers_names(papers) };
    return gate_lets_reports(cli, study, reports, G_N_ELEMENTS(reports));
}

static void report_study(lyh_cli *cli, lyh_study *study, const cli_inputs *inputs,
                         const char *by, bool is_draft)
{
    g_auto(cli_view) everyone = { 0 }, groups = { 0 };
    if (!view_splits(&groups, cli, study, by))
        return;
    bool with_suggested = inputs->suggested;
    const lyh_tally_options options = { .with_suggested = with_suggested };
    lyh_study_counts counts;
    g_autoptr(lyh_quotes) quotes = lyh_quotes_new();
    g_autoptr(lyh_tally) tally =
        lyh_study_tally(study, &options, quotes, &counts, cli->diags, &cli->error);
    if (!tally || !view_shows_anyone(cli, tally, lyh_study_threshold(study)))
        return;
    lyh_quotes_choose(quotes, lyh_codebook_count(lyh_study_codebook(study)),
                      QUOTES_A_THEME);

    if (!view_plan(&everyone, cli, study, tally) || !view_plan(&groups, cli, study, tally))
        return;
    everyone.shown.is_brief = groups.shown.is_brief = true;
    g_auto(cli_facts) facts = { 0 };
    if (!facts_init(&facts, cli, study, inputs->folder, with_suggested))
        return;
    const report_material material = { .cli = cli,
                                       .study = study,
                                       .tally = tally,
                                       .counts = &counts,
                                       .quotes = quotes,
                                       .everyone = everyone.shown,
                                       .groups = groups.shown,
                                       .view = &groups,
                                       .with_suggested = with_suggested,
                                       .is_draft = is_draft,
                                       .facts = &facts };
    g_autoptr(lyh_report) report = compose(&material);
    g_autoptr(cli_papers) papers = papers_new(&material);
    if (papers && gate_lets(cli, study, report, papers) && may_replace(cli) &&
        (is_draft || view_release(&groups, cli, study, tally, "report")))
        write_package(cli, &material, report, papers, inputs->folder,
                      by ? by : lyh_study_group_by(study));
}

/* Without interviews there is no tally, and nothing that checklists of interviews ask for. */
static void report_survey(lyh_cli *cli, lyh_study *study, const cli_inputs *inputs,
                          bool is_draft)
{
    const report_material material = { .cli = cli,
                                       .study = study,
                                       .groups = { .attribute = LYH_NONE },
                                       .with_suggested = inputs->suggested,
                                       .is_draft = is_draft };
    g_autoptr(lyh_report) report = compose_survey_alone(&material);
    const lyh_report *const reports[] = { report };
    if (cli->error.kind == LYH_ERROR_NONE && gate_lets_reports(cli, study, reports, 1) &&
        may_replace(cli))
        write_package(cli, &material, report, NULL, inputs->folder, "");
}

static bool has_survey_alone(const lyh_study *study)
{
    return lyh_study_file_count(study) == 0 && lyh_study_survey(study);
}

int cmd_report(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    g_autofree char *by = NULL;
    gboolean is_draft = FALSE;
    const GOptionEntry own[] = {
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &by,
          N_("show groups by an attribute of the respondents, or "
             "by a pair: roll,stad"),
          N_("ATTRIBUTE[,ATTRIBUTE]") },
        { "draft", 0, 0, G_OPTION_ARG_NONE, &is_draft,
          N_("for yourselves: marked on every page, and no release"), NULL },
        { "suggested", 0, 0, G_OPTION_ARG_NONE, &inputs.suggested,
          N_("count the machine's suggestions too"), NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY] -o FOLDER", N_("Write the report"), own,
                   &exit))
        return exit;
    if (!cli->output_path)
        return cli_usage(cli, "report wants a folder to write into: -o reports/first");
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, true);
    if (study && has_survey_alone(study))
        report_survey(cli, study, &inputs, is_draft);
    else if (study && cli_has_codebook(cli, study))
        report_study(cli, study, &inputs, by, is_draft);
    return cli_finish(cli);
}
