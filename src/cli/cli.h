/**
 * What every command shares: its options, where it writes, and how it tells people things.
 *
 * Only this folder prints, exits, and reads the clock and the environment.
 */
#ifndef LYHORD_CLI_CLI_H
#define LYHORD_CLI_CLI_H

#include <glib.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/output.h>
#include <lyhord/language/lexicon.h>
#include <lyhord/study/study.h>
#include <lyhord/table/writers.h>

#include "../disclosure/autoptr.h"
#include "../study/autoptr.h"
#include "../table/autoptr.h"
#include "../tally/autoptr.h"

/** Exit codes, after sysexits(3) (docs/architecture.md §5). */
enum {
    EXIT_FINE = 0,
    EXIT_WARNINGS = 1,
    EXIT_USAGE = 64,
    EXIT_DATA = 65,
    EXIT_NO_INPUT = 66,
    EXIT_BUSY = 69,
    EXIT_BUG = 70,
    EXIT_MEMORY = 71,
    EXIT_CANNOT_CREATE = 73,
    EXIT_IO = 74,
    EXIT_NOT_ALLOWED = 77
};

/** How a command's answer is written. */
typedef enum cli_format {
    FORMAT_CSV,
    FORMAT_JSON,
    FORMAT_TEXT,
    FORMAT_MARKDOWN, /* from here on for tables, not for rows without end */
    FORMAT_LATEX,
    FORMAT_XLSX, /* from here on into a file only */
    FORMAT_SAV,
    FORMAT_UNSAID /* only where a command sets it before its options are taken */
} cli_format;

typedef struct lyh_cli {
    const char *command;
    const lyh_catalog *messages; /* the language of what is said to people */
    /* the language of what is written: Swedish unless --language */
    const lyh_catalog *catalog;
    lyh_diags *diags;
    lyh_error error;

    cli_format format;
    /* of a figure: "pdf", "png" or "svg"; of an export: "qdc" or "qdpx"; NULL: -f did not say */
    const char *image;
    lyh_csv_style style;
    char *output_path;       /* NULL: standard output */
    char *log_path;          /* of --log, or NULL */
    const char *options[32]; /* names of those that were given, for the log; literals */
    size_t option_count;
    gboolean is_quiet, says_yes, shows_text;
    bool is_misused; /* found late, and said: the command ends with EXIT_USAGE */
    gint jobs;
    char **arguments; /* what is left when the options are taken, NULL-ended */
    gint64 started;   /* when the command began, for the progress bar */
    /* where cli_parse() tells which options there are, instead of taking any (completion.h); else NULL */
    const struct completion_list *completion;
} lyh_cli;

/** A message of this program's own, "lyhord: …", translated; @format is an English msgid. */
void cli_say(const lyh_cli *cli, const char *format, ...) G_GNUC_PRINTF(2, 3);

/**
 * Take the common options and @own (may be NULL) from the arguments; the rest is in
 * cli->arguments. @usage is what stands after the command's name in its help. False: the exit code is in @exit
 * (help was asked for, or something was wrong and has been said).
 */
bool cli_parse(lyh_cli *cli, int argc, char **argv, const char *usage, const char *summary,
               const GOptionEntry *own, int *exit);

/** What -f takes behind @command: words with a space between. Static. */
const char *cli_formats(const char *command);

/** The first of cli->arguments, which is there, taken from them. g_free(). */
char *cli_take_word(lyh_cli *cli);

/** Say every diagnostic, and the error if there is one, and return the exit code they ask for. */
int cli_finish(lyh_cli *cli);

