#include "routes.h"

#include <string.h>

static const struct route {
    const char *method, *path;
    route_reply (*answer)(workbench *bench, const route_call *call);
} routes[] = {
    { "GET", "/api/words", show_words },       { "GET", "/api/study", show_study },
    { "GET", "/api/document", show_document }, { "POST", "/api/alive", take_sign_of_life },
    { "POST", "/api/leave", take_leave },      { "POST", "/api/coder", take_coder },
};

route_reply route_fine(json_t *json)
{
    return (route_reply){ 200, json };
}

route_reply route_refuse(const workbench *bench, unsigned status, const char *code,
                         const char *message)
{
    json_t *json = json_pack("{s:{s:s, s:s}}", "error", "code", code, "message",
                             lyh_tr(bench->options->catalog, message));
    return (route_reply){ status, json };
}

const char *route_text(const route_call *call, const char *key)
{
    return json_string_value(json_object_get(call->body, key));
}

route_reply route_answer(workbench *bench, const char *method, const route_call *call)
{
    bool is_path = false;
    for (size_t i = 0; i < G_N_ELEMENTS(routes); i++) {
        if (strcmp(routes[i].path, call->path) != 0)
            continue;
        is_path = true;
        if (strcmp(routes[i].method, method) == 0)
            return routes[i].answer(bench, call);
    }
    if (is_path)
        return route_refuse(bench, 405, "method",
                            N_("this cannot be asked for in that way"));
    return route_refuse(bench, 404, "path", N_("there is no such page"));
}
