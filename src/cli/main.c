#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "cli.h"
#include "completion.h"
#include "language.h"
#include "log.h"
#include "memory.h"
#include "versions.h"

const cli_command commands[] = {
    { "agree", cmd_agree, N_("Measure how far coders agree, and list where they do not") },
    { "anonymize", cmd_anonymize,
      N_("Propose replacements for what points at people, and make them") },
    { "chart", cmd_chart, N_("Draw a figure of the counts") },
    { "check", cmd_check, N_("Look for mistakes in everything a study has") },
    { "code", cmd_code, N_("Suggest codings after the codebook's rules") },
    { "codebook", cmd_codebook, N_("Check, compare, join and improve codebooks") },
    { "evaluate", cmd_evaluate,
      N_("Measure suggestions against what people coded, or words against a treebank") },
    { "explain", cmd_explain, N_("List the statements behind a number") },
    { "export", cmd_export, N_("Take codes and codings out, for other programs") },
    { "help", cmd_help, N_("Explain a command, a topic or a diagnostic") },
    { "import", cmd_import,
      N_("Take in codes, codings and transcripts from other programs and people") },
    { "init", cmd_init, N_("Begin a new study from a template") },
    { "kwic", cmd_kwic, N_("Show where a rule matches, with the words around it") },
    { "merge", cmd_merge, N_("Put partial results of tally --shard together") },
    { "purge", cmd_purge, N_("Destroy the material when its day has come") },
    { "report", cmd_report, N_("Write the report") },
    { "status", cmd_status, N_("Tell where the study stands and what is next") },
    { "suggest", cmd_suggest,
      N_("Suggest sentences to read next, learned from what people accepted and "
         "rejected") },
    { "survey", cmd_survey, N_("Count the answers to a survey") },
    { "tally", cmd_tally, N_("Count how many persons took up each code") },
    { "tokens", cmd_tokens, N_("List words, sentences and lemmas") },
    { "turns", cmd_turns, N_("Show who speaks when, and propose transcripts.csv") },
    { "undo", cmd_undo, N_("Take back what the last command changed in a study") },
    { "withdraw", cmd_withdraw, N_("Take a person who withdraws out of the study") },
    { "workbench", cmd_workbench, N_("Code and decide together on a local page") },
};
const size_t command_count = G_N_ELEMENTS(commands);

/* Interview text must not end up in core files, nor our files be read by others. */
static void be_discreet(void)
{
    umask(077);
    /* 1 and not 0: a core piped to a program is stopped by no other limit, core(5). */
    setrlimit(RLIMIT_CORE, &(struct rlimit){ 1, 1 });
}

int main(int argc, char **argv)
{
    be_discreet();
    memory_watch();

    lyh_cli cli = { .started = g_get_monotonic_time() };
    cli.messages = language_of_messages(argc, argv);
    cli.catalog = lyh_catalog_for("sv");
    cli.diags = lyh_diags_new(cli.messages);

    const char *name = argc > 1 ? argv[1] : "help";
    if (strcmp(name, "--version") == 0) {
        int told = versions_print(&cli);
        lyh_diags_free(cli.diags);
        return told;
    }
    if (strcmp(name, "--complete") == 0) {
        int told = completion_print(&cli, argc > 2 ? argv[2] : NULL);
        lyh_diags_free(cli.diags);
        return told;
    }
    bool asks_for_help = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0;
    const cli_command *command =
        cli_command_find(commands, command_count, asks_for_help ? "help" : name);
    cli.command = command ? command->name : name;
    int exit = command ? command->run(&cli, MAX(argc - 1, 1), argc > 1 ? argv + 1 : argv)
                       : cli_usage(&cli, "there is no command '%s'; see lyhord help", name);

    exit = log_write(&cli, exit);
    lyh_diags_free(cli.diags);
    g_free(cli.output_path);
    g_free(cli.log_path);
    g_strfreev(cli.arguments);
    return exit;
}
