#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "../checks.h"
#include "../numbers.h"
#include "../shape.h"

/* --- what a shape must also be --- */

static bool is_anything(const shape_match *match)
{
    return match->count > 0;
}

static bool has_luhn(const shape_match *match)
{
    return match->digits[0] != '0' && check_luhn(match->digits, match->count);
}

static bool is_card(const shape_match *match)
{
    return match->count >= 13 && match->count <= 19 && has_luhn(match);
}

/* SKV 709: the third digit is 2 or more, which no month begins with. */
static bool is_organisation(const shape_match *match)
{
    return match->digits[2] >= '2' && has_luhn(match);
}

bool is_year(const char *digits)
{
    return (digits[0] == '1' && digits[1] == '9') || (digits[0] == '2' && digits[1] == '0');
}

/* Two years with a dash between are a time, whatever their check digit is. */
static bool is_giro(const shape_match *match)
{
    bool is_span =
        match->count == 8 && is_year(match->digits) && is_year(match->digits + 4);
    return !is_span && has_luhn(match);
}

/* 2019-2021 and 2019/20 are years of school; 2019-004512 is a case. */
static bool is_register(const shape_match *match)
{
    bool is_span = match->count == 8 && is_year(match->digits + 4);
    return is_year(match->digits) && !is_span;
}

static bool is_long_enough(const shape_match *match)
{
    return match->count >= 6;
}

static bool is_court_case(const shape_match *match)
{
    return match->digits[0] && strchr("ABFKMPTUÄÖ", match->digits[0]);
}

static bool is_authority_case(const shape_match *match)
{
    static const char *const printed[] = { "SFS", "SOU", "DS", "ISBN", "ISSN", "ISO" };
    for (size_t i = 0; i < G_N_ELEMENTS(printed); i++)
        if (g_str_has_prefix(match->digits, printed[i]))
            return false;
    return true;
}

