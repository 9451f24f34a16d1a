#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>
#include <lyhord/privacy/days.h>

#include "../day_signs.h"
#include "../said.h"

static int value_of(const char *digits, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + digits[i] - '0';
    return value;
}

static void add_date(GArray *findings, size_t start, size_t end, lyh_confidence confidence)
{
    add_finding(findings, start, end, LYH_FINDING_DATE, confidence, N_("an exact day"));
}

/* 2024-03-12, 12.3.2024, 12/3-24 */
static bool add_whole(const words *list, size_t i, const lyh_day *day, GArray *findings)
{
    add_date(findings, list->items[i].start, day->end, day->confidence);
    return true;
}

/* 1/2, 3/4, 7/10: parts and marks, never to be told from days. */
static bool is_fraction(const words *list, size_t i, int day, int month)
{
    static const char *const wholes[] = { "av",    "del",  "delar",   "delen", "tjänst",
                                          "tid",   "dos",  "tablett", "liter", "dl",
                                          "poäng", "rätt", "procent" };
    return month <= 4 || month == 10 || (day == 24 && month == 7) ||
           word_is_any(list, i + 2, wholes, G_N_ELEMENTS(wholes));
}

/* 12/3, 31/12 -23. A fraction has the smaller number first; 24/7 is no day in July. */
static bool add_slashed(const words *list, size_t i, const lyh_day *day, GArray *findings)
{
    bool is_said = day->has_year || day_is_said_before(list, i);
    bool is_part = (day->day < day->month || (day->day == 24 && day->month == 7)) &&
                   is_fraction(list, i, day->day, day->month);
    if (is_part && !is_said)
        return false;
    add_date(findings, list->items[i].start, day->end,
             is_said ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW);
    return true;
}

/* "Sen kom jag hit, 19.9, på kvällen": decimals have a comma, and hours two figures behind. */
static bool add_pointed(const words *list, size_t i, const lyh_day *day, GArray *findings)
{
    static const char *const no_days[] = {
        "klockan", "kl",      "mellan", "vid",    "runt",
        "kapitel", "version", "figur",  "tabell", "punkt"
    };
    enum { NO_HOUR = 13 };
    size_t next = i + 2;
    bool is_closed = next >= list->count || list->items[next].gap >= GAP_COMMA;
    bool is_known = i > 0 && word_is_any(list, i - 1, no_days, G_N_ELEMENTS(no_days));
    bool is_said = day_is_said_before(list, i);
    if (is_known || (!is_said && (day->day < NO_HOUR || !is_closed)) ||
        (list->items[i].gap >= GAP_BREAK && !is_said))
        return false;
    add_date(findings, list->items[i].start, day->end, LYH_CONFIDENCE_LOW);
    return true;
}

/* A day in figures, where what stands around it lets it be one. */
static bool find_in_figures(const words *list, size_t i, GArray *findings, size_t *end)
{
    static bool (*const add[])(const words *, size_t, const lyh_day *, GArray *) = {
        [LYH_DAY_WHOLE] = add_whole,
        [LYH_DAY_SLASHED] = add_slashed,
        [LYH_DAY_POINTED] = add_pointed,
    };
    lyh_day day;
    if (!lyh_day_at(list->text, list->size, list->items[i].start, &day) ||
        !add[day.form](list, i, &day, findings))
        return false;
    *end = day.end;
    return true;
}

static bool is_ordinal(const words *list, size_t i)
{
    return (list->items[i].classes & WORD_ORDINAL) != 0;
}

/* A number that may be a day: from 1 to 31. */
static bool is_day(const words *list, size_t i)
{
    size_t size = word_size(list, i);
    if (i >= list->count || !list->items[i].is_number || size > 2)
        return false;
    int value = value_of(list->text + list->items[i].start, size);
    return value >= 1 && value <= 31;
}

/* "den åtta oktober", as learners say: a number up to 31 that is no article. */
static bool is_said_day(const words *list, size_t i)
{
    if (!(list->items[i].classes & (WORD_SMALL | WORD_TENS)))
        return false;
    int value = said_small(list, i);
    bool has_den = i > 0 && word_is(list, i - 1, "den");
    return value >= (has_den ? 1 : 2) && value <= 31;
}

/* The word before month @month that is its day: 12, 12:e, tolfte; or nothing. */
static bool day_before(const words *list, size_t month, size_t *day)
{
    for (size_t k = 1; k <= 3 && k <= month; k++) {
        size_t i = month - k;
        const word *at = &list->items[i];
        if (list->items[i + 1].gap >= GAP_BREAK)
            return false;
        *day = i;
        if (at->is_number)
            return is_day(list, i);
        if (is_ordinal(list, i) || is_said_day(list, i))
            return true;
        if (!word_is(list, i, "e") && !word_is(list, i, "a") && !word_is(list, i, "i"))
            return false;
    }
    return false;
}

