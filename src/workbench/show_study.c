#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include "../store/autoptr.h"
#include "counted.h"
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

/* What somebody has done in one interview. */
typedef struct work_done {
    const char *coder;
    size_t codings;    /* rejected suggestions left out */
    GHashTable *turns; /* turns + 1 in which there are any */
} work_done;

static const char *coder_of(const workbench *bench)
{
    return bench->coder ? bench->coder : "";
}

static void count_coding(void *user, const lyh_stored_coding *coding)
{
    work_done *work = user;
    if (coding->status == LYH_REJECTED || strcmp(coding->coder, work->coder) != 0)
        return;
    work->codings++;
    if (coding->place.turn != LYH_NONE)
        g_hash_table_add(work->turns, GSIZE_TO_POINTER(coding->place.turn + 1));
}

/* "[12] ?" is how the page notes that somebody does not know what to say of turn 12. */
static bool is_unsure(const lyh_stored_memo *memo, const char *coder, size_t *turn)
{
    const char *rest;
    if (memo->about != LYH_MEMO_DOCUMENT || strcmp(memo->who, coder) != 0)
        return false;
    *turn = route_noted_turn(memo->text, &rest);
    return *turn != LYH_NONE && strcmp(rest, "?") == 0;
}

/* Of each document the turns + 1 that @coder does not know what to say of: names are lent by @memos. */
static GHashTable *unsure_of(const lyh_stored_memos *memos, const char *coder)
{
    GHashTable *unsure =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
    for (size_t i = 0; i < lyh_stored_memos_count(memos); i++) {
        const lyh_stored_memo *memo = lyh_stored_memos_at(memos, i);
        size_t turn;
        if (!is_unsure(memo, coder, &turn))
            continue;
        GArray *turns = g_hash_table_lookup(unsure, memo->document);
        if (!turns) {
            turns = g_array_new(FALSE, FALSE, sizeof(size_t));
            g_hash_table_insert(unsure, (gpointer)(uintptr_t)memo->document, turns);
        }
        turn++;
        g_array_append_val(turns, turn);
    }
    return unsure;
}

static json_t *work_in(const workbench *bench, GHashTable *unsure, const char *document)
{
    g_autoptr(GHashTable) turns = g_hash_table_new(g_direct_hash, g_direct_equal);
    work_done work = { coder_of(bench), 0, turns };
    known_visit(bench->known, document, count_coding, &work);
    const GArray *also = g_hash_table_lookup(unsure, document);
    for (guint i = 0; also && i < also->len; i++)
        g_hash_table_add(turns, GSIZE_TO_POINTER(g_array_index(also, size_t, i)));
    return json_pack("{s:s, s:I, s:I}", "name", document, "coded", (json_int_t)work.codings,
                     "answered", (json_int_t)g_hash_table_size(turns));
}

static json_t *done_of(const workbench *bench, const lyh_stored_names *coders,
                       const char *document)
{
    json_t *done = json_object();
    for (size_t i = 0; i < lyh_stored_names_count(coders); i++) {
        const char *coder = lyh_stored_names_at(coders, i);
        if (known_is_done(bench->known, document, coder))
            json_object_set_new(done, coder, json_true());
    }
    return done;
}

/* What is not known yet is left out. */
static void put_counted(json_t *json, const counted_document *counted)
{
    if (counted->is_read)
        json_object_set_new(json, "answers", json_integer((json_int_t)counted->answers));
    if (counted->is_suggested)
        json_object_set_new(json, "suggested",
                            json_integer((json_int_t)counted->suggestions));
}

static json_t *documents_of(const workbench *bench, const lyh_stored_names *coders,
                            const lyh_stored_memos *memos)
{
    json_t *documents = json_array();
    g_autoptr(GHashTable) unsure = unsure_of(memos, coder_of(bench));
    for (guint i = 0; i < bench->documents->len; i++) {
        const char *name = bench->documents->pdata[i];
        json_t *json = work_in(bench, unsure, name);
        json_object_set_new(json, "done", done_of(bench, coders, name));
        put_counted(json, counted_at(bench->counted, bench->study, i));
        json_array_append_new(documents, json);
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
    g_autoptr(lyh_stored_memos) memos = lyh_journal_memos(bench->journal, &error);
    if (!coders || !memos || !known_refresh(bench->known, &error))
        return route_refuse_journal(bench, &error);
    json_t *json =
        json_pack("{s:s, s:o, s:o, s:o, s:o}", "title", lyh_study_setting(study, "title"),
                  "codes", codes_of(lyh_study_codebook(study)), "documents",
                  documents_of(bench, coders, memos), "coders", names_of(coders), "place",
                  place_of(bench, &error));
    json_object_set_new(json, "next", progress_next(bench));
    json_object_set_new(json, "counting",
                        json_boolean(!counted_is_all(bench->counted, study)));
    route_put_undo(bench, json);
    json_object_set_new(json, "coder",
                        bench->coder ? json_string(bench->coder) : json_null());
    return route_fine(json);
}
