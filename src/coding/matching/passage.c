#include "passage.h"

#include <string.h>

#include <lyhord/base/text.h>

/* Bytes up to the first white space of @text. */
static size_t word_size(const char *text, size_t size)
{
    size_t used = 0, length;
    while (used < size &&
           !lyh_char_is_space(lyh_text_char(text + used, size - used, &length)))
        used += length;
    return used;
}

bool passage_at(const char *text, size_t from, size_t end, const char *quote,
                passage *found)
{
    size_t left = strlen(quote);
    size_t at = from;
    size_t space = lyh_text_leading_space(quote, left);
    *found = (passage){ from, from };
    while (left > space) {
        quote += space;
        left -= space;
        size_t word = word_size(quote, left);
        if (word > end - at || memcmp(text + at, quote, word) != 0)
            return false;
        at = found->end = at + word;
        quote += word;
        left -= word;

        space = lyh_text_leading_space(quote, left);
        size_t gap = lyh_text_leading_space(text + at, end - at);
        if (left > space && (space > 0) != (gap > 0))
            return false;
        at += gap;
    }
    return found->end > from;
}

bool passage_find(const char *text, size_t from, size_t end, const char *quote,
                  passage *found)
{
    size_t size = strlen(quote);
    size_t space = lyh_text_leading_space(quote, size);
    const char *first = quote + space;
    size_t word = word_size(first, size - space);
    while (word > 0 && from < end) {
        const char *hit = memmem(text + from, end - from, first, word);
        if (!hit)
            return false;
        size_t at = (size_t)(hit - text);
        if (passage_at(text, at, end, first, found))
            return true;
        from = at + 1;
    }
    return false;
}
