#include "day_signs.h"

#include <string.h>

#include <glib.h>

bool day_is_weekday(const words *list, size_t i)
{
    static const char *const days[] = { "måndag", "tisdag", "onsdag", "torsdag",
                                        "fredag", "lördag", "söndag" };
    static const char *const brief[] = { "mån",  "tis", "ons", "tor",
                                         "tors", "fre", "lör", "sön" };
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size < 3 || size > 12)
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    for (size_t k = 0; k < G_N_ELEMENTS(days); k++) {
        size_t length = strlen(days[k]);
        if (size >= length && size <= length + 2 && memcmp(folded, days[k], length) == 0)
            return true;
    }
    return word_is_any(list, i, brief, G_N_ELEMENTS(brief));
}

bool day_is_said_before(const words *list, size_t i)
{
    static const char *const before[] = {
        "den",      "d",       "från",   "till",  "fram",    "sedan",   "sen",
        "efter",    "före",    "innan",  "runt",  "kring",   "datum",   "skriver",
        "senast",   "per",     "fom",    "tom",   "dat",     "mötet",   "beslut",
        "beslutet", "brev",    "brevet", "sms",   "mejl",    "datumet", "möte",
        "besök",    "besöket", "dagen",  "inkom", "daterat", "daterad"
    };
    return i > 0 && (word_is_any(list, i - 1, before, G_N_ELEMENTS(before)) ||
                     day_is_weekday(list, i - 1) || word_ends_in(list, i - 1, "dag") ||
                     word_ends_in(list, i - 1, "dagen"));
}

bool day_is_alone(const words *list, size_t i)
{
    enum { NEAR = 12 };
    static const char *const before[] = { "ringde", "kom",  "skrev", "var", "fick",
                                          "blev",   "är",   "till",  "på",  "före",
                                          "efter",  "från", "innan", "sen", "födda",
                                          "sedan",  "ses" };
    const word *at = &list->items[i];
    bool is_closed = i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA;
    bool is_whole = is_closed && at->gap >= GAP_COLON;
    bool is_behind = i > 0 && is_closed && at->gap == GAP_SPACE &&
                     word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
    /* "ren sen sjuttonde", "vi ses trettionde" */
    static const char *const whens[] = { "sen", "sedan", "ses", "före", "innan", "från" };
    if (is_behind && word_is_any(list, i - 1, whens, G_N_ELEMENTS(whens)))
        return true;
    for (size_t k = i; (is_whole || is_behind) && k > 0 && i - k < NEAR; k--)
        if (list->items[k - 1].classes & WORD_MONTH)
            return true;
    return false;
}

bool day_is_behind_verb(const words *list, size_t i, size_t next)
{
    static const char *const hours[] = { "kl", "klockan", "vid", "på" };
    bool is_closed = next >= list->count || list->items[next].gap >= GAP_COMMA ||
                     word_is_any(list, next, hours, G_N_ELEMENTS(hours));
    return i > 0 && list->items[i].gap == GAP_SPACE && is_closed &&
           !list->items[i - 1].is_number;
}

bool day_is_said_first(const words *list, size_t i)
{
    size_t next = i + list->items[i].span;
    return list->items[i].gap >= GAP_COLON && list->items[i].is_capital &&
           (next >= list->count || list->items[next].gap == GAP_COMMA) &&
           (i == 0 || list->items[i].gap == GAP_COLON ||
            !memchr(list->text + list->items[i - 1].end, '\n',
                    list->items[i].start - list->items[i - 1].end));
}

bool day_is_pair(const words *list, size_t i)
{
    static const char *const months[] = { "första", "andra",  "tredje", "fjärde",
                                          "femte",  "sjätte", "sjunde", "åttonde",
                                          "nionde", "tionde", "elfte",  "tolfte" };
    size_t next = i + 1;
    return list->items[next].gap == GAP_SPACE && list->items[i].classes & WORD_ORDINAL &&
           word_is_any(list, next, months, G_N_ELEMENTS(months)) &&
           !word_is(list, i, "andra") &&
           (next + 1 >= list->count || list->items[next + 1].gap >= GAP_COMMA);
}

bool day_is_season(const words *list, size_t i)
{
    static const char *const before[] = { "på",    "till",  "efter", "före", "innan",
                                          "vid",   "runt",  "kring", "från", "sen",
                                          "sedan", "inför", "förra", "te",   "sista" };
    enum { SIDES = 3 };
    static const char *const sides[SIDES] = { "efter", "före", "innan" };
    bool has_year = i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
                    list->items[i + 1].is_number && word_size(list, i + 1) == 4;
    bool is_midsummer = word_is(list, i, "midsommar"); /* "till midsommar" is a season */
    /* "lucia förra året" */
    bool is_last_years = i + 2 < list->count && word_is(list, i + 1, "förra") &&
                         word_is(list, i + 2, "året");
    return has_year || is_last_years || day_is_said_first(list, i) ||
           (i > 0 && list->items[i].gap == GAP_SPACE &&
            (is_midsummer ? word_is_any(list, i - 1, sides, SIDES)
                          : word_is_any(list, i - 1, before, G_N_ELEMENTS(before))));
}
