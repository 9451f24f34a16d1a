#include "abbreviations.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "characters.h"
#include "scan.h"
#include "../lists.h"

extern const unsigned char lyh_embedded_abbreviations[];
extern const size_t lyh_embedded_abbreviations_size;

enum {
    MOST_PARTS = 5,
    LONGEST_SPACED = 3 /* of first parts, in bytes */
};

typedef enum follow { NEVER_ENDS, MAY_END, BEFORE_NUMBER } follow;

typedef struct abbreviation {
    lyh_span parts[MOST_PARTS];
    size_t part_count;
    size_t size; /* of all parts */
    follow follow;
} abbreviation;

struct lyh_abbreviations {
    GArray *all; /* by first byte, length of the first part, then longest first */
    /* Where the entries of a first byte and such a length begin, and how many they are. */
    uint16_t first[256][LYH_LONGEST_FIRST + 1];
    uint16_t count[256][LYH_LONGEST_FIRST + 1];
    uint32_t lengths[256]; /* bit n: some first part with this first byte is n bytes long */
    uint32_t spaced[256];  /* the same, of those that need no period */
    /* By the length and the first byte of their first part, of the second's first byte: bit (byte % 32). */
    uint32_t seconds[LONGEST_SPACED + 1][256];
    lyh_beginnings beginnings;
};

/* Only the first letter of an abbreviation is ever a capital: T.ex., Prof. */
static unsigned char lower(unsigned char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + 32) : byte;
}

static follow follow_of(lyh_span name)
{
    if (lyh_span_is(name, "may"))
        return MAY_END;
    return lyh_span_is(name, "number") ? BEFORE_NUMBER : NEVER_ENDS;
}

static abbreviation parsed(lyh_span line)
{
    abbreviation new = { 0 };
    lyh_span spelling = lyh_span_cut(&line, '|');
    new.follow = follow_of(lyh_span_cut(&line, '|'));
    while (spelling.size > 0) {
        g_assert(new.part_count < MOST_PARTS);
        lyh_span part = lyh_span_cut(&spelling, ' ');
        new.parts[new.part_count++] = part;
        new.size += part.size;
    }
    return new;
}

static gint by_first_part_then_longest(gconstpointer a, gconstpointer b)
{
    const abbreviation *x = a;
    const abbreviation *y = b;
    int first = (unsigned char)x->parts[0].text[0] - (unsigned char)y->parts[0].text[0];
    if (first != 0)
        return first;
    if (x->parts[0].size != y->parts[0].size)
        return x->parts[0].size > y->parts[0].size ? -1 : 1;
    return x->size == y->size ? 0 : x->size > y->size ? -1 : 1;
}

static void add_beginning(lyh_abbreviations *abbreviations, const char *text, size_t size)
{
    uint64_t bytes = 0;
    g_assert(size <= LYH_BEGINNING_BYTES);
    memcpy(&bytes, text, size);
    unsigned sum = lyh_beginning_sum(bytes);
    abbreviations->beginnings.has[sum / 64] |= UINT64_C(1) << (sum % 64);
}

/* A capital alone, of ASCII or Latin-1, may be an initial. */
static void add_initials(lyh_abbreviations *abbreviations)
{
    for (char c = 'A'; c <= 'Z'; c++)
        add_beginning(abbreviations, &c, 1);
    for (unsigned char second = 0x80; second < 0xC0; second++)
        add_beginning(abbreviations, (const char[]){ '\xC3', (char)second }, 2);
}

static void add_spaced(lyh_abbreviations *abbreviations, const abbreviation *entry)
{
    unsigned char byte = (unsigned char)entry->parts[0].text[0];
    size_t length = entry->parts[0].size;
    char beginning[LONGEST_SPACED + 2];
    g_assert(lyh_may_be_spaced(byte, length, entry->parts[1].size));
    abbreviations->spaced[byte] |= UINT32_C(1) << length;
    abbreviations->seconds[length][byte] |= UINT32_C(1) << (entry->parts[1].text[0] & 31);
    memcpy(beginning, entry->parts[0].text, length);
    beginning[length] = ' ';
    beginning[length + 1] = entry->parts[1].text[0];
    add_beginning(abbreviations, beginning, length + 2);
}

