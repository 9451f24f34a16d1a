#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../capitals.h"
#include "../said.h"

/* People answer with a word or two: "Överlida.", "Borgstena plåt.", "Vuxenenheten, Sturegatan."
 * Nothing stands before such a word that would tell what it is; that it is all of what is said does. */

enum { NEAR = 12 };

static bool is_at_line_start(const words *list, size_t i)
{
    return i == 0 || memchr(list->text + list->items[i - 1].end, '\n',
                            list->items[i].start - list->items[i - 1].end);
}

/* Behind a speaker's mark, or behind a sentence in the same line: not a heading, nor a table's cell. */
static bool is_spoken(const words *list, size_t i)
{
    if (i == 0 || !words_is_initial(list, i))
        return false;
    if (list->items[i].gap == GAP_COLON)
        return is_at_line_start(list, i - 1);
    return !is_at_line_start(list, i);
}

static bool is_closed(const words *list, size_t next)
{
    return next >= list->count || list->items[next].gap == GAP_COMMA ||
           list->items[next].gap >= GAP_COLON;
}

/* "Ojojoj.", "Stackarn.": a cry, and a word as it is spoken. */
static bool is_cry_or_spoken(const words *list, size_t i)
{
    const char *text = list->text + list->items[i].start;
    size_t size = word_size(list, i);
    char folded[WORD_MOST];
    if (size > 5 && g_ascii_strncasecmp(text, text + 2, 2) == 0)
        return true;
    if (size + 2 > WORD_MOST || !word_ends_in(list, i, "arn"))
        return false;
    word_fold(text, size, folded, &size);
    memcpy(folded + size - 1, "en", 2);
    return words_ask_spelling(list, folded, size + 1) == IS_A_WORD;
}

/* "Zzzt." is a sound. */
static bool has_vowel(const words *list, size_t i)
{
    for (size_t at = list->items[i].start; at < list->items[i].end; at++)
        if (strchr("aeiouyAEIOUY\xc3", list->text[at]))
            return true;
    return false;
}

/* Was it asked who, where or what it is called just before? */
static bool is_asked(const words *list, size_t i)
{
    static const char *const asking[] = { "var",   "vart",  "vem",   "vilken",   "vilket",
                                          "vilka", "heter", "hette", "varifrån", "jobbar" };
    size_t k = i - 1;
    if (list->items[i].gap == GAP_COLON && k > 0)
        k--; /* the speaker's mark */
    size_t end = list->items[k].end;
    if (end >= list->size || list->text[end] != '?')
        return false;
    for (uint32_t sentence = list->items[k].sentence;
         list->items[k].sentence == sentence && i - k < NEAR; k--) {
        if (word_is_any(list, k, asking, G_N_ELEMENTS(asking)))
            return true;
        if (k == 0)
            break;
    }
    return false;
}

/* "Jag är från Svenljunga egentligen. Överlida.": a place in the sentence before. */
static bool is_behind_place(const words *list, size_t i)
{
    enum { PLACES = WORD_PLACE | WORD_MUNICIPALITY | WORD_REGION };
    for (size_t k = 1; k <= NEAR && k <= i; k++) {
        if (list->items[i].sentence - list->items[i - k].sentence > 1)
            return false;
        if (list->items[i - k].is_capital && list->items[i - k].classes & PLACES &&
            !(list->items[i - k].classes & (WORD_GIVEN | WORD_FAMILY)))
            return true;
    }
    return false;
}

/* Överlida, Borgstena: made of two words as places are, and no thing: kontoret, hemtjänsten. */
static bool is_like_a_place(const words *list, size_t i)
{
    enum { LONGEST = 13 };
    static const char *const things[] = { "en",  "et",  "arna", "erna", "orna", "er",
                                          "ar",  "or",  "ning", "het",  "are",  "isk",
                                          "igt", "ig",  "else", "an",   "ande", "t",
                                          "ad",  "ade", "st",   "dag" };
    return word_size(list, i) <= LONGEST && is_compound(list, i) &&
           !word_ends_in_any(list, i, things, G_N_ELEMENTS(things));
}

static bool is_plain(const words *list, size_t i)
{
    enum { SHORTEST = 4 };
    const word *at = &list->items[i];
    return at->is_capital && !at->is_upper && !at->has_digit &&
           !(at->classes & ~(word_classes)(WORD_FIRST | WORD_LOWER)) &&
           word_size(list, i) >= SHORTEST && !begins_short(list, i) &&
           !is_institution(list, i) && !said_begins(list, i) &&
           g_ascii_strncasecmp(list->text + at->start, "tjugo", 5) != 0; /* a year */
}

/* Vuxenenheten, Ätstörningsteamet: a unit by what it does. */
static bool is_unit(const words *list, size_t i)
{
    static const char *const endings[] = { "enheten",      "teamet",   "gruppen",
                                           "mottagningen", "kliniken", "sektionen" };
    return list->items[i].is_capital &&
           word_ends_in_any_after(list, i, 4, endings, G_N_ELEMENTS(endings));
}

