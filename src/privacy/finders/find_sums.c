#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../said.h"
#include "../shape.h"
#include "../sum_signs.h"

/* How many words money stays what is spoken of. */
enum { NEAR = 12, STILL = 25, NEVER = 1 << 30 };

/* Where money was last spoken of: by a word for it, by a sum or its unit. */
typedef struct money_talk {
    size_t word;
    size_t sum;
} money_talk;

/* Digits of a sum from @at on, thousands with or without a space or point; value in öre. */
static size_t read_sum(const char *text, size_t size, size_t at, unsigned long *ore)
{
    unsigned long value = 0;
    size_t end = at;
    size_t digits = 0;
    for (;;) {
        size_t stop = end;
        while (stop < size && g_ascii_isdigit(text[stop]) && digits < 12) {
            value = value * 10 + (unsigned long)(text[stop++] - '0');
            digits++;
        }
        end = stop;
        size_t gap = shape_space(text, size, end);
        if (!gap && end < size && text[end] == '.')
            gap = 1;
        shape_match group;
        if (!gap || !shape_at(text, size, end + gap, "ddd", &group))
            break;
        end += gap;
    }
    *ore = value * 100;
    shape_match cents;
    /* 2 190:00 and 89:50 are no hour, 2019:32 is a law */
    bool is_price = (value > 24 && value < 1900) || value >= 2100;
    bool has_point = end < size && (text[end] == ',' || text[end] == '.' ||
                                    (text[end] == ':' && is_price));
    if (has_point && shape_at(text, size, end + 1, "dd", &cents)) {
        *ore += (unsigned long)((cents.digits[0] - '0') * 10 + cents.digits[1] - '0');
        end = cents.end;
    }
    return end;
}

/* Bytes of the word for money at @at: " kronor", " kr", ":-". */
static size_t money_at(const char *text, size_t size, size_t at)
{
    static const char *const units[] = { "kronorna", "kronor", "krona",   "kr",
                                         "SEK",      "spänn",  ":-",      "riksdaler",
                                         "euro",     "pix",    "bagis",   "bagare",
                                         "Kr",       "KR",     "kronors", "kroner" };
    size_t gap = shape_space(text, size, at);
    if (!gap && at < size && text[at] == '\n')
        gap = 1;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        size_t length = strlen(units[i]);
        if (at + gap + length > size || memcmp(text + at + gap, units[i], length) != 0)
            continue;
        size_t end = at + gap + length;
        if (end >= size || (!g_ascii_isalnum(text[end]) && (unsigned char)text[end] < 0xC3))
            return gap + length;
    }
    return 0;
}

/* Of ten thousands three figures that say something: 64 500, 325 000, but not 12 500 or 150 000. */
static bool has_three_figures(unsigned long kronor)
{
    unsigned long unit = 1;
    while (kronor / unit >= 1000)
        unit *= 10;
    return kronor % unit != 0 || kronor / unit % (kronor < 30000 ? 5 : 10) != 0;
}

/* 5 000 kr are round and said by many; 4 213 kr and 15 300 kr stand in one person's decision. */
static bool is_exact(unsigned long ore, bool has_unit)
{
    unsigned long kronor = ore / 100;
    if (ore % 100 != 0)
        return kronor >= 20;
    if (kronor >= 10000)
        return kronor % 500 != 0 || has_three_figures(kronor);
    if (kronor >= 3000)
        return kronor % 500 != 0;
    if (kronor >= 1000)
        return kronor % 100 != 0;
    if (kronor >= 100)
        return kronor % 10 != 0 ||
               (kronor >= 300 && kronor % (has_unit && kronor >= 600 ? 100 : 50) != 0);
    return has_unit && kronor > 10 &&
           (kronor % 5 != 0 || (kronor > 50 && kronor % 10 != 0)); /* 96 kr, 85 kr */
}

/* "niohundrafemti", "etthundrafyrtio tusen": who says it in words has not rounded it much; nor has
 * who writes 86 000. */
static bool is_nearly_exact(unsigned long kronor, bool is_said)
{
    if (kronor >= 100000)
        return kronor % (is_said ? 100000 : 50000) != 0;
    if (kronor >= 30000)
        return kronor % 5000 != 0;
    if (kronor < 100)
        return is_said && kronor > 20 && kronor % 10 != 0; /* "fyrtiofem kronor" */
    if (kronor > 100 && kronor < 300)
        return is_said && kronor % 50 != 0; /* "plus larmet, tvåhundratio" */
    return kronor >= 300 && kronor < 1000 && kronor % 100 != 0;
}

/* Is number @i a later part of a sum, "213" of "4 213"? */
static bool is_later_part(const words *list, size_t i)
{
    return i > 0 && list->items[i - 1].is_number && list->items[i].gap == GAP_SPACE &&
           word_size(list, i) == 3 && word_size(list, i - 1) <= 3;
}

