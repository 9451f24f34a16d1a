#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* Numbers as words, up to ninety-nine; what remains of the word behind it. */
static const char *const tens[] = { "tjugo",  "trettio", "tretti", "fyrtio", "fyrti",
                                    "femtio", "femti",   "sextio", "sexti",  "sjuttio",
                                    "sjutti", "åttio",   "åtti",   "nittio", "nitti" };
static const char *const ones[] = { "ett",    "en",     "två",     "tre",     "fyra",
                                    "fem",    "sex",    "sju",     "åtta",    "nio",
                                    "tio",    "elva",   "tolv",    "tretton", "fjorton",
                                    "femton", "sexton", "sjutton", "arton",   "nitton" };

static bool is_one_of(const char *text, size_t size, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == size && memcmp(list[i], text, size) == 0)
            return true;
    return false;
}

static bool is_said_number(const words *list, size_t i, bool *is_large)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    *is_large = false;
    char first = (char)(list->text[list->items[i].start] | 0x20);
    if (size > 16 || size < 2 || !memchr("tfsnea\xe3", first, 7))
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    for (size_t k = 0; k < G_N_ELEMENTS(tens); k++) {
        size_t length = strlen(tens[k]);
        if (size < length || memcmp(folded, tens[k], length) != 0)
            continue;
        *is_large = true;
        if (size == length || is_one_of(folded + length, size - length, ones, 10))
            return true;
    }
    *is_large = false;
    return is_one_of(folded, size, ones, G_N_ELEMENTS(ones));
}

static bool is_any(const words *list, size_t i, const char *const *lower, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (word_is(list, i, lower[k]))
            return true;
    return false;
}

/* "för tio år sedan", "i fem år": a while, not an age. */
static bool is_while(const words *list, size_t number, size_t unit)
{
    static const char *const before[] = { "för",   "i",       "på",      "under", "efter",
                                          "inom",  "om",      "senaste", "över",  "flera",
                                          "minst", "drygt",   "sedan",   "sen",   "första",
                                          "sista", "varje",   "dom",     "de",    "ca",
                                          "cirka", "ungefär", "kanske" };
    static const char *const after[] = { "sedan",    "sen",    "senare",
                                         "tillbaka", "framåt", "till" };
    if (number > 0 && list->items[number].gap <= GAP_SPACE &&
        is_any(list, number - 1, before, G_N_ELEMENTS(before)))
        return true;
    return unit + 1 < list->count && list->items[unit + 1].gap <= GAP_SPACE &&
           is_any(list, unit + 1, after, G_N_ELEMENTS(after));
}

static bool says_age_before(const words *list, size_t i)
{
    static const char *const before[] = { "är",   "fyller", "fyllt", "fyllde",
                                          "blev", "blir",   "bli",   "var",
                                          "vart", "blivit", "ålder", "åldern",
                                          "idag", "nu",     "ju",    "fyllda" };
    return i > 0 && list->items[i].gap <= GAP_SPACE &&
           is_any(list, i - 1, before, G_N_ELEMENTS(before));
}

static void add_age(GArray *findings, size_t start, size_t end, lyh_confidence confidence)
{
    add_finding(findings, start, end, LYH_FINDING_AGE, confidence, N_("an age in years"));
}

/* "47 år", "47-årig", "sextiosju år gammal" */
static bool find_with_unit(const words *list, size_t i, bool is_small, GArray *findings)
{
    if (i + 1 >= list->count || list->items[i + 1].gap > GAP_OTHER ||
        list->items[i + 1].gap == GAP_COMMA)
        return false;
    bool is_unit = word_is(list, i + 1, "år") || word_is(list, i + 1, "års");
    bool is_old = strncmp(list->text + list->items[i + 1].start, "åri", strlen("åri")) == 0;
    if ((!is_unit && !is_old) || (is_unit && is_while(list, i, i + 1)))
        return false;
    bool is_said = is_old || says_age_before(list, i);
    if (is_small && !is_said)
        return false;
    add_age(findings, list->items[i].start, list->items[i + 1].end,
            is_said ? LYH_CONFIDENCE_HIGH : LYH_CONFIDENCE_LOW);
    return true;
}

