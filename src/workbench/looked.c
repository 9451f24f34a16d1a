#include "looked.h"

lyh_finds *looked_finds(workbench *bench, uint64_t longest, route_reply *refusal)
{
    uint64_t begun = bench->options->study.clock();
    lyh_finds_refresh(bench->finds, bench->study);
    bool is_more = true;
    while (is_more && bench->options->study.clock() - begun < longest)
        is_more = lyh_finds_work(bench->finds);
    if (!lyh_finds_are_ready(bench->finds) && is_more) {
        size_t all, done = lyh_finds_progress(bench->finds, &all);
        *refusal = route_fine(json_pack("{s:{s:I, s:I}}", "looking", "done",
                                        (json_int_t)done, "all", (json_int_t)all));
        return NULL;
    }
    const char *trouble = lyh_finds_are_ready(bench->finds)
                              ? lyh_finds_trouble(bench->finds)
                              : N_("the list of names that [privacy] names in lyhord.ini "
                                   "points to cannot be read; without it names would pass "
                                   "unseen");
    if (!trouble)
        return bench->finds;
    *refusal = route_refuse(bench, 422, "finds", trouble);
    return NULL;
}