/* "den 12 mars 2024", "tolfte maj": from the day to the year. */
static bool find_named(const words *list, size_t i, GArray *findings, size_t *end)
{
    size_t day;
    if (!(list->items[i].classes & WORD_MONTH) || !day_before(list, i, &day))
        return false;
    size_t start = list->items[day].start;
    if (day > 0 && (word_is(list, day - 1, "klockan") || word_is(list, day - 1, "kl")))
        return false; /* "klockan 15 i januari" */
    if (day > 0 && word_is(list, day - 1, "den") && list->items[day].gap == GAP_SPACE)
        start = list->items[day - 1].start;
    *end = list->items[i].end;
    bool has_year = i + 1 < list->count && list->items[i + 1].is_number &&
                    word_size(list, i + 1) == 4 && list->items[i + 1].gap <= GAP_COMMA;
    if (has_year)
        *end = list->items[i + 1].end;
    add_date(findings, start, *end, LYH_CONFIDENCE_HIGH);
    return true;
}

/* Words of a feast from word @i on: "påskafton", "andra advent"; 0 when it is none. */
static size_t feast_at(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (at->classes & WORD_FEAST)
        return at->span;
    return (at->classes & WORD_SEASON) && day_is_season(list, i) ? 1 : 0;
}

/* Is what follows the day no thing that is counted: "den 19:e gången"? */
static bool is_day_alone(const words *list, size_t next)
{
    static const char *const counted[] = { "gången",       "gång",    "våningen", "våning",
                                           "barnet",       "dagen",   "dagar",    "månaden",
                                           "veckan",       "plats",   "plan",     "klass",
                                           "resan",        "gruppen", "personen", "sidan",
                                           "handläggaren", "varje",   "i",        "frågan",
                                           "kontakten",    "procent" };
    if (next >= list->count || list->items[next].gap >= GAP_COMMA)
        return true;
    return !word_is_any(list, next, counted, G_N_ELEMENTS(counted)) ||
           (word_is(list, next, "i") && next + 1 < list->count &&
            is_ordinal(list, next + 1));
}

/* "den 19:e", "fredagen den 13", "den sjuttonde", "tredje i femte": the month is the one spoken of. */
static bool find_day(const words *list, size_t i, GArray *findings, size_t *end)
{
    enum { AFTER_DATE = 10 };
    bool is_number = is_day(list, i);
    if (!is_number && !is_ordinal(list, i))
        return false;
    bool has_before = i > 0 && list->items[i].gap == GAP_SPACE;
    /* "den 17:e", "den 17e" */
    bool is_joined =
        i + 1 < list->count &&
        (list->items[i + 1].gap == GAP_NONE ||
         (list->items[i + 1].gap == GAP_OTHER && list->text[list->items[i].end] == ':'));
    bool has_ending =
        is_number && is_joined && (word_is(list, i + 1, "e") || word_is(list, i + 1, "a"));
    size_t next = i + 1 + has_ending;
    bool has_den = has_before && word_is(list, i - 1, "den");
    bool has_weekday = has_before && (day_is_weekday(list, i - 1) ||
                                      (has_den && i > 1 && day_is_weekday(list, i - 2)));
    bool has_month = next + 1 < list->count && word_is(list, next, "i") &&
                     (is_ordinal(list, next + 1) || is_day(list, next + 1));
    if (!is_number && next < list->count && day_is_pair(list, i)) { /* "tionde tionde" */
        *end = list->items[next].end;
        add_date(findings, list->items[i].start, *end, LYH_CONFIDENCE_LOW);
        return true;
    }
    bool is_late = !is_number && word_size(list, i) >= strlen("elfte") &&
                   (word_ends_in(list, i, "nde") || word_ends_in(list, i, "fte") ||
                    word_ends_in(list, i, "oförsta") || word_ends_in(list, i, "oandra") ||
                    word_ends_in(list, i, "iförsta") || word_ends_in(list, i, "iandra"));
    /* "flyttade den första oktober och gick dit den andra." */
    bool is_after_date = has_den && words_cue_before(list, i, WORD_MONTH, AFTER_DATE) &&
                         (next >= list->count || list->items[next].gap >= GAP_COMMA);
    bool is_dated = (is_late && day_is_alone(list, i)) || has_weekday || is_after_date ||
                    (has_ending && day_is_behind_verb(list, i, next)) ||
                    (has_den && (has_ending || is_late)) ||
                    (has_month && (has_den || has_ending || is_ordinal(list, i)));
    bool is_hour = is_number && next < list->count &&
                   list->text[list->items[i].end] == '.' && list->items[next].is_number &&
                   list->items[next].gap == GAP_OTHER;
    bool is_alone = has_month || is_day_alone(list, next);
    if (!is_dated || is_hour || !is_alone || (is_number && !has_den && !has_ending))
        return false;
    size_t last = has_month ? next + 1 : next - 1;
    *end = list->items[last].end;
    add_date(findings, list->items[has_den ? i - 1 : i].start, *end, LYH_CONFIDENCE_LOW);
    return true;
}

