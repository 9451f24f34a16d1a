/**
 * The fixed words of codings, to be read back: what lyh_polarity_name() and its like write.
 */
#ifndef LYHORD_CODING_WORDS_H
#define LYHORD_CODING_WORDS_H

#include <stddef.h>

/** The words of one enumeration: @name gives that of each value from 0 to @count - 1. */
typedef struct lyh_words {
    const char *(*name)(unsigned value);
    unsigned count;
} lyh_words;

extern const lyh_words lyh_polarity_words, lyh_state_words, lyh_time_words,
    lyh_status_words, lyh_mark_words;

/** The value whose word is @text (exact), or @words->count when there is none. */
unsigned lyh_words_find(const lyh_words *words, const char *text);

#endif
