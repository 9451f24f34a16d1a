#include "lists.h"

#include <string.h>

#include <glib.h>

/* A capital of Latin-1 or Latin Extended-A as its small letter; others as they are. */
static uint32_t small_letter(uint32_t c)
{
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
        return c + 0x20;
    bool is_even_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    bool is_odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((is_even_upper && c % 2 == 0) || (is_odd_upper && c % 2 == 1))
        return c + 1;
    return c;
}

static bool is_latin_pair(const unsigned char *bytes, size_t size)
{
    return size >= 2 && bytes[0] >= 0xC3 && bytes[0] <= 0xC5 && (bytes[1] & 0xC0) == 0x80;
}

bool word_is_capital(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (size > 0 && bytes[0] < 0x80)
        return g_ascii_isupper(bytes[0]);
    if (!is_latin_pair(bytes, size))
        return false;
    uint32_t c = (uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
    return small_letter(c) != c;
}

static uint32_t hash_more(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * 16777619u;
}

uint32_t word_hash(const char *folded, size_t size)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = hash_more(hash, (unsigned char)folded[i]);
    return hash;
}

/* The character at @bytes, folded, into @to; how many bytes it took. */
static size_t fold_one(const unsigned char *bytes, size_t size, char *to, size_t *length)
{
    *length = 1;
    if (bytes[0] < 0x80) {
        *to = (char)(bytes[0] >= 'A' && bytes[0] <= 'Z' ? bytes[0] | 0x20 : bytes[0]);
        return 1;
    }
    if (size >= 2 && bytes[0] == 0xC2 && bytes[1] == 0xA0) {
        *to = ' ';
        return 2;
    }
    if (!is_latin_pair(bytes, size)) {
        *to = (char)bytes[0];
        return 1;
    }
    uint32_t c = small_letter((uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F));
    to[0] = (char)(0xC0 | c >> 6);
    to[1] = (char)(0x80 | (c & 0x3F));
    *length = 2;
    return 2;
}

uint32_t word_fold(const char *text, size_t size, char *folded, size_t *new_size)
{
    g_assert(size <= WORD_MOST);
    size_t end = 0;
    uint32_t hash = 2166136261u;
    for (; end < size && text[end] > ' ' && text[end] < 0x7F; end++) { /* mostly all */
        char c = text[end];
        folded[end] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        hash = hash_more(hash, (unsigned char)folded[end]);
    }
    size_t hashed = end;
    for (size_t at = end; at < size;) {
        size_t length;
        at += fold_one((const unsigned char *)text + at, size - at, folded + end, &length);
        if (folded[end] == '\n' || folded[end] == '\t' || folded[end] == '\r')
            folded[end] = ' ';
        if (folded[end] != ' ' || (end > 0 && folded[end - 1] != ' '))
            end += length;
    }
    *new_size = end;
    for (; hashed < end; hashed++)
        hash = hash_more(hash, (unsigned char)folded[hashed]);
    return hash;
}
