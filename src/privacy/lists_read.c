#include "lists_read.h"

#include <string.h>

#define EMBEDDED(name)                                                                     \
    extern const unsigned char lyh_embedded_##name[];                                      \
    extern const size_t lyh_embedded_##name##_size;

EMBEDDED(cards)
EMBEDDED(counts)
EMBEDDED(crimes)
EMBEDDED(cues)
EMBEDDED(diagnoses)
EMBEDDED(employers)
EMBEDDED(family)
EMBEDDED(given)
EMBEDDED(known)
EMBEDDED(landlords)
EMBEDDED(locals)
EMBEDDED(municipalities)
EMBEDDED(persons)
EMBEDDED(places)
EMBEDDED(regions)
EMBEDDED(streets)
EMBEDDED(titles)

/* Endings of nouns, indefinite and definite, one and many, and whose. */
static void add_with_endings(entries *table, const char *word, size_t size,
                             word_classes classes)
{
    static const char *const endings[] = { "",    "n",    "en",   "et", "t",    "er",
                                           "ar",  "or",   "r",    "na", "erna", "arna",
                                           "ren", "orna", "aren", "s",  "ens",  "ets",
                                           "ers", "are",  "arens" };
    char form[WORD_MOST];
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t length = strlen(endings[i]);
        if (size + length > WORD_MOST)
            continue;
        memcpy(form, word, size);
        memcpy(form + size, endings[i], length);
        entries_add(table, form, size + length, classes);
    }
}

static size_t trimmed(const char *text, size_t size)
{
    while (size > 0 && g_ascii_isspace(text[size - 1]))
        size--;
    return size;
}

/* One line that says no more than a word, with + (endings) or ~ (weak) behind it. */
static void add_line(entries *table, const char *line, size_t size, word_classes classes)
{
    bool has_endings = size > 0 && line[size - 1] == '+';
    bool is_weak = size > 0 && line[size - 1] == '~';
    if (is_weak && (classes & (WORD_GIVEN | WORD_FAMILY)))
        classes |= WORD_WEAK_NAME;
    else if (is_weak)
        classes |= WORD_WEAK_PLACE;
    size = trimmed(line, size - (has_endings || is_weak));
    if (has_endings)
        add_with_endings(table, line, size, classes);
    else
        entries_add(table, line, size, classes);
}

static word_classes cue_of(const char *word, size_t size)
{
    static const struct {
        const char *word;
        word_classes class;
    } cues[] = {
        { "account", CUE_ACCOUNT },
        { "age", CUE_AGE },
        { "card", CUE_CARD },
        { "case", CUE_CASE },
        { "currency", WORD_CURRENCY },
        { "feast", WORD_FEAST },
        { "female", CUE_FEMALE },
        { "he", WORD_HE },
        { "hen", WORD_HEN },
        { "kin", CUE_KIN },
        { "large", WORD_LARGE },
        { "male", CUE_MALE },
        { "money", CUE_MONEY },
        { "name", CUE_NAME },
        { "named", CUE_NAMED },
        { "ordinal", WORD_ORDINAL },
        { "org", CUE_ORG },
        { "other", CUE_OTHER },
        { "phone", CUE_PHONE },
        { "place", CUE_PLACE },
        { "post", CUE_POST },
        { "season", WORD_SEASON },
        { "she", WORD_SHE },
        { "small", WORD_SMALL },
        { "staff", CUE_STAFF },
        { "tens", WORD_TENS },
        { "unit", CUE_UNIT },
        { "work", CUE_WORK },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
        if (strlen(cues[i].word) == size && memcmp(cues[i].word, word, size) == 0)
            return cues[i].class;
    g_assert_not_reached();
}

/* "handläggare: name staff" */
static void add_cue(entries *table, const char *line, size_t size, word_classes classes)
{
    const char *colon = g_strrstr_len(line, (gssize)size, ": ");
    g_assert(colon);
    for (const char *at = colon + 1; at < line + size;) {
        while (at < line + size && *at == ' ')
            at++;
        const char *end = at;
        while (end < line + size && *end != ' ')
            end++;
        classes |= cue_of(at, (size_t)(end - at));
        at = end;
    }
    entries_add(table, line, (size_t)(colon - line), classes);
}

/* "Region Skåne: Skåne län, Skåne" */
static void add_region(entries *table, const char *line, size_t size, word_classes classes)
{
    for (const char *at = line; at < line + size;) {
        const char *end = at;
        while (end < line + size && *end != ':' && *end != ',')
            end++;
        entries_add(table, at, trimmed(at, (size_t)(end - at)), classes);
        at = end + (end < line + size);
        while (at < line + size && *at == ' ')
            at++;
    }
}

typedef void (*add_function)(entries *, const char *, size_t, word_classes);

static void add_list(entries *table, const unsigned char *bytes, size_t size,
                     add_function add, word_classes classes)
{
    const char *text = (const char *)bytes;
    for (size_t at = 0; at < size;) {
        const char *stop = memchr(text + at, '\n', size - at);
        size_t length = stop ? (size_t)(stop - text) - at : size - at;
        if (length > 0 && text[at] != '#')
            add(table, text + at, trimmed(text + at, length), classes);
        at += length + 1;
    }
}

static void add_months(entries *table)
{
    static const char *const months[] = { "januari",   "februari", "mars",     "april",
                                          "maj",       "juni",     "juli",     "augusti",
                                          "september", "oktober",  "november", "december",
                                          "jan",       "feb",      "apr",      "aug",
                                          "sept",      "okt",      "nov",      "dec" };
    for (size_t i = 0; i < G_N_ELEMENTS(months); i++)
        entries_add(table, months[i], strlen(months[i]), WORD_MONTH);
}

#define LIST(name, add, classes)                                                           \
    add_list(table, lyh_embedded_##name, lyh_embedded_##name##_size, add, classes)

void lists_read(entries *table)
{
    LIST(cards, add_line, WORD_CARD);
    LIST(crimes, add_line, WORD_CRIME);
    LIST(cues, add_cue, 0);
    LIST(counts, add_cue, 0);
    LIST(persons, add_cue, 0);
    LIST(diagnoses, add_line, WORD_DIAGNOSIS);
    LIST(employers, add_line, WORD_EMPLOYER);
    LIST(family, add_line, WORD_FAMILY);
    LIST(given, add_line, WORD_GIVEN);
    LIST(known, add_line, WORD_KNOWN);
    LIST(landlords, add_line, WORD_LANDLORD);
    LIST(locals, add_line, WORD_LOCAL);
    LIST(municipalities, add_line, WORD_MUNICIPALITY);
    LIST(places, add_line, WORD_PLACE);
    LIST(regions, add_region, WORD_REGION);
    LIST(streets, add_line, WORD_STREET);
    LIST(titles, add_line, WORD_TITLE);
    add_months(table);
}
