/**
 * UTF-8 text: characters, normal form, case, and what is safe to show.
 *
 * Every text inside the library is valid UTF-8 in NFC (sources see to it); positions are
 * bytes, half-open. A character here is a Unicode code point.
 */
#ifndef LYHORD_BASE_TEXT_H
#define LYHORD_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The code point at @text (valid UTF-8) and, in @length, its bytes (1-4). @size must not be 0. */
uint32_t lyh_text_char(const char *text, size_t size, size_t *length);

/** Code points in the first @size bytes of @text. */
size_t lyh_text_length(const char *text, size_t size);

/** The byte offset of character @index (from 0), or @size when the text is shorter. */
size_t lyh_text_offset(const char *text, size_t size, size_t index);

/**
 * Position of the first byte that is not valid UTF-8 (overlong forms, surrogates, above
 * U+10FFFF and a character cut at the end included), or @size when all is well.
 */
size_t lyh_text_invalid(const char *text, size_t size);

/**
 * Bytes before the first byte of @text that is one of @signs, or @size when none is. What
 * strcspn() does, but never beyond @size: a search from every line to the end of the text
 * would cost the square of it.
 */
size_t lyh_text_until(const char *text, size_t size, const char *signs);

/** Bytes of white space (lyh_char_is_space) at the beginning of @text. */
size_t lyh_text_leading_space(const char *text, size_t size);
/** Bytes of @text when the white space at its end is left out; 0 when there is nothing else. */
size_t lyh_text_trimmed_size(const char *text, size_t size);
/** Nothing, or nothing but white space. */
bool lyh_text_is_blank(const char *text, size_t size);

/** Does no character combine or decompose, as any reader sees at once, so that the text is NFC as it stands? */
bool lyh_text_is_nfc_at_sight(const char *text, size_t size);
/** A new zero-terminated NFC copy, its size in @new_size (NULL is fine); free(). */
char *lyh_text_nfc(const char *text, size_t size, size_t *new_size);

/** The same, case-folded too (å ä ö stay themselves). */
char *lyh_text_fold(const char *text, size_t size, size_t *new_size);
/** Is its fold lyh_small_letters(), as any reader sees at once: ASCII and letters of Latin-1 but ß? */
bool lyh_text_folds_at_sight(const char *text, size_t size);

/**
 * Bytes of the first stretch of @text that normalises and folds by itself, whatever stands
 * around it: a character below U+0300 and those from U+0300 on that follow it. 0 for no text.
 * For maps between a text and its normal form.
 */
size_t lyh_text_segment(const char *text, size_t size);

/** Letters and digits as people mean them: Unicode L*, N*, M*. */
bool lyh_char_is_word(uint32_t c);
bool lyh_char_is_upper(uint32_t c);
bool lyh_char_is_digit(uint32_t c);
/** Any white space: space, tab, line ends, no-break and other Unicode spaces. */
bool lyh_char_is_space(uint32_t c);
/** Marks and overrides that turn the direction of writing. */
bool lyh_char_is_bidi(uint32_t c);
/** Characters a terminal acts on or hides: C0 and C1 but tab and LF, bidi controls. */
bool lyh_char_is_unsafe(uint32_t c);

/**
 * A new copy in which unsafe characters stand as `\x1b` or `\u202e`; with @one_line, tab and
 * line ends too (`\t`, `\n`). Bytes that are not UTF-8 (file names) stand as `\xff`. free().
 */
char *lyh_text_shown(const char *text, size_t size, bool one_line);

#endif
