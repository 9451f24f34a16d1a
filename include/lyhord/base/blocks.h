/**
 * Bytes looked at many at a time.
 *
 * Nearly all of an interview is ASCII, å, ä and ö, so that what a reader asks of each byte has the
 * same answer for most of them. What stands here answers for 32 or 64 bytes at once, or says where
 * the next byte is that needs a closer look. All of it has two paths: plain C, which says what is
 * meant and runs on any processor, and AVX2. They give the same whatever the bytes are
 * (tests/base/test_blocks.c): which one is taken shows in nothing but time. A folder that has
 * such loops of its own asks lyh_blocks_path() once a text.
 */
#ifndef LYHORD_BASE_BLOCKS_H
#define LYHORD_BASE_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum lyh_blocks { LYH_BLOCKS_PLAIN, LYH_BLOCKS_AVX2 } lyh_blocks;

/** The path that is taken: AVX2 where the processor has it, BMI and BMI2 too, until somebody chooses. */
lyh_blocks lyh_blocks_path(void);

/**
 * Take @path from here on, in all of the program: for tests that hold one to the other. False,
 * and nothing changes, where the processor does not have it.
 */
bool lyh_blocks_choose(lyh_blocks path);

/** Bytes that are looked for, made ready once for many texts. */
typedef struct lyh_signs {
    bool is_sign[256];
    /* A byte is a sign when low[its low half] and high[its high half] share a bit. */
    unsigned char low[16], high[16];
    bool
        is_wide; /* more than eight different high halves, which do not fit: plain C alone */
} lyh_signs;

/** The bytes of the zero-terminated @signs; NUL is never one. */
lyh_signs lyh_signs_of(const char *signs);

/** Bytes before the first byte of @text that is one of @signs, or @size when none is. */
size_t lyh_signs_until(const lyh_signs *signs, const char *text, size_t size);

/**
 * Copy @size bytes of @text, valid UTF-8 that ends with a character, to @small, with the capitals of
 * ASCII and Latin-1 made small: each byte stays where it is. Other capitals are left as they are
 * (lyh_text_fold() knows all).
 */
void lyh_small_letters(const char *text, size_t size, char *small);

#endif
