#include <lyhord/study/stretches.h>
#include <lyhord/study/survey.h>

#include "jobs.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_stretches, lyh_stretches_free)

typedef struct code_walk {
    lyh_cli *cli;
    lyh_study *study;
    lyh_output *output;
    bool is_wide;
    lyh_stretches *walk;
    size_t jobs, others; /* processes, and stretches beside the first */
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

/* ---- by several processes ---- */

static bool code_first(void *user)
{
    code_walk *coding = user;
    return lyh_stretches_go_first(coding->walk, write_codings, coding, coding->cli->diags);
}

static bool code_other(void *user, size_t job, lyh_output *output, lyh_diags *diags,
                       lyh_error *error)
{
    code_walk coding = *(const code_walk *)user;
    coding.output = output;
    lyh_stretches_go_other(coding.walk, job, write_codings, &coding, diags, error);
    return true;
}

static void show_begun(void *user, size_t count)
{
    const code_walk *coding = user;
    lyh_stretches_begun(coding->walk, count);
}

static bool append(code_walk *coding, const GPtrArray *results, const lyh_error *troubles)
{
    bool is_fine = true;
    for (guint i = 0; i < results->len; i++) {
        size_t size;
        const char *rows = g_bytes_get_data(results->pdata[i], &size);
        lyh_stretches_trouble(coding->walk, &troubles[i]);
        is_fine = is_fine && lyh_output_write(coding->output, rows, size);
    }
    return is_fine;
}

/* False: a job died, and @exit says what the command ends with, or cli->error is set. */
static bool share(code_walk *coding, int *exit)
{
    lyh_cli *cli = coding->cli;
    g_autofree lyh_error *troubles = g_new0(lyh_error, coding->others);
    g_autoptr(GPtrArray) results =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    const jobs_plan plan = { coding->others, coding->jobs, code_other, coding,
                             code_first,     show_begun,   troubles };
    if (!jobs_run(cli, &plan, results, exit))
        return false;
    if (results->len == 0)
        lyh_stretches_go_rest(coding->walk, write_codings, coding, cli->diags);
    return append(coding, results, troubles);
}

static bool code_transcripts(code_walk *coding, int *exit)
{
    lyh_cli *cli = coding->cli;
    g_autoptr(lyh_stretches) walk =
        lyh_stretches_new(coding->study, LYH_WHICH_MACHINE, 0, 1, cli->diags, &cli->error);
    if (!walk)
        return false;
    coding->walk = walk;
    coding->jobs = (size_t)CLAMP(cli->jobs, 1, JOBS_MOST);
    coding->others = lyh_stretches_share(walk, coding->jobs);
    bool is_fine = true;
    if (coding->others > 0) {
        is_fine = share(coding, exit);
    } else {
        code_first(coding);
        lyh_stretches_go_rest(walk, write_codings, coding, cli->diags);
    }
    return lyh_stretches_end(walk, cli->diags, &cli->error) && is_fine;
}

static void code_study(lyh_cli *cli, lyh_study *study, bool is_wide, int *exit)
{
    lyh_output *output = cli_output(cli);
    code_walk coding = { cli, study, output, is_wide, NULL, 1, 0 };
    if (!output)
        return;
    if (is_wide)
        lyh_codings_write_wide_heading(output, cli->style, lyh_study_respondents(study));
    else
        lyh_codings_write_heading(output, cli->style);
    if (code_transcripts(&coding, exit) &&
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
    int exit, ended = EXIT_FINE;
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
        code_study(cli, study, is_wide, &ended);
    return ended != EXIT_FINE ? ended : cli_finish(cli);
}
