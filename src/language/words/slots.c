#include "slots.h"

#include <lyhord/base/blocks.h>

/*
 * Words are looked up in three steps, each for all of them: their keys; their lines, which lie all
 * over the memory and are asked for before any is looked at; what stands there. How long a word is and
 * in which of two slots it stands is never foreseen, so no branch depends on it. Of a word too long
 * for a slot the key is cut, and equals none.
 */

/* What stands behind a word in its key. */
static inline const unsigned char *behind(const lyh_token *word)
{
    _Alignas(64) static const unsigned char zeros_and_ends[KEY_BYTES + 32] = {
        [KEY_BYTES... KEY_BYTES + 31] = 0xFF
    };
    ptrdiff_t zeros = (ptrdiff_t)word->start - (ptrdiff_t)word->end;
    return zeros_and_ends + KEY_BYTES + (zeros < -KEY_BYTES ? -KEY_BYTES : zeros);
}

static inline void ask_for_lines(const table *in, size_t count, batch *on)
{
    for (size_t i = 0; i < count; i++) {
        on->lines[i] = line_of(in, hash_of_key(on->keys[i]));
        __builtin_prefetch(on->lines[i]);
    }
}

/* The slot of the line that may be that of the key: two words of a line hardly ever begin alike. */
static inline const slot *likely(const slot *line, const uint64_t *key)
{
    return line + (line[1].key[0] == key[0]);
}

typedef bool (*is_slot_of)(const slot *of, const uint64_t key[KEY_WORDS]);

/* The next line is where a word kept out of its own stands. Each path has it with its own comparison in it. */
static inline __attribute__((always_inline)) size_t look(lyh_token *tokens, size_t count,
                                                         batch *on, is_slot_of is)
{
    size_t far = 0;
    for (size_t i = 0; i < count; i++) {
        const slot *found = likely(on->lines[i], on->keys[i]);
        if (is(found, on->keys[i])) {
            know(&tokens[i], found->is);
        } else {
            __builtin_prefetch(on->lines[i] + SLOTS_OF_LINE);
            on->far[far++] = (unsigned char)i;
        }
    }
    return far;
}

/* ---- plain C ---- */

static void plain_keys(const char *small, const lyh_token *tokens, size_t count, batch *on)
{
    for (size_t i = 0; i < count; i++) {
        const char *word = small + tokens[i].start;
        const unsigned char *end = behind(&tokens[i]);
        for (size_t k = 0; k < KEY_WORDS; k++)
            on->keys[i][k] = load8(word + 8 * k) | load8(end + 8 * k);
    }
}

static size_t plain_look_up(const table *in, const char *small, lyh_token *tokens,
                            size_t count, batch *on)
{
    plain_keys(small, tokens, count, on);
    ask_for_lines(in, count, on);
    return look(tokens, count, on, is_key);
}

/* ---- AVX2 ---- */

#ifdef __x86_64__

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi2")))

AVX2 static inline __m256i load(const void *bytes)
{
    return _mm256_loadu_si256(bytes);
}

AVX2 static inline void avx2_keys(const char *small, const lyh_token *tokens, size_t count,
                                  batch *on)
{
    for (size_t i = 0; i < count; i++) {
        __m256i word = load(small + tokens[i].start);
        __m256i end = load(behind(&tokens[i]));
        _mm256_store_si256((__m256i *)on->keys[i], _mm256_or_si256(word, end));
    }
}

AVX2 static inline bool avx2_is_key(const slot *of, const uint64_t *key)
{
    const __m256i all_of_key = _mm256_set_epi64x(0, -1, -1, -1);
    return _mm256_testz_si256(_mm256_xor_si256(load(of), load(key)), all_of_key);
}

AVX2 static size_t avx2_look_up(const table *in, const char *small, lyh_token *tokens,
                                size_t count, batch *on)
{
    avx2_keys(small, tokens, count, on);
    ask_for_lines(in, count, on);
    return look(tokens, count, on, avx2_is_key);
}

size_t lyh_slots_look_up(const table *in, const char *small, lyh_token *tokens,
                         size_t count, batch *on)
{
    return lyh_blocks_path() == LYH_BLOCKS_AVX2
               ? avx2_look_up(in, small, tokens, count, on)
               : plain_look_up(in, small, tokens, count, on);
}

#else

size_t lyh_slots_look_up(const table *in, const char *small, lyh_token *tokens,
                         size_t count, batch *on)
{
    return plain_look_up(in, small, tokens, count, on);
}

#endif
