#include "blocks.h"

#ifdef __x86_64__

#include <immintrin.h>
#include <stdint.h>

/* Only these functions use AVX2; the rest of the program runs where there is none. */
#define AVX2 __attribute__((target("avx2")))

/* Bytes of a vector. */
#define WIDTH sizeof(__m256i)

AVX2 static inline __m256i load(const char *text)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)text);
}

AVX2 static inline __m256i each(unsigned char byte)
{
    return _mm256_set1_epi8((char)byte);
}

AVX2 static inline __m256i are(__m256i bytes, unsigned char byte)
{
    return _mm256_cmpeq_epi8(bytes, each(byte));
}

/* Which bytes lie from @least to @most, of all 256. */
AVX2 static inline __m256i lie(__m256i bytes, unsigned char least, unsigned char most)
{
    __m256i clamped = _mm256_min_epu8(_mm256_max_epu8(bytes, each(least)), each(most));
    return _mm256_cmpeq_epi8(clamped, bytes);
}

AVX2 static inline __m256i any(__m256i a, __m256i b)
{
    return _mm256_or_si256(a, b);
}

AVX2 static inline __m256i both(__m256i a, __m256i b)
{
    return _mm256_and_si256(a, b);
}

/* A bit a byte, the first byte's lowest. */
AVX2 static inline uint32_t bits(__m256i found)
{
    return (uint32_t)_mm256_movemask_epi8(found);
}

AVX2 static inline uint64_t bits_of_two(__m256i first, __m256i second)
{
    return bits(first) | (uint64_t)bits(second) << WIDTH;
}

/* ---- signs ---- */

AVX2 static inline __m256i table(const unsigned char *entries)
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)entries));
}

/* What the tables of both halves share of each byte of the vector at @text. */
AVX2 static inline __m256i shared(__m256i low, __m256i high, const char *text)
{
    __m256i bytes = load(text);
    __m256i low_halves = both(bytes, each(0x0f));
    __m256i high_halves = both(_mm256_srli_epi16(bytes, 4), each(0x0f));
    return both(_mm256_shuffle_epi8(low, low_halves),
                _mm256_shuffle_epi8(high, high_halves));
}

/* The bytes of the vector at @text that are no signs. */
AVX2 static inline __m256i are_no_signs(__m256i low, __m256i high, const char *text)
{
    return _mm256_cmpeq_epi8(shared(low, high, text), _mm256_setzero_si256());
}

AVX2 size_t avx2_until(const lyh_signs *signs, const char *text, size_t size)
{
    if (size < WIDTH || signs->is_wide)
        return plain_until(signs, text, size);
    const __m256i low = table(signs->low), high = table(signs->high);
    size_t i = 0;
    for (; size - i >= 2 * WIDTH; i += 2 * WIDTH) {
        __m256i first = are_no_signs(low, high, text + i);
        __m256i second = are_no_signs(low, high, text + i + WIDTH);
        if (bits(both(first, second)) != UINT32_MAX)
            return i + (size_t)__builtin_ctzll(~bits_of_two(first, second));
    }
    for (; i < size; i += WIDTH) {
        /* Where less than a vector is left, some bytes are looked at again. */
        size_t at = i < size - WIDTH ? i : size - WIDTH;
        uint32_t none = bits(are_no_signs(low, high, text + at));
        if (none != UINT32_MAX)
            return at + (size_t)__builtin_ctz(~none);
    }
    return size;
}

/* ---- tables ---- */

AVX2 static inline __m256i part_cells(__m256i bytes, char separator)
{
    __m256i within = any(are(bytes, (unsigned char)separator), are(bytes, '"'));
    return any(within, any(are(bytes, '\n'), any(are(bytes, '\r'), are(bytes, 0))));
}

AVX2 void avx2_csv_masks(const char *text, size_t size, char separator, uint64_t *masks)
{
    size_t i = 0;
    for (; size - i >= CSV_BLOCK; i += CSV_BLOCK)
        *masks++ = bits_of_two(part_cells(load(text + i), separator),
                               part_cells(load(text + i + WIDTH), separator));
    plain_csv_masks(text + i, size - i, separator, masks);
}

/* ---- characters ---- */

/* Rounds of two vectors, after which a byte that counts them is nearly full. */
#define MOST_ROUNDS 127

/* 1 for each byte that begins a character: signed, what goes on with one (80 to BF) is below all
 * others. As a vector counts, 1 is -1. */
AVX2 static inline __m256i begin(const char *text)
{
    return _mm256_cmpgt_epi8(load(text), each(0xbf));
}

