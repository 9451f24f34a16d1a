#include "dictionary_entries.h"

#include <glib.h>
#include <string.h>

#include <lyhord/base/wide.h>

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
    GMappedFile *file;
    char *copy;       /* of a list without an end to its last line; else NULL */
    const char *list; /* lines, each ended */
    size_t list_size;
    GString
        *homographs; /* entries of several lines: "word/flags\nflags", ended by a zero */
};

/* ---- hashes ---- */

/* Bytes of a word are taken eight at a time. */
enum { PART = 8 };

static uint64_t part_at(const char *text)
{
    uint64_t part;
    memcpy(&part, text, PART);
    return GUINT64_FROM_LE(part);
}

static uint64_t hash_on(uint64_t hash, uint64_t part)
{
    hash = (hash ^ part) * UINT64_C(0x9fb21c651e98df25);
    return hash ^ hash >> 32;
}

/* @last: the bytes after the last whole part, and zeros. */
static uint64_t hash_of(const char *word, size_t size, uint64_t last)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (; size > PART; word += PART, size -= PART)
        hash = hash_on(hash, part_at(word));
    return hash_on(hash_on(hash, last), size);
}

static size_t last_size(size_t size)
{
    return size == 0 ? 0 : (size - 1) % PART + 1;
}

uint64_t lyh_entries_hash(const char *word, size_t size)
{
    char last[PART] = { 0 };
    memcpy(last, word + size - last_size(size), last_size(size));
    return hash_of(word, size, part_at(last));
}

/* The same where a part may be read behind the word. */
static uint64_t hash_in_list(const char *word, size_t size)
{
    size_t left = last_size(size);
    uint64_t last = part_at(word + size - left) & (UINT64_MAX >> (PART - left) * 8);
    return hash_of(word, size, last);
}

/* ---- the table ---- */

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

