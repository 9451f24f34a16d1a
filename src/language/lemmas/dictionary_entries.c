#include "dictionary_entries.h"

#include <glib.h>
#include <string.h>

enum { FEWEST_SLOTS = 1 << 10 };

/* Bits of the sieve for each slot: one in ten of the words that are not there gets through. */
enum { SIEVE_BITS = 8 };

/*
 * An entry stands as the file has it: "word/flags", or "word". @at is where it begins, in the list and on in the
 * homographs; 0: empty, for the list begins with a count.
 */
typedef struct slot {
    uint32_t at;
    uint32_t hash;
} slot;

struct lyh_entries {
    slot *slots;
    size_t slot_count; /* a power of two */
    /* A bit for each hash that is there. Most that is asked for is not, and the table is too large
       to be near: the sieve is not. */
    unsigned char *sieve;
    char *list; /* the bytes of the file, each entry ended by a zero */
    size_t list_size;
    GString *homographs; /* entries of several lines: "word/flags\nflags" */
};

static size_t sieve_size(const lyh_entries *entries)
{
    return entries->slot_count * SIEVE_BITS / 8;
}

/* The byte and the bit of the sieve that stand for a hash. */
static size_t sieve_byte(const lyh_entries *entries, uint64_t hash)
{
    return (hash >> 24) & (sieve_size(entries) - 1);
}

static unsigned char sieve_bit(uint64_t hash)
{
    return (unsigned char)(1u << (hash >> 60 & 7));
}

static const char *entry_at(const lyh_entries *entries, const slot *here)
{
    return here->at < entries->list_size
               ? entries->list + here->at
               : entries->homographs->str + (here->at - entries->list_size);
}

static bool is_entry_of(const char *entry, const char *word, size_t size)
{
    return strncmp(entry, word, size) == 0 && (entry[size] == '/' || entry[size] == '\0') &&
           !memchr(word, '/', size);
}

/* The slot of @word, or the empty one where it would stand. */
static slot *slot_of(const lyh_entries *entries, const char *word, size_t size,
                     uint64_t hash)
{
    size_t mask = entries->slot_count - 1;
    size_t at = hash & mask;
    for (; entries->slots[at].at; at = (at + 1) & mask)
        if (entries->slots[at].hash == (uint32_t)hash &&
            is_entry_of(entry_at(entries, &entries->slots[at]), word, size))
            break;
    return &entries->slots[at];
}

/* Of an entry with a word of @size bytes; homographs' stand as "flags\nflags". */
static const char *flags_of(const char *entry, size_t size)
{
    return entry[size] == '/' ? entry + size + 1 : "";
}

/* Two thirds full at most, so that what is not there is soon known. */
static void make_room(lyh_entries *entries, size_t lines)
{
    entries->slot_count = FEWEST_SLOTS;
    while (entries->slot_count < lines + lines / 2)
        entries->slot_count *= 2;
    entries->slots = g_new0(slot, entries->slot_count);
    entries->sieve = g_malloc0(sieve_size(entries));
}

/* The flags of one more line of a word that is there already. */
static void add_homograph(lyh_entries *entries, slot *here, size_t size, const char *flags)
{
    const char *entry = entry_at(entries, here);
    g_autofree char *all =
        g_strdup_printf("%.*s/%s\n%s", (int)size, entry, flags_of(entry, size), flags);
    here->at = (uint32_t)(entries->list_size + entries->homographs->len);
    g_string_append_len(entries->homographs, all, (gssize)strlen(all) + 1);
}

/* What follows a tab is morphology. */
static bool ends_entry(char c)
{
    return c == '\0' || c == '\t' || c == '\n' || c == '\r';
}

/* Nearly all bytes of words lie behind the slash. */
static bool is_of_word(char c)
{
    return (unsigned char)c > '/' || (c != '/' && !ends_entry(c));
}

/* @entry as the file has it, ended by a zero, with a word of @word_size bytes. */
static void put(lyh_entries *entries, const char *entry, size_t word_size, uint64_t hash)
{
    slot *here = slot_of(entries, entry, word_size, hash);
    if (here->at)
        add_homograph(entries, here, word_size, flags_of(entry, word_size));
    else
        *here = (slot){ (uint32_t)(entry - entries->list), (uint32_t)hash };
    entries->sieve[sieve_byte(entries, hash)] |= sieve_bit(hash);
}

/* Reads the entry that begins at @line and ends it with a zero; the end of the line, or NULL at the list's. */
static char *add_entry(lyh_entries *entries, char *line)
{
    size_t word_size = 0;
    uint64_t hash = LYH_ENTRIES_HASH_OF_NOTHING;
    for (; is_of_word(line[word_size]); word_size++)
        hash = lyh_entries_hash_on(hash, line + word_size, 1);
    char *end = line + word_size;
    while (is_of_word(*end) || *end == '/')
        end++;
    const char *list_end = entries->list + entries->list_size;
    char *next = memchr(end, '\n', (size_t)(list_end - end));
    *end = '\0';
    if (end > line)
        put(entries, line, word_size, lyh_entries_finish(hash));
    return next;
}

static size_t lines_in(const char *list, size_t size)
{
    size_t lines = 0;
    const char *end = list + size;
    for (const char *at = list; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        lines++;
    return lines;
}

static void read_entries(lyh_entries *entries)
{
    make_room(entries, lines_in(entries->list, entries->list_size));
    /* the first line counts the others */
    char *line = memchr(entries->list, '\n', entries->list_size);
    while (line)
        line = add_entry(entries, line + 1);
}

lyh_entries *lyh_entries_read(const char *path)
{
    g_autofree char *file = g_strconcat(path, ".dic", NULL);
    char *list = NULL;
    size_t size;
    if (!g_file_get_contents(file, &list, &size, NULL))
        return NULL;
    if (size > G_MAXINT32) { /* places have 32 bits; no dictionary comes near */
        g_free(list);
        return NULL;
    }
    lyh_entries *entries = g_new0(lyh_entries, 1);
    entries->list = list;
    entries->list_size = size;
    entries->homographs = g_string_new(NULL);
    read_entries(entries);
    return entries;
}

void lyh_entries_free(lyh_entries *entries)
{
    if (!entries)
        return;
    g_free(entries->slots);
    g_free(entries->sieve);
    g_string_free(entries->homographs, TRUE);
    g_free(entries->list);
    g_free(entries);
}

bool lyh_entries_may_have(const lyh_entries *entries, uint64_t hash)
{
    return entries->sieve[sieve_byte(entries, hash)] & sieve_bit(hash);
}

const char *lyh_entries_flags(const lyh_entries *entries, const char *word, size_t size,
                              uint64_t hash)
{
    if (!lyh_entries_may_have(entries, hash))
        return NULL;
    const slot *found = slot_of(entries, word, size, hash);
    return found->at ? flags_of(entry_at(entries, found), size) : NULL;
}
