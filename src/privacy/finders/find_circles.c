#include "finders.h"

#include <lyhord/base/catalog.h>

#include "../capitals.h"

static void add_called(const words *list, size_t first, size_t last, lyh_finding_kind kind,
                       GArray *findings, const char *why)
{
    add_finding(findings, list->items[first].start, list->items[last].end, kind,
                LYH_CONFIDENCE_LOW, why);
}

/* "med i Tre Rosor", "på Fem Hus": a number with a capital inside a sentence, and another capital. */
static bool find_counted(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    if (!(at->classes & WORD_SMALL) || at->end - at->start <= 2 ||
        word_is(list, i, "ett") || at->is_number || at->is_upper || at->gap != GAP_SPACE ||
        i + 1 >= list->count || !at[1].is_capital || at[1].is_upper ||
        at[1].gap != GAP_SPACE || at[-1].is_capital)
        return false;
    add_called(list, i, i + 1, LYH_FINDING_WORKPLACE, findings, N_("the name of a unit"));
    return true;
}

/* "Skuldfria veckan kallar vi oss", "Glada änkor heter gruppen": two or three words that begin their
 * sentence are what somebody calls a circle of people. */
static bool find_circle(const words *list, size_t i, GArray *findings)
{
    enum { MOST = 3 };
    static const char *const calls[] = { "kallar", "kallade", "heter", "hette" };
    static const char *const whom[] = { "vi",      "gruppen", "föreningen",
                                        "klubben", "kören",   "laget",
                                        "cirkeln", "gänget",  "projektet" };
    if (!word_is_any(list, i, calls, G_N_ELEMENTS(calls)))
        return false;
    size_t first = i;
    while (first > 0 && i - first <= MOST && !words_is_initial(list, first))
        first--;
    bool is_group = i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
                    word_is_any(list, i + 1, whom, G_N_ELEMENTS(whom));
    bool is_us = is_group && word_is(list, i + 1, "vi") && i + 2 < list->count &&
                 (word_is(list, i + 2, "oss") || word_is(list, i, "heter"));
    if (!is_group || (word_is(list, i + 1, "vi") && !is_us) || first == i ||
        i - first > MOST || !words_is_initial(list, first) ||
        !list->items[first].is_capital)
        return false;
    static const char *const empty[] = { "så", "det", "vad", "hur", "sen", "där",
                                         "då", "och", "nu",  "men", "som", "ja" };
    if (word_is_any(list, i - 1, empty, G_N_ELEMENTS(empty)) ||
        word_is_any(list, first, empty, G_N_ELEMENTS(empty)))
        return false;
    add_called(list, first, i - 1, LYH_FINDING_WORKPLACE, findings,
               N_("what somebody calls a group"));
    return true;
}

/* signaturen "En av kassarna": what somebody writes under. */
static bool find_signed(const words *list, size_t i, GArray *findings)
{
    enum { MOST = 6 };
    static const char *const signing[] = { "signaturen",  "signatur",  "signerat",
                                           "pseudonymen", "aliaset",   "alias",
                                           "nicket",      "smeknamnet" };
    size_t next = i + 1;
    if (!word_is_any(list, i, signing, G_N_ELEMENTS(signing)) || next >= list->count ||
        list->items[next].start == 0 || list->text[list->items[next].start - 1] != '"')
        return false;
    size_t last = next;
    while (last + 1 < list->count && last < next + MOST &&
           list->text[list->items[last].end] != '"' &&
           list->items[last + 1].gap == GAP_SPACE)
        last++;
    if (list->items[last].end >= list->size || list->text[list->items[last].end] != '"')
        return false;
    add_called(list, next, last, LYH_FINDING_HANDLE, findings,
               N_("what somebody writes under"));
    return true;
}

/* "det var ordföranden på Verdandi": there is one of them. */
static void find_head(const words *list, size_t i, GArray *findings)
{
    static const char *const heads[] = { "ordföranden", "ordförande", "kassören",
                                         "sekreteraren", "grundaren" };
    static const char *const of[] = { "på", "i", "för", "av" };
    if (i + 2 < list->count && word_is_any(list, i, heads, G_N_ELEMENTS(heads)) &&
        word_is_any(list, i + 1, of, G_N_ELEMENTS(of)) && list->items[i + 2].is_capital &&
        list->items[i + 2].gap == GAP_SPACE)
        add_called(list, i, i, LYH_FINDING_TITLE, findings,
                   N_("on the list of titles that few have"));
}

void find_circle_at(const words *list, size_t i, GArray *findings)
{
    if (!find_circle(list, i, findings) && !find_signed(list, i, findings))
        find_head(list, i, findings);
}

void find_counted_name(const words *list, size_t i, GArray *findings)
{
    if (i > 0)
        find_counted(list, i, findings);
}
