#include "opened.h"

#include <glib.h>

#include <lyhord/base/same_file.h>

#include "../coding/autoptr.h"
#include "../corpus/autoptr.h"
#include "../language/autoptr.h"

void opened_clear(opened_document *opened)
{
    lyh_document_free(opened->document);
    lyh_codings_free(opened->suggestions);
    *opened = (opened_document){ 0 };
}

static bool suggest(lyh_study *study, const lyh_document *document,
                    lyh_codings *suggestions, lyh_diags *diags)
{
    lyh_error error = { 0 };
    if (!lyh_study_codebook(study))
        return true;
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    lyh_tokens_read(tokens, document, lyh_study_vocabulary(study));
    return lyh_study_suggest(study, document, tokens, suggestions, diags, &error);
}

const opened_document *opened_get(opened_document *opened, lyh_study *study, size_t index,
                                  lyh_diags *diags)
{
    struct stat file;
    if (stat(lyh_study_file(study, index), &file) != 0)
        return NULL;
    if (opened->document && opened->index == index &&
        lyh_file_is_same(&opened->file, &file))
        return opened;

    lyh_error error = { 0 };
    g_autoptr(lyh_document) document = lyh_study_document(study, index, diags, &error);
    g_autoptr(lyh_codings) suggestions = lyh_codings_new();
    if (!document || !suggest(study, document, suggestions, diags))
        return NULL;
    lyh_codings_sort(suggestions);
    opened_clear(opened);
    *opened = (opened_document){ .document = g_steal_pointer(&document),
                                 .suggestions = g_steal_pointer(&suggestions),
                                 .index = index,
                                 .file = file };
    return opened;
}
