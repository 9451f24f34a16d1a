#include <string.h>

#include <lyhord/store/pairs.h>

#include "journal_private.h"

struct lyh_stored_done {
    GHashTable *
        coders; /* char *, a document -> GHashTable, the set of those who are done with it */
};

static void add(const lyh_stored_done *done, const char *document, const char *coder)
{
    GHashTable *coders = g_hash_table_lookup(done->coders, document);
    if (!coders) {
        coders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert(done->coders, g_strdup(document), coders);
    }
    g_hash_table_add(coders, g_strdup(coder));
}

lyh_stored_done *lyh_journal_done(lyh_journal *journal, lyh_error *error)
{
    lyh_stored_done *done = g_new0(lyh_stored_done, 1);
    done->coders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify)g_hash_table_unref);
    sqlite3_stmt *rows =
        database_statement(journal->db, "SELECT document, coder FROM done");
    lyh_error trouble = { 0 };
    while (database_row(journal->db, rows, &trouble))
        add(done, column_text(rows, 0), column_text(rows, 1));
    if (trouble.kind == LYH_ERROR_NONE)
        return done;
    lyh_stored_done_free(done);
    *error = trouble;
    return NULL;
}

void lyh_stored_done_free(lyh_stored_done *done)
{
    if (!done)
        return;
    g_hash_table_unref(done->coders);
    g_free(done);
}

bool lyh_stored_done_has(const lyh_stored_done *done, const char *document,
                         const char *coder)
{
    GHashTable *coders = g_hash_table_lookup(done->coders, document);
    return coders && g_hash_table_contains(coders, coder);
}

bool lyh_stored_done_sees(const lyh_stored_done *done, const char *viewer,
                          const char *document, const char *coder)
{
    if (strcmp(viewer, coder) == 0)
        return true;
    /* what was decided together was decided by those who are done */
    return lyh_stored_done_has(done, document, viewer) &&
           (strcmp(coder, LYH_TOGETHER) == 0 || lyh_stored_done_has(done, document, coder));
}
