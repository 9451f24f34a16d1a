#include "opened.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "../coding/autoptr.h"
#include "../corpus/autoptr.h"

void opened_clear(opened_document *opened)
{
    lyh_document_free(opened->document);
    lyh_codings_free(opened->suggestions);
    *opened = (opened_document){ 0 };
}

static size_t find_file(const lyh_study *study, const char *name)
{
    for (size_t i = 0; name && i < lyh_study_file_count(study); i++) {
        char *this = lyh_ingest_name(lyh_study_file(study, i));
        bool is_it = strcmp(this, name) == 0;
        free(this);
        if (is_it)
            return i;
    }
    return LYH_NONE;
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool is_open(const opened_document *opened, const char *name,
                    const struct stat *file)
{
    return opened->document && strcmp(lyh_document_name(opened->document), name) == 0 &&
           is_same_file(&opened->file, file);
}

const opened_document *opened_get(opened_document *opened, lyh_study *study,
                                  const char *name, lyh_diags *diags)
{
    struct stat file;
    size_t index = find_file(study, name);
    if (index == LYH_NONE || stat(lyh_study_file(study, index), &file) != 0)
        return NULL;
    if (is_open(opened, name, &file))
        return opened;

    lyh_error error = { 0 };
    g_autoptr(lyh_document) document = lyh_study_document(study, index, diags, &error);
    g_autoptr(lyh_codings) suggestions = lyh_codings_new();
    if (!document || (lyh_study_codebook(study) &&
                      !lyh_study_suggest(study, document, suggestions, diags, &error)))
        return NULL;
    lyh_codings_sort(suggestions);
    opened_clear(opened);
    *opened = (opened_document){ .document = g_steal_pointer(&document),
                                 .suggestions = g_steal_pointer(&suggestions),
                                 .file = file };
    return opened;
}
