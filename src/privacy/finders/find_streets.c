#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../shape.h"

/* Endings that join to the name of a street; the first are a street's whatever goes before. */
static const char *const sure[] = { "gatan",  "gata",   "vägen",   "gränden", "gränd",
                                    "stigen", "allén",  "gatans",  "vägens",  "esplanaden",
                                    "torget", "backen", "brinken", "slingan" };
static const char *const likely[] = {
    "väg",      "torg",        "stig",       "backe",   "allé",   "alléen", "plan",
    "platsen",  "plats",       "kajen",      "leden",   "ringen", "bron",   "stråket",
    "vreten",   "gången",      "gärdet",     "parken",  "hagen",  "liden",  "kroken",
    "svängen",  "terrassen",   "tunet",      "rundeln", "vången", "hörnet", "strand",
    "stranden", "boulevarden", "promenaden", "brink"
};

/* The number of a house: at most three digits, white space before. */
static bool is_house(const words *list, size_t i)
{
    return i < list->count && list->items[i].is_number && list->items[i].gap == GAP_SPACE &&
           word_size(list, i) <= 3;
}

static bool is_letter(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return word_size(list, i) == 1 && (at->is_capital || at->gap == GAP_NONE);
}

/* Behind the number: a letter (12 B, 12b), "lgh 1203", "4 tr". */
static size_t house_end(const words *list, size_t i)
{
    size_t next = i + 1;
    size_t end = list->items[i].end;
    if (next < list->count && list->items[next].gap <= GAP_SPACE && is_letter(list, next))
        end = list->items[next++].end;
    if (next + 1 < list->count && list->items[next].gap <= GAP_COMMA &&
        (word_is(list, next, "lgh") || word_is(list, next, "lägenhet")) &&
        list->items[next + 1].is_number)
        end = list->items[next + 1].end;
    return end;
}

static void add_street(GArray *findings, size_t start, size_t end, bool has_house)
{
    add_finding(findings, start, end, LYH_FINDING_ADDRESS,
                has_house ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW,
                has_house ? N_("a street and a number") : N_("the name of a street"));
}

/* "riksvägen 50": a road by its number is nobody's house. */
static bool is_road_number(const words *list, size_t i)
{
    static const char *const roads[] = { "riksvägen", "länsvägen", "motorvägen",
                                         "landsvägen", "europavägen" };
    return word_is_any(list, i, roads, G_N_ELEMENTS(roads));
}

/* Huvudgatan, Gångvägen: with a sentence's capital no street of that name. */
static bool is_any_road(const words *list, size_t i)
{
    static const char *const firsts[] = {
        "huvud",       "tvär",  "gång",      "cykel",       "motor",  "lands",    "riks",
        "skog",        "skogs", "grus",      "ut",          "om",     "hem",      "in",
        "gen",         "väg",   "bak",       "sido",        "upp",    "ned",      "ner",
        "mot",         "med",   "fram",      "affärs",      "gå",     "trafik",   "europa",
        "skol",        "buss",  "ena",       "infarts",     "by",     "bil",      "livs",
        "järn",        "luft",  "sjukvårds", "behandlings", "vård",   "trottoar", "gående",
        "utbildnings", "resp",  "andnings",  "urin",        "elljus", "motions",  "promenad"
    };
    static const char *const roads[] = { "gatan",  "gata",   "vägen",   "gränden",
                                         "gränd",  "stigen", "gatans",  "vägens",
                                         "torget", "backen", "slingan", "allén" };
    const word *at = &list->items[i];
    for (size_t k = 0; k < G_N_ELEMENTS(roads); k++) {
        if (!word_ends_in(list, i, roads[k]))
            continue;
        char folded[WORD_MOST];
        size_t size = word_size(list, i) - strlen(roads[k]);
        if (size > WORD_MOST)
            return true;
        word_fold(list->text + at->start, size, folded, &size);
        return is_spelled_as_any(folded, size, firsts, G_N_ELEMENTS(firsts)) ||
               (k >= 8 && words_ask(list, i) != NOT_A_WORD);
    }
    return true;
}

/* Storgatan 12 B, storgatan 12, Storgatan */
static bool find_one_word(const words *list, size_t i, GArray *findings)
{
    enum {
        NAME = 3,
        SHORTEST = 7
    }; /* a name and an ending: most words are done with that */
    const word *at = &list->items[i];
    if (word_size(list, i) < SHORTEST || !strchr("adegknsté", list->text[at->end - 1]))
        return false;
    bool is_sure = word_ends_in_any_after(list, i, NAME, sure, G_N_ELEMENTS(sure));
    if (!at->is_capital && (!is_sure || is_road_number(list, i)))
        return false;
    if (!is_sure && !word_ends_in_any_after(list, i, NAME, likely, G_N_ELEMENTS(likely)))
        return false;
    bool has_house = is_house(list, i + 1);
    if (!has_house && (!is_sure || (words_is_initial(list, i) && is_any_road(list, i))))
        return false;
    add_street(findings, at->start, has_house ? house_end(list, i + 1) : at->end,
               has_house);
    return true;
}

/* "till Esplanaden 8", "på Torget": the word for a street is all of the name. */
static bool find_bare_name(const words *list, size_t i, GArray *findings)
{
    static const char *const before[] = {
        "på", "till", "från", "vid", "i", "mot", "längs"
    };
    const word *at = &list->items[i];
    if (!at->is_capital || at->is_upper || !(at->classes & WORD_STREET) || i == 0 ||
        at->gap != GAP_SPACE || !word_is_any(list, i - 1, before, G_N_ELEMENTS(before)))
        return false;
    bool has_house = is_house(list, i + 1);
    add_street(findings, at->start, has_house ? house_end(list, i + 1) : at->end,
               has_house);
    return true;
}

