#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../capitals.h"

static bool is_next(const words *list, size_t i, const char *lower)
{
    return i < list->count && list->items[i].gap == GAP_SPACE && word_is(list, i, lower);
}

static bool has_preposition(const words *list, size_t i)
{
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           (list->items[i - 1].classes & CUE_PLACE);
}

static void add_place(const words *list, size_t i, lyh_finding_kind kind,
                      lyh_confidence confidence, GArray *findings, const char *why)
{
    const word *at = &list->items[i];
    add_finding(findings, at->start, list->items[i + at->span - 1u].end, kind, confidence,
                why);
}

/* Vara, Mark and Lund are words and names too. */
static void find_municipality(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_named = has_preposition(list, i) || is_next(list, i + at->span, "kommun") ||
                    is_next(list, i + at->span, "kommuns") ||
                    is_next(list, i + at->span, "stad");
    bool is_weak = (at->classes & WORD_WEAK_PLACE) != 0;
    if (is_weak && !is_named && (words_is_initial(list, i) || at->is_upper))
        return;
    add_place(list, i, LYH_FINDING_MUNICIPALITY,
              is_weak && !is_named ? LYH_CONFIDENCE_LOW : LYH_CONFIDENCE_HIGH, findings,
              N_("one of the 290 municipalities"));
}

static bool is_card_abbreviation(const words *list, size_t i)
{
    static const char *const others[] = { "ID-",   "SIM-", "EU-", "SD-",
                                          "VISA-", "PIN-", "TF-" };
    const word *at = &list->items[i];
    const char *text = list->text + at->start;
    const char *hyphen = memchr(text, '-', word_size(list, i));
    if (!hyphen || hyphen - text > 4 || hyphen - text < 2 || !at->is_capital ||
        !g_ascii_isupper(text[1]))
        return false;
    for (size_t k = 0; k < G_N_ELEMENTS(others); k++)
        if (g_str_has_prefix(text, others[k]))
            return false;
    size_t rest = word_size(list, i) - (size_t)(hyphen + 1 - text);
    return ((rest >= 4 && rest <= 7 && memcmp(hyphen + 1, "kort", 4) == 0) ||
            (rest >= 4 && rest <= 6 && memcmp(hyphen + 1, "traf", 4) == 0));
}

/* SL and UL are letters; beside a word for a card or a bus they are a county. */
static bool has_card_near(const words *list, size_t i)
{
    if (words_cue_before(list, i, CUE_CARD, 4))
        return true;
    for (size_t k = i + 1; k < list->count && k <= i + 3; k++)
        if (list->items[k].sentence == list->items[i].sentence &&
            (list->items[k].classes & CUE_CARD))
            return true;
    return false;
}

static void find_card(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_weak = (at->classes & WORD_WEAK_PLACE) != 0;
    bool is_listed = (at->classes & WORD_CARD) && !is_weak;
    bool is_company =
        at->is_capital && !words_is_initial(list, i) &&
        (word_ends_in(list, i, "trafiken") || word_ends_in(list, i, "trafik"));
    if (is_listed || is_card_abbreviation(list, i) || is_company ||
        (is_weak && at->is_upper && has_card_near(list, i)))
        add_place(list, i, LYH_FINDING_PLACE, LYH_CONFIDENCE_HIGH, findings,
                  N_("a card or a company of county transport: it names the region"));
}

/* Endings of names of nature and neighbourhoods. */
static bool has_place_ending(const words *list, size_t i)
{
    static const char *const endings[] = {
        "ån",       "sjön",     "viken",   "holmen", "parken",    "berget",  "dalen",
        "skogen",   "badet",    "udden",   "näset",  "heden",     "höjden",  "köping",
        "torp",     "tjärn",    "tjärnen", "älven",  "ön",        "fjärden", "sundet",
        "hamnen",   "stranden", "ängen",   "gärdet", "kullen",    "staden",  "hult",
        "holm",     "borg",     "hamn",    "viks",   "sunda",     "lunda",   "backa",
        "centrum",  "torg",     "arenan",  "hallen", "gallerian", "fjället", "forsen",
        "backarna", "byn",      "bergen",  "åsen",   "mossen",    "åkern",   "banan",
        "leden"
    };
    if (word_size(list, i) < 5)
        return false;
    return word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings));
}

