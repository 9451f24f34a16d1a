#include "gender_signs.h"

#include <glib.h>

#include "gender_roles.h"

bool is_either(const words *list, size_t i)
{
    static const char *const joints[] = { "eller", "och" };
    for (size_t k = 0; k < G_N_ELEMENTS(joints); k++) {
        bool is_first = i + 2 < list->count && word_is(list, i + 1, joints[k]) &&
                        pronoun_at(list, i + 2) != NOBODY;
        bool is_second =
            i >= 2 && word_is(list, i - 1, joints[k]) && pronoun_at(list, i - 2) != NOBODY;
        if (is_first || is_second)
            return true;
    }
    size_t end = list->items[i].end;
    return (end < list->size && list->text[end] == '/') ||
           (list->items[i].start > 0 && list->text[list->items[i].start - 1] == '/');
}

bool is_hen_soon(const words *list, size_t i)
{
    for (size_t k = i + 1; k < list->count && k <= i + 8; k++)
        if (list->items[k].classes & WORD_HEN)
            return true;
        else if (is_somebodys_name(list, k)) /* and now somebody else */
            return false;
    return false;
}

bool is_taken_back(const words *list, size_t i)
{
    static const char *const between[] = { "eller", "ja", "nej", "äh", "öh", "alltså" };
    static const char *const behind[] = { "förlåt", "då", "alltså", "menar", "ja", "ska" };
    size_t hen = i + 1;
    while (hen < i + 3 && word_is_any(list, hen, between, G_N_ELEMENTS(between)))
        hen++;
    if (hen >= list->count || !(list->items[hen].classes & WORD_HEN) ||
        (hen == i + 1 && list->items[hen].gap < GAP_COMMA))
        return false;
    return hen > i + 1 || hen + 1 >= list->count || list->items[hen + 1].gap >= GAP_COMMA ||
           word_is_any(list, hen + 1, behind, G_N_ELEMENTS(behind));
}

bool is_hen_next(const words *list, size_t i)
{
    enum { SOON = 6 };
    for (size_t k = i + 1; k < list->count && k <= i + SOON; k++)
        if (list->items[k].sentence != list->items[i].sentence)
            return (list->items[k].classes & WORD_HEN) ||
                   (k + 1 < list->count && (list->items[k + 1].classes & WORD_HEN));
    return false;
}

bool is_hen_begun_next(const words *list, size_t i)
{
    enum { FAR = 12 };
    for (size_t k = i + 1; k < list->count && k <= i + FAR; k++) {
        if (list->items[k].sentence != list->items[i].sentence)
            return (list->items[k].classes & WORD_HEN) &&
                   list->items[k].sentence - list->items[i].sentence == 1;
        if (role_of_word(list, k) == RELATIVE || is_somebodys_name(list, k))
            return false;
    }
    return false;
}

bool is_reminder(const words *list, size_t i)
{
    static const char *const sayings[] = { "säga", "säger", "skriva", "skriver", "sägs" };
    return i > 0 && word_is_any(list, i - 1, sayings, G_N_ELEMENTS(sayings));
}

bool is_whole_correction(const words *list, size_t i)
{
    static const char *const behind[] = { "förlåt", "då", "alltså", "menar" };
    return words_is_initial(list, i) && i + 1 < list->count &&
           word_is_any(list, i + 1, behind, G_N_ELEMENTS(behind));
}

bool is_object_of_hen(const words *list, size_t i)
{
    enum { CLAUSE = 5 };
    static const char *const objects[] = { "honom", "henne", "hans", "hennes" };
    if (!word_is_any(list, i, objects, G_N_ELEMENTS(objects)))
        return false;
    for (size_t k = i; k > 0 && i - k < CLAUSE && list->items[k].gap == GAP_SPACE; k--)
        if (list->items[k - 1].classes & WORD_HEN)
            return true;
    return false;
}

bool is_owner_before(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return !at->is_bare && list->text[at->end - 1] == 's' && i + 1 < list->count &&
           list->items[i + 1].gap == GAP_SPACE;
}

bool is_aside(const words *list, size_t i)
{
    const word *at = &list->items[i];
    bool is_called = at->gap == GAP_COLON && i > 1 && i + 1 < list->count &&
                     list->items[i - 1].sentence == at->sentence &&
                     list->items[i - 1].gap < GAP_BREAK &&
                     list->items[i + 1].gap == GAP_COMMA;
    bool is_household = i > 0 && !at->is_bare && list->text[at->end - 1] == 's' &&
                        word_is(list, i - 1, "hos");
    /* "Rönnbergs Bil" */
    bool is_firm = is_owner_before(list, i) && list->items[i + 1].is_capital &&
                   !(list->items[i + 1].classes & (WORD_GIVEN | WORD_FAMILY));
    return is_called || is_household || is_firm;
}

bool is_said_of_self(const words *list, size_t i)
{
    enum { CLAUSE = 6 };
    if (i < 2 || !word_is(list, i - 1, "att") || list->items[i].gap != GAP_SPACE)
        return false;
    for (size_t k = i - 1; k > 0 && i - k < CLAUSE && list->items[k].gap == GAP_SPACE; k--)
        if (list->items[k - 1].classes & WORD_HEN)
            return true;
        else if (list->items[k - 1].is_capital || word_is(list, k - 1, "till"))
            return false;
    return false;
}

/* A question inside what somebody said asks nothing. */
asked question_at(const words *list, size_t i)
{
    static const char *const deeds[] = { "hjälpte", "träffade", "mötte", "träffar" };
    bool has_staff = false, has_hen = false, has_who = false, is_quoted = false;
    size_t last = i;
    for (; last < list->count && list->items[last].sentence == list->items[i].sentence;
         last++) {
        has_who = has_who || word_is(list, last, "vem") || word_is(list, last, "vilka");
        has_hen = has_hen || (list->items[last].classes & WORD_HEN);
        has_staff = has_staff || (list->items[last].classes & CUE_STAFF) ||
                    (has_who && word_is_any(list, last, deeds, G_N_ELEMENTS(deeds)));
        is_quoted = is_quoted || (last > i + 1 && list->items[last].gap == GAP_COLON);
    }
    size_t end = list->items[last - 1].end;
    bool is_question = end < list->size && list->text[end] == '?' && !is_quoted;
    if (has_staff && (is_question || has_hen))
        return OF_STAFF;
    return is_question && !has_hen ? OF_ELSE : NO_QUESTION;
}
