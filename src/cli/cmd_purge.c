#include "cli.h"

#include <lyhord/study/purge.h>

typedef struct lyh_purge purge_plan;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(purge_plan, lyh_purge_free)

static bool write_list(lyh_cli *cli, const lyh_purge *purge)
{
    g_autoptr(lyh_table) table = lyh_table_new("purge");
    lyh_table_add_column(table, "file", lyh_tr(cli->catalog, "file"));
    for (size_t i = 0; i < lyh_purge_count(purge); i++) {
        size_t row = lyh_table_add_row(table);
        lyh_table_set_cell(table, row, 0, lyh_cell_text(lyh_purge_file(purge, i)));
    }
    return cli_write_table(cli, table);
}

static void purge_study(lyh_cli *cli, const char *folder)
{
    g_autofree char *today = cli_today();
    g_autoptr(purge_plan) purge = lyh_purge_plan(folder, today, cli->diags, &cli->error);
    if (!purge || !write_list(cli, purge))
        return;
    if (lyh_purge_count(purge) == 0) {
        cli_say(cli, "there is nothing left to destroy");
        return;
    }
    if (!cli_agrees(cli, N_("Destroy these files? They cannot be had back. (ja/nej)"))) {
        cli_say(cli, "nothing has been destroyed; to destroy what is listed, give the "
                     "command with --yes");
        return;
    }
    if (lyh_purge_make(purge, cli->diags, &cli->error))
        cli_say(cli,
                "destroyed: %zu files; copies, backups and what the disk itself "
                "still holds are out of reach from here",
                lyh_purge_count(purge));
}

int cmd_purge(lyh_cli *cli, int argc, char **argv)
{
    int exit;
    cli->format = FORMAT_TEXT;
    if (!cli_parse(cli, argc, argv, "[STUDY]",
                   N_("Destroy the material when its day has come"), NULL, &exit))
        return exit;
    if (cli->arguments[0] && cli->arguments[1])
        return cli_usage(cli, "purge wants one study folder");
    g_autofree char *folder = cli_study_folder(cli);
    if (folder)
        purge_study(cli, folder);
    return cli_finish(cli);
}
