#include "routes.h"

#include <string.h>

/* A span of the document's text as bytes, told in code points from 0, end exclusive. */
static void put_span(json_t *json, const lyh_document *document, size_t start, size_t end)
{
    json_object_set_new(json, "start",
                        json_integer((json_int_t)lyh_document_character(document, start)));
    json_object_set_new(json, "end",
                        json_integer((json_int_t)lyh_document_character(document, end)));
}

static json_t *words_at(const lyh_document *document, size_t start, size_t end)
{
    return json_stringn(lyh_document_text(document) + start, end - start);
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

/* With its reason: the words that were found, the rule that found them, and what turned it. */
static json_t *json_of_suggestion(const lyh_study *study, const lyh_document *document,
                                  const lyh_coding *coding)
{
    const lyh_code *code = lyh_codebook_code(lyh_study_codebook(study), coding->code);
    json_t *json = json_pack(
        "{s:i, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "turn", (int)coding->turn, "code",
        code->name, "polarity", lyh_polarity_name(coding->polarity), "state",
        lyh_state_name(coding->state), "time", lyh_time_name(coding->time), "rule",
        coding->rule, "words", words_at(document, coding->start, coding->end), "cue",
        words_at(document, coding->cue_start, coding->cue_end));
    put_span(json, document, coding->start, coding->end);
    return json;
}

typedef struct shown_document {
    const lyh_study *study;
    json_t *json; /* NULL until it was visited */
} shown_document;

static bool show_visit(void *user, const lyh_visit *visit)
{
    shown_document *shown = user;
    const lyh_document *document = visit->document;
    json_t *turns = json_array(), *suggestions = json_array();
    for (size_t i = 0; i < lyh_document_turn_count(document); i++)
        json_array_append_new(turns, json_of_turn(shown->study, document, i));
    for (size_t i = 0; i < lyh_codings_count(visit->codings); i++)
        json_array_append_new(
            suggestions,
            json_of_suggestion(shown->study, document, lyh_codings_at(visit->codings, i)));
    shown->json =
        json_pack("{s:s, s:s, s:o, s:o}", "name", lyh_document_name(document), "sha256",
                  lyh_document_hash(document), "turns", turns, "suggestions", suggestions);
    return true;
}

route_reply show_document(workbench *bench, const route_call *call)
{
    size_t index = bench_find_document(bench, call->argument(call, "name"));
    if (index == LYH_NONE)
        return route_refuse(bench, 404, "document", N_("there is no such interview"));

    lyh_error error = { 0 };
    shown_document shown = { .study = bench->study };
    lyh_which which = lyh_study_codebook(bench->study) ? LYH_WHICH_MACHINE : LYH_WHICH_NONE;
    lyh_study_visit(bench->study, index, which, show_visit, &shown, bench->diags, &error);
    if (!shown.json)
        return route_refuse(bench, 422, "document",
                            N_("this interview cannot be read; lyhord check says why"));
    return route_fine(shown.json);
}
