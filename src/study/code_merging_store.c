/* The journal's part in the joining of codes: one event a name, and no coding is rewritten. */
#include <string.h>

#include <lyhord/store/journal.h>

#include "code_merging_private.h"
#include "codings.h"
#include "undo_private.h"

/* Where nobody says who decides, the command that wrote it. */
#define BY_COMMAND "codebook merge"

/*
 * Of the names and the day alone: the same command, given again after a crash, writes the same event. One
 * that was taken back stays so, and the same command is another event then.
 */
static lyh_event_id id_of(const lyh_event *event, unsigned times)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    const char *const texts[] = { BY_COMMAND, event->code, event->into, event->at };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_checksum_update(sum, (const guchar *)texts[i], (gssize)strlen(texts[i]) + 1);
    for (unsigned i = 0; i < times; i++)
        g_checksum_update(sum, (const guchar *)"", 1);
    g_checksum_get_digest(sum, digest, &size);
    return lyh_event_id_random(digest);
}

/* The first of its ids that is not taken back in @journal. */
static bool give_id(lyh_event *event, lyh_journal *journal, lyh_error *error)
{
    for (unsigned times = 0;; times++) {
        event->id = id_of(event, times);
        g_autoptr(undo_record) record = undo_record_new(BY_COMMAND, event->at);
        const undo_event sought = { .id = event->id };
        g_array_append_val(record->events, sought);
        if (!undo_events_look(record, journal, error))
            return false;
        const undo_event *found = &g_array_index(record->events, undo_event, 0);
        if (found->number == 0 || found->stands)
            return true;
    }
}

static bool add_event(const lyh_code_merging *merging, const char *from,
                      lyh_journal *journal, lyh_error *error)
{
    lyh_event event = { .at = merging->at,
                        .who = merging->who,
                        .kind = LYH_EVENT_MERGE,
                        .code = from,
                        .into = merging->merge->name };
    if (strcmp(event.code, event.into) == 0)
        return true;
    if (!give_id(&event, journal, error))
        return false;
    g_array_append_val(merging->events, event);
    return true;
}

static bool plan_events(lyh_code_merging *merging, lyh_journal *journal, lyh_error *error)
{
    const lyh_codebook *book = merging->study->codebook;
    const lyh_code_merge *merge = merging->merge;
    merging->events = g_array_new(FALSE, TRUE, sizeof(lyh_event));
    for (size_t i = 0; i < merge->count; i++)
        if (!add_event(merging, lyh_codebook_code(book, merge->codes[i])->name, journal,
                       error))
            return false;
    return add_event(merging, lyh_codebook_code(book, merge->into)->name, journal, error);
}

static bool write_events(void *user, lyh_diags *diags, lyh_error *error)
{
    const lyh_code_merging *merging = user;
    g_autofree char *path = codings_store(merging->study->options.folder);
    g_autoptr(lyh_journal) journal =
        path ? lyh_journal_open(path, LYH_JOURNAL_WRITE, diags, error) : NULL;
    return journal && lyh_journal_append(journal, (const void *)merging->events->data,
                                         merging->events->len, diags, error);
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
    return plan_events(merging, journal, error);
}

void code_merging_take_decider(lyh_code_merging *merging, const lyh_decider *decider)
{
    merging->who = g_strdup(*decider->who ? decider->who : BY_COMMAND);
    merging->at = g_strconcat(decider->day, "T00:00:00Z", NULL);
}
