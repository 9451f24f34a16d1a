#include "repeats.h"

#include <glib.h>

/* Shared words that make a repeat wherever they stand. */
#define LONG_REPEAT 12
/* So much of a turn is nearly all of it. */
#define NEARLY_ALL(shared, all) ((shared)*10 >= (all)*8)

/* A word or two written otherwise does not end a repeat… */
#define LONGEST_GAP 3
/* …when this many words after it are the same again. */
#define AFTER_GAP 4

/* Two positions, one in each passage, and how far they may go. */
struct walk {
    const uint32_t *words;
    size_t here, there;
    size_t here_end, there_end; /* bounds; going back, the first that may be reached */
    size_t shared;
};

static bool same_after(const struct walk *walk, size_t here, size_t there)
{
    if (here + AFTER_GAP > walk->here_end || there + AFTER_GAP > walk->there_end)
        return false;
    for (size_t i = 0; i < AFTER_GAP; i++)
        if (walk->words[here + i] != walk->words[there + i])
            return false;
    return true;
}

/* The narrowest gap first. */
static bool cross_gap(struct walk *walk)
{
    for (size_t both = 1; both <= 2 * LONGEST_GAP; both++)
        for (size_t gap = both > LONGEST_GAP ? both - LONGEST_GAP : 0;
             gap <= MIN(both, (size_t)LONGEST_GAP); gap++) {
            if (!same_after(walk, walk->here + gap, walk->there + (both - gap)))
                continue;
            walk->here += gap;
            walk->there += both - gap;
            return true;
        }
    return false;
}

static void go_on(struct walk *walk)
{
    do {
        while (walk->here < walk->here_end && walk->there < walk->there_end &&
               walk->words[walk->here] == walk->words[walk->there]) {
            walk->here++;
            walk->there++;
            walk->shared++;
        }
    } while (cross_gap(walk));
}

static bool same_before(const struct walk *walk, size_t here, size_t there)
{
    if (here < walk->here_end + AFTER_GAP || there < walk->there_end + AFTER_GAP)
        return false;
    for (size_t i = 1; i <= AFTER_GAP; i++)
        if (walk->words[here - i] != walk->words[there - i])
            return false;
    return true;
}

static bool cross_gap_back(struct walk *walk)
{
    for (size_t both = 1; both <= 2 * LONGEST_GAP; both++)
        for (size_t gap = both > LONGEST_GAP ? both - LONGEST_GAP : 0;
             gap <= MIN(both, (size_t)LONGEST_GAP); gap++) {
            if (gap > walk->here || both - gap > walk->there ||
                !same_before(walk, walk->here - gap, walk->there - (both - gap)))
                continue;
            walk->here -= gap;
            walk->there -= both - gap;
            return true;
        }
    return false;
}

static void go_back(struct walk *walk)
{
    do {
        while (walk->here > walk->here_end && walk->there > walk->there_end &&
               walk->words[walk->here - 1] == walk->words[walk->there - 1]) {
            walk->here--;
            walk->there--;
            walk->shared++;
        }
    } while (cross_gap_back(walk));
}

static size_t count_distinct(const uint32_t *words, size_t count)
{
    size_t distinct = 0;
    for (size_t i = 0; i < count; i++) {
        size_t before = 0;
        while (before < i && words[before] != words[i])
            before++;
        distinct += before == i;
    }
    return distinct;
}

/* "nej nej nej nej …" is one word, however often it is said; but more may be said after it. */
static bool says_something(const uint32_t *words, const struct repeat *repeat)
{
    size_t window = MIN(repeat->end - repeat->start, (size_t)LONG_REPEAT);
    for (size_t at = repeat->start; at + window <= repeat->end; at++)
        if (count_distinct(words + at, window) * 2 >= window)
            return true;
    return false;
}

bool repeat_around(const uint32_t *words, const struct passage *later,
                   const struct passage *earlier, size_t position, size_t there,
                   size_t from, struct repeat *repeat)
{
    size_t back_to = MAX(MAX(later->first, from), there + GRAM);
    struct walk back = { words, position, there, back_to, earlier->first, 0 };
    go_back(&back);
    struct walk on = { .words = words,
                       .here = position,
                       .there = there,
                       .here_end = later->first + later->count,
                       .there_end = MIN(earlier->first + earlier->count, back.here) };
    go_on(&on);
    *repeat = (struct repeat){ back.here, on.here, back.shared + on.shared, false };
    bool is_whole = repeat->words >= SHORT_REPEAT &&
                    NEARLY_ALL(repeat->words, later->count) &&
                    NEARLY_ALL(repeat->words, earlier->count);
    if (repeat->words < LONG_REPEAT && !is_whole)
        return false;
    repeat->says_nothing = !says_something(words, repeat);
    return !repeat->says_nothing;
}
