#include "finders.h"

#include <lyhord/base/catalog.h>

#include "../capitals.h"
#include "../unit_kinds.h"
#include "../units.h"

/* Endings of units; the word before them is their name: Björkskolan, Stenhagskyrkan. */
static bool has_unit_ending(const words *list, size_t i)
{
    static const char *const endings[] = {
        "förskolan",    "förskola",    "skolan",       "skolans",     "skola",
        "gymnasiet",    "gymnasium",   "kliniken",     "klinik",      "mottagningen",
        "sjukhuset",    "sjukhus",     "lasarettet",   "lasarett",    "hemmet",
        "gården",       "gårdens",     "boendet",      "verkstaden",  "kyrkan",
        "kyrkans",      "kyrka",       "centralen",    "vårdcentral", "huset",
        "husets",       "anstalten",   "akuten",       "dagis",       "jouren",
        "moskén",       "biblioteket", "stiftelsen",   "bryggeriet",  "fabriken",
        "pizzerian",    "hotellet",    "restaurangen", "bageriet",    "församling",
        "församlingen", "kooperativet"
    };
    return word_ends_in_any_after(list, i, 3, endings, G_N_ELEMENTS(endings));
}

static void add_workplace(const words *list, size_t first, size_t last,
                          lyh_confidence confidence, GArray *findings, const char *why)
{
    add_finding(findings, list->items[first].start, list->items[last].end,
                LYH_FINDING_WORKPLACE, confidence, why);
}

/* "går i tallbackaskolan": behind a preposition in a sentence that begins small, as in chats, or
 * where no dictionary has it. */
static void find_small_unit_word(const words *list, size_t i, bool is_small,
                                 GArray *findings)
{
    const word *at = &list->items[i];
    if (at->classes || at->gap != GAP_SPACE || !has_unit_ending(list, i) ||
        is_kind_of_unit(list, i) ||
        (!is_small && (words_ask(list, i) != NOT_A_WORD || is_compound(list, i))))
        return;
    add_workplace(list, i, i, LYH_CONFIDENCE_LOW, findings,
                  N_("the name of a unit, written small"));
}

/* "IP: Fontänhuset, tre dagar.": where somebody is asked to be, and nothing before it. */
static bool is_whole_answer(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (i == 0 || at->gap < GAP_COLON)
        return false;
    bool is_said = at->gap == GAP_COLON && at[-1].is_capital;
    bool is_asked = at[-1].end < list->size && list->text[at[-1].end] == '?';
    static const char *const being[] = { "är", "var", "har", "hade", "ligger", "låg" };
    bool is_subject = i + 1 < list->count && at[1].gap == GAP_SPACE &&
                      word_is_any(list, i + 1, being, G_N_ELEMENTS(being));
    return (is_said || is_asked) &&
           (is_subject || i + 1 >= list->count || at[1].gap >= GAP_COMMA);
}

static bool find_unit_word(const words *list, size_t i, GArray *findings)
{
    if (!list->items[i].is_capital || list->items[i].is_upper ||
        !has_unit_ending(list, i) || is_kind_of_unit(list, i) ||
        (words_is_initial(list, i) && !is_whole_answer(list, i) &&
         (words_ask(list, i) != NOT_A_WORD || is_compound(list, i))))
        return false;
    size_t first = i;
    while (first > 0 && i - first < 2 && list->items[first].gap == GAP_SPACE &&
           list->items[first - 1].is_capital && !words_is_initial(list, first - 1))
        first--;
    add_workplace(list, first, i, LYH_CONFIDENCE_LOW, findings, N_("the name of a unit"));
    return true;
}

