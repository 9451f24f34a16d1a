/** What lies in a study's folder. Private to study. */
#ifndef LYHORD_STUDY_FOLDER_H
#define LYHORD_STUDY_FOLDER_H

#include <stdbool.h>

#include <glib.h>

/**
 * Names (char *) of all that lies in @folder, in byte order: the same in every locale. None when
 * it is NULL or cannot be read. g_ptr_array_unref().
 */
GPtrArray *folder_names(const char *folder);

/** Is @name, of something right in a study's folder, one that the format or a template gives it? */
bool folder_is_own(const char *name);

#endif
