#include "routes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/coding/agreement.h>
#include <lyhord/study/codings.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"
#include "../study/autoptr.h"
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

/* A code that the codebook lacks is a mistake in it, which the message names. */
static bool add_coder(agreeing *work, const char *coder, lyh_error *error)
{
    workbench *bench = work->bench;
    lyh_csv *csv = lyh_study_codings_of(bench->journal, coder, LYH_SOURCE_TRANSCRIPT,
                                        bench->diags, error);
    if (!csv)
        return false;
    lyh_codings_file *file =
        lyh_codings_file_read(csv, lyh_study_codebook(bench->study), bench->diags);
    if (file) {
        g_ptr_array_add(work->files, file);
        if (lyh_agreement_add_file(work->agreement, file, coder, bench->diags))
            return true;
    } else {
        lyh_csv_free(csv);
    }
    return lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_journal_path(bench->journal));
}

/* Those that every one of @coders has said "Klar" to. */
static bool are_all_done(const workbench *bench, const GPtrArray *coders,
                         const char *document)
{
    for (guint i = 0; i < coders->len; i++)
        if (!known_is_done(bench->known, document, coders->pdata[i]))
            return false;
    return true;
}

static size_t add_documents(agreeing *work, const GPtrArray *coders)
{
    size_t count = 0;
    lyh_study *study = work->bench->study;
    for (guint i = 0; i < work->bench->documents->len; i++) {
        if (!are_all_done(work->bench, coders, work->bench->documents->pdata[i]))
            continue;
        lyh_error error = { 0 };
        g_auto(lyh_study_text) text = { 0 };
        if (lyh_study_text_at(study, i, &text, work->bench->diags, &error))
            count += lyh_agreement_add_document(work->agreement, text.document, text.tokens,
                                                NULL, work->bench->diags);
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
    if (!names || !known_refresh(bench->known, &error))
        return route_refuse_journal(bench, &error);
    if (!codebook || coders->len < 2)
        return route_fine(json_pack("{s:[], s:i}", "rows", "documents", 0));

    agreeing work = { bench, lyh_agreement_new(codebook, LYH_AGREE_SENTENCE),
                      g_ptr_array_new_with_free_func(
                          (GDestroyNotify)(void (*)(void))lyh_codings_file_free) };
    bool are_there = true;
    for (guint i = 0; are_there && i < coders->len; i++)
        are_there = add_coder(&work, coders->pdata[i], &error);
    size_t documents = are_there ? add_documents(&work, coders) : 0;
    json_t *rows = documents > 0 ? rows_of(&work) : json_array();
    lyh_agreement_free(work.agreement);
    g_ptr_array_unref(work.files);
    return are_there ? route_fine(json_pack("{s:o, s:I}", "rows", rows, "documents",
                                            (json_int_t)documents))
                     : route_refuse_journal(bench, &error);
}
