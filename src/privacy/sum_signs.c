#include "sum_signs.h"

#include <glib.h>

bool sum_is_about(const words *list, size_t i)
{
    static const char *const hedges[] = { "runt",    "drygt",  "ungefär", "cirka",
                                          "ca",      "nästan", "typ",     "kanske",
                                          "omkring", "knappt", "närmare", "kring",
                                          "uppåt",   "säg",    "par" };
    return i > 0 && list->items[i].gap < GAP_COLON &&
           word_is_any(list, i - 1, hedges, G_N_ELEMENTS(hedges));
}

bool sum_has_while_behind(const words *list, size_t i)
{
    static const char *const one[] = { "netto", "brutto", "back",    "natten", "dygnet",
                                       "styck", "timmen", "stycket", "månaden" };
    static const char *const first[] = { "i", "per", "om", "efter", "före", "minus" };
    static const char *const second[] = { "månaden", "månad",  "veckan",  "skatt",
                                          "hyra",    "lön",    "pension", "skulder",
                                          "skuld",   "bidrag", "mån",     "månan" };
    if (i >= list->count || list->items[i].gap != GAP_SPACE)
        return false;
    return word_is_any(list, i, one, G_N_ELEMENTS(one)) ||
           (word_is_any(list, i, first, G_N_ELEMENTS(first)) &&
            word_is_any(list, i + 1, second, G_N_ELEMENTS(second)));
}

bool sum_is_of_things(const words *list, size_t next)
{
    static const char *const things[] = {
        "år",        "under",      "års",          "procent",   "personer",   "invånare",
        "meter",     "kilometer",  "mil",          "km",        "gram",       "mg",
        "milligram", "kilo",       "kg",           "liter",     "timmar",     "timme",
        "minuter",   "dagar",      "veckor",       "månader",   "gånger",     "kvadrat",
        "kvm",       "grader",     "steg",         "stycken",   "st",         "sidor",
        "poäng",     "ord",        "deltagare",    "tecken",    "hushåll",    "ärenden",
        "barn",      "brukare",    "platser",      "ggr",       "klienter",   "watt",
        "kalorier",  "röster",     "respondenter", "elever",    "lägenheter", "samtal",
        "brev",      "lång",       "långa",        "över",      "cm",         "centimeter",
        "enheter",   "träffar",    "volt",         "hästar",    "sekunder",   "gr",
        "hekto",     "deciliter",  "dl",           "ton",       "hektar",     "tum",
        "kcal",      "blad",       "bilder",       "mejl",      "sms",        "mail",
        "patienter", "boende",     "anställda",    "medlemmar", "unika",      "svar",
        "enkäter",   "intervjuer", "miljoner",     "miljarder"
    };
    if (next >= list->count || list->items[next].gap != GAP_SPACE)
        return false;
    return list->items[next].is_number || list->items[next].is_capital ||
           word_is_any(list, next, things, G_N_ELEMENTS(things));
}

bool sum_is_last(const words *list, size_t next)
{
    return next >= list->count || list->items[next].gap >= GAP_COMMA;
}

bool sum_is_said_out(const words *list, size_t next)
{
    static const char *const behind[] = { "nånting", "någonting", "nåt",   "något",
                                          "var",     "är",        "blev",  "tror",
                                          "kanske",  "ungefär",   "jämnt", "precis" };
    return sum_is_last(list, next) || word_is_any(list, next, behind, G_N_ELEMENTS(behind));
}

bool sum_is_wage(const words *list, size_t i)
{
    static const char *const before[] = { "i", "om", "per" };
    static const char *const whiles[] = { "timmen", "timme", "timman", "dagen",
                                          "dan",    "dag",   "tim" };
    return i + 1 < list->count && list->items[i].gap == GAP_SPACE &&
           list->items[i + 1].gap == GAP_SPACE &&
           word_is_any(list, i, before, G_N_ELEMENTS(before)) &&
           word_is_any(list, i + 1, whiles, G_N_ELEMENTS(whiles));
}
