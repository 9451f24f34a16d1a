#include "masks.h"

#ifdef __x86_64__

#include <immintrin.h>
#include <stdbool.h>
#include <string.h>

#include "abbreviations.h"
#include "characters.h"

#define AVX2 __attribute__((target("avx2,bmi,bmi2")))

enum { BLOCK = LYH_MASKS_BYTES };

typedef struct bytes {
    __m256i half[2];
} bytes;

AVX2 static inline bytes load(const char *text)
{
    const __m256i *halves = (const __m256i *)(const void *)text;
    return (bytes){ { _mm256_loadu_si256(halves), _mm256_loadu_si256(halves + 1) } };
}

AVX2 static inline uint64_t bits(bytes found)
{
    return (uint32_t)_mm256_movemask_epi8(found.half[0]) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(found.half[1]) << 32;
}

AVX2 static inline bytes equal(bytes a, bytes b)
{
    return (bytes){ { _mm256_cmpeq_epi8(a.half[0], b.half[0]),
                      _mm256_cmpeq_epi8(a.half[1], b.half[1]) } };
}

AVX2 static inline bytes are(bytes these, char byte)
{
    __m256i each = _mm256_set1_epi8(byte);
    return equal(these, (bytes){ { each, each } });
}

/* Of bytes from 0x80 on: those below @byte. */
AVX2 static inline bytes are_below(bytes these, char byte)
{
    __m256i each = _mm256_set1_epi8(byte);
    return (bytes){ { _mm256_cmpgt_epi8(each, these.half[0]),
                      _mm256_cmpgt_epi8(each, these.half[1]) } };
}

AVX2 static inline bytes with(bytes these, char mask)
{
    __m256i each = _mm256_set1_epi8(mask);
    return (bytes){ { _mm256_and_si256(these.half[0], each),
                      _mm256_and_si256(these.half[1], each) } };
}

AVX2 static inline bytes both(bytes a, bytes b)
{
    return (bytes){ { _mm256_and_si256(a.half[0], b.half[0]),
                      _mm256_and_si256(a.half[1], b.half[1]) } };
}

AVX2 static inline bytes but(bytes a, bytes b)
{
    return (bytes){ { _mm256_andnot_si256(b.half[0], a.half[0]),
                      _mm256_andnot_si256(b.half[1], a.half[1]) } };
}

/*
 * Kinds of ASCII, a bit each. A byte is of a kind when both its column (its bits 3 to 6: eight bytes from
 * 8 * column on) and its low half have the bit. A few signs more than meant are of the last two: then
 * the rules are asked more often.
 */
enum {
    WORD_1 = 1, /* what the columns that are not all letters or digits have of them */
    WORD_2 = 2,
    WORD_ALL = 4,
    WHITE = 8,
    UNSURE = 16,   /* white space but ' ', and ' itself */
    HANGING = 32,  /* - ' */
    STOPPING = 64, /* . ! ? : ; too many: * / > */
    JOINING =
        128 /* . , : % & + / @ _ unless white space follows; too many: * ; < > ? [ \ ^ */
};

enum { WORD = WORD_1 | WORD_2 | WORD_ALL };

static const unsigned char kinds_of_column[16] = {
    [0] = JOINING,
    [1] = WHITE | UNSURE,
    [4] = WHITE | UNSURE | HANGING | STOPPING | JOINING,
    [5] = HANGING | STOPPING | JOINING,
    [6] = WORD_ALL,
    [7] = WORD_2 | STOPPING | JOINING,
    [8] = WORD_1 | JOINING,
    [9 ... 10] = WORD_ALL,
    [11] = WORD_1 | JOINING,
    [12] = WORD_1,
    [13 ... 14] = WORD_ALL,
    [15] = WORD_1,
};

static const unsigned char kinds_of_low[16] = {
    [0x0] = WORD_ALL | WHITE | JOINING,
    [0x1] = WORD_ALL | WORD_1 | STOPPING,
    [0x2 ... 0x4] = WORD_ALL | WORD_1,
    [0x5 ... 0x6] = WORD_ALL | WORD_1 | JOINING,
    [0x7] = WORD_ALL | WORD_1 | UNSURE | HANGING,
    [0x8] = WORD_ALL | WORD_1 | WORD_2,
    [0x9] = WORD_ALL | WORD_1 | WORD_2 | WHITE | UNSURE,
    [0xA] = WORD_ALL | WORD_1 | WHITE | UNSURE | STOPPING | JOINING,
    [0xB ... 0xC] = WORD_ALL | WHITE | UNSURE | JOINING,
    [0xD] = WORD_ALL | WHITE | UNSURE | HANGING,
    [0xE ... 0xF] = WORD_ALL | STOPPING | JOINING,
};

AVX2 static inline __m256i table(const unsigned char entries[16])
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)entries));
}

AVX2 static inline __m256i kinds_of_half(__m256i half)
{
    __m256i column = _mm256_and_si256(_mm256_srli_epi16(half, 3), _mm256_set1_epi8(0x0F));
    /* A shuffle gives 0 for bytes from 0x80 on, so that the low half alone is asked for. */
    return _mm256_and_si256(_mm256_shuffle_epi8(table(kinds_of_low), half),
                            _mm256_shuffle_epi8(table(kinds_of_column), column));
}

