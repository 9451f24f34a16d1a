#include <lyhord/study/agreed.h>

#include <stdlib.h>

#include "codings.h"
#include "steps.h"
#include "study_private.h"

struct lyh_study_agreed {
    lyh_study *study;
    lyh_journal *journal;
    GPtrArray *coders; /* char * */
    GPtrArray *files;  /* lyh_codings_file *, of the coders so far */
    bool *wanted;      /* by transcript */
    lyh_agreement *agreement;
    study_steps *steps; /* NULL: not all sets are read */
    size_t documents;
    GArray *codes; /* lyh_agreed, of the codes so far */
};

static void free_file(void *file)
{
    lyh_codings_file_free(file);
}

static bool *wanted_of(const lyh_study *study,
                       bool (*is_wanted)(void *user, const char *document), void *user)
{
    bool *wanted = g_new0(bool, lyh_study_file_count(study) + 1);
    for (size_t i = 0; i < lyh_study_file_count(study); i++) {
        char *name = lyh_ingest_name(lyh_study_file(study, i));
        wanted[i] = is_wanted(user, name);
        free(name);
    }
    return wanted;
}

lyh_study_agreed *lyh_study_agreed_begin(
    lyh_study *study, lyh_journal *journal, const char *const *coders, size_t count,
    bool (*is_wanted)(void *user, const char *document), void *user)
{
    lyh_study_agreed *agreed = g_new0(lyh_study_agreed, 1);
    g_assert(study->codebook);
    agreed->study = study;
    agreed->journal = journal;
    agreed->coders = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(agreed->coders, g_strdup(coders[i]));
    agreed->files = g_ptr_array_new_with_free_func(free_file);
    agreed->wanted = wanted_of(study, is_wanted, user);
    agreed->agreement = lyh_agreement_new(study->codebook, LYH_AGREE_SENTENCE);
    agreed->codes = g_array_new(FALSE, FALSE, sizeof(lyh_agreed));
    return agreed;
}

void lyh_study_agreed_free(lyh_study_agreed *agreed)
{
    if (!agreed)
        return;
    lyh_agreement_free(agreed->agreement);
    study_steps_free(agreed->steps);
    g_ptr_array_unref(agreed->files);
    g_ptr_array_unref(agreed->coders);
    g_array_unref(agreed->codes);
    g_free(agreed->wanted);
    g_free(agreed);
}

/* A code that the codebook lacks is a mistake in the set, which the message names. */
static bool read_set(lyh_study_agreed *agreed, const char *coder, lyh_diags *diags,
                     lyh_error *error)
{
    lyh_csv *csv =
        lyh_study_codings_of(agreed->journal, coder, LYH_SOURCE_TRANSCRIPT, diags, error);
    if (!csv)
        return false;
    lyh_codings_file *file = lyh_codings_file_read(csv, agreed->study->codebook, diags);
    if (file) {
        g_ptr_array_add(agreed->files, file);
        if (lyh_agreement_add_file(agreed->agreement, file, coder, diags))
            return true;
    } else {
        lyh_csv_free(csv);
    }
    return lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_journal_path(agreed->journal));
}

static bool read_transcript(lyh_study_agreed *agreed, lyh_diags *diags, lyh_error *error)
{
    const lyh_document *document;
    const lyh_tokens *tokens;
    size_t index = study_steps_done(agreed->steps);
    if (!study_steps_next(agreed->steps, &document, &tokens, diags, error))
        return false;
    if (agreed->wanted[index])
        agreed->documents +=
            lyh_agreement_add_document(agreed->agreement, document, tokens, NULL, diags);
    return true;
}

bool lyh_study_agreed_is_all(const lyh_study_agreed *agreed)
{
    return agreed->codes->len == lyh_codebook_count(agreed->study->codebook);
}

bool lyh_study_agreed_next(lyh_study_agreed *agreed, lyh_diags *diags, lyh_error *error)
{
    if (lyh_study_agreed_is_all(agreed))
        return false;
    if (agreed->files->len < agreed->coders->len)
        return read_set(agreed, agreed->coders->pdata[agreed->files->len], diags, error);
    if (!agreed->steps)
        agreed->steps = study_steps_new(agreed->study);
    if (study_steps_done(agreed->steps) < lyh_study_file_count(agreed->study))
        return read_transcript(agreed, diags, error);
    lyh_agreed of = lyh_agreement_of(agreed->agreement, agreed->codes->len, false);
    g_array_append_val(agreed->codes, of);
    return true;
}

bool lyh_study_agreed_is_current(const lyh_study_agreed *agreed)
{
    return !agreed->steps || study_steps_are_current(agreed->steps);
}

size_t lyh_study_agreed_progress(const lyh_study_agreed *agreed, size_t *all)
{
    *all = lyh_study_file_count(agreed->study);
    return agreed->steps ? study_steps_done(agreed->steps) : 0;
}

size_t lyh_study_agreed_documents(const lyh_study_agreed *agreed)
{
    return agreed->documents;
}

lyh_agreed lyh_study_agreed_of(const lyh_study_agreed *agreed, size_t code)
{
    g_assert(lyh_study_agreed_is_all(agreed) && code < agreed->codes->len);
    return g_array_index(agreed->codes, lyh_agreed, code);
}
