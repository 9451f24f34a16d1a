#include "routes.h"

/* Who speaks in an interview, and which groups people belong to. */

/* Enough of a voice to know it by. */
#define FIRST_CHARACTERS 120

static json_t *first_words(const lyh_document *document, size_t speaker)
{
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (turn->speaker != speaker)
            continue;
        size_t start = lyh_document_character(document, turn->start);
        size_t end = MIN(lyh_document_byte(document, start + FIRST_CHARACTERS), turn->end);
        return json_stringn(lyh_document_text(document) + turn->start, end - turn->start);
    }
    return json_string("");
}

json_t *route_speakers(const lyh_document *document)
{
    json_t *speakers = json_array();
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *each = lyh_document_speaker(document, i);
        json_array_append_new(speakers,
                              json_pack("{s:s, s:s, s:s, s:I, s:o}", "mark", each->mark,
                                        "role", lyh_role_name(each->role), "certainty",
                                        lyh_certainty_name(each->certainty), "turns",
                                        (json_int_t)each->turns, "first",
                                        first_words(document, i)));
    }
    return json_pack("{s:s, s:o}", "document", lyh_document_name(document), "speakers",
                     speakers);
}

route_reply show_speakers(workbench *bench, const route_call *call)
{
    const lyh_document *document = bench_document(bench, call->argument(call, "name"));
    if (!document)
        return route_refuse(bench, 404, "document", N_("there is no such interview"));
    return route_fine(route_speakers(document));
}

route_reply show_groups(workbench *bench, const route_call *call)
{
    (void)call;
    const lyh_respondents *people = lyh_study_respondents(bench->study);
    json_t *attributes = json_array(), *respondents = json_array();
    for (size_t i = 0; i < lyh_respondents_attribute_count(people); i++)
        json_array_append_new(attributes,
                              json_string(lyh_respondents_attribute(people, i)));
    for (size_t i = 0; i < lyh_respondents_count(people); i++) {
        json_t *values = json_object();
        for (size_t k = 0; k < lyh_respondents_attribute_count(people); k++)
            json_object_set_new(values, lyh_respondents_attribute(people, k),
                                json_string(lyh_respondents_value(people, i, k)));
        json_array_append_new(
            respondents,
            json_pack("{s:s, s:o}", "id", lyh_respondents_id(people, i), "values", values));
    }
    return route_fine(json_pack("{s:o, s:o, s:[]}", "attributes", attributes, "respondents",
                                respondents, "notes"));
}
