/* What no other finder has taken, and who hides names with care would look at. */
#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../capitals.h"
#include "../codes.h"
#include "../name_signs.h"
#include "../place_endings.h"
#include "../surroundings.h"
#include "../unit_kinds.h"
#include "doubtful_around.h"
#include "doubtful_counts.h"
#include "doubtful_names.h"
#include "doubtful_units.h"

/* What is known of the words of a text while it is walked. */
typedef struct doubting {
    const words *list;
    const codes *known;
    bool *is_taken;    /* for each word: does a finding hold it? */
    GHashTable *names; /* keys of the words with a capital that findings hold */
    surroundings *around;
    GArray *unknown; /* size_t: words written small that the dictionary does not know */
    GArray *findings;
    bool is_talk; /* do the weights of surroundings hold here? */
} doubting;

enum {
    LISTED = WORD_GIVEN | WORD_FAMILY | WORD_PLACE | WORD_MUNICIPALITY | WORD_EMPLOYER |
             WORD_LANDLORD | WORD_LOCAL,
    MARKS = WORD_FIRST | WORD_WEAK_NAME | WORD_WEAK_PLACE
};

/* --- capitals --- */

/* Does a sentence go on here? Behind the number of a heading or a row one begins: "2.1 Ökad". */
static bool is_inside(const words *list, size_t i)
{
    word_gap gap = (word_gap)list->items[i].gap;
    return i > 0 && !list->items[i - 1].is_number && (gap == GAP_SPACE || gap == GAP_COMMA);
}

/* "IP:", "Revisor 1:": who speaks. */
static bool is_mark(const words *list, size_t i)
{
    size_t end = list->items[i].end;
    if (i + 1 < list->count && list->items[i + 1].is_number &&
        list->items[i + 1].start == end + 1)
        end = list->items[i + 1].end;
    return end < list->size && list->text[end] == ':';
}

/* Half a word: "Budget- och", "verksam-" at the end of a line, and what goes on from it. */
static bool is_half(const words *list, size_t i)
{
    const word *at = &list->items[i];
    bool goes_on = i > 0 && list->text[at[-1].end] == '-';
    return goes_on || (at->end < list->size && list->text[at->end] == '-');
}

/* Shops that stand in every town. With a place behind, "Hemköp vid kyrkan", there is one of them. */
static bool is_any_shop(const words *list, size_t i)
{
    static const char *const shops[] = {
        "ica",        "coop",       "willys",      "lidl",          "hemköp",   "konsum",
        "netto",      "rusta",      "ikea",        "myrorna",       "maxi",     "scandic",
        "elgiganten", "mcdonalds",  "mcdonald's",  "åhléns",        "apoteket", "icas",
        "ica-kasse",  "pressbyrån", "jysk",        "biltema",       "clas",     "ohlson",
        "lindex",     "kappahl",    "dollarstore", "preem",         "circle",   "okq8",
        "sibylla",    "tempo",      "handlarn",    "systembolaget", "sj"
    };
    static const char *const places[] = { "vid", "bakom", "bredvid", "mittemot" };
    return word_is_any(list, i, shops, G_N_ELEMENTS(shops)) &&
           !word_is_any(list, i + 1, places, G_N_ELEMENTS(places));
}

/* Is all that the lists know of it a name: no pronoun, no trade, no number? */
static bool is_nothing_but_name(const word *at)
{
    return at->classes & LISTED && at->is_bare &&
           !(at->classes & ~(word_classes)(LISTED | MARKS));
}

/* Urban, Saga: a given name first, whatever else. */
static bool is_mostly_name(const word *at)
{
    return at->classes & WORD_GIVEN && !(at->classes & WORD_WEAK_NAME);
}

/* "Inga i kyrkan" */
static bool is_somewhere(const words *list, size_t i)
{
    static const char *const where[] = { "i", "på", "från", "hos", "vid" };
    return list->items[i].classes & WORD_GIVEN && i + 1 < list->count &&
           list->items[i + 1].gap == GAP_SPACE &&
           word_is_any(list, i + 1, where, G_N_ELEMENTS(where));
}

