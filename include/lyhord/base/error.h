/**
 * What went wrong with the machine: a file that cannot be opened, a full disk.
 *
 * Mistakes in people's files are not errors of this kind; they are diagnostics
 * (base/diags.h). Mistakes of ours are assertions.
 */
#ifndef LYHORD_BASE_ERROR_H
#define LYHORD_BASE_ERROR_H

#include <stdbool.h>

typedef enum lyh_error_kind {
    LYH_ERROR_NONE,
    LYH_ERROR_DATA,          /* a user's file is wrong; the diagnostics say how */
    LYH_ERROR_NO_INPUT,      /* missing, unreadable or not a regular file */
    LYH_ERROR_BUSY,          /* somebody else holds it, or a part is not installed */
    LYH_ERROR_CANNOT_CREATE, /* an output cannot be opened or put in its place */
    LYH_ERROR_IO,         /* reading or writing failed half-way: full disk, broken disk */
    LYH_ERROR_NOT_ALLOWED /* stopped by a privacy or release check */
} lyh_error_kind;

/** Plain data; `lyh_error error = { 0 };` is the empty error. */
typedef struct lyh_error {
    lyh_error_kind kind;
    int number;      /* errno, or 0 */
    char path[1024]; /* the file it is about, cut when longer; "" when none */
} lyh_error;

/** Fill @error (NULL is fine) and return false, so that callers can `return lyh_error_set(…)`. */
bool lyh_error_set(lyh_error *error, lyh_error_kind kind, int number, const char *path);

#endif
