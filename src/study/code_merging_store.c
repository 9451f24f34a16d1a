/* The journal's part in the joining of codes: one event a name, and no coding is rewritten. */
#include <string.h>

#include <lyhord/store/journal.h>

#include "code_merging_private.h"
#include "codings.h"

/* Where nobody says who decides, the command that wrote it. */
#define BY_COMMAND "codebook merge"

/* Of the names and the day alone: the same command, given again after a crash, writes the same event. */
static lyh_event_id id_of(const lyh_event *event)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    const char *const texts[] = { BY_COMMAND, event->code, event->into, event->at };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_checksum_update(sum, (const guchar *)texts[i], (gssize)strlen(texts[i]) + 1);
    g_checksum_get_digest(sum, digest, &size);
    return lyh_event_id_random(digest);
}

/* @from is the caller's for as long as the events are. */
static void add_event(GArray *events, const lyh_code_merging *merging, const char *from)
{
    lyh_event event = { .at = merging->at,
                        .who = merging->who,
                        .kind = LYH_EVENT_MERGE,
                        .code = from,
                        .into = merging->merge->name };
    if (strcmp(event.code, event.into) == 0)
        return;
    event.id = id_of(&event);
    g_array_append_val(events, event);
}

static GArray *events_of(const lyh_code_merging *merging)
{
    const lyh_codebook *book = merging->study->codebook;
    const lyh_code_merge *merge = merging->merge;
    GArray *events = g_array_new(FALSE, TRUE, sizeof(lyh_event));
    for (size_t i = 0; i < merge->count; i++)
        add_event(events, merging, lyh_codebook_code(book, merge->codes[i])->name);
    add_event(events, merging, lyh_codebook_code(book, merge->into)->name);
    return events;
}

static bool write_events(void *user, lyh_diags *diags, lyh_error *error)
{
    const lyh_code_merging *merging = user;
    g_autofree char *path = codings_store(merging->study->options.folder);
    g_autoptr(lyh_journal) journal =
        path ? lyh_journal_open(path, LYH_JOURNAL_WRITE, diags, error) : NULL;
    g_autoptr(GArray) events = events_of(merging);
    return journal && lyh_journal_append(journal, (const void *)events->data, events->len,
                                         diags, error);
}

static bool is_going(const lyh_code_merging *merging, const char *code)
{
    return code_merging_code(merging, code) != LYH_NONE &&
           strcmp(code, merging->merge->name) != 0;
}

bool code_merging_store(lyh_code_merging *merging, lyh_diags *diags, lyh_error *error)
{
    g_autofree char *path = codings_store(merging->study->options.folder);
    if (!path)
        return true;
    g_autoptr(lyh_journal) journal = lyh_journal_open(path, LYH_JOURNAL_READ, diags, error);
    g_autoptr(lyh_stored_codings) codings =
        journal ? lyh_journal_codings(journal, NULL, NULL, error) : NULL;
    size_t going = 0;
    if (!codings)
        return false;
    for (size_t i = 0; i < lyh_stored_codings_count(codings); i++)
        going += is_going(merging, lyh_stored_codings_at(codings, i)->code);
    code_merging_tell(merging, N_("codings with another code in"), "study.db", 0, going);
    changes_call(merging->changes, path, write_events, merging);
    return true;
}

void code_merging_take_decider(lyh_code_merging *merging, const lyh_decider *decider)
{
    merging->who = g_strdup(*decider->who ? decider->who : BY_COMMAND);
    merging->at = g_strconcat(decider->day, "T00:00:00Z", NULL);
}
