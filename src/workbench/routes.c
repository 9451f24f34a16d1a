#include "routes.h"

#include "file_before.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/output.h>
#include <lyhord/study/lock.h>

#include "../base/autoptr.h"

static const struct route {
    const char *method, *path;
    route_taker answer;
} routes[] = {
    /* clang-format off */
    { "GET", "/api/agreement", show_agreement },
    { "GET", "/api/codebook", show_codebook },
    { "GET", "/api/codebook-effect", show_codebook_effect },
    { "GET", "/api/codings", show_codings },
    { "GET", "/api/document", show_document },
    { "GET", "/api/finds", show_finds },
    { "GET", "/api/groups", show_groups },
    { "GET", "/api/kwic", show_kwic },
    { "GET", "/api/matrix", show_matrix },
    { "GET", "/api/pairs", show_pairs },
    { "GET", "/api/speakers", show_speakers },
    { "GET", "/api/statements", show_statements },
    { "GET", "/api/study", show_study },
    { "GET", "/api/summary", show_summary },
    { "GET", "/api/words", show_words },
    { "POST", "/api/alive", take_sign_of_life },
    { "POST", "/api/codebook", take_codebook_question },
    { "POST", "/api/codebook-apply", take_codebook },
    { "POST", "/api/codebook-undo", take_codebook_back },
    { "POST", "/api/coder", take_coder },
    { "POST", "/api/events", take_events },
    { "POST", "/api/files", take_file },
    { "POST", "/api/find", take_find },
    { "POST", "/api/group", take_group },
    { "POST", "/api/leave", take_leave },
    { "POST", "/api/new-texts", take_new_texts },
    { "POST", "/api/redo", take_redo },
    { "POST", "/api/speakers", take_speakers },
    { "POST", "/api/take-in", take_codings },
    { "POST", "/api/undo", take_undo },
    /* clang-format on */
};

route_reply route_fine(json_t *json)
{
    return (route_reply){ 200, json };
}

route_reply route_refuse(const workbench *bench, unsigned status, const char *code,
                         const char *message)
{
    json_t *json = json_pack("{s:{s:s, s:s}}", "error", "code", code, "message",
                             lyh_tr(bench->options->catalog, message));
    return (route_reply){ status, json };
}

route_reply route_refuse_nobody(const workbench *bench)
{
    return route_refuse(bench, 409, "coder", N_("say who you are first"));
}

/* Diagnostics hold no words of an interview. */
static const char *first_message(const workbench *bench)
{
    for (size_t i = 0; i < lyh_diags_count(bench->diags); i++)
        if (lyh_diags_at(bench->diags, i)->severity == LYH_SERIOUS)
            return lyh_diags_at(bench->diags, i)->message;
    return NULL;
}

route_reply route_refuse_journal(const workbench *bench, const lyh_error *error)
{
    const char *message = first_message(bench);
    if (error->kind == LYH_ERROR_BUSY)
        return route_refuse(bench, 503, "busy",
                            N_("somebody else is writing just now; try again"));
    if (error->kind != LYH_ERROR_DATA || !message)
        return route_refuse(bench, 500, "disk",
                            N_("it could not be kept: is the disk full?"));
    json_t *json =
        json_pack("{s:{s:s, s:s}}", "error", "code", "journal", "message", message);
    return (route_reply){ 422, json };
}

void route_put_undo(workbench *bench, json_t *json)
{
    lyh_error error = { 0 };
    lyh_event_id undo = { 0 }, redo = { 0 };
    bool is_known = bench->coder &&
                    lyh_journal_undo_next(bench->journal, bench->coder, &undo, &error) &&
                    lyh_journal_redo_next(bench->journal, bench->coder, &redo, &error);
    json_object_set_new(json, "undo",
                        json_boolean(is_known && !lyh_event_id_is_none(undo)));
    json_object_set_new(json, "redo",
                        json_boolean(is_known && !lyh_event_id_is_none(redo)));
}

