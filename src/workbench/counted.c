#include "counted.h"

#include <glib.h>

#include <lyhord/base/same_file.h>

#include "../coding/autoptr.h"
#include "../study/autoptr.h"

struct counted_documents {
    GArray *list; /* counted_document, by transcript */
    size_t next;  /* all before it have been looked at */
};

counted_documents *counted_new(void)
{
    counted_documents *counted = g_new0(counted_documents, 1);
    counted->list = g_array_new(FALSE, TRUE, sizeof(counted_document));
    return counted;
}

void counted_free(counted_documents *counted)
{
    if (!counted)
        return;
    g_array_unref(counted->list);
    g_free(counted);
}

void counted_forget(counted_documents *counted)
{
    g_array_set_size(counted->list, 0);
    counted->next = 0;
}

void counted_forget_suggestions(counted_documents *counted)
{
    for (guint i = 0; i < counted->list->len; i++)
        g_array_index(counted->list, counted_document, i).is_suggested = false;
    counted->next = 0;
}

bool counted_is_all(const counted_documents *counted, const lyh_study *study)
{
    return counted->next >= lyh_study_file_count(study);
}

static size_t count_answers(const lyh_document *document)
{
    size_t answers = 0;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++)
        answers += lyh_document_turn(document, i)->role == LYH_ROLE_RESPONDENT;
    return answers;
}

/* One that cannot be read stays unknown; the page says why when it is opened. */
static void count(counted_document *one, lyh_study *study, size_t index, lyh_diags *diags)
{
    lyh_error error = { 0 };
    g_auto(lyh_study_text) text = { 0 };
    g_autoptr(lyh_codings) suggestions = lyh_codings_new();
    *one = (counted_document){ 0 };
    if (stat(lyh_study_file(study, index), &one->file) != 0 ||
        !lyh_study_text_at(study, index, &text, diags, &error))
        return;
    one->is_read = true;
    one->answers = count_answers(text.document);
    one->is_suggested =
        !lyh_study_codebook(study) ||
        lyh_study_suggest(study, text.document, text.tokens, suggestions, diags, &error);
    one->suggestions = lyh_codings_count(suggestions);
}

bool counted_next(counted_documents *counted, lyh_study *study, lyh_diags *diags)
{
    size_t count_of_all = lyh_study_file_count(study);
    if (counted->list->len < count_of_all)
        g_array_set_size(counted->list, (guint)count_of_all);
    for (; counted->next < count_of_all; counted->next++) {
        counted_document *one =
            &g_array_index(counted->list, counted_document, counted->next);
        if (one->is_read && one->is_suggested)
            continue;
        count(one, study, counted->next++, diags);
        return true;
    }
    return false;
}

const counted_document *counted_at(counted_documents *counted, const lyh_study *study,
                                   size_t index)
{
    static const counted_document unknown = { 0 };
    struct stat file;
    if (index >= counted->list->len)
        return &unknown;
    counted_document *one = &g_array_index(counted->list, counted_document, index);
    if (!one->is_read)
        return one;
    if (stat(lyh_study_file(study, index), &file) == 0 &&
        lyh_file_is_same(&one->file, &file))
        return one;
    *one = unknown;
    counted->next = MIN(counted->next, index);
    return one;
}
