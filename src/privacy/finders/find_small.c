#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../capitals.h"

/* How far back a message begins at most. */
enum { MESSAGE = 24 };

/* Does what is written here begin small, as in a chat: behind a quotation mark or a colon? A speaker's
 * mark is none, and who speaks begins small now and then. */
static bool is_in_message(const words *list, size_t i)
{
    for (size_t k = i; k + MESSAGE > i; k--) {
        const word *at = &list->items[k];
        bool is_quoted = at->start > 0 && list->text[at->start - 1] == '"';
        bool is_said = at->gap == GAP_COLON && k > 0 &&
                       !(words_is_initial(list, k - 1) && list->items[k - 1].is_capital);
        if (is_quoted || is_said)
            return !at->is_capital && !at->is_number && k < i;
        if (k == 0 || at->gap == GAP_BREAK)
            break;
    }
    return false;
}

/* fredriksskans, ulvberga: a compound too, with the ending of a place. */
static bool has_place_ending(const words *list, size_t i)
{
    static const char *const endings[] = { "skans",  "torp",   "berga", "hult",   "holm",
                                           "dal",    "lund",   "vik",   "näs",    "ryd",
                                           "bro",    "torg",   "backa", "äng",    "sund",
                                           "borg",   "staden", "hem",   "gården", "åsen",
                                           "höjd",   "udden",  "viken", "sjön",   "centrum",
                                           "köping", "stad",   "by",    "hamn",   "rum" };
    return word_ends_in_any_after(list, i, 4, endings, G_N_ELEMENTS(endings));
}

/* A small word that no list and no dictionary explains, among words of Swedish. */
static bool is_unexplained(const words *list, size_t i)
{
    enum { SHORTEST = 5 };
    const word *at = &list->items[i];
    bool is_half = at->end < list->size && list->text[at->end] == '-'; /* "hälso- och" */
    return !at->is_capital && !at->is_number && !at->has_digit && at->gap == GAP_SPACE &&
           !is_half && !(at->classes & ~(word_classes)(WORD_FIRST | WORD_FAMILY)) &&
           word_size(list, i) >= SHORTEST && words_ask(list, i) == NOT_A_WORD &&
           (has_place_ending(list, i) || !is_compound(list, i)) &&
           is_among_swedish(list, i);
}

/* "vi kommer till fredriksskans": behind a preposition a place, in a message. */
static void find_place(const words *list, size_t i, GArray *findings)
{
    static const char *const before[] = {
        "till", "i", "på", "vid", "från", "mot", "förbi"
    };
    if (!word_is_any(list, i - 1, before, G_N_ELEMENTS(before)) ||
        !is_in_message(list, i) || !is_unexplained(list, i))
        return;
    add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_PLACE,
                LYH_CONFIDENCE_LOW, N_("the name of a place, written small"));
}

/* "sa lollan att", "frågade jögge": who says or is asked, in a message. */
static void find_person(const words *list, size_t i, GArray *findings)
{
    static const char *const before[] = { "sa",  "säger", "frågade", "fråga",   "ring",
                                          "hos", "med",   "åt",      "ringde",  "hälsa",
                                          "hej", "tack",  "träffa",  "träffade" };
    if (!word_is_any(list, i - 1, before, G_N_ELEMENTS(before)) ||
        !is_in_message(list, i) || !is_unexplained(list, i))
        return;
    add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_NAME,
                LYH_CONFIDENCE_LOW, N_("written small where a name is expected"));
}

/* "ring svenne", "körde mig till hjärtis": outside messages too, what only a name or a unit can be. */
static void find_spoken(const words *list, size_t i, GArray *findings)
{
    static const char *const asking[] = { "ring", "fråga", "hälsa", "hej", "tack" };
    static const char *const at[] = { "på", "till", "från" };
    bool is_person = word_is_any(list, i - 1, asking, G_N_ELEMENTS(asking));
    bool is_unit = word_ends_in(list, i, "is") && word_is_any(list, i - 1, at, 3);
    if (!(is_person || is_unit) || !is_unexplained(list, i))
        return;
    add_finding(findings, list->items[i].start, list->items[i].end,
                is_person ? LYH_FINDING_NAME : LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW,
                is_person ? N_("written small where a name is expected")
                          : N_("the name of a unit, written small"));
}

void find_small(const words *list, GArray *findings)
{
    for (size_t i = 1; i < list->count; i++) {
        if (list->items[i].is_capital)
            continue;
        find_place(list, i, findings);
        find_person(list, i, findings);
        find_spoken(list, i, findings);
    }
}
