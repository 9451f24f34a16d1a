#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* "på Saab", "hos Mimer": who works or lives there; the car and the god stand behind other words. */
static bool is_stood_at(const words *list, size_t i)
{
    static const char *const at[] = { "på",      "hos",     "åt",    "från",  "till",
                                      "via",     "bredvid", "bakom", "förbi", "ovanpå",
                                      "utanför", "är",      "var",   "heter", "hette" };
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           (word_is_any(list, i - 1, at, G_N_ELEMENTS(at)) ||
            (list->items[i].is_upper && word_is(list, i - 1, "för")) ||
            (i > 1 && word_is(list, i - 1, "det") && word_is(list, i - 2, "var")));
}

/* "Stadsmissionen betalade hälften": what an association does for one person. */
static bool is_helping(const words *list, size_t i)
{
    static const char *const deeds[] = { "betalade", "hjälpte", "ringde",  "gav", "ordnade",
                                         "fixade",   "svarade", "hämtade", "tog" };
    size_t next = i + list->items[i].span;
    return words_is_initial(list, i) && next < list->count &&
           list->items[next].gap == GAP_SPACE &&
           word_is_any(list, next, deeds, G_N_ELEMENTS(deeds));
}

static void find_local(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_aside = at->gap == GAP_COMMA && !at[-1].is_capital &&
                    i + at->span < list->count &&
                    list->items[i + at->span].gap >= GAP_COMMA; /* "butik, Kupan, där" */
    if (at->is_capital && (at->classes & WORD_LANDLORD || is_helping(list, i) || is_aside ||
                           is_stood_at(list, i)))
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
        !word_is_or_ends_in_any(list, i + 1, endings, G_N_ELEMENTS(endings)))
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

/* "gammal stallbackare", "infödd ljungsarpare": who is of a place. */
static bool is_called_native(const words *list, size_t i)
{
    static const char *const before[] = { "gammal", "gamla", "infödd", "riktig",
                                          "äkta",   "gamle", "stolt",  "född" };
    static const char *const endings[] = { "are", "bo", "bon", "it", "ing" };
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i - 1, before, G_N_ELEMENTS(before)) &&
           word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings)) &&
           words_ask(list, i) == NOT_A_WORD;
}

/* Is @size folded bytes the name of a municipality, or that and an s? */
static bool is_municipality(const words *list, const char *folded, size_t size)
{
    word_classes classes =
        word_table_find(list->table, folded, size, word_hash(folded, size));
    return (classes & WORD_MUNICIPALITY) && !(classes & WORD_WEAK_PLACE);
}

/* Bytes before @ending, where that closes the @size bytes and @shortest or more stand before it; 0: no. */
static size_t stem_before(const char *folded, size_t size, const char *ending,
                          size_t shortest)
{
    size_t length = strlen(ending);
    bool is_closed =
        size >= length + shortest && memcmp(folded + size - length, ending, length) == 0;
    return is_closed ? size - length : 0;
}

/* boråsare, malmöbo, norrköpingsbor: what people of a municipality are called. */
static bool is_of_municipality(const words *list, size_t i)
{
    static const char *const endings[] = { "are", "aren",  "arna", "bo",  "bon",
                                           "bor", "borna", "bos",  "ares" };
    enum { SHORTEST = 3 };
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > WORD_MOST)
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    for (size_t k = 0; k < G_N_ELEMENTS(endings); k++) {
        size_t stem = stem_before(folded, size, endings[k], SHORTEST);
        if (stem > 0 &&
            (is_municipality(list, folded, stem) ||
             (folded[stem - 1] == 's' && is_municipality(list, folded, stem - 1))))
            return true;
    }
    return false;
}

/* -are, -aren, -bo, -bon, -bor: before @end */
static bool ends_as_dweller(const char *end)
{
    switch (end[-1]) {
    case 'e':
        return end[-2] == 'r' && end[-3] == 'a';
    case 'n':
        return (end[-2] == 'e' && end[-3] == 'r' && end[-4] == 'a') ||
               (end[-2] == 'o' && end[-3] == 'b');
    case 'o':
        return end[-2] == 'b';
    default:
        return end[-1] == 'r' && end[-2] == 'o' && end[-3] == 'b';
    }
}

/* "bodensare": of a town that is a word or a village too, where no dictionary has the whole. */
static bool is_of_town(const words *list, size_t i)
{
    static const char *const endings[] = { "sare", "are", "saren", "aren",
                                           "bo",   "bon", "bor" };
    enum { SHORTEST = 4, TOWN = WORD_MUNICIPALITY | WORD_PLACE };
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    const char *end = list->text + list->items[i].end;
    if (size > WORD_MOST || !ends_as_dweller(end))
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    for (size_t k = 0; k < G_N_ELEMENTS(endings); k++) {
        size_t stem = stem_before(folded, size, endings[k], SHORTEST);
        if (stem == 0)
            continue;
        word_classes town =
            word_table_find(list->table, folded, stem, word_hash(folded, stem)) & TOWN;
        if (town) /* nothing but a town has sare behind it */
            return (k == 0 && town & WORD_MUNICIPALITY) || words_ask(list, i) == NOT_A_WORD;
    }
    return false;
}

static void find_native(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_early = words_is_initial(list, i);
    if (at->classes || (at->is_capital && !is_early) ||
        !(is_of_municipality(list, i) || is_of_town(list, i) ||
          (!at->is_capital && is_called_native(list, i))))
        return;
    add_finding(findings, at->start, at->end, LYH_FINDING_PLACE, LYH_CONFIDENCE_LOW,
                N_("somebody of a place, by its name"));
}

/* Their last letters are a few. */
static bool may_be_native(const words *list, size_t i)
{
    enum { SHORTEST = 6 };
    return word_size(list, i) >= SHORTEST &&
           strchr("eonrastg", list->text[list->items[i].end - 1]);
}

void find_locals(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].classes & (WORD_LOCAL | WORD_LANDLORD))
            find_local(list, i, findings);
        bool is_kommun =
            list->items[i].classes & WORD_KNOWN && list->text[list->items[i].start] == 'k';
        if (is_kommun || list->items[i].classes & CUE_UNIT)
            find_small_unit_at(list, i, findings);
        if (may_be_of_a_people(list, i)) {
            find_association(list, i, findings);
            find_unit_of_people_at(list, i, findings);
        }
        if (may_be_native(list, i))
            find_native(list, i, findings);
    }
}
