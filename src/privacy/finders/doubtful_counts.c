#include "doubtful_counts.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../called.h"
#include "../said.h"
#include "../shape.h"

/* Below it a number is anybody's; from it on it may be an age, a day, a house. */
enum { LEAST = 13 };

bool may_be_doubtful_count(const words *list, size_t i)
{
    const word *at = &list->items[i];
    const char *end = list->text + at->end;
    bool is_an = at->end - at->start > 3 && end[-1] == 'n' && end[-2] == 'a';
    return at->is_number || at->classes & (WORD_ORDINAL | WORD_FEAST | WORD_SEASON) ||
           said_begins(list, i) || (is_an && is_called_by_number(list, i));
}

/* "tjugo minuter", "femton frågor", "35 år": what is counted stands behind. */
static bool is_count_of(const words *list, size_t next)
{
    static const char *const things[] = { "år",   "minus",  "procent", "mil",  "grader",
                                          "min",  "h",      "kilo",    "kg",   "meter",
                                          "barn", "plus",   "pers",    "över", "gånger",
                                          "års",  "stycken" };
    static const char *const plurals[] = { "ar", "er", "or", "en", "ningar", "tal" };
    enum { BEFORE = 2 };
    return next < list->count && list->items[next].gap == GAP_SPACE &&
           !list->items[next].is_capital &&
           (word_is_any(list, next, things, G_N_ELEMENTS(things)) ||
            word_ends_in_any_after(list, next, BEFORE, plurals, G_N_ELEMENTS(plurals)));
}

/* A hundred, three thousand: said of what nobody has counted. */
static bool is_round(unsigned long value)
{
    return value % 1000 == 0 || (value < 1000 && value % 100 == 0);
}

/* "kronor", "kroner", "spänn" */
static bool is_currency(const words *list, size_t i)
{
    return i < list->count && list->items[i].gap <= GAP_SPACE &&
           (list->items[i].classes & WORD_CURRENCY || word_is(list, i, "kroner"));
}

/* --- days --- */

/* "den andra" is mostly the other one. */
static bool is_early_ordinal(const words *list, size_t i)
{
    static const char *const early[] = { "första", "förste", "andra", "andre",
                                         "tredje", "sista",  "siste" };
    return word_is_any(list, i, early, G_N_ELEMENTS(early));
}

/* "den fjärde gången", "det femte mötet" */
static bool is_before_noun(const words *list, size_t next)
{
    enum { SHORTEST = 4 };
    static const char *const definite[] = { "en", "et", "an", "na", "rn", "ln" };
    return next < list->count && list->items[next].gap == GAP_SPACE &&
           !list->items[next].is_capital &&
           word_ends_in_any_after(list, next, SHORTEST - 2, definite,
                                  G_N_ELEMENTS(definite));
}

/* "före den första", "senast den andra.": by when. */
static bool is_term(const words *list, size_t i)
{
    static const char *const before[] = {
        "före", "innan", "efter", "till", "från", "senast"
    };
    return i > 1 && word_is_any(list, i - 2, before, G_N_ELEMENTS(before)) &&
           (i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA);
}

/* "kom det den tjugosjätte i stället" */
static const char *doubt_about_day(const words *list, size_t i, size_t *first)
{
    enum { LATE = 9 }; /* bytes: trettonde, and no fjärde */
    bool has_den = i > 0 && list->items[i].gap == GAP_SPACE &&
                   (word_is(list, i - 1, "den") || word_is(list, i - 1, "d"));
    if ((is_early_ordinal(list, i) && !(has_den && is_term(list, i))) ||
        !(has_den || word_size(list, i) >= LATE) || is_before_noun(list, i + 1))
        return NULL;
    *first = has_den ? i - 1 : i;
    return N_("it may be a day, said without its month");
}

/* --- numbers in words --- */

static const char *doubt_about_said(const words *list, size_t i, size_t *next)
{
    static const char *const clocks[] = { "klockan", "klocka", "kl", "halv" };
    said_number number;
    if (!said_read(list, i, &number))
        return NULL;
    *next = number.next;
    if (i > 0 && word_is_any(list, i - 1, clocks, G_N_ELEMENTS(clocks)))
        return NULL;
    if (number.value < 2 || is_round(number.value))
        return NULL;
    if (is_currency(list, number.next)) {
        *next = number.next + 1;
        return N_("a small sum of money, told exactly");
    }
    return number.value >= LEAST && !is_count_of(list, number.next)
               ? N_("a number that nothing around explains")
               : NULL;
}

/* --- numbers in figures --- */

