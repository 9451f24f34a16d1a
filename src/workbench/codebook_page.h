/** What the answers about the codebook share. */
#ifndef LYHORD_WORKBENCH_CODEBOOK_PAGE_H
#define LYHORD_WORKBENCH_CODEBOOK_PAGE_H

#include "routes.h"

/** What the page calls a column: "name" for the code's own, else lyh_field_name(). */
const char *codebook_page_field(lyh_field field);

/** What is wrong with a change, as `codebook check` says it, and in which cell. */
route_reply codebook_page_refuse(const workbench *bench, const lyh_error *error,
                                 lyh_field field);

/**
 * Count on what the change that was asked about does: "question", its number, into @json, and
 * "effect", or "counting" ("done" of "all" interviews) while there is more to count. @begun: when the
 * request came, by the study's clock. False: @error.
 */
bool codebook_page_put_effect(workbench *bench, json_t *json, uint64_t begun,
                              lyh_error *error);

#endif
