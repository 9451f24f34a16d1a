#include "routes.h"

#include <math.h>
#include <string.h>

#include "../store/autoptr.h"

/*
 * How far the coders agree, in the interviews that all of them are done with, sentence by
 * sentence: the same reckoning as `lyhord agree`. It takes a while of a large study, so it is done as long as a
 * request may take and while nobody asks, and kept until somebody decides something more.
 */

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

static json_t *rows_of(const workbench *bench)
{
    json_t *rows = json_array();
    const lyh_codebook *codebook = lyh_study_codebook(bench->study);
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++) {
        const lyh_agreed agreed = lyh_study_agreed_of(bench->agreed, code);
        json_t *row = json_of_agreed(&agreed);
        const char *unit = lyh_agreement_unit_name(LYH_AGREE_SENTENCE);
        json_object_set_new(row, "unit", json_string(unit));
        json_object_set_new(row, "code",
                            json_string(lyh_codebook_code(codebook, code)->name));
        json_array_append_new(rows, row);
    }
    return rows;
}

static route_reply answer(const workbench *bench)
{
    size_t documents = lyh_study_agreed_documents(bench->agreed), all;
    if (lyh_study_agreed_is_all(bench->agreed))
        return route_fine(json_pack("{s:o, s:I}", "rows",
                                    documents > 0 ? rows_of(bench) : json_array(),
                                    "documents", (json_int_t)documents));
    size_t done = lyh_study_agreed_progress(bench->agreed, &all);
    return route_fine(json_pack("{s:{s:I, s:I}}", "counting", "done", (json_int_t)done,
                                "all", (json_int_t)all));
}

/* ---- reckoning ---- */

typedef struct all_coders {
    const workbench *bench;
    GPtrArray *names; /* const char *, lent */
} all_coders;

/* Those that every one of them has said "Klar" to. */
static bool are_all_done(void *user, const char *document)
{
    const all_coders *coders = user;
    for (guint i = 0; i < coders->names->len; i++)
        if (!known_is_done(coders->bench->known, document, coders->names->pdata[i]))
            return false;
    return true;
}

static GPtrArray *coders_of(const lyh_stored_names *names)
{
    GPtrArray *coders = g_ptr_array_new();
    for (size_t i = 0; i < lyh_stored_names_count(names); i++)
        if (strcmp(lyh_stored_names_at(names, i), LYH_TOGETHER) != 0)
            g_ptr_array_add(coders, (gpointer)(uintptr_t)lyh_stored_names_at(names, i));
    return coders;
}

/* False: there are not two to compare, or no codebook to compare by; or @error. */
static bool begin(workbench *bench, lyh_error *error)
{
    g_autoptr(lyh_stored_names) names = lyh_journal_coders(bench->journal, error);
    if (!names)
        return false;
    g_autoptr(GPtrArray) coders = coders_of(names);
    all_coders all = { bench, coders };
    if (coders->len < 2 || !lyh_study_codebook(bench->study))
        return false;
    bench->agreed = lyh_study_agreed_begin(bench->study, bench->journal,
                                           (const char *const *)(const void *)coders->pdata,
                                           coders->len, are_all_done, &all);
    return true;
}

/* Is there something to go on with, of the journal and the transcripts as they are? */
static bool is_begun(workbench *bench, lyh_error *error)
{
    uint64_t last;
    if (!known_refresh(bench->known, error) ||
        !lyh_journal_last(bench->journal, &last, error))
        return false;
    if (bench->agreed && bench->agreed_last == last &&
        lyh_study_agreed_is_current(bench->agreed))
        return true;
    g_clear_pointer(&bench->agreed, lyh_study_agreed_free);
    bench->agreed_last = last;
    return begin(bench, error);
}

static bool go_on(workbench *bench, uint64_t begun, lyh_error *error)
{
    lyh_clock clock = bench->options->study.clock;
    while (lyh_study_agreed_next(bench->agreed, bench->diags, error))
        if (clock() - begun >= FORESEEN_LONG)
            return true;
    return error->kind == LYH_ERROR_NONE;
}

route_reply show_agreement(workbench *bench, const route_call *call)
{
    (void)call;
    lyh_error error = { 0 };
    uint64_t begun = bench->options->study.clock();
    if (is_begun(bench, &error) && go_on(bench, begun, &error))
        return answer(bench);
    g_clear_pointer(&bench->agreed, lyh_study_agreed_free);
    return error.kind == LYH_ERROR_NONE
               ? route_fine(json_pack("{s:[], s:i}", "rows", "documents", 0))
               : route_refuse_journal(bench, &error);
}
