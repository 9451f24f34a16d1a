#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../capitals.h"
#include "../name_signs.h"
#include "../place_endings.h"

/* How far back a message begins at most. */
enum { MESSAGE = 24 };

/* A text of which so many sentences, and one in so many, begin small was typed without capitals. */
enum { FEWEST = 4, ONE_IN = 4 };

/* Which words stand in a sentence that begins small, in a text where that is the rule. */
typedef struct manner {
    const words *list;
    bool *is_small; /* by sentence */
    uint32_t first; /* the first sentence */
} manner;

/* The word that says how the sentence of @i begins: behind a speaker's mark and the hour; or the end. */
static size_t beginning(const words *list, size_t i)
{
    size_t at = i;
    while (at < list->count && list->items[at].sentence == list->items[i].sentence) {
        const word *here = &list->items[at];
        bool is_mark = here->end < list->size && list->text[here->end] == ':' &&
                       here->gap >= GAP_OTHER;
        if (!is_mark && !here->is_number && !here->has_digit)
            return at;
        at++;
    }
    return list->count;
}

/* A sentence that begins a line may go on from the one before; one behind a point or a speaker's mark
 * shows how its writer begins sentences. */
static bool is_telling(const words *list, size_t i, size_t at)
{
    if (i == 0 || at != i)
        return at != i;
    size_t end = list->items[i - 1].end;
    return !memchr(list->text + end, '\n', list->items[i].start - end);
}

/* Notes how each sentence begins; false when the text is written as most are. */
static bool note_manner(manner *how)
{
    const words *list = how->list;
    size_t small = 0, all = 0;
    for (size_t i = 0; i < list->count; i++) {
        bool is_begun = i > 0 && list->items[i].sentence == list->items[i - 1].sentence;
        if (is_begun)
            continue;
        size_t at = beginning(list, i);
        if (at == list->count)
            continue;
        bool is_small = !list->items[at].is_capital;
        how->is_small[list->items[i].sentence - how->first] = is_small;
        if (is_telling(list, i, at))
            small += is_small, all++;
    }
    return small >= FEWEST && small * ONE_IN >= all;
}

static bool is_typed_small(const manner *how, size_t i)
{
    return how->is_small && how->is_small[how->list->items[i].sentence - how->first];
}

/* Where a message that begins small goes on: behind a quotation mark or a colon, as far as its
 * sentence. A speaker's mark begins none, for who speaks begins small now and then. */
static bool is_in_message(const manner *how, size_t i, size_t *until)
{
    const words *list = how->list;
    const word *at = &list->items[i];
    if (at->gap <= GAP_COMMA)
        return i < *until;
    bool is_quoted = at->start > 0 && list->text[at->start - 1] == '"';
    bool is_said = at->gap == GAP_COLON && i > 0 &&
                   !(words_is_initial(list, i - 1) && list->items[i - 1].is_capital);
    bool is_over = i > 0 && list->text[list->items[i - 1].end] == '"';
    if (is_quoted || is_said)
        *until = at->is_capital || at->is_number ? 0 : i + MESSAGE;
    else if (at->gap == GAP_BREAK || is_over)
        *until = 0;
    return i < *until;
}

/* A small word that no list and no dictionary explains, among words of Swedish. */
static bool is_unexplained(const words *list, size_t i)
{
    enum { SHORTEST = 5 };
    const word *at = &list->items[i];
    bool is_half = at->end < list->size && list->text[at->end] == '-'; /* "hälso- och" */
    return !at->has_digit && !is_half &&
           !(at->classes & ~(word_classes)(WORD_FIRST | WORD_FAMILY)) &&
           word_size(list, i) >= SHORTEST && words_ask(list, i) == NOT_A_WORD &&
           (has_place_ending(list, i) || !is_compound(list, i)) &&
           is_among_swedish(list, i);
}

static void add_small(const words *list, size_t i, lyh_finding_kind kind, GArray *findings)
{
    const char *why =
        kind == LYH_FINDING_NAME        ? N_("written small where a name is expected")
        : kind == LYH_FINDING_WORKPLACE ? N_("the name of a unit, written small")
        : kind == LYH_FINDING_ADDRESS   ? N_("the name of a street")
                                        : N_("the name of a place, written small");
    add_finding(findings, list->items[i].start,
                list->items[i + list->items[i].span - 1u].end, kind, LYH_CONFIDENCE_LOW,
                why);
}

/* "på eriksgatan" */
static bool is_street(const words *list, size_t i)
{
    static const char *const endings[] = { "gatan", "vägen", "gränden", "stigen",
                                           "torget" };
    static const char *const roads[] = { "motorvägen", "landsvägen",   "gångvägen",
                                         "cykelvägen", "huvudgatan",   "tvärgatan",
                                         "utvägen",    "trottoargatan" };
    return word_ends_in_any_after(list, i, 4, endings, G_N_ELEMENTS(endings)) &&
           !word_is_any(list, i, roads, G_N_ELEMENTS(roads));
}