lyh_abbreviations *lyh_abbreviations_new(void)
{
    lyh_abbreviations *new = g_new0(lyh_abbreviations, 1);
    new->all = g_array_new(FALSE, FALSE, sizeof(abbreviation));

    const char *bytes = (const char *)lyh_embedded_abbreviations;
    lyh_list list = { bytes, bytes + lyh_embedded_abbreviations_size };
    lyh_span line;
    while (lyh_list_next(&list, &line)) {
        abbreviation entry = parsed(line);
        g_array_append_val(new->all, entry);
    }
    g_array_sort(new->all, by_first_part_then_longest);

    for (guint i = 0; i < new->all->len; i++) {
        const abbreviation *entry = &g_array_index(new->all, abbreviation, i);
        unsigned char byte = (unsigned char)entry->parts[0].text[0];
        size_t length = entry->parts[0].size;
        g_assert(length <= LYH_LONGEST_FIRST);
        if (new->count[byte][length]++ == 0)
            new->first[byte][length] = (uint16_t)i;
        new->lengths[byte] |= UINT32_C(1) << length;
        add_beginning(new, entry->parts[0].text, length);
        if (entry->part_count > 1)
            add_spaced(new, entry);
    }
    add_initials(new);
    return new;
}

void lyh_abbreviations_free(lyh_abbreviations *abbreviations)
{
    if (!abbreviations)
        return;
    g_array_unref(abbreviations->all);
    g_free(abbreviations);
}

const lyh_beginnings *lyh_abbreviations_beginnings(const lyh_abbreviations *abbreviations)
{
    return &abbreviations->beginnings;
}

/* One space: a plain or a no-break one. */
static size_t space_at(const char *text, size_t at, size_t end)
{
    if (at < end && text[at] == ' ')
        return 1;
    return at + 1 < end && memcmp(text + at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static bool part_at(lyh_span part, const char *text, size_t at, size_t end, bool any_case)
{
    if (end - at < part.size)
        return false;
    if (part.size > 1 && text[at + 1] != part.text[1])
        return false;
    unsigned char byte = (unsigned char)text[at];
    return (any_case ? lower(byte) : byte) == (unsigned char)part.text[0] &&
           memcmp(text + at + 1, part.text + 1, part.size - 1) == 0;
}

static bool number_follows(const char *text, size_t at, size_t end)
{
    at += space_at(text, at, end);
    return at < end && g_ascii_isdigit(text[at]);
}

/* Its parts with a period, a space or both between them; the end, or 0. */
static size_t end_of(const abbreviation *entry, const char *text, size_t at, size_t end)
{
    bool has_period = false;

    for (size_t i = 0; i < entry->part_count; i++) {
        if (!part_at(entry->parts[i], text, at, end, i == 0))
            return 0;
        at += entry->parts[i].size;
        if (lyh_word_at(text, at, end))
            return 0;
        if (i + 1 == entry->part_count)
            break;
        bool period = at < end && text[at] == '.';
        size_t space = space_at(text, at + period, end);
        if (!period && space == 0)
            return 0;
        has_period |= period;
        at += period + space;
    }

    bool closes = at < end && text[at] == '.' && !(at + 1 < end && text[at + 1] == '.');
    if (entry->part_count == 1 && !closes)
        return 0;
    if (at < end && (text[at] == ':' || text[at] == '-'))
        return 0;
    /* "o s v." keeps its hands off the period: written with spaces, it has none of its own. */
    return closes && (has_period || entry->part_count == 1) ? at + 1 : at;
}

/* Without a period: does a space follow, and then what a second part begins with? */
static bool may_go_on(const lyh_abbreviations *abbreviations, const char *text,
                      size_t start, size_t letters_end, size_t end)
{
    size_t second = letters_end + space_at(text, letters_end, end);
    if (second == letters_end || second >= end)
        return false;
    unsigned char byte = lower((unsigned char)text[start]);
    return abbreviations->seconds[letters_end - start][byte] >> (text[second] & 31) & 1;
}

size_t lyh_abbreviations_match(const lyh_abbreviations *abbreviations, const char *text,
                               size_t start, size_t letters_end, size_t end, bool *may_end)
{
    unsigned char byte = lower((unsigned char)text[start]);
    size_t length = letters_end - start;
    bool has_period = letters_end < end && text[letters_end] == '.';
    const uint32_t *lengths = has_period ? abbreviations->lengths : abbreviations->spaced;
    if (length > LYH_LONGEST_FIRST || !(lengths[byte] >> length & 1))
        return 0;
    if (!has_period && !may_go_on(abbreviations, text, start, letters_end, end))
        return 0;

    for (size_t i = 0; i < abbreviations->count[byte][length]; i++) {
        const abbreviation *entry = &g_array_index(abbreviations->all, abbreviation,
                                                   abbreviations->first[byte][length] + i);
        size_t found = end_of(entry, text, start, end);
        if (found == 0)
            continue;
        if (entry->follow == BEFORE_NUMBER && !number_follows(text, found, end))
            continue;
        *may_end = entry->follow == MAY_END;
        return found;
    }
    return 0;
}
