#include "capitals.h"

#include <string.h>

#include <glib.h>

bool begins_short(const words *list, size_t i)
{
    const char *text = list->text + list->items[i].start;
    return word_size(list, i) > 2 && (g_ascii_isupper(text[1]) || text[1] == '-');
}

bool is_capital_here(const words *list, size_t i)
{
    return i < list->count && list->items[i].is_capital &&
           list->items[i].gap == GAP_SPACE && !(list->items[i].classes & WORD_KNOWN);
}

bool is_institution(const words *list, size_t i)
{
    static const char *const endings[] = {
        "myndigheten",   "verket",       "styrelsen",    "inspektionen",   "delegationen",
        "lagen",         "nämnden",      "förordningen", "förvaltningen",  "departementet",
        "kapitlet",      "balken",       "utredningen",  "undersökningen", "rådet",
        "domstolen",     "rätten",       "nivå",         "revisioner",     "revisionen",
        "ombudsmannen",  "konventionen", "reformen",     "rapporten",      "kommissionen",
        "deklarationen", "direktivet",   "programmet",   "strategin",      "planen",
        "myndighetens",  "verkets",      "styrelsens",   "förbundet",      "demokraterna",
        "demokrater",    "partiet",      "försäkringen", "kassan",         "förmedlingen"
    };
    enum { SHORTEST = 8 };
    if (word_size(list, i) < SHORTEST)
        return false;
    return word_ends_in_any_after(list, i, 3, endings, G_N_ELEMENTS(endings)) &&
           !word_ends_in(list, i, "området"); /* Sigfridsområdet */
}

static bool is_english(const words *list, size_t i)
{
    static const char *const english[] = { "of",   "the",  "and",  "for",  "to",    "with",
                                           "from", "is",   "a",    "by",   "first", "can",
                                           "on",   "was",  "are",  "has",  "who",   "that",
                                           "this", "what", "were", "been", "be",    "or",
                                           "not",  "it",   "which" };
    return word_is_any(list, i, english, G_N_ELEMENTS(english));
}

static bool is_end(const words *list, size_t next)
{
    return next >= list->count || list->items[next].gap >= GAP_BREAK;
}

bool is_among_swedish(const words *list, size_t i)
{
    enum { AROUND = 3, FEWEST = 2, MANY = 4 };
    size_t known = 0, unknown = 0;
    for (size_t k = i > AROUND ? i - AROUND : 0; k < list->count && k <= i + AROUND; k++) {
        const word *at = &list->items[k];
        if (k == i || at->is_number || at->sentence != list->items[i].sentence)
            continue;
        if (is_english(list, k))
            return false;
        bool is_known =
            words_ask(list, k) == IS_A_WORD ||
            (at->classes & ~(word_classes)(WORD_KNOWN | WORD_GIVEN | WORD_FAMILY));
        bool is_name = (at->classes & (WORD_GIVEN | WORD_FAMILY)) != 0;
        known += is_known;
        unknown += !is_known && !is_name && !at->is_capital;
    }
    /* "Görgen kör." is a whole sentence too */
    bool is_listed = (list->items[i].classes & WORD_GIVEN) != 0;
    size_t fewest = is_end(list, i + 2) && words_is_initial(list, i) ? 1 : FEWEST;
    return known >= fewest && unknown <= (is_listed || known >= MANY ? 1 : 0);
}

/* A word as the first part of another: skol(a), gat(a), länk-s. */
static bool is_first_part(const words *list, const char *part, size_t size)
{
    char whole[WORD_MOST];
    memcpy(whole, part, size);
    whole[size] = 'a';
    return words_ask_spelling(list, part, size) == IS_A_WORD ||
           words_ask_spelling(list, whole, size + 1) == IS_A_WORD ||
           (part[size - 1] == 's' && words_ask_spelling(list, part, size - 1) == IS_A_WORD);
}

bool is_compound(const words *list, size_t i)
{
    enum { SHORTEST_PART = 4 };
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (!list->lexicon || size > WORD_MOST / 2 || size < 2 * SHORTEST_PART + 1)
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    for (size_t cut = SHORTEST_PART; cut + SHORTEST_PART <= size; cut++)
        if (((unsigned char)folded[cut] & 0xC0) != 0x80 &&
            words_ask_spelling(list, folded + cut, size - cut) == IS_A_WORD &&
            is_first_part(list, folded, cut))
            return true;
    return false;
}

bool is_in_running_text(const words *list, size_t i)
{
    static const char *const english[] = { "of", "the", "and",  "in",   "for", "to", "on",
                                           "a",  "by",  "with", "from", "an",  "et" };
    if (i == 0 || list->items[i].gap > GAP_COMMA || list->items[i].gap == GAP_NONE)
        return false;
    const word *before = &list->items[i - 1];
    const char *behind = list->text + list->items[i].end;
    if (list->items[i].end + 1 < list->size && behind[0] == '-' && behind[1] == ' ')
        return false; /* "på Budget- och skuldrådgivningen" */
    bool is_comma = list->items[i].gap == GAP_COMMA;
    bool is_known = (before->classes & CUE_NAME) != 0; /* "Hunden, Bisse, blev" */
    /* "i RSMH Fontänen" */
    bool is_short = before->is_upper && !words_is_initial(list, i - 1) && !is_comma &&
                    before->end - before->start <= 6 && before->gap == GAP_SPACE;
    /* "nåt på Z, Zeljka" */
    static const char *const answers[] = { "ja",  "nej",     "jo",    "nä", "näe", "jaha",
                                           "jaa", "javisst", "visst", "mm", "joo", "okej" };
    bool is_answer = is_comma && words_is_initial(list, i - 1) &&
                     word_is_any(list, i - 1, answers, G_N_ELEMENTS(answers));
    bool is_letter =
        is_answer || (is_comma && before->is_upper && before->end - before->start == 1 &&
                      i > 1 && word_is(list, i - 2, "på")); /* "Braun V, Clarke V" */
    bool is_small =
        is_letter || !before->is_capital || is_short ||
        (words_is_initial(list, i - 1) && !before->is_upper && (!is_comma || is_known));
    return list->items[i].start == before->end + 1u + is_comma &&
           list->text[list->items[i].start - 1] == ' ' && !before->is_number && is_small &&
           !word_is_any(list, i - 1, english, G_N_ELEMENTS(english));
}