/* "på Öland i tretti år. Köpingsvik.": all of a sentence, and a place in the one before. */
static bool is_where_exactly(const words *list, size_t i)
{
    enum { NEAR = 8, PLACES = WORD_PLACE | WORD_MUNICIPALITY | WORD_REGION };
    bool is_all = words_is_initial(list, i) &&
                  (i + 1 >= list->count || list->items[i + 1].gap >= GAP_BREAK);
    for (size_t k = 1; is_all && k <= NEAR && k <= i; k++)
        if (list->items[i - k].is_capital && (list->items[i - k].classes & PLACES))
            return list->items[i].sentence - list->items[i - k].sentence == 1;
    return false;
}

static bool is_unknown(const words *list, size_t i)
{
    const word *at = &list->items[i];
    bool is_abbreviation = (at->is_upper && word_size(list, i) <= 6) ||
                           (begins_short(list, i) && !at->is_upper) ||
                           is_institution(list, i);
    return at->is_capital && !is_abbreviation && !at->has_digit &&
           word_size(list, i) >= 3 &&
           !(at->classes & ~(word_classes)(WORD_FIRST | WORD_LOWER)) &&
           (!words_is_initial(list, i) ||
            (is_where_exactly(list, i) && words_ask(list, i) == NOT_A_WORD) ||
            (has_place_ending(list, i) && is_where_exactly(list, i)) ||
            (has_place_ending(list, i) && words_ask(list, i) == NOT_A_WORD &&
             !is_compound(list, i)));
}

/* "Gränby centrum", "Stora Höga station": what follows the name and belongs to it. */
static size_t place_end(const words *list, size_t i)
{
    static const char *const kinds[] = { "centrum",  "torg", "station", "gård",
                                         "galleria", "park", "kyrka",   "köpcentrum",
                                         "by",       "stad" };
    size_t next = i + 1;
    while (next < list->count && next < i + 3 && list->items[next].gap == GAP_SPACE &&
           is_unknown(list, next))
        next++;
    bool has_kind = next < list->count && list->items[next].gap == GAP_SPACE &&
                    word_is_any(list, next, kinds, G_N_ELEMENTS(kinds));
    return list->items[has_kind ? next : next - 1].end;
}

/* "622 54 Romakloster": the town of a postal code. */
static bool is_behind_code(const words *list, size_t i)
{
    enum { FIRST = 3, LAST = 2 };
    const word *at = &list->items[i];
    return i > 1 && at->gap == GAP_SPACE && at[-1].is_number && at[-2].is_number &&
           word_size(list, i - 1) == LAST && word_size(list, i - 2) == FIRST &&
           at[-1].gap == GAP_SPACE;
}

/* "via Izmir, Thessaloniki och Belgrad": behind a capital and a comma, the first of which stands behind
 * a preposition of place. */
static bool is_later_in_row(const words *list, size_t i)
{
    enum { MOST = 6 };
    size_t first = i;
    while (first > 0 && i - first < MOST && list->items[first].gap == GAP_COMMA &&
           list->items[first - 1].is_capital && !list->items[first - 1].is_upper &&
           !words_is_initial(list, first - 1))
        first--;
    return first < i && has_preposition(list, first) && i + 1 < list->count &&
           (list->items[i + 1].gap == GAP_COMMA || word_is(list, i + 1, "och"));
}

