/**
 * What a shell proposes after lyhord and TAB: made from the table of commands and from the options that
 * each command itself takes, so that neither has a list of its own.
 */
#ifndef LYHORD_CLI_COMPLETION_H
#define LYHORD_CLI_COMPLETION_H

#include "cli.h"

/** One option of a command. */
typedef struct completion_option {
    const char *name; /* without its dashes; lent by the command's table */
    char letter;      /* or 0 */
    bool takes_value; /* of some kind; @words says which, where they are few */
    char *words; /* with a space between; NULL: a file, or what only the person knows */
    const char *summary; /* translated */
} completion_option;

/** A command, or a word of one that has words of its own. */
typedef struct completion_command {
    const char *name;    /* "tally", "codebook diff" */
    const char *summary; /* translated */
    char *words; /* what may stand first behind it, with a space between; NULL: a file */
    GArray *options; /* of completion_option */
} completion_command;

/** All of them, each with the options that it takes. */
typedef struct completion_list {
    const lyh_catalog *catalog;
    GPtrArray *commands; /* of completion_command */
} completion_list;

/** Called by cli_parse() in the place of parsing: keep @own (may be NULL) and @common as the command's options. */
void completion_take(lyh_cli *cli, const GOptionEntry *own, const GOptionEntry *common);

/** Print the script for @shell: bash, fish or zsh (NULL: misused). Returns the exit code. */
int completion_print(lyh_cli *cli, const char *shell);

/** The scripts, a shell each; @script is what they are written to. */
void completion_write_bash(const completion_list *list, GString *script);
void completion_write_fish(const completion_list *list, GString *script);
void completion_write_zsh(const completion_list *list, GString *script);

#endif
