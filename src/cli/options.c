#include "cli.h"
#include "completion.h"

#include <string.h>

#include "help.h"
#include "log.h"

typedef struct common_options {
    char *format, *locale, *language;
} common_options;

/* GLib's own messages are English; what people did wrong is one of three things. */
static int say_option_error(const lyh_cli *cli, const GError *error)
{
    const char *option = strstr(error->message, "-");
    g_autofree char *name =
        g_strndup(option ? option : "", option ? strcspn(option, " ") : 0);
    if (g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        return cli_usage(cli, "'%s' is no option of lyhord %s; see lyhord help %s", name,
                         cli->command, cli->command);
    if (g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE))
        return cli_usage(cli, "the value of %s is missing or wrong; see lyhord help %s",
                         name, cli->command);
    return cli_usage(cli, "%s", error->message);
}

#define TABLE_FORMATS "csv json latex md sav text xlsx"

const char *cli_formats(const char *command)
{
    static const struct {
        const char *command, *words;
    } own[] = { { "chart", "pdf png svg " TABLE_FORMATS },
                { "export", "csv qdc qdpx sav" },
                { "help", "man " TABLE_FORMATS } };
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        if (strcmp(command, own[i].command) == 0)
            return own[i].words;
    return TABLE_FORMATS;
}

/* Tables are written in any of these; whatever else a command takes is a form of its own. */
static void set_format(lyh_cli *cli, const char *format)
{
    static const char *const tables[] = { "csv",   "json", "text", "md",
                                          "latex", "xlsx", "sav" };
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (strcmp(format, tables[i]) == 0) {
            cli->format = (cli_format)i;
            return;
        }
    }
    cli->image = g_intern_string(format);
}

static bool take_format(lyh_cli *cli, const char *format)
{
    if (!format)
        return true;
    g_auto(GStrv) words = g_strsplit(cli_formats(cli->command), " ", -1);
    if (g_strv_contains((const char *const *)words, format)) {
        set_format(cli, format);
        return true;
    }
    g_autofree char *all = g_strjoinv(", ", words);
    cli_usage(cli, "format '%s' is unknown; it is one of %s", format, all);
    return false;
}

static bool take_locale(lyh_cli *cli, const char *locale)
{
    if (locale && strcmp(locale, "C") != 0 && !g_str_has_prefix(locale, "sv")) {
        cli_usage(cli, "locale '%s' is unknown; it is sv (decimal comma) or C", locale);
        return false;
    }
    cli->style = locale && *locale == 'C' ? LYH_CSV_C : LYH_CSV_SWEDISH;
    return true;
}

static bool take_language(lyh_cli *cli, const char *language)
{
    const lyh_catalog *catalog = language ? lyh_catalog_for(language) : cli->catalog;
    if (!catalog)
        cli_usage(cli, "language '%s' is unknown; it is sv or en", language);
    else
        cli->catalog = catalog;
    return catalog != NULL;
}

/* An empty name comes from a script's unset variable, and would be the root folder. */
static bool take_output(const lyh_cli *cli)
{
    bool is_fine = !cli->output_path || *cli->output_path;
    if (!is_fine)
        cli_usage(cli, "-o is empty; it wants the name of what to write");
    return is_fine;
}

/* Words that are no options, in the order they came; everything after -- is one. */
static void keep_arguments(lyh_cli *cli, int argc, char **argv)
{
    GPtrArray *kept = g_ptr_array_new();
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--") != 0 || i + 1 < argc)
            g_ptr_array_add(kept, g_strdup(argv[i]));
    if (kept->len > 0 && strcmp(kept->pdata[0], "--") == 0)
        g_free(g_ptr_array_remove_index(kept, 0));
    g_ptr_array_add(kept, NULL);
    cli->arguments = (char **)g_ptr_array_free(kept, FALSE);
}

char *cli_take_word(lyh_cli *cli)
{
    char *word = cli->arguments[0];
    memmove(cli->arguments, cli->arguments + 1,
            g_strv_length(cli->arguments) * sizeof *cli->arguments);
    return word;
}

/* Only for taking options: help is written by ourselves, in the language of messages. */
static GOptionContext *context_of(const help_usage *usage)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_autofree char *name = g_strconcat("lyhord ", usage->name, NULL);
    g_set_prgname(name);
    g_option_context_set_help_enabled(context, FALSE);
    if (usage->own)
        g_option_context_add_main_entries(context, usage->own, NULL);
    g_option_context_add_main_entries(context, usage->everywhere, NULL);
    return context;
}

static int show_help(lyh_cli *cli, const help_usage *usage, const char *format)
{
    lyh_output *output = cli_output(cli);
    if (output) {
        if (g_strcmp0(format, "man") == 0)
            help_write_man(output, usage, cli->messages);
        else
            help_write_usage(output, usage, cli->messages);
        lyh_output_close(output, &cli->error);
    }
    return cli_finish(cli);
}

bool cli_parse(lyh_cli *cli, int argc, char **argv, const char *usage, const char *summary,
               const GOptionEntry *own, int *exit)
{
    common_options common = { 0 };
    gboolean wants_help = FALSE;
    /* FILENAME rather than STRING: GLib would convert strings from a locale that is never set. */
    const GOptionEntry entries[] = {
        { "format", 'f', 0, G_OPTION_ARG_FILENAME, &common.format,
          N_("csv, json or text; tables also md, latex, xlsx or sav"), N_("FORMAT") },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &cli->output_path,
          N_("write to FILE instead of standard output"), N_("FILE") },
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->is_quiet, N_("say errors only"), NULL },
        { "jobs", 'j', 0, G_OPTION_ARG_INT, &cli->jobs,
          N_("share counting or coding between N processes"), "N" },
        { "log", 0, 0, G_OPTION_ARG_FILENAME, &cli->log_path,
          N_("write to FILE what a report of a fault needs: no text, no names"),
          N_("FILE") },
        { "language", 0, 0, G_OPTION_ARG_FILENAME, &common.language,
          N_("sv or en, for messages and for what is written"), N_("LANGUAGE") },
        { "locale", 0, 0, G_OPTION_ARG_FILENAME, &common.locale,
          N_("C for commas, decimal points and CRLF in CSV"), N_("LOCALE") },
        { "show-text", 0, 0, G_OPTION_ARG_NONE, &cli->shows_text,
          N_("show lines of transcripts in messages"), NULL },
        { "yes", 'y', 0, G_OPTION_ARG_NONE, &cli->says_yes, N_("answer yes to questions"),
          NULL },
        { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_("show this help"), NULL },
        G_OPTION_ENTRY_NULL
    };
    if (cli->completion) {
        completion_take(cli, own, entries);
        return false;
    }
    const help_usage help = { cli->command, usage, summary, own, entries };
    log_note_options(cli, argc, argv, own, entries);
    g_autoptr(GOptionContext) context = context_of(&help);
    g_autoptr(GError) error = NULL;
    bool is_fine = false;
    *exit = EXIT_USAGE;
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        *exit = say_option_error(cli, error);
    } else if (wants_help) {
        *exit = show_help(cli, &help, common.format);
    } else {
        keep_arguments(cli, argc, argv);
        is_fine = take_format(cli, common.format) && take_locale(cli, common.locale) &&
                  take_language(cli, common.language) && take_output(cli);
    }
    g_free(common.format);
    g_free(common.locale);
    g_free(common.language);
    return is_fine;
}
