/**
 * What the files of the command agree share: the list of documents, the coders' files, and how what
 * was found is written.
 */
#ifndef LYHORD_CLI_AGREE_H
#define LYHORD_CLI_AGREE_H

#include <lyhord/coding/agreement.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"
#include "../coding/autoptr.h"
#include "rows.h"

/* ---- LIST.csv: document;file;coders ---- */

typedef struct agree_listed {
    char *document; /* clean */
    char *path;     /* from the working folder; NULL: none is named */
    char *coders;   /* who has read it, separated by `|`; "" for everyone */
    bool *reads;    /* the same for each coder, or NULL for everyone */
    lyh_place place;
    bool is_seen;
} agree_listed;

typedef struct agree_list agree_list;

/** NULL: see @diags and @error. */
agree_list *agree_list_read(const char *path, lyh_diags *diags, lyh_error *error);
/** NULL is fine. */
void agree_list_free(agree_list *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(agree_list, agree_list_free)

size_t agree_list_count(const agree_list *list);
agree_listed *agree_list_at(const agree_list *list, size_t index);
/** The row of @document, or NULL. */
agree_listed *agree_list_find(const agree_list *list, const char *document);
/** Say of every document which coders have read it; a name that is no coder's is an error. */
void agree_list_set_readers(const agree_list *list, const lyh_agreement *agreement,
                            lyh_diags *diags);

/* ---- the coders' files ---- */

typedef struct agree_coders {
    GPtrArray *paths;   /* char * */
    bool are_sets;      /* of a study: study.db's, where there is one */
    GPtrArray *tables;  /* lyh_csv *, until its reader takes it over; then NULL */
    GPtrArray *files;   /* lyh_codings_file * */
    lyh_source *source; /* of a codebook made from the files themselves */
    lyh_codebook *made;
} agree_coders;

void agree_coders_clear(agree_coders *coders);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(agree_coders, agree_coders_clear)

/**
 * Take the study's folder, if one is named, and the coders' files from @arguments. The folder
 * is g_free()d by the caller; NULL when the files lie in no study and there is none here.
 */
char *agree_coders_take(agree_coders *coders, char *const *arguments);
/** Without files: all sets of codings of @folder but gemensam.csv, which is no one coder's. */
void agree_coders_take_all(agree_coders *coders, const char *folder, lyh_diags *diags,
                           lyh_error *error);
/**
 * Read them. @codebook NULL: the codes are those the files name. Returns the codebook, or NULL
 * with diagnostics when a file is wrong or the machine fails (@error).
 */
const lyh_codebook *agree_coders_read(agree_coders *coders, const lyh_codebook *codebook,
                                      lyh_diags *diags, lyh_error *error);
/** Make them the coders of @agreement; fewer than two is an error. */
void agree_coders_join(const agree_coders *coders, lyh_agreement *agreement,
                       lyh_diags *diags);

/* ---- what was found ---- */

typedef struct agree_view {
    lyh_cli *cli;
    lyh_agreement *agreement;
    const lyh_codebook *codebook;
    lyh_agreement_unit unit;
    bool coded_only;
} agree_view;

/** What is said of every code, in the codebook's order. g_free(). */
lyh_agreed *agree_measure(const agree_view *view);
/** The same as a table. */
lyh_table *agree_table(const agree_view *view, const lyh_agreed *agreed);
/** How to read it; of our own words only, so it need not pass the gate, which knows Cohen as a name. */
void agree_table_add_notes(const agree_view *view, lyh_table *table);
/** What stands under the table is lost in a CSV: say it. */
void agree_tell_notes(const agree_view *view, const lyh_table *table);
/** Is α of every code that has one at least @least? Says which are below; none at all is below too. */
bool agree_reaches(const agree_view *view, const lyh_agreed *agreed, double least);

/** Where the coders differ: begin rows of them. NULL: cli->error is set. */
cli_rows *agree_rows_new(const agree_view *view, GPtrArray *names);
/** The disagreements of document @index; @document is NULL without its text, called @name then too. */
void agree_rows_write(const agree_view *view, cli_rows *rows, size_t index,
                      const char *name, const lyh_document *document);

#endif