/* In the order in which they are tried; what begins with W is tried at words of capitals. */
static const struct shape {
    const char *shape;
    lyh_finding_kind kind;
    word_classes cue; /* must stand in the four words before; 0: none needed */
    bool (*is_it)(const shape_match *match);
    lyh_confidence confidence;
    const char *why;
} shapes[] = {
    { "dddd dddd dddd dddd", LYH_FINDING_ACCOUNT, 0, is_card, LYH_CONFIDENCE_HIGH,
      N_("a card number with its check digit") },
    { "dddd-dddd-dddd-dddd", LYH_FINDING_ACCOUNT, 0, is_card, LYH_CONFIDENCE_HIGH,
      N_("a card number with its check digit") },
    { "dddd dddddd ddddd", LYH_FINDING_ACCOUNT, 0, is_card, LYH_CONFIDENCE_HIGH,
      N_("a card number with its check digit") },
    { "dddd dddd dddd dddd", LYH_FINDING_ACCOUNT, 0, is_anything, LYH_CONFIDENCE_LOW,
      N_("the shape of a card number") },
    { "D", LYH_FINDING_ACCOUNT, 0, is_card, LYH_CONFIDENCE_LOW,
      N_("a card number with its check digit") },
    { "dddddd-dddd", LYH_FINDING_ORGANISATION_NUMBER, 0, is_organisation,
      LYH_CONFIDENCE_HIGH, N_("third digit and check digit are an organisation's") },
    { "dddddd_dddd", LYH_FINDING_ORGANISATION_NUMBER, CUE_ORG, is_anything,
      LYH_CONFIDENCE_LOW, N_("said to be an organisation number") },
    { "dddd-d, G", LYH_FINDING_ACCOUNT, 0, is_long_enough, LYH_CONFIDENCE_HIGH,
      N_("a clearing number and an account") },
    { "dddd-d, kontosG", LYH_FINDING_ACCOUNT, 0, is_long_enough, LYH_CONFIDENCE_HIGH,
      N_("a clearing number and an account") },
    { "dddd-d G", LYH_FINDING_ACCOUNT, 0, is_long_enough, LYH_CONFIDENCE_HIGH,
      N_("a clearing number and an account") },
    { "dddd, G", LYH_FINDING_ACCOUNT, CUE_ACCOUNT, is_long_enough, LYH_CONFIDENCE_HIGH,
      N_("a clearing number and an account") },
    { "ddd-dddd", LYH_FINDING_ACCOUNT, CUE_ACCOUNT, is_anything, LYH_CONFIDENCE_HIGH,
      N_("said to be an account") },
    { "dddd-dddd", LYH_FINDING_ACCOUNT, CUE_ACCOUNT, is_anything, LYH_CONFIDENCE_HIGH,
      N_("said to be an account") },
    { "dddd-dddd", LYH_FINDING_ACCOUNT, 0, is_giro, LYH_CONFIDENCE_LOW,
      N_("a bankgiro number with its check digit") },
    { "ddd-dddd", LYH_FINDING_ACCOUNT, 0, is_giro, LYH_CONFIDENCE_LOW,
      N_("a bankgiro number with its check digit") },
    { "dd dd dd-d", LYH_FINDING_ACCOUNT, 0, is_giro, LYH_CONFIDENCE_LOW,
      N_("a plusgiro number with its check digit") },
    { "d dd dd-d", LYH_FINDING_ACCOUNT, 0, is_giro, LYH_CONFIDENCE_LOW,
      N_("a plusgiro number with its check digit") },
    { "ddd dd dd-d", LYH_FINDING_ACCOUNT, 0, is_giro, LYH_CONFIDENCE_LOW,
      N_("a plusgiro number with its check digit") },
    { "dddd-WD-dd", LYH_FINDING_CASE_NUMBER, 0, is_anything, LYH_CONFIDENCE_HIGH,
      N_("the shape of a case number of the police") },
    { "dddd-W-D", LYH_FINDING_CASE_NUMBER, 0, is_register, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "dddd/W/D", LYH_FINDING_CASE_NUMBER, 0, is_register, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "dddd.W.D", LYH_FINDING_CASE_NUMBER, 0, is_register, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "W-dddd-D", LYH_FINDING_CASE_NUMBER, 0, is_authority_case, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "WsddddsG", LYH_FINDING_CASE_NUMBER, CUE_CASE, is_authority_case, LYH_CONFIDENCE_HIGH,
      N_("said to be a case number") },
    { "W dddd/D", LYH_FINDING_CASE_NUMBER, 0, is_authority_case, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "W dddd-D", LYH_FINDING_CASE_NUMBER, 0, is_authority_case, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "W.dddd.D", LYH_FINDING_CASE_NUMBER, 0, is_authority_case, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "W/dddd/D", LYH_FINDING_CASE_NUMBER, 0, is_authority_case, LYH_CONFIDENCE_HIGH,
      N_("letters, a year and a number") },
    { "Wsdd-dddD", LYH_FINDING_CASE_NUMBER, 0, is_authority_case, LYH_CONFIDENCE_LOW,
      N_("letters, a year and a number") },
    { "W-dd-dddD", LYH_FINDING_CASE_NUMBER, 0, is_authority_case, LYH_CONFIDENCE_LOW,
      N_("letters, a year and a number") },
    { "ddd ddd dd", LYH_FINDING_PHONE, 0, is_anything, LYH_CONFIDENCE_LOW,
      N_("the form of a telephone number") },
    { "W D-dd", LYH_FINDING_CASE_NUMBER, 0, is_court_case, LYH_CONFIDENCE_HIGH,
      N_("the shape of a case number of a court") },
    { "dddd-ddddD", LYH_FINDING_CASE_NUMBER, 0, is_register, LYH_CONFIDENCE_LOW,
      N_("a year and a number") },
    { "dddd/ddD", LYH_FINDING_CASE_NUMBER, 0, is_register, LYH_CONFIDENCE_LOW,
      N_("a year and a number") },
    { "D.D.D-D/dddd", LYH_FINDING_CASE_NUMBER, 0, is_long_enough, LYH_CONFIDENCE_HIGH,
      N_("a number of an authority's register") },
    { "D.D-D/dddd", LYH_FINDING_CASE_NUMBER, 0, is_long_enough, LYH_CONFIDENCE_HIGH,
      N_("a number of an authority's register") },
    { "D.D.D-dddd-D", LYH_FINDING_CASE_NUMBER, 0, is_long_enough, LYH_CONFIDENCE_HIGH,
      N_("a number of an authority's register") },
    { "D-D/dddd", LYH_FINDING_CASE_NUMBER, 0, is_long_enough, LYH_CONFIDENCE_LOW,
      N_("a number of an authority's register") },
    { "d-dddddD", LYH_FINDING_CASE_NUMBER, 0, is_long_enough, LYH_CONFIDENCE_LOW,
      N_("two long groups of figures") },
    { "dd-dddddD", LYH_FINDING_CASE_NUMBER, 0, is_long_enough, LYH_CONFIDENCE_LOW,
      N_("two long groups of figures") },
    { "ddd-dddddD", LYH_FINDING_CASE_NUMBER, 0, is_long_enough, LYH_CONFIDENCE_LOW,
      N_("two long groups of figures") },
};

