#include "routes.h"

#include <string.h>

#include <lyhord/store/pairs.h>

#include "../store/autoptr.h"

/*
 * Two coders' codings of one interview, side by side, once both are done with it: until then each
 * sees only their own, so that neither is led by the other.
 */

static json_t *coding_or_null(const lyh_stored_coding *coding)
{
    return coding ? route_coding(coding) : json_null();
}

/* ---- what each wrote beside it ---- */

/* Of @coding, which may be missing, or of the answer that @place lies in. */
static const char *note_on(const lyh_stored_memo *memo, const lyh_text_place *place,
                           const lyh_stored_coding *coding)
{
    const char *rest = "";
    if (coding && memo->about == LYH_MEMO_CODING &&
        lyh_event_id_equal(memo->coding, coding->id))
        return memo->text;
    bool is_there =
        memo->about == LYH_MEMO_DOCUMENT && strcmp(memo->document, place->document) == 0 &&
        place->turn != LYH_NONE && route_noted_turn(memo->text, &rest) == place->turn;
    return is_there ? rest : "";
}

/* What @coder wrote there: both are done, and nobody is led by it any more. */
static json_t *notes_of(const lyh_stored_memos *memos, const char *coder,
                        const lyh_text_place *place, const lyh_stored_coding *coding)
{
    json_t *notes = json_array();
    for (size_t i = 0; i < lyh_stored_memos_count(memos); i++) {
        const lyh_stored_memo *memo = lyh_stored_memos_at(memos, i);
        const char *text =
            strcmp(memo->who, coder) == 0 ? note_on(memo, place, coding) : "";
        if (*text)
            json_array_append_new(notes, json_string(text));
    }
    return notes;
}

/* Rejected by both together: they agreed that nothing is coded there. */
static json_t *agreed_of(const lyh_pair *pair)
{
    json_t *agreed = coding_or_null(pair->agreed);
    if (pair->agreed && pair->agreed->status == LYH_REJECTED)
        json_object_set_new(agreed, "none", json_true());
    return agreed;
}

static json_t *json_of_pair(const lyh_pair *pair, const char *const coders[2],
                            const lyh_stored_memos *memos)
{
    static const char *const kinds[] = { [LYH_PAIR_SAME] = "same",
                                         [LYH_PAIR_POLARITY] = "polarity",
                                         [LYH_PAIR_CODE] = "code",
                                         [LYH_PAIR_ONLY_A] = "only a",
                                         [LYH_PAIR_ONLY_B] = "only b" };
    const lyh_stored_coding *one = pair->a ? pair->a : pair->b;
    return json_pack("{s:s, s:I, s:o, s:o, s:o, s:[o, o]}", "kind", kinds[pair->kind],
                     "turn", (json_int_t)one->place.turn, "a", coding_or_null(pair->a), "b",
                     coding_or_null(pair->b), "agreed", agreed_of(pair), "notes",
                     notes_of(memos, coders[0], &one->place, pair->a),
                     notes_of(memos, coders[1], &one->place, pair->b));
}

static route_reply show_compared(workbench *bench, const char *document, const char *other)
{
    lyh_error error = { 0 };
    g_autoptr(lyh_pairs) pairs =
        lyh_journal_pairs(bench->journal, document, bench->coder, other, &error);
    g_autoptr(lyh_stored_memos) memos =
        pairs ? lyh_journal_memos(bench->journal, &error) : NULL;
    if (!memos)
        return route_refuse_journal(bench, &error);
    const char *const coders[] = { bench->coder, other };
    json_t *list = json_array();
    for (size_t i = 0; i < lyh_pairs_count(pairs); i++)
        json_array_append_new(list, json_of_pair(lyh_pairs_at(pairs, i), coders, memos));
    return route_fine(
        json_pack("{s:[s, s], s:o}", "coders", bench->coder, other, "pairs", list));
}

/* Who is done with an interview, and who is not. */
typedef struct readers {
    json_t *waiting;   /* names of those who are not done */
    const char *other; /* who is compared with; NULL: nobody else is done yet */
    bool am_done;
} readers;

static readers readers_of(const workbench *bench, const lyh_stored_names *coders,
                          const char *document, const char *with)
{
    readers found = { .waiting = json_array() };
    for (size_t i = 0; i < lyh_stored_names_count(coders); i++) {
        const char *coder = lyh_stored_names_at(coders, i);
        if (strcmp(coder, LYH_TOGETHER) == 0)
            continue;
        if (!known_is_done(bench->known, document, coder))
            json_array_append_new(found.waiting, json_string(coder));
        else if (strcmp(coder, bench->coder) == 0)
            found.am_done = true;
        else if (!found.other || g_strcmp0(coder, with) == 0)
            found.other = coder;
    }
    return found;
}

route_reply show_pairs(workbench *bench, const route_call *call)
{
    const lyh_document *document = bench_document(bench, call->argument(call, "name"));
    if (!document || !bench->coder)
        return route_refuse(bench, 404, "document", N_("there is no such interview"));
    lyh_error error = { 0 };
    g_autoptr(lyh_stored_names) coders = lyh_journal_coders(bench->journal, &error);
    if (!coders || !known_refresh(bench->known, &error))
        return route_refuse_journal(bench, &error);
    const char *name = lyh_document_name(document);
    readers who = readers_of(bench, coders, name, call->argument(call, "with"));
    if (!who.am_done || !who.other)
        return route_fine(json_pack("{s:o}", "waiting", who.waiting));
    json_decref(who.waiting);
    return show_compared(bench, name, who.other);
}
