#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include "looked.h"

/* What a person says about a find, and the new interviews that come of it. */

#define MOST_IDS 10000

typedef struct find_said {
    const char **ids;
    lyh_find_order order;
    char date[11];
} find_said;

static void find_said_clear(find_said *said)
{
    g_free(said->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(find_said, find_said_clear)

/* "id", or "ids". False: neither. */
static bool read_ids(find_said *said, const route_call *call)
{
    const char *one = route_text(call, "id");
    const json_t *several = json_object_get(call->body, "ids");
    size_t count = one ? 1 : json_array_size(several);
    if (count == 0 || count > MOST_IDS)
        return false;
    said->ids = g_new0(const char *, count);
    for (size_t i = 0; i < count; i++) {
        said->ids[i] = one ? one : json_string_value(json_array_get(several, i));
        if (!said->ids[i])
            return false;
    }
    said->order.ids = said->ids;
    said->order.count = count;
    return true;
}

static bool read_order(const workbench *bench, const route_call *call, find_said *said)
{
    char time[21];
    bench->options->now(bench->options->user, time);
    g_strlcpy(said->date, time, sizeof said->date);
    said->order = (lyh_find_order){
        .document = route_text(call, "document"),
        .is_for_alike = json_is_true(json_object_get(call->body, "all")),
        .replacement = route_text(call, "replacement"),
        .reason = route_text(call, "reason"),
        .who = bench->coder,
        .date = said->date,
    };
    return lyh_find_decision_of(route_text(call, "decision"), &said->order.decision) &&
           read_ids(said, call);
}

static void add_changed(void *user, const lyh_find *find)
{
    const char *decision = lyh_find_decision_name(find->decision);
    json_array_append_new(user,
                          json_pack("{s:s, s:s}", "id", find->id, "decision", decision));
}

static route_reply follow(workbench *bench, lyh_finds *finds, const lyh_find_order *order)
{
    lyh_error error = { 0 };
    json_t *changed = json_array();
    if (!lyh_finds_decide(finds, order, add_changed, changed, &error)) {
        json_decref(changed);
        return route_refuse_journal(bench, &error);
    }
    json_t *study = json_object();
    json_t *json = json_pack("{s:o, s:o}", "changed", changed, "study", study);
    if (order->document)
        looked_put_counts(json, finds, lyh_finds_find_document(finds, order->document));
    looked_put_counts(study, finds, LYH_NONE);
    return route_fine(json);
}

/* Who decides about what is not all looked at yet looks again. */
static lyh_finds *finds_now(workbench *bench, route_reply *refusal)
{
    lyh_finds *finds = looked_finds(bench, LOOKED_LONG, refusal);
    if (finds || refusal->status != 200)
        return finds;
    json_decref(refusal->json);
    *refusal = route_refuse(bench, 409, "stale",
                            N_("the interviews are looked at again; look once more"));
    return NULL;
}

route_reply take_find(workbench *bench, const route_call *call)
{
    g_auto(find_said) said = { 0 };
    bool is_stale;
    route_reply refusal;
    if (!bench->coder)
        return route_refuse_nobody(bench);
    if (!read_order(bench, call, &said))
        return route_refuse(bench, 422, "find",
                            N_("say which find, and what is to be done"));
    lyh_finds *finds = finds_now(bench, &refusal);
    if (!finds)
        return refusal;
    const char *why = lyh_finds_refuse(finds, &said.order, &is_stale);
    if (why)
        return route_refuse(bench, is_stale ? 409 : 422, is_stale ? "stale" : "find", why);
    return follow(bench, finds, &said.order);
}

route_reply take_new_texts(workbench *bench, const route_call *call)
{
    (void)call;
    lyh_error error = { 0 };
    route_reply refusal;
    if (!bench->coder)
        return route_refuse_nobody(bench);
    /* what somebody put among the transcripts since is to come along */
    if (!bench_reopen(bench)) {
        lyh_error_set(&error, LYH_ERROR_DATA, 0, bench->options->study.folder);
        return route_refuse_journal(bench, &error);
    }
    lyh_finds *finds = finds_now(bench, &refusal);
    if (!finds)
        return refusal;
    if (lyh_finds_having(finds, LYH_NONE, LYH_FIND_OPEN) > 0)
        return route_refuse(bench, 409, "finds",
                            N_("there are finds that nobody has said anything about yet"));
    if (lyh_finds_having(finds, LYH_NONE, LYH_FIND_REPLACE) == 0)
        return route_refuse(bench, 409, "finds", N_("there is nothing to replace"));

    char *kept;
    size_t replaced;
    if (!lyh_finds_apply(finds, bench->study, &kept, &replaced, bench->diags, &error))
        return route_refuse_journal(bench, &error);
    bench_reopen(bench);
    json_t *json = json_pack("{s:s, s:I}", "kept", kept, "replaced", (json_int_t)replaced);
    free(kept);
    return route_fine(json);
}
