#include "routes.h"

#include <lyhord/store/journal.h>

#include "drafts.h"

#define MOST_EVENTS 1000
#define MOST_ANSWERS 64

G_DEFINE_AUTOPTR_CLEANUP_FUNC(draft_list, drafts_free)

/* Written, or refused whole with the journal's own words. */
static route_reply append(workbench *bench, const draft_list *drafts)
{
    size_t count;
    const lyh_event *events = drafts_events(drafts, &count);
    lyh_error error = { 0 };
    if (!lyh_journal_append(bench->journal, events, count, bench->diags, &error))
        return route_refuse_journal(bench, &error);

    json_t *ids = json_array();
    for (size_t i = 0; i < count; i++) {
        char id[LYH_EVENT_ID_SIZE];
        lyh_event_id_text(events[i].id, id);
        json_array_append_new(ids, json_string(id));
    }
    json_t *json = json_pack("{s:o}", "ids", ids);
    route_put_undo(bench, json);
    return route_fine(json);
}

/*
 * An answer may be lost on its way, and the page sends again: it gets the answer it would have had.
 * One page waits for one answer at a time, so the latest of each is enough, and few are kept.
 */
static json_t *find_answer(const workbench *bench, const char *sending)
{
    return sending ? json_incref(json_object_get(bench->answered, sending)) : NULL;
}

static void remember(workbench *bench, const char *sending, json_t *answer)
{
    if (json_object_size(bench->answered) >= MOST_ANSWERS)
        json_object_clear(bench->answered);
    json_object_set(bench->answered, sending, answer);
}

route_reply take_events(workbench *bench, const route_call *call)
{
    const json_t *said = json_object_get(call->body, "events");
    const char *sending = route_text(call, "try");
    json_t *answer = find_answer(bench, sending);
    if (answer)
        return route_fine(answer);
    if (!bench->coder)
        return route_refuse_nobody(bench);
    if (!json_is_array(said) || json_array_size(said) == 0 ||
        json_array_size(said) > MOST_EVENTS)
        return route_refuse(bench, 422, "events", N_("there is nothing to keep"));

    g_autoptr(draft_list) drafts = drafts_new(bench, sending);
    for (size_t i = 0; i < json_array_size(said); i++) {
        const char *why = drafts_take(drafts, json_array_get(said, i));
        if (why)
            return route_refuse(bench, 422, "event", why);
    }
    route_reply reply = append(bench, drafts);
    if (reply.status == 200 && sending)
        remember(bench, sending, reply.json);
    return reply;
}

/* ---- taking back ---- */

/* What was taken back or done again, so that the page can go there. */
typedef struct undone {
    lyh_event_id target; /* of an undo that is undone: what it had taken back */
    lyh_event_kind kind;
    char *document;
    size_t turn;
} undone;

static bool note_undone(void *user, uint64_t number, const lyh_event *event)
{
    (void)number;
    undone *noted = user;
    noted->kind = event->kind;
    noted->target = event->target;
    noted->document = g_strdup(event->place.document);
    noted->turn = event->place.turn;
    return false;
}

static undone undone_find(workbench *bench, lyh_event_id id)
{
    lyh_error error = { 0 };
    undone found = { .turn = LYH_NONE };
    lyh_journal_find(bench->journal, id, note_undone, &found, &error);
    while (found.kind == LYH_EVENT_UNDO) {
        lyh_event_id target = found.target;
        g_clear_pointer(&found.document, g_free);
        found = (undone){ .turn = LYH_NONE };
        lyh_journal_find(bench->journal, target, note_undone, &found, &error);
    }
    return found;
}

static void put_undone(json_t *json, const undone *taken)
{
    json_object_set_new(json, "what", json_string(lyh_event_kind_name(taken->kind)));
    if (taken->document && *taken->document)
        json_object_set_new(json, "document", json_string(taken->document));
    if (taken->turn != LYH_NONE)
        json_object_set_new(json, "turn", json_integer((json_int_t)taken->turn));
}

typedef bool next_of(lyh_journal *journal, const char *who, lyh_event_id *id,
                     lyh_error *error);

static route_reply take_back(workbench *bench, next_of *next, const char *nothing)
{
    if (!bench->coder)
        return route_refuse_nobody(bench);
    lyh_error error = { 0 };
    lyh_event_id target = { 0 };
    if (!next(bench->journal, bench->coder, &target, &error))
        return route_refuse_journal(bench, &error);
    if (lyh_event_id_is_none(target))
        return route_refuse(bench, 409, "undo", nothing);
    g_autoptr(draft_list) drafts = drafts_new(bench, NULL);
    drafts_undo(drafts, target);
    undone taken = undone_find(bench, target);
    route_reply reply = append(bench, drafts);
    if (reply.status == 200)
        put_undone(reply.json, &taken);
    g_free(taken.document);
    return reply;
}

route_reply take_undo(workbench *bench, const route_call *call)
{
    (void)call;
    return take_back(bench, lyh_journal_undo_next, N_("there is nothing to take back"));
}

route_reply take_redo(workbench *bench, const route_call *call)
{
    (void)call;
    return take_back(bench, lyh_journal_redo_next, N_("there is nothing to do again"));
}