/* "utslussboendet", "seniorklubben": what follows with a capital is its name. */
static bool has_named_ending(const words *list, size_t i)
{
    static const char *const endings[] = {
        "hemmet",    "boendet",   "skolan",       "mottagningen", "kliniken",
        "centret",   "centrumet", "enheten",      "avdelningen",  "föreningen",
        "klubben",   "butiken",   "verkstaden",   "caféet",       "kaféet",
        "teamet",    "kyrkan",    "församlingen", "affären",      "bolaget",
        "företaget", "firman",    "restaurangen", "byrån",        "stiftelsen",
        "centralen", "gymnasiet", "sjukhuset",    "jouren",       "verksamheten",
        "hotellet",  "bageriet",  "kooperativet", "nätverket",    "stallet",
        "gruppen",   "kretsen",   "sällskapet",   "lokalen"
    };
    char last = list->text[list->items[i].end - 1];
    if (list->items[i].is_upper || word_size(list, i) < 7 || (last != 'n' && last != 't'))
        return false;
    return word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings));
}

/* A place or somebody at the start of a sentence: "Tallmons snickeri", surer when it is all. */
static bool is_owner(const words *list, size_t i, bool is_all)
{
    const word *at = &list->items[i];
    return (at->classes & (WORD_PLACE | WORD_MUNICIPALITY)) ||
           (list->text[at->end - 1] == 's' && !at->is_upper && !at->is_bare &&
            (is_all || (at->classes & WORD_FAMILY) || words_ask(list, i) == NOT_A_WORD));
}

/* "Gottsunda vårdcentral", "vårdcentralen Kronan", "Träffpunkt Kajutan" */
static bool find_beside_unit(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_unit = (at->classes & CUE_UNIT) != 0;
    bool is_all = i > 0 && words_is_initial(list, i - 1) &&
                  (i + 1 >= list->count || list->items[i + 1].gap >= GAP_BREAK);
    size_t name = i + at->span; /* "daglig verksamhet Kugghjulet" */
    /* "Vårdcentralen Tre Källor" */
    bool is_counted =
        name + 1 < list->count && list->items[name].is_capital &&
        list->items[name].gap == GAP_SPACE && (list->items[name].classes & WORD_SMALL) &&
        list->items[name + 1].is_capital && list->items[name + 1].gap == GAP_SPACE;
    bool has_capital = is_counted || is_capital_here(list, name);
    if (!(at->classes & (CUE_UNIT | CUE_NAMED)) &&
        (!has_capital || !has_named_ending(list, i)))
        return false;
    if (has_capital && !list->items[name].has_digit &&
        !(list->items[name].is_upper && word_size(list, name) < 3)) {
        size_t last = name;
        if (is_capital_here(list, last + 1))
            last++;
        add_workplace(list, i, last, LYH_CONFIDENCE_LOW, findings,
                      N_("the name of a unit"));
        return true;
    }
    size_t first = i;
    while (
        first > 0 && i - first < 3 && list->items[first].gap == GAP_SPACE &&
        list->items[first - 1].is_capital &&
        (!(list->items[first - 1].classes & WORD_KNOWN) ||
         (at->classes & CUE_NAMED && at->span > 1 && word_ends_in(list, first - 1, "s"))) &&
        (!words_is_initial(list, first - 1) || is_owner(list, first - 1, is_all)))
        first--;
    if (!is_unit || first == i || at->is_capital)
        return false;
    add_workplace(list, first, i, LYH_CONFIDENCE_HIGH, findings, N_("the name of a unit"));
    return true;
}

/* "bostadsbolaget, Mimer, så": what is named a second time, between commas */
static bool find_named_again(const words *list, size_t i, GArray *findings)
{
    enum { ELSE = WORD_KNOWN | WORD_GIVEN | WORD_MONTH };
    size_t name = i + list->items[i].span;
    if (name >= list->count || list->items[name].gap != GAP_COMMA ||
        !list->items[name].is_capital || (list->items[name].classes & ELSE) ||
        !((list->items[i].classes & (CUE_UNIT | CUE_NAMED)) || has_named_ending(list, i)))
        return false;
    size_t last = name + is_capital_here(list, name + 1);
    if (last + 1 < list->count && list->items[last + 1].gap < GAP_COMMA)
        return false;
    add_workplace(list, name, last, LYH_CONFIDENCE_LOW, findings, N_("the name of a unit"));
    return true;
}

