#include "../codes.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#include "finders.h"

static size_t capitals(const char *text, size_t size)
{
    size_t count = 0;
    while (count < size && g_ascii_isupper(text[count]))
        count++;
    return count;
}

static void add_id(codes *known, const char *id)
{
    size_t letters = capitals(id, strlen(id));
    g_hash_table_add(known->ids, g_strdup(id));
    if (letters == 0 || !id[letters] ||
        strspn(id + letters, "0123456789") != strlen(id + letters))
        return;
    known->fewest = known->most ? MIN(known->fewest, letters) : letters;
    known->most = MAX(known->most, letters);
}

void codes_init(codes *known, const lyh_scan_options *options)
{
    *known = (codes){ .scheme = options->scheme };
    known->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (known->scheme)
        lyh_scheme_letters(known->scheme, &known->fewest, &known->most);
    for (size_t i = 0; i < options->id_count; i++)
        add_id(known, options->ids[i]);
}

void codes_clear(codes *known)
{
    g_hash_table_unref(known->ids);
}

static bool is_known(const codes *known, const char *code)
{
    return g_hash_table_contains(known->ids, code) ||
           (known->scheme && lyh_scheme_fits(known->scheme, code, strlen(code)));
}

bool is_code_of_study(const words *list, size_t i, const codes *known)
{
    enum { LONGEST = 16 };
    char code[LONGEST + 1] = { 0 };
    size_t size = word_size(list, i);
    if (size > LONGEST)
        return false;
    memcpy(code, list->text + list->items[i].start, size);
    return is_known(known, code);
}

/* Letters that stand before a number in many texts and name no person. */
static bool is_common(const char *code, size_t letters)
{
    static const char *const common[] = { "EU", "CD",  "TV", "MP",    "PM", "KL",
                                          "NR", "SE",  "FN", "COVID", "A",  "SO",
                                          "VG", "ISO", "QR", "PS",    "IP" };
    return is_spelled_as_any(code, letters, common, G_N_ELEMENTS(common));
}

/* Scales, models and laws that are written alike: DSM-5, AK-47. */
static bool is_model(const char *code, size_t letters)
{
    static const char *const models[] = {
        "DSM", "ICD", "PHQ", "GAD", "SCL", "BDI", "WHO",  "VAS", "GAF", "AK",   "WD",
        "MIG", "SU",  "SMS", "SFS", "SOU", "DS",  "PROP", "HFD", "NJA", "KRAV", "COVID",
        "SÄ",  "LVU", "LVM", "LPT", "LSS", "SOL", "IP",   "KL",  "ABC", "ASRS", "MADRS",
        "RÅ",  "AD",  "HVB", "PLO", "USB", "KG",  "CM",   "MG",  "ML",  "CV",   "RFS",
        "EG",  "GB",  "MB",  "BMW", "DC",  "MD",  "PS",   "HIV", "HPV", "CYP",  "ADL"
    };
    return is_spelled_as_any(code, letters, models, G_N_ELEMENTS(models)) ||
           is_common(code, letters);
}

/* "Deltagare BV-09", "Svar nr ÅSD/31", "stod SKV-214": capitals, a sign and two or three digits. */
static void find_joined(const words *list, size_t i, const codes *known, GArray *findings)
{
    enum { LONGEST = 16 };
    const word *at = &list->items[i], *number = at + 1;
    size_t letters = word_size(list, i), digits = word_size(list, i + 1);
    char joint = list->text[at->end];
    bool goes_on = number->end + 1 < list->size &&
                   memchr("-/:.,%", list->text[number->end], 6) &&
                   g_ascii_isdigit(list->text[number->end + 1]);
    if (number->start != at->end + 1u || (joint != '-' && joint != '/') || letters < 2 ||
        letters > 6 || digits < 2 || digits > 3 || goes_on || at->gap < GAP_SPACE ||
        at->gap == GAP_OTHER || at->classes & (WORD_CARD | WORD_MUNICIPALITY) ||
        is_model(list->text + at->start, letters))
        return;
    char code[LONGEST + 1] = { 0 };
    size_t size = number->end - at->start;
    memcpy(code, list->text + at->start, MIN(size, LONGEST));
    if (is_known(known, code))
        return;
    add_finding(findings, at->start, number->end, LYH_FINDING_ID, LYH_CONFIDENCE_LOW,
                N_("the form of a respondent's code, but none of the study's"));
}

/* ABC 123, MLK48B: three letters and three figures of a Swedish car (Q, V, I, Å, Ä, Ö are never used). */
static void find_plate(const words *list, size_t i, GArray *findings)
{
    const char *text = list->text + list->items[i].start;
    size_t left = list->size - list->items[i].start;
    if (left < 6 || capitals(text, 3) < 3 || is_model(text, 3))
        return;
    size_t at = 3 + (text[3] == ' ');
    size_t size = at + 3;
    if (left < size || !g_ascii_isdigit(text[at]) || !g_ascii_isdigit(text[at + 1]) ||
        !(g_ascii_isdigit(text[at + 2]) || g_ascii_isupper(text[at + 2])) ||
        (left > size && (g_ascii_isalnum(text[size]) || strchr("-/:", text[size]))) ||
        memchr(text, 'Q', 3) || memchr(text, 'V', 3) || memchr(text, 'I', 3))
        return;
    add_finding(findings, list->items[i].start, list->items[i].start + size, LYH_FINDING_ID,
                LYH_CONFIDENCE_LOW, N_("the form of a car's registration"));
}

/* "IP3:" at the start of a line is who speaks in it, as the writer of the transcript numbers them. */
static bool is_numbered_speaker(const words *list, size_t i, size_t letters)
{
    static const char *const roles[] = { "IL", "IV", "ST", "RP", "UP", "FP",
                                         "MP", "DP", "RE", "SP", "BP" };
    const word *at = &list->items[i];
    return at->gap == GAP_BREAK && at->end < list->size && list->text[at->end] == ':' &&
           is_spelled_as_any(list->text + at->start, letters, roles, G_N_ELEMENTS(roles));
}

void find_codes(const words *list, const codes *known, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].is_upper && (word_size(list, i) == 3 || word_size(list, i) == 6))
            find_plate(list, i, findings);
    for (size_t i = 0; known->most > 0 && i < list->count; i++) {
        const word *at = &list->items[i];
        size_t size = word_size(list, i);
        if (at->is_upper && !at->has_digit && i + 1 < list->count && at[1].is_number)
            find_joined(list, i, known, findings);
        if (!at->has_digit || !at->is_capital || size > 16)
            continue;
        char code[17] = { 0 };
        memcpy(code, list->text + at->start, size);
        size_t letters = capitals(code, size);
        size_t digits = strspn(code + letters, "0123456789");
        if (letters < known->fewest || letters > known->most || letters + digits != size ||
            digits == 0 || digits > 3 ||
            (is_common(code, letters) && code[letters] != '0') || /* PS04 is no PS5 */
            is_known(known, code) || is_numbered_speaker(list, i, letters))
            continue;
        add_finding(findings, at->start, at->end, LYH_FINDING_ID, LYH_CONFIDENCE_HIGH,
                    N_("the form of a respondent's code, but none of the study's"));
    }
}
