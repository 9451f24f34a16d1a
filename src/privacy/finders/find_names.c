#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../capitals.h"
#include "../name_signs.h"
#include "../said.h"

const char *const why_unexplained = N_("a capital inside a sentence that no list explains");

enum { LONGEST_NAME = 6 };

enum { ANY_PLACE = WORD_MUNICIPALITY | WORD_REGION | WORD_PLACE | WORD_EMPLOYER };

static bool is_listed(const word *at)
{
    return at->is_capital && (at->classes & (WORD_GIVEN | WORD_FAMILY)) &&
           !(at->classes & WORD_KNOWN) && at->span == 1 &&
           (!at->is_upper || at->end - at->start >= 4);
}

/* A capital that no list explains. Short words of capitals are abbreviations. */
static bool is_unknown(const words *list, size_t i)
{
    enum {
        PERSON =
            CUE_FEMALE | CUE_MALE | CUE_OTHER | CUE_KIN | WORD_SHE | WORD_HE | WORD_HEN,
        EXPLAINED = WORD_KNOWN | ANY_PLACE | WORD_MONTH | WORD_STREET | WORD_CARD
    };
    const word *at = &list->items[i];
    return at->is_capital && !at->is_upper && !at->has_digit &&
           !(at->classes & EXPLAINED) && word_size(list, i) >= 3 &&
           (!(at->classes & PERSON) || (at->classes & (WORD_GIVEN | WORD_FAMILY)));
}

/* "i Nora", "Lunds kommun": a place that is a name too. */
static bool is_place_here(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (!(at->classes & ANY_PLACE))
        return false;
    bool has_preposition =
        i > 0 && at->gap == GAP_SPACE && (list->items[i - 1].classes & CUE_PLACE);
    bool has_kommun = i + 1 < list->count &&
                      (word_is(list, i + 1, "kommun") || word_is(list, i + 1, "kommuns"));
    bool is_town = (at->classes & WORD_MUNICIPALITY) && !(at->classes & WORD_GIVEN) &&
                   !words_is_initial(list, i); /* Lund, Berg */
    return has_preposition || has_kommun || is_town || !(at->classes & WORD_WEAK_PLACE);
}

static bool is_followed_by_name(const words *list, size_t i)
{
    if (i + 1 >= list->count || list->items[i + 1].gap != GAP_SPACE)
        return false;
    const word *next = &list->items[i + 1];
    bool is_unknown_pair = (list->items[i].classes & WORD_GIVEN) &&
                           is_unknown(list, i + 1) && !next->classes &&
                           !begins_short(list, i + 1);
    return is_listed(next) || is_unknown_pair ||
           (is_unknown(list, i + 1) && has_family_ending(list, i + 1)) ||
           (next->is_upper && next->end - next->start == 1 && next->end < list->size &&
            list->text[next->end] == '.');
}

static uint32_t key_of(const words *list, size_t i, bool without_s)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > WORD_MOST)
        return 0;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    if (without_s && size > 1 && folded[size - 1] == 's')
        size--;
    return word_hash(folded, size);
}

/* Was this word part of a name elsewhere in the text, or what it is the genitive of? */
static bool is_seen(const words *list, size_t i, GHashTable *seen)
{
    return g_hash_table_contains(seen, GUINT_TO_POINTER(key_of(list, i, false))) ||
           g_hash_table_contains(seen, GUINT_TO_POINTER(key_of(list, i, true)));
}

/* --- how far a name goes --- */

static bool is_particle(const words *list, size_t i)
{
    static const char *const particles[] = {
        "af", "av", "von", "van", "de",  "da",  "dos",
        "la", "al", "el",  "bin", "ibn", "der", "den"
    };
    return list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i, particles, G_N_ELEMENTS(particles));
}

static bool continues(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (at->gap != GAP_SPACE || at->is_number || !at->is_capital)
        return false;
    return is_listed(at) || is_unknown(list, i) ||
           ((at->classes & ANY_PLACE) && (at->classes & (WORD_GIVEN | WORD_FAMILY)));
}

static bool is_initial_letter(const words *list, size_t i)
{
    const word *at = &list->items[i];
    return at->gap == GAP_SPACE && at->is_upper && !at->has_digit &&
           word_size(list, i) <= 2;
}

