#include "cli.h"

#include <lyhord/study/purge.h>

/* Kept beyond its day, the material breaks what the participants were promised. */
static void say_when_due(lyh_cli *cli, const lyh_study *study)
{
    g_autofree char *today = cli_today();
    if (lyh_study_purge_is_due(study, today) && lyh_study_file_count(study) > 0)
        lyh_diags_warning(
            cli->diags, "purge-due", lyh_place_none(),
            "the day for destroying the material was %s; run lyhord purge, or "
            "write a new day in lyhord.ini",
            lyh_study_setting(study, "purge"));
}

int cmd_check(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    const GOptionEntry own[] = {
        { "allow-missing", 0, 0, G_OPTION_ARG_NONE, &inputs.allow_missing,
          N_("a transcript whose person is in no list is no error"), NULL },
        { "doubts", 0, 0, G_OPTION_ARG_NONE, &inputs.doubts,
          N_("list, last of all, every place that is worth a look, not only how many"),
          NULL },
        { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &inputs.codebook, N_("check a codebook"),
          N_("FILE") },
        { "guide", 0, 0, G_OPTION_ARG_FILENAME, &inputs.guide,
          N_("check an interview guide"), N_("FILE") },
        { "respondents", 0, 0, G_OPTION_ARG_FILENAME, &inputs.respondents,
          N_("check a list of respondents"), N_("FILE") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY | FILE…]",
                   N_("Look for mistakes in everything a study has"), own, &exit))
        return exit;
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, false);
    if (study) {
        lyh_study_check(study, cli->diags, &cli->error);
        say_when_due(cli, study);
    }

    exit = cli_finish(cli);
    bool has_warnings = lyh_diags_warning_count(cli->diags) > 0;
    if (exit == EXIT_FINE && !has_warnings && !cli->is_quiet)
        cli_say(cli,
                "no mistakes and no known identifiers found; read for yourself: what no "
                "rule knows, only a reader sees");
    return exit == EXIT_FINE && has_warnings ? EXIT_WARNINGS : exit;
}