/* The bytes of which @found has the bit @kind: shifted up, it is the one that bits() takes. */
AVX2 static inline uint64_t of_kind(bytes found, int kind)
{
    int up = 7 - __builtin_ctz((unsigned)kind);
    return bits((bytes){
        { _mm256_slli_epi16(found.half[0], up), _mm256_slli_epi16(found.half[1], up) } });
}

_Static_assert(LYH_LONGEST_FIRST == 6, "as below");

/*
 * Ends of words that may begin an abbreviation, or be an initial: before a @period, as far as lengths tell, or
 * before @white and another word (lyh_may_be_spaced(); @f: where either F is). Of what is in other blocks,
 * whatever makes it so is taken to be there.
 */
AVX2 static inline uint64_t may_be_special(uint64_t word, uint64_t starts, uint64_t ends,
                                           uint64_t period, uint64_t white, uint64_t f)
{
    const uint64_t four =
        word & word >> 1 & word >> 2 & word >> 3; /* bytes of a word from this on */
    const uint64_t is_long = four << 7 & four << 4;
    const uint64_t first_1 = starts << 1 | 1, first_2 = starts << 2 | 3,
                   first_3 = (starts & f) << 3 | 7;
    const uint64_t second_1 = ~(~ends >> 2), second_2 = ~(~ends >> 3);
    const uint64_t second_3 = ~(~ends >> 4), second_4 = ~(~ends >> 5);
    return (period & ~is_long) |
           (white & ((first_1 & (second_1 | second_2 | second_3)) | (first_2 & second_1) |
                     (first_3 & (second_2 | second_4))));
}

/* The block at @text, behind which another byte can be read; what stands before the next. */
AVX2 static inline __attribute__((always_inline)) lyh_before find(lyh_before last,
                                                                  const char *text,
                                                                  lyh_masks *of)
{
    const bytes these = load(text), next = load(text + 1);
    const bytes kinds = { { kinds_of_half(these.half[0]), kinds_of_half(these.half[1]) } };
    /* Latin-1's letters begin with C3; 97 and B7 behind it make × and ÷. */
    const bytes leads = but(are(these, '\xC3'), are(with(next, '\xDF'), '\x97'));
    const uint64_t lead = bits(leads);
    const uint64_t word =
        ~bits(are(with(kinds, WORD), 0)) | lead | lead << 1 | last.half_letter;
    const uint64_t odd = bits(these) & ~word;
    const uint64_t white = of_kind(kinds, WHITE);
    const uint64_t mark = ~(word | white | odd);
    const uint64_t behind =
        (uint64_t)(lyh_class_of_byte[(unsigned char)text[BLOCK]] == SPACE) << (BLOCK - 1);
    const uint64_t behind_word = word << 1 | last.word, word_end = behind_word & ~word;
    const uint64_t joins = bits(kinds) & ~white & ~(white >> 1 | behind);
    const uint64_t goes_on = word_end & (odd | of_kind(kinds, HANGING) | joins);
    const uint64_t sure_end = word_end & ~goes_on;
    const uint64_t stop = of_kind(kinds, STOPPING) & mark;
    const uint64_t period = bits(are(these, '.')), f = bits(are(with(these, '\xDF'), 'F'));
    const uint64_t starts = (word & ~behind_word) | mark;

    of->inside = word | mark;
    of->starts = starts;
    of->ends = sure_end | mark << 1 | last.mark;
    of->behind_white = white << 1 | last.white;
    of->goes_on = goes_on;
    of->unsure =
        odd | of_kind(kinds, UNSURE) | (mark & (bits(equal(these, next)) | bits(next)));
    of->special = sure_end & may_be_special(word, starts, word_end, period, white, f);
    of->noted = stop;
    of->capital = bits(both(leads, are_below(next, '\x9F')));
    return (lyh_before){ word >> (BLOCK - 1), mark >> (BLOCK - 1), white >> (BLOCK - 1),
                         lead >> (BLOCK - 1) };
}

/* The last block, or the last but one, goes on with white space. */
AVX2 static lyh_before find_last(lyh_before last, const char *text, size_t left,
                                 lyh_masks *of)
{
    char rest[BLOCK + 1];
    memset(rest, ' ', sizeof rest);
    memcpy(rest, text, left);
    return find(last, rest, of);
}

AVX2 void lyh_window_move(lyh_window *window, const char *text, size_t size, size_t first)
{
    const size_t left = size / BLOCK + 1 - first;
    const size_t count = left < LYH_MASKS_AT_HAND ? left : LYH_MASKS_AT_HAND;
    const size_t whole = (size - 1) / BLOCK; /* with a byte behind */
    const char *begin = text + first * BLOCK;
    bool goes_on = window->count > 0 && first == window->first + window->count;
    lyh_before last = goes_on ? window->behind : (lyh_before){ 0 };
    size_t i = 0;
    for (; i < count && first + i < whole; i++)
        last = find(last, begin + i * BLOCK, &window->of[i]);
    for (; i < count; i++)
        last =
            find_last(last, begin + i * BLOCK, size - (first + i) * BLOCK, &window->of[i]);
    window->behind = last;
    window->first = first;
    window->count = count;
}

#endif
