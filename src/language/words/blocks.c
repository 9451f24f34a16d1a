#include "blocks.h"

#ifdef __x86_64__

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2")))

/* The last byte of a block only says what follows the one before it. */
enum { BLOCK = 64, LAST_DECIDED = BLOCK - 1 };

/* A bit a byte, the first byte's lowest. */
typedef struct masks {
    uint64_t word;    /* letters and digits of ASCII, both bytes of letters of Latin-1 */
    uint64_t space;   /* ' ' alone */
    uint64_t blank;   /* any other white space of ASCII */
    uint64_t odd;     /* of no ASCII character, and not in word */
    uint64_t capital; /* the first byte of a capital of Latin-1 */
    uint64_t dot, dash, quote;
    uint64_t pausing; /* . , : end the word before them when white space follows */
    uint64_t closing; /* ? ! ; ) " always do */
} masks;

typedef struct bytes {
    __m256i half[2];
} bytes;

AVX2 static inline uint64_t bits(bytes found)
{
    return (uint32_t)_mm256_movemask_epi8(found.half[0]) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(found.half[1]) << 32;
}

AVX2 static inline bytes are(bytes block, char byte)
{
    __m256i each = _mm256_set1_epi8(byte);
    return (bytes){ { _mm256_cmpeq_epi8(block.half[0], each),
                      _mm256_cmpeq_epi8(block.half[1], each) } };
}

/* Of bytes from 0x80 on: those below @byte. */
AVX2 static inline bytes are_below(bytes block, char byte)
{
    __m256i each = _mm256_set1_epi8(byte);
    return (bytes){ { _mm256_cmpgt_epi8(each, block.half[0]),
                      _mm256_cmpgt_epi8(each, block.half[1]) } };
}

AVX2 static inline bytes with(bytes block, char mask)
{
    __m256i each = _mm256_set1_epi8(mask);
    return (bytes){ { _mm256_and_si256(block.half[0], each),
                      _mm256_and_si256(block.half[1], each) } };
}

/* Kinds of ASCII, a bit each: by the high half of a byte, and which low halves it has of them. */
enum {
    LETTERS_46 = 1,
    LETTERS_57 = 2,
    DIGITS = 4,
    BLANKS = 8,
    CLOSING_2 = 16,
    CLOSING_3 = 32
};
enum { PAUSING_2 = 64, PAUSING_3 = 128 };
enum { WORDS = LETTERS_46 | LETTERS_57 | DIGITS };

static const unsigned char kinds_of_high[16] = {
    [0] = BLANKS,
    [2] = CLOSING_2 | PAUSING_2,
    [3] = DIGITS | CLOSING_3 | PAUSING_3,
    [4] = LETTERS_46,
    [5] = LETTERS_57,
    [6] = LETTERS_46,
    [7] = LETTERS_57,
};

static const unsigned char kinds_of_low[16] = {
    [0x0] = LETTERS_57 | DIGITS,
    [0x1] = LETTERS_46 | LETTERS_57 | DIGITS | CLOSING_2,
    [0x2] = LETTERS_46 | LETTERS_57 | DIGITS | CLOSING_2,
    [0x3 ... 0x8] = LETTERS_46 | LETTERS_57 | DIGITS,
    [0x9] = LETTERS_46 | LETTERS_57 | DIGITS | BLANKS | CLOSING_2,
    [0xA] = LETTERS_46 | LETTERS_57 | BLANKS | PAUSING_3,
    [0xB] = LETTERS_46 | BLANKS | CLOSING_3,
    [0xC] = LETTERS_46 | BLANKS | PAUSING_2,
    [0xD] = LETTERS_46 | BLANKS,
    [0xE] = LETTERS_46 | PAUSING_2,
    [0xF] = LETTERS_46 | CLOSING_3,
};

AVX2 static inline __m256i table(const unsigned char entries[16])
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)entries));
}

AVX2 static inline __m256i kinds_of_half(__m256i half)
{
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(half, 4), _mm256_set1_epi8(0x0F));
    /* A shuffle gives 0 for bytes from 0x80 on, so that the low half alone is asked for. */
    return _mm256_and_si256(_mm256_shuffle_epi8(table(kinds_of_low), half),
                            _mm256_shuffle_epi8(table(kinds_of_high), high));
}

AVX2 static inline uint64_t of_kinds(bytes kinds, int wanted)
{
    return ~bits(are(with(kinds, (char)wanted), 0));
}

AVX2 static inline masks masks_of(const char *text)
{
    const __m256i *halves = (const __m256i *)(const void *)text;
    const bytes block = { { _mm256_loadu_si256(halves), _mm256_loadu_si256(halves + 1) } };
    const bytes kinds = { { kinds_of_half(block.half[0]), kinds_of_half(block.half[1]) } };
    /* Latin-1's letters begin with C3; 97 and B7 behind it make × and ÷. */
    const uint64_t no_letter = bits(are(with(block, '\xDF'), '\x97'));
    const uint64_t lead = bits(are(block, '\xC3')) & ~(no_letter >> 1);
    masks found;

    found.capital = lead & bits(are_below(block, '\x9F')) >> 1;
    found.word = of_kinds(kinds, WORDS) | lead | lead << 1;
    found.space = bits(are(block, ' '));
    found.blank = of_kinds(kinds, BLANKS);
    found.odd = bits(block) & ~found.word;
    found.dot = bits(are(block, '.'));
    found.dash = bits(are(block, '-'));
    found.quote = bits(are(block, '\''));
    found.pausing = of_kinds(kinds, PAUSING_2 | PAUSING_3);
    found.closing = of_kinds(kinds, CLOSING_2 | CLOSING_3);
    return found;
}

