#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../called.h"
#include "../said.h"

/* linje, bussen, spårvagn: a number behind it says which. */
static bool is_vehicle(const words *list, size_t i)
{
    static const char *const vehicles[] = { "linje",
                                            "linjen",
                                            "buss",
                                            "bussen",
                                            "spårvagn",
                                            "spårvagnen",
                                            "vagnen",
                                            "busslinje",
                                            "stombuss",
                                            "stadsbuss",
                                            "vagn",
                                            "pendeltåg",
                                            "pendeltåget",
                                            "expressbuss",
                                            "nattbuss",
                                            "stomlinje",
                                            "flexlinje",
                                            "busslinjen",
                                            "ringlinje",
                                            "spårvagnslinje",
                                            "lokalbuss",
                                            "regionbuss",
                                            "ersättningsbuss",
                                            "nattbussen",
                                            "expressbussen",
                                            "stombussen",
                                            "ringlinjen",
                                            "flexbussen",
                                            "stadsbussen",
                                            "lokalbussen",
                                            "regionbussen" };
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
                       word_is(list, number, "nummer") || word_is(list, number, "nr") ||
                       (list->text[list->items[i].end - 1] == 's' && /* "buss fyrahundra" */
                        word_is(list, i, "buss") && said_begins(list, number) &&
                        !(list->items[number].classes & WORD_SMALL)));
    if (!has_number || !is_vehicle(list, i))
        return false;
    if (number < list->count &&
        (word_is(list, number, "nummer") || word_is(list, number, "nr")))
        number++;
    /* "buss nummer tre", "buss fyrahundra" */
    bool is_said = number < list->count && list->items[number].gap == GAP_SPACE &&
                   said_begins(list, number);
    if (!(is_said || is_line_number(list, number)) ||
        (number + 1 < list->count && list->items[number + 1].gap <= GAP_SPACE &&
         word_is_any(list, number + 1, counted, G_N_ELEMENTS(counted))))
        return false;
    add_finding(findings, list->items[i].start, list->items[number].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
    return true;
}