static bool is_near(const words *list, size_t i, size_t before, size_t most)
{
    return before != NEVER && i - before <= most &&
           list->items[i].sentence - list->items[before].sentence <= 2;
}

/* Is money spoken of where word @i begins a number and word @next follows it? */
static bool is_money_here(const words *list, size_t i, size_t next, const money_talk *talk)
{
    if (sum_is_of_things(list, next))
        return false;
    if (sum_has_while_behind(list, next))
        return true;
    for (size_t k = next; k < list->count && k < next + 3; k++)
        if (list->items[k].gap == GAP_SPACE && list->items[k].classes & CUE_MONEY)
            return true; /* "743 för glasögonen" */
    bool is_said = is_near(list, i, talk->word, NEAR) &&
                   (list->items[talk->word].sentence == list->items[i].sentence ||
                    sum_is_last(list, next));
    return is_said || is_near(list, i, talk->sum, STILL);
}

static bool is_unit(const words *list, size_t i)
{
    return i < list->count && list->items[i].gap == GAP_SPACE &&
           (list->items[i].classes & WORD_CURRENCY);
}

/* "den sista hundrafemtin" */
static bool is_what_is_left(const words *list, size_t i, size_t next)
{
    static const char *const before[] = { "sista", "första", "resterande", "återstående" };
    return i > 0 && list->items[i].gap == GAP_SPACE &&
           word_is_any(list, i - 1, before, G_N_ELEMENTS(before)) &&
           !sum_is_of_things(list, next);
}

/* "Fyrahundrafemtiofem." is a whole answer. */
static bool is_alone(const words *list, size_t i, size_t next)
{
    bool is_answer = list->items[i].gap >= GAP_COLON && sum_is_said_out(list, next);
    return is_answer || is_what_is_left(list, i, next);
}

/* "hyran är sex och tvåhundra", "elva och fem i månaden", "halvtid så elva fem": thousands, and what
 * is over; the word behind the pair, or 0. */
static size_t spoken_pair_end(const words *list, size_t i, size_t next,
                              const money_talk *talk)
{
    enum { FEWEST = 3 };
    static const char *const clock[] = { "mellan", "klockan", "vid", "kl", "runt" };
    size_t second = i + 1 + (i + 1 < list->count && word_is(list, i + 1, "och"));
    if (second >= list->count || list->items[second].gap != GAP_SPACE ||
        !said_begins(list, second) ||
        !(list->items[i].classes & (WORD_SMALL | WORD_TENS)) ||
        said_small(list, i) < FEWEST)
        return 0;
    bool is_over =
        list->items[second].classes & WORD_LARGE || word_ends_in(list, second, "hundra");
    bool is_same = list->items[second].classes & WORD_SMALL;
    bool is_guess = second == i + 1 && is_same && /* "sju åtta" */
                    said_small(list, second) == said_small(list, i) + 1;
    next = MAX(next, second + 1);
    bool is_told = (is_near(list, i, talk->word, second == i + 1 ? 8 : 4) ||
                    (second == i + 1 && is_near(list, i, talk->sum, NEAR))) &&
                   (sum_is_said_out(list, next) || word_is(list, next, "för")) &&
                   !word_is_any(list, i - (i > 0), clock, G_N_ELEMENTS(clock));
    bool is_pair = (is_over && second > i + 1 && is_money_here(list, i, next, talk)) ||
                   (is_same && !is_guess && (is_told || sum_has_while_behind(list, next)));
    return is_pair ? second + 1 : 0;
}

