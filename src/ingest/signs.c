#include "signs.h"

#include <string.h>

#include <lyhord/base/blocks.h>

/* Bytes of a text with one sign, or more: room is made for so many at first. */
#define BYTES_PER_SIGN 64
#define FEWEST 64

#define IS(sign) (1 + (sign))

/* The sign that a byte may begin, and 1; 0 for most. */
static const unsigned char sign_of[256] = {
    ['\n'] = IS(SIGN_END),   ['\r'] = IS(SIGN_END),   ['"'] = IS(SIGN_QUOTE),
    [0xC2] = IS(SIGN_QUOTE), [0xE2] = IS(SIGN_QUOTE), [':'] = IS(SIGN_COLON),
    ['['] = IS(SIGN_ASIDE),  [']'] = IS(SIGN_ASIDE),  ['('] = IS(SIGN_ASIDE),
    [')'] = IS(SIGN_ASIDE),  ['#'] = IS(SIGN_ASIDE),  ['<'] = IS(SIGN_ASIDE),
    ['/'] = IS(SIGN_ASIDE),  ['='] = IS(SIGN_ASIDE),  ['x'] = IS(SIGN_ASIDE),
    ['X'] = IS(SIGN_ASIDE),  ['0'] = IS(SIGN_ASIDE),  ['1'] = IS(SIGN_ASIDE),
    ['2'] = IS(SIGN_ASIDE),  ['3'] = IS(SIGN_ASIDE),  ['4'] = IS(SIGN_ASIDE),
    ['5'] = IS(SIGN_ASIDE),  ['6'] = IS(SIGN_ASIDE),  ['7'] = IS(SIGN_ASIDE),
    ['8'] = IS(SIGN_ASIDE),  ['9'] = IS(SIGN_ASIDE),
};

void signs_make_room(sign_bytes *bytes, size_t more)
{
    if (bytes->room - bytes->count >= more)
        return;
    bytes->room = MAX(2 * bytes->room, bytes->count + more);
    bytes->at = g_renew(uint32_t, bytes->at, bytes->room);
}

void signs_list_plain(sign_bytes *bytes, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (sign_of[(unsigned char)text[i]] == 0)
            continue;
        signs_make_room(bytes, 1);
        bytes->at[bytes->count++] = (uint32_t)i;
    }
}

static sign_bytes list(const char *text, size_t size)
{
    sign_bytes bytes = { .count = 0 };
    signs_make_room(&bytes, size / BYTES_PER_SIGN + FEWEST);
#ifdef __x86_64__
    if (lyh_blocks_path() == LYH_BLOCKS_AVX2)
        signs_list_avx2(&bytes, text, size);
    else
#endif
        signs_list_plain(&bytes, text, size);
    return bytes;
}

/* Unicode's line ends, which word processors leave behind. */
static bool is_line_end(const char *text, size_t size)
{
    return (size >= 2 && memcmp(text, "\xC2\x85", 2) == 0) ||
           (size >= 3 &&
            (memcmp(text, "\xE2\x80\xA8", 3) == 0 || memcmp(text, "\xE2\x80\xA9", 3) == 0));
}

text_signs *signs_new(const char *text, size_t size)
{
    sign_bytes bytes = list(text, size);
    text_signs *signs = g_new0(text_signs, 1);
    signs->room = g_new(uint32_t, TEXT_SIGNS * bytes.count + 1);
    for (size_t i = 0; i < TEXT_SIGNS; i++)
        signs->of[i].at = signs->room + i * bytes.count;
    for (size_t i = 0; i < bytes.count; i++) {
        uint32_t at = bytes.at[i];
        size_t sign = sign_of[(unsigned char)text[at]] - IS(0);
        if (sign == SIGN_QUOTE && is_line_end(text + at, size - at))
            sign = SIGN_END;
        sign_list *of = &signs->of[sign];
        of->at[of->count++] = at;
    }
    g_free(bytes.at);
    return signs;
}

void signs_free(text_signs *signs)
{
    if (!signs)
        return;
    g_free(signs->room);
    g_free(signs);
}