bool is_measured(const words *list, size_t end)
{
    static const char *const units[] = { "kr",       "kronor",   "procent", "år",
                                         "invånare", "personer", "dagar",   "timmar",
                                         "minuter",  "gånger",   "månader", "veckor",
                                         "%",        ":-" };
    size_t at = end + shape_space(list->text, list->size, end);
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        size_t length = strlen(units[i]);
        if (list->size - at >= length && memcmp(list->text + at, units[i], length) == 0)
            return true;
    }
    return false;
}

/* A dash and more digits: the shape was a part of something longer, like a date. */
static bool goes_on(const words *list, size_t end)
{
    size_t dash = shape_dash(list->text, list->size, end);
    return dash > 0 && end + dash < list->size && g_ascii_isdigit(list->text[end + dash]);
}

static size_t find_shape_at(const words *list, size_t i, GArray *findings)
{
    const word *at = &list->items[i];
    for (size_t k = 0; k < G_N_ELEMENTS(shapes); k++) {
        const struct shape *row = &shapes[k];
        shape_match match = { 0 };
        if (at->is_number == (row->shape[0] == 'W') ||
            !shape_at(list->text, list->size, at->start, row->shape, &match) ||
            !row->is_it(&match) || is_measured(list, match.end) ||
            goes_on(list, match.end) ||
            (row->cue && !words_cue_before(list, i, row->cue, 4)))
            continue;
        add_finding(findings, at->start, match.end, row->kind, row->confidence, row->why);
        return match.end;
    }
    return 0;
}

/* --- said to be --- */

static bool says_clearing(const words *list, size_t i)
{
    for (size_t k = 1; k <= 2 && k <= i; k++)
        if (word_is(list, i - k, "clearing") || word_is(list, i - k, "clearingnummer") ||
            word_is(list, i - k, "clearingnumret"))
            return true;
    return false;
}

static bool find_said_account(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    shape_match match;
    if (!words_cue_before(list, i, CUE_ACCOUNT, 4) ||
        !shape_at(list->text, list->size, at->start, "G", &match) ||
        match.count < (says_clearing(list, i) ? 4 : 5) || is_measured(list, match.end))
        return false;
    *end = match.end;
    add_finding(findings, at->start, *end, LYH_FINDING_ACCOUNT, LYH_CONFIDENCE_HIGH,
                N_("said to be an account"));
    return true;
}

/* SE45 5000 0000 0583 9825 7466 */
static bool find_iban(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    char characters[36];
    size_t count = 0;
    if (!at->has_digit || !at->is_upper || !g_ascii_isdigit(list->text[at->start + 2]))
        return false;
    *end = at->start;
    while (count < 34 && *end < list->size) {
        char c = list->text[*end];
        if (g_ascii_isupper(c) || g_ascii_isdigit(c))
            characters[count++] = c;
        else if (c != ' ' || *end + 1 >= list->size ||
                 !g_ascii_isalnum(list->text[*end + 1]))
            break;
        (*end)++;
    }
    bool is_swedish = count == 24 && characters[0] == 'S' && characters[1] == 'E';
    if (count < 15 || (!check_iban(characters, count) && !is_swedish))
        return false;
    add_finding(findings, at->start, *end, LYH_FINDING_ACCOUNT, LYH_CONFIDENCE_HIGH,
                N_("the form of an IBAN"));
    return true;
}

/* --- postal codes and property --- */

