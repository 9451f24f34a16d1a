/**
 * The scanner in steps of 64 bytes: the same tokens as scan.h gives, for a fraction of the work.
 *
 * What two bytes tell is known of all bytes (masks.h): where words and marks begin and end, and the
 * bytes at which that is not sure:
 *
 *   - behind letters: a mark that may join or hang on them, or be of an address: - ' and, unless
 *     white space follows, . , : % & + / @ _
 *   - a mark that is followed by the same, or by what is not ASCII;
 *   - a single quote, which opens and closes;
 *   - white space other than spaces: line ends and blank lines are noted down;
 *   - every character outside ASCII that is no letter of Latin-1.
 *
 * Tokens that end before the first of these are written down at once. One thing is asked of words
 * that a full stop or another short word follows: may an abbreviation begin here, or a capital
 * before a full stop be an initial, as far as the first byte and the length tell? Then the rule
 * itself (lyh_scan_is_special) is asked. The token that is not sure goes through lyh_scan_next();
 * behind it the same block goes on: what this file does not see at once it does not judge.
 *
 * Compiled for x86-64 alone. Elsewhere, and where lyh_blocks_path() is plain, scan.h does it all;
 * tests/language/test_blocks.c holds the two to each other.
 */
#ifndef LYHORD_LANGUAGE_BLOCKS_H
#define LYHORD_LANGUAGE_BLOCKS_H

#include "scan.h"
#include "tokens_private.h"

/**
 * How many of the first @done of @tokens, as many as go four at a time, are words and nothing else of
 * @kinds (LYH_TOKEN_…).
 */
size_t lyh_words_of_blocks(const lyh_token *tokens, uint32_t kinds, size_t count,
                           size_t *done);

/** Add all tokens that are left, yet without their types. */
void lyh_scan_blocks(lyh_scanner *scanner, lyh_tokens *tokens);

#endif
