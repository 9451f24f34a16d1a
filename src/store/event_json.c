/* The body of an event: JSON in one canonical form, so that the same decision is the same bytes. */
#include <string.h>

#include <lyhord/coding/words.h>

#include "event_private.h"

#define OUT_OF_MEMORY "%s: failed to allocate memory for JSON", G_STRLOC

/* ---- out ---- */

static void put(json_t *object, const char *key, json_t *value)
{
    if (!value || json_object_set_new(object, key, value) != 0)
        g_error(OUT_OF_MEMORY);
}

static void put_text(json_t *object, const char *key, const char *text)
{
    if (*event_text(text))
        put(object, key, json_string(text));
}

static void put_number(json_t *object, const char *key, size_t number)
{
    put(object, key, json_integer((json_int_t)number));
}

static void put_id(json_t *object, const char *key, lyh_event_id id)
{
    char text[LYH_EVENT_ID_SIZE];
    lyh_event_id_text(id, text);
    if (!lyh_event_id_is_none(id))
        put_text(object, key, text);
}

static void put_place(json_t *object, const lyh_text_place *place)
{
    put_text(object, "document", place->document);
    put_text(object, "text_sha256", place->text_sha256);
    put_number(object, "start", place->start);
    put_number(object, "end", place->end);
    put_text(object, "quote", place->quote);
    put_text(object, "before", place->before);
    put_text(object, "after", place->after);
    put_text(object, "respondent", place->respondent);
    if (place->turn != LYH_NONE)
        put_number(object, "turn", place->turn);
}

static void put_judgement(json_t *object, const lyh_event *event)
{
    put_place(object, &event->place);
    put_text(object, "code", event->code);
    put_text(object, "polarity", lyh_polarity_name(event->polarity));
    put_text(object, "state", lyh_state_name(event->state));
    put_text(object, "time", lyh_time_name(event->time));
    put_text(object, "cue", event->cue);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int by_bytes(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(lyh_event_id));
}

static void put_coders(json_t *object, const lyh_event *event)
{
    json_t *coders = json_array();
    g_autofree const char **names = g_new(const char *, event->coder_count + 1);
    if (event->coder_count > 0)
        memcpy(names, event->coders, event->coder_count * sizeof *names);
    qsort(names, event->coder_count, sizeof *names, by_text);
    for (size_t i = 0; i < event->coder_count; i++)
        if (json_array_append_new(coders, json_string(names[i])) != 0)
            g_error(OUT_OF_MEMORY);
    put(object, "coders", coders);
}

static void put_originals(json_t *object, const lyh_event *event)
{
    json_t *originals = json_array();
    g_autofree lyh_event_id *ids = g_new(lyh_event_id, event->original_count + 1);
    if (event->original_count > 0)
        memcpy(ids, event->originals, event->original_count * sizeof *ids);
    qsort(ids, event->original_count, sizeof *ids, by_bytes);
    for (size_t i = 0; i < event->original_count; i++) {
        char text[LYH_EVENT_ID_SIZE];
        lyh_event_id_text(ids[i], text);
        if (json_array_append_new(originals, json_string(text)) != 0)
            g_error(OUT_OF_MEMORY);
    }
    put(object, "originals", originals);
}

static void put_agreement(json_t *object, const lyh_event *event)
{
    put_coders(object, event);
    put_originals(object, event);
    put(object, "on", json_boolean(event->is_on));
}

static void put_memo(json_t *object, const lyh_event *event)
{
    put_text(object, "about", lyh_memo_about_name(event->about));
    put_text(object, "text", event->text);
    put_id(object, "target", event->target);
    if (event->about == LYH_MEMO_DOCUMENT)
        put_text(object, "document", event->place.document);
    if (event->about == LYH_MEMO_CODE)
        put_text(object, "code", event->code);
}

static void put_all(json_t *object, const lyh_event *event)
{
    switch (event->kind) {
    case LYH_EVENT_RECODE:
        put_id(object, "target", event->target);
        put_judgement(object, event);
        break;
    case LYH_EVENT_AGREED:
        put_agreement(object, event);
        put_judgement(object, event);
        put_text(object, "rule", event->rule);
        put_text(object, "mark", lyh_mark_name(event->mark));
        break;
    case LYH_EVENT_CODE:
    case LYH_EVENT_ACCEPT:
    case LYH_EVENT_REJECT:
        put_judgement(object, event);
        put_text(object, "rule", event->rule);
        put_text(object, "mark", lyh_mark_name(event->mark));
        break;
    case LYH_EVENT_MARK:
        put_id(object, "target", event->target);
        put_text(object, "mark", lyh_mark_name(event->mark));
        break;
    case LYH_EVENT_UNCODE:
    case LYH_EVENT_UNDO:
        put_id(object, "target", event->target);
        break;
    case LYH_EVENT_MEMO:
        put_memo(object, event);
        break;
    case LYH_EVENT_MERGE:
        put_text(object, "code", event->code);
        put_text(object, "into", event->into);
        break;
    case LYH_EVENT_DONE:
        put_text(object, "document", event->place.document);
        put(object, "on", json_boolean(event->is_on));
        break;
    case LYH_EVENT_PLACE:
        put_place(object, &event->place);
        break;
    case LYH_EVENT_JOINED:
        put_text(object, "text", event->text);
        if (event->original_count > 0)
            put_originals(object, event);
        break;
    case LYH_EVENT_FORGOTTEN:
    case LYH_EVENT_KIND_COUNT:
        break;
    }
}

