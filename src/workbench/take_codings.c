#include "routes.h"

#include <lyhord/study/take_in.h>

/*
 * Codings in files become the beginning of the journal: the page shows what there is, somebody says
 * yes, and until then nothing else can be done.
 */

static json_t *sets_of(const lyh_take_in *taking)
{
    json_t *sets = json_array();
    for (size_t i = 0; taking && i < lyh_take_in_count(taking); i++) {
        const lyh_take_in_set *set = lyh_take_in_at(taking, i);
        json_array_append_new(
            sets, json_pack("{s:s, s:b, s:I, s:I}", "name", set->name, "together",
                            g_str_equal(set->name, LYH_TOGETHER), "codings",
                            (json_int_t)set->codings, "left", (json_int_t)set->left));
    }
    return sets;
}

route_reply show_codings_in_files(workbench *bench, const route_call *call)
{
    (void)call;
    json_t *json = json_pack("{s:s, s:o, s:[], s:[], s:[], s:n, s:{s:s}, s:b, s:b}",
                             "title", lyh_study_setting(bench->study, "title"), "take_in",
                             sets_of(bench->taking), "codes", "documents", "coders",
                             "place", "next", "step", "take-in", "undo", 0, "redo", 0);
    json_object_set_new(json, "coder",
                        bench->coder ? json_string(bench->coder) : json_null());
    return route_fine(json);
}

route_reply take_codings(workbench *bench, const route_call *call)
{
    (void)call;
    lyh_error error = { 0 };
    if (bench->journal || bench_take_in(bench, &error))
        return route_fine(json_object());
    return route_refuse_journal(bench, &error);
}
