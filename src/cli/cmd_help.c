#include <string.h>

#include "cli.h"
#include "help.h"

static const help_page *find_page(const char *name)
{
    const help_page *topic = help_topic_find(name);
    return topic ? topic : help_code(name);
}

static bool wants_man(const lyh_cli *cli)
{
    return g_strcmp0(cli->image, "man") == 0;
}

static int show_page(lyh_cli *cli, const help_page *page)
{
    lyh_output *output = cli_output(cli);
    if (output) {
        if (wants_man(cli)) {
            help_write_man_of_page(output, page, cli->messages);
        } else {
            lyh_output_printf(output, "%s\n\n", page->name);
            help_write_wrapped(output, lyh_tr(cli->messages, page->text), 0);
        }
        lyh_output_close(output, &cli->error);
    }
    return cli_finish(cli);
}

static void write_overview(const lyh_cli *cli, lyh_output *output)
{
    lyh_output_printf(output, "%s\n\n",
                      lyh_tr(cli->messages, "lyhord COMMAND [OPTIONS] [STUDY | FILE…]"));
    for (size_t i = 0; i < command_count; i++)
        lyh_output_printf(output, "  %-9s %s\n", commands[i].name,
                          lyh_tr(cli->messages, commands[i].summary));
    lyh_output_printf(output, "\n%s\n ",
                      lyh_tr(cli->messages,
                             "lyhord help COMMAND explains a command, lyhord help "
                             "TOPIC one of these:"));
    for (size_t i = 0; i < help_topic_count; i++)
        lyh_output_printf(output, " %s", help_topics[i].name);
    lyh_output_text(output, "\n");
}

static int show_overview(lyh_cli *cli)
{
    lyh_output *output = cli_output(cli);
    if (output) {
        if (wants_man(cli))
            help_write_man_of_program(output, cli->messages);
        else
            write_overview(cli, output);
        lyh_output_close(output, &cli->error);
    }
    return cli_finish(cli);
}

/* @words: the command's name, perhaps a word of its own such as merge, and options. */
static int show_command(lyh_cli *cli, const cli_command *command, char **words)
{
    g_autoptr(GPtrArray) vector = g_ptr_array_new();
    char **rest = words + 1;
    cli->command = command->name;
    g_ptr_array_add(vector, words[0]);
    if (*rest && **rest != '-')
        g_ptr_array_add(vector, *rest++);
    g_ptr_array_add(vector, (char *)"--help");
    for (; *rest; rest++)
        g_ptr_array_add(vector, *rest);
    g_ptr_array_add(vector, NULL);
    return command->run(cli, (int)vector->len - 1, (char **)vector->pdata);
}

int cmd_help(lyh_cli *cli, int argc, char **argv)
{
    const char *name = argc > 1 && *argv[1] != '-' ? argv[1] : NULL;
    const cli_command *command =
        name ? cli_command_find(commands, command_count, name) : NULL;
    if (command)
        return show_command(cli, command, argv + 1);

    int exit;
    if (!cli_parse(cli, argc, argv, "[COMMAND | TOPIC | CODE]",
                   N_("Explain a command, a topic or a diagnostic"), NULL, &exit))
        return exit;
    name = cli->arguments[0];
    const help_page *page = name ? find_page(name) : NULL;
    if (name && !page)
        return cli_usage(cli, "there is no help on '%s'; lyhord help lists what there is",
                         name);
    return page ? show_page(cli, page) : show_overview(cli);
}
