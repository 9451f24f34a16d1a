#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "shape.h"

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
    if (end < size && (text[end] == ',' || text[end] == '.') &&
        shape_at(text, size, end + 1, "dd", &cents)) {
        *ore += (unsigned long)((cents.digits[0] - '0') * 10 + cents.digits[1] - '0');
        end = cents.end;
    }
    return end;
}

/* Bytes of the word for money at @at: " kronor", " kr", ":-". */
static size_t money_at(const char *text, size_t size, size_t at)
{
    static const char *const units[] = { "kronorna", "kronor", "krona", "kr",
                                         "SEK",      "spänn",  ":-",    "euro" };
    size_t gap = shape_space(text, size, at);
    if (!gap && at < size && text[at] == '\n')
        gap = 1;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        size_t length = strlen(units[i]);
        if (at + gap + length > size || memcmp(text + at + gap, units[i], length) != 0)
            continue;
        size_t end = at + gap + length;
        if (end >= size || !g_ascii_isalnum(text[end]))
            return gap + length;
    }
    return 0;
}

/* 5 000 kr are round and said by many; 4 213 kr and 6 730 kr stand in one person's decision. */
static bool is_exact(unsigned long ore)
{
    if (ore % 100 != 0)
        return ore >= 100 * 100;
    unsigned long kronor = ore / 100;
    return kronor >= 1000 ? kronor % 100 != 0 : kronor >= 100 && kronor % 10 != 0;
}

/* Is number @i a later part of a sum, "213" of "4 213"? */
static bool is_later_part(const words *list, size_t i)
{
    return i > 0 && list->items[i - 1].is_number && list->items[i].gap == GAP_SPACE &&
           word_size(list, i) == 3 && word_size(list, i - 1) <= 3;
}

/* Does word @i hold @part? */
static bool holds(const words *list, size_t i, const char *part)
{
    return g_strstr_len(list->text + list->items[i].start, (gssize)word_size(list, i),
                        part);
}

static bool is_any(const words *list, size_t i, const char *const *lower, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (word_is(list, i, lower[k]))
            return true;
    return false;
}

static bool is_large_word(const words *list, size_t i)
{
    return holds(list, i, "hundra") || holds(list, i, "tusen");
}

/* Part of a number in words: "fyratusen", "två", "femtiosju". */
static bool is_number_word(const words *list, size_t i)
{
    static const char *const ones[] = {
        "ett",     "en",     "två",    "tre",     "fyra",  "fem",   "sex",
        "sju",     "åtta",   "nio",    "tio",     "elva",  "tolv",  "tretton",
        "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"
    };
    static const char *const tens[] = { "tjugo",  "trettio", "fyrtio", "femtio",
                                        "sextio", "sjuttio", "åttio",  "nittio" };
    if (list->items[i].is_number || word_size(list, i) > 40)
        return false;
    if (is_large_word(list, i) || is_any(list, i, ones, G_N_ELEMENTS(ones)))
        return true;
    for (size_t k = 0; k < G_N_ELEMENTS(tens); k++)
        if (word_size(list, i) >= strlen(tens[k]) &&
            memcmp(list->text + list->items[i].start, tens[k], strlen(tens[k])) == 0)
            return true;
    return false;
}

/* What is spoken of is money: "hyran", "fick", "skuld". */
static bool is_money_word(const words *list, size_t i)
{
    static const char *const whole[] = { "hyra",
                                         "hyran",
                                         "lön",
                                         "lönen",
                                         "bidrag",
                                         "bidraget",
                                         "skuld",
                                         "skulden",
                                         "skulder",
                                         "pension",
                                         "pensionen",
                                         "norm",
                                         "normen",
                                         "riksnormen",
                                         "räkning",
                                         "räkningen",
                                         "faktura",
                                         "fakturan",
                                         "betala",
                                         "betalar",
                                         "betalade",
                                         "betalt",
                                         "kostar",
                                         "kostade",
                                         "kosta",
                                         "ersättning",
                                         "ersättningen",
                                         "belopp",
                                         "beloppet",
                                         "summa",
                                         "summan",
                                         "avgift",
                                         "avgiften",
                                         "lån",
                                         "lånet",
                                         "återkrav",
                                         "återkravet",
                                         "utbetalning",
                                         "utbetalningen",
                                         "saldo",
                                         "saldot",
                                         "kontot",
                                         "pengar",
                                         "pengarna",
                                         "stödet",
                                         "sjukpenning",
                                         "sjukpenningen",
                                         "barnbidraget",
                                         "bostadsbidraget",
                                         "bostadsbidrag",
                                         "underhåll",
                                         "försörjningsstöd",
                                         "försörjningsstödet",
                                         "socialbidrag",
                                         "aktivitetsstöd",
                                         "aktivitetsersättning",
                                         "sjukersättning",
                                         "dagersättning",
                                         "etableringsersättning",
                                         "överskott",
                                         "överskottet",
                                         "underskott",
                                         "plus",
                                         "minus",
                                         "swishade",
                                         "dras",
                                         "drog",
                                         "inkomst",
                                         "inkomsten",
                                         "netto",
                                         "brutto",
                                         "elräkning",
                                         "elräkningen" };
    return is_any(list, i, whole, G_N_ELEMENTS(whole));
}

