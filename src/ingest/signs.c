#include "signs.h"

#include <lyhord/base/blocks.h>

/* Bytes of a text with one sign, or more: room is made for so many at first. */
#define BYTES_PER_SIGN 64
#define FEWEST 64

const unsigned char sign_of[256] = {
    ['\n'] = SIGN_END,   ['\r'] = SIGN_END,  ['"'] = SIGN_QUOTE, [0xC2] = SIGN_QUOTE,
    [0xE2] = SIGN_QUOTE, [':'] = SIGN_COLON, ['['] = SIGN_ASIDE, [']'] = SIGN_ASIDE,
    ['('] = SIGN_ASIDE,  [')'] = SIGN_ASIDE, ['#'] = SIGN_ASIDE, ['<'] = SIGN_ASIDE,
    ['/'] = SIGN_ASIDE,  ['='] = SIGN_ASIDE, ['x'] = SIGN_ASIDE, ['X'] = SIGN_ASIDE,
    ['0'] = SIGN_ASIDE,  ['1'] = SIGN_ASIDE, ['2'] = SIGN_ASIDE, ['3'] = SIGN_ASIDE,
    ['4'] = SIGN_ASIDE,  ['5'] = SIGN_ASIDE, ['6'] = SIGN_ASIDE, ['7'] = SIGN_ASIDE,
    ['8'] = SIGN_ASIDE,  ['9'] = SIGN_ASIDE,
};

void signs_make_room(sign_list *signs, size_t more)
{
    if (signs->room - signs->count >= more)
        return;
    signs->room = MAX(2 * signs->room, signs->count + more);
    signs->at = g_renew(uint32_t, signs->at, signs->room);
}

void signs_list_plain(sign_list *signs, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (sign_of[(unsigned char)text[i]] == SIGN_NONE)
            continue;
        signs_make_room(signs, 1);
        signs->at[signs->count++] = (uint32_t)i;
    }
}

sign_list *signs_new(const char *text, size_t size)
{
    sign_list *signs = g_new0(sign_list, 1);
    signs_make_room(signs, size / BYTES_PER_SIGN + FEWEST);
#ifdef __x86_64__
    if (lyh_blocks_path() == LYH_BLOCKS_AVX2)
        signs_list_avx2(signs, text, size);
    else
#endif
        signs_list_plain(signs, text, size);
    return signs;
}

void signs_free(sign_list *signs)
{
    if (!signs)
        return;
    g_free(signs->at);
    g_free(signs);
}
