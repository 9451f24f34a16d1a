/*
 * What lies in a folder where a report was written before: people fill in its checklists and work on
 * with its tables, and a new report must not take that away.
 */
#include <string.h>

#include "manifest.h"
#include "papers.h"

static bool has_hash(const char *path, const char *sha256)
{
    size_t bytes;
    g_autofree char *own = manifest_hash(path, &bytes);
    return own && strcmp(own, sha256) == 0;
}

static bool is_changed(const char *folder, const json_t *output)
{
    const char *name = json_string_value(json_object_get(output, "file"));
    const char *sha256 = json_string_value(json_object_get(output, "sha256"));
    if (!name || !sha256)
        return false;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS) && !has_hash(path, sha256);
}

static char *changed_of(const char *folder, const json_t *manifest)
{
    const json_t *outputs = json_object_get(manifest, "outputs");
    for (size_t i = 0; i < json_array_size(outputs); i++) {
        const json_t *output = json_array_get(outputs, i);
        if (is_changed(folder, output))
            return g_strdup(json_string_value(json_object_get(output, "file")));
    }
    return NULL;
}

/* A paper that no manifest tells of may have been filled in. */
static char *untold_paper(const char *folder)
{
    for (size_t i = 0; papers_patterns[i]; i++) {
        g_autofree char *path = g_build_filename(folder, papers_patterns[i], NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_strdup(papers_patterns[i]);
    }
    return NULL;
}

char *manifest_changed_file(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "manifest.json", NULL);
    lyh_error unread = { 0 };
    json_t *manifest = manifest_read(path, &unread);
    if (!manifest)
        return untold_paper(folder);
    char *changed = changed_of(folder, manifest);
    json_decref(manifest);
    return changed;
}
