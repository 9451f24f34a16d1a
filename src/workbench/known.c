#include "known.h"

#include <string.h>

#include <glib.h>

#include "../store/autoptr.h"

/* Beyond so many documents read by themselves, all are read at once again. */
#define MOST_FRESH 32u

/* Codings @first to @end of a list: those of one document. */
typedef struct known_range {
    const lyh_stored_codings *list;
    size_t first, end;
} known_range;

struct known_codings {
    lyh_journal *journal;
    uint64_t last; /* the event up to which all this is so */
    lyh_stored_codings *all;
    GHashTable *fresh;  /* char * -> lyh_stored_codings: documents read since */
    GHashTable *ranges; /* char * -> known_range; the names are the lists' own */
    GPtrArray *names;   /* const char *: of the ranges, sorted */
    lyh_stored_done *done;
    GHashTable
        *open_pairs; /* char *, a document -> GHashTable, "one\nother" -> 1 + yes or no */
};

known_codings *known_new(lyh_journal *journal)
{
    known_codings *known = g_new0(known_codings, 1);
    known->journal = journal;
    known->fresh =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                              (GDestroyNotify)(void (*)(void))lyh_stored_codings_free);
    known->ranges = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    known->names = g_ptr_array_new();
    known->open_pairs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify)g_hash_table_unref);
    return known;
}

void known_free(known_codings *known)
{
    if (!known)
        return;
    g_ptr_array_unref(known->names);
    g_hash_table_unref(known->open_pairs);
    g_hash_table_unref(known->ranges);
    g_hash_table_unref(known->fresh);
    lyh_stored_codings_free(known->all);
    lyh_stored_done_free(known->done);
    g_free(known);
}

/* ---- which documents events are about ---- */

/* What is about documents, and may be anything: then all is read again. */
typedef struct touched_documents {
    lyh_journal *journal;
    GHashTable *names;
    GArray *targets; /* lyh_event_id: of events whose document their targets know */
    bool is_found, is_all;
} touched_documents;

static bool note_event(void *user, uint64_t number, const lyh_event *event)
{
    (void)number;
    touched_documents *touched = user;
    touched->is_found = true;
    switch (event->kind) {
    case LYH_EVENT_CODE:
    case LYH_EVENT_ACCEPT:
    case LYH_EVENT_REJECT:
    case LYH_EVENT_AGREED:
        g_hash_table_add(touched->names, g_strdup(event->place.document));
        break;
    case LYH_EVENT_RECODE:
    case LYH_EVENT_UNCODE:
    case LYH_EVENT_MARK:
    case LYH_EVENT_UNDO:
        g_array_append_val(touched->targets, event->target);
        break;
    case LYH_EVENT_MEMO:
    case LYH_EVENT_DONE:
    case LYH_EVENT_PLACE:
        break; /* no coding is another for it */
    default:
        touched->is_all = true;
    }
    return !touched->is_all;
}

/* The targets' targets too, until each is an event that says where it is. */
static bool find_targets(touched_documents *touched, lyh_error *error)
{
    for (guint i = 0; !touched->is_all && i < touched->targets->len; i++) {
        lyh_event_id id = g_array_index(touched->targets, lyh_event_id, i);
        touched->is_found = false;
        if (!lyh_journal_find(touched->journal, id, note_event, touched, error))
            return false;
        touched->is_all |= !touched->is_found;
    }
    return true;
}

/* ---- reading ---- */

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(known_codings *known)
{
    GHashTableIter iter;
    gpointer name;
    g_ptr_array_set_size(known->names, 0);
    g_hash_table_iter_init(&iter, known->ranges);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(known->names, name);
    g_ptr_array_sort(known->names, by_name);
}

/* The list stands by document: each is one range of it. */
static void add_ranges(known_codings *known, const lyh_stored_codings *list)
{
    size_t count = lyh_stored_codings_count(list);
    for (size_t first = 0, end; first < count; first = end) {
        const char *name = lyh_stored_codings_at(list, first)->place.document;
        for (end = first + 1; end < count; end++)
            if (strcmp(lyh_stored_codings_at(list, end)->place.document, name) != 0)
                break;
        const known_range range = { list, first, end };
        g_hash_table_replace(known->ranges, g_strdup(name),
                             g_memdup2(&range, sizeof range));
    }
}