/* "fyratusen tvåhundratretton kronor"; the word behind it. */
static size_t find_said_sum(const words *list, size_t i, money_talk *talk, GArray *findings)
{
    said_number number;
    if (!said_read(list, i, &number))
        return i;
    size_t pair = number.is_vague ? spoken_pair_end(list, i, number.next, talk) : 0;
    if (pair) {
        add_finding(findings, list->items[i].start, list->items[pair - 1].end,
                    LYH_FINDING_SUM, LYH_CONFIDENCE_LOW, N_("an exact sum"));
        talk->sum = i;
        return pair;
    }
    bool has_unit = is_unit(list, number.next);
    bool is_large = number.value >= 100 || (has_unit && number.value >= 20) ||
                    (has_unit && sum_is_wage(list, number.next + 1));
    if (!is_large || number.is_vague) /* as most are */
        return number.next;
    unsigned long ore = number.value * 100;
    /* "ett tusen åttahundra" is no year */
    bool is_counted_out =
        (word_is(list, i, "ett") || word_is(list, i, "tusen")) && number.value < 2000;
    bool is_year =
        number.value >= 1800 && number.value <= 2050 && !has_unit && !is_counted_out;
    /* "Hyran är sju tre. Hemtjänsten nittonhundrafyrtio." */
    static const char *const times[] = { "i",    "år",    "året",  "sen",    "sedan",
                                         "född", "från",  "av",    "föddes", "till",
                                         "var",  "våren", "hösten" };
    if (is_year && is_near(list, i, talk->sum, STILL) && sum_is_last(list, number.next) &&
        i > 0 && list->items[i].gap == GAP_SPACE &&
        !word_is_any(list, i - 1, times, G_N_ELEMENTS(times)))
        is_year = false;
    /* nobody says so many digits of anything else */
    bool is_long = (number.value >= 1000 || number.value % 10 != 0) &&
                   (number.value % 100 != 0 || sum_is_said_out(list, number.next));
    /* "från sin kusin, för trehundrafemtio." */
    bool is_price = i > 0 && word_is(list, i - 1, "för") && sum_is_last(list, number.next);
    bool is_money = has_unit || is_price || is_money_here(list, i, number.next, talk) ||
                    is_alone(list, i, number.next) ||
                    (is_long && !sum_is_of_things(list, number.next));
    bool is_round = sum_is_about(list, i) && number.value % 100 == 0;
    bool is_whole_answer = list->items[i].gap >= GAP_COLON && number.value >= 1000 &&
                           number.value % 1000 != 0 && sum_is_said_out(list, number.next);
    bool is_pay = has_unit && sum_is_wage(list, number.next + 1);
    bool is_last_part = number.value % 100 != 0 && is_what_is_left(list, i, number.next);
    bool is_counted_crowns = /* "tvåhundrasjuttio spänn" */
        has_unit && number.value > 100 && number.value < 300 && number.value % 50 != 0;
    bool is_near_exact =
        is_counted_crowns || (is_nearly_exact(number.value, true) &&
                              (has_unit || (number.value >= 100 && !is_year &&
                                            is_money_here(list, i, number.next, talk))));
    if (is_money && !is_year && !is_round &&
        (is_exact(ore, has_unit) || is_near_exact || is_last_part || is_whole_answer ||
         is_pay)) {
        add_finding(findings, list->items[i].start,
                    list->items[has_unit ? number.next : number.next - 1].end,
                    LYH_FINDING_SUM, LYH_CONFIDENCE_LOW, N_("an exact sum"));
        talk->sum = i;
    }
    return number.next;
}

/* "hyran är 6 743", "4 318 i månaden": no word for money behind, but one near. */
static bool is_sum_here(const words *list, size_t i, size_t end, unsigned long ore,
                        const money_talk *talk)
{
    size_t next = i + 1;
    while (next < list->count && list->items[next].start < end)
        next++;
    bool is_year = ore >= 190000 && ore <= 209900 && next == i + 1;
    bool is_care_line = ore == 117700 && next == i + 1; /* 1177, of all the country */
    bool goes_on = end < list->size && strchr("-/:%", list->text[end]) && list->text[end];
    bool is_part = list->items[i].gap == GAP_NONE || list->items[i].gap == GAP_OTHER ||
                   list->text[list->items[i].start] == '0';
    if (goes_on || is_part || is_care_line || ore < 10000 || ore > 100000000)
        return false;
    /* "6 213" and nothing that is counted: who groups figures writes a sum */
    bool is_all = list->items[i].gap >= GAP_BREAK && sum_is_last(list, next);
    bool is_grouped = next > i + 1 && !sum_is_of_things(list, next) &&
                      (is_all || (ore % 10000 != 0 && ore < 10000000));
    /* "han har 31 400" */
    static const char *const having[] = { "har",     "hade", "får",    "fick",   "tjänar",
                                          "tjänade", "på",   "kvar",   "är",     "blir",
                                          "blev",    "drar", "kostar", "kostade" };
    if (is_grouped)
        return true;
    bool is_had = next > i + 1 && ore % 100000 != 0 && !sum_is_of_things(list, next) &&
                  (sum_is_last(list, next) || word_is(list, next, "och")) &&
                  word_is_any(list, i - (i > 0), having, G_N_ELEMENTS(having));
    return is_had || (is_money_here(list, i, next, talk) &&
                      (!is_year || sum_has_while_behind(list, next)));
}