/* "Linden är ett år", "Far är mitt efternamn" */
static bool is_listed_alone(const words *list, size_t i)
{
    static const char *const common[] = { "jag",    "punkt", "vara", "tala",
                                          "sommar", "frisk", "tyst", "tom",
                                          "bor",    "trygg", "dag" };
    return is_nothing_but_name(&list->items[i]) &&
           !word_is_any(list, i, common, G_N_ELEMENTS(common)) &&
           (goes_on_as_name(list, i) || is_somewhere(list, i) ||
            is_mostly_name(&list->items[i])) &&
           !is_told_to(list, i) && !is_one_of_two_words(list, i);
}

/* Known to all, a mark, SKR:s, PÅ: a capital that needs no look. */
static bool is_explained_capital(const doubting *state, size_t i)
{
    enum { INITIALS = 2, UNITS = WORD_LOCAL | WORD_EMPLOYER };
    const words *list = state->list;
    const word *at = &list->items[i];
    bool is_known = at->classes & WORD_KNOWN && !(at->classes & UNITS);
    bool is_short = begins_short(list, i) && !at->is_upper && !begins_as_unit(list, i);
    return is_known || is_short || is_mark(list, i) || is_half(list, i) ||
           is_any_shop(list, i) ||
           (at->is_upper &&
            (word_size(list, i) <= INITIALS || words_ask(state->list, i) == IS_A_WORD));
}

/* "Back är gårdsnamnet", of Back Anders Persson */
static bool is_name_again(const doubting *state, size_t i)
{
    void *key = GUINT_TO_POINTER(words_key(state->list, i));
    return g_hash_table_contains(state->names, key) && goes_on_as_name(state->list, i);
}

/* "BK77", "tesfa84" */
static const char *doubt_about_code(const doubting *state, size_t i)
{
    return is_letters_and_figures(state->list, i) &&
                   !is_code_of_study(state->list, i, state->known)
               ? N_("letters and figures in one, which may be a code or a user name")
               : NULL;
}

static const char *doubt_about_capital(const doubting *state, size_t i)
{
    enum { SHORTEST = 4 };
    const words *list = state->list;
    if (is_explained_capital(state, i))
        return NULL;
    if (list->items[i].has_digit)
        return doubt_about_code(state, i);
    if (is_inside(list, i))
        return is_of_law_or_saint(list, i) ? NULL
                                           : N_("a capital, and no sentence begins here");
    if (begins_as_unit(list, i) || (begins_as_place(list, i) && goes_on_as_name(list, i)))
        return N_("it may be the name of a unit");
    if (is_listed_alone(list, i) || is_hans_alone(list, i) || is_name_again(state, i))
        return N_("a word that is a name too, where a sentence begins");
    return word_size(list, i) >= SHORTEST && words_ask(state->list, i) == NOT_A_WORD
               ? N_("the dictionary does not know this word")
               : NULL;
}

/* --- words written small --- */

/* "linnepinne.exe": a point with no space behind it. */
static bool is_dotted(const words *list, size_t i)
{
    enum { SHORTEST = 3 };
    size_t end = list->items[i].end;
    return word_size(list, i) >= SHORTEST && i + 1 < list->count &&
           list->text[end] == '.' && list->items[i + 1].start == end + 1 &&
           word_size(list, i + 1) >= SHORTEST && !list->items[i + 1].is_capital &&
           !list->items[i + 1].is_number;
}

/* A letter of a Latin alphabet: a smiling face is one word too, as words are read. */
static bool begins_with_letter(const words *list, size_t i)
{
    unsigned char first = (unsigned char)list->text[list->items[i].start];
    return g_ascii_isalpha(first) || (first >= 0xC3 && first <= 0xC5);
}

/* "samordnaren, Fredrika": there is one of them in a place. */
static bool is_rare_role(const words *list, size_t i)
{
    static const char *const endings[] = {
        "samordnaren",  "samordnarens", "koordinatorn",  "konsulenten",
        "konsulentens", "överläkaren",  "överläkarens",  "strategen",
        "rektorn",      "ordföranden",  "föreståndaren", "ledningsansvarig"
    };
    return word_ends_in_any_after(list, i, 0, endings, G_N_ELEMENTS(endings));
}

