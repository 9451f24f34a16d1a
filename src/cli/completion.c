#include "completion.h"

#include <stdio.h>
#include <string.h>

#include <lyhord/chart/chart.h>
#include <lyhord/study/template.h>

#include "codebook.h"
#include "help.h"
#include "tally_tables.h"

/* ---- what stands behind an option, where the choice is small ---- */

/* A row without a command goes for all others; names that may change come from their own tables. */
static const struct {
    const char *command, *option, *words;
} choices[] = {
    { NULL, "form", "fraga lattlast tema" },
    { NULL, "image", "pdf png svg" },
    { NULL, "language", "en sv" },
    { NULL, "locale", "C sv" },
    { NULL, "measure", "any + - 0 wish" },
    { NULL, "only", "even odd" },
    { NULL, "research", "ja nej vet-inte" },
    { NULL, "roles", "all respondent" },
    { NULL, "shape", "long wide" },
    { NULL, "states", "any said" },
    { "agree", "unit", "document sentence statement turn" },
    { "evaluate", "unit", "document sentence turn" },
    { "tally", "unit", "hits persons statements" },
};

static void append_word(GString *words, const char *word)
{
    g_string_append_printf(words, "%s%s", words->len ? " " : "", word);
}

static char *template_names(void)
{
    GString *names = g_string_new(NULL);
    for (size_t i = 0; i < lyh_template_count(); i++)
        append_word(names, lyh_template_name(i));
    return g_string_free(names, FALSE);
}

static char *table_names(void)
{
    GString *names = g_string_new(NULL);
    for (size_t i = 0; tally_table_name(i); i++)
        append_word(names, tally_table_name(i));
    return g_string_free(names, FALSE);
}

static char *words_behind(const char *command, const char *option)
{
    if (strcmp(option, "template") == 0)
        return template_names();
    if (strcmp(option, "format") == 0)
        return g_strdup(cli_formats(command));
    if (strcmp(option, "table") == 0)
        return table_names();
    for (size_t i = 0; i < G_N_ELEMENTS(choices); i++)
        if (strcmp(option, choices[i].option) == 0 &&
            (!choices[i].command || strcmp(command, choices[i].command) == 0))
            return g_strdup(choices[i].words);
    return NULL;
}

/* ---- what stands behind a command ---- */

static char *chart_names(void)
{
    GString *names = g_string_new(NULL);
    for (size_t i = 0; i < lyh_chart_kind_count(); i++)
        append_word(names, lyh_chart_kind_at(i)->name);
    return g_string_free(names, FALSE);
}

static char *codebook_names(void)
{
    GString *names = g_string_new(NULL);
    for (size_t i = 0; codebook_word(i); i++)
        append_word(names, strchr(codebook_word(i)->name, ' ') + 1);
    return g_string_free(names, FALSE);
}

static char *help_names(void)
{
    GString *names = g_string_new(NULL);
    for (size_t i = 0; i < command_count; i++)
        append_word(names, commands[i].name);
    for (size_t i = 0; i < help_topic_count; i++)
        append_word(names, help_topics[i].name);
    for (size_t i = 0; help_code_name(i); i++)
        append_word(names, help_code_name(i));
    return g_string_free(names, FALSE);
}

static char *first_words(const cli_command *command)
{
    return command->run == cmd_chart      ? chart_names()
           : command->run == cmd_codebook ? codebook_names()
           : command->run == cmd_help     ? help_names()
                                          : NULL;
}

/* ---- the list ---- */

static void clear_option(gpointer option)
{
    g_free(((completion_option *)option)->words);
}

static void free_command(gpointer pointer)
{
    completion_command *command = pointer;
    g_array_unref(command->options);
    g_free(command->words);
    g_free(command);
}

static void take_entries(const completion_list *list, const GOptionEntry *entries)
{
    completion_command *command =
        g_ptr_array_index(list->commands, list->commands->len - 1);
    for (const GOptionEntry *entry = entries; entry && entry->long_name; entry++) {
        const completion_option option = {
            .name = entry->long_name,
            .letter = entry->short_name,
            .takes_value = entry->arg != G_OPTION_ARG_NONE,
            .words = entry->arg == G_OPTION_ARG_NONE
                         ? NULL
                         : words_behind(command->name, entry->long_name),
            .summary = lyh_tr(list->catalog, entry->description),
        };
        g_array_append_val(command->options, option);
    }
}

void completion_take(lyh_cli *cli, const GOptionEntry *own, const GOptionEntry *common)
{
    take_entries(cli->completion, own);
    take_entries(cli->completion, common);
}

/* The command is run as ever, and tells its options where it would have taken them. */
static void add_command(lyh_cli *cli, const completion_list *list,
                        const cli_command *command)
{
    completion_command *added = g_new0(completion_command, 1);
    added->name = command->name;
    added->summary = lyh_tr(list->catalog, command->summary);
    added->words = first_words(command);
    added->options = g_array_new(FALSE, FALSE, sizeof(completion_option));
    g_array_set_clear_func(added->options, clear_option);
    g_ptr_array_add(list->commands, added);

    char *arguments[] = { (char *)command->name, NULL };
    cli->command = command->name;
    command->run(cli, 1, arguments);
}

static void list_commands(lyh_cli *cli, const completion_list *list)
{
    cli->completion = list;
    for (size_t i = 0; i < command_count; i++)
        add_command(cli, list, &commands[i]);
    for (size_t i = 0; codebook_word(i); i++)
        add_command(cli, list, codebook_word(i));
    cli->completion = NULL;
}

int completion_print(lyh_cli *cli, const char *shell)
{
    static const struct {
        const char *name;
        void (*write)(const completion_list *list, GString *script);
    } shells[] = { { "bash", completion_write_bash },
                   { "fish", completion_write_fish },
                   { "zsh", completion_write_zsh } };
    for (size_t i = 0; i < G_N_ELEMENTS(shells); i++) {
        if (g_strcmp0(shell, shells[i].name) != 0)
            continue;
        g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(free_command);
        const completion_list list = { .catalog = cli->messages, .commands = all };
        g_autoptr(GString) script = g_string_new(NULL);
        list_commands(cli, &list);
        shells[i].write(&list, script);
        fputs(script->str, stdout);
        return fflush(stdout) == 0 ? EXIT_FINE : EXIT_IO;
    }
    return cli_usage(cli, "--complete wants a shell: bash, fish or zsh");
}