AVX2 size_t avx2_length(const char *text, size_t size)
{
    const __m256i zero = _mm256_setzero_si256();
    __m256i total = zero;
    size_t i = 0;
    while (size - i >= 2 * WIDTH) {
        __m256i counts = zero;
        for (int round = 0; round < MOST_ROUNDS && size - i >= 2 * WIDTH;
             round++, i += 2 * WIDTH) {
            __m256i two = _mm256_add_epi8(begin(text + i), begin(text + i + WIDTH));
            counts = _mm256_sub_epi8(counts, two);
        }
        total = _mm256_add_epi64(total, _mm256_sad_epu8(counts, zero));
    }
    if (size - i >= WIDTH) {
        total = _mm256_add_epi64(
            total, _mm256_sad_epu8(_mm256_sub_epi8(zero, begin(text + i)), zero));
        i += WIDTH;
    }
    uint64_t parts[4];
    _mm256_storeu_si256((__m256i *)(void *)parts, total);
    return parts[0] + parts[1] + parts[2] + parts[3] + plain_length(text + i, size - i);
}

/* ---- small letters ---- */

/* The first byte of a text has none before it, so it is left to the plain one with the last. */
AVX2 size_t avx2_small_letters(const char *text, size_t size, char *small)
{
    size_t i = 1;
    if (size < 1 + WIDTH)
        return 0;
    plain_small_letters(text, 0, 1, small);
    for (; size - i >= WIDTH; i += WIDTH) {
        __m256i bytes = load(text + i);
        __m256i latin = both(lie(bytes, 0x80, 0x9e), are(load(text + i - 1), 0xc3));
        latin = _mm256_andnot_si256(are(bytes, 0x97), latin);
        __m256i capitals = any(lie(bytes, 'A', 'Z'), latin);
        __m256i made = _mm256_add_epi8(bytes, both(capitals, each(0x20)));
        _mm256_storeu_si256((__m256i *)(void *)(small + i), made);
    }
    return i;
}

/* ---- UTF-8 ---- */

/* Lead bytes of no character (C0, C1), and of those that take more than a look at the lead. */
AVX2 static inline __m256i are_rare(__m256i bytes)
{
    return any(any(lie(bytes, 0xc0, 0xc1), lie(bytes, 0xf0, 0xff)),
               any(are(bytes, 0xe0), are(bytes, 0xed)));
}

AVX2 size_t avx2_valid(const char *text, size_t size)
{
    uint64_t owed = 0; /* bytes of the next block that must go on with a character */
    size_t i = 0;
    for (; size - i >= 2 * WIDTH; i += 2 * WIDTH) {
        __m256i a = load(text + i), b = load(text + i + WIDTH);
        uint64_t top = bits_of_two(a, b);
        if ((top | owed) == 0)
            continue;
        if (bits(any(are_rare(a), are_rare(b))) != 0)
            break;
        uint64_t first = bits_of_two(lie(a, 0xc0, 0xff), lie(b, 0xc0, 0xff));
        uint64_t of_three = bits_of_two(lie(a, 0xe0, 0xff), lie(b, 0xe0, 0xff));
        if ((top ^ first) != (first << 1 | of_three << 2 | owed))
            break;
        owed = first >> 63 | of_three >> 62;
    }
    if (owed == 0)
        return i;
    do
        i--;
    while (((unsigned char)text[i] & 0xc0) == 0x80);
    return i;
}

/* ---- normal form, odd characters ---- */

/* Characters of three bytes from E2 80 @least to E2 80 @most, which begin in the vector at @text. */
AVX2 static inline __m256i begin_punctuation(const char *text, unsigned char least,
                                             unsigned char most)
{
    return both(both(are(load(text), 0xe2), are(load(text + 1), 0x80)),
                lie(load(text + 2), least, most));
}

AVX2 bool avx2_are_nfc(const char *text, size_t size)
{
    size_t i = 0;
    for (; size - i >= WIDTH + 2; i += WIDTH) {
        uint32_t combining = bits(lie(load(text + i), 0xcc, 0xff));
        if (combining != 0 && (combining & ~bits(begin_punctuation(text + i, 0x82, 0xff))))
            return false;
    }
    return plain_are_nfc(text + i, size - i);
}

AVX2 static inline __m256i are_usual_ascii(__m256i bytes)
{
    return any(lie(bytes, 0x20, 0x7e),
               any(are(bytes, '\t'), any(are(bytes, '\n'), are(bytes, '\r'))));
}

/* Letters of Latin-1 with which mojibake begins. */
AVX2 static inline __m256i are_mojibake(__m256i second)
{
    return any(lie(second, 0x82, 0x83), any(are(second, 0xa2), lie(second, 0xaf, 0xb0)));
}

