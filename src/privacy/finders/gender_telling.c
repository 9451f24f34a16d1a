#include "gender_telling.h"

bool goes_on_from_hen(const telling *told, size_t i)
{
    static const char *const joining[] = { "men", "och", "så", "fast", "för", "sen" };
    const words *list = told->list;
    enum { EARLY = 3 };
    size_t first = i;
    /* "Det ska hon ha": nobody else stands before it */
    while (first > 0 && i - first < EARLY && !words_is_initial(list, first) &&
           list->items[first].gap == GAP_SPACE && told->latest_at != first - 1)
        first--;
    if (!words_is_initial(list, first) && i > 0 &&
        word_is_any(list, i - 1, joining, G_N_ELEMENTS(joining)))
        first = i - 1;
    return words_is_initial(list, first) && told->hen_first != NEVER &&
           list->items[i].sentence - told->hen_first == 1;
}

bool goes_on_from_subject(const telling *told, size_t i)
{
    return told->is_listeners && words_is_initial(told->list, i) &&
           told->subject == OFFICIAL &&
           told->list->items[i].sentence - told->subject_in == 1 &&
           told->relative_in == told->subject_in;
}

/* "Vad skrev hon, minns du?" */
static bool asks_what(const words *list, size_t i)
{
    static const char *const asking[] = { "vad", "hur", "när", "vem", "varför" };
    return i > 1 && words_is_initial(list, i - 2) &&
           word_is_any(list, i - 2, asking, G_N_ELEMENTS(asking));
}

bool answers_as_hen(const telling *told, size_t i)
{
    static const char *const speaking[] = { "svarade", "sa",      "sade",
                                            "skrev",   "frågade", "lovade",
                                            "ringde",  "tyckte",  "menade" };
    uint32_t now = told->list->items[i].sentence;
    return i > 0 && told->list->items[i].gap == GAP_SPACE && told->hen != NEVER &&
           !words_is_initial(told->list, i - 1) && !asks_what(told->list, i) &&
           word_is_any(told->list, i - 1, speaking, G_N_ELEMENTS(speaking)) &&
           told->hen <= now && now - told->hen <= REMEMBERED + 1 &&
           (told->relative_in == NEVER || told->relative_in < told->hen);
}

bool is_by_stranger(const telling *told, uint32_t now)
{
    enum { NEAR = 1, SINCE = 5 };
    /* hen was said, and no relative since */
    bool is_after_hen = told->hen != NEVER && now - told->hen <= SINCE &&
                        (told->relative_in == NEVER || told->relative_in < told->hen);
    return is_after_hen || (told->stranger != NEVER && now - told->stranger <= NEAR) ||
           (told->hen != NEVER && now - told->hen <= NEAR);
}
