/** What lies in a folder, in the same order everywhere, and a folder's end. Shared with the folders to the right. */
#ifndef LYHORD_BASE_LISTING_H
#define LYHORD_BASE_LISTING_H

#include <stdbool.h>

#include <glib.h>

/**
 * Names (char *) of all that lies in @folder, in byte order: the same in every locale and on every file system.
 * None when it is NULL or cannot be read. g_ptr_array_unref().
 */
GPtrArray *listing_of(const char *folder);

/** The same, but only names that end in @ending, and none that a dot hides. */
GPtrArray *listing_ending(const char *folder, const char *ending);

/** Is there anything in @folder, or nothing at all? Neither where it cannot be read. */
bool listing_is_filled(const char *folder);
bool listing_is_empty(const char *folder);

/** Remove @folder and all in it, as far as that can be; what a link leads to stays. */
void folder_remove(const char *folder);

#endif
