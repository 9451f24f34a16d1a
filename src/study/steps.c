#include "steps.h"

#include <errno.h>

#include <lyhord/base/same_file.h>

#include "kept.h"

struct study_steps {
    lyh_study *study;
    size_t done;
    bool is_kept;           /* the study keeps what is stepped to */
    size_t times_forgotten; /* of what is kept, when this began */
    /* else what this walk has read itself: */
    struct study_repeats repeats;
    GArray *files; /* struct stat, of each when it was read */
    lyh_document *document;
    lyh_tokens *tokens;
};

study_steps *study_steps_new(lyh_study *study)
{
    study_steps *steps = g_new0(study_steps, 1);
    steps->study = study;
    steps->files = g_array_new(FALSE, FALSE, sizeof(struct stat));
    steps->tokens = lyh_tokens_new();
    if (study->kept && !study_kept_begin(study))
        study_begin_repeats(study);
    steps->is_kept = study_keeps(study);
    steps->repeats.duplicates = lyh_duplicates_new();
    if (steps->is_kept)
        steps->times_forgotten = study_kept_times_forgotten(study);
    return steps;
}

void study_steps_free(study_steps *steps)
{
    if (!steps)
        return;
    lyh_duplicates_free(steps->repeats.duplicates);
    g_array_unref(steps->files);
    lyh_document_free(steps->document);
    lyh_tokens_free(steps->tokens);
    g_free(steps);
}

/* Another walk may have come to another place: its repeats are put aside and back. */
static void mark_repeats(study_steps *steps)
{
    lyh_study *study = steps->study;
    const struct study_repeats theirs = study->repeats;
    study->repeats = steps->repeats;
    study_mark_repeats(study, steps->document, steps->tokens);
    steps->repeats = study->repeats;
    study->repeats = theirs;
}

static bool read_next(study_steps *steps, lyh_diags *diags, lyh_error *error)
{
    const lyh_study *study = steps->study;
    struct stat file;
    const char *path = lyh_study_file(study, steps->done);
    g_clear_pointer(&steps->document, lyh_document_free);
    if (stat(path, &file) != 0)
        return lyh_error_set(error, LYH_ERROR_NO_INPUT, errno, path);
    steps->document = lyh_study_document(steps->study, steps->done, diags, error);
    if (!steps->document)
        return false;
    lyh_tokens_read(steps->tokens, steps->document, study->vocabulary);
    if (!study->options.is_plain)
        mark_repeats(steps);
    g_array_append_val(steps->files, file);
    return true;
}

/* What is kept may have been forgotten, or have grown too large, since this began. */
static bool can_go_on(const study_steps *steps)
{
    const lyh_study *study = steps->study;
    return !steps->is_kept ||
           (steps->times_forgotten == study_kept_times_forgotten(study) &&
            (study_keeps(study) || steps->done < study_kept_count(study)));
}

bool study_steps_next(study_steps *steps, const lyh_document **document,
                      const lyh_tokens **tokens, lyh_diags *diags, lyh_error *error)
{
    if (steps->done >= lyh_study_file_count(steps->study) || !can_go_on(steps))
        return false;
    *document = NULL;
    *tokens = steps->tokens;
    if (steps->is_kept)
        study_kept_get(steps->study, steps->done, document, tokens, diags, error);
    else if (read_next(steps, diags, error))
        *document = steps->document;
    steps->done += *document != NULL;
    return *document != NULL;
}

size_t study_steps_done(const study_steps *steps)
{
    return steps->done;
}

bool study_steps_are_current(const study_steps *steps)
{
    if (steps->is_kept)
        return can_go_on(steps) && study_kept_is_as_read(steps->study);
    for (size_t i = 0; i < steps->done; i++) {
        struct stat file;
        if (stat(lyh_study_file(steps->study, i), &file) != 0 ||
            !lyh_file_is_same(&file, &g_array_index(steps->files, struct stat, i)))
            return false;
    }
    return true;
}
