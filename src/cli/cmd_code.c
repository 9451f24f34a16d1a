#include <lyhord/study/survey.h>

#include "cli.h"

typedef struct code_walk {
    const lyh_cli *cli;
    lyh_study *study;
    lyh_output *output;
    bool is_wide;
} code_walk;

static const char *question_number(const void *study, size_t index)
{
    return lyh_study_question(study, index);
}

static bool write_codings(void *user, const lyh_visit *visit)
{
    const code_walk *coding = user;
    const lyh_codings_wide wide = { question_number, coding->study };
    if (coding->is_wide)
        return lyh_codings_write_wide(coding->output, coding->cli->style, &wide,
                                      visit->codings, visit->document, visit->tokens,
                                      lyh_study_codebook(coding->study),
                                      lyh_study_respondents(coding->study));
    return lyh_codings_write(coding->output, coding->cli->style, visit->codings,
                             visit->document, lyh_study_codebook(coding->study),
                             lyh_study_respondents(coding->study));
}

static void code_study(lyh_cli *cli, lyh_study *study, bool is_wide)
{
    lyh_output *output = cli_output(cli);
    code_walk coding = { cli, study, output, is_wide };
    if (!output)
        return;
    if (is_wide)
        lyh_codings_write_wide_heading(output, cli->style, lyh_study_respondents(study));
    else
        lyh_codings_write_heading(output, cli->style);
    if (lyh_study_walk(study, LYH_WHICH_MACHINE, write_codings, &coding, cli->diags,
                       &cli->error) &&
        lyh_study_walk_survey(study, LYH_WHICH_MACHINE, write_codings, &coding, cli->diags,
                              &cli->error))
        lyh_output_close(output, &cli->error);
    else
        lyh_output_discard(output);
}

int cmd_code(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    gboolean is_wide = FALSE;
    const GOptionEntry own[] = {
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook,
          N_("the codebook, instead of the study's"), N_("FILE") },
        { "respondents", 0, 0, G_OPTION_ARG_FILENAME, &inputs.respondents,
          N_("the respondents, instead of the study's"), N_("FILE") },
        { "roles", 0, 0, G_OPTION_ARG_FILENAME, &inputs.roles,
          N_("respondent, or all to match everybody's turns"), N_("ROLES") },
        { "wide", 0, 0, G_OPTION_ARG_NONE, &is_wide,
          N_("add question, path of the code, statement and the respondent's attributes"),
          NULL },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("Suggest codings after the codebook's rules"), own, &exit))
        return exit;
    if (cli->format != FORMAT_CSV)
        return cli_usage(cli, "codings are written as CSV only");
    if (!cli_knows_roles(cli, inputs.roles))
        return EXIT_USAGE;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    if (study && cli_has_codebook(cli, study) &&
        !cli_codings_in_the_way(cli, inputs.folder))
        code_study(cli, study, is_wide);
    return cli_finish(cli);
}
