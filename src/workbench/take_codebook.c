#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../base/autoptr.h"
#include "../study/autoptr.h"
#include "codebook_page.h"

/* One code said otherwise: first what that would do, then the change, and the way back. */

/* ---- what the page says ---- */

/* The change that the call asks for, its name in @name: NFC, nothing around it. False: it is none. */
static bool read_change(const route_call *call, lyh_code_change *change, char **name)
{
    const json_t *code = json_object_get(call->body, "code");
    const char *said = json_string_value(json_object_get(code, "name"));
    if (!said)
        return false;
    char *nfc = lyh_text_nfc(said, strlen(said), NULL);
    *name = g_strstrip(g_strdup(nfc));
    free(nfc);
    *change = (lyh_code_change){
        .code = *name,
        .is_new = json_is_true(json_object_get(call->body, "new")),
    };
    for (lyh_field field = LYH_FIELD_PARENT; field < LYH_FIELD_COUNT; field++) {
        const json_t *cell = json_object_get(code, codebook_page_field(field));
        if (cell && !json_is_string(cell))
            return false;
        change->cells[field] = json_string_value(cell);
    }
    return true;
}

static route_reply refuse_other(const workbench *bench)
{
    return route_refuse(bench, 409, "version",
                        N_("the codebook has been changed since you opened it, here or in "
                           "another program; look at it again, then change it"));
}

route_reply codebook_page_refuse(const workbench *bench, const lyh_error *error,
                                 lyh_field field)
{
    if (error->kind == LYH_ERROR_BUSY)
        return refuse_other(bench);
    route_reply reply = route_refuse_journal(bench, error);
    json_t *said = json_object_get(reply.json, "error");
    for (size_t i = 0; i < lyh_diags_count(bench->diags); i++) {
        const lyh_diag *diag = lyh_diags_at(bench->diags, i);
        if (diag->severity != LYH_SERIOUS)
            continue;
        json_object_set_new(said, "code", json_string(diag->code));
        json_object_set_new(said, "line", json_integer((json_int_t)diag->line));
        json_object_set_new(said, "column", json_integer((json_int_t)diag->column));
        break;
    }
    if (field != LYH_FIELD_COUNT)
        json_object_set_new(said, "field", json_string(codebook_page_field(field)));
    return reply;
}

/* ---- what it would do ---- */

/* A rule that became another is told once, with both sides. */
static json_t *json_of_change(const lyh_difference *difference, const lyh_change *change)
{
    const char *before = change->before, *after = change->after;
    if (change->pair != LYH_NONE) {
        if (change->kind == LYH_RULE_ADDED)
            return NULL;
        after = lyh_difference_at(difference, change->pair)->after;
    }
    return json_pack("{s:s, s:s, s:s}", "field", codebook_page_field(change->field),
                     "before", before, "after", after);
}

static json_t *difference_of(const lyh_code_changing *planned)
{
    const lyh_difference *difference = lyh_code_changing_difference(planned);
    json_t *rows = json_array();
    for (size_t i = 0; i < lyh_difference_count(difference); i++) {
        json_t *row = json_of_change(difference, lyh_difference_at(difference, i));
        if (row)
            json_array_append_new(rows, row);
    }
    return rows;
}

static json_t *warnings_of(const workbench *bench)
{
    json_t *warnings = json_array();
    for (size_t i = 0; i < lyh_diags_count(bench->diags); i++) {
        const lyh_diag *diag = lyh_diags_at(bench->diags, i);
        if (diag->severity == LYH_WARNING)
            json_array_append_new(warnings, json_string(diag->message));
    }
    return warnings;
}

route_reply take_codebook_question(workbench *bench, const route_call *call)
{
    uint64_t begun = bench->options->study.clock();
    lyh_error error = { 0 };
    lyh_field field = LYH_FIELD_COUNT;
    lyh_code_change change;
    g_autofree char *name = NULL;
    const char *version = route_text(call, "version");
    if (!version || !read_change(call, &change, &name))
        return route_refuse(bench, 422, "codebook", N_("say which theme, and what of it"));
    g_autoptr(lyh_code_changing) planned = lyh_code_changing_plan(
        bench->study, version, &change, &field, bench->diags, &error);
    if (!planned)
        return codebook_page_refuse(bench, &error, field);
    json_t *json = json_pack("{s:o, s:o}", "difference", difference_of(planned), "warnings",
                             warnings_of(bench));
    if (foreseen_ask(&bench->foreseen, bench->study, g_steal_pointer(&planned),
                     bench->diags, &error) &&
        codebook_page_put_effect(bench, json, begun, &error))
        return route_fine(json);
    json_decref(json);
    return codebook_page_refuse(bench, &error, LYH_FIELD_COUNT);
}

/* ---- the change, and the way back ---- */

static route_reply make(workbench *bench, const lyh_code_changing *planned)
{
    lyh_error error = { 0 };
    char now[21], day[11];
    bench->options->now(bench->options->user, now);
    g_strlcpy(day, now, sizeof day);
    const lyh_decider decider = { bench->coder, "", day };
    if (!lyh_code_changing_make(planned, &decider, bench->diags, &error))
        return codebook_page_refuse(bench, &error, LYH_FIELD_COUNT);
    if (!bench_reread_codebook(bench, &error))
        return codebook_page_refuse(bench, &error, LYH_FIELD_COUNT);
    const char *version = lyh_study_codebook_held(bench->study);
    return route_fine(json_pack("{s:s, s:b}", "version", version, "undo",
                                lyh_study_codebook_has_back(bench->study, version)));
}

route_reply take_codebook(workbench *bench, const route_call *call)
{
    lyh_error error = { 0 };
    lyh_field field = LYH_FIELD_COUNT;
    lyh_code_change change;
    g_autofree char *name = NULL;
    const char *version = route_text(call, "version");
    if (!bench->coder)
        return route_refuse_nobody(bench);
    if (!version || !read_change(call, &change, &name))
        return route_refuse(bench, 422, "codebook", N_("say which theme, and what of it"));
    g_autoptr(lyh_code_changing) planned = lyh_code_changing_plan(
        bench->study, version, &change, &field, bench->diags, &error);
    return planned ? make(bench, planned) : codebook_page_refuse(bench, &error, field);
}

static void note_code(void *user, const lyh_stored_coding *coding)
{
    g_hash_table_add(user, (gpointer)(uintptr_t)coding->code);
}

static bool is_used(void *user, const char *code)
{
    return g_hash_table_contains(user, code);
}

route_reply take_codebook_back(workbench *bench, const route_call *call)
{
    lyh_error error = { 0 };
    const char *version = route_text(call, "version");
    if (!bench->coder)
        return route_refuse_nobody(bench);
    if (!version || strlen(version) + 1 != LYH_CODEBOOK_VERSION_SIZE ||
        !lyh_study_codebook_has_back(bench->study, version))
        return route_refuse(bench, 409, "undo", N_("there is nothing to take back"));
    if (!known_refresh(bench->known, &error))
        return route_refuse_journal(bench, &error);
    g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
    known_visit(bench->known, NULL, note_code, used);
    g_autoptr(lyh_code_changing) planned = lyh_code_changing_plan_back(
        bench->study, version, is_used, used, bench->diags, &error);
    return planned ? make(bench, planned)
                   : codebook_page_refuse(bench, &error, LYH_FIELD_COUNT);
}
