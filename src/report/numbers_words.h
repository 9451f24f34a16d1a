/**
 * Numbers that people write with letters: "nio", "tjugoen", "twenty-one".
 */
#ifndef LYHORD_REPORT_NUMBERS_WORDS_H
#define LYHORD_REPORT_NUMBERS_WORDS_H

#include <stddef.h>
#include <stdint.h>

/** What the folded word @text of @size bytes means, 1 to 99, Swedish or English; -1: no number. */
int64_t number_in_words(const char *text, size_t size);

#endif