/* "vi kommer till fredriksskans", "i rosengård", "på eriksgatan": behind a preposition. */
static void find_place(const words *list, size_t i, GArray *findings)
{
    static const char *const before[] = {
        "till", "i", "på", "vid", "från", "mot", "förbi"
    };
    enum { SHORTEST = 5, LISTED = WORD_PLACE | WORD_MUNICIPALITY };
    const word *at = &list->items[i];
    if (at->gap != GAP_SPACE || !word_is_any(list, i - 1, before, G_N_ELEMENTS(before)))
        return;
    if (is_street(list, i))
        add_small(list, i, LYH_FINDING_ADDRESS, findings);
    else if ((at->classes & LISTED && at->is_bare && word_size(list, i) >= SHORTEST) ||
             is_unexplained(list, i))
        add_small(list, i, LYH_FINDING_PLACE, findings);
    else if (at->classes & WORD_EMPLOYER && at->is_bare &&
             (at->span > 1 || words_ask(list, i) == NOT_A_WORD))
        add_small(list, i, LYH_FINDING_WORKPLACE, findings);
}

/* "ja har tuva å hedda": one given name beside another. */
static bool is_beside_given(const words *list, size_t i)
{
    static const char *const joints[] = { "och", "å", "o" };
    size_t next = i + 2, before = i - 2;
    bool has_next = next < list->count && list->items[i + 1].gap == GAP_SPACE &&
                    word_is_any(list, i + 1, joints, G_N_ELEMENTS(joints));
    bool has_before = i > 2 && list->items[i].gap == GAP_SPACE &&
                      word_is_any(list, i - 1, joints, G_N_ELEMENTS(joints));
    return (has_next && list->items[next].classes & WORD_GIVEN &&
            list->items[next].is_bare && words_ask(list, next) == NOT_A_WORD) ||
           (has_before && list->items[before].classes & WORD_GIVEN &&
            list->items[before].is_bare && words_ask(list, before) == NOT_A_WORD);
}

/* "min katt sushi", "vår hund kexet.": what stands behind an animal and ends the clause. */
static bool is_of_animal(const words *list, size_t i)
{
    static const char *const animals[] = { "katt", "katten", "hund", "hunden", "kanin",
                                           "häst", "hästen", "valp", "valpen", "marsvin" };
    static const char *const owners[] = { "min", "vår", "mitt", "hans", "hennes" };
    return i > 1 && list->items[i].gap == GAP_SPACE && !list->items[i].classes &&
           (i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA) &&
           word_is_any(list, i - 1, animals, G_N_ELEMENTS(animals)) &&
           word_is_any(list, i - 2, owners, G_N_ELEMENTS(owners));
}

/* "hunden heter bamse.", "hon heter någe": somebody's name ends the clause; "det heter" tells of things. */
static bool is_what_somebody_is_called(const words *list, size_t i)
{
    static const char *const calls[] = { "heter", "hette", "kallas", "kallades" };
    static const char *const bearers[] = { "jag",    "hon",    "han",    "hen",
                                           "ho",     "katten", "hunden", "hästen",
                                           "märren", "valpen", "kaninen" };
    static const char *const others[] = { "så",    "det",      "inte",  "vad", "ju",
                                          "också", "likadant", "samma", "nåt" };
    const word *at = &list->items[i];
    return i > 1 && at->gap == GAP_SPACE && list->items[i - 1].gap == GAP_SPACE &&
           !at->classes && !at->has_digit &&
           (i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA) &&
           word_is_any(list, i - 1, calls, G_N_ELEMENTS(calls)) &&
           word_is_any(list, i - 2, bearers, G_N_ELEMENTS(bearers)) &&
           !word_is_any(list, i, others, G_N_ELEMENTS(others));
}

/* "sa lollan att", "hos kim", "mest kim på", "jögge kom inte": who says, or is met. */
static void find_person(const words *list, size_t i, GArray *findings)
{
    enum { SHORTEST = 3 };
    static const char *const before[] = { "sa",     "säger",    "frågade", "fråga",
                                          "ring",   "hos",      "med",     "åt",
                                          "ringde", "hälsa",    "hej",     "tack",
                                          "träffa", "träffade", "ringa",   "heter" };
    const word *at = &list->items[i];
    bool is_given =
        (at->classes & WORD_GIVEN) && at->is_bare && word_size(list, i) >= SHORTEST;
    bool is_things = i > 1 && word_is(list, i - 2, "det"); /* "det heter habersätt" */
    bool has_before = at->gap == GAP_SPACE &&
                      !(is_things && word_is(list, i - 1, "heter")) &&
                      word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
    if ((is_given && is_beside_given(list, i)) || is_of_animal(list, i) ||
        is_what_somebody_is_called(list, i)) {
        add_small(list, i, LYH_FINDING_NAME, findings);
        return;
    }
    if (!(has_before || is_given || words_is_initial(list, i)))
        return;
    static const char *const meeting[] = { "hos", "ring", "ringa", "hälsa",
                                           "åt",  "hej",  "heter" };
    bool is_met = has_before && word_is_any(list, i - 1, meeting, G_N_ELEMENTS(meeting));
    bool is_told =
        i + 1 < list->count && word_is(list, i + 1, "du"); /* "kevve du är bäst" */
    bool is_doing = at->gap >= GAP_COMMA && (is_told || is_followed_by_deed(list, i));
    if ((is_given && (is_met || is_doing || words_ask(list, i) == NOT_A_WORD)) ||
        ((has_before || is_doing) && is_unexplained(list, i)))
        add_small(list, i, LYH_FINDING_NAME, findings);
}

