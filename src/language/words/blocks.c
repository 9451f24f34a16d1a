#include "blocks.h"

#ifdef __x86_64__

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2")))
#define BMI __attribute__((target("bmi,bmi2,popcnt")))

enum { BLOCK = LYH_MASKS_BYTES };

/* Where tokens begin in a block, the bytes behind their last ones, and what is not sure. */
typedef struct bounds {
    uint64_t starts, ends, unsure;
} bounds;

/* Bytes of a block that are to be looked at. */
typedef struct span {
    uint64_t here; /* of the turn, and not yet of a token */
    uint64_t
        first; /* the lowest of here, unless a token may be open: the rules said where it ends */
    uint64_t end; /* the byte behind the turn, if it is of the block */
} span;

/* Where any of @unsure is, no token begins there or behind it, but one may end there. */
BMI static inline bounds cut(bounds at)
{
    at.starts &= ~at.unsure & (at.unsure - 1);
    at.ends &= at.unsure ^ (at.unsure - 1);
    return at;
}

/* Where the rules end a token among letters, as an address may, they say what comes next, too. */
BMI static inline bounds bounds_of(const lyh_masks *of, span on, uint64_t open)
{
    bounds at;
    at.starts = of->starts & on.here;
    at.ends = (of->ends & on.here & ~on.first) | ((of->inside << 1 | open) & on.end);
    at.unsure =
        ((of->goes_on & ~on.first) | of->unsure | (on.first & of->inside & ~of->starts)) &
        on.here;
    /* Where a turn ends within a word, more than its own bytes has been looked at. */
    if (of->inside & ~of->starts & on.end)
        at.unsure = on.here;
    return cut(at);
}

BMI static inline unsigned lowest(uint64_t bits)
{
    return (unsigned)_tzcnt_u64(bits);
}

static inline unsigned highest(uint64_t bits)
{
    return BLOCK - 1 - (unsigned)__builtin_clzll(bits);
}

/* The bits of @all below the lowest of @bits. */
BMI static inline uint64_t below(uint64_t bits, uint64_t all)
{
    return all & ~bits & (bits - 1);
}

/* May the word from @start to @end be special, by itself and what follows it? */
BMI static inline bool may_be_special(const lyh_scanner *scanner,
                                      const lyh_beginnings *beginnings, size_t start,
                                      size_t end)
{
    uint64_t bytes;
    if (scanner->size - start < sizeof bytes)
        return true;
    memcpy(&bytes, scanner->text + start, sizeof bytes);
    /* A space is followed by another word, of which the first byte counts. */
    size_t size = end - start + (scanner->text[end] == ' ' ? 2 : 0);
    return size <= LYH_BEGINNING_BYTES &&
           lyh_beginnings_have(beginnings, _bzhi_u64(bytes, (unsigned)size * 8));
}

/*
 * @at up to the first word that the rules say is special. A word that was open before the block at
 * @begin begins at @opened.
 */
BMI static inline bounds before_special(const lyh_scanner *scanner,
                                        const lyh_beginnings *beginnings, uint64_t special,
                                        size_t begin, size_t opened, bounds at)
{
    for (special &= at.ends; special != 0; special = _blsr_u64(special)) {
        uint64_t starts = below(special, at.starts);
        size_t end = begin + lowest(special);
        size_t start = starts ? begin + highest(starts) : opened;
        if (!may_be_special(scanner, beginnings, start, end) ||
            !lyh_scan_is_special(scanner, start, end))
            continue;
        if (!starts)
            return (bounds){ .unsure = 1 };
        at.unsure = UINT64_C(1) << highest(starts);
        return cut(at);
    }
    return at;
}

/* Write down what begins and what ends here; @open is 1 when what ends first has begun before. */
BMI static inline void write_down(const lyh_scanner *scanner, const lyh_masks *of,
                                  size_t at_begin, bounds at, lyh_token *token,
                                  uint64_t open)
{
    const char *text = scanner->text + at_begin;
    const uint64_t behind_white = of->behind_white;
    const uint32_t begin = (uint32_t)at_begin;
    token->end = begin + lowest(at.ends); /* if none is open, it is written anew */
    at.ends = open ? _blsr_u64(at.ends) : at.ends;
    for (token += open; at.starts != 0; token++) {
        unsigned start = lowest(at.starts);
        uint32_t is_behind_white = behind_white >> start & 1;
        token->start = begin + start;
        token->end = begin + lowest(at.ends);
        token->flags = lyh_scan_flags[(unsigned char)text[start]] +
                       is_behind_white * LYH_TOKEN_AFTER_SPACE;
        at.ends = _blsr_u64(at.ends);
        at.starts = _blsr_u64(at.starts);
    }
}

