#include "outgoing.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

static bool is_reports_of_a_study(const char *folder)
{
    g_autofree char *name = g_path_get_basename(folder);
    g_autofree char *above = g_path_get_dirname(folder);
    g_autofree char *ini = g_build_filename(above, "lyhord.ini", NULL);
    return strcmp(name, "reports") == 0 && g_file_test(ini, G_FILE_TEST_EXISTS);
}

bool outgoing_is(const char *path)
{
    g_autofree char *named = g_path_get_dirname(path);
    char *real = realpath(named, NULL);
    char *folder = g_canonicalize_filename(real ? real : named, NULL);
    free(real);
    bool is_below = is_reports_of_a_study(folder);
    while (!is_below && strcmp(folder, G_DIR_SEPARATOR_S) != 0) {
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
        is_below = is_reports_of_a_study(folder);
    }
    g_free(folder);
    return is_below;
}
