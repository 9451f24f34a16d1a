/**
 * Words that people's own codings propose as indicators of a code, for people to judge.
 *
 * Inside: the sentences of respondents that an accepted or manual coding of the code touches. Near:
 * the sentence before and the one after, in the same turn. The rest: all other words of
 * respondents. Sentences of codes below the code are none of the three, as theirs are the words they
 * belong to; nor are words that a rule of the code, exceptions included, matches already: what is
 * counted is what a new indicator would find.
 *
 * Counted are lemmas, and compounds by their parts: `+word` is the word and all compounds that it
 * heads, `word+` those that it begins (lyhord/language/compounds.h); of the three the one with the
 * highest G² is proposed, and of words that stand for just the same places the better. Left out are closed classes, numbers and numerals, words shorter than
 * LYH_EXPANSION_LETTERS and whatever fewer than LYH_EXPANSION_PERSONS persons say: one person's word is
 * a habit, and it may tell who it is.
 */
#ifndef LYHORD_CODING_EXPANSION_H
#define LYHORD_CODING_EXPANSION_H

#include <lyhord/coding/matcher.h>
#include <lyhord/language/thesaurus.h>
#include <lyhord/stats/keyness.h>

/** Persons who say a word before it is proposed. */
#define LYH_EXPANSION_PERSONS 2
/** Characters of a word, at least. */
#define LYH_EXPANSION_LETTERS 3
/**
 * G² of a word, at least: the 95th percentile of χ² with one degree of freedom. A sieve and no test:
 * hundreds of words are tried, and the words of one person hang together.
 */
#define LYH_EXPANSION_G2 3.84

typedef enum lyh_proposal_source {
    LYH_PROPOSAL_KEYNESS, /* commoner inside than in the rest */
    LYH_PROPOSAL_NEAR,    /* commoner near than in the rest, and no KEYNESS */
    LYH_PROPOSAL_SYNONYM /* of an indicator of the code, or of a KEYNESS word, by a thesaurus */
} lyh_proposal_source;

/** "keyness", "near", "synonym": fixed words of the CSV. */
const char *lyh_proposal_source_name(lyh_proposal_source source);

/** Strings are lent by the expansion. */
typedef struct lyh_proposal {
    const char *word; /* as a rule would have it */
    lyh_proposal_source source;
    const char *of; /* SYNONYM: what it is one of, several separated by "|"; else "" */
    /* who says it inside (KEYNESS), near (NEAR) or anywhere (SYNONYM) */
    size_t persons, documents;
    size_t statements; /* runs of inside sentences that have it (NEAR: beside it) */
    /* inside (near, for NEAR) against the rest */
    lyh_keyness counts;
    double g2,
        log_ratio; /* log_ratio is NAN when the word is not inside: then 0 is all that is known */
    /* an example: of the first place inside (near), else anywhere; "" and LYH_NONE when nobody says it */
    const char *document;
    size_t turn;
} lyh_proposal;

typedef struct lyh_expansion lyh_expansion;

/**
 * Nothing gathered yet. NULL when the rules do not compile: @diags is told why. Borrows all but
 * @options and @diags. Free with lyh_expansion_free().
 */
lyh_expansion *lyh_expansion_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                                 lyh_lexicon *lexicon, const lyh_matcher_options *options,
                                 lyh_diags *diags);
/** NULL is fine. */
void lyh_expansion_free(lyh_expansion *expansion);

/**
 * Take in @document; @codings are people's, and only accepted and manual ones are looked at, in any
 * state. False when a pattern ran out of its limits.
 */
bool lyh_expansion_add(lyh_expansion *expansion, const lyh_document *document,
                       const lyh_tokens *tokens, const lyh_codings *codings,
                       lyh_diags *diags);

/** Runs of sentences inside @code: 0 when nobody has coded anything with it. */
size_t lyh_expansion_statements(const lyh_expansion *expansion, size_t code);

/**
 * What is proposed for @code, @count of it: free(). First KEYNESS and NEAR, each by G², at most
 * @limit of each (0: all); then synonyms, by how often the words of respondents have them
 * unmatched, at most @limit of those. With @with_unsaid, also synonyms that nobody says, last and
 * beyond @limit. @thesaurus may be NULL. All documents come before the first call.
 */
lyh_proposal *lyh_expansion_propose(lyh_expansion *expansion, size_t code,
                                    lyh_thesaurus *thesaurus, size_t limit,
                                    bool with_unsaid, size_t *count);

#endif
