#include "../numbers.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "finders.h"
#include "../shape.h"

static bool is_case_sign(const char *text, size_t size, size_t at)
{
    return at < size && text[at] && (g_ascii_isalnum(text[at]) || strchr("-/:.", text[at]));
}

/* "dnr 4411-23", "mål nr T 12-21", "kundnummer 88 123 456" */
bool find_said_case(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    if (!words_cue_before(list, i, CUE_CASE, 4) ||
        words_cue_before(list, i, CUE_ACCOUNT, 2))
        return false;
    size_t digits = 0;
    bool has_sign = at->has_digit;
    for (*end = at->start; is_case_sign(list->text, list->size, *end); (*end)++) {
        digits += g_ascii_isdigit(list->text[*end]);
        has_sign = has_sign || !g_ascii_isdigit(list->text[*end]);
    }
    while (*end > at->end && strchr("-/:.", list->text[*end - 1]))
        (*end)--;
    shape_match match; /* "kundnummer 88 123 456" */
    if (digits < 4 && !has_sign &&
        shape_at(list->text, list->size, at->start, "G", &match) && match.count >= 6) {
        *end = match.end;
        digits = match.count;
    }
    bool is_plain_year = digits == 4 && !has_sign && is_year(list->text + at->start);
    if (digits < 4 || is_plain_year || is_measured(list, *end))
        return false;
    add_finding(findings, at->start, *end, LYH_FINDING_CASE_NUMBER, LYH_CONFIDENCE_HIGH,
                N_("said to be a case number"));
    return true;
}

/* "FK-229/2021", "PaN 22/0418": letters of an office, and a number with its year. */
bool find_office_case(const words *list, size_t i, GArray *findings, size_t *end)
{
    static const char *const printed[] = { "SFS",   "SOU",  "Prop", "HFD",  "NJA",
                                           "RÅ",    "ISO",  "EU",   "ISBN", "TV",
                                           "SOSFS", "HSLF", "AD",   "IP" };
    const word *at = &list->items[i];
    const word *next = at + 1;
    size_t size = word_size(list, i);
    if (i + 1 >= list->count || !at->is_capital || at->has_digit || size < 2 || size > 6 ||
        !next->is_number || next->gap > GAP_OTHER || next->gap == GAP_COMMA ||
        next->start > at->end + 1u || !g_ascii_isupper(list->text[at->start + size - 1]))
        return false;
    if (is_spelled_as_any(list->text + at->start, size, printed, G_N_ELEMENTS(printed)))
        return false;
    size_t digits = 0, signs = 0, last = next->start;
    for (size_t k = last; k < list->size && k < last + 24; k++) {
        bool is_digit = g_ascii_isdigit(list->text[k]);
        bool is_sign =
            list->text[k] == '-' || list->text[k] == '/' ||
            (list->text[k] == '.' && k == last + 4 && is_year(list->text + last));
        if (!is_digit &&
            !(is_sign && k + 1 < list->size && g_ascii_isdigit(list->text[k + 1])))
            break;
        digits += is_digit;
        signs += is_sign;
        *end = k + 1;
    }
    bool is_span =
        digits == 8 && is_year(list->text + last) && is_year(list->text + *end - 4);
    if (signs == 0 || digits < 5 || is_span)
        return false;
    add_finding(findings, at->start, *end, LYH_FINDING_CASE_NUMBER, LYH_CONFIDENCE_LOW,
                N_("letters, a year and a number"));
    return true;
}

/* "numret på ärendet. VON 2022.417", "till rätten, nummer... frun har. 6612-22" */
static bool is_spoken_of(const words *list, size_t i)
{
    static const char *const numbers[] = { "nummer", "numret", "nr", "aktbilaga", "domen" };
    enum { NEAR = 12 };
    for (size_t k = 1; k <= NEAR && k <= i; k++) {
        if (list->items[i].sentence - list->items[i - k].sentence > 2)
            return false;
        if (list->items[i - k].classes & CUE_CASE)
            return true;
        if (word_is_any(list, i - k, numbers, G_N_ELEMENTS(numbers)))
            return true;
    }
    return false;
}

/* "2022/LSS-4471": a year, letters of an office and a number. */
static bool find_year_case(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    size_t letters = at->end + 1, k = letters;
    if (word_size(list, i) != 4 || !is_year(list->text + at->start) ||
        letters >= list->size || list->text[at->end] != '/')
        return false;
    while (k < list->size && g_ascii_isupper(list->text[k]))
        k++;
    bool has_letters = k - letters >= 2 && k - letters <= 6;
    size_t digits = k + (k < list->size && strchr("-/: ", list->text[k]) && list->text[k]);
    *end = digits;
    while (*end < list->size && g_ascii_isdigit(list->text[*end]))
        ++*end;
    if (!has_letters || digits == k || *end - digits < 2)
        return false;
    add_finding(findings, at->start, *end, LYH_FINDING_CASE_NUMBER, LYH_CONFIDENCE_LOW,
                N_("letters, a year and a number"));
    return true;
}

bool find_spoken_case(const words *list, size_t i, GArray *findings, size_t *end)
{
    static const char *const forms[] = { "D-dd",   "D/dd",   "dddd.D",
                                         "dddd:D", "dddd/D", "dddd-D" };
    const word *at = &list->items[i];
    shape_match match;
    if (find_year_case(list, i, findings, end))
        return true;
    if (word_size(list, i) < 3 || word_size(list, i) > 6 || at->end + 2 >= list->size ||
        !strchr("-/.:", list->text[at->end]) || !g_ascii_isdigit(list->text[at->end + 1]))
        return false;
    for (size_t k = 0; k < G_N_ELEMENTS(forms); k++) {
        if (!shape_at(list->text, list->size, at->start, forms[k], &match) ||
            is_measured(list, match.end) || (k >= 2 && !is_year(match.digits)) ||
            (k >= 2 && match.count == 8 && is_year(match.digits + 4)) ||
            !is_spoken_of(list, i))
            continue;
        *end = match.end;
        add_finding(findings, at->start, *end, LYH_FINDING_CASE_NUMBER, LYH_CONFIDENCE_LOW,
                    N_("the form of a case number, where a number is spoken of"));
        return true;
    }
    return false;
}