/* Capitals of Latin-1, which a first byte does not tell. */
BMI static inline void mark_capitals(uint64_t capitals, uint64_t starts, lyh_token *begun)
{
    for (capitals &= starts; capitals != 0; capitals = _blsr_u64(capitals))
        begun[__builtin_popcountll(below(capitals, starts))].flags |= LYH_SCAN_UPPER;
}

/*
 * Tokens that may end a sentence; the first that begins here is number @begun. Mostly there is one or none:
 * whether there is, no branch can foresee.
 */
BMI static inline void note(uint64_t noted, uint64_t starts, size_t begun,
                            lyh_tokens *tokens)
{
    uint32_t *next = tokens->noted + tokens->noted_count;
    noted &= starts;
    tokens->noted_count += (size_t)__builtin_popcountll(noted);
    do {
        *next++ = (uint32_t)begun + (uint32_t)__builtin_popcountll(below(noted, starts));
        noted = _blsr_u64(noted);
    } while (noted != 0);
}

/* Add what is sure of the block at @begin; is all of it? @open: 1 where a word or mark has no end yet. */
BMI static inline bool scan_block(const lyh_scanner *scanner,
                                  const lyh_beginnings *beginnings, lyh_tokens *tokens,
                                  const lyh_masks *of, size_t begin, span on, uint64_t open)
{
    lyh_token *next = lyh_tokens_room(tokens, BLOCK + 2);
    bounds at = bounds_of(of, on, open);
    at = before_special(scanner, beginnings, of->special, begin, next->start, at);
    write_down(scanner, of, begin, at, next, open);
    mark_capitals(of->capital, at.starts, next + open);
    note(of->noted, at.starts, tokens->count + open, tokens);
    tokens->count += (size_t)__builtin_popcountll(at.ends);
    return at.unsure == 0;
}

BMI void lyh_scan_blocks(lyh_scanner *scanner, lyh_tokens *tokens)
{
    const lyh_beginnings *beginnings = lyh_abbreviations_beginnings(scanner->abbreviations);
    const size_t count = tokens->count;
    size_t at = scanner->at;
    uint64_t first = UINT64_C(1) << at % BLOCK, open = 0;
    while (at < scanner->end || open) {
        size_t begin = at - at % BLOCK, left = scanner->end - begin;
        uint64_t end = left < BLOCK ? UINT64_C(1) << left : 0;
        span on = { (first ? -first : UINT64_MAX) & ~-end, first, end };
        const lyh_masks *of =
            lyh_window_at(&tokens->window, scanner->text, scanner->size, begin / BLOCK);
        if (scan_block(scanner, beginnings, tokens, of, begin, on, open)) {
            open = end ? 0 : of->inside >> (BLOCK - 1);
            at = begin + BLOCK;
            first = 0;
            continue;
        }
        if (tokens->count > count)
            scanner->at = tokens->tokens[tokens->count - 1].end;
        if (!lyh_tokens_scan_one(tokens, scanner))
            return;
        at = scanner->at;
        first = UINT64_C(1) << at % BLOCK;
        open = 0;
    }
}

/* Of two tokens side by side, -1 where flags are LYH_TOKEN_WORD and no other of @kinds. */
AVX2 static inline __m256i are_words(const lyh_token *two, __m256i kinds)
{
    /* No other number is 1 when nothing of it is looked at. */
    const __m256i word =
        _mm256_setr_epi32(1, 1, 1, LYH_TOKEN_WORD, 1, 1, 1, LYH_TOKEN_WORD);
    const __m256i both = _mm256_loadu_si256((const __m256i *)(const void *)two);
    return _mm256_cmpeq_epi32(_mm256_and_si256(both, kinds), word);
}

AVX2 size_t lyh_words_of_blocks(const lyh_token *tokens, uint32_t kinds, size_t count,
                                size_t *done)
{
    const int flags = (int)kinds;
    const __m256i looked_at = _mm256_setr_epi32(0, 0, 0, flags, 0, 0, 0, flags);
    __m256i words = _mm256_setzero_si256();
    size_t i = 0;
    for (; count - i >= 4; i += 4) {
        words = _mm256_sub_epi32(words, are_words(tokens + i, looked_at));
        words = _mm256_sub_epi32(words, are_words(tokens + i + 2, looked_at));
    }
    *done = i;
    return (size_t)(uint32_t)_mm256_extract_epi32(words, 3) +
           (uint32_t)_mm256_extract_epi32(words, 7);
}

#else

size_t lyh_words_of_blocks(const lyh_token *tokens, uint32_t kinds, size_t count,
                           size_t *done)
{
    (void)tokens;
    (void)kinds;
    (void)count;
    *done = 0;
    return 0;
}

void lyh_scan_blocks(lyh_scanner *scanner, lyh_tokens *tokens)
{
    (void)scanner;
    (void)tokens;
}

#endif
