/**
 * Near-duplicates: the same utterance twice in the material, counted once.
 *
 * Respondents' words are compared by their 8-grams (eight words in a row, folded, punctuation
 * and fillers left out), between documents and inside one. The copy that comes later in the
 * order of reading is the repeat. What decisions.csv keeps is left alone.
 *
 * A repeat is a stretch that shares 12 words in a row with an earlier one, and what goes on
 * alike beyond a word or two written otherwise; or 10 words that are nearly all that both turns
 * say: so long, no phrase comes twice by itself ("jag vet inte vad jag ska säga om det" has
 * nine). Time grows with the words; memory up to 24 MiB.
 */
#ifndef LYHORD_INGEST_DUPLICATES_H
#define LYHORD_INGEST_DUPLICATES_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/corpus/document.h>
#include <lyhord/language/tokens.h>

typedef struct lyh_duplicates lyh_duplicates;

/** A passage and the earlier one it repeats. */
typedef struct lyh_duplicate {
    const char *document; /* name; lent by the list */
    size_t start, end;    /* bytes of its text */
    size_t turn;          /* index */
    const char *other;    /* the document of the earlier passage */
    size_t other_turn;
    size_t words; /* that the two share */
} lyh_duplicate;

/** Nothing read yet. Free with lyh_duplicates_free(). */
lyh_duplicates *lyh_duplicates_new(void);
/** NULL is fine. */
void lyh_duplicates_free(lyh_duplicates *duplicates);

/**
 * Compare @document with all that was added before and with itself, and remember it. Adds to
 * the list what it repeats. The @tokens of all documents have one vocabulary, and are read
 * before repeats are added to the document.
 */
void lyh_duplicates_add(lyh_duplicates *duplicates, const lyh_document *document,
                        const lyh_tokens *tokens);

/** Found so far, in the order of reading. Lent until the next lyh_duplicates_add(). */
size_t lyh_duplicates_count(const lyh_duplicates *duplicates);
const lyh_duplicate *lyh_duplicates_at(const lyh_duplicates *duplicates, size_t index);

/**
 * What a person names in decisions.csv to keep a duplicate: "R03:14 = R07:2", documents and
 * turns (from 1), the later first. free().
 */
char *lyh_duplicate_target(const lyh_duplicate *duplicate);

/** Was there more material than is compared, so that later passages were not looked at? */
bool lyh_duplicates_is_full(const lyh_duplicates *duplicates);

#endif
