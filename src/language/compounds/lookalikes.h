/**
 * Words that only look like compounds: data/lookalikes.txt and data/particles.txt, closed lists
 * whose heads say how their lines are written.
 */
#ifndef LYHORD_LANGUAGE_LOOKALIKES_H
#define LYHORD_LANGUAGE_LOOKALIKES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct lyh_lookalikes lyh_lookalikes;

/** What the lists say of a place in a word. */
typedef enum lyh_seeming {
    LYH_SEEMING_NONE,
    LYH_SEEMING_FROM_START, /* no joint, if the word begins where the front does */
    LYH_SEEMING_FROM_HERE, /* no joint, if the word or a part of it begins where the front does */
    LYH_SEEMING_ANYWHERE /* no joint, whatever stands before the front */
} lyh_seeming;

lyh_lookalikes *lyh_lookalikes_new(void);
/** NULL is fine. */
void lyh_lookalikes_free(lyh_lookalikes *lookalikes);

/** What stands between the @size bytes of @front and @tail, the rest of the word: an|svar. */
lyh_seeming lyh_lookalikes_between(const lyh_lookalikes *lookalikes, const char *front,
                                   size_t size, const char *tail);

/** Is the @size bytes of @front meant in the word, though @tail is no head: skade|stånd? */
bool lyh_lookalikes_names_first(const lyh_lookalikes *lookalikes, const char *front,
                                size_t size, const char *tail);

/** Is @front a particle or prefix, which is no first part of anything? */
bool lyh_lookalikes_is_particle(const lyh_lookalikes *lookalikes, const char *front);

/** Is @tail one of the endings that are also spelled as words (het, bar)? */
bool lyh_lookalikes_is_ending(const lyh_lookalikes *lookalikes, const char *tail);

/** Is @front one of the words too short or too rigid for the rules that begin compounds (kö, dygnet)? */
bool lyh_lookalikes_may_begin(const lyh_lookalikes *lookalikes, const char *front);

/** Is @tail one of the words of two letters that may end one (kö)? */
bool lyh_lookalikes_may_end(const lyh_lookalikes *lookalikes, const char *tail);

/** Is @tail, a word, also what other words often end in (geogra|fisk, hög|bröst|ad)? */
bool lyh_lookalikes_is_chance(const lyh_lookalikes *lookalikes, const char *tail);

/** Does @word begin as one that has o- before it or -lös behind it and denies nothing (oväder)? */
bool lyh_lookalikes_deny_nothing(const lyh_lookalikes *lookalikes, const char *word);

#endif
