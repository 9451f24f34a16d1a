#include "listing.h"

#include <glib/gstdio.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list(const char *folder, const char *ending)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = folder ? g_dir_open(folder, 0, NULL) : NULL;
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name;
         name = g_dir_read_name(dir))
        if (!ending || (*name != '.' && g_str_has_suffix(name, ending)))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_name);
    return names;
}

GPtrArray *listing_of(const char *folder)
{
    return list(folder, NULL);
}

GPtrArray *listing_ending(const char *folder, const char *ending)
{
    return list(folder, ending);
}

bool listing_is_filled(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    return dir && g_dir_read_name(dir);
}

bool listing_is_empty(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    return dir && !g_dir_read_name(dir);
}

void folder_remove(const char *folder)
{
    g_autoptr(GPtrArray) names = listing_of(folder);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        if (g_unlink(path) != 0)
            folder_remove(path);
    }
    g_rmdir(folder);
}
