/**
 * What a word looks like and what stands around it, as short cues: "p1=0hos", "suf=gården". Of each cue there may be a
 * weight; the weights of a word's cues added up say whether it is worth a look.
 *
 * The weights (`data/surroundings.txt`) and the words that are common in talk (`data/common.txt`) are counted from the
 * marked interviews by `tests/privacy/planted/learn_surroundings.c`, which says how; they are laid out as one table when the
 * program is built (`surroundings_write.c`).
 *
 * A cue is `KIND=TEXT`. TEXT of a neighbour is the word where it is common, else a hyphen and its last three letters, `#`
 * a number, `<` the end of the sentence, `<namn` a finding. Many end in the word's own form: N on a list of names or
 * places, v common or o not, k known to the dictionary or u not, c a capital or # figures.
 *
 * | kind | of |
 * |---|---|
 * | form, len, suf, rsuf, cl, nolist | the word: letters, bytes, last letters, what the lists know of it (a bit's number) |
 * | p1, p2, n1, n2, p1c, n1c | the first and second word before and behind; p1 and n1 with what stands between |
 * | g, after | what stands before and behind the word |
 * | slen, pos | how long its sentence is, how far in |
 * | doc, docp | s in a text whose sentences begin small, c in others; with the word before |
 * | near, nearc | a finding within three words in its sentence |
 * | win | "enda", "siste" and their like within four |
 */
#ifndef LYHORD_PRIVACY_SURROUNDINGS_H
#define LYHORD_PRIVACY_SURROUNDINGS_H

#include <glib.h>

#include "words.h"

/** A row of the table: the hash of a cue, and its weight; a common word is the cue "=och". */
typedef struct surrounding_row {
    uint32_t hash; /* 0: free */
    int32_t weight;
} surrounding_row;

/** All rows, each at its hash or behind; @mask and one of them. Generated. */
extern const surrounding_row lyh_surrounding_rows[];
extern const uint32_t lyh_surrounding_mask;

/** What is asked of a text's words, once. */
typedef struct surroundings {
    const words *list; /* borrowed */
    uint8_t *kinds;    /* of each word: the kind of its finding and one, or 0 */
    int8_t *common;    /* of each word: 1 common, 0 not, -1 not asked yet */
    bool is_small;     /* do more than half of the sentences begin small? */
} surroundings;

/** @kinds is taken over. */
void surroundings_init(surroundings *around, const words *list, uint8_t *kinds);
void surroundings_clear(surroundings *around);

/** Is it as interviews are, which the weights were learned from? In those 77 to 90 of a hundred words are common, in
 * reports 61 to 70. What has fewer than a hundred words tells too little of itself. */
bool surroundings_are_of_talk(surroundings *around);

/** May word @i be worth a look? Of a common word only where it is a name too, or a capital inside a sentence. */
bool surroundings_may_tell(surroundings *around, size_t i);

/** Called of each cue, which is @size bytes and ends in a nought. */
typedef void (*cue_seen)(void *data, const char *cue, size_t size);

/** All cues of word @i. */
void surroundings_cues(surroundings *around, size_t i, cue_seen seen, void *data);

/** The weight of one cue. */
int surroundings_weight_of(const char *cue, size_t size);

/** The weights of all its cues together, and that of the row "bias", which every word has. */
int surroundings_weight(surroundings *around, size_t i);

/** The hash of a cue in the table: never 0. */
static inline uint32_t surroundings_hash(const char *cue, size_t size)
{
    uint32_t hash = word_hash(cue, size);
    return hash ? hash : 1;
}

#endif