/* "ring svenne", "körde mig till hjärtis": outside messages too, what only a name or a unit can be. */
static void find_spoken(const words *list, size_t i, GArray *findings)
{
    static const char *const asking[] = { "ring", "fråga", "hälsa", "hej", "tack" };
    static const char *const at[] = { "på", "till", "från" };
    bool is_person = word_is_any(list, i - 1, asking, G_N_ELEMENTS(asking));
    bool is_unit = !is_person && word_ends_in(list, i, "is") &&
                   word_is_any(list, i - 1, at, G_N_ELEMENTS(at));
    if (!(is_person || is_unit) || !is_unexplained(list, i))
        return;
    add_small(list, i, is_person ? LYH_FINDING_NAME : LYH_FINDING_WORKPLACE, findings);
}

/* "ankaret heter det": what a house is called. */
static void find_called(const words *list, size_t i, GArray *findings)
{
    enum { SHORTEST = 5 };
    static const char *const endings[] = { "et", "en", "an", "na", "t" };
    if (i + 2 >= list->count || !word_is(list, i + 2, "det") ||
        !(word_is(list, i + 1, "heter") || word_is(list, i + 1, "hette")) ||
        list->items[i + 1].gap != GAP_SPACE || list->items[i + 2].gap != GAP_SPACE ||
        word_size(list, i) < SHORTEST || list->items[i].classes ||
        !word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings)))
        return;
    add_small(list, i, LYH_FINDING_WORKPLACE, findings);
}

/* "heter jag ell1e.k på snap": letters and figures in one, where somebody is to be found. */
static void find_handle(const words *list, size_t i, GArray *findings)
{
    enum { NEAR = 3 };
    static const char *const nets[] = { "snap",   "snapchat", "insta",     "instagram",
                                        "tiktok", "discord",  "messenger", "kik",
                                        "signal", "telegram", "facebook",  "fb",
                                        "twitch", "roblox",   "steam" };
    bool is_there = false;
    for (size_t k = i + 1; k < list->count && k <= i + NEAR; k++)
        is_there = is_there || (word_is(list, k - 1, "på") &&
                                word_is_any(list, k, nets, G_N_ELEMENTS(nets)));
    size_t end = list->items[i].end; /* "storm.vera" */
    bool is_dotted = i + 1 < list->count && list->text[end] == '.' &&
                     list->items[i + 1].start == end + 1;
    if (!list->items[i].has_digit && !is_dotted)
        return;
    bool is_said = i > 1 && word_is(list, i - 1, "jag") &&
                   (word_is(list, i - 2, "heter") || word_is(list, i - 2, "är"));
    if (is_there || is_said)
        add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_HANDLE,
                    LYH_CONFIDENCE_LOW, N_("the form of a user name"));
}

/* Most words are done with their own last letter and the first of the one before. */
static bool may_be_spoken(const words *list, size_t i)
{
    enum { SHORTEST = 5 };
    char first = list->text[list->items[i - 1].start];
    char last = list->text[list->items[i].end - 1];
    return list->items[i].end - list->items[i].start >= SHORTEST &&
           (last == 's' ? first == 'p' || first == 't' || first == 'f' || first == 'r'
                        : first == 'r' || first == 'h' || first == 'f' || first == 't') &&
           list->items[i - 1].end - list->items[i - 1].start <= SHORTEST;
}

static void find_in_sentences(const manner *how, GArray *findings)
{
    const words *list = how->list;
    size_t until = 0;
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        bool is_inside = at->gap <= GAP_COMMA && until == 0; /* as most words are */
        bool is_message = (!is_inside && is_in_message(how, i, &until)) ||
                          (how->is_small && is_typed_small(how, i));
        if (i == 0 || at->is_capital || at->is_number)
            continue;
        if (at->has_digit || word_is(list, i - 1, "jag"))
            find_handle(list, i, findings);
        if (is_message) {
            find_place(list, i, findings);
            find_person(list, i, findings);
            find_called(list, i, findings);
        }
        if (!at->classes && at->gap == GAP_SPACE && may_be_spoken(list, i))
            find_spoken(list, i, findings);
    }
}

void find_small(const words *list, GArray *findings)
{
    if (list->count == 0)
        return;
    manner how = { .list = list, .first = list->items[0].sentence };
    g_autofree bool *is_small =
        g_new0(bool, list->items[list->count - 1].sentence - how.first + 1);
    how.is_small = is_small;
    if (!note_manner(&how))
        how.is_small = NULL;
    find_in_sentences(&how, findings);
}
