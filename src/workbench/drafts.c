#include "drafts.h"

#include <string.h>

#include <lyhord/base/text.h>

struct draft_list {
    workbench *bench;
    char at[21];
    GArray *events;      /* lyh_event */
    GStringChunk *words; /* every string of theirs */
    GPtrArray *lists;    /* and every list */
};

draft_list *drafts_new(workbench *bench)
{
    draft_list *made = g_new0(draft_list, 1);
    made->bench = bench;
    bench->options->now(bench->options->user, made->at);
    made->events = g_array_new(FALSE, TRUE, sizeof(lyh_event));
    made->words = g_string_chunk_new(1024);
    made->lists = g_ptr_array_new_with_free_func(g_free);
    return made;
}

void drafts_free(draft_list *drafts)
{
    if (!drafts)
        return;
    g_array_unref(drafts->events);
    g_string_chunk_free(drafts->words);
    g_ptr_array_unref(drafts->lists);
    g_free(drafts);
}

const lyh_event *drafts_events(const draft_list *drafts, size_t *count)
{
    *count = drafts->events->len;
    return (const lyh_event *)(const void *)drafts->events->data;
}

static lyh_event event_of(draft_list *drafts, lyh_event_kind kind)
{
    unsigned char bytes[16];
    const lyh_workbench_options *options = drafts->bench->options;
    options->random(options->user, bytes, sizeof bytes);
    return (lyh_event){
        .id = lyh_event_id_random(bytes),
        .at = drafts->at,
        .who = g_string_chunk_insert(drafts->words, drafts->bench->coder),
        .kind = kind,
        .place.turn = LYH_NONE,
    };
}

static const char *add(draft_list *drafts, const lyh_event *event)
{
    g_array_append_val(drafts->events, *event);
    return NULL;
}

/* ---- what the page said, looked up ---- */

static const char *text_in(draft_list *drafts, const json_t *said, const char *key)
{
    const json_t *text = json_object_get(said, key);
    return json_is_string(text)
               ? g_string_chunk_insert(drafts->words, json_string_value(text))
               : NULL;
}

static size_t number_in(const json_t *said, const char *key)
{
    const json_t *number = json_object_get(said, key);
    json_int_t value = json_integer_value(number);
    return json_is_integer(number) && value >= 0 ? (size_t)value : LYH_NONE;
}

static const char *take_id(const json_t *said, lyh_event_id *id)
{
    const char *text = json_string_value(json_object_get(said, "id"));
    return text && lyh_event_id_parse(text, id) ? NULL : N_("this coding is not there");
}

static const char *take_code(draft_list *drafts, const json_t *said, lyh_event *event)
{
    const lyh_codebook *codebook = lyh_study_codebook(drafts->bench->study);
    event->code = text_in(drafts, said, "code");
    bool is_there =
        codebook && event->code && lyh_codebook_find(codebook, event->code) != LYH_NONE;
    return is_there ? NULL : N_("this theme is not in the codebook");
}

static const char *take_polarity(const json_t *said, lyh_polarity *polarity)
{
    const char *word = json_string_value(json_object_get(said, "polarity"));
    for (lyh_polarity each = LYH_NEUTRAL; word && each <= LYH_MINUS; each++)
        if (strcmp(word, lyh_polarity_name(each)) == 0) {
            *polarity = each;
            return NULL;
        }
    return N_("say whether it is good, bad or neither");
}

static const char *take_mark(const json_t *said, lyh_mark *mark)
{
    const char *word = json_string_value(json_object_get(said, "mark"));
    for (lyh_mark each = LYH_MARK_NONE; word && each <= LYH_MARK_PROPOSAL; each++)
        if (strcmp(word, lyh_mark_name(each)) == 0) {
            *mark = each;
            return NULL;
        }
    return N_("it is a quote, a proposal, or neither");
}

static const lyh_document *document_of(draft_list *drafts, const json_t *said)
{
    const char *name = json_string_value(json_object_get(said, "document"));
    return bench_document(drafts->bench, name);
}

/* ---- where it is ---- */

