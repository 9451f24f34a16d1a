/**
 * Time stamps of a recording: `[00:12:31]`, `#00:12:31-5#`, `00:12:31`, `(12:31)`.
 */
#ifndef LYHORD_INGEST_STAMPS_H
#define LYHORD_INGEST_STAMPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stamp {
    size_t size;       /* bytes, brackets and signs included */
    uint64_t from, to; /* milliseconds; @to is 0 where the stamp is no range */
};

/** Nearly all that is asked about is text: it is told from a stamp by its first byte. */
static inline bool stamp_may_begin(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '[' || byte == '(' || byte == '#' ||
           byte == '{' || byte == '<';
}

/**
 * Does @text begin with a time stamp? Without brackets or number signs it must have hours,
 * minutes and seconds, each of two digits: `12:31` may be the time of an appointment. A range is
 * two times with a dash or an arrow between. Digits after the seconds are a fraction after `.`
 * and `,`, and tenths after `-`, as transcription programs write them.
 */
bool stamp_at(const char *text, size_t size, struct stamp *stamp);

/**
 * Is the last word of @text a time, with hours or without, in brackets or not? @start is where
 * it begins; white space stands before it.
 */
bool stamp_is_last(const char *text, size_t size, size_t *start, struct stamp *stamp);

/** The first stamp in @text and the byte where it begins; false when there is none. */
bool stamp_in(const char *text, size_t size, size_t *start, struct stamp *stamp);

#endif
