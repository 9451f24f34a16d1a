/* Units by a place that is written small, and by a people: "fristads folkhögskola", "Finska teamet". */
#include "finders.h"

#include <lyhord/base/catalog.h>

enum { TOWN = WORD_PLACE | WORD_MUNICIPALITY };

static word_classes classes_of(const words *list, size_t i, size_t cut)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > WORD_MOST || size <= cut)
        return 0;
    word_fold(list->text + list->items[i].start, size - cut, folded, &size);
    return word_table_find(list->table, folded, size, word_hash(folded, size));
}

/* "marks", "kinna": a town, as it stands or with its genitive. */
static word_classes town_of(const words *list, size_t i)
{
    bool is_genitive = list->text[list->items[i].end - 1] == 's';
    word_classes bare = list->items[i].is_bare ? list->items[i].classes & TOWN : 0;
    return bare ? bare : is_genitive ? classes_of(list, i, 1) & TOWN : 0;
}

static bool is_municipality(const words *list, size_t i)
{
    static const char *const names[] = { "kommun", "kommuns" };
    return list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i, names, G_N_ELEMENTS(names));
}

/* "gick på fristads folkhögskola", "det är marks kommun": at the town @i. */
static void find_of_town(const words *list, size_t i, GArray *findings)
{
    enum { SHORTEST = 4 };
    const word *next = &list->items[i + 1];
    if (next->gap != GAP_SPACE || next->is_capital || word_size(list, i) < SHORTEST)
        return;
    bool is_unit = (next->classes & CUE_UNIT) != 0 && next->span == 1;
    word_classes town = is_unit || is_municipality(list, i + 1) ? town_of(list, i) : 0;
    if (!town)
        return;
    if (is_unit)
        add_finding(findings, list->items[i].start, next->end, LYH_FINDING_WORKPLACE,
                    LYH_CONFIDENCE_LOW, N_("the name of a unit, written small"));
    else if (town & WORD_MUNICIPALITY)
        add_finding(findings, list->items[i].start, list->items[i].end,
                    LYH_FINDING_MUNICIPALITY, LYH_CONFIDENCE_LOW,
                    N_("the name of a place, written small"));
}

/* "på Finska teamet": of a people or a language, with the capital that names alone have. */
void find_unit_of_people_at(const words *list, size_t i, GArray *findings)
{
    static const char *const common[] = { "svenska", "nordiska", "europeiska" };
    static const char *const units[] = {
        "teamet",      "gruppen", "föreningen",   "klubben",      "skolan", "församlingen",
        "huset",       "kören",   "avdelningen",  "caféet",       "kaféet", "mottagningen",
        "hemtjänsten", "boendet", "verksamheten", "träffen",      "hemmet", "centret",
        "rummet",      "affären", "butiken",      "restaurangen", "kyrkan", "moskén"
    };
    const word *at = &list->items[i], *next = at + 1;
    if (i + 1 >= list->count || !at->is_capital || at->is_upper || at->gap > GAP_COMMA ||
        next->gap != GAP_SPACE || next->is_capital || !word_ends_in(list, i, "ska") ||
        word_is_any(list, i, common, G_N_ELEMENTS(common)) ||
        !word_is_or_ends_in_any(list, i + 1, units, G_N_ELEMENTS(units)))
        return;
    add_finding(findings, at->start, next->end, LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW,
                N_("the name of a unit"));
}

void find_small_unit_at(const words *list, size_t i, GArray *findings)
{
    if (i > 0 && !list->items[i - 1].is_capital)
        find_of_town(list, i - 1, findings);
}
