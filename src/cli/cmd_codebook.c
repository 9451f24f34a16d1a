#include <string.h>

#include "codebook.h"

static const cli_command words[] = {
    { "codebook check", codebook_check,
      N_("Look for what is wrong or weak in a codebook") },
    { "codebook diff", codebook_diff,
      N_("Tell what changed between two codebooks, and which segments it touches") },
    { "codebook expand", codebook_expand,
      N_("Propose indicators from what people have coded") },
    { "codebook merge", codebook_merge, N_("Join codes, with a trace of what was joined") },
    { "codebook stats", codebook_stats,
      N_("Tell what each rule finds, and what people thought of it") },
};

const cli_command *codebook_word(size_t index)
{
    return index < G_N_ELEMENTS(words) ? &words[index] : NULL;
}

static const char *word_of(const cli_command *command)
{
    return strchr(command->name, ' ') + 1;
}

static const cli_command *find(const char *word)
{
    g_autofree char *name = g_strconcat("codebook ", word, NULL);
    return cli_command_find(words, G_N_ELEMENTS(words), name);
}

/* What the command does, and its words. */
static char *summary_of(const lyh_cli *cli)
{
    GString *text = g_string_new(lyh_tr(
        cli->messages, "Check, compare, join and improve codebooks; WORD is one of"));
    g_string_append(text, "\n\n");
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_string_append_printf(text, "%s  %-8s %s", i ? "\n" : "", word_of(&words[i]),
                               lyh_tr(cli->messages, words[i].summary));
    return g_string_free(text, FALSE);
}

int cmd_codebook(lyh_cli *cli, int argc, char **argv)
{
    const cli_command *word = argc > 1 ? find(argv[1]) : NULL;
    if (word) {
        cli->command = word->name;
        return word->run(cli, argc - 1, argv + 1);
    }
    if (argc > 1 && *argv[1] != '-')
        return cli_usage(cli,
                         "codebook has no '%s'; it is one of check, diff, expand, merge, "
                         "stats",
                         argv[1]);
    int exit;
    g_autofree char *summary = summary_of(cli);
    if (!cli_parse(cli, argc, argv, "WORD [STUDY | FILE…]", summary, NULL, &exit))
        return exit;
    return cli_usage(cli, "codebook wants a word: check, diff, expand, merge or stats");
}
