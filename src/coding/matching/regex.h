/**
 * Regular expressions of codebooks, through PCRE2, that always end.
 *
 * PCRE2's match limit counts from each start position anew, so it does not bound a search: a few
 * letters of pattern can take minutes on one long line and report no error. Searches therefore go
 * over 64 start positions at a time and look at a clock between. Patterns are
 * people's: they may not raise limits, call out, or match nothing.
 */
#ifndef LYHORD_CODING_REGEX_H
#define LYHORD_CODING_REGEX_H

#include <stddef.h>
#include <stdint.h>

#include <lyhord/codebook/rule.h>
#include <lyhord/coding/matcher.h>

/** What all patterns share: limits, scratch memory, the clock. */
typedef struct lyh_regex_engine lyh_regex_engine;

/** @clock NULL: only the match and heap limits. Free with lyh_regex_engine_free() after the patterns. */
lyh_regex_engine *lyh_regex_engine_new(lyh_clock clock);
/** NULL is fine. */
void lyh_regex_engine_free(lyh_regex_engine *engine);

typedef struct lyh_regex lyh_regex;

/** Compile the pattern that is leaf @node of @rule; NULL: @diags says what is wrong, at which character. */
lyh_regex *lyh_regex_new(const lyh_regex_engine *engine, const lyh_rule *rule,
                         const lyh_rule_node *node, lyh_diags *diags);
/** NULL is fine. */
void lyh_regex_free(lyh_regex *regex);

/** Give @regex @nanoseconds for all searches from now on. */
void lyh_regex_grant(lyh_regex *regex, uint64_t nanoseconds);

typedef enum lyh_regex_answer {
    LYH_REGEX_FOUND,
    LYH_REGEX_NONE,
    LYH_REGEX_TOO_MUCH, /* the match or heap limit */
    LYH_REGEX_TOO_LONG  /* the time granted */
} lyh_regex_answer;

/** A search through a text, going on after each match. */
typedef struct lyh_regex_search {
    const char *text; /* valid UTF-8 */
    size_t size;
    size_t at;         /* where to look from; moved on by each answer */
    size_t start, end; /* of the match, never empty */
} lyh_regex_search;

lyh_regex_answer lyh_regex_next(lyh_regex *regex, lyh_regex_engine *engine,
                                lyh_regex_search *search);

#endif
