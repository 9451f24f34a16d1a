#include "cli.h"

#include <lyhord/study/template.h>

#include <string.h>

static bool is_template(const char *name)
{
    for (size_t i = 0; i < lyh_template_count(); i++)
        if (strcmp(lyh_template_name(i), name) == 0)
            return true;
    return false;
}

static int say_templates(const lyh_cli *cli, const char *asked)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < lyh_template_count(); i++)
        g_string_append_printf(names, "%s%s", i ? ", " : "", lyh_template_name(i));
    return cli_usage(cli, "there is no template '%s'; there is: %s", asked, names->str);
}

int cmd_init(lyh_cli *cli, int argc, char **argv)
{
    g_autofree char *asked = NULL;
    const GOptionEntry own[] = { { "template", 't', 0, G_OPTION_ARG_FILENAME, &asked,
                                   N_("what to begin with: brukarrevision"), N_("NAME") },
                                 G_OPTION_ENTRY_NULL };
    int exit;
    if (!cli_parse(cli, argc, argv, "FOLDER", N_("Begin a new study from a template"), own,
                   &exit))
        return exit;
    if (!cli->arguments[0] || !*cli->arguments[0] || cli->arguments[1])
        return cli_usage(cli, "init wants one folder, such as: lyhord init min-revision");
    const char *template = asked ? asked : "brukarrevision";
    if (!is_template(template))
        return say_templates(cli, template);

    const char *folder = cli->arguments[0];
    if (lyh_template_make(template, folder, &cli->error) && !cli->is_quiet) {
        cli_say(cli, "the study is in %s", folder);
        cli_say(cli,
                "next: fill in lyhord.ini and respondents.csv, put the transcripts into "
                "transcripts/, then run lyhord check");
    }
    return cli_finish(cli);
}
