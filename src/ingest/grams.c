#include "grams.h"

#include <glib.h>

#include "repeats.h"

/* Of this many eight-grams in a row one at least is chosen: twelve words that two passages share
 * have just so many. */
#define WINDOW 5

/* A polynomial of eight terms (Karp and Rabin 1987) over types that are well mixed. */
#define BASE UINT64_C(0x9E3779B97F4A7C15)

static uint64_t mixed(uint32_t type)
{
    uint64_t value = (type + UINT64_C(1)) * UINT64_C(0xBF58476D1CE4E5B9);
    return value ^ (value >> 31);
}

static uint64_t finished(uint64_t sum)
{
    sum *= UINT64_C(0x94D049BB133111EB);
    return (sum ^ (sum >> 29)) & ~GRAM_HASH_FREE;
}

/* The weight of the first of eight words. */
static uint64_t first_weight(void)
{
    uint64_t weight = 1;
    for (size_t i = 0; i + 1 < GRAM; i++)
        weight *= BASE;
    return weight;
}

static uint64_t lesser(uint64_t one, uint64_t other)
{
    return one < other ? one : other;
}

/*
 * The eight-grams of a turn as they come by. A key is a gram's hash, and below it how far the gram is from
 * the last that there may be: of equal hashes the later gram has the lesser key.
 */
struct sliding {
    const uint32_t *words;
    uint64_t weight, sum; /* of all but the last word of the gram that comes */
    uint64_t last;        /* key */
    uint64_t least[3]; /* key: of the last two, of two from one earlier on, and one more */
};

static struct sliding slide_from(const uint32_t *words)
{
    struct sliding at = { words, first_weight(), 0, UINT64_MAX, { 0 } };
    for (size_t i = 0; i + 1 < GRAM; i++)
        at.sum = at.sum * BASE + mixed(words[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(at.least); i++)
        at.least[i] = UINT64_MAX;
    return at;
}

/* On to eight-gram @index, the next. The least key of the WINDOW that end with it: of two and two, and its own. */
static inline uint64_t slide(struct sliding *at, size_t index)
{
    at->sum = at->sum * BASE + mixed(at->words[index + GRAM - 1]);
    uint64_t key = finished(at->sum) | (~(uint64_t)index & GRAM_HASH_FREE);
    uint64_t least = lesser(lesser(at->least[0], at->least[2]), key);
    at->sum -= mixed(at->words[index]) * at->weight;
    at->least[2] = at->least[1];
    at->least[1] = at->least[0];
    at->least[0] = lesser(at->last, key);
    at->last = key;
    return least;
}

/* Where one in three is chosen no branch is foreseen, and so there is none. */
size_t grams_choose(const uint32_t *words, size_t first, size_t count, struct gram *grams)
{
    size_t all = count - GRAM + 1, chosen = SIZE_MAX, kept = 0, index = 0;
    struct sliding at = slide_from(words + first);
    for (; index + 1 < MIN((size_t)WINDOW, all); index++)
        slide(&at, index);
    for (; index < all; index++) {
        uint64_t least = slide(&at, index);
        size_t before = (least + index + 1) & GRAM_HASH_FREE;
        grams[kept].position = first + index - before;
        grams[kept].hash = least & ~GRAM_HASH_FREE;
        kept += index - before != chosen;
        chosen = index - before;
    }
    return kept;
}
