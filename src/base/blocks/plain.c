#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "blocks.h"

/* The first byte of U+0300 in UTF-8: below it every character is NFC as it stands, and joins
 * nothing before it (NFC_Quick_Check=Yes, UAX #15). */
#define FIRST_BYTE_THAT_COMBINES 0xccu

size_t plain_until(const lyh_signs *signs, const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && !signs->is_sign[(unsigned char)text[at]])
        at++;
    return at;
}

void plain_csv_masks(const char *text, size_t size, char separator, uint64_t *masks)
{
    for (size_t i = 0; i < size; i++) {
        bool stops = text[i] == separator || text[i] == '"' || text[i] == '\n' ||
                     text[i] == '\r' || text[i] == '\0';
        uint64_t *mask = &masks[i / CSV_BLOCK];
        *mask = (i % CSV_BLOCK > 0 ? *mask : 0) | (uint64_t)stops << i % CSV_BLOCK;
    }
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

size_t plain_length(const char *text, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += !is_continuation(text[i]);
    return count;
}

/* The second byte of a capital of Latin-1, but of the sign ×: U+00C0 to U+00DE are C3 80 to C3 9E. */
static bool is_of_capital(char first, char byte)
{
    return first == '\xC3' && (unsigned char)byte <= 0x9e && byte != '\x97';
}

void plain_small_letters(const char *text, size_t done, size_t size, char *small)
{
    for (size_t i = done; i < size; i++) {
        char byte = text[i];
        bool is_capital =
            g_ascii_isupper(byte) || (i > 0 && is_of_capital(text[i - 1], byte));
        small[i] = (char)(is_capital ? byte + 0x20 : byte);
    }
}

/* ---- UTF-8 ---- */

#define IN_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Which of the bytes in @word, all below 0x80, are above @most: those have their top bit set. */
static uint64_t above(uint64_t word, unsigned most)
{
    return word + IN_EACH(0x7f - most);
}

/*
 * As far as can be read by words of eight bytes: ASCII, characters of two bytes, and of three but
 * those that begin with E0 or ED, which are rare and looked at more closely. The bytes that must go
 * on with a character and those that do are compared at once: where the next å or ö stands is
 * foreseen by no processor, so that a branch for each costs more than all of this.
 */
size_t plain_valid(const char *text, size_t size)
{
    const uint64_t top = IN_EACH(0x80);
    uint64_t owed =
        0; /* bytes of the next word that must go on with a character of this one */
    size_t i = 0;
    for (; size - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, text + i, sizeof word);
        word = GUINT64_FROM_LE(word);
        uint64_t second = word << 1, third = word << 2,
                 fourth = word << 3; /* bits, on top */
        uint64_t first = word & second & top;
        uint64_t goes_on = word & ~second & top;
        uint64_t of_three = first & third;
        uint64_t too_short = ~third & ~above(word & IN_EACH(0x1f), 1); /* C0, C1 */
        uint64_t is_rare = third & (fourth | ~above(word & IN_EACH(0x0f), 0) |
                                    ~above((word & IN_EACH(0x0f)) ^ IN_EACH(0x0d), 0));
        if ((goes_on ^ (first << 8 | of_three << 16 | owed)) |
            (first & (too_short | is_rare)))
            break;
        owed = first >> 56 | of_three >> 48;
    }
    if (owed == 0)
        return i;
    do
        i--;
    while (is_continuation(text[i]));
    return i;
}

/* ---- normal form ---- */

/* Dashes, quotation marks and the ellipsis: U+2002 to U+203F combine with nothing, as their
 * neighbours U+2000 and U+2001 would. */
static bool is_punctuation(const char *text, size_t size)
{
    const unsigned char *byte = (const unsigned char *)text;
    return size >= 3 && byte[0] == 0xe2 && byte[1] == 0x80 && byte[2] >= 0x82;
}

bool plain_are_nfc(const char *text, size_t size)
{
    unsigned char any =
        0; /* without a branch for each byte, a processor takes many at once */
    for (size_t i = 0; i < size; i++)
        any |= (unsigned char)text[i] >= FIRST_BYTE_THAT_COMBINES;
    for (size_t i = 0; any && i < size; i++)
        if ((unsigned char)text[i] >= FIRST_BYTE_THAT_COMBINES &&
            !is_punctuation(text + i, size - i))
            return false;
    return true;
}

/* ---- odd characters ---- */

static bool is_usual_ascii(unsigned char byte)
{
    return (byte >= 0x20 && byte < 0x7f) || byte == '\n' || byte == '\r' || byte == '\t';
}

/* A letter of Latin-1 with which mojibake does not begin: U+00C0 to U+00FF are C3 80 to C3 BF. */
static bool is_usual_letter(const unsigned char *byte)
{
    return byte[0] == 0xc3 && byte[1] != 0x82 && byte[1] != 0x83 && byte[1] != 0xa2 &&
           byte[1] != 0xaf && byte[1] != 0xb0;
}

/* U+2010 to U+2027: E2 80 90 to E2 80 A7. */
static bool is_usual_punctuation(const unsigned char *byte)
{
    return byte[0] == 0xe2 && byte[1] == 0x80 && byte[2] >= 0x90 && byte[2] <= 0xa7;
}

size_t plain_until_odd(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t i = 0; i < size; i++) {
        if (is_usual_ascii(bytes[i]) || is_continuation(text[i]))
            continue;
        if (!is_usual_letter(bytes + i) && !is_usual_punctuation(bytes + i))
            return i;
    }
    return size;
}

/* ---- all at once ---- */

/* Bytes of the character at @text, 0 where it is not an ordinary one. */
static size_t ordinary_length(const char *text, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (is_usual_ascii(bytes[0]))
        return 1;
    if (size >= 2 && is_usual_letter(bytes) && is_continuation(text[1]))
        return 2;
    return size >= 3 && is_usual_punctuation(bytes) ? 3 : 0;
}

size_t plain_ordinary(const char *text, size_t size)
{
    size_t i = 0;
    for (size_t length = 1; i < size && length > 0; i += length)
        length = ordinary_length(text + i, size - i);
    return i;
}
