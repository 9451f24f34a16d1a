#include "routes.h"

#include <lyhord/store/journal.h>

#include "drafts.h"

#define MOST_EVENTS 1000

G_DEFINE_AUTOPTR_CLEANUP_FUNC(draft_list, drafts_free)

/* What there is to take back, and to do again: the page offers just that. */
static void put_undo(workbench *bench, json_t *json)
{
    lyh_error error = { 0 };
    lyh_event_id undo = { 0 }, redo = { 0 };
    bool is_known = lyh_journal_undo_next(bench->journal, bench->coder, &undo, &error) &&
                    lyh_journal_redo_next(bench->journal, bench->coder, &redo, &error);
    json_object_set_new(json, "undo",
                        json_boolean(is_known && !lyh_event_id_is_none(undo)));
    json_object_set_new(json, "redo",
                        json_boolean(is_known && !lyh_event_id_is_none(redo)));
}

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
    put_undo(bench, json);
    return route_fine(json);
}

static route_reply refuse_nobody(const workbench *bench)
{
    return route_refuse(bench, 409, "coder", N_("say who you are first"));
}

route_reply take_events(workbench *bench, const route_call *call)
{
    const json_t *said = json_object_get(call->body, "events");
    if (!bench->coder)
        return refuse_nobody(bench);
    if (!json_is_array(said) || json_array_size(said) == 0 ||
        json_array_size(said) > MOST_EVENTS)
        return route_refuse(bench, 422, "events", N_("there is nothing to keep"));

    g_autoptr(draft_list) drafts = drafts_new(bench);
    for (size_t i = 0; i < json_array_size(said); i++) {
        const char *why = drafts_take(drafts, json_array_get(said, i));
        if (why)
            return route_refuse(bench, 422, "event", why);
    }
    return append(bench, drafts);
}

typedef bool next_of(lyh_journal *journal, const char *who, lyh_event_id *id,
                     lyh_error *error);

static route_reply take_back(workbench *bench, next_of *next, const char *nothing)
{
    if (!bench->coder)
        return refuse_nobody(bench);
    lyh_error error = { 0 };
    lyh_event_id target = { 0 };
    if (!next(bench->journal, bench->coder, &target, &error))
        return route_refuse_journal(bench, &error);
    if (lyh_event_id_is_none(target))
        return route_refuse(bench, 409, "undo", nothing);
    g_autoptr(draft_list) drafts = drafts_new(bench);
    drafts_undo(drafts, target);
    return append(bench, drafts);
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