/* "Lyktans Assistans AB", "Tretjärns IF", "Bostads AB Tegelslottet" */
static bool find_company(const words *list, size_t i, GArray *findings)
{
    static const char *const forms[] = { "ab",  "hb",  "kb",  "if",   "bk",   "ik",   "fk",
                                         "sk",  "fc",  "aik", "fbk",  "ibk",  "boif", "gif",
                                         "ff",  "bik", "hk",  "rf",   "kfum", "kfuk", "brf",
                                         "hf",  "gk",  "tk",  "ok",   "ssk",  "bois", "bbk",
                                         "vbk", "iks", "ifk", "goif", "oy",   "bf" };
    const word *at = &list->items[i];
    if (!at->is_upper || word_size(list, i) > 4 ||
        !word_is_any(list, i, forms, G_N_ELEMENTS(forms)))
        return false;
    size_t first = i;
    while (first > 0 && i - first < 4 && list->items[first].gap == GAP_SPACE &&
           list->items[first - 1].is_capital)
        first--;
    size_t last = i;
    while (is_capital_here(list, last + 1) && last < i + 2 && i - first < 2)
        last++;
    if (first == i && last == i)
        return false;
    add_workplace(list, first, last, LYH_CONFIDENCE_HIGH, findings,
                  N_("the name of a company"));
    return true;
}

/* "på", "hos", "i", "vid" between a word for work and a name, two or three words apart; "kurator på
 * Skas", "anställd av Humana". */
static bool is_at_work(const words *list, size_t i)
{
    static const char *const at[] = { "på", "hos", "åt", "vid", "i", "från", "för", "av" };
    static const char *const loose[] = { "för", "av" };
    if (i < 2 || list->items[i].gap != GAP_SPACE ||
        !word_is_any(list, i - 1, at, G_N_ELEMENTS(at)))
        return false;
    bool is_loose = word_is_any(list, i - 1, loose, G_N_ELEMENTS(loose));
    bool is_of_trade = word_is(list, i - 1, "på") && list->items[i - 1].gap == GAP_SPACE &&
                       (list->items[i - 2].classes & CUE_STAFF);
    return is_of_trade || words_cue_before(list, i - 1, CUE_WORK, is_loose ? 2 : 3);
}

static bool is_any_place(const word *at)
{
    return (at->classes & (WORD_MUNICIPALITY | WORD_REGION | WORD_PLACE)) != 0;
}

/* "Scanias växellådsverkstad", "Volvos fabrik" */
static bool is_owned_unit(const words *list, size_t i)
{
    static const char *const endings[] = { "verkstad",   "fabrik",   "lager",
                                           "kontor",     "butik",    "restaurang",
                                           "anläggning", "terminal", "bageri",
                                           "lagret",     "matsal",   "verkstan",
                                           "hall",       "central",  "varv" };
    const word *owner = &list->items[i - 1];
    char last = list->text[owner->end - 1];
    bool is_genitive = (last == 's' && !owner->is_bare) || last == 'x' || last == 'z';
    if (list->items[i].gap != GAP_SPACE || list->items[i].is_capital ||
        !owner->is_capital || !is_genitive)
        return false;
    return word_is_any(list, i, endings, G_N_ELEMENTS(endings)) ||
           word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings));
}