/* "Personalen tar 338 för städning": three figures or more that nothing explains. */
static bool is_unexplained(const words *list, size_t i, size_t end, unsigned long ore)
{
    static const char *const numbered[] = {
        "sidan",  "sid",     "sidorna",  "kapitel", "kap",    "paragraf", "kanal",
        "tabell", "figur",   "fråga",    "väg",     "nummer", "nr",       "radio",
        "lag",    "artikel", "version",  "klass",   "modell", "ring",     "ringa",
        "ringde", "topp",    "psalm",    "år",      "sedan",  "vol",      "av",
        "till",   "fram",    "sommaren", "hösten",  "våren",  "vintern",  "volvo",
        "saab",   "tv",      "s"
    };
    size_t next = i + 1;
    while (next < list->count && list->items[next].start < end)
        next++;
    const word *at = &list->items[i];
    bool is_year = ore >= 180000 && ore <= 210000;
    bool is_care_line = ore == 117700 || ore == 11200 || ore == 11400 || ore == 11800;
    bool is_in_text = i > 0 && at->gap == GAP_SPACE && !list->items[i - 1].is_number &&
                      !list->items[i - 1].is_capital && !list->items[i - 1].has_digit;
    bool goes_on = end < list->size && list->text[end] && strchr("-/:%", list->text[end]);
    return is_in_text && !goes_on && !is_year && !is_care_line && ore >= 10000 &&
           ore % 1000 != 0 && list->text[at->start] != '0' &&
           !sum_is_of_things(list, next) &&
           !word_is_any(list, i - 1, numbered, G_N_ELEMENTS(numbered));
}

/* "ersättningen är 58 kr om dagen. Resan kostar 38.": kronor beside kronor. */
static bool is_beside_a_sum(const words *list, size_t i, size_t end, const money_talk *talk)
{
    static const char *const paid[] = { "kostar", "kostade", "betalar", "betalade",
                                        "fick",   "får",     "drar",    "tar",
                                        "gav",    "blev",    "är",      "lånade" };
    size_t next = i + 1;
    return i > 0 && list->items[i].gap == GAP_SPACE && list->items[i].end == end &&
           sum_is_last(list, next) && end < list->size &&
           !strchr("-/:%", list->text[end]) &&
           word_is_any(list, i - 1, paid, G_N_ELEMENTS(paid)) &&
           is_near(list, i, talk->sum, NEAR);
}

static void find_written_sum(const words *list, size_t i, money_talk *talk,
                             GArray *findings)
{
    unsigned long ore;
    size_t start = list->items[i].start;
    size_t end = read_sum(list->text, list->size, start, &ore);
    size_t unit = money_at(list->text, list->size, end);
    if (unit)
        talk->sum = i;
    bool is_beside = !unit && is_beside_a_sum(list, i, end, talk);
    size_t next = i + 1;
    while (next < list->count && list->items[next].start < end)
        next++;
    /* "94 i timmen" */
    bool is_hourly = !unit && next == i + 1 && ore >= 3000 && sum_is_wage(list, next) &&
                     word_is(list, next + 1, "timmen");
    bool is_near_exact = ore >= 30000 && is_nearly_exact(ore / 100, false) &&
                         (unit || is_money_here(list, i, next, talk));
    static const char *const behind[] = { "i",    "med",   "om",    "per",  "för",
                                          "kvar", "och",   "efter", "före", "å",
                                          "av",   "netto", "brutto" };
    /* "1 800 i böter", "2 900 med frukost": who groups figures writes a sum */
    bool is_grouped_sum =
        !unit && next == i + 2 && ore % 100000 != 0 && ore % 10000 == 0 && ore < 10000000 &&
        list->text[list->items[i].end] == ' ' && !sum_is_of_things(list, next) &&
        !sum_is_about(list, i) &&
        (sum_is_last(list, next) || word_is_any(list, next, behind, G_N_ELEMENTS(behind)));
    if (!is_exact(ore, unit > 0 || is_beside) && !is_near_exact && !is_grouped_sum &&
        !is_hourly)
        return;
    bool has_cents = ore % 100 != 0 && list->text[end - 3] == ':' && i > 0 &&
                     !list->items[i - 1].is_capital;
    bool is_sum = unit || is_grouped_sum || is_hourly || has_cents || is_beside ||
                  is_sum_here(list, i, end, ore, talk) || is_unexplained(list, i, end, ore);
    bool is_round = sum_is_about(list, i) && ore % 10000 == 0;
    if (!is_sum || is_round)
        return;
    talk->sum = i;
    add_finding(findings, start, end + unit, LYH_FINDING_SUM,
                unit ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW, N_("an exact sum"));
}

void find_sums(const words *list, GArray *findings)
{
    money_talk talk = { NEVER, NEVER };
    for (size_t i = 0; i < list->count;) {
        const word *at = &list->items[i];
        if (at->classes & CUE_MONEY)
            talk.word = i;
        if (at->classes & WORD_CURRENCY)
            talk.sum = i;
        size_t next = i + 1;
        if (at->is_number && !is_later_part(list, i))
            find_written_sum(list, i, &talk, findings);
        else if (!at->is_number && said_begins(list, i))
            next = MAX(next, find_said_sum(list, i, &talk, findings));
        i = next;
    }
}