static void add(const words *list, size_t first, size_t last, lyh_finding_kind kind,
                const char *why, GArray *findings)
{
    add_finding(findings, list->items[first].start, list->items[last].end, kind,
                LYH_CONFIDENCE_LOW, why);
}

/* "Borgstena plåt." */
static bool is_firms_trade(const words *list, size_t i)
{
    static const char *const trades[] = { "plåt",  "bygg", "el",    "rör",    "måleri",
                                          "svets", "bil",  "frakt", "schakt", "städ",
                                          "data",  "golv", "tak",   "kakel",  "glas" };
    return i < list->count && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i, trades, G_N_ELEMENTS(trades));
}

/* Behind a Swedish sentence, or a speaker's mark and before one: no row of references. */
static bool is_in_talk(const words *list, size_t i)
{
    if (list->items[i - 1].is_number)
        return false;
    return is_among_swedish(list, i - 1) ||
           (list->items[i].gap == GAP_COLON && i + 2 < list->count &&
            (is_among_swedish(list, i + 1) || is_among_swedish(list, i + 2)));
}

/* "Elrullen.": a thing, as it is spoken. */
static bool is_definite(const words *list, size_t i)
{
    enum { LONG = 7 };
    static const char *const endings[] = { "en", "et", "arna", "erna", "orna" };
    return word_size(list, i) >= LONG &&
           word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings));
}

static void find_fragment(const words *list, size_t i, GArray *findings)
{
    bool has_trade = is_firms_trade(list, i + 1);
    if (!is_closed(list, i + 1 + has_trade) || !is_spoken(list, i))
        return;
    if (!has_trade && is_unit(list, i)) {
        add(list, i, i, LYH_FINDING_WORKPLACE, N_("the name of a unit"), findings);
        return;
    }
    if (!is_plain(list, i) || is_cry_or_spoken(list, i))
        return;
    bool is_asked_for = is_asked(list, i);
    bool is_made = is_like_a_place(list, i);
    bool is_unknown =
        words_ask(list, i) == NOT_A_WORD && (is_made || !is_compound(list, i));
    bool is_where =
        (is_asked_for || has_trade || is_behind_place(list, i)) && (is_unknown || is_made);
    if (!is_where &&
        !(is_unknown && has_vowel(list, i) && !is_definite(list, i) && is_in_talk(list, i)))
        return;
    add(list, i, i + has_trade,
        has_trade  ? LYH_FINDING_WORKPLACE
        : is_where ? LYH_FINDING_PLACE
                   : LYH_FINDING_NAME,
        N_("all of what is said, and no word of Swedish"), findings);
}

/* "BP Plåtteknik": letters and a capital begin what somebody answers. */
static void find_lettered_firm(const words *list, size_t i, GArray *findings)
{
    enum { LETTERS = 4 };
    size_t next = i + 1;
    const word *at = &list->items[i];
    if (word_size(list, i) > LETTERS || word_size(list, i) < 2 || at->has_digit ||
        !g_ascii_isalpha(list->text[at->start]) || at->classes ||
        !is_capital_here(list, next) || list->items[next].is_upper ||
        list->items[next].has_digit || word_size(list, next) < 4 || at->gap == GAP_OTHER ||
        !is_among_swedish(list, next))
        return;
    add(list, i, next, LYH_FINDING_WORKPLACE, N_("the name of a company"), findings);
}

/* "NUS, ortopeden, och sen": letters that begin what is said, and are all of it. */
static void find_letters_alone(const words *list, size_t i, GArray *findings)
{
    enum { FEWEST = 3, MOST = 5 };
    const word *at = &list->items[i];
    if (at->classes || at->has_digit || word_size(list, i) < FEWEST ||
        word_size(list, i) > MOST || at->gap == GAP_COLON ||
        memchr(list->text + at->start, '-', word_size(list, i)) ||
        !is_closed(list, i + 1) || !is_spoken(list, i) || words_ask(list, i) == IS_A_WORD ||
        !(is_among_swedish(list, i) || is_among_swedish(list, i - 1)))
        return;
    add(list, i, i, LYH_FINDING_WORKPLACE, N_("letters where somebody works or is"),
        findings);
}

/* "på IPS-teamet": letters nobody explained, and a unit. */
static void find_lettered_unit(const words *list, size_t i, GArray *findings)
{
    static const char *const endings[] = { "-teamet",       "-enheten",  "-gruppen",
                                           "-mottagningen", "-kliniken", "-centrum",
                                           "-avdelningen" };
    if (!begins_short(list, i) || i == 0 || list->items[i].gap != GAP_SPACE ||
        !word_ends_in_any(list, i, endings, G_N_ELEMENTS(endings)))
        return;
    add(list, i, i, LYH_FINDING_WORKPLACE, N_("the name of a unit"), findings);
}

void find_fragment_at(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    if (at->is_upper) {
        find_lettered_firm(list, i, findings);
        find_letters_alone(list, i, findings);
    } else if (at->gap >= GAP_COLON)
        find_fragment(list, i, findings);
    else if (at->has_hyphen)
        find_lettered_unit(list, i, findings);
}
