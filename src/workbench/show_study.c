#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include "../store/autoptr.h"
#include "progress.h"

/* Only what is set, so that the page need not know empty from missing. */
static void put(json_t *object, const char *key, const char *text)
{
    if (*text)
        json_object_set_new(object, key, json_string(text));
}

static json_t *json_of_code(const lyh_codebook *codebook, const lyh_code *code)
{
    json_t *json = json_pack("{s:s, s:s, s:i}", "name", code->name, "label", code->label,
                             "depth", (int)code->depth);
    put(json, "colour", code->colour);
    put(json, "definition", code->definition);
    put(json, "when", code->when);
    put(json, "when_not", code->when_not);
    put(json, "example", code->example);
    if (code->parent != LYH_NONE)
        put(json, "parent", lyh_codebook_code(codebook, code->parent)->name);
    return json;
}

static json_t *codes_of(const lyh_codebook *codebook)
{
    json_t *codes = json_array();
    for (size_t i = 0; codebook && i < lyh_codebook_count(codebook); i++)
        json_array_append_new(codes,
                              json_of_code(codebook, lyh_codebook_code(codebook, i)));
    return codes;
}

/* ---- how far everyone has come ---- */

/* How many codings of mine, rejected ones left out, each interview has: its name to a number. */
static GHashTable *count_mine(const lyh_stored_codings *mine)
{
    GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_stored_codings_count(mine); i++) {
        const lyh_stored_coding *each = lyh_stored_codings_at(mine, i);
        gpointer name = (gpointer)(uintptr_t)each->place.document;
        guint before = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name));
        if (each->status != LYH_REJECTED)
            g_hash_table_insert(counts, name, GUINT_TO_POINTER(before + 1));
    }
    return counts;
}

static json_t *done_of(const workbench *bench, const lyh_stored_names *coders,
                       const char *document)
{
    json_t *done = json_object();
    for (size_t i = 0; i < lyh_stored_names_count(coders); i++) {
        const char *coder = lyh_stored_names_at(coders, i);
        if (bench_is_done(bench, document, coder))
            json_object_set_new(done, coder, json_true());
    }
    return done;
}

static json_t *documents_of(const workbench *bench, const lyh_stored_names *coders,
                            const lyh_stored_codings *mine)
{
    json_t *documents = json_array();
    g_autoptr(GHashTable) counts = count_mine(mine);
    for (guint i = 0; i < bench->documents->len; i++) {
        const char *name = bench->documents->pdata[i];
        int coded = GPOINTER_TO_INT(g_hash_table_lookup(counts, name));
        json_array_append_new(documents,
                              json_pack("{s:s, s:i, s:o}", "name", name, "coded", coded,
                                        "done", done_of(bench, coders, name)));
    }
    return documents;
}

static json_t *names_of(const lyh_stored_names *names)
{
    json_t *array = json_array();
    for (size_t i = 0; i < lyh_stored_names_count(names); i++)
        json_array_append_new(array, json_string(lyh_stored_names_at(names, i)));
    return array;
}

/* "Fortsätt där du var". */
static json_t *place_of(workbench *bench, lyh_error *error)
{
    lyh_stored_position position = { 0 };
    if (!bench->coder ||
        !lyh_journal_position(bench->journal, bench->coder, &position, error) ||
        !position.document)
        return json_null();
    json_t *place = json_pack("{s:s, s:I}", "document", position.document, "turn",
                              (json_int_t)position.turn);
    free(position.document);
    free(position.text_sha256);
    return place;
}

route_reply show_study(workbench *bench, const route_call *call)
{
    (void)call;
    lyh_error error = { 0 };
    const lyh_study *study = bench->study;
    g_autoptr(lyh_stored_names) coders = lyh_journal_coders(bench->journal, &error);
    g_autoptr(lyh_stored_codings) mine =
        lyh_journal_codings(bench->journal, bench->coder ? bench->coder : "", NULL, &error);
    if (!coders || !mine)
        return route_refuse_journal(bench, &error);
    json_t *json = json_pack(
        "{s:s, s:o, s:o, s:o, s:o}", "title", lyh_study_setting(study, "title"), "codes",
        codes_of(lyh_study_codebook(study)), "documents", documents_of(bench, coders, mine),
        "coders", names_of(coders), "place", place_of(bench, &error));
    json_object_set_new(json, "next", progress_next(bench));
    route_put_undo(bench, json);
    json_object_set_new(json, "coder",
                        bench->coder ? json_string(bench->coder) : json_null());
    return route_fine(json);
}
