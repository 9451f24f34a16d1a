#include "folder.h"

#include <string.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *folder_names(const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = folder ? g_dir_open(folder, 0, NULL) : NULL;
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name;
         name = g_dir_read_name(dir))
        g_ptr_array_add(names, g_strdup(name));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

bool folder_is_own(const char *name)
{
    static const char *const own[] = {
        "codebook.csv",
        "codings",
        "decisions.csv",
        "guide.csv",
        "informationsbrev.md",
        "lyhord.ini",
        "questions.csv",
        "reports",
        "respondents.csv",
        "samtycke.md",
        "survey.csv",
        "survey.sav",
        "survey.xlsx",
        "transcripts",
        "transcripts.csv",
        "variants.csv",
        NULL,
    };
    return g_strv_contains(own, name);
}
