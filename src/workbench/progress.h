/**
 * How far somebody has come, and the one next step that is offered to them.
 */
#ifndef LYHORD_WORKBENCH_PROGRESS_H
#define LYHORD_WORKBENCH_PROGRESS_H

#include <jansson.h>

#include "bench.h"

/** Interviews that the coder at @bench is done with. */
size_t progress_done(workbench *bench);

/** {"step", "document"?}: files, finds, code, compare, wait or summary. */
json_t *progress_next(workbench *bench);

#endif