/* The word behind the last of the name that begins at @i; its end in bytes. */
static size_t name_end(const words *list, size_t i, size_t *end)
{
    size_t next = i + 1;
    bool is_letter = false;
    *end = list->items[i].end;
    while (next < list->count && next < i + LONGEST_NAME) {
        bool has_particle =
            next + 1 < list->count && is_particle(list, next) && continues(list, next + 1);
        if (!has_particle && !continues(list, next) && !is_initial_letter(list, next))
            break;
        if (is_letter && !is_listed(&list->items[next]) &&
            words_ask(list, next) == IS_A_WORD) /* "Ellinor H. Före det" */
            break;
        next += has_particle;
        *end = list->items[next].end;
        is_letter = is_initial_letter(list, next);
        next++;
        if (is_letter && *end < list->size && list->text[*end] == '.')
            ++*end;
    }
    return next;
}

/* --- where a name begins --- */

/* "Soy Falk": a given name that no list holds, before a family name. */
static size_t name_start(const words *list, size_t i)
{
    bool has_first = i > 0 && (list->items[i].classes & WORD_FAMILY) &&
                     list->items[i].gap == GAP_SPACE && is_unknown(list, i - 1) &&
                     !words_is_initial(list, i - 1);
    return has_first ? i - 1 : i;
}

typedef struct verdict {
    bool is_name;
    lyh_confidence confidence;
    const char *why;
} verdict;

static const verdict no_name = { false, LYH_CONFIDENCE_LOW, NULL };

/* "handläggaren Ewa", "efternamnet var Holmsten", "hon heter ju Ewa" */
static bool has_cue(const words *list, size_t i)
{
    static const char *const between[] = { "var",   "är",    "ju",    "nog",
                                           "heter", "hette", "alltså" };
    if (i == 0 || list->items[i].gap != GAP_SPACE)
        return false;
    if (list->items[i - 1].classes & CUE_NAME || is_called_so(list, i))
        return true;
    return i > 1 && list->items[i - 1].gap == GAP_SPACE &&
           (list->items[i - 2].classes & CUE_NAME) &&
           word_is_any(list, i - 1, between, G_N_ELEMENTS(between));
}

/* "chefen Ewa och Pelle": after one name, the next. */
static bool follows_name(const words *list, size_t i, size_t name_stop)
{
    return i > 1 && name_stop == i - 1 && word_is(list, i - 1, "och") &&
           list->items[i].gap == GAP_SPACE && list->items[i - 1].gap == GAP_SPACE;
}

static verdict judge_listed(const words *list, size_t i, GHashTable *seen)
{
    const word *at = &list->items[i];
    bool is_pair = is_followed_by_name(list, i);
    bool is_announced = has_cue(list, i);
    if (!is_pair &&
        (is_of_law_or_saint(list, i) || is_told_to(list, i) || is_sung(list, i)))
        return no_name;
    if (is_place_here(list, i) && !is_pair && !is_announced)
        return no_name;
    if (!is_pair && !is_announced && is_one_of_two_words(list, i))
        return no_name;
    if (!(at->classes & WORD_WEAK_NAME) || is_pair || is_announced)
        return (verdict){ true, LYH_CONFIDENCE_HIGH, N_("on the list of names") };
    if (at->is_upper)
        return no_name;
    if (is_listed_behind_colon(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("a name that is a common word too, with a capital") };
    if (!words_is_initial(list, i) || is_followed_by_deed(list, i) || is_answer(list, i) ||
        is_named_behind(list, i) || (is_seen(list, i, seen) && goes_on_as_name(list, i)))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("a name that is a common word too, with a capital") };
    return no_name;
}

/* "J. Palmcrantz", "J Palmcrantz" */
static bool follows_initial(const words *list, size_t i)
{
    if (i == 0 || list->items[i].gap > GAP_OTHER || list->items[i].gap == GAP_COMMA ||
        list->items[i].gap == GAP_NONE)
        return false;
    const word *before = &list->items[i - 1];
    return before->is_upper && before->gap >= GAP_SPACE && before->gap != GAP_OTHER &&
           before->end - before->start == 1 && list->text[before->end] == '.' &&
           list->items[i].start == before->end + 2;
}

/* Every sentence begins with a capital: a name is what the dictionary does not know. */
static verdict judge_initial(const words *list, size_t i)
{
    const word *at = &list->items[i];
    bool is_plain = !at->classes && word_size(list, i) >= 4 && !begins_short(list, i) &&
                    !is_institution(list, i) && !said_begins(list, i);
    if (!is_plain || words_ask(list, i) != NOT_A_WORD || is_compound(list, i) ||
        !is_among_swedish(list, i))
        return no_name;
    return (verdict){ true, LYH_CONFIDENCE_LOW, why_unexplained };
}

