/* What an event must hold before it is written. */
#include <string.h>

#include <lyhord/base/catalog.h>

#include "event_private.h"

/* Bytes: longer is no name, no rule and no memo that a person typed. */
#define MOST_NAME ((size_t)256)
#define MOST_TEXT ((size_t)1 << 20)

const char *event_text(const char *text)
{
    return text ? text : "";
}

bool event_makes_coding(lyh_event_kind kind)
{
    return kind == LYH_EVENT_CODE || kind == LYH_EVENT_ACCEPT || kind == LYH_EVENT_REJECT ||
           kind == LYH_EVENT_AGREED;
}

bool event_is_of_coding(lyh_event_kind kind)
{
    return event_makes_coding(kind) || kind == LYH_EVENT_RECODE ||
           kind == LYH_EVENT_UNCODE || kind == LYH_EVENT_MARK;
}

bool event_can_be_undone(lyh_event_kind kind)
{
    return kind != LYH_EVENT_JOINED && kind != LYH_EVENT_PLACE &&
           kind != LYH_EVENT_FORGOTTEN;
}

lyh_event_kind event_kind_of(const char *name)
{
    lyh_event_kind kind = LYH_EVENT_CODE;
    while (kind < LYH_EVENT_KIND_COUNT && strcmp(lyh_event_kind_name(kind), name) != 0)
        kind++;
    return kind;
}

static bool are_digits(const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!g_ascii_isdigit(text[i]))
            return false;
    return true;
}

/* 2026-05-01T12:31:04Z; digits may follow the seconds behind a point. */
static bool is_time(const char *at)
{
    static const char pattern[] = "dddd-dd-ddTdd:dd:dd";
    for (size_t i = 0; i < sizeof pattern - 1; i++)
        if (pattern[i] == 'd' ? !g_ascii_isdigit(at[i]) : at[i] != pattern[i])
            return false;
    at += sizeof pattern - 1;
    if (*at == '.') {
        size_t digits = strspn(++at, "0123456789");
        if (digits == 0 || digits > 9)
            return false;
        at += digits;
    }
    return strcmp(at, "Z") == 0;
}

static bool is_hash(const char *hash)
{
    size_t size = strlen(hash);
    for (size_t i = 0; i < size; i++)
        if (!are_digits(hash + i, 1) && (hash[i] < 'a' || hash[i] > 'f'))
            return false;
    return size == 64;
}

/* A name that a file, a heading and a message can carry. */
static bool is_name(const char *name)
{
    size_t size = strlen(name);
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)name[i] < 0x20 || name[i] == 0x7f)
            return false;
    return size > 0 && size <= MOST_NAME;
}

static bool is_words(const char *text)
{
    return !text || (strlen(text) <= MOST_TEXT && g_utf8_validate(text, -1, NULL));
}

static bool are_words(const lyh_event *event)
{
    const lyh_text_place *place = &event->place;
    const char *const texts[] = { event->at,        event->who,    place->document,
                                  place->quote,     place->before, place->after,
                                  event->code,      event->cue,    event->rule,
                                  event->text,      event->into,   place->text_sha256,
                                  place->respondent };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (!is_words(texts[i]))
            return false;
    for (size_t i = 0; i < event->coder_count; i++)
        if (!is_words(event->coders[i]) || !is_name(event->coders[i]))
            return false;
    return true;
}

static const char *place_fault(const lyh_text_place *place)
{
    if (!is_name(event_text(place->document)))
        return N_("it names no document");
    if (!is_hash(event_text(place->text_sha256)))
        return N_("the SHA-256 of the text is missing");
    return place->end < place->start || place->end > LYH_MAX_TRANSCRIPT
               ? N_("the place ends before it begins")
               : NULL;
}

static const char *coding_fault(const lyh_event *event)
{
    const char *fault = place_fault(&event->place);
    if (fault)
        return fault;
    if (event->place.end == event->place.start || !*event_text(event->place.quote))
        return N_("no words are coded; give start, end and the quote");
    if (!is_name(event_text(event->code)))
        return N_("it names no code");
    if ((unsigned)event->polarity > LYH_MINUS || (unsigned)event->state > LYH_OTHER ||
        (unsigned)event->time > LYH_TIME_NOW || (unsigned)event->mark > LYH_MARK_PROPOSAL)
        return N_("polarity, state, time or mark is unknown");
    return NULL;
}

