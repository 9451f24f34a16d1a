#include "lists.h"

#include <string.h>

#include <glib.h>

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

/* Sixteen bytes: there are many, and looking one up is what the scan does most. */
typedef struct slot {
    uint64_t classes : 48; /* 0: free */
    uint64_t size : 16;
    uint32_t hash;
    uint32_t at; /* in the keys */
} slot;

enum { BITS = 18 };

struct word_table {
    slot *slots;
    size_t count, mask;
    GString *keys;
    uint8_t bits[1u << (BITS - 3)]; /* of the hashes of all entries */
};

enum { FIRST_SLOTS = 1u << 17 };

/* As many bits as a slot has for them. */
#define CLASSES ((1ull << 48) - 1)

/* A capital of Latin-1 or Latin Extended-A as its small letter; others as they are. */
static uint32_t small_letter(uint32_t c)
{
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
        return c + 0x20;
    bool is_even_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    bool is_odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((is_even_upper && c % 2 == 0) || (is_odd_upper && c % 2 == 1))
        return c + 1;
    return c;
}

static bool is_latin_pair(const unsigned char *bytes, size_t size)
{
    return size >= 2 && bytes[0] >= 0xC3 && bytes[0] <= 0xC5 && (bytes[1] & 0xC0) == 0x80;
}

bool word_is_capital(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (size > 0 && bytes[0] < 0x80)
        return g_ascii_isupper(bytes[0]);
    if (!is_latin_pair(bytes, size))
        return false;
    uint32_t c = (uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
    return small_letter(c) != c;
}

static uint32_t hash_more(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * 16777619u;
}

uint32_t word_hash(const char *folded, size_t size)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = hash_more(hash, (unsigned char)folded[i]);
    return hash;
}

/* The character at @bytes, folded, into @to; how many bytes it took. */
static size_t fold_one(const unsigned char *bytes, size_t size, char *to, size_t *length)
{
    *length = 1;
    if (bytes[0] < 0x80) {
        *to = (char)(bytes[0] >= 'A' && bytes[0] <= 'Z' ? bytes[0] | 0x20 : bytes[0]);
        return 1;
    }
    if (size >= 2 && bytes[0] == 0xC2 && bytes[1] == 0xA0) {
        *to = ' ';
        return 2;
    }
    if (!is_latin_pair(bytes, size)) {
        *to = (char)bytes[0];
        return 1;
    }
    uint32_t c = small_letter((uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F));
    to[0] = (char)(0xC0 | c >> 6);
    to[1] = (char)(0x80 | (c & 0x3F));
    *length = 2;
    return 2;
}

uint32_t word_fold(const char *text, size_t size, char *folded, size_t *new_size)
{
    g_assert(size <= WORD_MOST);
    size_t end = 0;
    uint32_t hash = 2166136261u;
    for (; end < size && text[end] > ' ' && text[end] < 0x7F; end++) { /* mostly all */
        char c = text[end];
        folded[end] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        hash = hash_more(hash, (unsigned char)folded[end]);
    }
    size_t hashed = end;
    for (size_t at = end; at < size;) {
        size_t length;
        at += fold_one((const unsigned char *)text + at, size - at, folded + end, &length);
        if (folded[end] == '\n' || folded[end] == '\t' || folded[end] == '\r')
            folded[end] = ' ';
        if (folded[end] != ' ' || (end > 0 && folded[end - 1] != ' '))
            end += length;
    }
    *new_size = end;
    for (; hashed < end; hashed++)
        hash = hash_more(hash, (unsigned char)folded[hashed]);
    return hash;
}

static slot *slot_of(const word_table *table, const char *key, size_t size, uint32_t hash)
{
    for (size_t i = hash & table->mask;; i = (i + 1) & table->mask) {
        slot *at = &table->slots[i];
        if (at->classes == 0 || (at->hash == hash && at->size == size &&
                                 memcmp(table->keys->str + at->at, key, size) == 0))
            return at;
    }
}

/* Most words of a text are on no list: one bit says so without a look at the table. */
static uint32_t bit_of(uint32_t hash)
{
    return (hash * 2654435769u) >> (32 - BITS);
}

static bool may_be_there(const word_table *table, uint32_t hash)
{
    uint32_t bit = bit_of(hash);
    return table->bits[bit >> 3] & 1u << (bit & 7);
}

