/**
 * How far two passages that share eight words say the same.
 */
#ifndef LYHORD_INGEST_REPEATS_H
#define LYHORD_INGEST_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Words in a row. */
#define GRAM 8
/* Shared words that make a repeat when they are nearly all that either turn says. */
#define SHORT_REPEAT 10

/* A turn's words in the list of all words. */
struct passage {
    size_t first, count;
    size_t document, turn; /* indexes */
};

/* A stretch of the later passage; positions in the list of all words. */
struct repeat {
    size_t start, end;
    size_t words;      /* that both have */
    bool says_nothing; /* the same few words again and again: no repeat, however long */
};

/**
 * Follow the eight words that stand at @position in the @later passage and at @there in the
 * @earlier one to both sides, across gaps of a few words, but not to before @from and never so
 * that a passage would repeat itself. False when it is no repeat: too short, and not nearly the
 * whole of both turns, or it says nothing; what was walked over in vain need not be walked again.
 */
bool repeat_around(const uint32_t *words, const struct passage *later,
                   const struct passage *earlier, size_t position, size_t there,
                   size_t from, struct repeat *repeat);

#endif
