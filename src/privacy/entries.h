/**
 * A table of words and what is known of each: built-in lists, laid out when the program is built (`lists_write.c`),
 * and those of a study.
 */
#ifndef LYHORD_PRIVACY_ENTRIES_H
#define LYHORD_PRIVACY_ENTRIES_H

#include <glib.h>

#include "lists.h"

/** Sixteen bytes: there are many, and looking one up is what the scan does most. */
typedef struct entry {
    uint64_t classes : 48; /* 0: free */
    uint64_t size : 16;
    uint32_t hash;
    uint32_t at; /* in the keys */
} entry;

enum { ENTRIES_BITS = 18, ENTRIES_SIEVE = 1u << (ENTRIES_BITS - 3) };

/** What is looked up in: @mask and one slots, each entry at its hash or behind, and a bit of each hash. */
typedef struct entries_view {
    const entry *slots;
    size_t mask;
    const char *keys;
    const uint8_t *sieve; /* ENTRIES_SIEVE bytes */
} entries_view;

/** All built-in lists; generated. */
extern const entries_view lyh_fixed_entries;

/** Classes of the @size folded bytes with @hash; 0 when they are no entry. */
word_classes entries_find(const entries_view *view, const char *folded, size_t size,
                          uint32_t hash);

/** A table that grows. */
typedef struct entries {
    entry *slots;
    size_t count, mask;
    GString *keys;
    uint8_t *sieve;
} entries;

void entries_init(entries *table);
void entries_clear(entries *table);
entries_view entries_look(const entries *table);

/** Add @text (UTF-8, one word or several), and its first word as one that a longer entry begins with. */
void entries_add(entries *table, const char *text, size_t size, word_classes classes);

#endif