word_classes word_table_find(const word_table *table, const char *folded, size_t size,
                             uint32_t hash)
{
    return may_be_there(table, hash) ? slot_of(table, folded, size, hash)->classes : 0;
}

static void grow(word_table *table)
{
    slot *old = table->slots;
    size_t size = table->mask + 1;
    table->slots = g_new0(slot, size * 2);
    table->mask = size * 2 - 1;
    for (size_t i = 0; i < size; i++)
        if (old[i].classes)
            *slot_of(table, table->keys->str + old[i].at, old[i].size, old[i].hash) =
                old[i];
    g_free(old);
}

static void put(word_table *table, const char *folded, size_t size, uint32_t hash,
                word_classes classes)
{
    slot *at = slot_of(table, folded, size, hash);
    if (at->classes) {
        at->classes = (at->classes | classes) & CLASSES;
        return;
    }
    table->bits[bit_of(hash) >> 3] |= (uint8_t)(1u << (bit_of(hash) & 7));
    *at = (slot){ classes & CLASSES, size & 0xFFFF, hash, (uint32_t)table->keys->len };
    g_string_append_len(table->keys, folded, (gssize)size);
    if (++table->count * 2 > table->mask)
        grow(table);
}

void word_table_add(word_table *table, const char *entry, size_t size, word_classes classes)
{
    char folded[WORD_MOST];
    size_t length;
    if (size == 0 || size > WORD_MOST)
        return;
    if ((classes & (WORD_PLACE | WORD_CARD | WORD_STUDY)) && !word_is_capital(entry, size))
        classes |= WORD_LOWER;
    uint32_t hash = word_fold(entry, size, folded, &length);
    put(table, folded, length, hash, classes);
    const char *space = memchr(folded, ' ', length);
    if (space)
        put(table, folded, (size_t)(space - folded),
            word_hash(folded, (size_t)(space - folded)), WORD_FIRST);
}

/* Endings of nouns, indefinite and definite, one and many, and whose. */
static void add_with_endings(word_table *table, const char *entry, size_t size,
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
        memcpy(form, entry, size);
        memcpy(form + size, endings[i], length);
        word_table_add(table, form, size + length, classes);
    }
}

static size_t trimmed(const char *text, size_t size)
{
    while (size > 0 && g_ascii_isspace(text[size - 1]))
        size--;
    return size;
}

/* One line that says no more than a word, with + (endings) or ~ (weak) behind it. */
static void add_line(word_table *table, const char *line, size_t size, word_classes classes)
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
        word_table_add(table, line, size, classes);
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
static void add_cue(word_table *table, const char *line, size_t size, word_classes classes)
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
    word_table_add(table, line, (size_t)(colon - line), classes);
}

/* "Region Skåne: Skåne län, Skåne" */
static void add_region(word_table *table, const char *line, size_t size,
                       word_classes classes)
{
    for (const char *at = line; at < line + size;) {
        const char *end = at;
        while (end < line + size && *end != ':' && *end != ',')
            end++;
        word_table_add(table, at, trimmed(at, (size_t)(end - at)), classes);
        at = end + (end < line + size);
        while (at < line + size && *at == ' ')
            at++;
    }
}

typedef void (*add_function)(word_table *, const char *, size_t, word_classes);

static void add_list(word_table *table, const unsigned char *bytes, size_t size,
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

static void add_months(word_table *table)
{
    static const char *const months[] = { "januari",   "februari", "mars",     "april",
                                          "maj",       "juni",     "juli",     "augusti",
                                          "september", "oktober",  "november", "december",
                                          "jan",       "feb",      "apr",      "aug",
                                          "sept",      "okt",      "nov",      "dec" };
    for (size_t i = 0; i < G_N_ELEMENTS(months); i++)
        word_table_add(table, months[i], strlen(months[i]), WORD_MONTH);
}

#define LIST(name, add, classes)                                                           \
    add_list(table, lyh_embedded_##name, lyh_embedded_##name##_size, add, classes)

word_table *word_table_new(void)
{
    word_table *table = g_new0(word_table, 1);
    table->slots = g_new0(slot, FIRST_SLOTS);
    table->mask = FIRST_SLOTS - 1;
    table->keys = g_string_sized_new(1u << 19);
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
    return table;
}

void word_table_free(word_table *table)
{
    if (!table)
        return;
    g_free(table->slots);
    g_string_free(table->keys, TRUE);
    g_free(table);
}
