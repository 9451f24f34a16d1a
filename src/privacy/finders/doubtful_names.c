#include "doubtful_names.h"

#include <glib.h>

#include "../name_signs.h"

enum {
    SOMEBODY = CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_STAFF | WORD_SHE | WORD_HE | WORD_HEN
};

/* "stig, pojken", "björn, han": who it is stands behind a comma. */
static bool is_explained_behind(const words *list, size_t i)
{
    static const char *const whose[] = { "min", "mi", "vår", "den", "en" };
    size_t who = i + 1;
    if (who >= list->count || list->items[who].gap != GAP_COMMA)
        return false;
    if (who + 1 < list->count && word_is_any(list, who, whose, G_N_ELEMENTS(whose)))
        who++;
    return (list->items[who].classes & SOMEBODY) != 0;
}

bool is_word_as_name(const words *list, size_t i)
{
    static const char *const met[] = { "åt",       "hos",   "ring",  "ringde",  "ringa",
                                       "heter",    "hette", "fråga", "hälsa",   "frågade",
                                       "sa",       "sade",  "säger", "tackade", "mötte",
                                       "träffade", "träffa" };
    static const char *const with[] = {
        "med", "av", "till", "och", "å", "från", "me", "te"
    };
    static const char *const common[] = { "bara",  "ville", "hans", "bror",
                                          "inga",  "sanna", "lova", "saga",
                                          "vilja", "dessa", "mina", "rosa" };
    enum { SHORTEST = 4 };
    const word *at = &list->items[i];
    if (i == 0 || !(at->classes & WORD_GIVEN) || !at->is_bare ||
        word_size(list, i) < SHORTEST || word_is_any(list, i, common, G_N_ELEMENTS(common)))
        return false;
    if (is_explained_behind(list, i))
        return true;
    bool has_before = at->gap == GAP_SPACE;
    if (has_before && word_is_any(list, i - 1, met, G_N_ELEMENTS(met)))
        return true;
    bool is_with = has_before && word_is_any(list, i - 1, with, G_N_ELEMENTS(with));
    return (is_with || at->gap >= GAP_COMMA) && is_followed_by_deed(list, i);
}

bool is_hans_alone(const words *list, size_t i)
{
    static const char *const pronouns[] = { "han", "honom" };
    if (i + 1 >= list->count || !word_is(list, i, "hans"))
        return false;
    const word *next = &list->items[i + 1];
    return next->gap == GAP_COMMA
               ? word_is_any(list, i + 1, pronouns, G_N_ELEMENTS(pronouns))
               : is_followed_by_deed(list, i);
}