/* "grön linje", "röda linjen" */
static bool find_coloured(const words *list, size_t i, GArray *findings)
{
    static const char *const colours[] = { "grön", "röd",  "blå",  "gul",  "gröna",
                                           "röda", "gula", "lila", "rosa", "orange" };
    if (i == 0 || list->items[i].gap != GAP_SPACE ||
        !(word_is(list, i, "linje") || word_is(list, i, "linjen")) ||
        !word_is_any(list, i - 1, colours, G_N_ELEMENTS(colours)))
        return false;
    add_finding(findings, list->items[i - 1].start, list->items[i].end, LYH_FINDING_PLACE,
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
    static const char *const who[] = { "jag", "vi", "man", "hon", "han", "hen", "dom" };
    size_t verb = i > 1 && word_is_any(list, i - 1, who, G_N_ELEMENTS(who)) ? i - 2 : i - 1;
    return i > 0 && list->items[i].gap == GAP_SPACE && /* "sen tar jag 17:an" */
           word_is_any(list, verb, verbs, G_N_ELEMENTS(verbs));
}

/* "på bussen, 213:an": a vehicle a few words before */
static bool is_after_vehicle(const words *list, size_t i)
{
    enum { NEAR = 5 };
    for (size_t k = 1; k <= NEAR && k <= i; k++)
        if (list->items[i - k].sentence == list->items[i].sentence &&
            (is_vehicle(list, i - k) || (list->items[i - k].classes & WORD_CARD)))
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
    /* "man tar sexan." */
    bool is_all = i > 1 && word_is(list, i - 2, "man") &&
                  list->items[i - 1].gap == GAP_SPACE && i + 1 < list->count &&
                  list->items[i + 1].gap == GAP_BREAK;
    if (is_all && word_is_any(list, i - 1, takes, G_N_ELEMENTS(takes)))
        return true;
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
    bool is_long = word_size(list, i) == 3 && list->text[list->items[i].start] != '1';
    if (i + 1 >= list->count || word_size(list, i) > 3 ||
        !(is_ridden(list, i) || is_after_vehicle(list, i) || is_long) ||
        list->items[i].end + 1 != list->items[i + 1].start ||
        list->text[list->items[i].end] != ':' ||
        !(word_is(list, i + 1, "an") || word_is(list, i + 1, "ans")))
        return;
    add_finding(findings, list->items[i].start, list->items[i + 1].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
}

/* Does somebody ride, wait or step off within a few words, also in the sentence before? */
static bool is_ride_near(const words *list, size_t i)
{
    enum { NEAR = 8 };
    static const char *const rides[] = {
        "plankade",       "plankar",       "hoppade",    "hoppa",          "klev",
        "hållplats",      "hållplatsen",   "tidtabell",  "tidtabellen",    "busskort",
        "busskortet",     "busskuren",     "chauffören", "busschauffören", "spårvagnen",
        "bussarna",       "bussar",        "buss",       "bussen",         "spårvagn",
        "åkte",           "åker",          "åka",        "byter",          "bytte",
        "ändhållplatsen", "kontrollanter", "kontrollant"
    };
    size_t first = i > NEAR ? i - NEAR : 0, last = MIN(i + NEAR, list->count - 1);
    for (size_t k = first; k <= last; k++)
        if (k > i && list->items[k].sentence != list->items[i].sentence)
            break;
        else if (k != i && /* Söderslätts Bussar is a company */
                 (!list->items[k].is_capital || words_is_initial(list, k)) &&
                 word_is_any(list, k, rides, G_N_ELEMENTS(rides)))
            return true;
    return false;
}

/* "i tvåan" lives or learns somebody; "på tvåan" looks at television, unless it is a bus. */
static bool is_flat_or_class(const words *list, size_t i)
{
    static const char *const before[] = { "i",  "min", "din",   "sin",
                                          "en", "vår", "våran", "av" };
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
}

/* "går sjuan och elvan": what runs, and the other one that does */
static bool is_running(const words *list, size_t i, size_t last)
{
    enum { AGAIN = 60 };
    static const char *const runs[] = { "går", "gick", "stannar", "stannade", "avgår" };
    static const char *const behind[] = { "går", "gick", "avgår", "stannar" };
    bool is_one = i > 0 && list->items[i].gap == GAP_SPACE &&
                  word_is_any(list, i - 1, runs, G_N_ELEMENTS(runs));
    bool is_on = i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
                 word_is_any(list, i + 1, behind, G_N_ELEMENTS(behind));
    /* "Ettan från Söder Tull" */
    bool is_from = i + 2 < list->count && word_is(list, i + 1, "från") &&
                   list->items[i + 2].is_capital && !is_flat_or_class(list, i);
    return is_one || (is_on && !is_flat_or_class(list, i)) || is_from ||
           (last > 0 && i - last < AGAIN && !is_flat_or_class(list, i)) ||
           (last > 0 && i == last + 2 && word_is(list, i - 1, "och"));
}

/* "Trehundraåttan", "tvåhundratrettiotvåan": so many of nothing else go by a number. */
static bool is_large_line(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return !at->classes && word_size(list, i) > strlen("hundra") + 4 &&
           word_size(list, i) <= WORD_MOST && is_called_by_number(list, i) &&
           g_strstr_len(list->text + at->start, (gssize)word_size(list, i), "undra");
}

/* "fyran", "treans buss" */
static bool find_said_line(const words *list, size_t i, size_t last, GArray *findings)
{
    static const char *const whose[] = { "ettans",  "tvåans", "treans", "fyrans",
                                         "femmans", "sexans", "sjuans", "åttans",
                                         "nians",   "tians",  "elvans", "tolvans" };
    static const char *const vehicles[] = { "buss",        "spårvagn", "vagn",
                                            "hållplats",   "bussar",   "tåg",
                                            "ändhållplats" };
    bool has_vehicle = i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
                       word_is_any(list, i + 1, vehicles, G_N_ELEMENTS(vehicles));
    if (has_vehicle && word_is_any(list, i, whose, G_N_ELEMENTS(whose))) {
        add_finding(findings, list->items[i].start, list->items[i + 1].end,
                    LYH_FINDING_PLACE, LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
        return true;
    }
    bool is_line =
        i > 0 && is_called_by_number(list, i) &&
        (is_vehicle(list, i - 1) || is_on_the_way(list, i) || is_running(list, i, last) ||
         (list->items[i].gap == GAP_COMMA && is_after_vehicle(list, i)) ||
         is_large_line(list, i) || (!is_flat_or_class(list, i) && is_ride_near(list, i)));
    if (is_line)
        add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_PLACE,
                    LYH_CONFIDENCE_LOW, N_("a line of buses or trains"));
    return is_line;
}

/* "dog på E12:an", "längs E45", "väg E22": a road of Europe's, which few towns lie at. */
static void find_road_of_europe(const words *list, size_t i, GArray *findings)
{
    static const char *const along[] = { "på",    "vid", "längs", "utmed", "efter",
                                         "väg",   "av",  "från",  "nära",  "korsa",
                                         "vägen", "ve",  "te" };
    const char *text = list->text + list->items[i].start;
    size_t size = word_size(list, i), digits = 0;
    while (1 + digits < size && g_ascii_isdigit(text[1 + digits]))
        digits++;
    bool is_called = size == digits + 4 && memcmp(text + 1 + digits, ":an", 3) == 0;
    bool is_behind = i > 0 && list->items[i].gap == GAP_SPACE &&
                     word_is_any(list, i - 1, along, G_N_ELEMENTS(along));
    if (text[0] == 'E' && digits >= 1 && digits <= 3 &&
        (is_called || (is_behind && size == digits + 1)))
        add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_PLACE,
                    LYH_CONFIDENCE_LOW, N_("a road by its number"));
}

/* "nu går 150 men den är sen": a line by its number alone, where buses are spoken of. */
static void find_bare_line(const words *list, size_t i, GArray *findings)
{
    enum { NEAR = 12, FEWEST = 2, MOST = 3 };
    static const char *const goes[] = {
        "går", "gick", "tar", "tog", "kommer", "kom", "med"
    };
    static const char *const behind[] = { "men", "och", "å",  "till", "från",
                                          "hem", "dit", "in", "ut" };
    size_t next = i + 1;
    bool is_alone = next >= list->count || list->items[next].gap >= GAP_COMMA ||
                    word_is_any(list, next, behind, G_N_ELEMENTS(behind));
    bool is_hour = next < list->count &&
                   list->items[next].start == list->items[i].end + 1 &&
                   list->items[next].is_number;
    if (i == 0 || list->items[i].gap != GAP_SPACE || !is_alone || is_hour ||
        word_size(list, i) < FEWEST || word_size(list, i) > MOST ||
        !word_is_any(list, i - 1, goes, G_N_ELEMENTS(goes)))
        return;
    for (size_t k = 1; k <= NEAR && k <= i; k++)
        if (is_vehicle(list, i - k)) {
            add_finding(findings, list->items[i].start, list->items[i].end,
                        LYH_FINDING_PLACE, LYH_CONFIDENCE_LOW,
                        N_("a line of buses or trains"));
            return;
        }
}

/* "vid T4", "gamla I 13": a regiment whose area the town still calls so. A4 is paper. */
static void find_regiment(const words *list, size_t i, GArray *findings)
{
    static const char *const at[] = { "vid",      "till",  "mot", "bakom", "utanför",
                                      "nedanför", "gamla", "på",  "från" };
    const char *text = list->text + list->items[i].start;
    size_t size = word_size(list, i);
    bool is_code = (size == 2 || size == 3) && strchr("IAPKTFS", text[0]) &&
                   g_ascii_isdigit(text[1]) && (size == 2 || g_ascii_isdigit(text[2])) &&
                   !(text[0] == 'A' && size == 2 && strchr("345", text[1])) &&
                   !(text[0] == 'P' && size == 2 && strchr("1234", text[1])) && /* radio */
                   !(text[0] == 'T' && size == 2 && text[1] == '3');
    bool goes_on = i + 1 < list->count && list->items[i + 1].gap < GAP_SPACE;
    if (i > 0 && is_code && !goes_on && list->items[i].gap == GAP_SPACE &&
        word_is_any(list, i - 1, at, G_N_ELEMENTS(at)))
        add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_PLACE,
                    LYH_CONFIDENCE_LOW, N_("a regiment, or what its area is called"));
}

