/**
 * The scanner in steps of 64 bytes: the same tokens as scan.h gives, for a third of the work.
 *
 * Nine tokens in ten are decided by a look at two bytes: letters, then a space; a mark, then a
 * space. A block is 64 bytes from a place where a token may begin. AVX2 makes of it one bit a
 * byte for each question that a rule asks: of a word? a space? a full stop? From these bits follows
 * where tokens begin and end, and the first byte of the block at which that is not sure:
 *
 *   - behind letters: a mark that may join or hang on them, or be of an address: all marks but
 *     ? ! ; ) " and, with white space behind, . , :
 *   - a mark that may go on: two dots, two dashes; a single quote, which opens and closes;
 *   - white space other than spaces: line ends and blank lines are noted down;
 *   - every character outside ASCII that is no letter of Latin-1, and the mark before it.
 *
 * Tokens that end before it are written down at once. One thing is asked of each of them: may an
 * abbreviation begin here, or a capital before a full stop be an initial, as far as the first byte
 * and the length tell? Then the rule itself (lyh_scan_is_special) is asked. The token that is not
 * sure goes through lyh_scan_next(), and the next block begins behind it: what this file does not
 * see at once it does not judge.
 *
 * Compiled for x86-64 alone. Elsewhere, and where lyh_blocks_path() is plain, scan.h does it all;
 * tests/language/test_blocks.c holds the two to each other.
 */
#ifndef LYHORD_LANGUAGE_BLOCKS_H
#define LYHORD_LANGUAGE_BLOCKS_H

#include <lyhord/language/tokens.h>

#include "scan.h"

/** Where tokens are written there is room for the tokens of at least one block. */
enum { LYH_BLOCK_TOKENS = 64 };

/**
 * Write the next tokens, without their types, to @tokens, as long as they are sure and there is
 * @room; how many. What the scanner is at then is for lyh_scan_next(): another block may go on behind it.
 */
size_t lyh_scan_blocks(lyh_scanner *scanner, lyh_token *tokens, size_t room);

#endif
