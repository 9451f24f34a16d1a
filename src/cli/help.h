/** What `lyhord help` tells: commands with their options, diagnostics and topics. */
#ifndef LYHORD_CLI_HELP_H
#define LYHORD_CLI_HELP_H

#include <glib.h>
#include <stddef.h>

#include <lyhord/base/catalog.h>
#include <lyhord/base/output.h>

typedef struct help_page {
    const char *name; /* the code under a message, or a topic */
    const char *text; /* msgid: a paragraph */
} help_page;

/** The page of a diagnostic; NULL when there is none, which a test finds. They stand in help_codes/. */
const help_page *help_code(const char *name);

/** The name of the diagnostic @index (from 0), a room behind the other; NULL: there are no more. */
const char *help_code_name(size_t index);

extern const help_page help_topics[];
extern const size_t help_topic_count;

/** The topic @name; NULL when there is none. */
const help_page *help_topic_find(const char *name);

/** What a command is for, and how people use it. The examples are run by a test. */
typedef struct help_command {
    const char *name;     /* "tally", "codebook merge" */
    const char *about[4]; /* msgids: paragraphs, NULL-ended */
    struct {
        const char *command, *what; /* @what: msgid, what it does */
    } examples[4];                  /* NULL-ended */
} help_command;

/** NULL when there is none, which a test finds. */
const help_command *help_command_find(const char *name);

/** All there is to know of how a command is called; from it come help and man page. */
typedef struct help_usage {
    const char *name;               /* as help_command's */
    const char *words;              /* msgid: what stands behind the name */
    const char *summary;            /* msgid */
    const GOptionEntry *own;        /* the command's own options; NULL: none */
    const GOptionEntry *everywhere; /* those of every command */
} help_usage;

/** The help of a command, in lines people can read. */
void help_write_usage(lyh_output *output, const help_usage *usage,
                      const lyh_catalog *catalog);

/** The same as a man page in scdoc(5). */
void help_write_man(lyh_output *output, const help_usage *usage,
                    const lyh_catalog *catalog);

/** The man pages of the program (its commands and topics) and of a topic or diagnostic, in scdoc(5). */
void help_write_man_of_program(lyh_output *output, const lyh_catalog *catalog);
void help_write_man_of_page(lyh_output *output, const help_page *page,
                            const lyh_catalog *catalog);

/** "--by=ATTRIBUTE", or "-f, --format=FORMAT", in @catalog's language. g_free(). */
char *help_option_name(const GOptionEntry *option, const lyh_catalog *catalog);

/**
 * Lines of @text broken where they are longer than people read without losing them, each after
 * @indent spaces; a line that begins with a space is set as it stands.
 */
void help_write_wrapped(lyh_output *output, const char *text, size_t indent);

#endif