static bool has_money_before(const words *list, size_t i)
{
    for (size_t k = 1; k <= 6 && k <= i; k++) {
        if (list->items[i - k].sentence != list->items[i].sentence)
            return false;
        if (is_money_word(list, i - k))
            return true;
    }
    return false;
}

/* "i månaden", "per månad", "efter skatt", "kvar", "back" */
static bool has_money_behind(const words *list, size_t i)
{
    static const char *const one[] = { "netto", "brutto", "back" };
    static const char *const first[] = { "i", "per", "om", "efter", "före", "i" };
    static const char *const second[] = { "månaden", "månad",  "veckan",  "vecka",
                                          "dagen",   "skatt",  "hyra",    "lön",
                                          "skuld",   "bidrag", "pension", "skulder" };
    if (i >= list->count || list->items[i].gap != GAP_SPACE)
        return false;
    return is_any(list, i, one, G_N_ELEMENTS(one)) ||
           (i + 1 < list->count && is_any(list, i, first, G_N_ELEMENTS(first)) &&
            is_any(list, i + 1, second, G_N_ELEMENTS(second)));
}

/* Words for money: "kronor", "spänn". */
static bool is_unit(const words *list, size_t i)
{
    static const char *const units[] = { "kronor",    "kr",  "spänn", "kronorna",
                                         "riksdaler", "pix", "bagare" };
    return i < list->count && list->items[i].gap == GAP_SPACE &&
           is_any(list, i, units, G_N_ELEMENTS(units));
}

/* "fyratusen tvåhundratretton kronor": hundreds and what goes beyond them; behind the last. */
static size_t find_said_sum(const words *list, size_t i, GArray *findings)
{
    size_t next = i;
    bool is_large = false;
    while (next < list->count && next < i + 10 &&
           (next == i || list->items[next].gap == GAP_SPACE) &&
           (is_number_word(list, next) ||
            (next > i && word_is(list, next, "och") && next + 1 < list->count &&
             is_number_word(list, next + 1))))
        is_large = is_large_word(list, next++) || is_large;
    if (next == i)
        return i;
    bool is_round = word_ends_in(list, next - 1, "hundra") ||
                    word_ends_in(list, next - 1, "tusen") ||
                    word_is(list, next - 1, "hundra") || word_is(list, next - 1, "tusen");
    bool has_unit = is_unit(list, next);
    bool is_money = has_unit || has_money_before(list, i) || has_money_behind(list, next);
    if (is_large && is_money && !is_round)
        add_finding(findings, list->items[i].start,
                    list->items[has_unit ? next : next - 1].end, LYH_FINDING_SUM,
                    LYH_CONFIDENCE_LOW, N_("an exact sum"));
    return next;
}

/* "hyran är 6 743", "4 318 i månaden": no word for money behind, but one near. */
static bool is_sum_here(const words *list, size_t i, size_t end, unsigned long ore)
{
    size_t next = i + 1;
    while (next < list->count && list->items[next].start < end)
        next++;
    bool is_year = ore >= 190000 && ore <= 209900 && next == i + 1;
    bool goes_on = end < list->size && strchr("-/:%", list->text[end]) && list->text[end];
    bool is_part = list->items[i].gap == GAP_NONE || list->items[i].gap == GAP_OTHER ||
                   list->text[list->items[i].start] == '0';
    bool is_counted = next < list->count && list->items[next].gap == GAP_SPACE &&
                      (list->items[next].is_number || list->items[next].is_capital ||
                       word_is(list, next, "år") || word_is(list, next, "procent"));
    if (goes_on || is_part || is_counted || ore < 10000 || ore > 100000000)
        return false;
    return has_money_behind(list, next) || (!is_year && has_money_before(list, i));
}

void find_sums(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        size_t said = list->items[i].is_number ? i : find_said_sum(list, i, findings);
        if (said > i)
            i = said - 1;
        if (!list->items[i].is_number || is_later_part(list, i))
            continue;
        unsigned long ore;
        size_t start = list->items[i].start;
        size_t end = read_sum(list->text, list->size, start, &ore);
        size_t unit = money_at(list->text, list->size, end);
        bool is_sum = unit || is_sum_here(list, i, end, ore);
        if (is_sum && is_exact(ore))
            add_finding(findings, start, end + unit, LYH_FINDING_SUM,
                        unit ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW,
                        N_("an exact sum"));
    }
}
