/**
 * What two bytes tell of words and marks, 64 bytes at a time: one bit a byte for each question.
 *
 * Nine tokens in ten are decided by a look at two bytes: letters, then a space; a mark, then a
 * space. The questions are asked with AVX2 of the whole text, in blocks of 64 bytes from its first
 * on, whoever's turn it is; what is no turn's, and where two bytes do not tell enough, is for
 * those who read the answers (blocks.h).
 */
#ifndef LYHORD_LANGUAGE_MASKS_H
#define LYHORD_LANGUAGE_MASKS_H

#include <stddef.h>
#include <stdint.h>

enum { LYH_MASKS_BYTES = 64 };

/** A bit a byte, the first byte's lowest. */
typedef struct lyh_masks {
    uint64_t inside; /* of a word or mark: ASCII but white space, and letters of Latin-1 */
    uint64_t starts; /* first bytes of words, and marks */
    uint64_t ends;   /* bytes behind last ones; where goes_on is, none */
    uint64_t behind_white; /* bytes behind white space */
    uint64_t goes_on;      /* behind a word: what may join it with another, or hang on it */
    uint64_t unsure;       /* at other bytes: more than two tell what begins here */
    uint64_t
        special; /* of ends: an abbreviation may begin with this word, or it is an initial */
    uint64_t noted;   /* of starts: marks that may end a sentence, and a few others */
    uint64_t capital; /* first bytes of Latin-1's capitals, which do not tell them */
} lyh_masks;

/** The blocks at hand, as many as a part of a processor's nearest memory holds. */
enum { LYH_MASKS_AT_HAND = 32 };

/** What stands before a block, in the lowest bit. */
typedef struct lyh_before {
    uint64_t word, mark, white;
    uint64_t half_letter; /* the first byte of one of Latin-1 */
} lyh_before;

typedef struct lyh_window {
    size_t first, count; /* blocks; none at first */
    lyh_before behind;   /* before the block that follows the last */
    lyh_masks of[LYH_MASKS_AT_HAND];
} lyh_window;

/**
 * Make @window those of @text (@size bytes) from block @first on: as many as there are, and there is
 * room for. Behind the text is white space, of which there is a byte at least. The first block's
 * first bits are right when the window goes on where it was; else they tell nothing of what
 * stands before it.
 */
void lyh_window_move(lyh_window *window, const char *text, size_t size, size_t first);

/** The masks of block @block. */
static inline const lyh_masks *lyh_window_at(lyh_window *window, const char *text,
                                             size_t size, size_t block)
{
    if (block - window->first >= window->count)
        lyh_window_move(window, text, size, block);
    return &window->of[block - window->first];
}

#endif