AVX2 size_t avx2_until_odd(const char *text, size_t size)
{
    size_t i = 0;
    for (; size - i >= WIDTH + 2; i += WIDTH) {
        __m256i bytes = load(text + i);
        __m256i usual = any(are_usual_ascii(bytes), lie(bytes, 0x80, 0xbf));
        usual = any(
            usual, _mm256_andnot_si256(are_mojibake(load(text + i + 1)), are(bytes, 0xc3)));
        uint32_t odd = ~bits(usual);
        if (odd != 0)
            odd &= ~bits(begin_punctuation(text + i, 0x90, 0xa7));
        if (odd != 0)
            return i + (size_t)__builtin_ctz(odd);
    }
    return i + plain_until_odd(text + i, size - i);
}

/* ---- all at once ---- */

/*
 * The bytes of an ordinary text, told by their halves: high[h] is the row that begins with the high
 * half h, low[l] are the rows in which the low half l is allowed.
 */
enum {
    ALL = 1,   /* 20 to 6F, 90 to 9F */
    ROW_0 = 2, /* tab, LF, CR */
    ROW_7 = 4, /* 70 to 7E */
    ROW_8 =
        8, /* what goes on with a character, but with those with which mojibake begins */
    ROW_A = 16, /* the same: not Â 82, Ã 83, â A2, ï AF, ð B0 */
    ROW_B = 32,
    ROW_C = 64, /* C3, of Å, Ä and Ö */
    ROW_E = 128 /* E2, of dashes and quotation marks */
};
#define MOST (ALL | ROW_7 | ROW_8 | ROW_A | ROW_B)
static const unsigned char rows_of_high[16] = { ROW_0, 0,     ALL,   ALL, ALL,   ALL,
                                                ALL,   ROW_7, ROW_8, ALL, ROW_A, ROW_B,
                                                ROW_C, 0,     ROW_E, 0 };
static const unsigned char rows_of_low[16] = {
    MOST & ~ROW_B,
    MOST,
    (MOST & ~(ROW_8 | ROW_A)) | ROW_E,
    (MOST & ~ROW_8) | ROW_C,
    MOST,
    MOST,
    MOST,
    MOST,
    MOST,
    MOST | ROW_0,
    MOST | ROW_0,
    MOST,
    MOST,
    MOST | ROW_0,
    MOST,
    MOST & ~(ROW_7 | ROW_A),
};

/* Bytes of the vector at @text that are in no row, C3 without a byte that goes on with it, or what goes on
 * without C3: of ASCII, å, ä and ö none. */
AVX2 static inline __m256i are_remarkable(__m256i low, __m256i high, const char *text)
{
    __m256i letters = are(load(text), 0xc3);
    __m256i go_on = _mm256_cmpgt_epi8(each(0xc0), load(text + 1));
    return any(are_no_signs(low, high, text), _mm256_xor_si256(letters, go_on));
}

/*
 * Is the vector at @text ordinary, dashes and quotation marks too? @owed: bits of the bytes that go on
 * with one that began before it, then of those of the next vector.
 */
AVX2 static inline bool is_ordinary(__m256i low, __m256i high, const char *text,
                                    uint32_t *owed)
{
    __m256i letters = are(load(text), 0xc3);
    __m256i go_on = _mm256_cmpgt_epi8(each(0xc0), load(text + 1));
    uint32_t strange = bits(are_no_signs(low, high, text));
    uint32_t loose = bits(_mm256_xor_si256(letters, go_on));
    uint32_t marks = bits(begin_punctuation(text, 0x90, 0xa7));
    uint32_t other = marks ^ bits(are(load(text), 0xe2));
    uint32_t wrong = strange | other | (loose ^ (marks | marks << 1 | *owed));
    *owed = marks >> (WIDTH - 1);
    return wrong == 0;
}

AVX2 size_t avx2_ordinary(const char *text, size_t size)
{
    const __m256i low = table(rows_of_low), high = table(rows_of_high);
    uint32_t owed = 0;
    size_t i = 0;
    if (size > 0 && ((unsigned char)text[0] & 0xc0) == 0x80)
        return 0;
    while (size - i >= 2 * WIDTH + 2) {
        __m256i remarkable = any(are_remarkable(low, high, text + i),
                                 are_remarkable(low, high, text + i + WIDTH));
        bool is_plain = (bits(remarkable) | owed) == 0;
        if (!is_plain && !is_ordinary(low, high, text + i, &owed))
            break;
        i += WIDTH;
        if (!is_plain && !is_ordinary(low, high, text + i, &owed))
            break;
        i += WIDTH;
    }
    while (i > 0 && i < size && ((unsigned char)text[i] & 0xc0) == 0x80)
        i--;
    return i + plain_ordinary(text + i, size - i);
}

#endif
