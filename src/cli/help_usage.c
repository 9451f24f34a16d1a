/*
 * The help of a command, from its options and its page.
 */
#include <string.h>

#include <lyhord/base/text.h>

#include "help.h"

enum {
    LINE = 72,   /* characters: a line people read without losing it */
    MARGIN = 26, /* where the words about an option begin */
};

/* One line of the page; lines that begin with a space are set as they stand. */
static void write_line(lyh_output *output, const char *line, size_t indent)
{
    if (*line == ' ') {
        lyh_output_printf(output, "%s\n", line);
        return;
    }
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    size_t column = 0;
    for (char **word = words; *word; word++) {
        size_t width = lyh_text_length(*word, strlen(*word));
        bool starts_line = column == 0 || indent + column + 1 + width > LINE;
        if (starts_line && column > 0)
            lyh_output_text(output, "\n");
        if (starts_line && **word)
            lyh_output_printf(output, "%*s", (int)indent, "");
        lyh_output_printf(output, "%s%s", starts_line ? "" : " ", *word);
        column = starts_line ? width : column + 1 + width;
    }
    lyh_output_text(output, "\n");
}

void help_write_wrapped(lyh_output *output, const char *text, size_t indent)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        write_line(output, *line, indent);
}

char *help_option_name(const GOptionEntry *option, const lyh_catalog *catalog)
{
    GString *name = g_string_new("");
    if (option->short_name)
        g_string_append_printf(name, "-%c, ", option->short_name);
    g_string_append_printf(name, "--%s", option->long_name);
    if (option->arg_description)
        g_string_append_printf(name, "=%s", lyh_tr(catalog, option->arg_description));
    return g_string_free(name, FALSE);
}

/* Its words stand beside a short name, below a long one. */
static void write_option(lyh_output *output, const GOptionEntry *option,
                         const lyh_catalog *catalog)
{
    g_autofree char *name = help_option_name(option, catalog);
    g_autofree char *named = g_strconcat("  ", name, NULL);
    size_t width = lyh_text_length(named, strlen(named));
    lyh_output *words = lyh_output_to_memory();
    size_t size;
    help_write_wrapped(words, lyh_tr(catalog, option->description), MARGIN);
    g_autofree char *described = lyh_output_take(words, &size);
    if (width + 2 <= MARGIN)
        lyh_output_printf(output, "%s%s", named, described + width);
    else
        lyh_output_printf(output, "%s\n%s", named, described);
}

static void write_options(lyh_output *output, const char *heading,
                          const GOptionEntry *options, const lyh_catalog *catalog)
{
    if (!options || !options->long_name)
        return;
    lyh_output_printf(output, "\n%s\n", lyh_tr(catalog, heading));
    for (const GOptionEntry *option = options; option->long_name; option++)
        write_option(output, option, catalog);
}

static void write_examples(lyh_output *output, const help_command *page,
                           const lyh_catalog *catalog)
{
    if (!page->examples[0].command)
        return;
    lyh_output_printf(output, "\n%s\n", lyh_tr(catalog, "Examples:"));
    for (size_t i = 0; page->examples[i].command; i++) {
        lyh_output_printf(output, "  %s\n", page->examples[i].command);
        help_write_wrapped(output, lyh_tr(catalog, page->examples[i].what), 6);
    }
}

void help_write_usage(lyh_output *output, const help_usage *usage,
                      const lyh_catalog *catalog)
{
    const help_command *page = help_command_find(usage->name);
    lyh_output_printf(output, lyh_tr(catalog, "Usage: lyhord %s [OPTION…] %s"), usage->name,
                      lyh_tr(catalog, usage->words));
    lyh_output_printf(output, "\n\n%s\n", lyh_tr(catalog, usage->summary));
    for (size_t i = 0; page && page->about[i]; i++) {
        lyh_output_text(output, "\n");
        help_write_wrapped(output, lyh_tr(catalog, page->about[i]), 0);
    }
    const help_page *topic = help_topic_find(usage->name);
    if (topic) {
        lyh_output_text(output, "\n");
        help_write_wrapped(output, lyh_tr(catalog, topic->text), 0);
    }
    write_options(output, N_("Options:"), usage->own, catalog);
    write_options(output, N_("Options of every command:"), usage->everywhere, catalog);
    if (page)
        write_examples(output, page, catalog);
}
