/*
 * Rules with gaps, `~n`, `&` and references, in one sentence: where each part of them is.
 */
#include "matcher_private.h"

#include "matcher_links.h"
#include "../order.h"

static rule_part *part_at(const matching *work, uint32_t index)
{
    return g_ptr_array_index(work->matcher->parts, index);
}

static const part_span *span_at(const GArray *spans, guint index)
{
    return &g_array_index(spans, part_span, index);
}

static void want(lyh_matcher *matcher, uint32_t index)
{
    rule_program *program = &g_array_index(matcher->programs, rule_program, index);
    if (program->round == matcher->round)
        return;
    program->round = matcher->round;
    g_array_append_val(matcher->wanted, index);
}

void lyh_matcher_note(const matching *work, uint32_t token, uint32_t watch)
{
    lyh_matcher *matcher = work->matcher;
    watched_item *met = g_ptr_array_index(matcher->watches, watch);
    const lyh_token *here = &work->tokens[token];
    const lyh_item_set *set = lyh_items_met(matcher->items, here);
    part_span span = { token, token, here->start, here->end, false };
    span.is_denied = lyh_item_set_meets(set, met->item) == LYH_MEETS_DENIED;
    if (met->round != matcher->round) {
        met->round = matcher->round;
        g_array_set_size(met->spans, 0);
        for (guint i = 0; i < met->programs->len; i++)
            want(matcher, g_array_index(met->programs, uint32_t, i));
    }
    g_array_append_val(met->spans, span);
}

static gint by_place(gconstpointer one, gconstpointer two)
{
    const part_span *a = one, *b = two;
    int start = order(a->start, b->start);
    int end = order(a->end, b->end);
    return start ? start : end ? end : order(a->is_denied, b->is_denied);
}

/** In order, each place once; one that is there undenied is not denied. */
static void tidy(GArray *spans)
{
    guint kept = 0;
    g_array_sort(spans, by_place);
    for (guint i = 0; i < spans->len; i++) {
        part_span here = *span_at(spans, i);
        if (kept > 0 && span_at(spans, kept - 1)->start == here.start &&
            span_at(spans, kept - 1)->end == here.end)
            continue;
        g_array_index(spans, part_span, kept++) = here;
    }
    g_array_set_size(spans, kept);
}

static bool find(const matching *work, uint32_t index);

static void find_item(const matching *work, rule_part *part)
{
    const watched_item *watch = g_ptr_array_index(work->matcher->watches, part->watch);
    if (watch->round != work->matcher->round)
        return;
    for (guint i = 0; i < watch->spans->len; i++) {
        const part_span *span = span_at(watch->spans, i);
        if (!part->leaves_fillers || !(work->tokens[span->first].flags & LYH_TOKEN_FILLER))
            g_array_append_val(part->spans, *span);
    }
}

static const part_link *link_at(const rule_part *part, guint index)
{
    return &g_array_index(part->links, part_link, index);
}

static bool find_any(const matching *work, rule_part *part)
{
    for (guint i = 0; i < part->links->len; i++) {
        if (!find(work, link_at(part, i)->part))
            return false;
        const GArray *more = part_at(work, link_at(part, i)->part)->spans;
        g_array_append_vals(part->spans, more->data, more->len);
    }
    tidy(part->spans);
    return true;
}

/** What the first operand finds, when the sentence has all that is wanted and nothing that is not. */
static bool find_all(const matching *work, rule_part *part)
{
    for (guint i = 0; i < part->links->len; i++) {
        const part_link *link = link_at(part, i);
        if (!find(work, link->part))
            return false;
        if ((part_at(work, link->part)->spans->len > 0) == link->is_negated)
            return true;
    }
    const GArray *found = part_at(work, link_at(part, 0)->part)->spans;
    g_array_append_vals(part->spans, found->data, found->len);
    return true;
}