/** A wrong use of the command: say it and return EXIT_USAGE. */
int cli_usage(const lyh_cli *cli, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** Where the command writes: the -o file or standard output. NULL: cli->error is set. */
lyh_output *cli_output(lyh_cli *cli);

/** Write a table in the format asked for. False: cli->error is set. */
bool cli_write_table(lyh_cli *cli, const lyh_table *table);
/** The same, and finish. */
int cli_finish_with_table(lyh_cli *cli, const lyh_table *table);

/** Path of the Swedish dictionary, without ending: hunspell-sv, or what LYHORD_DICTIONARY names. */
const char *cli_dictionary(void);

/** A lemma from the fallback is worth less, and whoever reads it must know: say so if it was used. */
void cli_warn_without_dictionary(lyh_cli *cli, const lyh_lexicon *lexicon);

/** Nanoseconds of a clock that never goes back: bounds regexes. */
uint64_t cli_clock(void);

/** The day it is here, "2026-05-01". g_free(). */
char *cli_today(void);
/** The moment, as events have it: "2026-05-01T12:00:00Z". g_free(). */
char *cli_now(void);

/** @size bytes that nobody can foretell. */
void cli_random(unsigned char *bytes, size_t size);

/** Is there a person at a terminal who can be asked? Not with --yes or --quiet. */
bool cli_may_ask(const lyh_cli *cli);
/** What the person answers to @question (msgid), without white space at its ends; "" for nothing. g_free(). */
char *cli_ask(const lyh_cli *cli, const char *question);
/** Does the person say yes to @question (msgid), on a terminal or beforehand with --yes? */
bool cli_agrees(lyh_cli *cli, const char *question);

/** Options every command that reads a study or transcripts takes. */
typedef struct cli_inputs {
    char *codebook, *respondents, *guide, *roles;
    char *survey, *questions;
    gboolean suggested, plain, allow_missing, doubts;
    lyh_judging judging; /* what the command asks of what rules find */
    char *folder;        /* found; g_free() by cli_inputs_clear() */
} cli_inputs;

/**
 * The study that cli->arguments (a study folder, or transcripts, or nothing: the folder above)
 * and @inputs name. NULL: call cli_finish(). With @needs_study, transcripts alone are not enough.
 */
lyh_study *cli_study(lyh_cli *cli, cli_inputs *inputs, bool needs_study);
void cli_inputs_clear(cli_inputs *inputs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(cli_inputs, cli_inputs_clear)

/**
 * The folder of the study that cli->arguments name, or of the one here or above, for commands that need not read
 * it; g_free(). NULL: said, and cli->error is set.
 */
char *cli_study_folder(lyh_cli *cli);

/** Is @roles (may be NULL) one of those there are? False: the usage has been said. */
bool cli_knows_roles(const lyh_cli *cli, const char *roles);

/** A codebook is needed: say so when @study has none. */
bool cli_has_codebook(lyh_cli *cli, lyh_study *study);

/**
 * Is the -o file one of the codings of the study in @folder (may be NULL)? It may hold decisions, and
 * suggestions never take its place: true after a diagnostic.
 */
bool cli_codings_in_the_way(lyh_cli *cli, const char *folder);

int cmd_agree(lyh_cli *cli, int argc, char **argv);
int cmd_anonymize(lyh_cli *cli, int argc, char **argv);
int cmd_chart(lyh_cli *cli, int argc, char **argv);
int cmd_check(lyh_cli *cli, int argc, char **argv);
int cmd_code(lyh_cli *cli, int argc, char **argv);
int cmd_codebook(lyh_cli *cli, int argc, char **argv);
int cmd_evaluate(lyh_cli *cli, int argc, char **argv);
int cmd_explain(lyh_cli *cli, int argc, char **argv);
int cmd_export(lyh_cli *cli, int argc, char **argv);
int cmd_help(lyh_cli *cli, int argc, char **argv);
int cmd_import(lyh_cli *cli, int argc, char **argv);
int cmd_init(lyh_cli *cli, int argc, char **argv);
int cmd_kwic(lyh_cli *cli, int argc, char **argv);
int cmd_merge(lyh_cli *cli, int argc, char **argv);
int cmd_purge(lyh_cli *cli, int argc, char **argv);
int cmd_report(lyh_cli *cli, int argc, char **argv);
int cmd_status(lyh_cli *cli, int argc, char **argv);
int cmd_suggest(lyh_cli *cli, int argc, char **argv);
int cmd_survey(lyh_cli *cli, int argc, char **argv);
int cmd_tally(lyh_cli *cli, int argc, char **argv);
int cmd_tokens(lyh_cli *cli, int argc, char **argv);
int cmd_turns(lyh_cli *cli, int argc, char **argv);
int cmd_undo(lyh_cli *cli, int argc, char **argv);
int cmd_withdraw(lyh_cli *cli, int argc, char **argv);
int cmd_workbench(lyh_cli *cli, int argc, char **argv);

typedef struct cli_command {
    const char *name;
    int (*run)(lyh_cli *cli, int argc, char **argv);
    const char *summary; /* msgid */
} cli_command;

/** The table of commands, in alphabetical order. */
extern const cli_command commands[];
extern const size_t command_count;

/** The command called @name among @count of them, or NULL. */
const cli_command *cli_command_find(const cli_command *among, size_t count,
                                    const char *name);

#endif