/* Where tokens begin, where their last bytes are, and the first byte at which that is not sure. */
typedef struct bounds {
    uint64_t starts, lasts;
    bool is_end; /* it is but the end of the block */
} bounds;

AVX2 static inline bounds bounds_of(const masks *of)
{
    uint64_t white = of->space | of->blank;
    uint64_t marks = ~(of->word | white | of->odd);
    uint64_t ends_word = white | of->closing | (of->pausing & white >> 1);
    uint64_t unsure_word = of->word << 1 & ~of->word & ~ends_word;
    uint64_t goes_on =
        (of->dot & of->dot >> 1) | (of->dash & of->dash >> 1) | (marks & of->odd >> 1);
    uint64_t unsure = unsure_word | goes_on | of->odd | of->blank | of->quote |
                      UINT64_C(1) << LAST_DECIDED;
    uint64_t first = unsure & -unsure;
    uint64_t sure = first - 1;
    bounds found;
    found.is_end = first >> LAST_DECIDED != 0;
    found.starts = ((of->word & ~(of->word << 1)) | marks) & sure;
    /* The word that ends at the first unsure byte is not sure. */
    found.lasts =
        ((of->word & ~(of->word >> 1)) | marks) & sure & ~((first & unsure_word) >> 1);
    return found;
}

/*
 * Write the tokens down. A bit for each, the last one's lowest, tells which may be an abbreviation or
 * an initial.
 */
AVX2 static inline uint64_t write(const lyh_scanner *scanner, const char *text,
                                  uint64_t dots, bounds at, lyh_token *tokens)
{
    const lyh_looks *looks = lyh_abbreviations_looks(scanner->abbreviations);
    uint32_t begin = (uint32_t)scanner->at;
    /* A token begins where the one before it ends, or white space stands between. */
    unsigned before = scanner->at == scanner->start ? BLOCK : 0;
    uint64_t may_be_special = 0;

    for (; at.lasts != 0; tokens++) {
        unsigned start = (unsigned)__builtin_ctzll(at.starts);
        unsigned end = (unsigned)__builtin_ctzll(at.lasts) + 1;
        const lyh_look *look = &looks->of[dots >> end & 1][(unsigned char)text[start]];
        tokens->start = begin + start;
        tokens->end = begin + end;
        tokens->flags = look->flags + (start != before) * (uint32_t)LYH_TOKEN_AFTER_SPACE;
        may_be_special = may_be_special * 2 + (look->lengths >> ((end - start) & 31) & 1);
        before = end;
        at.starts &= at.starts - 1;
        at.lasts &= at.lasts - 1;
    }
    return may_be_special;
}

/*
 * Capitals of Latin-1, which a first byte does not tell.
 * Behind the last token, one may be marked that is not sure: it is written anew.
 */
AVX2 static inline void mark_capitals(lyh_token *tokens, uint64_t starts, uint64_t capitals)
{
    for (capitals &= starts; capitals != 0; capitals &= capitals - 1) {
        uint64_t before = starts & ((capitals & -capitals) - 1);
        tokens[__builtin_popcountll(before)].flags |= LYH_SCAN_UPPER;
    }
}

/* How many of the @count tokens stand before the first of @may_be that the rules say is special. */
static size_t before_special(const lyh_scanner *scanner, const lyh_token *tokens,
                             size_t count, uint64_t may_be)
{
    while (may_be != 0) {
        unsigned highest = 63 - (unsigned)__builtin_clzll(may_be);
        size_t i = count - 1 - highest;
        if (lyh_scan_is_special(scanner, tokens[i].start, tokens[i].end))
            return i;
        may_be &= ~(UINT64_C(1) << highest);
    }
    return count;
}

/* The tokens of the block at @text, where @scanner is; false when what follows them is not sure. */
AVX2 static inline bool scan_block(lyh_scanner *scanner, const char *text,
                                   lyh_token *tokens, size_t *count)
{
    const masks of = masks_of(text);
    const bounds at = bounds_of(&of);
    const size_t written = (size_t)__builtin_popcountll(at.lasts);
    const uint64_t may_be = write(scanner, text, of.dot, at, tokens);
    mark_capitals(tokens, at.starts, of.capital);
    *count = may_be ? before_special(scanner, tokens, written, may_be) : written;

    if (*count > 0)
        scanner->at = tokens[*count - 1].end;
    return at.is_end && *count > 0 && *count == written;
}

AVX2 size_t lyh_scan_blocks(lyh_scanner *scanner, lyh_token *tokens, size_t room)
{
    char rest[BLOCK];
    size_t all = 0, count;
    bool is_sure = true;
    for (; is_sure && room - all >= BLOCK; all += count) {
        const char *text = scanner->text + scanner->at;
        size_t left = scanner->end - scanner->at;
        if (left < BLOCK) {
            memset(rest, '\n', BLOCK);
            text = memcpy(rest, text, left);
        }
        is_sure = scan_block(scanner, text, tokens + all, &count);
    }
    return all;
}

#else

size_t lyh_scan_blocks(lyh_scanner *scanner, lyh_token *tokens, size_t room)
{
    (void)scanner;
    (void)tokens;
    (void)room;
    return 0;
}

#endif
