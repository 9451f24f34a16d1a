#include "matcher_links.h"

#include "../order.h"

/** Places of one part, and what ties the part to the one before it. */
typedef struct linked_places {
    const matching *work;
    const GArray *spans;
    const part_link *link;
    uint32_t longest;
} linked_places;

static const part_span *span_at(const GArray *spans, guint index)
{
    return &g_array_index(spans, part_span, index);
}

static void count_tokens(const matching *work)
{
    GArray *counts = work->matcher->counts;
    token_counts sum = { 0 };
    if (work->matcher->counts_round == work->matcher->round)
        return;
    work->matcher->counts_round = work->matcher->round;
    g_array_set_size(counts, 0);
    for (uint32_t i = work->sentence->first; i < work->sentence->end; i++) {
        uint32_t flags = work->tokens[i].flags;
        g_array_append_val(counts, sum);
        if (flags & LYH_TOKEN_ASIDE)
            sum.asides++;
        else if (flags & LYH_TOKEN_FILLER)
            continue;
        else if (flags & LYH_TOKEN_WORD)
            sum.words++;
        else
            sum.marks++;
    }
    g_array_append_val(counts, sum);
}

/** What stands between token @last and token @first, which comes after it. */
static token_counts between(const matching *work, uint32_t last, uint32_t first)
{
    const token_counts *all = &g_array_index(work->matcher->counts, token_counts, 0);
    const token_counts *from = &all[last + 1 - work->sentence->first];
    const token_counts *to = &all[first - work->sentence->first];
    return (token_counts){ to->words - from->words, to->marks - from->marks,
                           to->asides - from->asides };
}

static uint32_t most_words(const part_link *link)
{
    if (link->distance > 0)
        return link->distance - 1;
    return link->gap == LYH_GAP_UP_TO_THREE ? 3
           : link->gap == LYH_GAP_EXACTLY   ? link->words
                                            : 0;
}

static bool is_allowed(const part_link *link, token_counts gap)
{
    if (gap.asides > 0 || gap.words > most_words(link))
        return false;
    if (link->distance > 0 || link->gap == LYH_GAP_UP_TO_THREE)
        return true;
    return gap.marks == 0 && (link->gap == LYH_GAP_NONE || gap.words == link->words);
}

