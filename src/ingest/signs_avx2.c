#include "signs.h"

#ifdef __x86_64__

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

enum { BLOCK = 64 };

/* A byte is a sign where the row of its high half and the column of its low half share a bit. */
enum {
    ROW_0 = 1,   /* LF, CR */
    ROW_2 = 2,   /* # ( ) / */
    ROW_3 = 4,   /* digits, : < = */
    ROW_5 = 8,   /* X [ ] */
    ROW_7 = 16,  /* x */
    QUOTES = 32, /* ", C2, E2 */
};
static const unsigned char of_row[16] = {
    [0x0] = ROW_0, [0x2] = ROW_2 | QUOTES, [0x3] = ROW_3,  [0x5] = ROW_5,
    [0x7] = ROW_7, [0xC] = QUOTES,         [0xE] = QUOTES,
};
static const unsigned char of_column[16] = {
    [0x0] = ROW_3,
    [0x1] = ROW_3,
    [0x2] = ROW_3 | QUOTES,
    [0x3] = ROW_3 | ROW_2,
    [0x4] = ROW_3,
    [0x5] = ROW_3,
    [0x6] = ROW_3,
    [0x7] = ROW_3,
    [0x8] = ROW_3 | ROW_2 | ROW_5 | ROW_7,
    [0x9] = ROW_3 | ROW_2,
    [0xA] = ROW_3 | ROW_0,
    [0xB] = ROW_5,
    [0xC] = ROW_3,
    [0xD] = ROW_3 | ROW_0 | ROW_5,
    [0xF] = ROW_2,
};

AVX2 static inline __m256i table(const unsigned char *entries)
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)entries));
}

/* Which of the 32 bytes at @text are no signs. */
AVX2 static inline __m256i are_none(__m256i rows, __m256i columns, const char *text)
{
    const __m256i half = _mm256_set1_epi8(0x0f);
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)text);
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    __m256i low = _mm256_and_si256(bytes, half);
    __m256i shared = _mm256_and_si256(_mm256_shuffle_epi8(rows, high),
                                      _mm256_shuffle_epi8(columns, low));
    return _mm256_cmpeq_epi8(shared, _mm256_setzero_si256());
}

/* A bit a byte of a block. */
AVX2 static inline uint64_t signs_in(__m256i rows, __m256i columns, const char *text)
{
    uint32_t first = (uint32_t)_mm256_movemask_epi8(are_none(rows, columns, text));
    uint32_t second = (uint32_t)_mm256_movemask_epi8(are_none(rows, columns, text + 32));
    return ~(first | (uint64_t)second << 32);
}

/* List those that @found has of the block that begins at byte @start; their number. */
AVX2 static inline size_t list(uint32_t *at, uint64_t found, size_t start)
{
    size_t count = (size_t)_mm_popcnt_u64(found);
    /* Few blocks have more than two: whether they have these is not asked. */
    for (size_t i = 0; i < 2; i++, found = _blsr_u64(found))
        at[i] = (uint32_t)(start + _tzcnt_u64(found));
    for (size_t i = 2; found; i++, found = _blsr_u64(found))
        at[i] = (uint32_t)(start + _tzcnt_u64(found));
    return count;
}

/* Blocks for whose signs room is made at once. */
enum { STRETCH = 16 };

AVX2 void signs_list_avx2(sign_bytes *bytes, const char *text, size_t size)
{
    const __m256i rows = table(of_row), columns = table(of_column);
    char last[BLOCK] = { 0 };
    size_t i = 0;
    while (size - i >= BLOCK) {
        signs_make_room(bytes, STRETCH * BLOCK);
        uint32_t *at = bytes->at + bytes->count;
        size_t end = i + MIN((size - i) / BLOCK, STRETCH) * BLOCK;
        for (; i < end; i += BLOCK)
            at += list(at, signs_in(rows, columns, text + i), i);
        bytes->count = (size_t)(at - bytes->at);
    }
    signs_make_room(bytes, BLOCK);
    memcpy(last, text + i, size - i);
    bytes->count += list(bytes->at + bytes->count, signs_in(rows, columns, last), i);
}

#endif
