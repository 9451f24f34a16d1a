#include "drafts.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/coding/words.h>
#include <lyhord/store/anchor.h>

#include "../store/autoptr.h"

struct draft_list {
    workbench *bench;
    char *sending; /* its name, or NULL */
    char at[21];
    GArray *events;      /* lyh_event */
    GStringChunk *words; /* every string of theirs */
    GPtrArray *lists;    /* and every list */
};

draft_list *drafts_new(workbench *bench, const char *sending)
{
    draft_list *made = g_new0(draft_list, 1);
    made->bench = bench;
    made->sending = g_strdup(sending);
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
    g_free(drafts->sending);
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

/*
 * Out of the name of the sending where it has one, so that what is sent twice has the same ids and is
 * kept once.
 */
static void fill_id(const draft_list *drafts, unsigned char bytes[16])
{
    const lyh_workbench_options *options = drafts->bench->options;
    if (!drafts->sending) {
        options->random(options->user, bytes, 16);
        return;
    }
    g_autofree char *name = g_strdup_printf("%s %u %s", drafts->sending,
                                            drafts->events->len, drafts->bench->coder);
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)name, -1);
    g_checksum_get_digest(checksum, digest, &size);
    memcpy(bytes, digest, 16);
}

static lyh_event event_of(draft_list *drafts, lyh_event_kind kind)
{
    unsigned char bytes[16];
    fill_id(drafts, bytes);
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

/* The word under @key among @words; @words->count when it is none. */
static unsigned word_in(const json_t *said, const char *key, const lyh_words *words)
{
    const char *word = json_string_value(json_object_get(said, key));
    return word ? lyh_words_find(words, word) : words->count;
}

static const char *take_polarity(const json_t *said, lyh_polarity *polarity)
{
    *polarity = (lyh_polarity)word_in(said, "polarity", &lyh_polarity_words);
    return *polarity <= LYH_MINUS ? NULL : N_("say whether it is good, bad or neither");
}

/* "Vet inte" is an answer too: unclear, and counted nowhere. */
static const char *take_state(const json_t *said, lyh_state *state)
{
    const char *word = json_string_value(json_object_get(said, "state"));
    if (!word || strcmp(word, lyh_state_name(*state)) == 0)
        return NULL;
    if (strcmp(word, lyh_state_name(LYH_UNCLEAR)) != 0)
        return N_("this state is not for people to choose");
    *state = LYH_UNCLEAR;
    return NULL;
}

static const char *take_mark(const json_t *said, lyh_mark *mark)
{
    *mark = (lyh_mark)word_in(said, "mark", &lyh_mark_words);
    return *mark <= LYH_MARK_PROPOSAL ? NULL : N_("it is a quote, a proposal, or neither");
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

static const char *keep(void *words, const char *text)
{
    return g_string_chunk_insert(words, text);
}

/* Code points @start to @end, as the journal keeps them. */
static lyh_text_place place_of(draft_list *drafts, const lyh_document *document,
                               size_t start, size_t end)
{
    const lyh_respondents *people = lyh_study_respondents(drafts->bench->study);
    size_t turn = lyh_document_turn_at(document, lyh_document_byte(document, start));
    size_t respondent =
        turn == LYH_NONE ? LYH_NONE : lyh_document_turn(document, turn)->respondent;
    return lyh_text_place_kept(
        document, start, end,
        respondent == LYH_NONE ? "" : lyh_respondents_id(people, respondent), keep,
        drafts->words);
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
    event->place = place_of(drafts, document, from, to);
    return NULL;
}

/* ---- each kind of decision ---- */

/* What a person marks is what they read there: stated, whatever its grammar. */
static const char *take_coding(draft_list *drafts, const json_t *said, lyh_event event)
{
    event.state = LYH_STATED;
    const char *why = take_place(drafts, said, &event);
    why = why ? why : take_code(drafts, said, &event);
    why = why ? why : take_polarity(said, &event.polarity);
    why = why ? why : take_state(said, &event.state);
    return why ? why : add(drafts, &event);
}

/* A coding that is looked for among one's own and those decided together. */
typedef struct looked_for {
    lyh_event_id id;
    const char *coder;
    const lyh_stored_coding *found; /* lent by what is known */
} looked_for;

static void look_at(void *user, const lyh_stored_coding *coding)
{
    looked_for *wanted = user;
    bool is_theirs = strcmp(coding->coder, wanted->coder) == 0 ||
                     strcmp(coding->coder, LYH_TOGETHER) == 0;
    if (lyh_event_id_equal(coding->id, wanted->id) && is_theirs)
        wanted->found = coding;
}

static const lyh_stored_coding *find_coding(const workbench *bench, lyh_event_id id)
{
    lyh_error error = { 0 };
    looked_for wanted = { id, bench->coder, NULL };
    if (known_refresh(bench->known, &error))
        known_visit(bench->known, NULL, look_at, &wanted);
    return wanted.found;
}

/* What @said does not name stays as it was. */
static void keep_the_rest(const lyh_stored_coding *coding, json_t *said)
{
    json_t *before = json_pack(
        "{s:s, s:I, s:I, s:s, s:s, s:s}", "document", coding->place.document, "start",
        (json_int_t)coding->place.start, "end", (json_int_t)coding->place.end, "code",
        coding->code, "polarity", lyh_polarity_name(coding->polarity), "state",
        lyh_state_name(coding->state));
    json_object_update_missing(said, before);
    json_decref(before);
}

static const char *take_recoding(draft_list *drafts, const json_t *said, lyh_event event)
{
    const char *why = take_id(said, &event.target);
    if (why)
        return why;
    const lyh_stored_coding *coding = find_coding(drafts->bench, event.target);
    if (!coding)
        return N_("this coding is not there");
    json_t *whole = json_copy((json_t *)(uintptr_t)said);
    keep_the_rest(coding, whole);
    event.time = coding->time;
    event.cue = g_string_chunk_insert(drafts->words, coding->cue);
    event.state = coding->state;
    why = take_place(drafts, whole, &event);
    why = why ? why : take_code(drafts, whole, &event);
    why = why ? why : take_polarity(whole, &event.polarity);
    why = why ? why : take_state(whole, &event.state);
    json_decref(whole);
    return why ? why : add(drafts, &event);
}

static const lyh_coding *find_suggestion(draft_list *drafts, const lyh_event *event)
{
    const lyh_codebook *codebook = lyh_study_codebook(drafts->bench->study);
    const opened_document *opened = bench_opened(drafts->bench, event->place.document);
    const lyh_document *document = opened ? opened->document : NULL;
    const lyh_codings *all = opened ? opened->suggestions : NULL;
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
    why = take_state(said, &event.state);
    event.cue = words_of(drafts, bench_document(drafts->bench, event.place.document),
                         suggestion->cue_start, suggestion->cue_end);
    return why ? why : add(drafts, &event);
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

/* On a coding, an earlier note, a theme, an interview or the whole study. */
static const char *take_memo_subject(draft_list *drafts, const json_t *on, lyh_event *event)
{
    const char *coding = json_string_value(json_object_get(on, "coding"));
    const char *memo = json_string_value(json_object_get(on, "memo"));
    if (coding || memo) {
        event->about = LYH_MEMO_CODING;
        return lyh_event_id_parse(coding ? coding : memo, &event->target)
                   ? NULL
                   : N_("what the note is about is not there");
    }
    if (json_object_get(on, "code")) {
        event->about = LYH_MEMO_CODE;
        return take_code(drafts, on, event);
    }
    if (json_object_get(on, "document")) {
        event->about = LYH_MEMO_DOCUMENT;
        const lyh_document *document = document_of(drafts, on);
        event->place.document =
            document ? g_string_chunk_insert(drafts->words, lyh_document_name(document))
                     : "";
        return document ? NULL : N_("there is no such interview");
    }
    event->about = LYH_MEMO_STUDY;
    return json_is_true(json_object_get(on, "study"))
               ? NULL
               : N_("what the note is about is not there");
}

static const char *take_memo(draft_list *drafts, const json_t *said, lyh_event event)
{
    event.text = text_in(drafts, said, "text");
    if (!event.text)
        return N_("the note has no text");
    const char *why = take_memo_subject(drafts, json_object_get(said, "on"), &event);
    return why ? why : add(drafts, &event);
}

/* ---- what two decided ---- */

static const char *take_originals(draft_list *drafts, const json_t *said, lyh_event *event)
{
    const json_t *list = json_object_get(said, "originals");
    size_t count = json_array_size(list);
    lyh_event_id *ids = g_new0(lyh_event_id, count + 1);
    g_ptr_array_add(drafts->lists, ids);
    for (size_t i = 0; i < count; i++) {
        const char *text = json_string_value(json_array_get(list, i));
        if (!text || !lyh_event_id_parse(text, &ids[i]))
            return N_("this coding is not there");
    }
    event->originals = ids;
    event->original_count = count;
    return count > 0 ? NULL : N_("this coding is not there");
}

static const char *take_coders(draft_list *drafts, const json_t *said, lyh_event *event)
{
    const json_t *list = json_object_get(said, "coders");
    size_t count = json_array_size(list);
    const char **names = g_new0(const char *, count + 1);
    g_ptr_array_add(drafts->lists, names);
    bool am_there = false;
    for (size_t i = 0; i < count; i++) {
        const char *name = json_string_value(json_array_get(list, i));
        if (!name || !lyh_workbench_is_coder(name))
            return N_("two who have coded decide together");
        am_there |= strcmp(name, drafts->bench->coder) == 0;
        names[i] = g_string_chunk_insert(drafts->words, name);
    }
    event->coders = names;
    event->coder_count = count;
    return count > 1 && am_there ? NULL : N_("two who have coded decide together");
}

/* As a coding, of all who were there; or, with "none", that there is to be none. */
static const char *take_agreement(draft_list *drafts, const json_t *said, lyh_event event)
{
    const char *why = take_place(drafts, said, &event);
    why = why ? why : take_code(drafts, said, &event);
    why = why ? why : take_polarity(said, &event.polarity);
    why = why ? why : take_originals(drafts, said, &event);
    why = why ? why : take_coders(drafts, said, &event);
    event.state = LYH_STATED;
    event.is_on = !json_is_true(json_object_get(said, "none"));
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
    size_t start =
        lyh_document_character(document, lyh_document_turn(document, turn)->start);
    event.place = place_of(drafts, document, start, start);
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
        { "recode", LYH_EVENT_RECODE, take_recoding },
        { "uncode", LYH_EVENT_UNCODE, take_uncoding },
        { "accept", LYH_EVENT_ACCEPT, take_answer },
        { "reject", LYH_EVENT_REJECT, take_answer },
        { "memo", LYH_EVENT_MEMO, take_memo },
        { "mark", LYH_EVENT_MARK, take_marking },
        { "done", LYH_EVENT_DONE, take_done },
        { "place", LYH_EVENT_PLACE, take_position },
        { "agreed", LYH_EVENT_AGREED, take_agreement },
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