/* "Evald, Knoppen, Greta": a name stands on its other side too. */
static bool is_one_of_three(const words *list, size_t i)
{
    size_t next = i + 1;
    if (next < list->count && list->items[next].gap == GAP_COMMA)
        return is_listed(&list->items[next]);
    return next + 1 < list->count && word_is(list, next, "och") &&
           is_listed(&list->items[next + 1]);
}

/* "Yvonne, Gudrun, Smilla": after a name and a comma the next. */
static bool is_in_row(const words *list, size_t i)
{
    return i > 0 && list->items[i].gap == GAP_COMMA && is_listed(&list->items[i - 1]) &&
           !(list->items[i - 1].classes & (WORD_WEAK_NAME | ANY_PLACE)) &&
           !begins_short(list, i) && !is_institution(list, i) &&
           (words_ask(list, i) != IS_A_WORD || is_one_of_three(list, i));
}

static verdict judge_unknown(const words *list, size_t i, size_t name_stop,
                             GHashTable *seen)
{
    if (is_sung(list, i) || word_is(list, i, "sankta") || word_is(list, i, "sankt"))
        return no_name;
    if (word_ends_in(list, i, "sson") || word_ends_in(list, i, "ssons"))
        return (verdict){ true, LYH_CONFIDENCE_HIGH, N_("the ending of a family name") };
    if (is_named_behind(list, i) || is_signature(list, i) || is_in_row(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("a word with a capital where a name is expected") };
    if (g_hash_table_size(seen) > 0 && is_seen(list, i, seen) &&
        (!words_is_initial(list, i) || goes_on_as_name(list, i)))
        return (verdict){ true, LYH_CONFIDENCE_HIGH,
                          N_("part of a name elsewhere in the text") };
    if (follows_initial(list, i) && words_ask(list, i) != IS_A_WORD)
        return (verdict){ true, LYH_CONFIDENCE_HIGH,
                          N_("a word with a capital where a name is expected") };
    if (words_is_initial(list, i) && has_family_ending(list, i) &&
        is_followed_by_deed(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW, N_("the ending of a family name") };
    if (words_is_initial(list, i))
        return judge_initial(list, i);
    if (has_cue(list, i) || follows_name(list, i, name_stop))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("a word with a capital where a name is expected") };
    if (has_family_ending(list, i) && !(i > 0 && (list->items[i - 1].classes & CUE_PLACE)))
        return (verdict){ true, LYH_CONFIDENCE_LOW, N_("the ending of a family name") };
    /* Swedish writes capitals inside a sentence for names alone */
    if (is_in_running_text(list, i) && !begins_short(list, i) && !is_institution(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW, why_unexplained };
    return no_name;
}

/* "min syster anna": written small, a name needs the word that announces it, or a dictionary
 * that knows no such word. */
static verdict judge_small(const words *list, size_t i)
{
    enum { SHORTEST = 4 };
    const word *at = &list->items[i];
    bool is_given = (at->classes & WORD_GIVEN) && at->end - at->start >= 3 && at->is_bare;
    if (!is_given || (at->classes & WORD_WEAK_NAME && !is_greeted(list, i)))
        return no_name;
    bool is_announced = has_cue(list, i) || is_presented(list, i) || is_greeted(list, i) ||
                        is_all_of_answer(list, i);
    if (!is_announced &&
        (word_size(list, i) < SHORTEST || at->gap == GAP_NONE || at->gap == GAP_OTHER ||
         words_ask(list, i) != NOT_A_WORD || !is_among_swedish(list, i)))
        return no_name;
    return (verdict){ true, LYH_CONFIDENCE_LOW, N_("on the list of names") };
}

static bool is_in_one_line(const words *list, size_t first, size_t last)
{
    return !memchr(list->text + list->items[first].start, '\n',
                   list->items[last].end - list->items[first].start);
}

/* "Suzan, Abdirahman, Li och en till", "Hoffmann, Ristic, El-Amin, nån Birger": one of three or more
 * capitals in a row, one of which a list has. */
static bool is_in_long_row(const words *list, size_t i)
{
    enum { FEWEST = 3, MOST = 8 };
    size_t first = i, last = i, listed = 0;
    const word *all = list->items;
    while (first > 0 && i - first < MOST && all[first].gap == GAP_COMMA &&
           all[first - 1].is_capital && !all[first - 1].is_upper &&
           !(all[first - 1].classes & (WORD_KNOWN | ANY_PLACE)))
        listed += is_listed(&all[--first]);
    while (last + 1 < list->count && last - i < MOST && all[last + 1].gap == GAP_COMMA &&
           all[last + 1].is_capital && !all[last + 1].is_upper &&
           !(all[last + 1].classes & (WORD_KNOWN | ANY_PLACE)))
        listed += is_listed(&all[++last]);
    bool has_before = first < i && last - first + 1 >= FEWEST;
    return has_before && listed > 0 && is_in_one_line(list, first, last) &&
           words_ask(list, i) != IS_A_WORD;
}

/* "Ola och Ha, hon är från": two letters, behind a name or what announces one. */
static bool is_short_name(const words *list, size_t i, size_t name_stop)
{
    const word *at = &list->items[i];
    return word_size(list, i) == 2 && !at->is_upper && !at->classes && !at->has_digit &&
           at->gap == GAP_SPACE && (follows_name(list, i, name_stop) || has_cue(list, i));
}

static verdict judge(const words *list, size_t i, size_t name_stop, GHashTable *seen)
{
    const word *at = &list->items[i];
    if (at->classes & WORD_STUDY && (at->is_capital || at->classes & WORD_LOWER))
        return (verdict){ true, LYH_CONFIDENCE_HIGH, N_("on the study's own list") };
    if (!at->is_capital && has_small_particle(list, i))
        return (verdict){ true, LYH_CONFIDENCE_HIGH,
                          N_("a particle of names, and a name") };
    if (!at->is_capital && i > 0 && (at[-1].classes & CUE_NAME) &&
        !(at->classes & WORD_GIVEN) && is_titled_small(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("written small where a name is expected") };
    if (!at->is_capital)
        return at->classes & WORD_GIVEN ? judge_small(list, i) : no_name;
    if (is_two_initials(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW, N_("two initials with a hyphen") };
    if (at->is_upper && word_size(list, i) <= 2 && is_signature(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW, N_("the letter somebody signs with") };
    if (is_short_name(list, i, name_stop))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("a word with a capital where a name is expected") };
    bool may_be_in_row = at->gap == GAP_COMMA && !at->is_upper && !at->has_digit &&
                         !(at->classes & (WORD_KNOWN | ANY_PLACE | WORD_MONTH));
    if (may_be_in_row && at[-1].is_capital && is_in_long_row(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("a word with a capital where a name is expected") };
    if (is_listed(at))
        return judge_listed(list, i, seen);
    if (is_known_and_named(list, i))
        return (verdict){ true, LYH_CONFIDENCE_LOW,
                          N_("a word with a capital where a name is expected") };
    return is_unknown(list, i) ? judge_unknown(list, i, name_stop, seen) : no_name;
}

static void remember(const words *list, size_t from, size_t to, GHashTable *seen)
{
    for (size_t i = from; i < to; i++)
        if (list->items[i].is_capital && word_size(list, i) > 1) {
            g_hash_table_add(seen, GUINT_TO_POINTER(key_of(list, i, false)));
            if (!list->items[i].is_bare)
                g_hash_table_add(seen, GUINT_TO_POINTER(key_of(list, i, true)));
        }
}

/* First what is sure of itself, then (with @findings) everything, helped by what was seen. */
static void pass(const words *list, GHashTable *seen, GArray *findings)
{
    size_t stop = 0;
    for (size_t i = 0; i < list->count;) {
        verdict found = judge(list, i, stop, seen);
        if (!found.is_name) {
            i++;
            continue;
        }
        size_t end;
        stop = name_end(list, i, &end);
        if (list->items[i].span > 1 && list->items[i].classes & WORD_STUDY)
            end = MAX(end, list->items[i + list->items[i].span - 1u].end);
        if (findings)
            add_finding(findings, list->items[name_start(list, i)].start, end,
                        LYH_FINDING_NAME, found.confidence, found.why);
        else if (found.why != why_unexplained)
            remember(list, name_start(list, i), stop, seen);
        i = stop;
    }
}

void find_names(const words *list, GArray *findings)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    pass(list, seen, NULL);
    pass(list, seen, findings);
}
