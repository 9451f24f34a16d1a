/**
 * A zip archive made in memory, the same bytes whenever it is made.
 */
#ifndef LYHORD_BASE_ARCHIVE_WRITE_H
#define LYHORD_BASE_ARCHIVE_WRITE_H

#include <stddef.h>

#include <lyhord/base/output.h>

/** A file in an archive to be made; everything is lent. */
typedef struct lyh_member {
    const char *name;
    const char *data; /* NULL: left out */
    size_t size;
} lyh_member;

/**
 * Write an archive of @members, in their order, dated 1980-01-01. "mimetype" is stored as it is (ODF 1.3 part 2,
 * 3.3); the others are deflated. False: @output keeps what went wrong.
 */
bool lyh_archive_write(const lyh_member *members, size_t count, lyh_output *output);

#endif
