#include "glob.h"

#include <stdint.h>

#define NOWHERE SIZE_MAX

size_t lyh_glob_prefix(const char *pattern, size_t size)
{
    size_t prefix = 0;
    while (prefix < size && pattern[prefix] != '*' && pattern[prefix] != '?')
        prefix++;
    return prefix;
}

/** Past the character at @at: UTF-8 goes on while the top bits are 10. */
static size_t next_char(const char *word, size_t size, size_t at)
{
    do
        at++;
    while (at < size && ((unsigned char)word[at] & 0xC0) == 0x80);
    return at;
}

static bool is_only_stars(const char *pattern, size_t size, size_t at)
{
    while (at < size && pattern[at] == '*')
        at++;
    return at == size;
}

/* On a mismatch only the last star needs to take one character more: an earlier one never helps. */
bool lyh_glob_matches(const char *pattern, size_t pattern_size, const char *word,
                      size_t word_size)
{
    size_t p = 0, w = 0, star = NOWHERE, resume = 0;
    while (w < word_size) {
        if (p < pattern_size && pattern[p] == '*') {
            star = p++;
            resume = w;
        } else if (p < pattern_size && pattern[p] == '?') {
            p++;
            w = next_char(word, word_size, w);
        } else if (p < pattern_size && pattern[p] == word[w]) {
            p++;
            w++;
        } else if (star != NOWHERE) {
            p = star + 1;
            w = resume = next_char(word, word_size, resume);
        } else {
            return false;
        }
    }
    return is_only_stars(pattern, pattern_size, p);
}
