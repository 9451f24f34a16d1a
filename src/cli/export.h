/** What the files of `export` share. */
#ifndef LYHORD_CLI_EXPORT_H
#define LYHORD_CLI_EXPORT_H

#include "exchange.h"

/** What an export has been asked for, and what it holds: for what is said about it. */
typedef struct export_work {
    lyh_cli *cli;
    lyh_study *study;
    const char *folder;
    const char *coder; /* only this set, or NULL */
    exchange_coders coders;
    size_t codings, left_open, left_rejected; /* told, and those that are nobody's yes */
} export_work;

/**
 * Hand every transcript with each set's codings in it to @visitor, until it says false. False when there
 * were errors, or @visitor said so.
 */
bool export_walk(export_work *work,
                 bool (*visitor)(export_work *work, const lyh_document *document,
                                 const char *set, const lyh_codings *codings, void *user),
                 bool (*begin)(export_work *work, const lyh_document *document, void *user),
                 void *user);

/** The study as a project: with @with_texts all of it, else its codes alone. NULL: see cli. lyh_refi_free(). */
lyh_refi *export_project(export_work *work, bool with_texts);

/** The codings of all sets as rows of a codings file. */
bool export_csv(export_work *work, lyh_output *output);
/** The same as a table, with the attributes of who said it. NULL: see cli. lyh_table_free(). */
lyh_table *export_table(export_work *work);

#endif
