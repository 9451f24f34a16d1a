#include "../units.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../capitals.h"
#include "finders.h"

static void add_unit(const words *list, size_t first, size_t last, GArray *findings,
                     const char *why)
{
    add_finding(findings, list->items[first].start, list->items[last].end,
                LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW, why);
}

/* "avdelning 23", "enhet 4 B": a ward or a unit by its number. */
static bool find_numbered(const words *list, size_t i, GArray *findings)
{
    static const char *const units[] = {
        "avdelning", "avdelningen", "avd",      "enhet",     "vårdavdelning", "enheten",
        "sektion",   "team",        "teamet",   "vårdlag",   "paviljong",     "modul",
        "medicin",   "kirurgi",     "ortopedi", "geriatrik", "psykiatri",     "rehab"
    };
    if (i + 1 >= list->count || list->items[i + 1].gap > GAP_OTHER ||
        !word_is_any(list, i, units, G_N_ELEMENTS(units)))
        return false;
    const word *next = &list->items[i + 1];
    bool is_number =
        (next->is_number && word_size(list, i + 1) <= 3) ||
        (next->has_digit && next->is_capital) ||
        (next->is_upper && word_size(list, i + 1) == 1 && !word_is(list, i + 1, "i"));
    if (!is_number || next->gap == GAP_COMMA)
        return false;
    add_unit(list, i, i + 1, findings, N_("the name of a unit"));
    return true;
}

/* "Sankt Olof", "S:t Lukas": a church, a school, a hospital by its saint. */
static bool find_saint(const words *list, size_t i, GArray *findings)
{
    static const char *const saints[] = { "sankt", "sankta", "s:t", "s:ta" };
    static const char *const feasts[] = { "lucia", "hans", "martin", "nikolaus",
                                          "bernhard" };
    if (!list->items[i].is_capital || !word_is_any(list, i, saints, G_N_ELEMENTS(saints)) ||
        !is_capital_here(list, i + 1) ||
        word_is_any(list, i + 1, feasts, G_N_ELEMENTS(feasts)))
        return false;
    add_unit(list, i, i + 1, findings, N_("the name of a unit"));
    return true;
}

/* "spelar i FF", "tränade med BK": two letters of a club need no more. */
static bool is_played_for(const words *list, size_t i)
{
    enum { NEAR = 4 };
    static const char *const plays[] = { "spela",  "spelar", "spelade", "spelat",
                                         "spelte", "tränar", "tränade", "tränat",
                                         "matcha", "värvad", "lirade",  "lirar" };
    for (size_t k = 1; k <= NEAR && k <= i; k++)
        if (word_is_any(list, i - k, plays, G_N_ELEMENTS(plays)))
            return list->items[i - k].sentence == list->items[i].sentence;
    return false;
}

/* "det heter nåt annat nu, PIVA.", "PIVA heter det": letters a house is called by. */
static bool is_called_by_letters(const words *list, size_t i)
{
    enum { NEAR = 6, LONG = 3 };
    bool is_closed = i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA;
    if (list->items[i].gap != GAP_COMMA || !is_closed || word_size(list, i) < LONG)
        return false;
    for (size_t k = 1; k <= NEAR && k <= i; k++)
        if (list->items[i - k].sentence != list->items[i].sentence)
            return false;
        else if (word_is(list, i - k, "heter") || word_is(list, i - k, "hette"))
            return true;
    return false;
}

/* "på NUS", "kurator på KSS", "sitter med för FBF": letters nobody has explained, where somebody is. */
static bool find_letters(const words *list, size_t i, GArray *findings)
{
    enum { SURE = 3, LONG = 3 };
    static const char *const at[] = { "på",   "hos",      "vid",   "i",       "från",
                                      "till", "för",      "genom", "via",     "åt",
                                      "med",  "utanför",  "bakom", "bredvid", "framför",
                                      "nära", "mittemot", "av",    "inom",    "mot" };
    const word *here = &list->items[i];
    size_t size = word_size(list, i);
    if (!here->is_upper || here->has_digit || size < 2 || size > 5 || here->classes ||
        i == 0 || here->gap > GAP_COMMA || list->items[i - 1].is_upper ||
        memchr(list->text + here->start, '-', size))
        return false;
    bool is_there =
        (here->gap == GAP_SPACE && word_is_any(list, i - 1, at, SURE)) ||
        is_called_by_letters(list, i) ||
        (here->gap == GAP_SPACE && word_is_any(list, i - 1, at, G_N_ELEMENTS(at)) &&
         (size >= LONG || is_played_for(list, i)));
    if (!is_there)
        return false;
    add_unit(list, i, i, findings, N_("letters where somebody works or is"));
    return true;
}

/* "vc hentorp", as in chats: behind the letters of a unit a word that is none. */
static bool is_small_unit(const words *list, size_t i)
{
    static const char *const units[] = { "vc",  "bvc",           "bup", "mvc",
                                         "hvb", "vårdcentralen", "psyk" };
    return i > 0 && list->items[i].gap == GAP_SPACE && !list->items[i].is_capital &&
           !list->items[i].is_number && !list->items[i].classes &&
           word_size(list, i) >= 5 &&
           word_is_any(list, i - 1, units, G_N_ELEMENTS(units)) &&
           words_ask(list, i) == NOT_A_WORD;
}

bool find_marked_unit(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool has_number =
        i + 1 < list->count && (at[1].is_number || at[1].has_digit || at[1].is_upper);
    if ((has_number && find_numbered(list, i, findings)) ||
        (at->is_capital &&
         (find_saint(list, i, findings) || find_letters(list, i, findings))))
        return true;
    if (!is_small_unit(list, i))
        return false;
    add_unit(list, i - 1, i, findings, N_("the name of a unit"));
    return true;
}
