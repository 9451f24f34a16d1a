#include "characters.h"

#include <utf8proc.h>

#include <lyhord/base/text.h>

const uint8_t lyh_class_of_byte[256] = {
    ['\t'] = SPACE,         ['\n'] = SPACE,        ['\v'] = SPACE,
    ['\f'] = SPACE,         ['\r'] = SPACE,        [' '] = SPACE,
    ['0' ... '9'] = DIGIT,  ['A' ... 'Z'] = UPPER, ['a' ... 'z'] = LOWER,
    [0x80 ... 0xFF] = LEAD,
};

/* After C3, the bytes from 80 to BF make letters of Latin-1; 97 and B7 make × and ÷. */
const bool lyh_is_plain_byte[256] = {
    ['0' ... '9'] = true,   ['A' ... 'Z'] = true,   ['a' ... 'z'] = true,
    [0x80 ... 0x96] = true, [0x98 ... 0xB6] = true, [0xB8 ... 0xBF] = true,
    [0xC3] = true,
};

lyh_kind lyh_kind_of(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return IS_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return IS_EXTEND;
    default:
        return lyh_char_is_space(c) ? IS_SPACE : IS_OTHER;
    }
}

lyh_kind lyh_kind_at(const char *text, size_t at, size_t end, size_t *length)
{
    *length = 1;
    switch (class_at(text, at)) {
    case UPPER:
    case LOWER:
    case DIGIT:
        return IS_LETTER;
    case SPACE:
        return IS_SPACE;
    case LEAD:
        return lyh_kind_of(lyh_text_char(text + at, end - at, length));
    default:
        return IS_OTHER;
    }
}

bool lyh_word_at(const char *text, size_t at, size_t end)
{
    size_t length;
    return at < end && lyh_kind_at(text, at, end, &length) == IS_LETTER;
}

bool lyh_upper_at(const char *text, size_t at, size_t end)
{
    size_t length;
    if (at >= end)
        return false;
    if (class_at(text, at) != LEAD)
        return class_at(text, at) == UPPER;
    return lyh_char_is_upper(lyh_text_char(text + at, end - at, &length));
}
