/**
 * What each rule of a codebook did: where it found something, what it lost to other rules, and
 * what people said of its suggestions. For those who make the codebook; no result of a study.
 *
 * A hit is a suggestion that stands, as `code` writes it. A rule also matches where nothing of it
 * stands: an exception (undantag) took the place, or another rule of the code, longer or
 * earlier, has it. The three are counted apart.
 */
#ifndef LYHORD_CODING_RULE_USE_H
#define LYHORD_CODING_RULE_USE_H

#include <lyhord/coding/matcher.h>

/** A rule, or one alternative of it (`a | b`), in the order of the codebook. */
typedef struct lyh_rule_use {
    size_t code, rule;      /* of the codebook */
    lyh_rule_column column; /* what it suggests */
    const char *text;       /* lent */
    lyh_place place;
    size_t hits;               /* of an exception: its matches, which take others' places */
    size_t persons, documents; /* distinct, over the hits */
    size_t statements; /* that its hits which count make (lyhord/coding/statements.h) */
    /* decisions in the files of all coders: rows of codings that name the rule */
    size_t accepted, rejected, undecided;
    size_t
        excepted; /* matches an exception took; of an exception: matches it took from others */
    size_t
        shadowed; /* matches inside a longer hit or equal to an earlier rule's, of the same code */
    size_t shadowed_by; /* the rule that most often has them: index, or LYH_NONE */
    size_t overlapping; /* hits that share a character with a hit of another code */
} lyh_rule_use;

/** Another code that hits of a rule overlap. */
typedef struct lyh_rule_overlap {
    size_t code, hits;
} lyh_rule_overlap;

typedef struct lyh_rule_uses lyh_rule_uses;

/**
 * Nothing found yet. With @by_indicator, a row is an alternative of a rule, and not the rule. NULL
 * when the rules do not compile: @diags is told why. Borrows all but @options and @diags. Free with
 * lyh_rule_uses_free().
 */
lyh_rule_uses *lyh_rule_uses_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                                 lyh_lexicon *lexicon, const lyh_matcher_options *options,
                                 bool by_indicator, lyh_diags *diags);
/** NULL is fine. */
void lyh_rule_uses_free(lyh_rule_uses *uses);

/**
 * Count @document: @hits are what the codebook suggests there (lyh_matcher_run). False when a
 * pattern ran out of its limits.
 */
bool lyh_rule_uses_add(lyh_rule_uses *uses, const lyh_document *document,
                       const lyh_tokens *tokens, const lyh_codings *hits, lyh_diags *diags);

/**
 * Count the decisions of a coder about the document added last: of each coding that names a rule
 * whether it is accepted, rejected or still suggested. It is about the rule of the code that is
 * spelled so and matches there; else about the first that is spelled so, or, by indicator, lost. A
 * code of LYH_NONE is one that the codebook has not: lost too.
 */
void lyh_rule_uses_decide(lyh_rule_uses *uses, const lyh_codings *codings);

size_t lyh_rule_uses_count(const lyh_rule_uses *uses);
lyh_rule_use lyh_rule_uses_at(const lyh_rule_uses *uses, size_t index);
/** The codes that hits of row @index overlap, most often first; free(); @count of them. */
lyh_rule_overlap *lyh_rule_uses_overlaps(const lyh_rule_uses *uses, size_t index,
                                         size_t *count);
/** Decisions about a rule that the codebook has not: it was changed since. */
size_t lyh_rule_uses_lost(const lyh_rule_uses *uses);

#endif
