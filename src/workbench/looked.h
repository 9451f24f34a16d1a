/** What was found in the study's interviews, for those who show it and those who decide. */
#ifndef LYHORD_WORKBENCH_LOOKED_H
#define LYHORD_WORKBENCH_LOOKED_H

#include "routes.h"

/* So long a request may take, in nanoseconds; what is left is done by the next, and while nobody asks. */
#define LOOKED_LONG ((uint64_t)200 * 1000 * 1000)
#define LOOKED_SHORT ((uint64_t)80 * 1000 * 1000)

/**
 * The finds as the files are now, after @longest of looking at most. NULL: they cannot be had (@refusal), or not all interviews have been looked
 * at yet: @refusal is then 200 with {"looking": {"done", "all"}}, and a page asks again.
 */
lyh_finds *looked_finds(workbench *bench, uint64_t longest, route_reply *refusal);

/** "left", "unsure", "replaced", "kept" of document @index, or of all (LYH_NONE). */
void looked_put_counts(json_t *json, const lyh_finds *finds, size_t index);

#endif
