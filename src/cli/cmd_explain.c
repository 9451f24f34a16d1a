#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "outgoing.h"

/* Tables whose numbers can be explained; survey and manifest have rows of their own. */
static const explain_table *const tables[] = {
    &explain_asked,    &explain_cases,     &explain_cooccurrence, &explain_documents,
    &explain_persons,  &explain_questions, &explain_tally,        &explain_timeline,
    &explain_typology, &explain_weight,
};

static const explain_table manifest = {
    .name = "manifest",
    .arguments = "FILE",
    .words = 1,
};

static const explain_table survey = {
    .name = "survey",
    .arguments = "QUESTION ALTERNATIVE[@BACKGROUND=VALUE]",
    .words = 2,
};

static const explain_table *table_of(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        if (strcmp(tables[i]->name, name) == 0)
            return tables[i];
    return strcmp(name, manifest.name) == 0 ? &manifest
           : strcmp(name, survey.name) == 0 ? &survey
                                            : NULL;
}

/* ---- where it may be written ---- */

static bool may_write(lyh_cli *cli)
{
    if (!cli->output_path || !outgoing_is(cli->output_path))
        return true;
    lyh_diags_error(cli->diags, "explain-reports", lyh_place_file(cli->output_path),
                    "what is in reports/ is for handing over, and this is people's own "
                    "words with their ids; write it beside the transcripts, if at all");
    return lyh_error_set(&cli->error, LYH_ERROR_NOT_ALLOWED, 0, "");
}

/* ---- what is asked for ---- */

/* [STUDY] TABLE WORDS…: which word the table is; a study may be called as a table. */
static const explain_table *find_table(const lyh_cli *cli, char **words, guint *at)
{
    guint count = g_strv_length(words);
    for (*at = 0; *at < 2 && *at < count; ++*at) {
        const explain_table *table = table_of(words[*at]);
        if (table && *at + 1 + table->words == count)
            return table;
    }
    const explain_table *meant = count > 0 ? table_of(words[0]) : NULL;
    if (!meant && count > 1)
        meant = table_of(words[1]);
    if (meant) {
        cli_usage(cli, "table '%s' is explained as: lyhord explain [STUDY] %s %s",
                  meant->name, meant->name, meant->arguments);
        return NULL;
    }
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        g_string_append_printf(known, "%s, ", tables[i]->name);
    cli_usage(cli,
              "explain wants a table and a cell, such as: lyhord explain tally "
              "bemötande.minus; tables are %s%s, %s",
              known->str, survey.name, manifest.name);
    return NULL;
}

static int explain_named(lyh_cli *cli, cli_inputs *inputs, const explain_table *table,
                         char **words)
{
    g_autoptr(lyh_study) study = may_write(cli) ? cli_study(cli, inputs, true) : NULL;
    bool is_same = true;
    if (study && table == &manifest)
        is_same = explain_manifest(cli, study, inputs->folder, words[0]);
    else if (study && table == &survey)
        explain_survey(cli, study, words, inputs->suggested);
    else if (study && cli_has_codebook(cli, study))
        explain_codings(cli, study, table, words, inputs->suggested);
    int exit = cli_finish(cli);
    return exit == EXIT_FINE && !is_same ? EXIT_WARNINGS : exit;
}

int cmd_explain(lyh_cli *cli, int argc, char **argv)
{
    g_auto(cli_inputs) inputs = { 0 };
    const GOptionEntry own[] = { { "suggested", 0, 0, G_OPTION_ARG_NONE, &inputs.suggested,
                                   N_("count the machine's suggestions too"), NULL },
                                 G_OPTION_ENTRY_NULL };
    int exit;
    if (!cli_parse(cli, argc, argv, "[STUDY] TABLE CELL… | manifest FILE",
                   N_("List the statements behind a number"), own, &exit))
        return exit;
    guint at;
    const explain_table *table = find_table(cli, cli->arguments, &at);
    if (!table)
        return EXIT_USAGE;
    /* What is left names the study. */
    g_auto(GStrv) words = g_strdupv(cli->arguments + at + 1);
    for (guint i = at; cli->arguments[i]; i++)
        g_clear_pointer(&cli->arguments[i], g_free);
    return explain_named(cli, &inputs, table, words);
}