static void find_unlisted(const words *list, size_t i, GArray *findings)
{
    const char *text =
        list->text + list->items[i].end; /* "Budget- och skuldrådgivningen" */
    if (list->items[i].end + 1 < list->size && text[0] == '-' && text[1] == ' ')
        return;
    size_t end = place_end(list, i);
    bool has_kind =
        end > list->items[i].end && i + 1 < list->count && !list->items[i + 1].is_capital;
    bool is_in_row = i > 0 && list->items[i].gap == GAP_COMMA &&
                     list->items[i - 1].is_capital &&
                     (list->items[i - 1].classes & (WORD_MUNICIPALITY | WORD_PLACE)) &&
                     !(list->items[i - 1].classes & (WORD_WEAK_PLACE | WORD_GIVEN));
    /* "från Bosnien, Zenica": behind a country, where one comes from */
    bool is_in_country =
        is_later_in_row(list, i) ||
        (i > 1 && list->items[i].gap == GAP_COMMA && list->items[i - 1].is_capital &&
         (list->items[i - 1].classes & WORD_KNOWN) && has_preposition(list, i - 1));
    const char *why =
        is_in_row || is_in_country || is_where_exactly(list, i) ? N_("in a row of places")
        : is_behind_code(list, i) ? N_("the town of a postal code")
        : has_preposition(list, i)
            ? N_("a word with a capital behind a preposition of place")
        : has_kind || has_place_ending(list, i) ? N_("the form of a place's name")
                                                : NULL;
    if (why)
        add_finding(findings, list->items[i].start, end, LYH_FINDING_PLACE,
                    LYH_CONFIDENCE_LOW, why);
}

static void find_listed_place(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_weak = (at->classes & WORD_WEAK_PLACE) && !has_preposition(list, i);
    if (is_weak && (words_is_initial(list, i) || word_size(list, i) < 4 || at->is_upper ||
                    !at->is_capital || !is_in_running_text(list, i)))
        return;
    size_t after = i + at->span;
    size_t end = list->items[after - 1].end;
    if (is_next(list, after, "centrum") || is_next(list, after, "torg"))
        end = list->items[after].end;
    add_finding(findings, at->start, end, LYH_FINDING_PLACE,
                is_weak ? LYH_CONFIDENCE_LOW : LYH_CONFIDENCE_HIGH,
                N_("on the list of places"));
}

/* "bor i borås", as in chats: a preposition before it, and no word of the dictionary. */
static bool is_place_in_small(const words *list, size_t i)
{
    enum { SHORTEST = 4, LONG = 6 };
    const word *at = &list->items[i];
    bool is_small =
        (at->classes & (WORD_MUNICIPALITY | WORD_PLACE)) && at->is_bare &&
        !(at->classes & (WORD_WEAK_PLACE | WORD_GIVEN | WORD_FAMILY | WORD_LOWER)) &&
        word_size(list, i) >= SHORTEST;
    if (!is_small)
        return false;
    word_known known = words_ask(list, i);
    if (!has_preposition(list, i)) /* "sen commerce om du orkar" */
        return known == NOT_A_WORD && word_size(list, i) >= LONG &&
               is_among_swedish(list, i);
    return known == NOT_A_WORD ||
           (known == NO_DICTIONARY && (at->classes & WORD_MUNICIPALITY));
}

void find_places(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        if (!at->is_capital && is_place_in_small(list, i))
            add_place(list, i,
                      at->classes & WORD_MUNICIPALITY ? LYH_FINDING_MUNICIPALITY
                                                      : LYH_FINDING_PLACE,
                      LYH_CONFIDENCE_LOW, findings,
                      N_("the name of a place, written small"));
        bool is_region = (at->classes & WORD_REGION) &&
                         (at->is_capital || (i > 0 && at->gap == GAP_SPACE &&
                                             word_is(list, i - 1, "region")));
        if (!at->is_capital && !is_region && !(at->classes & WORD_LOWER))
            continue;
        if (is_region)
            add_place(list, i, LYH_FINDING_REGION, LYH_CONFIDENCE_HIGH, findings,
                      N_("a region, county or province"));
        else if ((at->classes & WORD_MUNICIPALITY) && at->is_capital)
            find_municipality(list, i, findings);
        else if (at->classes & WORD_PLACE)
            find_listed_place(list, i, findings);
        else if (is_unknown(list, i))
            find_unlisted(list, i, findings);
        find_card(list, i, findings);
    }
}
