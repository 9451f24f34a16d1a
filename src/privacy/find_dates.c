#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "checks.h"
#include "shape.h"

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

/* 2024-03-12, 12.3.2024, 12/3-24: a shape, and where year, month and day stand in its digits. */
static bool find_written(const words *list, size_t i, GArray *findings, size_t *end)
{
    static const struct {
        const char *shape;
        uint8_t year, years, month, months, day, days;
        lyh_confidence confidence;
    } rows[] = {
        { "dddd-dd-dd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_HIGH },
        { "dddd/dd/dd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_HIGH },
        { "dddd.dd.dd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_HIGH },
        { "dd.dd.dddd", 4, 4, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "d.d.dddd", 2, 4, 1, 1, 0, 1, LYH_CONFIDENCE_HIGH },
        { "dd.d.dddd", 3, 4, 2, 1, 0, 2, LYH_CONFIDENCE_HIGH },
        { "d.dd.dddd", 3, 4, 1, 2, 0, 1, LYH_CONFIDENCE_HIGH },
        { "dd/dd/dddd", 4, 4, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "dd-dd-dddd", 4, 4, 2, 2, 0, 2, LYH_CONFIDENCE_HIGH },
        { "dddddddd", 0, 4, 4, 2, 6, 2, LYH_CONFIDENCE_LOW },
        { "dddddd", 0, 2, 2, 2, 4, 2, LYH_CONFIDENCE_LOW },
        { "dd-dd-dd", 0, 2, 2, 2, 4, 2, LYH_CONFIDENCE_LOW },
    };
    for (size_t k = 0; k < G_N_ELEMENTS(rows); k++) {
        shape_match match;
        if (!shape_at(list->text, list->size, list->items[i].start, rows[k].shape, &match))
            continue;
        int year = value_of(match.digits + rows[k].year, rows[k].years);
        bool is_time = rows[k].years == 2 || (year >= 1850 && year <= 2100);
        if (!is_time ||
            !check_day(year, value_of(match.digits + rows[k].month, rows[k].months),
                       value_of(match.digits + rows[k].day, rows[k].days)))
            continue;
        *end = match.end;
        add_date(findings, list->items[i].start, *end, rows[k].confidence);
        return true;
    }
    return false;
}

static bool says_day_before(const words *list, size_t i)
{
    static const char *const before[] = { "den",   "d",     "från",  "till",    "fram",
                                          "sedan", "sen",   "efter", "före",    "innan",
                                          "runt",  "kring", "datum", "skriver", "senast" };
    for (size_t k = 0; i > 0 && k < G_N_ELEMENTS(before); k++)
        if (word_is(list, i - 1, before[k]))
            return true;
    return i > 0 &&
           (word_ends_in(list, i - 1, "dag") || word_ends_in(list, i - 1, "dagen"));
}

/* 12/3, 31/12 -23. A fraction has the smaller number first; 24/7 is no day in July. */
static bool find_slashed(const words *list, size_t i, GArray *findings, size_t *end)
{
    shape_match match;
    const word *at = &list->items[i];
    if (word_size(list, i) > 2 || i + 1 >= list->count || !list->items[i + 1].is_number ||
        !shape_at(list->text, list->size, at->start, "D/D", &match))
        return false;
    size_t days = word_size(list, i);
    int day = value_of(match.digits, days);
    int month = value_of(match.digits + days, match.count - days);
    bool has_year = shape_at(list->text, list->size, at->start, "D/D-dd", &match) ||
                    shape_at(list->text, list->size, at->start, "D/D -dd", &match) ||
                    shape_at(list->text, list->size, at->start, "D/Ds_dddd", &match);
    if (!has_year && !shape_at(list->text, list->size, at->start, "D/D", &match))
        return false;
    bool is_said = has_year || says_day_before(list, i);
    bool is_fraction = day < month || (day == 24 && month == 7);
    if (!check_day(0, month, day) || (is_fraction && !is_said))
        return false;
    *end = match.end;
    add_date(findings, at->start, *end, is_said ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW);
    return true;
}

static bool is_ordinal(const words *list, size_t i)
{
    static const char *const ordinals[] = {
        "första",       "andra",       "tredje",       "fjärde",      "femte",
        "sjätte",       "sjunde",      "åttonde",      "nionde",      "tionde",
        "elfte",        "tolfte",      "trettonde",    "fjortonde",   "femtonde",
        "sextonde",     "sjuttonde",   "artonde",      "nittonde",    "tjugonde",
        "tjugoförsta",  "tjugoandra",  "tjugotredje",  "tjugofjärde", "tjugofemte",
        "tjugosjätte",  "tjugosjunde", "tjugoåttonde", "tjugonionde", "trettionde",
        "trettioförsta"
    };
    for (size_t k = 0; k < G_N_ELEMENTS(ordinals); k++)
        if (word_is(list, i, ordinals[k]))
            return true;
    return false;
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
            return word_size(list, i) <= 2 &&
                   value_of(list->text + at->start, word_size(list, i)) >= 1 &&
                   value_of(list->text + at->start, word_size(list, i)) <= 31;
        if (is_ordinal(list, i))
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
    static const char *const alone[] = {
        "julafton",        "julaftonen",   "juldagen",         "annandagen",
        "nyårsafton",      "nyårsaftonen", "nyårsdagen",       "nyårsnatten",
        "påskafton",       "påskaftonen",  "påskdagen",        "långfredagen",
        "skärtorsdagen",   "skärtorsdag",  "midsommarafton",   "midsommaraftonen",
        "midsommardagen",  "luciadagen",   "luciamorgonen",    "valborgsmässoafton",
        "nationaldagen",   "trettondagen", "trettondagsafton", "pingstdagen",
        "pingstafton",     "fettisdagen",  "tjugondagen",      "annandan",
        "allhelgonadagen", "långfredag",   "valborgsaftonen",  "påskdag",
        "juldag",          "luciakvällen", "luciadag"
    };
    static const char *const with_year[] = { "lucia", "valborg", "midsommar", "halloween" };
    static const char *const advents[] = { "första", "andra", "tredje", "fjärde" };
    static const char *const kinds[] = { "himmelsfärdsdag", "himmelsfärds" };
    for (size_t k = 0; k < G_N_ELEMENTS(alone); k++)
        if (word_is(list, i, alone[k]))
            return 1;
    bool has_next = i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE;
    for (size_t k = 0; has_next && k < G_N_ELEMENTS(advents); k++)
        if (word_is(list, i, advents[k]) &&
            (word_is(list, i + 1, "advent") || word_is(list, i + 1, "maj")))
            return 2;
    if (has_next && (word_is(list, i, "mors") || word_is(list, i, "fars")) &&
        word_is(list, i + 1, "dag"))
        return 2;
    if (has_next && (word_is(list, i, "annandag") || word_is(list, i, "annandagen")))
        return 2;
    bool is_said = has_next && word_is(list, i, "kristi");
    for (size_t k = 0; is_said && k < G_N_ELEMENTS(kinds); k++)
        if (word_is(list, i + 1, kinds[k]))
            return 2;
    for (size_t k = 0; has_next && k < G_N_ELEMENTS(with_year); k++)
        if (word_is(list, i, with_year[k]) && list->items[i + 1].is_number &&
            word_size(list, i + 1) == 4)
            return 1;
    return 0;
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
        bool is_date = list->items[i].is_number && (find_written(list, i, findings, &end) ||
                                                    find_slashed(list, i, findings, &end));
        bool is_word = !list->items[i].is_number;
        if (!is_date && !find_named(list, i, findings, &end) && is_word)
            find_feast(list, i, findings, &end);
        i++;
        while (i < list->count && list->items[i].start < end)
            i++;
    }
}
