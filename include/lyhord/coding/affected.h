/**
 * What a change of the codebook does to the suggestions in a document: which are lost, which are
 * new, and which say something else of the same words.
 */
#ifndef LYHORD_CODING_AFFECTED_H
#define LYHORD_CODING_AFFECTED_H

#include <lyhord/codebook/difference.h>
#include <lyhord/coding/coding.h>

typedef enum lyh_effect {
    LYH_EFFECT_LOST,     /* nothing of the code is there any more */
    LYH_EFFECT_NEW,      /* nothing of the code was there */
    LYH_EFFECT_POLARITY, /* at the same words, with another polarity */
    LYH_EFFECT_STATE,    /* the same polarity, read as another state */
    LYH_EFFECT_SPAN      /* more, fewer or other words of the same place */
} lyh_effect;

/** "lost", "new", "polarity", "state", "span": fixed words of our CSV formats. */
const char *lyh_effect_name(lyh_effect effect);

typedef struct lyh_affected {
    lyh_effect effect;
    const lyh_coding *before, *after; /* NULL where there is none */
} lyh_affected;

/**
 * Call @taker for what differs between the suggestions @before, with codes of the old codebook, and
 * @after, with codes of the new one, in the order of the text. A code is the same under a new name
 * (lyh_difference_new_code()). Codings at just the same words belong together; of the rest, those
 * that overlap, from left to right. One of another polarity on other words has that effect.
 */
void lyh_affected_find(const lyh_difference *difference, const lyh_codings *before,
                       const lyh_codings *after,
                       void (*taker)(void *user, const lyh_affected *affected), void *user);

#endif
