#include "looked.h"

/* So long a request may take; what is left is done by the next, and while nobody asks. */
#define LONGEST_LOOK ((uint64_t)200 * 1000 * 1000)

lyh_finds *looked_finds(workbench *bench, route_reply *refusal)
{
    uint64_t begun = bench->options->study.clock();
    lyh_finds_refresh(bench->finds, bench->study);
    bool is_more = true;
    while (is_more && bench->options->study.clock() - begun < LONGEST_LOOK)
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
