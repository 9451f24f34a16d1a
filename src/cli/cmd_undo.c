#include "cli.h"

#include <lyhord/study/undo.h>

typedef struct lyh_undo undo_plan;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(undo_plan, lyh_undo_free)

static void make(lyh_cli *cli, lyh_undo *undo)
{
    unsigned char random[16];
    g_autofree char *at = cli_now();
    cli_random(random, sizeof random);
    if (lyh_undo_make(undo, random, at, cli->diags, &cli->error))
        cli_say(cli, "the study is as it was before '%s'", lyh_undo_command(undo));
}

static void undo(lyh_cli *cli, const char *folder)
{
    g_autoptr(undo_plan) undo =
        lyh_undo_plan(folder, cli->catalog, cli->diags, &cli->error);
    if (!undo && cli->error.kind == LYH_ERROR_NONE)
        cli_say(cli, "there is nothing to take back; import, codebook merge and "
                     "anonymize --apply can be taken back, until somebody withdraws");
    if (!undo || !cli_write_table(cli, lyh_undo_table(undo)))
        return;
    cli_say(cli, "this takes back '%s' of %s", lyh_undo_command(undo), lyh_undo_at(undo));
    if (cli_agrees(cli, N_("Take it back? (ja/nej)")))
        make(cli, undo);
    else
        cli_say(cli, "nothing has been changed; to take it back, give the command with "
                     "--yes");
}

int cmd_undo(lyh_cli *cli, int argc, char **argv)
{
    int exit;
    cli->format = FORMAT_TEXT;
    if (!cli_parse(cli, argc, argv, "[STUDY]",
                   N_("Take back what the last command changed in a study"), NULL, &exit))
        return exit;
    if (cli->arguments[0] && cli->arguments[1])
        return cli_usage(cli, "undo wants one study folder");
    g_autofree char *folder = cli_study_folder(cli);
    if (folder)
        undo(cli, folder);
    return cli_finish(cli);
}