static bool find_postal_code(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    shape_match match;
    if (!(shape_at(list->text, list->size, at->start, "ddd dd", &match) ||
          shape_at(list->text, list->size, at->start, "ddddd", &match)) ||
        match.digits[0] == '0' || is_measured(list, match.end))
        return false;
    size_t next = match.end > at->end ? i + 2 : i + 1;
    bool has_town = next < list->count && list->items[next].is_capital &&
                    list->items[next].gap <= GAP_COMMA;
    bool has_country = i > 0 && at->gap == GAP_OTHER &&
                       (word_is(list, i - 1, "s") || word_is(list, i - 1, "se"));
    bool is_said = has_country || words_cue_before(list, i, CUE_POST, 3);
    bool is_behind_street = i > 1 && list->items[i - 1].is_number &&
                            word_size(list, i - 1) <= 3 && list->items[i - 2].is_capital &&
                            at->gap >= GAP_COMMA;
    is_behind_street =
        is_behind_street ||
        (i > 0 && at->gap == GAP_COMMA && match.end > at->end &&
         (list->items[i - 1].is_number || (list->items[i - 1].classes & WORD_STREET)));
    /* "till 832 56": nothing else is written in such groups */
    bool is_grouped = match.end > at->end && i > 0 && at->gap == GAP_SPACE &&
                      (list->items[i - 1].classes & CUE_PLACE) &&
                      !(next < list->count && list->items[next].gap == GAP_SPACE &&
                        list->items[next].is_number);
    /* "vid brevlådan, 263 58, i regnet": three and two digits by themselves */
    bool is_alone = match.end > at->end && at->gap >= GAP_COMMA && at->gap != GAP_OTHER &&
                    (next >= list->count || (list->items[next].gap >= GAP_COMMA &&
                                             list->items[next].gap != GAP_OTHER));
    if (!has_town && !is_said && !is_behind_street && !is_grouped && !is_alone)
        return false;
    *end = match.end;
    add_finding(findings, at->start, *end, LYH_FINDING_POSTAL_CODE,
                has_town || is_said ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW,
                N_("five digits where a postal code stands"));
    return true;
}

/* Nacksta 5:61 */
static bool find_property(const words *list, size_t i, GArray *findings, size_t *end)
{
    const word *at = &list->items[i];
    shape_match match;
    if (i == 0 || word_size(list, i) > 3 || at->gap != GAP_SPACE ||
        !shape_at(list->text, list->size, at->start, "D:D", &match) || match.count > 6)
        return false;
    const word *name = &list->items[i - 1];
    if (!name->is_capital || name->is_upper || (name->classes & WORD_KNOWN))
        return false;
    *end = match.end;
    add_finding(findings, name->start, *end, LYH_FINDING_PROPERTY, LYH_CONFIDENCE_HIGH,
                N_("a name and two numbers with a colon"));
    return true;
}

/* --- one word --- */

/* What number @i is part of; the place behind it, or 0. */
static size_t find_at_number(const words *list, size_t i, GArray *findings)
{
    size_t end = 0;
    if (find_phone(list, i, findings, &end))
        return end;
    if ((end = find_shape_at(list, i, findings)) > 0)
        return end;
    if (find_postal_code(list, i, findings, &end) ||
        find_said_account(list, i, findings, &end) ||
        find_said_case(list, i, findings, &end) || find_property(list, i, findings, &end) ||
        find_local_phone(list, i, findings, &end) ||
        find_spoken_case(list, i, findings, &end))
        return end;
    return 0;
}

static size_t find_at_word(const words *list, size_t i, GArray *findings)
{
    size_t end = 0;
    if (find_said_phone(list, i, findings, &end))
        return end;
    if (list->items[i].is_capital && find_office_case(list, i, findings, &end))
        return end;
    if (!list->items[i].is_upper)
        return list->items[i].has_digit && find_said_case(list, i, findings, &end) ? end
                                                                                   : 0;
    if (find_iban(list, i, findings, &end))
        return end;
    if ((end = find_shape_at(list, i, findings)) > 0)
        return end;
    return list->items[i].has_digit && find_said_case(list, i, findings, &end) ? end : 0;
}

void find_numbers(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count;) {
        size_t end = list->items[i].is_number ? find_at_number(list, i, findings)
                                              : find_at_word(list, i, findings);
        i++;
        while (i < list->count && list->items[i].start < end)
            i++;
    }
}
