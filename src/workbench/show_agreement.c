#include "routes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/coding/agreement.h>
#include <lyhord/study/codings.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"
#include "../corpus/autoptr.h"
#include "../language/autoptr.h"
#include "../store/autoptr.h"

/*
 * How far the coders agree, in the interviews that all of them are done with, sentence by
 * sentence: the same reckoning as `lyhord agree`.
 */
typedef struct agreeing {
    workbench *bench;
    lyh_agreement *agreement;
    GPtrArray *files; /* lyh_codings_file *, which the agreement borrows */
} agreeing;

static bool is_set_of(const char *path, const char *coder)
{
    char *name = lyh_ingest_name(path);
    bool is_it = strcmp(name, coder) == 0;
    free(name);
    return is_it;
}

/* A code that the codebook lacks is a mistake in it, which the message names. */
static bool add_coder(agreeing *work, char *const *sets, const char *coder,
                      lyh_error *error)
{
    const lyh_codebook *codebook = lyh_study_codebook(work->bench->study);
    for (char *const *path = sets; *path; path++) {
        if (!is_set_of(*path, coder))
            continue;
        lyh_csv *csv =
            lyh_study_codings_open(*path, LYH_SOURCE_TRANSCRIPT, work->bench->diags, error);
        lyh_codings_file *file =
            csv ? lyh_codings_file_read(csv, codebook, work->bench->diags) : NULL;
        if (!file) {
            lyh_csv_free(csv);
            return csv ? lyh_error_set(error, LYH_ERROR_DATA, 0, *path) : false;
        }
        g_ptr_array_add(work->files, file);
        return lyh_agreement_add_file(work->agreement, file, coder, work->bench->diags) ||
               lyh_error_set(error, LYH_ERROR_DATA, 0, *path);
    }
    return lyh_error_set(error, LYH_ERROR_DATA, 0, coder);
}

/* Those that every one of @coders has said "Klar" to. */
static bool are_all_done(const workbench *bench, const GPtrArray *coders,
                         const char *document)
{
    for (guint i = 0; i < coders->len; i++)
        if (!bench_is_done(bench, document, coders->pdata[i]))
            return false;
    return true;
}

static size_t add_documents(agreeing *work, const GPtrArray *coders)
{
    size_t count = 0;
    lyh_study *study = work->bench->study;
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    for (guint i = 0; i < work->bench->documents->len; i++) {
        if (!are_all_done(work->bench, coders, work->bench->documents->pdata[i]))
            continue;
        lyh_error error = { 0 };
        g_autoptr(lyh_document) document =
            lyh_study_document(study, i, work->bench->diags, &error);
        if (!document)
            continue;
        lyh_tokens_read(tokens, document, lyh_study_vocabulary(study));
        count += lyh_agreement_add_document(work->agreement, document, tokens, NULL,
                                            work->bench->diags);
    }
    return count;
}

static json_t *number_or_null(double number)
{
    return isnan(number) ? json_null() : json_real(number);
}

static json_t *json_of_agreed(const lyh_agreed *agreed)
{
    return json_pack("{s:I, s:o, s:o, s:o, s:o, s:o}", "units", (json_int_t)agreed->units,
                     "percent", number_or_null(100 * agreed->share), "kappa",
                     number_or_null(agreed->kappa), "alpha", number_or_null(agreed->alpha),
                     "low", number_or_null(agreed->interval.low), "high",
                     number_or_null(agreed->interval.high));
}

static json_t *rows_of(const agreeing *work)
{
    json_t *rows = json_array();
    const lyh_codebook *codebook = lyh_study_codebook(work->bench->study);
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++) {
        const lyh_agreed agreed = lyh_agreement_of(work->agreement, code, false);
        json_t *row = json_of_agreed(&agreed);
        const char *unit = lyh_agreement_unit_name(LYH_AGREE_SENTENCE);
        json_object_set_new(row, "unit", json_string(unit));
        json_object_set_new(row, "code",
                            json_string(lyh_codebook_code(codebook, code)->name));
        json_array_append_new(rows, row);
    }
    return rows;
}

static GPtrArray *coders_of(const lyh_stored_names *names)
{
    GPtrArray *coders = g_ptr_array_new();
    for (size_t i = 0; names && i < lyh_stored_names_count(names); i++)
        if (strcmp(lyh_stored_names_at(names, i), LYH_TOGETHER) != 0)
            g_ptr_array_add(coders, (gpointer)(uintptr_t)lyh_stored_names_at(names, i));
    return coders;
}

route_reply show_agreement(workbench *bench, const route_call *call)
{
    (void)call;
    lyh_error error = { 0 };
    const lyh_codebook *codebook = lyh_study_codebook(bench->study);
    g_autoptr(lyh_stored_names) names = lyh_journal_coders(bench->journal, &error);
    g_autoptr(GPtrArray) coders = coders_of(names);
    if (!codebook || coders->len < 2)
        return route_fine(json_pack("{s:[], s:i}", "rows", "documents", 0));

    char **sets =
        lyh_study_codings_list(bench->options->study.folder, bench->diags, &error);
    agreeing work = { bench, lyh_agreement_new(codebook, LYH_AGREE_SENTENCE),
                      g_ptr_array_new_with_free_func(
                          (GDestroyNotify)(void (*)(void))lyh_codings_file_free) };
    bool are_there = sets != NULL;
    for (guint i = 0; are_there && i < coders->len; i++)
        are_there = add_coder(&work, sets, coders->pdata[i], &error);
    size_t documents = are_there ? add_documents(&work, coders) : 0;
    json_t *rows = documents > 0 ? rows_of(&work) : json_array();
    lyh_study_codings_list_free(sets);
    lyh_agreement_free(work.agreement);
    g_ptr_array_unref(work.files);
    return are_there ? route_fine(json_pack("{s:o, s:I}", "rows", rows, "documents",
                                            (json_int_t)documents))
                     : route_refuse_journal(bench, &error);
}