void route_put_place(json_t *json, size_t start, size_t end)
{
    json_object_set_new(json, "start", json_integer((json_int_t)start));
    json_object_set_new(json, "end", json_integer((json_int_t)end));
}

json_t *route_coding(const lyh_stored_coding *coding)
{
    char id[LYH_EVENT_ID_SIZE];
    lyh_event_id_text(coding->id, id);
    json_t *json =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "id", id, "code", coding->code,
                  "polarity", lyh_polarity_name(coding->polarity), "state",
                  lyh_state_name(coding->state), "status", lyh_status_name(coding->status),
                  "mark", lyh_mark_name(coding->mark), "words", coding->place.quote);
    route_put_place(json, coding->place.start, coding->place.end);
    if (coding->place.turn != LYH_NONE)
        json_object_set_new(json, "turn", json_integer((json_int_t)coding->place.turn));
    return json;
}

size_t route_noted_turn(const char *text, const char **rest)
{
    char *end = NULL;
    guint64 turn = *text == '[' ? g_ascii_strtoull(text + 1, &end, 10) : 0;
    *rest = text;
    if (!end || end == text + 1 || *end != ']')
        return LYH_NONE;
    *rest = end + 1 + strspn(end + 1, " ");
    return (size_t)turn;
}

route_reply route_alone(workbench *bench, const route_call *call, route_taker take)
{
    lyh_error error = { 0 };
    int lock = lyh_folder_lock(bench->options->study.folder, &error);
    if (lock < 0)
        return route_refuse_journal(bench, &error);
    route_reply reply = take(bench, call);
    lyh_folder_unlock(lock);
    return reply;
}

route_reply route_keep_edit(workbench *bench, const char *path, const lyh_csv_edit *edit)
{
    size_t size;
    lyh_error error = { 0 };
    g_auto(file_before) before = { 0 };
    if (!file_before_read(&before, path, &error))
        return route_refuse_journal(bench, &error);
    char *bytes = lyh_csv_edit_bytes(edit, &size);
    bool is_kept = lyh_file_write(path, bytes, size, &error);
    free(bytes);
    if (is_kept && bench_reopen(bench))
        return route_fine(json_object());
    if (is_kept && file_before_put_back(&before, &error))
        lyh_error_set(&error, LYH_ERROR_DATA, 0, path);
    return route_refuse_journal(bench, &error);
}

const char *route_text(const route_call *call, const char *key)
{
    return json_string_value(json_object_get(call->body, key));
}

/* What can be asked while there is no journal yet. */
static const struct route first_routes[] = {
    { "GET", "/api/study", show_codings_in_files },
    { "GET", "/api/words", show_words },
    { "POST", "/api/alive", take_sign_of_life },
    { "POST", "/api/coder", take_coder },
    { "POST", "/api/leave", take_leave },
    { "POST", "/api/take-in", take_codings },
};

static route_reply answer(workbench *bench, const char *method, const route_call *call)
{
    bool is_path = false;
    for (size_t i = 0; !bench->journal && i < G_N_ELEMENTS(first_routes); i++)
        if (strcmp(first_routes[i].path, call->path) == 0 &&
            strcmp(first_routes[i].method, method) == 0)
            return first_routes[i].answer(bench, call);
    if (!bench->journal)
        return route_refuse(bench, 409, "take-in",
                            N_("take in the codings in files first"));
    for (size_t i = 0; i < G_N_ELEMENTS(routes); i++) {
        if (strcmp(routes[i].path, call->path) != 0)
            continue;
        is_path = true;
        if (strcmp(routes[i].method, method) == 0)
            return routes[i].answer(bench, call);
    }
    if (is_path)
        return route_refuse(bench, 405, "method",
                            N_("this cannot be asked for in that way"));
    return route_refuse(bench, 404, "path", N_("there is no such page"));
}

route_reply route_answer(workbench *bench, const char *method, const route_call *call)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(bench->options->catalog);
    bench->diags = diags;
    route_reply reply = answer(bench, method, call);
    bench->diags = NULL;
    return reply;
}
