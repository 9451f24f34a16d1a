#include "finders.h"

#include <lyhord/base/catalog.h>

/* "på Saab", "hos Mimer": who works or lives there; the car and the god stand behind other words. */
static bool is_stood_at(const words *list, size_t i)
{
    static const char *const at[] = { "på", "hos", "åt", "från" };
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i - 1, at, G_N_ELEMENTS(at));
}

static void find_local(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    if (at->is_capital && (at->classes & WORD_LANDLORD || is_stood_at(list, i)))
        add_finding(findings, at->start, list->items[i + at->span - 1u].end,
                    LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW,
                    N_("known in its town by the name alone"));
}

/* kurdiska, romska, ortodoxa: the people or the faith whose association it is; Svenska kyrkan is
 * everybody's. */
static bool is_of_a_people(const words *list, size_t i)
{
    static const char *const peoples[] = { "kurdiska",
                                           "finska",
                                           "somaliska",
                                           "bosniska",
                                           "turkiska",
                                           "syrianska",
                                           "assyriska",
                                           "iranska",
                                           "irakiska",
                                           "afghanska",
                                           "eritreanska",
                                           "etiopiska",
                                           "serbiska",
                                           "kroatiska",
                                           "albanska",
                                           "polska",
                                           "ryska",
                                           "ukrainska",
                                           "arabiska",
                                           "judiska",
                                           "romska",
                                           "samiska",
                                           "estniska",
                                           "lettiska",
                                           "ungerska",
                                           "grekiska",
                                           "italienska",
                                           "spanska",
                                           "chilenska",
                                           "thailändska",
                                           "kinesiska",
                                           "vietnamesiska",
                                           "syriska",
                                           "palestinska",
                                           "persiska",
                                           "islamiska",
                                           "muslimska",
                                           "ortodoxa",
                                           "katolska",
                                           "gambiska",
                                           "bosnien-hercegovinska",
                                           "sverigefinska",
                                           "tornedalska",
                                           "makedonska" };
    return word_is_any(list, i, peoples, G_N_ELEMENTS(peoples));
}

/* "Kurdiska kulturföreningen", "finska klubben" */
static void find_association(const words *list, size_t i, GArray *findings)
{
    static const char *const endings[] = { "föreningen",  "förening",     "klubben",
                                           "förbundet",   "församlingen", "moskén",
                                           "kyrkan",      "huset",        "centret",
                                           "föreningens", "församling",   "lokalen" };
    if (i + 1 >= list->count || list->items[i + 1].gap != GAP_SPACE ||
        list->items[i + 1].is_number || word_size(list, i + 1) < 5 ||
        !is_of_a_people(list, i) ||
        !(word_is_any(list, i + 1, endings, G_N_ELEMENTS(endings)) ||
          word_ends_in_any(list, i + 1, endings, G_N_ELEMENTS(endings))))
        return;
    add_finding(findings, list->items[i].start, list->items[i + 1].end,
                LYH_FINDING_WORKPLACE, LYH_CONFIDENCE_LOW,
                N_("an association of a people"));
}

/* Their last letters are -ska or -xa: most words are done with that. */
static bool may_be_of_a_people(const words *list, size_t i)
{
    const char *end = list->text + list->items[i].end;
    return word_size(list, i) >= 5 && end[-1] == 'a' && (end[-2] == 'k' || end[-2] == 'x');
}

void find_locals(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].classes & (WORD_LOCAL | WORD_LANDLORD))
            find_local(list, i, findings);
        if (may_be_of_a_people(list, i))
            find_association(list, i, findings);
    }
}
