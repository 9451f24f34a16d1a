/** What `lyhord help` knows beside the commands: diagnostics and topics, a paragraph each. */
#ifndef LYHORD_CLI_HELP_H
#define LYHORD_CLI_HELP_H

#include <stddef.h>

#include <lyhord/base/catalog.h>

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

/** The page of the topic @name, which is there, in lines people can read. free(). */
char *help_topic_wrapped(const char *name, const lyh_catalog *catalog);

#endif
