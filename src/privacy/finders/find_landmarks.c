#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

static bool is_compass(const words *list, size_t i)
{
    static const char *const compass[] = { "södra", "norra", "östra", "västra" };
    return word_is_any(list, i, compass, G_N_ELEMENTS(compass));
}

static bool is_size_or_age(const words *list, size_t i)
{
    static const char *const words_for[] = { "stora", "lilla", "gamla", "nya",
                                             "övre",  "nedre", "inre",  "yttre" };
    return word_is_any(list, i, words_for, G_N_ELEMENTS(words_for));
}

/* Last parts of what has a name with an adjective before it. */
static bool is_definite_landmark(const words *list, size_t i)
{
    static const char *const nouns[] = {
        "torget",      "berget",      "bergen",
        "kyrkogården", "stationen",   "bron",
        "hamnen",      "parken",      "stranden",
        "kajen",       "udden",       "holmen",
        "sjön",        "åsen",        "heden",
        "gärdet",      "ängen",       "skogen",
        "kyrkan",      "stan",        "tullen",
        "backen",      "viken",       "bangården",
        "allén",       "höjden",      "klippan",
        "fäladen",     "kvarnen",     "slussen",
        "skolan",      "dammen",      "älven",
        "industrin",   "kapellet",    "badet",
        "torg",        "älvstranden", "industriområdet",
        "esplanaden",  "promenaden",  "begravningsplatsen"
    };
    return word_is_any(list, i, nouns, G_N_ELEMENTS(nouns)) ||
           word_ends_in_any(list, i, nouns, G_N_ELEMENTS(nouns));
}

/* "Södra torget", "Gamla bron": a capital says that it is one and no other. */
static bool find_described(const words *list, size_t i, GArray *findings)
{
    bool is_named =
        is_compass(list, i) || (is_size_or_age(list, i) && !words_is_initial(list, i));
    if (!is_named || list->items[i + 1].gap != GAP_SPACE || list->items[i + 1].is_capital ||
        !is_definite_landmark(list, i + 1))
        return false;
    add_finding(findings, list->items[i].start, list->items[i + 1].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("the form of a place's name"));
    return true;
}

static bool is_landmark(const words *list, size_t i)
{
    static const char *const nouns[] = {
        "park",    "torg",     "plats",   "backe",  "hage",    "kulle",     "gränd",
        "bro",     "brygga",   "kyrka",   "kapell", "udde",    "äng",       "varv",
        "kaj",     "hörna",    "hamn",    "strand", "kvarn",   "bruk",      "slott",
        "kurva",   "koloni",   "camping", "hed",    "vik",     "kyrkogård", "minnespark",
        "lekpark", "badplats", "kullar",  "backar", "station", "ängar",     "schakt",
        "sluss",   "holme",    "klack"
    };
    return word_is_any(list, i, nouns, G_N_ELEMENTS(nouns));
}

static bool is_business(const words *list, size_t i)
{
    static const char *const nouns[] = { "kiosk",
                                         "krog",
                                         "café",
                                         "kafé",
                                         "fik",
                                         "konditori",
                                         "livs",
                                         "grill",
                                         "pizzeria",
                                         "taxi",
                                         "bussar",
                                         "åkeri",
                                         "bageri",
                                         "bygg",
                                         "städ",
                                         "blommor",
                                         "bokhandel",
                                         "salong",
                                         "frisör",
                                         "hårvård",
                                         "järn",
                                         "måleri",
                                         "snickeri",
                                         "plåt",
                                         "elektriska",
                                         "mekaniska",
                                         "bilverkstad",
                                         "lanthandel",
                                         "gatukök",
                                         "kebab",
                                         "restaurang",
                                         "pub",
                                         "gym",
                                         "assistans",
                                         "omsorg",
                                         "fastigheter",
                                         "ridskola",
                                         "optik",
                                         "däck",
                                         "korv",
                                         "hotell",
                                         "pensionat",
                                         "vandrarhem",
                                         "slakteri",
                                         "tryckeri",
                                         "trafikskola",
                                         "trädgårdsmästeri" };
    return word_is_any(list, i, nouns, G_N_ELEMENTS(nouns));
}

/* Does somebody's name begin here, and no sentence with a word? The dictionary is asked last, being slow. */
static bool is_own(const words *list, size_t i)
{
    return !words_is_initial(list, i) ||
           (list->items[i].classes & (WORD_FAMILY | WORD_GIVEN)) ||
           words_ask(list, i) == NOT_A_WORD;
}

/* "Beijers park", "Nisses kiosk": what somebody gave a name, and a small word for what it is. */
static void find_owned(const words *list, size_t i, GArray *findings)
{
    const word *owner = &list->items[i];
    char last = list->text[owner->end - 1];
    bool is_genitive = last == 's' || last == 'x' || last == 'z';
    const word *thing = &list->items[i + 1];
    if (!is_genitive || owner->is_upper || thing->gap != GAP_SPACE || thing->is_capital)
        return;
    if (is_landmark(list, i + 1) && is_own(list, i))
        add_finding(findings, owner->start, thing->end, LYH_FINDING_PLACE,
                    LYH_CONFIDENCE_LOW, N_("the form of a place's name"));
    else if (is_business(list, i + 1) && is_own(list, i))
        add_finding(findings, owner->start, thing->end, LYH_FINDING_WORKPLACE,
                    LYH_CONFIDENCE_LOW, N_("a shop or a firm by whose it is"));
}

void find_landmarks(const words *list, GArray *findings)
{
    for (size_t i = 0; i + 1 < list->count; i++)
        if (list->items[i].is_capital && !find_described(list, i, findings))
            find_owned(list, i, findings);
}
