/**
 * Memory for tables that are looked into all over.
 *
 * Where each look may fall on another page of memory, to find out where that page lies takes longer than
 * the look itself. Large tables are therefore on large pages, where the system has them.
 */
#ifndef LYHORD_BASE_WIDE_H
#define LYHORD_BASE_WIDE_H

#include <stddef.h>

/** @count entries of @size bytes, zeroed, which begin with a line of the cache; never NULL. */
void *lyh_wide_new(size_t count, size_t size);
/** NULL is fine. */
void lyh_wide_free(void *table);

#endif
