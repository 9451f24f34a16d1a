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
#include <string.h>

#include <glib.h>

#include <lyhord/language/lexicon.h>

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
    word_classes classes; /* of lists.h; of the longest entry that begins here */
    uint32_t sentence;    /* from 0 */
    uint8_t gap : 4;      /* word_gap */
    uint8_t span : 4;     /* how many words the entry takes, at least 1 */
    bool is_number : 1;   /* a run of digits */
    bool has_digit : 1;   /* letters and digits: LB4 */
    bool has_hyphen : 1;  /* between letters: Anna-Karin */
    bool is_capital : 1;  /* begins with one */
    bool is_upper : 1;    /* letters, and all of them capitals: SKR */
    bool is_bare : 1;     /* the lists knew it as it stands, not without an ending */
} word;

typedef struct words {
    const char *text;
    size_t size;
    const word_table *table;
    lyh_lexicon *lexicon; /* borrowed, or NULL */
    size_t *asks;         /* how many spellings it may still be asked about */
    GHashTable
        *answers; /* hash and size of a spelling -> word_known; of all pieces of a text */
    word *items;
    size_t count;
} words;

/** How a text is read. */
typedef struct words_options {
    const word_table *table;
    lyh_lexicon *lexicon; /* borrowed, or NULL */
    size_t *asks;         /* how many spellings it may be asked about, counted down */
    GHashTable
        *answers;    /* what it has said, for all pieces of a text; empty to begin with */
    bool is_wrapped; /* a long line may end inside a sentence */
} words_options;

/** The words of @text[@start..@end); places count from the beginning of @text. */
void words_init(words *list, const words_options *options, const char *text, size_t start,
                size_t end);
void words_clear(words *list);

/** Is one of the @distance words before word @i, in its sentence, any of @classes? */
bool words_cue_before(const words *list, size_t i, word_classes classes, size_t distance);

/** Does word @i begin a sentence? */
bool words_is_initial(const words *list, size_t i);

/** What the dictionary says of word @i in small letters. */
typedef enum word_known { NO_DICTIONARY, NOT_A_WORD, IS_A_WORD } word_known;

/**
 * Ask the dictionary, which is slow: only of a word that no list knows, and once of each spelling. When a text has
 * used up its questions, of other spellings it is as if there were none.
 */
word_known words_ask(const words *list, size_t i);

/** The same of @size bytes, folded. */
word_known words_ask_spelling(const words *list, const char *folded, size_t size);

/** Is word @i longer than the @length bytes of @ending, and ends in them? */
bool word_is_closed_by(const words *list, size_t i, const char *ending, size_t length);

/** Does word @i end in @ending (ASCII and Latin letters, compared with case)? Mostly its last byte says no. */
static inline bool word_ends_in(const words *list, size_t i, const char *ending)
{
    size_t length = strlen(ending);
    return list->text[list->items[i].end - 1] == ending[length - 1] &&
           word_is_closed_by(list, i, ending, length);
}
/** Does it end in any of @count @endings, with @least bytes or more before that? */
bool word_ends_in_any_after(const words *list, size_t i, size_t least,
                            const char *const *endings, size_t count);

/** The same, whatever goes before, as long as something does. */
static inline bool word_ends_in_any(const words *list, size_t i, const char *const *endings,
                                    size_t count)
{
    return word_ends_in_any_after(list, i, 1, endings, count);
}

/** Bytes of word @i. */
static inline size_t word_size(const words *list, size_t i)
{
    return list->items[i].end - list->items[i].start;
}

/** Are the @size bytes at @text, as they stand, all of any of @count @spellings? */
bool is_spelled_as_any(const char *text, size_t size, const char *const *spellings,
                       size_t count);

/** A hash that is the same for Anna and Annas; 0 when the word is too long for a name. */
uint32_t words_key(const words *list, size_t i);

/** Is all of word @i this, but for case? */
bool word_is_whole(const words *list, size_t i, const char *lower);

/** The same; most words differ in their first two bytes, which needs no call. */
static inline bool word_is(const words *list, size_t i, const char *lower)
{
    const word *at = &list->items[i];
    const char *text = list->text + at->start;
    return (text[0] | 0x20) == (lower[0] | 0x20) &&
           (!lower[1] ||
            (at->end - at->start > 1 && (text[1] | 0x20) == (lower[1] | 0x20))) &&
           word_is_whole(list, i, lower);
}

/** Is it any of the @count words @lower? Behind the last word of the text it is none. */
static inline bool word_is_any(const words *list, size_t i, const char *const *lower,
                               size_t count)
{
    for (size_t k = 0; i < list->count && k < count; k++)
        if (word_is(list, i, lower[k]))
            return true;
    return false;
}

/** Is it any of them, or a compound of which one is the last part? Of a compound only small letters are. */
static inline bool word_is_or_ends_in_any(const words *list, size_t i,
                                          const char *const *lower, size_t count)
{
    return i < list->count &&
           (word_ends_in_any(list, i, lower, count) || word_is_any(list, i, lower, count));
}

#endif