char *event_body(const lyh_event *event)
{
    json_t *object = json_object();
    if (!object)
        g_error(OUT_OF_MEMORY);
    put_all(object, event);
    char *dumped = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
    if (!dumped)
        g_error(OUT_OF_MEMORY);
    char *body = g_strdup(dumped);
    free(dumped);
    json_decref(object);
    return body;
}

/* ---- in ---- */

static const char *text_in(const json_t *object, const char *key)
{
    return event_text(json_string_value(json_object_get(object, key)));
}

static bool read_number(const json_t *object, const char *key, size_t usual, size_t *number)
{
    const json_t *value = json_object_get(object, key);
    *number = usual;
    if (!value)
        return true;
    json_int_t read = json_integer_value(value);
    *number = (size_t)read;
    return json_is_integer(value) && read >= 0 && (size_t)read <= LYH_MAX_TRANSCRIPT;
}

static bool read_id(const json_t *object, const char *key, lyh_event_id *id)
{
    const char *text = text_in(object, key);
    return !*text || lyh_event_id_parse(text, id);
}

static bool read_place(const json_t *object, lyh_text_place *place)
{
    place->document = text_in(object, "document");
    place->text_sha256 = text_in(object, "text_sha256");
    place->quote = text_in(object, "quote");
    place->before = text_in(object, "before");
    place->after = text_in(object, "after");
    place->respondent = text_in(object, "respondent");
    return read_number(object, "start", 0, &place->start) &&
           read_number(object, "end", 0, &place->end) &&
           read_number(object, "turn", LYH_NONE, &place->turn) &&
           place->start <= place->end;
}

static const char *about_name(unsigned value)
{
    return lyh_memo_about_name((lyh_memo_about)value);
}

static const lyh_words about_words = { about_name, LYH_MEMO_ABOUT_COUNT };

/* What is not there is the first. */
static bool read_word(const json_t *object, const char *key, const lyh_words *words,
                      unsigned *value)
{
    const char *text = text_in(object, key);
    *value = *text ? lyh_words_find(words, text) : 0;
    return *value < words->count;
}

static bool read_words(const json_t *object, lyh_event *event)
{
    unsigned polarity, state, time, mark, about;
    bool is_fine = read_word(object, "polarity", &lyh_polarity_words, &polarity) &&
                   read_word(object, "state", &lyh_state_words, &state) &&
                   read_word(object, "time", &lyh_time_words, &time) &&
                   read_word(object, "mark", &lyh_mark_words, &mark) &&
                   read_word(object, "about", &about_words, &about);
    if (!is_fine)
        return false;
    event->polarity = (lyh_polarity)polarity;
    event->state = (lyh_state)state;
    event->time = (lyh_time)time;
    event->mark = (lyh_mark)mark;
    event->about = (lyh_memo_about)about;
    return true;
}

static bool read_agreement(stored_event *stored)
{
    const json_t *coders = json_object_get(stored->root, "coders");
    const json_t *originals = json_object_get(stored->root, "originals");
    size_t coder_count = json_array_size(coders), count = json_array_size(originals);
    stored->coders = g_new0(const char *, coder_count + 1);
    stored->originals = g_new0(lyh_event_id, count + 1);
    for (size_t i = 0; i < coder_count; i++) {
        stored->coders[i] = json_string_value(json_array_get(coders, i));
        if (!stored->coders[i])
            return false;
    }
    for (size_t i = 0; i < count; i++) {
        const char *text = json_string_value(json_array_get(originals, i));
        if (!text || !lyh_event_id_parse(text, &stored->originals[i]))
            return false;
    }
    stored->event.coders = stored->coders;
    stored->event.coder_count = coder_count;
    stored->event.originals = stored->originals;
    stored->event.original_count = count;
    return true;
}

static bool read_all(stored_event *stored)
{
    lyh_event *event = &stored->event;
    const json_t *object = stored->root;
    event->code = text_in(object, "code");
    event->cue = text_in(object, "cue");
    event->rule = text_in(object, "rule");
    event->text = text_in(object, "text");
    event->into = text_in(object, "into");
    event->is_on = json_is_true(json_object_get(object, "on"));
    return read_id(object, "target", &event->target) && read_place(object, &event->place) &&
           read_words(object, event) && read_agreement(stored);
}

bool stored_event_read(stored_event *stored, lyh_event_kind kind, const char *body)
{
    *stored = (stored_event){ .event = { .kind = kind } };
    stored->root = json_loads(body, JSON_REJECT_DUPLICATES, NULL);
    return json_is_object(stored->root) && read_all(stored);
}

void stored_event_clear(stored_event *stored)
{
    json_decref(stored->root);
    g_free(stored->originals);
    g_free(stored->coders);
    *stored = (stored_event){ 0 };
}
