/*
 * The few who did not get a question are a small group that no table names, and could still be
 * told of: everyone's total stands in another table, and what is left of it when those who
 * answered are taken away is theirs and that of those who came to it elsewhere.
 *
 * Of N persons `got` were asked and m were not. T took the code up, k of them in their answers. Then
 * the number x among the m is at least max(0, T − got) and at most min(m, T − k); without k, at most
 * min(m, T). A code below another has no more persons than that one. Where k leaves x only one value
 * that T alone does not, k is hidden.
 */
#include "questions.h"

typedef struct bounds {
    size_t low, high;
} bounds;

typedef struct unasked {
    const lyh_tally *tally;
    size_t got, without; /* persons asked, and not asked */
    const size_t *counts;
    bool *hidden;
    size_t *totals; /* T, by code */
} unasked;

static bounds bounds_of(const unasked *few, size_t code, bool with_counts)
{
    size_t total = few->totals[code];
    size_t known = with_counts && !few->hidden[code] ? few->counts[code] : 0;
    return (bounds){ total > few->got ? total - few->got : 0,
                     MIN(few->without, total - known) };
}

/*
 * Who took the child up took the parent up: among the few no more than it, and among those asked no
 * more either, so that the parent has at most @more among the few that the child has not.
 */
static bool hold(bounds *parent, bounds *child, size_t more)
{
    const bounds before[] = { *parent, *child };
    child->high = MIN(child->high, parent->high);
    parent->low = MAX(parent->low, child->low);
    parent->high = MIN(parent->high, child->high + more);
    child->low = MAX(child->low, parent->low > more ? parent->low - more : 0);
    return before[0].low != parent->low || before[0].high != parent->high ||
           before[1].low != child->low || before[1].high != child->high;
}

/* Bounds of all codes, each held to those of the codes above it; g_free(). */
static bounds *all_bounds(const unasked *few, bool with_counts)
{
    const lyh_codebook *book = few->tally->codebook;
    size_t codes = lyh_codebook_count(book);
    bounds *all = g_new(bounds, codes);
    for (size_t code = 0; code < codes; code++)
        all[code] = bounds_of(few, code, with_counts);
    bool has_changed = true;
    while (has_changed) { /* bounds only narrow, so it ends */
        has_changed = false;
        for (size_t code = 0; code < codes; code++) {
            size_t count;
            const size_t *parents = lyh_codebook_parents(book, code, &count);
            for (size_t i = 0; i < count; i++) {
                has_changed |= hold(&all[parents[i]], &all[code],
                                    few->totals[parents[i]] - few->totals[code]);
            }
        }
    }
    return all;
}

/* Hide what bounds @code: its own count, and those of the codes above and below it. */
static bool hide_family(const unasked *few, size_t code)
{
    const lyh_codebook *book = few->tally->codebook;
    bool has_changed = false;
    for (size_t other = 0; other < lyh_codebook_count(book); other++) {
        bool is_related = lyh_codebook_is_within(book, code, other) ||
                          lyh_codebook_is_within(book, other, code);
        has_changed |= is_related && !few->hidden[other];
        few->hidden[other] |= is_related;
    }
    return has_changed;
}

/* Its own count is what tells most often; where that is not enough, its family's. */
static bool hide_more(const unasked *few, const bounds *before)
{
    size_t codes = lyh_codebook_count(few->tally->codebook);
    g_autofree bounds *after = all_bounds(few, true);
    bool has_changed = false;
    for (size_t pass = 0; pass < 2 && !has_changed; pass++) {
        for (size_t code = 0; code < codes; code++) {
            bool tells =
                after[code].low == after[code].high && before[code].low < before[code].high;
            if (tells && pass == 0) {
                has_changed |= !few->hidden[code];
                few->hidden[code] = true;
            } else if (tells) {
                has_changed |= hide_family(few, code);
            }
        }
    }
    return has_changed;
}

static void hide_what_tells(const unasked *few)
{
    g_autofree bounds *before = all_bounds(few, false);
    while (hide_more(few, before))
        ;
}

bool *questions_hide(const lyh_tally *tally, size_t threshold, size_t got,
                     const size_t *counts)
{
    size_t codes = lyh_codebook_count(tally->codebook);
    size_t without = lyh_tally_base(tally) - got;
    bool *hidden = g_new0(bool, codes);
    if (without == 0 || without >= threshold)
        return hidden;
    g_autofree size_t *totals = g_new(size_t, codes);
    for (size_t code = 0; code < codes; code++)
        totals[code] = lyh_tally_persons(tally, code, LYH_MEASURE_ANY);
    const unasked few = { tally, got, without, counts, hidden, totals };
    hide_what_tells(&few);
    return hidden;
}
