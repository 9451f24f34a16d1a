#include "blocks.h"

#include <stdatomic.h>
#include <stdint.h>

#include <glib.h>

/* The path that is taken, and one more; 0 until it is known. Threads that find it out at the same
 * time find the same. */
static atomic_int chosen;

static bool has_avx2(void)
{
#ifdef __x86_64__
    /* Whatever looks at bits uses the other two; a processor or an emulator may lack them. */
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
#else
    return false;
#endif
}

bool lyh_blocks_choose(lyh_blocks path)
{
    if (path == LYH_BLOCKS_AVX2 && !has_avx2())
        return false;
    atomic_store_explicit(&chosen, (int)path + 1, memory_order_relaxed);
    return true;
}

static lyh_blocks choose_best(void)
{
    lyh_blocks best = has_avx2() ? LYH_BLOCKS_AVX2 : LYH_BLOCKS_PLAIN;
    lyh_blocks_choose(best);
    return best;
}

/* With no call where it is known: some of what goes by it is asked of each line and each word. */
static inline lyh_blocks path_taken(void)
{
    int known = atomic_load_explicit(&chosen, memory_order_relaxed);
    return known > 0 ? (lyh_blocks)(known - 1) : choose_best();
}

lyh_blocks lyh_blocks_path(void)
{
    return path_taken();
}

lyh_signs lyh_signs_of(const char *signs)
{
    lyh_signs made = { .is_wide = false };
    unsigned next = 1; /* the bit of the next high half */
    for (; *signs; signs++) {
        unsigned char sign = (unsigned char)*signs;
        unsigned char *high = &made.high[sign >> 4];
        if (*high == 0) {
            *high = (unsigned char)next;
            next <<= 1;
        }
        made.is_sign[sign] = true;
        made.is_wide = made.is_wide || *high == 0;
        made.low[sign & 0x0f] |= *high;
    }
    return made;
}

#ifdef __x86_64__
#define BY_PATH(plain, avx2) (path_taken() == LYH_BLOCKS_AVX2 ? (avx2) : (plain))
#else
#define BY_PATH(plain, avx2) ((void)text, (void)size, (plain))
#endif

size_t lyh_signs_until(const lyh_signs *signs, const char *text, size_t size)
{
    return BY_PATH(plain_until(signs, text, size), avx2_until(signs, text, size));
}

void lyh_small_letters(const char *text, size_t size, char *small)
{
    size_t done = BY_PATH(0, avx2_small_letters(text, size, small));
    plain_small_letters(text, done, size, small);
}

void blocks_csv_masks(const char *text, size_t size, char separator, uint64_t *masks)
{
    BY_PATH(plain_csv_masks(text, size, separator, masks),
            avx2_csv_masks(text, size, separator, masks));
}

size_t blocks_length(const char *text, size_t size)
{
    return BY_PATH(plain_length(text, size), avx2_length(text, size));
}

size_t blocks_valid(const char *text, size_t size)
{
    return BY_PATH(plain_valid(text, size), avx2_valid(text, size));
}

size_t blocks_ordinary(const char *text, size_t size)
{
    return BY_PATH(plain_ordinary(text, size), avx2_ordinary(text, size));
}

bool blocks_are_nfc(const char *text, size_t size)
{
    return BY_PATH(plain_are_nfc(text, size), avx2_are_nfc(text, size));
}

size_t blocks_until_odd(const char *text, size_t size)
{
    return BY_PATH(plain_until_odd(text, size), avx2_until_odd(text, size));
}