static char *words_of(draft_list *drafts, const lyh_document *document, size_t start,
                      size_t end)
{
    return g_string_chunk_insert_len(drafts->words, lyh_document_text(document) + start,
                                     (gssize)(end - start));
}

/* Bytes @start to @end of a turn, as the journal keeps them. */
static lyh_text_place place_of(draft_list *drafts, const lyh_document *document,
                               size_t start, size_t end, size_t turn)
{
    size_t from = lyh_document_character(document, start);
    size_t to = lyh_document_character(document, end);
    size_t before = from > LYH_CONTEXT_LENGTH ? from - LYH_CONTEXT_LENGTH : 0;
    size_t respondent = lyh_document_turn(document, turn)->respondent;
    const lyh_respondents *people = lyh_study_respondents(drafts->bench->study);
    return (lyh_text_place){
        .document = g_string_chunk_insert(drafts->words, lyh_document_name(document)),
        .text_sha256 = g_string_chunk_insert(drafts->words, lyh_document_hash(document)),
        .start = from,
        .end = to,
        .quote = words_of(drafts, document, start, end),
        .before = words_of(drafts, document, lyh_document_byte(document, before), start),
        .after = words_of(drafts, document, end,
                          lyh_document_byte(document, to + LYH_CONTEXT_LENGTH)),
        .respondent = respondent == LYH_NONE
                          ? ""
                          : g_string_chunk_insert(drafts->words,
                                                  lyh_respondents_id(people, respondent)),
        .turn = turn,
    };
}

/* Words that are marked lie in one turn, and are not only white space. */
static const char *take_place(draft_list *drafts, const json_t *said, lyh_event *event)
{
    const lyh_document *document = document_of(drafts, said);
    if (!document)
        return N_("there is no such interview");
    size_t from = number_in(said, "start"), to = number_in(said, "end");
    size_t length = lyh_document_character(document, lyh_document_size(document));
    if (from == LYH_NONE || to == LYH_NONE || from >= to || to > length)
        return N_("mark some words first");
    size_t start = lyh_document_byte(document, from), end = lyh_document_byte(document, to);
    size_t turn = lyh_document_turn_at(document, start);
    if (turn == LYH_NONE || end > lyh_document_turn(document, turn)->end)
        return N_("mark words of one answer at a time");
    if (lyh_text_is_blank(lyh_document_text(document) + start, end - start))
        return N_("mark some words first");
    event->place = place_of(drafts, document, start, end, turn);
    return NULL;
}

/* ---- each kind of decision ---- */

/* What a person marks is what they read there: stated, whatever its grammar. */
static const char *take_coding(draft_list *drafts, const json_t *said, lyh_event event)
{
    const char *why = take_place(drafts, said, &event);
    why = why ? why : take_code(drafts, said, &event);
    why = why ? why : take_polarity(said, &event.polarity);
    if (!why && event.kind == LYH_EVENT_RECODE)
        why = take_id(said, &event.target);
    event.state = LYH_STATED;
    return why ? why : add(drafts, &event);
}

static const lyh_coding *find_suggestion(draft_list *drafts, const lyh_event *event)
{
    const lyh_codebook *codebook = lyh_study_codebook(drafts->bench->study);
    const lyh_codings *all = bench_suggestions(drafts->bench, event->place.document);
    const lyh_document *document = bench_document(drafts->bench, event->place.document);
    for (size_t i = 0; all && i < lyh_codings_count(all); i++) {
        const lyh_coding *each = lyh_codings_at(all, i);
        if (lyh_document_character(document, each->start) == event->place.start &&
            lyh_document_character(document, each->end) == event->place.end &&
            each->polarity == event->polarity && strcmp(each->rule, event->rule) == 0 &&
            strcmp(lyh_codebook_code(codebook, each->code)->name, event->code) == 0)
            return each;
    }
    return NULL;
}

