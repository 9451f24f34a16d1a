#include "routes.h"

#include <string.h>

#include "looked.h"

static json_t *json_of_find(const workbench *bench, const lyh_find *find)
{
    const lyh_catalog *catalog = bench->options->catalog;
    json_t *json = json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:I, s:b, s:b, s:b}", "id", find->id,
        "class", lyh_finding_word(find->kind), "name",
        lyh_tr(catalog, lyh_finding_name(find->kind)), "why", lyh_tr(catalog, find->why),
        "words", find->words, "before", find->before, "after", find->after, "proposed",
        find->proposed, "alike", (json_int_t)find->alike, "sure",
        find->confidence == LYH_CONFIDENCE_HIGH, "may_keep",
        lyh_finding_may_be_accepted(find->kind), "doubt", find->kind == LYH_FINDING_DOUBT);
    route_put_place(json, find->start, find->end);
    if (find->turn != LYH_NONE)
        json_object_set_new(json, "turn", json_integer((json_int_t)find->turn));
    bool is_open = find->decision == LYH_FIND_OPEN;
    json_object_set_new(json, "decision",
                        is_open ? json_null()
                                : json_string(lyh_find_decision_name(find->decision)));
    if (find->replacement)
        json_object_set_new(json, "replacement", json_string(find->replacement));
    return json;
}

void looked_put_counts(json_t *json, const lyh_finds *finds, size_t index)
{
    static const struct {
        const char *key;
        lyh_find_decision decision;
    } counts[] = { { "left", LYH_FIND_OPEN },
                   { "unsure", LYH_FIND_UNSURE },
                   { "replaced", LYH_FIND_REPLACE },
                   { "kept", LYH_FIND_KEEP } };
    json_object_set_new(json, "doubts",
                        json_integer((json_int_t)lyh_finds_doubts(finds, index)));
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        json_object_set_new(
            json, counts[i].key,
            json_integer((json_int_t)lyh_finds_having(finds, index, counts[i].decision)));
}

/* One interview's. */
static route_reply show_document_finds(const workbench *bench, const lyh_finds *finds,
                                       const char *name)
{
    size_t index = lyh_finds_find_document(finds, name);
    if (index == LYH_NONE)
        return route_refuse(bench, 404, "document", N_("there is no such interview"));
    json_t *list = json_array(), *study = json_object();
    for (size_t i = 0; i < lyh_finds_count(finds, index); i++)
        json_array_append_new(list, json_of_find(bench, lyh_finds_at(finds, index, i)));
    json_t *json =
        json_pack("{s:s, s:o, s:o}", "document", name, "finds", list, "study", study);
    looked_put_counts(json, finds, index);
    looked_put_counts(study, finds, LYH_NONE);
    return route_fine(json);
}

/* How far it has come, interview by interview. */
static route_reply show_all_finds(const lyh_finds *finds)
{
    json_t *documents = json_array();
    for (size_t i = 0; i < lyh_finds_document_count(finds); i++) {
        json_t *each = json_pack("{s:s}", "name", lyh_finds_document(finds, i));
        looked_put_counts(each, finds, i);
        json_array_append_new(documents, each);
    }
    json_t *json =
        json_pack("{s:o, s:s?}", "documents", documents, "key", lyh_finds_key(finds));
    looked_put_counts(json, finds, LYH_NONE);
    return route_fine(json);
}

route_reply show_finds(workbench *bench, const route_call *call)
{
    route_reply not_yet;
    const lyh_finds *finds = looked_finds(bench, LOOKED_LONG, &not_yet);
    const char *name = call->argument(call, "name");
    if (!finds)
        return not_yet;
    return name ? show_document_finds(bench, finds, name) : show_all_finds(finds);
}