/** The first of the places that begins at token @token or beyond. */
static guint place_from(const GArray *spans, uint32_t token)
{
    guint low = 0, high = spans->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (span_at(spans, middle)->first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/** Can a place that begins at @first still be near enough behind token @last? */
static bool is_within_after(const linked_places *places, uint32_t last, uint32_t first)
{
    token_counts gap = between(places->work, last, first);
    return first - last <= LINK_TOKENS_MAX && gap.words <= most_words(places->link) &&
           gap.asides == 0;
}

/** Can a place that begins at @from, however long, end near enough before token @first? */
static bool is_within_before(const linked_places *places, uint32_t from, uint32_t first)
{
    uint32_t least = from + places->longest; /* its end is here at the latest */
    return least >= first ||
           (first - least < LINK_TOKENS_MAX &&
            between(places->work, least - 1, first).words <= most_words(places->link));
}

/** Is @place a place for the part, seen from tokens @first to @last? @words: between them. */
static bool is_place(const linked_places *places, const part_span *place, uint32_t first,
                     uint32_t last, uint32_t *words)
{
    bool is_after = place->first > last;
    if (!is_after && (places->link->distance == 0 || place->last >= first))
        return false;
    uint32_t from = is_after ? last : place->last, to = is_after ? place->first : first;
    token_counts gap = between(places->work, from, to);
    *words = gap.words;
    return to - from <= LINK_TOKENS_MAX && is_allowed(places->link, gap);
}

/** The places that may be reached from tokens @first to @last: @low up to @high. */
static void bound(const linked_places *places, uint32_t first, uint32_t last, guint *low,
                  guint *high)
{
    const GArray *spans = places->spans;
    guint at = place_from(spans, last + 1);
    *low = *high = at;
    while (*high < spans->len &&
           is_within_after(places, last, span_at(spans, *high)->first))
        (*high)++;
    while (places->link->distance > 0 && *low > 0 &&
           is_within_before(places, span_at(spans, *low - 1)->first, first))
        (*low)--;
}

/** How good a place is; less is better. */
typedef struct place_rank {
    uint32_t words, is_before, tokens, length;
} place_rank;

static bool is_better(const place_rank *one, const place_rank *other)
{
    int words = order(one->words, other->words);
    int side = order(one->is_before, other->is_before);
    int tokens = order(one->tokens, other->tokens);
    int rank = words ? words : side ? side : tokens;
    return rank < 0 || (rank == 0 && one->length > other->length);
}

static place_rank rank_of(const part_span *place, uint32_t first, uint32_t last,
                          uint32_t words)
{
    bool is_before = place->first <= last;
    return (place_rank){ words, is_before,
                         is_before ? first - place->last : place->first - last,
                         place->last - place->first };
}

/** Looking for the best place that is alive, from tokens @first to @last. */
typedef struct place_search {
    const linked_places *places;
    const GArray *reaches;
    uint32_t first, last;
    size_t best; /* LYH_NONE: none yet */
    place_rank rank;
} place_search;

static void consider(place_search *search, guint index)
{
    const part_span *place = span_at(search->places->spans, index);
    uint32_t words;
    if (!g_array_index(search->reaches, chain_reach, index).is_alive ||
        !is_place(search->places, place, search->first, search->last, &words))
        return;
    place_rank rank = rank_of(place, search->first, search->last, words);
    if (search->best != LYH_NONE && !is_better(&rank, &search->rank))
        return;
    search->best = index;
    search->rank = rank;
}

/** The words before token @first that a place which begins at @from has between at least. */
static uint32_t least_words(const linked_places *places, uint32_t from, uint32_t first)
{
    uint32_t least = from + places->longest;
    return least >= first ? 0 : between(places->work, least - 1, first).words;
}

/** Nearest first on either side, no farther than something better may be. */
static size_t best_place(const linked_places *places, const GArray *reaches, uint32_t first,
                         uint32_t last)
{
    place_search search = { places, reaches, first, last, .best = LYH_NONE };
    const GArray *spans = places->spans;
    guint middle = place_from(spans, last + 1);
    for (guint i = middle; i < spans->len; i++) {
        uint32_t at = span_at(spans, i)->first;
        if ((search.best != LYH_NONE && at > span_at(spans, (guint)search.best)->first) ||
            !is_within_after(places, last, at))
            break;
        consider(&search, i);
    }
    for (guint i = middle; places->link->distance > 0 && i > 0; i--) {
        uint32_t at = span_at(spans, i - 1)->first;
        if ((search.best != LYH_NONE &&
             least_words(places, at, first) > search.rank.words) ||
            !is_within_before(places, at, first))
            break;
        consider(&search, i - 1);
    }
    return search.best;
}

static const GArray *spans_of(const matching *work, const rule_part *part, guint link)
{
    uint32_t index = g_array_index(part->links, part_link, link).part;
    return ((rule_part *)g_ptr_array_index(work->matcher->parts, index))->spans;
}

static linked_places places_of(const matching *work, const rule_part *part, guint link)
{
    const part_link *here = &g_array_index(part->links, part_link, link);
    const rule_part *child = g_ptr_array_index(work->matcher->parts, here->part);
    return (linked_places){ work, child->spans, here, child->longest };
}

/** From each place of part @link on: how far the chain goes, given that of the next in @beyond. */
static void reach(const matching *work, const rule_part *part, guint link,
                  const GArray *beyond, GArray *reaches)
{
    const GArray *spans = spans_of(work, part, link);
    bool is_last = link + 1 == part->links->len;
    linked_places next = places_of(work, part, is_last ? link : link + 1);
    g_array_set_size(reaches, spans->len);
    for (guint i = 0; i < spans->len; i++) {
        const part_span *span = span_at(spans, i);
        chain_reach here = { span->first, span->last, span->is_denied, is_last };
        size_t best =
            is_last ? LYH_NONE : best_place(&next, beyond, span->first, span->last);
        if (best != LYH_NONE) {
            const chain_reach *rest = &g_array_index(beyond, chain_reach, best);
            here = (chain_reach){ MIN(here.first, rest->first), MAX(here.last, rest->last),
                                  here.is_denied || rest->is_denied, true };
        }
        g_array_index(reaches, chain_reach, i) = here;
    }
}

static void add_reach(const matching *work, rule_part *part, const chain_reach *found)
{
    part_span span = { found->first, found->last, work->tokens[found->first].start,
                       work->tokens[found->last].end, found->is_denied };
    g_array_append_val(part->spans, span);
}

void lyh_links_find_nearest(const matching *work, rule_part *part)
{
    GArray **reaches = work->matcher->reaches;
    count_tokens(work);
    for (guint link = part->links->len; link > 0; link--)
        reach(work, part, link - 1, reaches[link & 1], reaches[(link - 1) & 1]);
    for (guint i = 0; i < reaches[0]->len; i++)
        if (g_array_index(reaches[0], chain_reach, i).is_alive)
            add_reach(work, part, &g_array_index(reaches[0], chain_reach, i));
}

/** A way through the first parts of a chain: all its tokens, and those of the last part. */
typedef struct chain_way {
    chain_reach whole;
    uint32_t first, last;
} chain_way;

typedef struct chain_ways {
    chain_way ways[LINK_PLACES_MAX];
    size_t count;
} chain_ways;

static void add_way(chain_ways *ways, chain_way added)
{
    for (size_t i = 0; i < ways->count; i++) {
        chain_way *here = &ways->ways[i];
        if (here->whole.first == added.whole.first &&
            here->whole.last == added.whole.last && here->first == added.first &&
            here->last == added.last) {
            here->whole.is_denied &= added.whole.is_denied;
            return;
        }
    }
    if (ways->count < LINK_PLACES_MAX)
        ways->ways[ways->count++] = added;
}

static void try_way(const linked_places *places, const chain_way *way, guint index,
                    chain_ways *longer)
{
    const part_span *place = span_at(places->spans, index);
    uint32_t words;
    if (!is_place(places, place, way->first, way->last, &words))
        return;
    add_way(longer, (chain_way){ { MIN(way->whole.first, place->first),
                                   MAX(way->whole.last, place->last),
                                   way->whole.is_denied || place->is_denied, true },
                                 place->first,
                                 place->last });
}

/** The ways that go on from @way: those behind, then those before, each nearest first. */
static void lengthen(const linked_places *places, const chain_way *way, chain_ways *longer)
{
    guint low, high, middle = place_from(places->spans, way->last + 1);
    bound(places, way->first, way->last, &low, &high);
    for (guint i = middle; i < high && longer->count < LINK_PLACES_MAX; i++)
        try_way(places, way, i, longer);
    for (guint i = middle; i > low && longer->count < LINK_PLACES_MAX; i--)
        try_way(places, way, i - 1, longer);
}

/** Add at most @most of the ways from @from on; how many were. */
static size_t follow(const matching *work, rule_part *part, const part_span *from,
                     size_t most)
{
    chain_ways ways[2] = { 0 };
    ways[0].count = 1;
    ways[0].ways[0] = (chain_way){ { from->first, from->last, from->is_denied, true },
                                   from->first,
                                   from->last };
    for (guint link = 1; link < part->links->len; link++) {
        const chain_ways *known = &ways[(link - 1) & 1];
        chain_ways *longer = &ways[link & 1];
        linked_places places = places_of(work, part, link);
        longer->count = 0;
        for (size_t i = 0; i < known->count && longer->count < LINK_PLACES_MAX; i++)
            lengthen(&places, &known->ways[i], longer);
    }
    const chain_ways *whole = &ways[(part->links->len - 1) & 1];
    size_t count = MIN(whole->count, most);
    for (size_t i = 0; i < count; i++)
        add_reach(work, part, &whole->ways[i].whole);
    return count;
}

/* Were the ways counted for each place, chains in chains in chains would multiply them. */
void lyh_links_find_each(const matching *work, rule_part *part)
{
    const GArray *spans = spans_of(work, part, 0);
    size_t left = LINK_PLACES_MAX;
    count_tokens(work);
    for (guint i = 0; i < spans->len; i++) {
        const part_span *here = span_at(spans, i);
        if (i == 0 || here->first != span_at(spans, i - 1)->first)
            left = LINK_PLACES_MAX;
        if (left > 0)
            left -= follow(work, part, here, left);
    }
}
