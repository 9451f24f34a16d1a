/**
 * The rules of a codebook, compiled against a vocabulary and run over documents.
 *
 * Decided once per distinct word: for each type, which rules' items it meets, kept by type id.
 * A document's tokens are then looked at once; only tokens whose type can start a rule cost
 * more than an array read. Regexes run over each sentence under PCRE2's match and heap limits and
 * a clock, in slices of start positions (the match limit alone counts anew from each and does not
 * bound a search); one that runs out is an error, never another count.
 */
#ifndef LYHORD_CODING_MATCHER_H
#define LYHORD_CODING_MATCHER_H

#include <stdbool.h>
#include <stdint.h>

#include <lyhord/codebook/codebook.h>
#include <lyhord/coding/coding.h>
#include <lyhord/language/lexicon.h>
#include <lyhord/language/objects.h>
#include <lyhord/language/tokens.h>

/** Nanoseconds since any fixed point, never going back; passed in because the library reads no clock. */
typedef uint64_t (*lyh_clock)(void);

/** What is asked of a hit, beside where it is. */
typedef enum lyh_judging {
    LYH_JUDGE_ALL,    /* its state and its time */
    LYH_JUDGE_STATE,  /* its state; every one is of LYH_TIME_NONE */
    LYH_JUDGE_NOTHING /* every one is LYH_STATED too, and neutral */
} lyh_judging;

typedef struct lyh_matcher_options {
    bool all_roles; /* match every turn, not only respondents' */
    lyh_judging judging;
    lyh_clock clock; /* NULL: patterns run under the match and heap limits only */
    /* nanoseconds one pattern may take on one document; 0: 500 ms and 50 ns a byte */
    uint64_t regex_budget;
    /* whom statements may be about, of the same vocabulary, borrowed; NULL: the service alone */
    lyh_objects *objects;
    /* is this respondent of the service, so that praise of oneself is of it? NULL: nobody is */
    bool (*is_staff)(const void *user, size_t respondent);
    const void *staff_user;
    /* only these codes' rules suggest: a flag a code of the codebook; NULL: all. Not kept */
    const bool *codes;
} lyh_matcher_options;

typedef struct lyh_matcher lyh_matcher;

/**
 * Compile every rule of @codebook, the whole language. A pattern that does not compile or could
 * match nothing is an error at the offending character; so is a reference that goes by way of more
 * than 64 codes. NULL when there are errors. Borrows all its arguments but @diags. Free
 * with lyh_matcher_free(). @lexicon is asked only when there are plain words among the rules.
 *
 * A phrase or near is found once from each place of its first part, with the nearest places of the
 * others that let all of it be found. Gaps and near reach over no aside, and over 200 tokens of any
 * kind at most. `@code` finds what any rule of the code does and no exception of it overlaps.
 */
lyh_matcher *lyh_matcher_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                             lyh_lexicon *lexicon, const lyh_matcher_options *options,
                             lyh_diags *diags);

/**
 * The same for a single rule, such as `kwic`'s; its hits have code 0. @codebook is where its
 * references lead; NULL: they are errors.
 */
lyh_matcher *lyh_matcher_for_rule(const lyh_rule *rule, const lyh_codebook *codebook,
                                  lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                                  const lyh_matcher_options *options, lyh_diags *diags);
/** NULL is fine. */
void lyh_matcher_free(lyh_matcher *matcher);

/**
 * Add a suggestion to @codings for every hit in @document, sorted by start, end (longer first) and
 * code. @tokens are the document's. Asides are never matched: they break a row of words, and
 * patterns see line ends where they stand. Within a code, hits that an exception overlaps are
 * dropped first; then those inside a longer hit or equal to an earlier rule's. False when a regex ran out
 * of its limits: @diags names the rule and its place, and @codings is to be thrown away.
 */
bool lyh_matcher_run(lyh_matcher *matcher, const lyh_document *document,
                     const lyh_tokens *tokens, lyh_codings *codings, lyh_diags *diags);

#endif