static bool gather(const matching *work, const rule_part *part, bool is_negated,
                   GArray *spans)
{
    for (guint i = 0; i < part->links->len; i++) {
        const part_link *link = link_at(part, i);
        if (link->is_negated != is_negated)
            continue;
        if (!find(work, link->part))
            return false;
        const GArray *more = part_at(work, link->part)->spans;
        g_array_append_vals(spans, more->data, more->len);
    }
    tidy(spans);
    return true;
}

/** Drop what an exception overlaps; both lists are in order of their starts. */
static void drop_excepted(GArray *spans, const GArray *exceptions)
{
    guint kept = 0, next = 0;
    uint32_t reached = 0; /* the end of the exceptions that begin before the span does */
    for (guint i = 0; i < spans->len; i++) {
        part_span here = *span_at(spans, i);
        for (; next < exceptions->len && span_at(exceptions, next)->start <= here.start;
             next++)
            reached = MAX(reached, span_at(exceptions, next)->end);
        bool is_met = next < exceptions->len && span_at(exceptions, next)->start < here.end;
        if (!is_met && reached <= here.start)
            g_array_index(spans, part_span, kept++) = here;
    }
    g_array_set_size(spans, kept);
}

static bool find_code(const matching *work, rule_part *part)
{
    g_autoptr(GArray) exceptions = g_array_new(FALSE, FALSE, sizeof(part_span));
    if (!gather(work, part, false, part->spans))
        return false;
    if (part->spans->len == 0)
        return true;
    if (!gather(work, part, true, exceptions))
        return false;
    drop_excepted(part->spans, exceptions);
    return true;
}

static uint32_t longest_of(const GArray *spans)
{
    uint32_t longest = 0;
    for (guint i = 0; i < spans->len; i++)
        longest = MAX(longest, span_at(spans, i)->last - span_at(spans, i)->first + 1);
    return longest;
}

static bool find_chain(const matching *work, rule_part *part)
{
    for (guint i = 0; i < part->links->len; i++) {
        rule_part *child = part_at(work, link_at(part, i)->part);
        if (!find(work, link_at(part, i)->part))
            return false;
        if (child->spans->len == 0)
            return true;
        child->longest = longest_of(child->spans);
    }
    if (part->is_nested)
        lyh_links_find_each(work, part);
    else
        lyh_links_find_nearest(work, part);
    tidy(part->spans);
    return true;
}

/** Once a sentence. False when a regex ran out. */
static bool find(const matching *work, uint32_t index)
{
    rule_part *part = part_at(work, index);
    if (part->round == work->matcher->round)
        return true;
    part->round = work->matcher->round;
    g_array_set_size(part->spans, 0);
    switch (part->kind) {
    case PART_ALL:
        return find_all(work, part);
    case PART_ANY:
        return find_any(work, part);
    case PART_CHAIN:
        return find_chain(work, part);
    case PART_CODE:
        return find_code(work, part);
    case PART_ITEM:
        find_item(work, part);
        return true;
    case PART_PATTERN:
        return lyh_matcher_find_pattern(work, part->regex, part->spans);
    }
    g_assert_not_reached();
}

static bool run_program(const matching *work, uint32_t index)
{
    const rule_program *program =
        &g_array_index(work->matcher->programs, rule_program, index);
    if (!find(work, program->part))
        return false;
    const GArray *spans = part_at(work, program->part)->spans;
    for (guint i = 0; i < spans->len; i++)
        lyh_matcher_add_span(work, program->rule, span_at(spans, i));
    return true;
}

bool lyh_matcher_run_programs(const matching *work)
{
    lyh_matcher *matcher = work->matcher;
    bool is_fine = true;
    for (guint i = 0; i < matcher->always->len; i++)
        want(matcher, g_array_index(matcher->always, uint32_t, i));
    for (guint i = 0; is_fine && i < matcher->wanted->len; i++)
        is_fine = run_program(work, g_array_index(matcher->wanted, uint32_t, i));
    g_array_set_size(matcher->wanted, 0);
    return is_fine;
}
