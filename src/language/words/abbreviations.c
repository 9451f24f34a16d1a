#include "abbreviations.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "characters.h"
#include "../lists.h"

extern const unsigned char lyh_embedded_abbreviations[];
extern const size_t lyh_embedded_abbreviations_size;

enum { MOST_PARTS = 5 };

typedef enum follow { NEVER_ENDS, MAY_END, BEFORE_NUMBER } follow;

typedef struct abbreviation {
    lyh_span parts[MOST_PARTS];
    size_t part_count;
    size_t size; /* of all parts */
    follow follow;
} abbreviation;

struct lyh_abbreviations {
    GArray *all;         /* by first byte, then longest first */
    uint16_t first[256]; /* where the entries of a first byte begin */
    uint16_t count[256];
    uint32_t lengths[256]; /* bit n: some first part with this first byte is n bytes long */
    uint32_t spaced[256];  /* the same, of those that need no period */
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

static gint by_first_byte_then_longest(gconstpointer a, gconstpointer b)
{
    const abbreviation *x = a;
    const abbreviation *y = b;
    int first = (unsigned char)x->parts[0].text[0] - (unsigned char)y->parts[0].text[0];
    if (first != 0)
        return first;
    return x->size == y->size ? 0 : x->size > y->size ? -1 : 1;
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
    g_array_sort(new->all, by_first_byte_then_longest);

    for (guint i = 0; i < new->all->len; i++) {
        const abbreviation *entry = &g_array_index(new->all, abbreviation, i);
        unsigned char byte = (unsigned char)entry->parts[0].text[0];
        if (new->count[byte]++ == 0)
            new->first[byte] = (uint16_t)i;
        new->lengths[byte] |= UINT32_C(1) << entry->parts[0].size;
        if (entry->part_count > 1)
            new->spaced[byte] |= UINT32_C(1) << entry->parts[0].size;
    }
    return new;
}

void lyh_abbreviations_free(lyh_abbreviations *abbreviations)
{
    if (!abbreviations)
        return;
    g_array_unref(abbreviations->all);
    g_free(abbreviations);
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

size_t lyh_abbreviations_match(const lyh_abbreviations *abbreviations, const char *text,
                               size_t start, size_t letters_end, size_t end, bool *may_end)
{
    unsigned char byte = lower((unsigned char)text[start]);
    size_t length = letters_end - start;
    bool has_period = letters_end < end && text[letters_end] == '.';
    const uint32_t *lengths = has_period ? abbreviations->lengths : abbreviations->spaced;
    if (length > 8 || !(lengths[byte] >> length & 1))
        return 0;

    for (size_t i = 0; i < abbreviations->count[byte]; i++) {
        const abbreviation *entry = &g_array_index(abbreviations->all, abbreviation,
                                                   abbreviations->first[byte] + i);
        if (entry->parts[0].size != length)
            continue;
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
