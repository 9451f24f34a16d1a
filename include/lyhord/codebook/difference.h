/**
 * What changed from one codebook to the next: codes, what is said of them, and their rules.
 *
 * Codes are the same when they are called the same. A code that went and one that came are one code
 * with a new name when at least half of their definitions, examples and rules, taken together, are
 * alike, letter by letter; what several codes say counts neither way, and the pair most alike comes
 * first. Of a rule its text counts, not its comment nor its
 * place among the others.
 *
 * A rule that went and one that came in the same column of a code are one rule that changed when more
 * than half of the alternatives ("a | b") of the shorter of them stand in the other.
 */
#ifndef LYHORD_CODEBOOK_DIFFERENCE_H
#define LYHORD_CODEBOOK_DIFFERENCE_H

#include <lyhord/codebook/field.h>

typedef enum lyh_change_kind {
    LYH_CODE_ADDED,
    LYH_CODE_REMOVED,
    LYH_CODE_RENAMED,
    LYH_FIELD_CHANGED, /* also of a code that came or went: from or to "" */
    LYH_RULE_ADDED,
    LYH_RULE_REMOVED
} lyh_change_kind;

typedef struct lyh_change {
    lyh_change_kind kind;
    size_t old_code, new_code; /* of the one and the other codebook, or LYH_NONE */
    lyh_field field;           /* of a code: LYH_FIELD_CODE */
    size_t rule; /* of a rule: its index among those of its code; else LYH_NONE */
    size_t
        pair; /* of a rule that changed: its other side among the changes; else LYH_NONE */
    const char *before, *after; /* names, texts, rules; "" for what was or is not there */
    lyh_place old_place, new_place; /* lyh_place_none() where there is none */
} lyh_change;

typedef struct lyh_difference lyh_difference;

/** Borrows both codebooks. Free with lyh_difference_free(). */
lyh_difference *lyh_difference_new(const lyh_codebook *before, const lyh_codebook *after);
/** NULL is fine. */
void lyh_difference_free(lyh_difference *difference);

/** The changes: code by code in the order of the new codebook, then the codes that went. Lent. */
size_t lyh_difference_count(const lyh_difference *difference);
const lyh_change *lyh_difference_at(const lyh_difference *difference, size_t index);

/** One alternative of a rule that changed, as it is written: it came, or it went. Lent for the call. */
typedef void (*lyh_alternative_taker)(void *user, bool is_new, const char *text);
/**
 * What came to the rule of change @index and what went from it, each in its order; nothing when it has no
 * pair, or when the two differ in order or spacing only.
 */
void lyh_difference_alternatives(const lyh_difference *difference, size_t index,
                                 lyh_alternative_taker take, void *user);

/** The code of the new codebook that an old one is now, whatever it is called; or LYH_NONE. */
size_t lyh_difference_new_code(const lyh_difference *difference, size_t old_code);
/** The other way round. */
size_t lyh_difference_old_code(const lyh_difference *difference, size_t new_code);

#endif
