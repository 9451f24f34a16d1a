#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* linje, bussen, spårvagn: a number behind it says which. */
static bool is_vehicle(const words *list, size_t i)
{
    static const char *const vehicles[] = {
        "linje",      "linjen",         "buss",        "bussen",         "spårvagn",
        "spårvagnen", "busslinje",      "stombuss",    "stadsbuss",      "vagn",
        "pendeltåg",  "pendeltåget",    "expressbuss", "nattbuss",       "stomlinje",
        "flexlinje",  "busslinjen",     "ringlinje",   "spårvagnslinje", "lokalbuss",
        "regionbuss", "ersättningsbuss"
    };
    return word_is_any(list, i, vehicles, G_N_ELEMENTS(vehicles));
}

static bool is_line_number(const words *list, size_t i)
{
    return i < list->count && list->items[i].gap == GAP_SPACE &&
           ((list->items[i].is_number && word_size(list, i) <= 3) ||
            (list->items[i].has_digit && list->items[i].is_upper &&
             word_size(list, i) <= 4));
}

/* "linje 21", "buss nummer 713", but not "buss 4 gånger" */
static bool find_named_line(const words *list, size_t i, GArray *findings)
{
    static const char *const counted[] = { "gånger", "minuter", "timmar", "kronor",
                                           "dagar",  "kr",      "mil",    "km" };
    size_t number = i + 1;
    bool has_number = number < list->count &&
                      (list->items[number].is_number || list->items[number].has_digit ||
                       word_is(list, number, "nummer") || word_is(list, number, "nr"));
    if (!has_number || !is_vehicle(list, i))
        return false;
    if (number < list->count &&
        (word_is(list, number, "nummer") || word_is(list, number, "nr")))
        number++;
    if (!is_line_number(list, number) ||
        (number + 1 < list->count && list->items[number + 1].gap <= GAP_SPACE &&
         word_is_any(list, number + 1, counted, G_N_ELEMENTS(counted))))
        return false;
    add_finding(findings, list->items[i].start, list->items[number].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
    return true;
}

/* Who goes by something: "med 713:an", "tar fyran", "åkte 4:an" */
static bool is_ridden(const words *list, size_t i)
{
    static const char *const verbs[] = { "med",    "ta",    "tar",     "tog",
                                         "åka",    "åker",  "åkte",    "buss",
                                         "bussen", "linje", "kör",     "körde",
                                         "åkt",    "tagit", "missade", "missar" };
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i - 1, verbs, G_N_ELEMENTS(verbs));
}

/* "på bussen, 213:an": a vehicle a few words before */
static bool is_after_vehicle(const words *list, size_t i)
{
    enum { NEAR = 5 };
    for (size_t k = 1; k <= NEAR && k <= i; k++)
        if (list->items[i - k].sentence == list->items[i].sentence &&
            is_vehicle(list, i - k))
            return true;
    return false;
}

/* "tar tvåan bort till", "tog femman hem" */
static bool is_on_the_way(const words *list, size_t i)
{
    static const char *const ways[] = { "till", "från", "bort", "hem", "dit", "hit",
                                        "ut",   "in",   "ner",  "upp", "mot", "och" };
    static const char *const takes[] = {
        "tar", "tog", "ta", "tagit", "åker", "åkte", "åka"
    };
    return i > 0 && i + 1 < list->count && list->items[i].gap == GAP_SPACE &&
           list->items[i + 1].gap == GAP_SPACE &&
           word_is_any(list, i - 1, takes, G_N_ELEMENTS(takes)) &&
           word_is_any(list, i + 1, ways, G_N_ELEMENTS(ways));
}

/* "riksväg 61", "väg 190", "E18": the road a place lies at */
static bool find_road(const words *list, size_t i, GArray *findings)
{
    static const char *const roads[] = { "riksväg", "länsväg", "väg", "rv" };
    if (i + 1 >= list->count || !list->items[i + 1].is_number ||
        list->items[i + 1].gap != GAP_SPACE || word_size(list, i + 1) > 4 ||
        !word_is_any(list, i, roads, G_N_ELEMENTS(roads)))
        return false;
    add_finding(findings, list->items[i].start, list->items[i + 1].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("a road by its number"));
    return true;
}

/* 713:an */
static void find_numbered_line(const words *list, size_t i, GArray *findings)
{
    if (i + 1 >= list->count || word_size(list, i) > 3 ||
        !(is_ridden(list, i) || is_after_vehicle(list, i)) ||
        list->items[i].end + 1 != list->items[i + 1].start ||
        list->text[list->items[i].end] != ':' ||
        !(word_is(list, i + 1, "an") || word_is(list, i + 1, "ans")))
        return;
    add_finding(findings, list->items[i].start, list->items[i + 1].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
}

/* "fyran", "treans buss" */
static void find_said_line(const words *list, size_t i, GArray *findings)
{
    static const char *const said[] = { "ettan",  "tvåan", "trean", "fyran",
                                        "femman", "sexan", "sjuan", "åttan",
                                        "nian",   "tian",  "elvan", "tolvan" };
    static const char *const whose[] = { "ettans",  "tvåans", "treans", "fyrans",
                                         "femmans", "sexans", "sjuans", "åttans",
                                         "nians",   "tians",  "elvans", "tolvans" };
    static const char *const vehicles[] = { "buss",        "spårvagn", "vagn",
                                            "hållplats",   "bussar",   "tåg",
                                            "ändhållplats" };
    bool has_vehicle = i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
                       word_is_any(list, i + 1, vehicles, G_N_ELEMENTS(vehicles));
    if (has_vehicle && word_is_any(list, i, whose, G_N_ELEMENTS(whose)))
        add_finding(findings, list->items[i].start, list->items[i + 1].end,
                    LYH_FINDING_PLACE, LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
    else if (i > 0 && word_is_any(list, i, said, G_N_ELEMENTS(said)) &&
             (is_vehicle(list, i - 1) || is_on_the_way(list, i) ||
              (list->items[i].gap == GAP_COMMA && is_after_vehicle(list, i))))
        add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_PLACE,
                    LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
}

void find_lines(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        if (at->is_number) {
            find_numbered_line(list, i, findings);
            continue;
        }
        if (!find_named_line(list, i, findings) && !find_road(list, i, findings) &&
            (word_ends_in(list, i, "an") || word_ends_in(list, i, "ans")))
            find_said_line(list, i, findings);
    }
}