/* An answered suggestion keeps what the rule found: its state, its time, its cue. */
static const char *take_answer(draft_list *drafts, const json_t *said, lyh_event event)
{
    const char *why = take_place(drafts, said, &event);
    why = why ? why : take_code(drafts, said, &event);
    why = why ? why : take_polarity(said, &event.polarity);
    event.rule = text_in(drafts, said, "rule");
    const lyh_coding *suggestion =
        why || !event.rule ? NULL : find_suggestion(drafts, &event);
    if (!why && !suggestion)
        return N_("this suggestion is no longer there; open the interview again");
    if (why)
        return why;
    event.state = suggestion->state;
    event.time = suggestion->time;
    event.cue = words_of(drafts, bench_document(drafts->bench, event.place.document),
                         suggestion->cue_start, suggestion->cue_end);
    return add(drafts, &event);
}

static const char *take_uncoding(draft_list *drafts, const json_t *said, lyh_event event)
{
    const char *why = take_id(said, &event.target);
    return why ? why : add(drafts, &event);
}

static const char *take_marking(draft_list *drafts, const json_t *said, lyh_event event)
{
    const char *why = take_id(said, &event.target);
    why = why ? why : take_mark(said, &event.mark);
    return why ? why : add(drafts, &event);
}

/* About a coding by its id, an interview or a theme by its name, else the whole study. */
static const char *take_memo(draft_list *drafts, const json_t *said, lyh_event event)
{
    const char *why = NULL;
    event.text = text_in(drafts, said, "text");
    event.about = LYH_MEMO_STUDY;
    if (json_object_get(said, "id")) {
        event.about = LYH_MEMO_CODING;
        why = take_id(said, &event.target);
    } else if (json_object_get(said, "code")) {
        event.about = LYH_MEMO_CODE;
        why = take_code(drafts, said, &event);
    } else if (json_object_get(said, "document")) {
        event.about = LYH_MEMO_DOCUMENT;
        const lyh_document *document = document_of(drafts, said);
        why = document ? NULL : N_("there is no such interview");
        event.place.document =
            document ? g_string_chunk_insert(drafts->words, lyh_document_name(document))
                     : NULL;
    }
    if (!why && !event.text)
        why = N_("the note has no text");
    return why ? why : add(drafts, &event);
}

static const char *take_done(draft_list *drafts, const json_t *said, lyh_event event)
{
    const lyh_document *document = document_of(drafts, said);
    if (!document)
        return N_("there is no such interview");
    event.place.document =
        g_string_chunk_insert(drafts->words, lyh_document_name(document));
    event.is_on = json_is_true(json_object_get(said, "done"));
    return add(drafts, &event);
}

static const char *take_position(draft_list *drafts, const json_t *said, lyh_event event)
{
    const lyh_document *document = document_of(drafts, said);
    size_t turn = number_in(said, "turn");
    if (!document || turn >= lyh_document_turn_count(document))
        return N_("there is no such interview");
    /* where, not what was said there */
    size_t start = lyh_document_turn(document, turn)->start;
    event.place = place_of(drafts, document, start, start, turn);
    event.place.before = event.place.after = "";
    return add(drafts, &event);
}

const char *drafts_take(draft_list *drafts, const json_t *said)
{
    static const struct {
        const char *kind;
        lyh_event_kind event;
        const char *(*take)(struct draft_list *drafts, const json_t *said, lyh_event event);
    } kinds[] = {
        { "code", LYH_EVENT_CODE, take_coding },
        { "recode", LYH_EVENT_RECODE, take_coding },
        { "uncode", LYH_EVENT_UNCODE, take_uncoding },
        { "accept", LYH_EVENT_ACCEPT, take_answer },
        { "reject", LYH_EVENT_REJECT, take_answer },
        { "memo", LYH_EVENT_MEMO, take_memo },
        { "mark", LYH_EVENT_MARK, take_marking },
        { "done", LYH_EVENT_DONE, take_done },
        { "place", LYH_EVENT_PLACE, take_position },
    };
    const char *kind = json_string_value(json_object_get(said, "kind"));
    for (size_t i = 0; kind && i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kind, kinds[i].kind) == 0)
            return kinds[i].take(drafts, said, event_of(drafts, kinds[i].event));
    return N_("there is no such decision");
}

void drafts_undo(draft_list *drafts, lyh_event_id target)
{
    lyh_event event = event_of(drafts, LYH_EVENT_UNDO);
    event.target = target;
    add(drafts, &event);
}
