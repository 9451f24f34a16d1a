/**
 * Characters as the scanner sees them: one look at a table for ASCII, Unicode for the rest.
 */
#ifndef LYHORD_LANGUAGE_CHARACTERS_H
#define LYHORD_LANGUAGE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a byte is when it begins a character. Everything outside ASCII is looked at closely. */
enum { MARK, SPACE, UPPER, LOWER, DIGIT, LEAD };

extern const uint8_t lyh_class_of_byte[256];

/** May a byte be of a letter or digit of ASCII or Latin-1? From where a character begins, such bytes are. */
extern const bool lyh_is_plain_byte[256];

/** Letters and digits; marks and invisible format characters, which belong to the letter before. */
typedef enum lyh_kind { IS_OTHER, IS_SPACE, IS_LETTER, IS_EXTEND } lyh_kind;

static inline uint8_t class_at(const char *text, size_t at)
{
    return lyh_class_of_byte[(unsigned char)text[at]];
}

static inline bool digit_at(const char *text, size_t at, size_t end)
{
    return at < end && class_at(text, at) == DIGIT;
}

/** The kind of code point @c. */
lyh_kind lyh_kind_of(uint32_t c);

/** The kind of the character at @at, which is before @end, and in @length its bytes. */
lyh_kind lyh_kind_at(const char *text, size_t at, size_t end, size_t *length);

/** Does a letter or digit stand at @at; a capital? False at the end. */
bool lyh_word_at(const char *text, size_t at, size_t end);
bool lyh_upper_at(const char *text, size_t at, size_t end);

#endif