/* Figures with one sign or space between: "58-114 203", "16:09", "6,5". */
static size_t run_end(const words *list, size_t i)
{
    size_t next = i + 1;
    while (next < list->count && list->items[next].is_number &&
           list->items[next].start <= list->items[next - 1].end + 1 &&
           list->text[list->items[next - 1].end] != '\n')
        next++;
    return next;
}

static bool has_sign(const words *list, size_t i, size_t next, char sign)
{
    for (size_t k = i; k + 1 < next; k++)
        if (list->text[list->items[k].end] == sign)
            return true;
    return false;
}

/* " 17.  A point of a list": only white space stands before it on its line. */
static bool is_point_of_list(const words *list, size_t start, size_t end)
{
    size_t at = start;
    while (at > 0 && list->text[at - 1] == ' ')
        at--;
    return (at == 0 || list->text[at - 1] == '\n') && end < list->size &&
           (list->text[end] == '.' || list->text[end] == ')');
}

/* "i 40-årsåldern", "en 50-tallapp": half of a word. */
static bool is_half_a_word(const words *list, size_t end)
{
    return end + 1 < list->size && list->text[end] == '-' &&
           !g_ascii_isspace(list->text[end + 1]) && !g_ascii_isdigit(list->text[end + 1]);
}

/* A time of day or a mark of the recording, a decimal, a share, a line of a list. */
static bool is_of_measure(const words *list, size_t i, size_t next)
{
    size_t start = list->items[i].start, end = list->items[next - 1].end;
    char before = start > 0 ? list->text[start - 1] : '\n';
    bool is_behind_share = start > 1 && before == ' ' && list->text[start - 2] == '%';
    char behind = end < list->size ? list->text[end] : '\n';
    size_t percent = end + shape_space(list->text, list->size, end);
    bool is_percent = percent < list->size && list->text[percent] == '%';
    return has_sign(list, i, next, ':') || has_sign(list, i, next, ',') ||
           has_sign(list, i, next, '.') || before == '[' || before == '#' ||
           before == '\n' || behind == ':' || behind == ']' || is_percent ||
           is_behind_share || is_point_of_list(list, start, end) ||
           is_half_a_word(list, end);
}

/* "Revisor 1", "fråga 4", "klockan 16": what is counted stands before it. Behind any word that begins a sentence a
 * number is one of a list only while it is small: "Kontot 12345" is none. */
static bool is_of_list(const words *list, size_t i, size_t next)
{
    enum { MOST_DIGITS = 2 };
    static const char *const before[] = {
        "fråga", "figur", "tabell", "bilaga", "sida", "sid", "kap",    "kapitel",
        "steg",  "nivå",  "grupp",  "del",    "nr",   "kl",  "nummer", "klockan",
        "punkt", "år",    "året",   "vecka",  "ip",   "int", "s",      "intervju"
    };
    return i > 0 && list->items[i].gap <= GAP_SPACE &&
           (word_is_any(list, i - 1, before, G_N_ELEMENTS(before)) ||
            (words_is_initial(list, i - 1) && list->items[i - 1].is_capital &&
             next == i + 1 && word_size(list, i) <= MOST_DIGITS));
}

/* "27:e", "43:an" */
static bool is_with_ending(const words *list, size_t i)
{
    size_t end = list->items[i].end;
    return end + 1 < list->size && list->text[end] == ':' &&
           (list->text[end + 1] == 'a' || list->text[end + 1] == 'e');
}

/* Numbers that everybody rings. */
static bool is_anybodys_phone(const words *list, size_t i)
{
    static const char *const phones[] = { "1177", "112", "114", "113" };
    return word_is_any(list, i, phones, G_N_ELEMENTS(phones));
}

/* The text may end behind the figures, and not in a nought. */
static unsigned long value_of(const words *list, size_t i)
{
    enum { LONGEST = 9 };
    unsigned long value = 0;
    for (size_t at = 0; at < word_size(list, i) && at < LONGEST; at++)
        value = value * 10 + (unsigned long)(list->text[list->items[i].start + at] - '0');
    return value;
}

static bool is_year_alone(const words *list, size_t i)
{
    enum { FIRST = 1900, LAST = 2099 };
    return word_size(list, i) == 4 && value_of(list, i) >= FIRST &&
           value_of(list, i) <= LAST;
}

static bool is_spelled_as(const words *list, size_t i, const char *figures)
{
    return is_spelled_as_any(list->text + list->items[i].start, word_size(list, i),
                             &figures, 1);
}

/* "IP 9, andra tillfället", in the first line: whose interview it is. */
static bool is_code_of_heading(const words *list, size_t i)
{
    enum { FIRST_LINE = 60 };
    char behind = list->items[i].end < list->size ? list->text[list->items[i].end] : '\n';
    return i > 0 && list->items[i].start < FIRST_LINE && behind != ':' &&
           word_is(list, i - 1, "ip") && !memchr(list->text, '\n', list->items[i].start);
}

