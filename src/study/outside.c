#include <lyhord/study/outside.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/study/study.h>

/* A link to nothing yet is followed by hand: what is written there comes to be where it points. */
#define LINKS_AT_MOST 40

static char *real_place(const char *path, unsigned links);

/* The name itself, in the folder that is really meant. */
static char *real_parent(const char *path, unsigned links)
{
    g_autofree char *parent = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    if (strcmp(parent, path) == 0)
        return g_strdup(path);
    g_autofree char *above = real_place(parent, links);
    return g_build_filename(above, name, NULL);
}

static char *real_place(const char *path, unsigned links)
{
    char *real = realpath(path, NULL);
    if (real) {
        char *copy = g_strdup(real);
        free(real);
        return copy;
    }
    g_autofree char *target = links > 0 ? g_file_read_link(path, NULL) : NULL;
    if (!target)
        return real_parent(path, links);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *above = real_place(folder, links - 1);
    g_autofree char *whole = g_canonicalize_filename(target, above);
    return real_place(whole, links - 1);
}

char *lyh_real_path(const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *place = real_place(whole, LINKS_AT_MOST);
    return strdup(place);
}

bool lyh_lies_outside_studies(const char *path)
{
    char *real = lyh_real_path(path);
    g_autofree char *folder = g_path_get_dirname(real);
    char *study = lyh_study_find(folder);
    bool is_outside = study == NULL;
    free(study);
    free(real);
    return is_outside;
}

bool lyh_key_lies_outside(const char *path, lyh_diags *diags, lyh_error *error)
{
    if (lyh_lies_outside_studies(path))
        return true;
    lyh_diags_error(diags, "key-inside", lyh_place_file(path),
                    "the proposal says who is who: it is a key, and no key lies in a "
                    "study's folder; name a place outside it");
    return lyh_error_set(error, LYH_ERROR_NOT_ALLOWED, 0, path);
}

bool lyh_holds_transcripts(const char *folder, const lyh_study *study)
{
    char *real = lyh_real_path(folder);
    bool holds = false;
    for (size_t i = 0; i < lyh_study_file_count(study) && !holds; i++) {
        char *file = lyh_real_path(lyh_study_file(study, i));
        g_autofree char *parent = g_path_get_dirname(file);
        holds = strcmp(parent, real) == 0;
        free(file);
    }
    free(real);
    return holds;
}
