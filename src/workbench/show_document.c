#include "routes.h"

#include <string.h>

#include <lyhord/store/anchor.h>

#include "../store/autoptr.h"

static json_t *words_at(const lyh_document *document, size_t start, size_t end)
{
    return json_stringn(lyh_document_text(document) + start, end - start);
}

/* Bytes in the document, told in code points. */
static void put_span(json_t *json, const lyh_document *document, size_t start, size_t end)
{
    route_put_place(json, lyh_document_character(document, start),
                    lyh_document_character(document, end));
}

static json_t *json_of_turn(const lyh_study *study, const lyh_document *document,
                            size_t index)
{
    const lyh_turn *turn = lyh_document_turn(document, index);
    const lyh_speaker *speaker = lyh_document_speaker(document, turn->speaker);
    json_t *json = json_pack("{s:i, s:s, s:s, s:o}", "turn", (int)index, "role",
                             lyh_role_name(turn->role), "speaker", speaker->mark, "text",
                             words_at(document, turn->start, turn->end));
    put_span(json, document, turn->start, turn->end);
    if (turn->respondent != LYH_NONE)
        json_object_set_new(json, "respondent",
                            json_string(lyh_respondents_id(lyh_study_respondents(study),
                                                           turn->respondent)));
    return json;
}

static json_t *turns_of(const lyh_study *study, const lyh_document *document)
{
    json_t *turns = json_array();
    for (size_t i = 0; i < lyh_document_turn_count(document); i++)
        json_array_append_new(turns, json_of_turn(study, document, i));
    return turns;
}

/* ---- notes ---- */

static json_t *json_of_memo(const lyh_stored_memo *memo)
{
    char id[LYH_EVENT_ID_SIZE];
    lyh_event_id_text(memo->id, id);
    json_t *json =
        json_pack("{s:s, s:s, s:s}", "id", id, "text", memo->text, "who", memo->who);
    if (memo->about == LYH_MEMO_CODING) {
        lyh_event_id_text(memo->coding, id);
        json_object_set_new(json, "coding", json_string(id));
    }
    return json;
}

static bool is_about(const lyh_stored_memo *memo, const char *document,
                     const lyh_stored_codings *mine)
{
    if (memo->about == LYH_MEMO_DOCUMENT)
        return strcmp(memo->document, document) == 0;
    for (size_t i = 0; i < lyh_stored_codings_count(mine); i++)
        if (memo->about == LYH_MEMO_CODING &&
            lyh_event_id_equal(lyh_stored_codings_at(mine, i)->id, memo->coding))
            return true;
    return false;
}

/* One's own, on this interview and on one's codings in it. */
static json_t *memos_of(workbench *bench, const char *document,
                        const lyh_stored_codings *mine, lyh_error *error)
{
    g_autoptr(lyh_stored_memos) all = lyh_journal_memos(bench->journal, error);
    json_t *memos = json_array();
    for (size_t i = 0; all && i < lyh_stored_memos_count(all); i++) {
        const lyh_stored_memo *memo = lyh_stored_memos_at(all, i);
        if (g_strcmp0(memo->who, bench->coder) == 0 && is_about(memo, document, mine))
            json_array_append_new(memos, json_of_memo(memo));
    }
    return memos;
}

/* ---- what somebody decided ---- */

static const char *const fates[] = {
    [LYH_ANCHOR_KEPT] = "kept", [LYH_ANCHOR_MOVED] = "moved", [LYH_ANCHOR_LOST] = "lost"
};

/* Where the text is another than when it was coded, nothing is shifted unseen: people go through those. */
static json_t *json_of_moved(const lyh_stored_coding *coding,
                             const lyh_anchoring *anchoring)
{
    json_t *json = route_coding(coding);
    json_object_set_new(json, "how", json_string(fates[anchoring->fate]));
    json_object_del(json, "start");
    json_object_del(json, "end");
    if (anchoring->fate != LYH_ANCHOR_LOST)
        route_put_place(json, anchoring->place.start, anchoring->place.end);
    return json;
}

static void put_codings(json_t *json, const lyh_document *document,
                        const lyh_stored_codings *mine)
{
    json_t *codings = json_array(), *moved = json_array();
    g_autoptr(lyh_anchorings) anchorings = lyh_anchorings_new(mine, document);
    for (size_t i = 0; i < lyh_anchorings_count(anchorings); i++) {
        const lyh_anchoring *anchoring = lyh_anchorings_at(anchorings, i);
        const lyh_stored_coding *each = lyh_stored_codings_at(mine, anchoring->coding);
        if (anchoring->fate == LYH_ANCHOR_KEPT)
            json_array_append_new(codings, route_coding(each));
        else
            json_array_append_new(moved, json_of_moved(each, anchoring));
    }
    json_object_set_new(json, "codings", codings);
    json_object_set_new(json, "moved", moved);
}