static const char *memo_fault(const lyh_event *event)
{
    if ((unsigned)event->about >= LYH_MEMO_ABOUT_COUNT)
        return N_("the memo is about nothing that has memos");
    if (event->about == LYH_MEMO_DOCUMENT && !is_name(event_text(event->place.document)))
        return N_("it names no document");
    if (event->about == LYH_MEMO_CODE && !is_name(event_text(event->code)))
        return N_("it names no code");
    if (event->about == LYH_MEMO_CODING && lyh_event_id_is_none(event->target))
        return N_("it names no event that it is about");
    return NULL;
}

static const char *agreed_fault(const lyh_event *event)
{
    bool is_among = false;
    if (event->coder_count == 0 && strcmp(event_text(event->who), LYH_IMPORTER) == 0)
        return coding_fault(event);
    for (size_t i = 0; i < event->coder_count; i++)
        is_among |= strcmp(event->coders[i], event->who) == 0;
    if (event->coder_count < 2 || !is_among)
        return N_("a joint decision names all who made it, and whoever writes it is one");
    return coding_fault(event);
}

static const char *fault_of_kind(const lyh_event *event)
{
    switch (event->kind) {
    case LYH_EVENT_CODE:
        return coding_fault(event);
    case LYH_EVENT_ACCEPT:
    case LYH_EVENT_REJECT:
        return *event_text(event->rule) ? coding_fault(event)
                                        : N_("a suggestion is known by its rule too");
    case LYH_EVENT_AGREED:
        return agreed_fault(event);
    case LYH_EVENT_MEMO:
        return memo_fault(event);
    case LYH_EVENT_MERGE:
        return is_name(event_text(event->code)) && is_name(event_text(event->into)) &&
                       strcmp(event->code, event->into) != 0
                   ? NULL
                   : N_("a merge names two codes");
    case LYH_EVENT_DONE:
        return is_name(event_text(event->place.document)) ? NULL
                                                          : N_("it names no document");
    case LYH_EVENT_PLACE:
        return place_fault(&event->place);
    case LYH_EVENT_RECODE:
    case LYH_EVENT_UNCODE:
    case LYH_EVENT_MARK:
    case LYH_EVENT_UNDO:
        if (lyh_event_id_is_none(event->target))
            return N_("it names no event that it is about");
        if (event->kind == LYH_EVENT_MARK && (unsigned)event->mark > LYH_MARK_PROPOSAL)
            return N_("polarity, state, time or mark is unknown");
        return event->kind == LYH_EVENT_RECODE ? coding_fault(event) : NULL;
    case LYH_EVENT_JOINED:
    case LYH_EVENT_FORGOTTEN:
        return NULL;
    case LYH_EVENT_KIND_COUNT:
        break;
    }
    return N_("it is of no known kind");
}

bool lyh_event_is_coder(const char *who)
{
    static const char *const nobody[] = { LYH_TOGETHER, LYH_MODEL_CODER };
    for (size_t i = 0; i < G_N_ELEMENTS(nobody); i++)
        if (strcmp(who, nobody[i]) == 0)
            return false;
    return is_name(who) && !strpbrk(who, "/\\") && *who != '.';
}

const char *event_fault(const lyh_event *event)
{
    if (!are_words(event))
        return N_("it holds text that is no UTF-8, or too long");
    if (lyh_event_id_is_none(event->id))
        return N_("it has no id");
    if (!is_time(event_text(event->at)))
        return N_("its time is not written as 2026-05-01T12:31:04Z");
    if (event->kind == LYH_EVENT_FORGOTTEN)
        return NULL; /* nobody's */
    if (!lyh_event_is_coder(event_text(event->who)))
        return N_(
            "a coder's name must fit a file name, and be neither gemensam nor modell");
    return fault_of_kind(event);
}
