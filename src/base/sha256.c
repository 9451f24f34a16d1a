#include <lyhord/base/sha256.h>

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/blocks.h>

#define BLOCK 64

struct lyh_sha256 {
    GChecksum *plain; /* NULL: the processor's instructions are taken */
    uint32_t state[8];
    unsigned char waiting[BLOCK]; /* bytes that are not a block yet */
    uint64_t size;
    char text[65];
};

#ifdef __x86_64__

#include <cpuid.h>
#include <immintrin.h>

#define SHA __attribute__((target("sha,sse4.1")))

/* Whoever wants the plain paths of everything wants this one's too. */
static bool has_instructions(void)
{
    unsigned eax, ebx = 0, ecx, edx;
    return lyh_blocks_path() == LYH_BLOCKS_AVX2 &&
           __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) && ebx & bit_SHA;
}

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2). */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2,
};

SHA static inline __m128i load(const void *bytes)
{
    return _mm_loadu_si128((const __m128i *)bytes);
}

/* The 64 rounds of a block, four at a time; words[i % 4] are the four words of the schedule for round 4 i. */
SHA static void add_block(__m128i state[2], const unsigned char *block)
{
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i words[4], abef = state[0], cdgh = state[1];
    for (int i = 0; i < 4; i++)
        words[i] = _mm_shuffle_epi8(load(block + 16 * i), big_endian);
#pragma GCC unroll 16
    for (int i = 0; i < 16; i++) {
        __m128i four = _mm_add_epi32(words[i % 4], load(constants + 4 * i));
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, four);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(four, 0x0e));
        __m128i next = _mm_sha256msg1_epu32(words[i % 4], words[(i + 1) % 4]);
        next =
            _mm_add_epi32(next, _mm_alignr_epi8(words[(i + 3) % 4], words[(i + 2) % 4], 4));
        words[i % 4] = _mm_sha256msg2_epu32(next, words[(i + 3) % 4]);
    }
    state[0] = _mm_add_epi32(state[0], abef);
    state[1] = _mm_add_epi32(state[1], cdgh);
}

/* The instructions want the state's words as A B E F and C D G H, the first highest. */
SHA static void add_blocks(uint32_t *state, const unsigned char *bytes, size_t count)
{
    __m128i dcba = load(state), hgfe = load(state + 4);
    __m128i cdab = _mm_shuffle_epi32(dcba, 0xb1), efgh = _mm_shuffle_epi32(hgfe, 0x1b);
    __m128i halves[2] = { _mm_alignr_epi8(cdab, efgh, 8),
                          _mm_blend_epi16(efgh, cdab, 0xf0) };
    for (size_t i = 0; i < count; i++)
        add_block(halves, bytes + BLOCK * i);
    __m128i feba = _mm_shuffle_epi32(halves[0], 0x1b),
            dchg = _mm_shuffle_epi32(halves[1], 0xb1);
    _mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

static bool has_instructions(void)
{
    return false;
}

static void add_blocks(uint32_t *state, const unsigned char *bytes, size_t count)
{
    (void)state, (void)bytes, (void)count;
}

#endif

lyh_sha256 *lyh_sha256_new(void)
{
    /* The first 32 bits of the fractional parts of the square roots of the first 8 primes (§5.3.3). */
    static const uint32_t first[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
    lyh_sha256 *sum = g_new0(lyh_sha256, 1);
    memcpy(sum->state, first, sizeof first);
    if (!has_instructions())
        sum->plain = g_checksum_new(G_CHECKSUM_SHA256);
    return sum;
}

void lyh_sha256_free(lyh_sha256 *sum)
{
    if (!sum)
        return;
    if (sum->plain)
        g_checksum_free(sum->plain);
    g_free(sum);
}

/* Whole blocks where they lie; what is left waits. */
static void add_bytes(lyh_sha256 *sum, const unsigned char *bytes, size_t size)
{
    size_t waiting = sum->size % BLOCK, taken = 0;
    sum->size += size;
    if (waiting > 0) {
        taken = MIN(size, BLOCK - waiting);
        memcpy(sum->waiting + waiting, bytes, taken);
        if (waiting + taken < BLOCK)
            return;
        add_blocks(sum->state, sum->waiting, 1);
    }
    size_t blocks = (size - taken) / BLOCK;
    add_blocks(sum->state, bytes + taken, blocks);
    taken += blocks * BLOCK;
    memcpy(sum->waiting, bytes + taken, size - taken);
}

void lyh_sha256_add(lyh_sha256 *sum, const void *bytes, size_t size)
{
    g_assert(*sum->text == '\0');
    if (size == 0)
        return;
    if (sum->plain)
        g_checksum_update(sum->plain, bytes, (gssize)size);
    else
        add_bytes(sum, bytes, size);
}

/* A bit, zeros, and how many bits there were (§5.1.1). */
static void end_blocks(lyh_sha256 *sum)
{
    static const unsigned char padding[BLOCK] = { 0x80 };
    uint64_t bits = GUINT64_TO_BE(8 * sum->size);
    add_bytes(sum, padding, 1 + (BLOCK + 55 - sum->size % BLOCK) % BLOCK);
    add_bytes(sum, (const unsigned char *)&bits, sizeof bits);
}

const char *lyh_sha256_text(lyh_sha256 *sum)
{
    if (*sum->text)
        return sum->text;
    if (sum->plain) {
        g_strlcpy(sum->text, g_checksum_get_string(sum->plain), sizeof sum->text);
        return sum->text;
    }
    end_blocks(sum);
    for (size_t i = 0; i < G_N_ELEMENTS(sum->state); i++)
        g_snprintf(sum->text + 8 * i, 9, "%08x", sum->state[i]);
    return sum->text;
}