/* What was decided together is theirs who decided: it is gone through by whoever comes first. */
static bool put_moved_together(workbench *bench, json_t *json, const lyh_document *document,
                               lyh_error *error)
{
    if (!known_refresh(bench->known, error))
        return false;
    if (!bench->coder ||
        !known_is_done(bench->known, lyh_document_name(document), bench->coder))
        return true;
    g_autoptr(lyh_stored_codings) together = lyh_journal_codings(
        bench->journal, LYH_TOGETHER, lyh_document_name(document), error);
    g_autoptr(lyh_anchorings) anchorings =
        together ? lyh_anchorings_new(together, document) : NULL;
    for (size_t i = 0; anchorings && i < lyh_anchorings_count(anchorings); i++) {
        const lyh_anchoring *anchoring = lyh_anchorings_at(anchorings, i);
        if (anchoring->fate == LYH_ANCHOR_KEPT)
            continue;
        json_t *moved =
            json_of_moved(lyh_stored_codings_at(together, anchoring->coding), anchoring);
        json_object_set_new(moved, "together", json_true());
        json_array_append_new(json_object_get(json, "moved"), moved);
    }
    return together != NULL;
}

/* ---- what the codebook suggests, and nobody has answered ---- */

/* With its reason: the words that were found, the rule that found them, and what turned it. */
static json_t *json_of_suggestion(const lyh_document *document, const lyh_coding *coding,
                                  const char *code)
{
    json_t *json = json_pack(
        "{s:i, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "turn", (int)coding->turn, "code", code,
        "polarity", lyh_polarity_name(coding->polarity), "state",
        lyh_state_name(coding->state), "time", lyh_time_name(coding->time), "rule",
        coding->rule, "words", words_at(document, coding->start, coding->end), "cue",
        words_at(document, coding->cue_start, coding->cue_end));
    put_span(json, document, coding->start, coding->end);
    return json;
}

/* By accepting, rejecting or coding the same theme there. */
static bool is_answered(const lyh_document *document, const lyh_coding *suggestion,
                        const char *code, const lyh_stored_codings *mine)
{
    size_t start = lyh_document_character(document, suggestion->start);
    size_t end = lyh_document_character(document, suggestion->end);
    for (size_t i = 0; i < lyh_stored_codings_count(mine); i++) {
        const lyh_stored_coding *each = lyh_stored_codings_at(mine, i);
        if (strcmp(each->code, code) == 0 && each->place.start < end &&
            start < each->place.end)
            return true;
    }
    return false;
}

static json_t *suggestions_of(const workbench *bench, const opened_document *opened,
                              const lyh_stored_codings *mine)
{
    const lyh_codebook *codebook = lyh_study_codebook(bench->study);
    const lyh_document *document = opened->document;
    const lyh_codings *all = opened->suggestions;
    json_t *suggestions = json_array();
    for (size_t i = 0; all && i < lyh_codings_count(all); i++) {
        const lyh_coding *each = lyh_codings_at(all, i);
        const char *code = lyh_codebook_code(codebook, each->code)->name;
        if (!is_answered(document, each, code, mine))
            json_array_append_new(suggestions, json_of_suggestion(document, each, code));
    }
    return suggestions;
}

route_reply show_document(workbench *bench, const route_call *call)
{
    const opened_document *opened = bench_opened(bench, call->argument(call, "name"));
    const lyh_document *document = opened ? opened->document : NULL;
    if (!document)
        return route_refuse(bench, 404, "document",
                            N_("there is no such interview, or it cannot be read; lyhord "
                               "check says why"));
    /* everyone sees their own alone: nobody is led by what another thought */
    lyh_error error = { 0 };
    g_autoptr(lyh_stored_codings) mine =
        lyh_journal_codings(bench->journal, bench->coder ? bench->coder : "",
                            lyh_document_name(document), &error);
    if (!mine)
        return route_refuse_journal(bench, &error);
    json_t *json =
        json_pack("{s:s, s:s, s:o, s:o}", "name", lyh_document_name(document), "sha256",
                  lyh_document_hash(document), "turns", turns_of(bench->study, document),
                  "suggestions", suggestions_of(bench, opened, mine));
    put_codings(json, document, mine);
    if (!put_moved_together(bench, json, document, &error)) {
        json_decref(json);
        return route_refuse_journal(bench, &error);
    }
    json_object_set_new(json, "memos",
                        memos_of(bench, lyh_document_name(document), mine, &error));
    route_put_undo(bench, json);
    return route_fine(json);
}