/* All that says that the figures from word @i up to @next need no look. */
static bool are_explained(const words *list, size_t i, size_t next)
{
    bool are_years = true;
    for (size_t k = i; k < next; k++)
        are_years = are_years && is_year_alone(list, k);
    return are_years || is_of_measure(list, i, next) || is_of_list(list, i, next) ||
           is_anybodys_phone(list, i);
}

/* "6 B på brevlådan": a number and one capital; @next goes behind it. */
static bool is_flat(const words *list, size_t i, size_t *next)
{
    enum { MOST = 3 };
    size_t letter = i + 1;
    if (letter >= list->count || word_size(list, i) > MOST ||
        word_size(list, letter) != 1 || list->items[letter].gap > GAP_SPACE ||
        !list->items[letter].is_capital || list->text[list->items[letter].start] > 'H' ||
        (list->items[letter].end < list->size &&
         list->text[list->items[letter].end] == ':'))
        return false;
    *next = letter + 1;
    return true;
}

static const char *doubt_about_figures(const words *list, size_t i, size_t *next)
{
    enum { MANY = 5 };
    size_t digits = 0;
    *next = run_end(list, i);
    for (size_t k = i; k < *next; k++)
        digits += word_size(list, k);
    bool is_one = *next == i + 1;
    if (is_with_ending(list, i) || (is_one && is_flat(list, i, next)))
        return N_("it may be a day, a line or a flat, called by its number");
    if (is_code_of_heading(list, i))
        return N_("letters and figures in one, which may be a code or a user name");
    if (are_explained(list, i, *next))
        return NULL;
    bool is_grouped = *next == i + 2 && word_size(list, i + 1) == 3 && /* "2 400 kronor" */
                      !is_spelled_as(list, i + 1, "000");
    if (is_currency(list, *next) &&
        (is_grouped || (is_one && !is_round(value_of(list, i))))) {
        ++*next;
        return N_("a small sum of money, told exactly");
    }
    if (is_count_of(list, *next))
        return NULL;
    if (digits >= MANY)
        return N_("a row of figures that nothing around explains");
    return is_one && value_of(list, i) >= LEAST
               ? N_("a number that nothing around explains")
               : NULL;
}

const char *doubt_about_count(const words *list, size_t i, size_t *first, size_t *next)
{
    const word *at = &list->items[i];
    *first = i;
    *next = i + 1;
    if (at->is_number)
        return doubt_about_figures(list, i, next);
    if (at->classes & WORD_ORDINAL)
        return doubt_about_day(list, i, first);
    if (at->classes & (WORD_FEAST | WORD_SEASON))
        return N_("a feast, which falls on one day of its year");
    if (is_called_by_number(list, i))
        return N_("it may be a day, a line or a flat, called by its number");
    return doubt_about_said(list, i, next);
}

/* What is written so and everybody knows. */
static bool is_known_code(const words *list, size_t i)
{
    static const char *const known[] = {
        "tv1", "tv2",  "tv3",  "tv4",   "tv6",  "ps3",     "ps4", "ps5",    "mp3",  "mp4",
        "co2", "h1n1", "usb2", "usb3",  "wd40", "covid19", "ww2", "bb8",    "h2o",  "g20",
        "n95", "f16",  "okq8", "tele2", "svt1", "svt2",    "ww1", "omega3", "typ1", "typ2"
    };
    return word_is_any(list, i, known, G_N_ELEMENTS(known));
}

bool is_letters_and_figures(const words *list, size_t i)
{
    enum { FEW = 2 };
    const char *text = list->text + list->items[i].start;
    size_t size = word_size(list, i), letters = 0;
    while (letters < size && !g_ascii_isdigit(text[letters]))
        letters++;
    size_t figures = 0;
    while (letters + figures < size && g_ascii_isdigit(text[letters + figures]))
        figures++;
    /* A4, E20, v37, D3; "R1" is who speaks */
    bool is_brief =
        letters <= 1 && figures <= FEW && letters + figures == size && text[letters] != '0';
    bool is_speaker = letters == FEW && (text[0] | 0x20) == 'i' && (text[1] | 0x20) == 'p';
    /* "från M77": a ward; E22 is a road, B12 a vitamin */
    static const char *const before[] = { "på", "från", "till", "avdelning", "avd", "te" };
    bool is_ward = is_brief && figures == FEW && text[0] != 'E' && text[0] != 'B' &&
                   list->items[i].is_capital && i > 0 && list->items[i].gap == GAP_SPACE &&
                   word_is_any(list, i - 1, before, G_N_ELEMENTS(before));
    if (is_ward)
        return true;
    return figures > 0 && !is_brief && !is_speaker && !is_known_code(list, i);
}
