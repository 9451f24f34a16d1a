/*
 * Man pages in scdoc(5), from the same words as the help.
 */
#include <string.h>

#include "cli.h"
#include "help.h"

/* What scdoc would take for its own marks is escaped. */
static void write_escaped(lyh_output *output, const char *text)
{
    for (const char *at = text; *at; at++) {
        bool begins_line = at == text || at[-1] == '\n';
        if (strchr("\\*_", *at) || (begins_line && strchr("#-.|[]!;`", *at)))
            lyh_output_text(output, "\\");
        lyh_output_printf(output, "%c", *at);
    }
}

static void write_heading(lyh_output *output, const char *heading,
                          const lyh_catalog *catalog)
{
    lyh_output_printf(output, "\n# %s\n\n", lyh_tr(catalog, heading));
}

/* "lyhord-codebook-merge" */
static char *page_name(const char *name)
{
    char *joined = g_strconcat("lyhord-", name, NULL);
    return g_strdelimit(joined, " ", '-');
}

static void write_title(lyh_output *output, const char *name, int section,
                        const char *summary, const lyh_catalog *catalog)
{
    lyh_output_printf(output, "%s(%d) \"\" \"Lyhörd\"\n", name, section);
    write_heading(output, N_("NAME"), catalog);
    write_escaped(output, name);
    lyh_output_text(output, " - ");
    write_escaped(output, summary);
    lyh_output_text(output, "\n");
}

/* Lines that begin with a space are shown as they stand. */
static void write_paragraphs(lyh_output *output, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    bool is_literal = false;
    for (char **line = lines; *line; line++) {
        if ((**line == ' ') != is_literal) {
            is_literal = !is_literal;
            lyh_output_text(output, is_literal ? "\n```\n" : "```\n");
        }
        if (is_literal)
            lyh_output_text(output, *line);
        else
            write_escaped(output, *line);
        lyh_output_text(output, "\n");
    }
    if (is_literal)
        lyh_output_text(output, "```\n");
}

static void write_options(lyh_output *output, const char *heading,
                          const GOptionEntry *options, const lyh_catalog *catalog)
{
    if (!options || !options->long_name)
        return;
    write_heading(output, heading, catalog);
    for (const GOptionEntry *option = options; option->long_name; option++) {
        g_autofree char *name = help_option_name(option, catalog);
        lyh_output_text(output, "*");
        write_escaped(output, name);
        lyh_output_text(output, "*\n\t");
        write_escaped(output, lyh_tr(catalog, option->description));
        lyh_output_text(output, "\n\n");
    }
}

static void write_examples(lyh_output *output, const help_command *page,
                           const lyh_catalog *catalog)
{
    if (!page->examples[0].command)
        return;
    write_heading(output, N_("EXAMPLES"), catalog);
    for (size_t i = 0; page->examples[i].command; i++) {
        lyh_output_text(output, "*");
        write_escaped(output, page->examples[i].command);
        lyh_output_text(output, "*\n\t");
        write_escaped(output, lyh_tr(catalog, page->examples[i].what));
        lyh_output_text(output, "\n\n");
    }
}

static void write_see_also(lyh_output *output, const lyh_catalog *catalog)
{
    write_heading(output, N_("SEE ALSO"), catalog);
    lyh_output_text(output, "*lyhord*(1), *lyhord-exit-codes*(7)\n");
}

void help_write_man(lyh_output *output, const help_usage *usage, const lyh_catalog *catalog)
{
    const help_command *page = help_command_find(usage->name);
    g_autofree char *name = page_name(usage->name);
    g_auto(GStrv) summary = g_strsplit(lyh_tr(catalog, usage->summary), "\n", 2);
    write_title(output, name, 1, summary[0], catalog);
    write_heading(output, N_("SYNOPSIS"), catalog);
    lyh_output_printf(output, "*lyhord %s* ", usage->name);
    g_autofree char *synopsis =
        g_strconcat(lyh_tr(catalog, "[OPTION…]"), " ", lyh_tr(catalog, usage->words), NULL);
    write_escaped(output, synopsis);
    lyh_output_text(output, "\n");
    if (page)
        write_heading(output, N_("DESCRIPTION"), catalog);
    for (size_t i = 0; page && page->about[i]; i++) {
        write_escaped(output, lyh_tr(catalog, page->about[i]));
        lyh_output_text(output, "\n\n");
    }
    const help_page *topic = help_topic_find(usage->name);
    if (topic)
        write_paragraphs(output, lyh_tr(catalog, topic->text));
    write_options(output, N_("OPTIONS"), usage->own, catalog);
    write_options(output, N_("OPTIONS OF EVERY COMMAND"), usage->everywhere, catalog);
    if (page)
        write_examples(output, page, catalog);
    write_see_also(output, catalog);
}

void help_write_man_of_page(lyh_output *output, const help_page *page,
                            const lyh_catalog *catalog)
{
    g_autofree char *name = page_name(page->name);
    write_title(output, name, 7, lyh_tr(catalog, "what Lyhörd's users ask about"), catalog);
    write_heading(output, N_("DESCRIPTION"), catalog);
    write_paragraphs(output, lyh_tr(catalog, page->text));
    write_see_also(output, catalog);
}

void help_write_man_of_program(lyh_output *output, const lyh_catalog *catalog)
{
    write_title(output, "lyhord", 1,
                lyh_tr(catalog, "from interviews with users of a service to codes, counts "
                                "and a report"),
                catalog);
    write_heading(output, N_("SYNOPSIS"), catalog);
    write_escaped(output, lyh_tr(catalog, "lyhord COMMAND [OPTIONS] [STUDY | FILE…]"));
    write_heading(output, N_("COMMANDS"), catalog);
    for (size_t i = 0; i < command_count; i++) {
        g_autofree char *name = page_name(commands[i].name);
        lyh_output_printf(output, "*%s*(1)\n\t", name);
        write_escaped(output, lyh_tr(catalog, commands[i].summary));
        lyh_output_text(output, "\n\n");
    }
    write_heading(output, N_("TOPICS"), catalog);
    const char *between = "";
    for (size_t i = 0; i < help_topic_count; i++) {
        const char *topic = help_topics[i].name;
        bool is_command = cli_command_find(commands, command_count, topic) != NULL;
        g_autofree char *name = page_name(topic);
        lyh_output_printf(output, "%s*%s*(%d)", between, name, is_command ? 1 : 7);
        between = ", ";
    }
    lyh_output_text(output, "\n");
}
