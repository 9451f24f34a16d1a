/**
 * Two who code the same interview: neither sees the other's codings until both are done with it
 * ("Klar"), and then they stand side by side, to be decided together.
 *
 * Blind is a courtesy, not a lock: both have the file.
 */
#ifndef LYHORD_STORE_PAIRS_H
#define LYHORD_STORE_PAIRS_H

#include <lyhord/store/journal.h>

/**
 * May @viewer see what @coder has coded in @document? Their own always; when @viewer is done with it, that of
 * others who are done too, and what was decided together.
 */
bool lyh_stored_done_sees(const lyh_stored_done *done, const char *viewer,
                          const char *document, const char *coder);

typedef enum lyh_pair_kind {
    LYH_PAIR_SAME,     /* code and polarity are the same */
    LYH_PAIR_POLARITY, /* the code is, the polarity is not */
    LYH_PAIR_CODE,     /* they share words, and mean another code */
    LYH_PAIR_ONLY_A,
    LYH_PAIR_ONLY_B
} lyh_pair_kind;

/** Codings that share at least a character, each in one pair at most. Lent by the pairs. */
typedef struct lyh_pair {
    lyh_pair_kind kind;
    const lyh_stored_coding *a, *b; /* NULL: the coder has none */
    /* what they decided about just these, or NULL: not yet. Rejected: that nothing is coded */
    const lyh_stored_coding *agreed;
} lyh_pair;

typedef struct lyh_pairs lyh_pairs;

/**
 * The codings (not what they rejected) of coders @a and @b in @document, paired: first those with the
 * same code and polarity, then the same code, then the rest, each with the one it shares most
 * characters with; by where the first of them begins. LYH_ERROR_NOT_ALLOWED unless both are done. Free with
 * lyh_pairs_free(). NULL: @error.
 */
lyh_pairs *lyh_journal_pairs(lyh_journal *journal, const char *document, const char *a,
                             const char *b, lyh_error *error);
/**
 * What was decided together about just the @count (1 or 2) codings @originals, in any order: @decided is the
 * id of that coding, which may be one that says that nothing is coded; an id of none when nothing is decided
 * about them, or it was taken back. False: @error.
 */
bool lyh_journal_decided(lyh_journal *journal, const lyh_event_id *originals, size_t count,
                         lyh_event_id *decided, lyh_error *error);

/** NULL is fine. */
void lyh_pairs_free(lyh_pairs *pairs);
size_t lyh_pairs_count(const lyh_pairs *pairs);
const lyh_pair *lyh_pairs_at(const lyh_pairs *pairs, size_t index);

#endif
