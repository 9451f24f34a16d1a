/* The journal's part in an undo: nothing is deleted there, an event takes another back. */
#include <string.h>

#include <lyhord/store/imports.h>

#include "../store/autoptr.h"
#include "undo_private.h"

/* Which events are taken back: an undo of an undo lets the first hold again. */
typedef struct undo_look {
    undo_record *record; /* or NULL */
    GHashTable *targets; /* id of an UNDO -> id it names, both text */
    GHashTable *gone;    /* ids that are taken back */
} undo_look;

static undo_look look_new(undo_record *record)
{
    return (undo_look){
        .record = record,
        .targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
}

static void look_clear(undo_look *look)
{
    g_hash_table_unref(look->targets);
    g_hash_table_unref(look->gone);
}

static char *text_of(lyh_event_id id)
{
    char text[LYH_EVENT_ID_SIZE];
    lyh_event_id_text(id, text);
    return g_strdup(text);
}

static void note_undo(undo_look *look, const lyh_event *event)
{
    g_autofree char *target = text_of(event->target);
    const char *first = g_hash_table_lookup(look->targets, target);
    g_hash_table_insert(look->targets, text_of(event->id), g_strdup(target));
    if (first)
        g_hash_table_remove(look->gone, first);
    else
        g_hash_table_add(look->gone, g_steal_pointer(&target));
}

static bool note_event(void *user, uint64_t number, const lyh_event *event)
{
    undo_look *look = user;
    if (event->kind == LYH_EVENT_UNDO)
        note_undo(look, event);
    for (guint i = 0; i < look->record->events->len; i++) {
        undo_event *own = &g_array_index(look->record->events, undo_event, i);
        if (!lyh_event_id_equal(own->id, event->id) || own->number > 0)
            continue;
        own->kind = event->kind;
        own->number = number;
        own->who = g_strdup(event->who);
        own->into = g_strdup(event->into);
    }
    return true;
}

bool undo_events_look(undo_record *record, lyh_journal *journal, lyh_error *error)
{
    if (!journal || record->events->len == 0)
        return true;
    undo_look look = look_new(record);
    bool is_read = lyh_journal_read(journal, 0, note_event, &look, error);
    for (guint i = 0; is_read && i < record->events->len; i++) {
        undo_event *event = &g_array_index(record->events, undo_event, i);
        g_autofree char *id = text_of(event->id);
        event->stands = event->number > 0 && !g_hash_table_contains(look.gone, id);
    }
    look_clear(&look);
    return is_read;
}

/* ---- a merge that somebody has built upon ---- */

typedef struct undo_uses {
    const char *into;
    undo_look look;
    GPtrArray *ids; /* char *: of events that put the code somewhere */
} undo_uses;

static bool count_use(void *user, uint64_t number, const lyh_event *event)
{
    (void)number;
    undo_uses *uses = user;
    if (event->kind == LYH_EVENT_UNDO)
        note_undo(&uses->look, event);
    bool is_use = event->kind == LYH_EVENT_CODE || event->kind == LYH_EVENT_RECODE ||
                  event->kind == LYH_EVENT_ACCEPT || event->kind == LYH_EVENT_AGREED ||
                  event->kind == LYH_EVENT_MEMO;
    if (is_use && event->code && strcmp(event->code, uses->into) == 0)
        g_ptr_array_add(uses->ids, text_of(event->id));
    return true;
}

/* How many stand of those after event @number: what people took back is used no more. False: @error. */
static bool count_uses(lyh_journal *journal, uint64_t number, const char *into,
                       size_t *count, lyh_error *error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    undo_uses uses = { into, look_new(NULL), ids };
    bool is_read = lyh_journal_read(journal, number, count_use, &uses, error);
    *count = 0;
    for (guint i = 0; i < ids->len; i++)
        *count += !g_hash_table_contains(uses.look.gone, ids->pdata[i]);
    look_clear(&uses.look);
    return is_read;
}

static bool may_unmerge(const undo_event *event, lyh_journal *journal, lyh_diags *diags,
                        lyh_error *error)
{
    const char *into = event->into ? event->into : "";
    size_t count;
    if (!count_uses(journal, event->number, into, &count, error))
        return false;
    if (count == 0)
        return true;
    lyh_diags_error(diags, "undo-used", lyh_place_file(lyh_journal_path(journal)),
                    "people have decided about '%s' since the codes were joined (%zu "
                    "decisions), and nobody can tell which of the old codes they meant; "
                    "take those back in the workbench first",
                    into, count);
    return lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_journal_path(journal));
}

bool undo_events_may_go(const undo_record *record, lyh_journal *journal, lyh_diags *diags,
                        lyh_error *error)
{
    for (guint i = 0; i < record->events->len; i++) {
        const undo_event *event = &g_array_index(record->events, undo_event, i);
        if (!event->stands)
            continue;
        bool may_go = event->kind == LYH_EVENT_JOINED
                          ? lyh_journal_can_undo_import(journal, event->id, diags, error)
                          : may_unmerge(event, journal, diags, error);
        if (!may_go)
            return false;
    }
    return true;
}

static lyh_event_id id_number(const unsigned char random[16], unsigned index)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, random, 16);
    g_checksum_update(sum, (const guchar *)&index, sizeof index);
    g_checksum_get_digest(sum, digest, &size);
    return lyh_event_id_random(digest);
}

/* All of them, or none. */
static bool unmerge(const undo_record *record, lyh_journal *journal,
                    const unsigned char random[16], const char *at, lyh_diags *diags,
                    lyh_error *error)
{
    g_autoptr(GArray) back = g_array_new(FALSE, TRUE, sizeof(lyh_event));
    for (guint i = record->events->len; i > 0; i--) {
        const undo_event *event = &g_array_index(record->events, undo_event, i - 1);
        const lyh_event undo = { .id = id_number(random, i),
                                 .at = at,
                                 .who = event->who,
                                 .kind = LYH_EVENT_UNDO,
                                 .target = event->id };
        if (event->stands && event->kind != LYH_EVENT_JOINED)
            g_array_append_val(back, undo);
    }
    return back->len == 0 ||
           lyh_journal_append(journal, (const lyh_event *)(const void *)back->data,
                              back->len, diags, error);
}

/* Each import is a transaction: should the next fail, the same command takes it. */
bool undo_events_take_back(const undo_record *record, lyh_journal *journal,
                           const unsigned char random[16], const char *at, lyh_diags *diags,
                           lyh_error *error)
{
    for (guint i = record->events->len; i > 0; i--) {
        const undo_event *event = &g_array_index(record->events, undo_event, i - 1);
        if (event->stands && event->kind == LYH_EVENT_JOINED &&
            !lyh_journal_undo_import(journal, event->id, id_number(random, i), at, diags,
                                     error))
            return false;
    }
    return unmerge(record, journal, random, at, diags, error);
}
