/**
 * The codings that whoever sits at the workbench may see: their own, and in interviews that they
 * and others are done with, the others' and what they decided together.
 */
#ifndef LYHORD_WORKBENCH_SEEN_H
#define LYHORD_WORKBENCH_SEEN_H

#include <jansson.h>

#include "bench.h"

/** What is looked for: NULL is anything. Codings that were rejected are passed over. */
typedef struct seen_filter {
    const char *document, *coder, *code, *respondent;
    const char *polarity; /* its fixed word */
} seen_filter;

/** Call @visitor with each, by document and place. False: @error. */
bool seen_visit(workbench *bench, const seen_filter *filter,
                void (*visitor)(void *user, const lyh_stored_coding *coding), void *user,
                lyh_error *error);

#endif