/* "hade skrivit linnea", "nån på linden", "lova ser ut": a given name that is hardly anything else, a place where
 * one may be, a name elsewhere in the text. */
static bool is_listed_word(const doubting *state, size_t i)
{
    enum {
        SHORTEST = 4,
        PLACES = WORD_PLACE | WORD_MUNICIPALITY | WORD_EMPLOYER | WORD_LANDLORD | WORD_LOCAL
    };
    static const char *const before[] = { "på", "till", "från", "i", "hos", "vid" };
    static const char *const common[] = { "dag",   "framtiden", "handen", "toan",
                                          "moppe", "bostaden",  "fred",   "södra" };
    const words *list = state->list;
    const word *at = &list->items[i];
    if (!is_nothing_but_name(at) || word_size(list, i) < SHORTEST ||
        word_is_any(list, i, common, G_N_ELEMENTS(common)))
        return false;
    bool is_place = at->classes & PLACES && at->gap == GAP_SPACE && i > 0 &&
                    word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
    bool is_given = at->classes & WORD_GIVEN && !(at->classes & WORD_WEAK_NAME);
    void *key = GUINT_TO_POINTER(words_key(list, i));
    bool is_name_elsewhere = g_hash_table_contains(state->names, key);
    return is_name_elsewhere ||
           ((is_place || is_given) && words_ask(state->list, i) == IS_A_WORD);
}

/* Most words are done with the letter that each of those ends in. */
static const char *doubt_about_ending(const doubting *state, size_t i)
{
    enum { SHORTEST = 5 };
    const words *list = state->list;
    char last = list->text[list->items[i].end - 1];
    if (word_size(list, i) <= SHORTEST ||
        !(last == 'n' || last == 't' || last == 's' || last == 'g'))
        return NULL;
    if (is_rare_role(list, i))
        return N_("a part that few have in one place");
    bool is_unit = is_unit_of(list, state->is_taken, i) || is_unit_somewhere(list, i) ||
                   (last == 's' && is_owner_of_unit(list, i));
    return is_unit ? N_("it may be the name of a unit") : NULL;
}

static const char *doubt_about_small(const doubting *state, size_t i)
{
    enum { SHORTEST = 4, SHORTEST_LISTED = 3 };
    const words *list = state->list;
    const word *at = &list->items[i];
    bool is_listed = (at->classes & LISTED) != 0;
    if (is_dotted(list, i))
        return N_("it may be a user name or an address");
    const char *why = doubt_about_ending(state, i);
    if (why)
        return why;
    if (is_listed && (is_listed_word(state, i) || is_word_as_name(list, i)))
        return N_("a word that is a name too");
    if (at->has_digit)
        return doubt_about_code(state, i);
    if (at->classes & ~(word_classes)(LISTED | MARKS) ||
        word_size(list, i) < (is_listed ? SHORTEST_LISTED : SHORTEST) ||
        words_ask(state->list, i) != NOT_A_WORD || is_half(list, i))
        return NULL;
    if (is_listed)
        return N_("a name or a place of the lists, written small");
    if (begins_with_letter(list, i) && (has_place_ending(list, i) || !is_compound(list, i)))
        g_array_append_val(state->unknown, i);
    return NULL;
}

/* --- as it is spoken --- */

/* "dörrn", "komme", "mycke": with @instead for its last @length bytes, is it a word? */
static bool is_word_with(const words *list, size_t i, size_t length, const char *instead)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i), added = strlen(instead);
    if (size <= length || size + added > WORD_MOST)
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    memcpy(folded + size - length, instead, added);
    return words_ask_spelling(list, folded, size - length + added) == IS_A_WORD;
}

