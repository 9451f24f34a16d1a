#include "kept.h"

#include <errno.h>

#include <lyhord/base/same_file.h>

typedef struct kept_transcript {
    lyh_document *document; /* NULL: it could not be read, and is tried again each time */
    lyh_tokens *tokens;
    struct stat file; /* as it was when it was read */
} kept_transcript;

/* In the order of the files: what is a repeat depends on all that stands before it. */
struct study_kept {
    GArray *list; /* kept_transcript */
    size_t size;
    bool is_too_large;
    size_t times_forgotten;
};

static void clear_transcript(void *data)
{
    kept_transcript *one = data;
    lyh_document_free(one->document);
    lyh_tokens_free(one->tokens);
}

void study_kept_free(struct study_kept *kept)
{
    if (!kept)
        return;
    g_array_unref(kept->list);
    g_free(kept);
}

void lyh_study_keep(lyh_study *study)
{
    if (study->kept)
        return;
    study->kept = g_new0(struct study_kept, 1);
    study->kept->list = g_array_new(FALSE, FALSE, sizeof(kept_transcript));
    g_array_set_clear_func(study->kept->list, clear_transcript);
}

bool study_kept_is_as_read(const lyh_study *study)
{
    const GArray *list = study->kept->list;
    for (guint i = 0; i < list->len; i++) {
        struct stat file;
        if (stat(lyh_study_file(study, i), &file) != 0 ||
            !lyh_file_is_same(&file, &g_array_index(list, kept_transcript, i).file))
            return false;
    }
    return true;
}

static void forget(struct study_kept *kept)
{
    g_array_set_size(kept->list, 0);
    kept->size = 0;
    kept->times_forgotten++;
}

bool study_keeps(const lyh_study *study)
{
    return study->kept && !study->kept->is_too_large;
}

size_t study_kept_times_forgotten(const lyh_study *study)
{
    return study->kept->times_forgotten;
}

size_t study_kept_count(const lyh_study *study)
{
    return study->kept->list->len;
}

bool study_kept_begin(lyh_study *study)
{
    struct study_kept *kept = study->kept;
    if (!kept)
        return false;
    if (kept->is_too_large || !study_kept_is_as_read(study))
        forget(kept);
    study->repeats.codings = 0;
    return kept->list->len > 0;
}

static void read_next(lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    struct study_kept *kept = study->kept;
    kept_transcript made = { 0 };
    size_t index = kept->list->len;
    if (stat(lyh_study_file(study, index), &made.file) == 0)
        made.document = lyh_study_document(study, index, diags, error);
    else
        lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, lyh_study_file(study, index));
    if (made.document) {
        made.tokens = lyh_tokens_new();
        lyh_tokens_read(made.tokens, made.document, study->vocabulary);
        if (!study->options.is_plain)
            study_mark_repeats(study, made.document, made.tokens);
        kept->size += 2 * lyh_document_size(made.document) +
                      lyh_tokens_count(made.tokens) * sizeof(lyh_token);
    }
    g_array_append_val(kept->list, made);
    kept->is_too_large = kept->size > LYH_STUDY_KEPT_MOST;
}

/* One that cannot be read is read again, so that each walk says why. */
static void tell_unreadable(lyh_study *study, size_t index, lyh_diags *diags,
                            lyh_error *error)
{
    lyh_document_free(lyh_study_document(study, index, diags, error));
    if (error->kind == LYH_ERROR_NONE)
        lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_study_file(study, index));
}

bool study_kept_get(lyh_study *study, size_t index, const lyh_document **document,
                    const lyh_tokens **tokens, lyh_diags *diags, lyh_error *error)
{
    struct study_kept *kept = study->kept;
    if (!kept || (kept->is_too_large && index >= kept->list->len))
        return false;
    g_assert(index <= kept->list->len);
    bool is_new = index >= kept->list->len;
    if (is_new)
        read_next(study, diags, error);
    const kept_transcript *one = &g_array_index(kept->list, kept_transcript, index);
    if (!one->document && !is_new)
        tell_unreadable(study, index, diags, error);
    *document = one->document;
    *tokens = one->tokens;
    return true;
}

static bool can_keep_more(const lyh_study *study)
{
    const struct study_kept *kept = study->kept;
    return kept && !kept->is_too_large && kept->list->len < lyh_study_file_count(study);
}

bool lyh_study_keep_next(lyh_study *study, lyh_diags *diags)
{
    if (!can_keep_more(study))
        return false;
    if (study->kept->list->len == 0)
        study_begin_repeats(study);
    lyh_error error = { 0 };
    read_next(study, diags, &error);
    return true;
}

/* ---- one by itself ---- */

static const kept_transcript *kept_at(const lyh_study *study, size_t index)
{
    struct stat file;
    const GArray *list = study->kept ? study->kept->list : NULL;
    if (!list || index >= list->len)
        return NULL;
    const kept_transcript *one = &g_array_index(list, kept_transcript, index);
    bool is_whole = one->document && lyh_document_repeat_count(one->document) == 0;
    return is_whole && stat(lyh_study_file(study, index), &file) == 0 &&
                   lyh_file_is_same(&file, &one->file)
               ? one
               : NULL;
}

/* The next to be kept is read for that, and its mistakes are told by whoever reads it again. */
bool lyh_study_text_at(lyh_study *study, size_t index, lyh_study_text *text,
                       lyh_diags *diags, lyh_error *error)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    if (can_keep_more(study) && study->kept->list->len == index)
        lyh_study_keep_next(study, unsaid);
    const kept_transcript *one = kept_at(study, index);
    if (one) {
        *text = (lyh_study_text){ .document = one->document, .tokens = one->tokens };
        return true;
    }
    *text = (lyh_study_text){ .own = lyh_study_document(study, index, diags, error) };
    if (!text->own)
        return false;
    text->own_tokens = lyh_tokens_new();
    lyh_tokens_read(text->own_tokens, text->own, study->vocabulary);
    text->document = text->own;
    text->tokens = text->own_tokens;
    return true;
}

void lyh_study_text_clear(lyh_study_text *text)
{
    lyh_document_free(text->own);
    lyh_tokens_free(text->own_tokens);
    *text = (lyh_study_text){ 0 };
}
