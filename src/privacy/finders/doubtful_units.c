#include "doubtful_units.h"

#include <glib.h>

#include "../unit_kinds.h"

/* Fontänhuset, Vuxenenheten: units, where one of them begins a sentence. */
bool begins_as_unit(const words *list, size_t i)
{
    static const char *const endings[] = {
        "enheten", "huset",  "missionen", "gården",       "teamet", "torg",    "centret",
        "centrum", "stugan", "kupan",     "byrån",        "caféet", "klubben", "föreningen",
        "skolan",  "hemmet", "boendet",   "mottagningen", "torget", "vägen",   "gatan"
    };
    enum { BEFORE = 3 };
    return word_ends_in_any_after(list, i, BEFORE, endings, G_N_ELEMENTS(endings)) &&
           !is_kind_of_unit(list, i);
}

bool begins_as_place(const words *list, size_t i)
{
    static const char *const endings[] = { "byn",    "berget",  "sjön",   "viken",
                                           "holmen", "udden",   "åsen",   "heden",
                                           "backen", "hagen",   "lunden", "verket",
                                           "bruket", "området", "varvet", "gruvan",
                                           "ängen" };
    enum { BEFORE = 3 };
    char last = list->text[list->items[i].end - 1];
    return (last == 'n' || last == 't') &&
           word_ends_in_any_after(list, i, BEFORE, endings, G_N_ELEMENTS(endings));
}

/* "enheten för hemlösa", "akuten i Malmö" */
bool is_unit_of(const words *list, const bool *is_taken, size_t i)
{
    static const char *const units[] = {
        "enheten", "teamet", "avdelningen", "akuten", "mottagningen", "gruppen", "kliniken",
        "boendet", "hemmet", "skolan",      "bytet",  "jouren",       "kontoret"
    };
    static const char *const others[] = { "att", "den", "det", "dom", "de",
                                          "mig", "oss", "en",  "ett" };
    static const char *const where[] = { "i", "på", "vid" };
    enum { LONGEST = 4 }; /* bytes of för */
    if (i + 2 >= list->count || list->items[i + 1].gap != GAP_SPACE ||
        word_size(list, i + 1) > LONGEST ||
        !word_ends_in_any_after(list, i, 0, units, G_N_ELEMENTS(units)))
        return false;
    bool is_for = word_is(list, i + 1, "för") &&
                  !word_is_any(list, i + 2, others, G_N_ELEMENTS(others));
    return is_for || (word_is_any(list, i + 1, where, G_N_ELEMENTS(where)) &&
                      is_taken[i + 2] && list->items[i + 2].is_capital);
}

/* "på sameskolan", "från sprutbytet": a unit by what it is for, and no kind that every town has. */
bool is_unit_somewhere(const words *list, size_t i)
{
    static const char *const endings[] = {
        "skolan",     "verket",    "bruket",    "gruvan",      "varvet",     "fabriken",
        "terminalen", "lagret",    "gymnasiet", "gården",      "huset",      "hemmet",
        "centret",    "centrumet", "teamet",    "boendet",     "kliniken",   "enheten",
        "klubben",    "kaféet",    "caféet",    "butiken",     "ateljén",    "stugan",
        "villan",     "kupan",     "bytet",     "verkstan",    "verkstaden", "mottagningen",
        "akuten",     "jouren",    "fiket",     "kollektivet", "härbärget"
    };
    static const char *const common[] = { "regelverket",
                                          "nätverket",
                                          "konstverket",
                                          "ramverket",
                                          "hantverket",
                                          "elverket",
                                          "missbruket",
                                          "jordbruket",
                                          "skogsbruket",
                                          "lantbruket",
                                          "underlaget",
                                          "tvättstugan",
                                          "sommarstugan",
                                          "polishuset",
                                          "köpcentret",
                                          "föräldrahemmet",
                                          "utbytet",
                                          "arbetsbytet",
                                          "bytet",
                                          "djurkliniken",
                                          "högstadieskolan",
                                          "fjällstugan",
                                          "mellanstadieskolan",
                                          "flerfamiljshuset",
                                          "radhuset",
                                          "sommarhuset",
                                          "hamnkontoret",
                                          "trygghetsboendet",
                                          "varuhuset",
                                          "badhuset",
                                          "uthuset",
                                          "fritidshuset",
                                          "höghuset",
                                          "församlingshuset" };
    enum { BEFORE = 3 };
    bool has_before = i > 0 && list->items[i].gap == GAP_SPACE &&
                      (list->items[i - 1].classes & CUE_PLACE ||
                       word_is(list, i - 1, "hos") || word_is(list, i - 1, "te"));
    return has_before &&
           word_ends_in_any_after(list, i, BEFORE, endings, G_N_ELEMENTS(endings)) &&
           !word_is_any(list, i, common, G_N_ELEMENTS(common)) && !is_kind_of_unit(list, i);
}

/* "lövstas skola": whose a unit is, and no "barnens", "kommunens", "mammas". */
bool is_owner_of_unit(const words *list, size_t i)
{
    static const char *const owners[] = {
        "ens", "ets", "nas", "ans", "ins", "byns", "stans"
    };
    enum {
        SHORTEST = 5,
        ANYBODYS = CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_STAFF | CUE_KIN
    };
    return i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
           !list->items[i + 1].is_capital && list->items[i + 1].classes & CUE_UNIT &&
           word_size(list, i) >= SHORTEST && list->text[list->items[i].end - 1] == 's' &&
           !(list->items[i].classes & (WORD_SHE | WORD_HE | WORD_HEN | ANYBODYS)) &&
           !word_ends_in_any(list, i, owners, G_N_ELEMENTS(owners));
}