/* "ICA Maxi i Boländerna": a shop, its kind, and the place that tells it from the others. */
static bool find_employer(const words *list, size_t i, GArray *findings)
{
    static const char *const in[] = { "i", "på", "vid" };
    const word *at = &list->items[i];
    if (!(at->classes & WORD_EMPLOYER) || !at->is_capital)
        return false;
    size_t last = i + at->span - 1u;
    size_t bare = last;
    if (last + 1 < list->count && is_owned_unit(list, last + 1)) {
        add_workplace(list, i, last + 1, LYH_CONFIDENCE_LOW, findings,
                      N_("where somebody works"));
        return true;
    }
    while (last < bare + 3 && is_capital_here(list, last + 1))
        last++;
    static const char *const where[] = { "uppe", "nere", "ute",   "inne", "borta", "där",
                                         "här",  "bort", "hemma", "ner",  "upp",   "inte" };
    /* "Ovako uppe i Hofors" */
    size_t adverb =
        last + 1 < list->count && word_is_any(list, last + 1, where, G_N_ELEMENTS(where));
    if (adverb && last + 3 < list->count && list->items[last + 1].gap == GAP_SPACE &&
        word_is_any(list, last + 2, in, G_N_ELEMENTS(in)) &&
        is_capital_here(list, last + 3)) {
        add_workplace(list, i, last + 3, LYH_CONFIDENCE_LOW, findings,
                      N_("an employer and its place"));
        return true;
    }
    bool has_place = last + 2 < list->count &&
                     word_is_any(list, last + 1, in, G_N_ELEMENTS(in)) &&
                     is_capital_here(list, last + 2);
    if (has_place)
        last += 1u + list->items[last + 2].span;
    if (last > bare)
        add_workplace(list, i, MIN(last, list->count - 1), LYH_CONFIDENCE_HIGH, findings,
                      N_("an employer and its place"));
    else if (is_at_work(list, i))
        add_workplace(list, i, last, LYH_CONFIDENCE_LOW, findings,
                      N_("where somebody works"));
    return last > bare || is_at_work(list, i);
}

static void find_at_work(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    bool is_abbreviation = at->is_upper && word_size(list, i) < 3;
    if (!at->is_capital || is_abbreviation || (at->classes & WORD_KNOWN) ||
        is_any_place(at) || word_is(list, i - 1, "i") || !is_at_work(list, i))
        return;
    size_t last = i;
    while (last < i + 3 && is_capital_here(list, last + 1))
        last++;
    add_workplace(list, i, last, LYH_CONFIDENCE_LOW, findings, N_("where somebody works"));
}

/* "på gruppbostaden Vinkelhaken": the name of a unit, which may stand alone later. */
static void remember_unit(const words *list, size_t i, GHashTable *seen)
{
    enum { ELSE = WORD_KNOWN | WORD_MUNICIPALITY | WORD_REGION | WORD_GIVEN | WORD_FAMILY };
    size_t at = i + list->items[i].span;
    if (at >= list->count)
        return;
    const word *name = &list->items[at];
    if (((list->items[i].classes & (CUE_UNIT | CUE_NAMED)) || has_named_ending(list, i)) &&
        is_capital_here(list, at) && !name->is_upper && !name->has_digit &&
        !(name->classes & ELSE) && word_size(list, at) >= 5)
        g_hash_table_add(seen, GUINT_TO_POINTER(words_key(list, at)));
}

static void find_seen_units(const words *list, GHashTable *seen, GArray *findings)
{
    for (size_t i = 0; g_hash_table_size(seen) > 0 && i < list->count; i++)
        if (list->items[i].is_capital && !list->items[i].has_digit &&
            g_hash_table_contains(seen, GUINT_TO_POINTER(words_key(list, i))))
            add_workplace(list, i, i, LYH_CONFIDENCE_LOW, findings,
                          N_("the name of a unit elsewhere in the text"));
}

void find_workplaces(const words *list, GArray *findings)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i + 1 < list->count; i++)
        if (!list->items[i].is_number &&
            (list->items[i].span > 1 || list->items[i + 1].is_capital))
            remember_unit(list, i, seen);
    find_seen_units(list, seen, findings);
    bool is_small = false; /* does the sentence begin with a small letter? */
    for (size_t i = 0; i < list->count; i++) {
        if (i == 0 || list->items[i].sentence != list->items[i - 1].sentence)
            is_small = !list->items[i].is_capital && !list->items[i].is_number;
        if (list->items[i].is_number)
            continue;
        if (i > 0 && !list->items[i].is_capital && list->items[i - 1].classes & CUE_PLACE)
            find_small_unit_word(list, i, is_small, findings);
        if (find_employer(list, i, findings) || find_company(list, i, findings) ||
            find_beside_unit(list, i, findings) || find_named_again(list, i, findings) ||
            find_unit_word(list, i, findings) ||
            (may_be_marked(list, i) && find_marked_unit(list, i, findings)))
            continue;
        if (i > 0)
            find_at_work(list, i, findings);
    }
}
