#include <string.h>

#include <lyhord/base/text.h>

#include "cli.h"
#include "help.h"

static const help_page *find_page(const char *name)
{
    for (size_t i = 0; i < help_topic_count; i++)
        if (strcmp(help_topics[i].name, name) == 0)
            return &help_topics[i];
    return help_code(name);
}

#define LINE 72 /* characters: a line people read without losing it */

/* One paragraph line of the page; lines that begin with a space are set as they stand. */
static void write_line(lyh_output *output, const char *line)
{
    if (*line == ' ') {
        lyh_output_printf(output, "%s\n", line);
        return;
    }
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    size_t column = 0;
    for (char **word = words; *word; word++) {
        size_t width = lyh_text_length(*word, strlen(*word));
        bool starts_line = column == 0 || column + 1 + width > LINE;
        lyh_output_printf(output, "%s%s",
                          column == 0   ? ""
                          : starts_line ? "\n"
                                        : " ",
                          *word);
        column = starts_line ? width : column + 1 + width;
    }
    lyh_output_text(output, "\n");
}

static void write_wrapped(lyh_output *output, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        write_line(output, *line);
}

char *help_topic_wrapped(const char *name, const lyh_catalog *catalog)
{
    const help_page *page = find_page(name);
    g_assert(page);
    size_t size;
    lyh_output *output = lyh_output_to_memory();
    write_wrapped(output, lyh_tr(catalog, page->text));
    return lyh_output_take(output, &size);
}

static int show_page(lyh_cli *cli, const help_page *page)
{
    lyh_output *output = cli_output(cli);
    if (output) {
        lyh_output_printf(output, "%s\n\n", page->name);
        write_wrapped(output, lyh_tr(cli->messages, page->text));
        lyh_output_close(output, &cli->error);
    }
    return cli_finish(cli);
}

static void write_overview(const lyh_cli *cli, lyh_output *output)
{
    lyh_output_printf(output, "%s\n\n",
                      lyh_tr(cli->messages, "lyhord COMMAND [OPTIONS] [STUDY | FILE…]"));
    for (size_t i = 0; i < command_count; i++)
        lyh_output_printf(output, "  %-8s %s\n", commands[i].name,
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
        write_overview(cli, output);
        lyh_output_close(output, &cli->error);
    }
    return cli_finish(cli);
}

/* @word: of a command that has words of its own, such as codebook; else NULL. */
static int show_command(lyh_cli *parent, const cli_command *command, char *word)
{
    char *arguments[] = { (char *)command->name, (char *)"--help", NULL, NULL };
    char **vector = arguments;
    parent->command = command->name;
    if (word) {
        arguments[1] = word;
        arguments[2] = (char *)"--help";
    }
    return command->run(parent, word ? 3 : 2, vector);
}

int cmd_help(lyh_cli *cli, int argc, char **argv)
{
    const char *name = argc > 1 && *argv[1] != '-' ? argv[1] : NULL;
    const cli_command *command =
        name ? cli_command_find(commands, command_count, name) : NULL;
    if (command && command->run != cmd_help)
        return show_command(cli, command, argc > 2 && *argv[2] != '-' ? argv[2] : NULL);

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
