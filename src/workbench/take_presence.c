#include <lyhord/workbench/workbench.h>

#include "routes.h"

#include <string.h>

/* Which pages are open, and who sits before them. */

route_reply take_sign_of_life(workbench *bench, const route_call *call)
{
    const char *page = route_text(call, "page");
    bench_hear_page(bench, page ? page : "");
    return route_fine(json_object());
}

route_reply take_leave(workbench *bench, const route_call *call)
{
    const char *page = route_text(call, "page");
    if (page)
        bench_leave_page(bench, page);
    return route_fine(json_object());
}

bool lyh_workbench_is_coder(const char *name)
{
    return *name && g_utf8_validate(name, -1, NULL) && g_utf8_strlen(name, -1) <= 60 &&
           *name != '.' && *name != '-' && !strpbrk(name, "/\\\n\r\t");
}

route_reply take_coder(workbench *bench, const route_call *call)
{
    const char *name = route_text(call, "name");
    g_autofree char *clean = g_strstrip(g_strdup(name ? name : ""));
    if (!lyh_workbench_is_coder(clean))
        return route_refuse(bench, 422, "coder",
                            N_("write a name of at most 60 characters, without / and \\"));
    g_free(bench->coder);
    bench->coder = g_steal_pointer(&clean);
    return route_fine(json_pack("{s:s}", "coder", bench->coder));
}