static bool read_all(known_codings *known, lyh_error *error)
{
    lyh_stored_codings *all = lyh_journal_codings(known->journal, NULL, NULL, error);
    if (!all)
        return false;
    g_hash_table_remove_all(known->ranges);
    g_hash_table_remove_all(known->open_pairs);
    g_hash_table_remove_all(known->fresh);
    lyh_stored_codings_free(known->all);
    known->all = all;
    add_ranges(known, all);
    return true;
}

static bool read_document(known_codings *known, const char *name, lyh_error *error)
{
    lyh_stored_codings *list = lyh_journal_codings(known->journal, NULL, name, error);
    if (!list)
        return false;
    g_hash_table_remove(known->ranges, name);
    g_hash_table_remove(known->open_pairs, name);
    g_hash_table_replace(known->fresh, g_strdup(name), list);
    add_ranges(known, list);
    return true;
}

static bool read_touched(known_codings *known, lyh_error *error)
{
    g_autoptr(GHashTable) names =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(lyh_event_id));
    touched_documents touched = { known->journal, names, targets, false, false };
    if (!lyh_journal_read(known->journal, known->last, note_event, &touched, error) ||
        !find_targets(&touched, error))
        return false;
    if (touched.is_all ||
        g_hash_table_size(names) + g_hash_table_size(known->fresh) > MOST_FRESH)
        return read_all(known, error);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!read_document(known, name, error))
            return false;
    return true;
}

static bool read_done(known_codings *known, lyh_error *error)
{
    lyh_stored_done *done = lyh_journal_done(known->journal, error);
    if (!done)
        return false;
    lyh_stored_done_free(known->done);
    known->done = done;
    return true;
}

bool known_refresh(known_codings *known, lyh_error *error)
{
    uint64_t last;
    if (!lyh_journal_last(known->journal, &last, error))
        return false;
    if (known->all && last == known->last)
        return true;
    /* what another program writes in the meantime is seen at the next refresh */
    bool is_more = known->all && last > known->last;
    if (!(is_more ? read_touched(known, error) : read_all(known, error)) ||
        !read_done(known, error))
        return false;
    known->last = last;
    sort_names(known);
    return true;
}

/* ---- what is there ---- */

bool known_is_done(const known_codings *known, const char *document, const char *coder)
{
    return lyh_stored_done_has(known->done, document, coder);
}

bool known_sees(const known_codings *known, const char *viewer, const char *document,
                const char *coder)
{
    return lyh_stored_done_sees(known->done, viewer, document, coder);
}

const char *const *known_documents(const known_codings *known, size_t *count)
{
    *count = known->names->len;
    return (const char *const *)(const void *)known->names->pdata;
}

/* ---- what two have gone through ---- */

static bool find_open_pairs(const known_codings *known, const char *document,
                            const char *one, const char *other, bool *is_open)
{
    lyh_error error = { 0 };
    g_autoptr(lyh_pairs) pairs =
        lyh_journal_pairs(known->journal, document, one, other, &error);
    *is_open = false;
    for (size_t i = 0; pairs && !*is_open && i < lyh_pairs_count(pairs); i++)
        *is_open = !lyh_pairs_at(pairs, i)->agreed;
    return pairs != NULL;
}

bool known_has_open_pairs(known_codings *known, const char *document, const char *one,
                          const char *other)
{
    g_autofree char *names = g_strdup_printf("%s\n%s", one, other);
    GHashTable *told = g_hash_table_lookup(known->open_pairs, document);
    if (!told) {
        told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert(known->open_pairs, g_strdup(document), told);
    }
    guint known_already = GPOINTER_TO_UINT(g_hash_table_lookup(told, names));
    bool is_open = known_already == 2;
    if (known_already == 0 && find_open_pairs(known, document, one, other, &is_open))
        g_hash_table_insert(told, g_steal_pointer(&names), GUINT_TO_POINTER(1 + is_open));
    return is_open;
}

static void visit_range(const known_codings *known, const char *name,
                        void (*visitor)(void *user, const lyh_stored_coding *coding),
                        void *user)
{
    const known_range *range = g_hash_table_lookup(known->ranges, name);
    for (size_t i = range ? range->first : 0; range && i < range->end; i++)
        visitor(user, lyh_stored_codings_at(range->list, i));
}

void known_visit(const known_codings *known, const char *document,
                 void (*visitor)(void *user, const lyh_stored_coding *coding), void *user)
{
    if (document)
        visit_range(known, document, visitor, user);
    for (guint i = 0; !document && i < known->names->len; i++)
        visit_range(known, known->names->pdata[i], visitor, user);
}
