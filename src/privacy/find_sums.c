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

/* "fyratusen tvåhundratretton kronor": hundreds and what goes beyond them. */
static void find_said_sum(const words *list, size_t i, GArray *findings)
{
    static const char *const round[] = { "hundra", "tusen" };
    if (i == 0 || list->items[i].gap != GAP_SPACE ||
        !(word_is(list, i, "kronor") || word_is(list, i, "kr") ||
          word_is(list, i, "spänn")))
        return;
    bool is_large = holds(list, i - 1, "hundra") || holds(list, i - 1, "tusen");
    bool is_round = false;
    for (size_t k = 0; k < G_N_ELEMENTS(round); k++)
        is_round = is_round || word_is(list, i - 1, round[k]) ||
                   word_ends_in(list, i - 1, round[k]);
    if (!is_large || is_round)
        return;
    size_t first = i - 1;
    if (first > 0 && list->items[first].gap == GAP_SPACE && holds(list, first - 1, "tusen"))
        first--;
    add_finding(findings, list->items[first].start, list->items[i].end, LYH_FINDING_SUM,
                LYH_CONFIDENCE_LOW, N_("an exact sum"));
}

void find_sums(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!list->items[i].is_number)
            find_said_sum(list, i, findings);
        if (!list->items[i].is_number || is_later_part(list, i))
            continue;
        unsigned long ore;
        size_t start = list->items[i].start;
        size_t end = read_sum(list->text, list->size, start, &ore);
        size_t unit = money_at(list->text, list->size, end);
        if (unit && is_exact(ore))
            add_finding(findings, start, end + unit, LYH_FINDING_SUM, LYH_CONFIDENCE_HIGH,
                        N_("an exact sum"));
    }
}
