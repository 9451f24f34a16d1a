/**
 * A text as the finders read it: words and numbers, what the lists know of each, what stands
 * between them.
 *
 * Coarser than language's tokens and many times faster: the scan runs over every export.
 */
#ifndef LYHORD_PRIVACY_WORDS_H
#define LYHORD_PRIVACY_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lists.h"

/** What stands between a word and the one before it. */
typedef enum word_gap {
    GAP_NONE,  /* nothing: 47-årig, 12B */
    GAP_SPACE, /* white space, also a line that was wrapped */
    GAP_COMMA, /* a comma and white space */
    GAP_OTHER, /* other signs: hyphen, bracket, slash, quotation mark */
    GAP_COLON, /* a colon and white space: what is said begins with a capital */
    GAP_BREAK  /* a sentence begins */
} word_gap;

typedef struct word {
    size_t start, end;
    uint32_t classes;  /* of lists.h; of the longest entry that begins here */
    uint32_t sentence; /* from 0 */
    uint8_t gap;       /* word_gap */
    uint8_t span;      /* how many words the entry takes, at least 1 */
    bool is_number;    /* a run of digits */
    bool has_digit;    /* letters and digits: LB4 */
    bool is_capital;   /* begins with one */
    bool is_upper;     /* letters, and all of them capitals: SKR */
    bool is_bare;      /* the lists knew it as it stands, not without an ending */
} word;

typedef struct words {
    const char *text;
    size_t size;
    word *items;
    size_t count;
} words;

/** The words of @text[@start..@end); places count from the beginning of @text. */
void words_init(words *list, const word_table *table, const char *text, size_t start,
                size_t end);
void words_clear(words *list);

/** Is word @i the last of the text or is there a @class in the @distance words before it, same sentence? */
bool words_cue_before(const words *list, size_t i, uint32_t classes, size_t distance);

/** Does word @i begin a sentence? */
bool words_is_initial(const words *list, size_t i);

/** Does word @i end in @ending (ASCII and Latin letters, compared with case)? */
bool word_ends_in(const words *list, size_t i, const char *ending);
/** Bytes of word @i. */
static inline size_t word_size(const words *list, size_t i)
{
    return list->items[i].end - list->items[i].start;
}

/** Is all of word @i this, but for case? */
bool word_is_whole(const words *list, size_t i, const char *lower);

/** The same; most words differ in their first byte, which needs no call. */
static inline bool word_is(const words *list, size_t i, const char *lower)
{
    return (list->text[list->items[i].start] | 0x20) == (lower[0] | 0x20) &&
           word_is_whole(list, i, lower);
}

#endif