/* "första fredagen i mars", "torsdagen efter pingst": a weekday that is only one of the year. */
static bool find_weekday(const words *list, size_t i, GArray *findings, size_t *end)
{
    static const char *const sides[] = { "efter", "före", "innan", "i", "på" };
    static const char *const seasons[] = { "pingst",
                                           "påsk",
                                           "jul",
                                           "midsommar",
                                           "nyår",
                                           "trettonhelgen",
                                           "lucia",
                                           "valborg",
                                           "påskveckan",
                                           "julveckan",
                                           "midsommarveckan",
                                           "pingsten",
                                           "påsken",
                                           "midsommaren",
                                           "nyåret",
                                           "allhelgona",
                                           "advent",
                                           "fastlag",
                                           "fastlagen",
                                           "sportlovet",
                                           "jullovet",
                                           "påsklovet",
                                           "sommarlovet",
                                           "höstlovet",
                                           "skolstarten",
                                           "skolavslutningen",
                                           "studenten",
                                           "allhelgonahelgen",
                                           "julafton",
                                           "påskafton",
                                           "midsommarafton",
                                           "nyårsafton",
                                           "julhelgen",
                                           "påskhelgen" };
    bool is_while = list->items[i].end - list->items[i].start >= 6 &&
                    (word_is(list, i, "veckan") || word_is(list, i, "helgen"));
    if (!is_while && !word_ends_in(list, i, "agen") && !word_ends_in(list, i, "dan"))
        return false;
    if (i + 2 >= list->count || list->items[i + 1].gap != GAP_SPACE ||
        list->items[i + 2].gap != GAP_SPACE || !(is_while || day_is_weekday(list, i)))
        return false;
    bool has_rank = i > 0 && list->items[i].gap == GAP_SPACE &&
                    (is_ordinal(list, i - 1) || word_is(list, i - 1, "sista"));
    bool is_of_month =
        has_rank && word_is(list, i + 1, "i") && (list->items[i + 2].classes & WORD_MONTH);
    bool is_of_month_alone = is_while && is_of_month; /* "första helgen i mars" */
    bool is_side = word_is_any(list, i + 1, sides, is_while ? 3 : G_N_ELEMENTS(sides));
    bool is_beside_feast =
        is_side && (word_is_any(list, i + 2, seasons, G_N_ELEMENTS(seasons)) ||
                    (list->items[i + 2].classes & WORD_FEAST));
    if ((!is_of_month || is_of_month_alone) && !is_beside_feast)
        return false;
    *end = list->items[i + 2].end;
    add_date(findings, list->items[has_rank ? i - 1 : i].start, *end, LYH_CONFIDENCE_LOW);
    return true;
}

/* "torsdag vecka 19", "måndagen v 7" */
static bool find_weekday_of_week(const words *list, size_t i, GArray *findings, size_t *end)
{
    static const char *const weeks[] = { "vecka", "veckan", "v" };
    if (i + 2 >= list->count || list->items[i + 1].gap > GAP_COMMA ||
        !list->items[i + 2].is_number || word_size(list, i + 2) > 2 ||
        !word_is_any(list, i + 1, weeks, G_N_ELEMENTS(weeks)) || !day_is_weekday(list, i))
        return false;
    *end = list->items[i + 2].end;
    add_date(findings, list->items[i].start, *end, LYH_CONFIDENCE_LOW);
    return true;
}

/* "till och med v. 47" */
static bool find_week(const words *list, size_t i, GArray *findings, size_t *end)
{
    bool is_week = word_size(list, i) <= 2 && i > 0;
    if (!is_week || !word_is(list, i - 1, "v") || list->items[i - 1].is_capital ||
        list->items[i].start > list->items[i - 1].end + 2)
        return false;
    *end = list->items[i].end;
    add_date(findings, list->items[i - 1].start, *end, LYH_CONFIDENCE_LOW);
    return true;
}

/* "julafton 2018", "på påskafton": a feast that falls on one day is a day of its year. */
static bool find_feast(const words *list, size_t i, GArray *findings, size_t *end)
{
    size_t size = feast_at(list, i);
    if (size == 0)
        return false;
    size_t next = i + size;
    bool has_year = next < list->count && list->items[next].is_number &&
                    word_size(list, next) == 4 && list->items[next].gap <= GAP_COMMA;
    *end = list->items[has_year ? next : next - 1].end;
    add_date(findings, list->items[i].start, *end,
             has_year ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW);
    return true;
}

void find_dates(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count;) {
        size_t end = 0;
        bool is_date = list->items[i].is_number && find_in_figures(list, i, findings, &end);
        bool is_word = !list->items[i].is_number;
        if (!is_date && !find_named(list, i, findings, &end) &&
            !find_day(list, i, findings, &end) &&
            !(list->items[i].is_number && find_week(list, i, findings, &end)) && is_word &&
            !find_weekday(list, i, findings, &end) &&
            !find_weekday_of_week(list, i, findings, &end))
            find_feast(list, i, findings, &end);
        i++;
        while (i < list->count && list->items[i].start < end)
            i++;
    }
}
