#include "cli.h"

#include <lyhord/study/withdraw.h>

typedef struct lyh_withdrawal withdrawal_plan;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(withdrawal_plan, lyh_withdrawal_free)

static void withdraw(lyh_cli *cli, lyh_study *study, const char *id)
{
    g_autofree char *today = cli_today();
    g_autoptr(withdrawal_plan) plan =
        lyh_withdrawal_plan(study, id, today, cli->diags, &cli->error);
    if (!plan || !cli_write_table(cli, lyh_withdrawal_table(plan)))
        return;
    if (!cli_agrees(cli, N_("Take this person out? It cannot be undone. (ja/nej)"))) {
        cli_say(cli, "nothing has been changed; to take the person out, give the command "
                     "with --yes");
        return;
    }
    if (lyh_withdrawal_make(plan, cli->diags, &cli->error))
        cli_say(cli,
                "'%s' is taken out; what was made before still holds them, and so may "
                "copies and backups: see to those yourselves",
                id);
}

int cmd_withdraw(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    int exit;
    cli->format = FORMAT_TEXT;
    if (!cli_parse(cli, argc, argv, "ID [STUDY]",
                   N_("Take a person who withdraws out of the study"), NULL, &exit))
        return exit;
    if (!cli->arguments[0] || !*cli->arguments[0] ||
        (cli->arguments[1] && cli->arguments[2]))
        return cli_usage(cli, "withdraw wants one id, such as: lyhord withdraw R07");
    g_autofree char *id = cli_take_word(cli);
    g_autoptr(lyh_study) study = cli_study(cli, &inputs, true);
    if (study)
        withdraw(cli, study, id);
    return cli_finish(cli);
}