/* Stora gatan 4, Erik Dahlbergs väg, S:t Eriks plan: capitals, and a small word for a street. */
static bool find_more_words(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    if (i == 0 || at->is_capital || !(at->classes & WORD_STREET) || at->gap != GAP_SPACE)
        return false;
    size_t first = i;
    while (first > 0 && i - first < 3 && list->items[first - 1].is_capital &&
           list->items[first].gap == GAP_SPACE && !list->items[first - 1].is_upper)
        first--;
    bool has_house = is_house(list, i + 1);
    bool is_genitive = first < i && word_ends_in(list, i - 1, "s");
    if (first == i || (!has_house && (!is_genitive || words_is_initial(list, i - 1))))
        return false;
    add_street(findings, list->items[first].start,
               has_house ? house_end(list, i + 1) : at->end, has_house);
    return true;
}

/* "Box 214", "postbox 12" */
static bool find_box(const words *list, size_t i, GArray *findings)
{
    bool is_box = word_is(list, i, "box") || word_is(list, i, "postbox") ||
                  word_is(list, i, "boxadress");
    if (!is_box || i + 1 >= list->count || !list->items[i + 1].is_number ||
        list->items[i + 1].gap != GAP_SPACE)
        return false;
    add_finding(findings, list->items[i].start, list->items[i + 1].end, LYH_FINDING_ADDRESS,
                LYH_CONFIDENCE_HIGH, N_("a box of the post"));
    return true;
}

/* "207", "11 C", "B", and of rooms "fjorton": the number of a door; flats have four figures. */
static bool is_door_number(const words *list, size_t i)
{
    const word *number = &list->items[i + 1];
    size_t size = word_size(list, i + 1);
    bool is_flat = (list->text[list->items[i].start] | 0x20) == 'l';
    if (number->is_number || number->has_digit)
        return size <= (is_flat ? 4 : 3);
    if (number->is_upper)
        return size == 1;
    return (number->classes & (WORD_SMALL | WORD_TENS)) && !word_is(list, i + 1, "en") &&
           !word_is(list, i + 1, "ett") &&
           (word_is(list, i, "rum") || word_is(list, i, "port") ||
            word_is(list, i, "plan"));
}

/* "rum 207", "port 11 C", "plan 4", "rum tre": which door, in a house that others know. */
static bool find_door(const words *list, size_t i, GArray *findings)
{
    static const char *const doors[] = {
        "rum",          "rummet", "port",       "porten",         "uppgång",
        "uppgången",    "lgh",    "lägenhet",   "plan",           "lägenheten",
        "trappuppgång", "våning", "hus",        "byggnad",        "ingång",
        "entré",        "barack", "rumsnummer", "lägenhetsnummer"
    };
    static const char *const counted[] = { "personer", "gånger", "kvadrat", "kvm", "och" };
    if (i + 1 >= list->count || list->items[i + 1].gap != GAP_SPACE ||
        !is_door_number(list, i) || !word_is_any(list, i, doors, G_N_ELEMENTS(doors)) ||
        word_is_any(list, i + 2, counted, G_N_ELEMENTS(counted)))
        return false;
    const word *number = &list->items[i + 1];
    add_finding(findings, list->items[i].start,
                number->is_number ? house_end(list, i + 1) : number->end,
                LYH_FINDING_ADDRESS, LYH_CONFIDENCE_LOW,
                N_("a door, a floor or a room by its number"));
    return true;
}

/* "c/o Lindgren" */
static bool find_care_of(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    const char *text = list->text + at->start;
    if (word_size(list, i) != 1 || list->size - at->start < 4 ||
        g_ascii_strncasecmp(text, "c/o", 3) != 0 || i + 2 >= list->count)
        return false;
    size_t last = i + 2;
    while (last + 1 < list->count && last < i + 4 && list->items[last + 1].is_capital &&
           list->items[last + 1].gap == GAP_SPACE)
        last++;
    add_finding(findings, at->start, list->items[last].end, LYH_FINDING_ADDRESS,
                LYH_CONFIDENCE_HIGH, N_("in care of somebody"));
    return true;
}

/* "kvarteret Björken 5", "kv. Björken 5" */
static bool find_block(const words *list, size_t i, GArray *findings)
{
    bool is_block = word_is(list, i, "kvarteret") || word_is(list, i, "kv") ||
                    word_is(list, i, "fastigheten");
    if (!is_block || i + 1 >= list->count || !list->items[i + 1].is_capital ||
        list->items[i + 1].gap >= GAP_BREAK)
        return false;
    bool has_number = i + 2 < list->count && list->items[i + 2].is_number &&
                      list->items[i + 2].gap == GAP_SPACE;
    add_finding(findings, list->items[i + 1].start, list->items[i + 1 + has_number].end,
                LYH_FINDING_PROPERTY, LYH_CONFIDENCE_HIGH, N_("the name of a property"));
    return true;
}

void find_streets(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        if (at->is_number)
            continue;
        if ((at->is_capital || is_house(list, i + 1)) && find_one_word(list, i, findings))
            continue;
        if (find_more_words(list, i, findings) ||
            (at->classes & WORD_STREET && find_bare_name(list, i, findings)) ||
            find_care_of(list, i, findings))
            continue;
        if (!find_box(list, i, findings) && !find_door(list, i, findings))
            find_block(list, i, findings);
    }
}
