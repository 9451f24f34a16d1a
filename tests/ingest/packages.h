/**
 * Zip archives made in memory, as word processors make them.
 */
#ifndef LYHORD_TESTS_INGEST_PACKAGES_H
#define LYHORD_TESTS_INGEST_PACKAGES_H

#include <lyhord/base/source.h>

/* A part of a package; a list of them ends with a NULL name. */
struct part {
    const char *name;
    const char *content;
};

/** An archive of @parts, deflated but for a "mimetype". The data is g_free()d by the caller. */
lyh_bytes zip_of(const struct part *parts);

#endif