/* Who may have an age: jag, hen, a name, somebody's mother. */
static bool is_subject(const words *list, size_t i)
{
    static const char *const persons[] = { "jag", "hen", "hon", "han", "du" };
    const word *at = &list->items[i];
    return is_any(list, i, persons, G_N_ELEMENTS(persons)) ||
           (at->is_capital && (at->classes & (WORD_GIVEN | WORD_FAMILY))) ||
           (at->classes & (CUE_FEMALE | CUE_MALE)) != 0;
}

/* "jag är sextiosju": no unit, and the sentence goes no further with what there are so many of. */
static bool is_bare_age(const words *list, size_t i)
{
    static const char *const before[] = { "fyller", "fyllt", "fyllde", "fylla" };
    static const char *const being[] = { "är", "var", "blir", "blev" };
    if (i < 2)
        return false;
    bool is_end = i + 1 >= list->count || list->items[i + 1].gap >= GAP_COMMA ||
                  word_is(list, i + 1, "och") || word_is(list, i + 1, "nu");
    if (is_any(list, i - 1, before, G_N_ELEMENTS(before)))
        return true;
    static const char *const still[] = { "fortfarande", "bara",  "nu",  "ju",       "redan",
                                         "idag",        "snart", "nog", "faktiskt", "väl" };
    /* "jag är fortfarande 29", "är jag 29", "Stig är 91", "Femtioåtta är jag" */
    size_t verb = i - 1;
    while (verb > 1 && i - verb < 3 &&
           (is_any(list, verb, still, G_N_ELEMENTS(still)) || is_subject(list, verb)))
        verb--;
    bool is_turned = verb < i - 1 || is_subject(list, verb - 1);
    if (i + 2 < list->count && list->items[i + 1].gap == GAP_SPACE &&
        is_any(list, i + 1, being, G_N_ELEMENTS(being)) && is_subject(list, i + 2))
        return true;
    if (list->items[i].gap > GAP_SPACE)
        return false;
    if (is_end && is_turned && is_any(list, verb, being, G_N_ELEMENTS(being)))
        return true;
    bool is_person = word_is(list, i - 2, "jag") || word_is(list, i - 2, "hen") ||
                     word_is(list, i - 2, "hon") || word_is(list, i - 2, "han") ||
                     (i > 2 && word_is(list, i - 3, "jag"));
    return is_end && is_person && is_any(list, i - 1, being, G_N_ELEMENTS(being));
}

static int value_at(const words *list, size_t i)
{
    int value = 0;
    for (size_t at = list->items[i].start; at < list->items[i].end && value < 10000; at++)
        value = value * 10 + list->text[at] - '0';
    return value;
}

/* "född 1964", "född 64" */
static bool find_born(const words *list, size_t i, GArray *findings)
{
    static const char *const before[] = { "född", "föddes", "fött" };
    bool is_born = (i > 0 && is_any(list, i - 1, before, G_N_ELEMENTS(before))) ||
                   (i > 1 && is_any(list, i - 2, before, G_N_ELEMENTS(before)));
    if (!is_born || list->items[i].gap > GAP_SPACE ||
        (word_size(list, i) != 4 && word_size(list, i) != 2))
        return false;
    add_finding(findings, list->items[i].start, list->items[i].end, LYH_FINDING_AGE,
                LYH_CONFIDENCE_HIGH, N_("a year of birth"));
    return true;
}

void find_ages(const words *list, GArray *findings)
{
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        bool is_large;
        if (at->is_number) {
            int value = value_at(list, i);
            if (find_born(list, i, findings) || value < 1 || value > 110)
                continue;
            if (find_with_unit(list, i, value < 12, findings))
                continue;
            if (value >= 12 && is_bare_age(list, i))
                add_age(findings, at->start, at->end, LYH_CONFIDENCE_LOW);
        } else if (word_ends_in(list, i, "åring") || word_ends_in(list, i, "åringen")) {
            add_age(findings, at->start, at->end, LYH_CONFIDENCE_LOW);
        } else if (is_said_number(list, i, &is_large)) {
            bool is_birthday = i > 0 && word_is(list, i - 1, "fyller");
            is_birthday = is_birthday || (i > 0 && word_is(list, i - 1, "fyllde"));
            bool is_born = is_large && i > 0 && word_is(list, i - 1, "född");
            if (!find_with_unit(list, i, !is_large, findings) &&
                (is_birthday || is_born || (is_large && is_bare_age(list, i))))
                add_age(findings, at->start, at->end, LYH_CONFIDENCE_LOW);
        }
    }
}