/* "gjorde lumpen på I 20": with a space, and P 4 is radio. */
static void find_spaced_regiment(const words *list, size_t i, GArray *findings)
{
    static const char *const at[] = { "på", "vid", "till", "från", "gamla" };
    static const char *const arms[] = { "i", "a", "k", "t", "s", "lv", "ing", "f" };
    if (i + 1 >= list->count || !list->items[i].is_upper || !list->items[i + 1].is_number ||
        list->items[i].gap != GAP_SPACE || list->items[i + 1].gap != GAP_SPACE ||
        word_size(list, i + 1) > 2 || i == 0 ||
        !word_is_any(list, i - 1, at, G_N_ELEMENTS(at)) ||
        !word_is_any(list, i, arms, G_N_ELEMENTS(arms)))
        return;
    add_finding(findings, list->items[i].start, list->items[i + 1].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("a regiment, or what its area is called"));
}

void find_lines(const words *list, GArray *findings)
{
    size_t last = 0; /* the line before */
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        if (at->is_number) {
            find_numbered_line(list, i, findings);
            find_bare_line(list, i, findings);
            continue;
        }
        if (at->is_upper)
            find_spaced_regiment(list, i, findings);
        if (at->has_digit) {
            find_road_of_europe(list, i, findings);
            if (at->is_upper)
                find_regiment(list, i, findings);
        }
        if (!find_named_line(list, i, findings) && !find_coloured(list, i, findings) &&
            !find_road(list, i, findings) &&
            (word_ends_in(list, i, "an") || word_ends_in(list, i, "ans")) &&
            find_said_line(list, i, last, findings))
            last = i;
    }
}