static bool is_spoken_form(const words *list, size_t i)
{
    static const struct {
        const char *ending, *instead;
    } forms[] = { { "dan", "dagen" }, { "na", "n" }, { "er", "ar" }, { "e", "a" },
                  { "n", "en" },      { "", "t" },   { "", "n" },    { "", "e" } };
    static const char *const signs[] = { "ô", "'", "\xe2\x80\x99" };
    const char *text = list->text + list->items[i].start;
    for (size_t k = 0; k < G_N_ELEMENTS(signs); k++)
        if (g_strstr_len(text, (gssize)word_size(list, i), signs[k]))
            return true;
    for (size_t k = 0; k < G_N_ELEMENTS(forms); k++) {
        size_t length = strlen(forms[k].ending);
        if ((length == 0 || word_ends_in(list, i, forms[k].ending)) &&
            is_word_with(list, i, length, forms[k].instead))
            return true;
    }
    return false;
}

static void add_doubt(const doubting *state, size_t start, size_t next, const char *why)
{
    const words *list = state->list;
    for (size_t i = start; i < next; i++)
        state->is_taken[i] = true;
    add_finding(state->findings, list->items[start].start, list->items[next - 1].end,
                LYH_FINDING_DOUBT, LYH_CONFIDENCE_LOW, why);
}

/* Who writes as people speak uses many words that no dictionary has: there, what is a word but for how it
 * sounds is none of a person or a place. */
static void add_unknown(const doubting *state)
{
    enum { FEWEST = 4, ONE_IN = 100, SELDOM = -30 };
    const words *list = state->list;
    bool is_spoken =
        state->unknown->len >= FEWEST && state->unknown->len * ONE_IN > list->count;
    for (guint k = 0; k < state->unknown->len; k++) {
        size_t i = g_array_index(state->unknown, size_t, k);
        if ((!is_spoken || !is_spoken_form(list, i)) &&
            (!state->is_talk || surroundings_weight(state->around, i) >= SELDOM))
            add_doubt(state, i, i + 1, N_("the dictionary does not know this word"));
    }
}

/* --- the walk --- */

/* The words that findings hold from @first on. */
static void note_taken(doubting *state, guint first)
{
    const words *list = state->list;
    for (guint k = first; k < state->findings->len; k++) {
        const lyh_finding *found = &g_array_index(state->findings, lyh_finding, k);
        size_t low = 0, high = list->count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (list->items[middle].end <= found->start)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < list->count && list->items[low].start < found->end; low++) {
            state->is_taken[low] = true;
            if (found->kind != LYH_FINDING_DOUBT)
                state->around->kinds[low] = (uint8_t)(found->kind + 1);
            if (list->items[low].is_capital && found->kind == LYH_FINDING_NAME)
                g_hash_table_add(state->names, GUINT_TO_POINTER(words_key(list, low)));
        }
    }
}

/* What rules say, but where what stands around almost never stands around what points at somebody. */
static void walk(doubting *state)
{
    enum { HARDLY_EVER = -50 };
    const words *list = state->list;
    for (size_t i = 0, start, next; i < list->count; i = next) {
        const char *why = NULL;
        start = i, next = i + 1;
        if (state->is_taken[i])
            continue;
        bool is_name = list->items[i].is_capital && is_inside(list, i);
        if (!is_name && may_be_doubtful_count(list, i))
            why = doubt_about_count(list, i, &start, &next);
        else if (list->items[i].is_capital)
            why = doubt_about_capital(state, i);
        else
            why = doubt_about_small(state, i);
        if (why &&
            (!state->is_talk || surroundings_weight(state->around, start) >= HARDLY_EVER))
            add_doubt(state, start, next, why);
    }
    add_unknown(state);
}

void find_doubts(const words *list, const codes *known, guint first, GArray *findings)
{
    g_autofree bool *is_taken = g_new0(bool, list->count + 1);
    g_autoptr(GHashTable) names = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) unknown = g_array_new(FALSE, FALSE, sizeof(size_t));
    surroundings around;
    surroundings_init(&around, list, g_new0(uint8_t, list->count + 1));
    doubting state = { list, known, is_taken, names, &around, unknown, findings, false };
    note_taken(&state, first);
    state.is_talk = list->lexicon && surroundings_are_of_talk(&around);
    guint found = findings->len;
    walk(&state);
    if (state.is_talk)
        doubt_what_stands_around(&around, is_taken, findings->len - found, findings);
    surroundings_clear(&around);
}
