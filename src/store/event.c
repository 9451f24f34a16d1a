#include <lyhord/store/event.h>

#include <string.h>

#include <glib.h>

lyh_event_id lyh_event_id_random(const unsigned char random[16])
{
    lyh_event_id id;
    memcpy(id.bytes, random, sizeof id.bytes);
    id.bytes[6] = (unsigned char)((id.bytes[6] & 0x0f) | 0x40);
    id.bytes[8] = (unsigned char)((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

bool lyh_event_id_is_none(lyh_event_id id)
{
    return lyh_event_id_equal(id, (lyh_event_id){ { 0 } });
}

bool lyh_event_id_equal(lyh_event_id a, lyh_event_id b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

void lyh_event_id_text(lyh_event_id id, char text[LYH_EVENT_ID_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    char *out = text;
    for (size_t i = 0; i < sizeof id.bytes; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *out++ = '-';
        *out++ = digits[id.bytes[i] >> 4];
        *out++ = digits[id.bytes[i] & 0x0f];
    }
    *out = '\0';
}

bool lyh_event_id_parse(const char *text, lyh_event_id *id)
{
    if (strlen(text) != LYH_EVENT_ID_SIZE - 1)
        return false;
    size_t at = 0;
    for (size_t i = 0; i < sizeof id->bytes; i++) {
        if ((i == 4 || i == 6 || i == 8 || i == 10) && text[at++] != '-')
            return false;
        int high = g_ascii_xdigit_value(text[at]);
        int low = g_ascii_xdigit_value(text[at + 1]);
        if (high < 0 || low < 0)
            return false;
        id->bytes[i] = (unsigned char)(high << 4 | low);
        at += 2;
    }
    return true;
}

const char *lyh_event_kind_name(lyh_event_kind kind)
{
    static const char *const names[LYH_EVENT_KIND_COUNT] = {
        [LYH_EVENT_CODE] = "code",     [LYH_EVENT_RECODE] = "recode",
        [LYH_EVENT_UNCODE] = "uncode", [LYH_EVENT_ACCEPT] = "accept",
        [LYH_EVENT_REJECT] = "reject", [LYH_EVENT_MEMO] = "memo",
        [LYH_EVENT_MARK] = "mark",     [LYH_EVENT_MERGE] = "merge",
        [LYH_EVENT_DONE] = "done",     [LYH_EVENT_AGREED] = "agreed",
        [LYH_EVENT_JOINED] = "joined", [LYH_EVENT_PLACE] = "place",
        [LYH_EVENT_UNDO] = "undo",     [LYH_EVENT_FORGOTTEN] = "forgotten",
    };
    g_assert(kind < LYH_EVENT_KIND_COUNT);
    return names[kind];
}

const char *lyh_memo_about_name(lyh_memo_about about)
{
    static const char *const names[LYH_MEMO_ABOUT_COUNT] = { "study", "document", "coding",
                                                             "code" };
    g_assert(about < LYH_MEMO_ABOUT_COUNT);
    return names[about];
}
