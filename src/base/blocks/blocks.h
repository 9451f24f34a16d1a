/**
 * What base asks of a text, in plain C and in AVX2.
 *
 * blocks.c chooses; plain.c says what is meant. avx2.c may be skipped by a reader who believes the
 * tests, and is not compiled on other processors.
 */
#ifndef LYHORD_BASE_BLOCKS_PRIVATE_H
#define LYHORD_BASE_BLOCKS_PRIVATE_H

#include <stdint.h>

#include <lyhord/base/blocks.h>

/** lyh_text_length() */
size_t blocks_length(const char *text, size_t size);

/**
 * Bytes at the beginning of @text that are valid UTF-8 without doubt, never ending inside a
 * character. What follows, if anything, is to be looked at more closely; it may be valid too.
 */
size_t blocks_valid(const char *text, size_t size);

/**
 * Bytes at the beginning of @text that are valid UTF-8, hold no NUL and nothing that
 * blocks_until_odd() would stop at, never ending inside a character; in most interviews all.
 */
size_t blocks_ordinary(const char *text, size_t size);

/** lyh_text_is_nfc_at_sight() */
bool blocks_are_nfc(const char *text, size_t size);

/**
 * Bytes of @text, which is valid UTF-8, up to the first character that may be an odd one (odd.c).
 * Passed over are printable ASCII, tab, CR and LF; letters of Latin-1 but Â Ã â ï ð, with which
 * mojibake begins; and from U+2010 to U+2027 dashes, quotation marks and the ellipsis.
 */
size_t blocks_until_odd(const char *text, size_t size);

/** Bytes of a block, of which a mask has a bit each, the first byte's lowest. */
#define CSV_BLOCK 64

/**
 * Where cells of a table may end: @separator, quotes, line ends and NUL, in a mask for each block that
 * @text has begun. Bits behind @size mean nothing.
 */
void blocks_csv_masks(const char *text, size_t size, char separator, uint64_t *masks);

/** lyh_small_letters() of the bytes from @done on. */
void plain_small_letters(const char *text, size_t done, size_t size, char *small);

size_t plain_until(const lyh_signs *signs, const char *text, size_t size);
void plain_csv_masks(const char *text, size_t size, char separator, uint64_t *masks);
size_t plain_length(const char *text, size_t size);
size_t plain_valid(const char *text, size_t size);
bool plain_are_nfc(const char *text, size_t size);
size_t plain_until_odd(const char *text, size_t size);
size_t plain_ordinary(const char *text, size_t size);

/* Each looks at as much as blocks of 32 or 64 bytes hold, and leaves the rest to the plain one. */
size_t avx2_until(const lyh_signs *signs, const char *text, size_t size);
size_t avx2_small_letters(const char *text, size_t size,
                          char *small); /* how many bytes it has made */
void avx2_csv_masks(const char *text, size_t size, char separator, uint64_t *masks);
size_t avx2_ordinary(const char *text, size_t size);
size_t avx2_length(const char *text, size_t size);
size_t avx2_valid(const char *text, size_t size);
bool avx2_are_nfc(const char *text, size_t size);
size_t avx2_until_odd(const char *text, size_t size);

#endif