/* What follows a tab is morphology. */
static bool ends_entry(char c)
{
    return c == '\0' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_entry_of(const char *entry, const char *word, size_t size)
{
    return strncmp(entry, word, size) == 0 &&
           (entry[size] == '/' || ends_entry(entry[size])) && !memchr(word, '/', size);
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

/* Of the entry that @here is, with a word of @size bytes. */
static const char *flags_of(const lyh_entries *entries, const slot *here, size_t size,
                            size_t *flags_size)
{
    const char *flags = entry_at(entries, here) + size, *end;
    if (*flags != '/') {
        *flags_size = 0;
        return flags;
    }
    end = ++flags;
    if (here->at >= entries->list_size)
        end += strlen(flags);
    while (!ends_entry(*end))
        end++;
    *flags_size = (size_t)(end - flags);
    return flags;
}

/* Two thirds full at most, so that what is not there is soon known. */
static void make_room(lyh_entries *entries, size_t lines)
{
    entries->slot_count = FEWEST_SLOTS;
    while (entries->slot_count < lines + lines / 2)
        entries->slot_count *= 2;
    entries->slots = lyh_wide_new(entries->slot_count, sizeof(slot));
    entries->sieve = g_malloc0(sieve_size(entries));
}

static void leave_room(lyh_entries *entries)
{
    g_clear_pointer(&entries->slots, lyh_wide_free);
    g_clear_pointer(&entries->sieve, g_free);
}

/* The flags of one more line of a word that is there already. */
static void add_homograph(lyh_entries *entries, slot *here, const char *line, size_t size,
                          const char *end)
{
    const char *more = line[size] == '/' ? line + size + 1 : end;
    size_t flags_size;
    const char *flags = flags_of(entries, here, size, &flags_size);
    g_autofree char *all = g_strdup_printf("%.*s/%.*s\n%.*s", (int)size, line,
                                           (int)flags_size, flags, (int)(end - more), more);
    here->at = (uint32_t)(entries->list_size + entries->homographs->len);
    g_string_append_len(entries->homographs, all, (gssize)strlen(all) + 1);
}

/* The first byte from @at on that is below '0', as what ends words and lines is; there is one before @list_end. */
static const char *next_low(const char *at, const char *list_end)
{
    const uint64_t ones = UINT64_MAX / 0xff;
    for (; list_end - at >= PART; at += PART) {
        uint64_t part = part_at(at);
        uint64_t low = (part - ones * '0') & ~part & ones << 7;
        if (low)
            return at + (unsigned)__builtin_ctzll(low) / 8;
    }
    while ((unsigned char)*at >= '0')
        at++;
    return at;
}

static const char *word_end(const char *at, const char *list_end)
{
    for (at = next_low(at, list_end); *at != '/' && !ends_entry(*at);)
        at = next_low(at + 1, list_end);
    return at;
}

static const char *entry_end(const char *at, const char *list_end)
{
    for (at = next_low(at, list_end); !ends_entry(*at);)
        at = next_low(at + 1, list_end);
    return at;
}

/* Reads the entry that begins at @line; the end of the line. */
static const char *add_entry(lyh_entries *entries, const char *line)
{
    const char *list_end = entries->list + entries->list_size;
    const char *behind = word_end(line, list_end), *end = entry_end(behind, list_end);
    size_t size = (size_t)(behind - line);
    if (end > line) {
        uint64_t hash = size > 0 && list_end - behind >= PART
                            ? hash_in_list(line, size)
                            : lyh_entries_hash(line, size);
        slot *here = slot_of(entries, line, size, hash);
        if (here->at)
            add_homograph(entries, here, line, size, end);
        else
            *here = (slot){ (uint32_t)(line - entries->list), (uint32_t)hash };
        entries->sieve[sieve_byte(entries, hash)] |= sieve_bit(hash);
    }
    return *end == '\n' ? end : memchr(end, '\n', (size_t)(list_end - end));
}

static size_t lines_in(const char *list, size_t size)
{
    size_t lines = 0;
    const char *end = list + size;
    for (const char *at = list; (at = memchr(at, '\n', (size_t)(end - at))); at++)
        lines++;
    return lines;
}

/* False: there are more lines than @lines, for which room was made. */
static bool read_entries(lyh_entries *entries, size_t lines)
{
    make_room(entries, lines);
    g_string_truncate(entries->homographs, 0);
    const char *list_end = entries->list + entries->list_size;
    /* the first line counts the others */
    const char *end = memchr(entries->list, '\n', entries->list_size);
    for (size_t left = lines; end + 1 < list_end; left--) {
        if (left == 0)
            return false;
        end = add_entry(entries, end + 1);
    }
    return true;
}

/* Its lines are all ended, if need be in a copy. False: there is none. */
static bool open_list(lyh_entries *entries)
{
    const char *list = g_mapped_file_get_contents(entries->file);
    size_t size = g_mapped_file_get_length(entries->file);
    if (size > G_MAXINT32) /* places have 32 bits; no dictionary comes near */
        return false;
    if (size == 0 || list[size - 1] != '\n') {
        entries->copy = g_malloc(size + 1);
        if (size > 0)
            memcpy(entries->copy, list, size);
        entries->copy[size++] = '\n';
        list = entries->copy;
    }
    entries->list = list;
    entries->list_size = size;
    return true;
}

/* What the first line says is believed no further than there can be lines. */
static size_t lines_said(const lyh_entries *entries)
{
    size_t lines = 0, most = entries->list_size / 2;
    for (const char *at = entries->list; g_ascii_isdigit(*at) && lines < most; at++)
        lines = lines * 10 + (size_t)(*at - '0');
    return MIN(lines + 2, most + 1); /* and an empty one or two */
}

lyh_entries *lyh_entries_read(const char *path)
{
    g_autofree char *name = g_strconcat(path, ".dic", NULL);
    GMappedFile *file = g_mapped_file_new(name, FALSE, NULL);
    if (!file)
        return NULL;
    lyh_entries *entries = g_new0(lyh_entries, 1);
    entries->file = file;
    entries->homographs = g_string_new(NULL);
    if (!open_list(entries)) {
        lyh_entries_free(entries);
        return NULL;
    }
    if (!read_entries(entries, lines_said(entries))) {
        leave_room(entries);
        read_entries(entries, lines_in(entries->list, entries->list_size));
    }
    return entries;
}

void lyh_entries_free(lyh_entries *entries)
{
    if (!entries)
        return;
    leave_room(entries);
    g_string_free(entries->homographs, TRUE);
    g_free(entries->copy);
    g_mapped_file_unref(entries->file);
    g_free(entries);
}

bool lyh_entries_may_have(const lyh_entries *entries, uint64_t hash)
{
    return entries->sieve[sieve_byte(entries, hash)] & sieve_bit(hash);
}

const char *lyh_entries_flags(const lyh_entries *entries, const char *word, size_t size,
                              uint64_t hash, size_t *flags_size)
{
    if (!lyh_entries_may_have(entries, hash))
        return NULL;
    const slot *found = slot_of(entries, word, size, hash);
    return found->at ? flags_of(entries, found, size, flags_size) : NULL;
}
