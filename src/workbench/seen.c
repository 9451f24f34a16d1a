#include "seen.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/store/pairs.h>

/* What is looked for, and of one document whose codings may be seen. */
typedef struct seen_walk {
    workbench *bench;
    const seen_filter *filter;
    const char *document;
    GHashTable *coders; /* char * -> may be seen: 1 + yes or no */
    void (*visitor)(void *user, const lyh_stored_coding *coding);
    void *user;
    lyh_error *error;
} seen_walk;

static bool fits(const char *wanted, const char *is)
{
    return !wanted || !*wanted || strcmp(wanted, is) == 0;
}

static bool passes(const seen_filter *filter, const lyh_stored_coding *coding)
{
    return coding->status != LYH_REJECTED && fits(filter->coder, coding->coder) &&
           fits(filter->code, coding->code) &&
           fits(filter->respondent, coding->place.respondent) &&
           fits(filter->polarity, lyh_polarity_name(coding->polarity));
}

/* Asked once of each coder of a document. */
static bool is_seen(const seen_walk *walk, const char *coder)
{
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(walk->coders, coder));
    if (known > 0)
        return known == 2;
    bool is_seen = false;
    const char *viewer = walk->bench->coder ? walk->bench->coder : "";
    lyh_journal_sees(walk->bench->journal, viewer, walk->document, coder, &is_seen,
                     walk->error);
    g_hash_table_insert(walk->coders, g_strdup(coder), GUINT_TO_POINTER(1 + is_seen));
    return is_seen;
}

static void visit(void *user, const lyh_stored_coding *coding)
{
    const seen_walk *walk = user;
    if (passes(walk->filter, coding) && is_seen(walk, coding->coder))
        walk->visitor(walk->user, coding);
}

bool seen_visit(workbench *bench, const seen_filter *filter,
                void (*visitor)(void *user, const lyh_stored_coding *coding), void *user,
                lyh_error *error)
{
    size_t count;
    if (!known_refresh(bench->known, error))
        return false;
    const char *const *documents = known_documents(bench->known, &count);
    g_autoptr(GHashTable) coders =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    seen_walk walk = { bench, filter, NULL, coders, visitor, user, error };
    for (size_t i = 0; i < count && error->kind == LYH_ERROR_NONE; i++) {
        walk.document = documents[i];
        if (!fits(filter->document, walk.document))
            continue;
        g_hash_table_remove_all(coders);
        known_visit(bench->known, walk.document, visit, &walk);
    }
    return error->kind == LYH_ERROR_NONE;
}
