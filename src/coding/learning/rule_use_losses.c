/*
 * Matches that do not stand: an exception took them, or another rule of the code.
 */
#include "rule_use_private.h"

/* Of one code's matches: exceptions, and those that stand, each as what ends last so far. */
typedef struct settling {
    size_t first, end;
    GArray *exceptions; /* guint: matches, by start */
    size_t longest;     /* of the exceptions: how far before a match one can begin */
} settling;

static const use_match *exception_at(const lyh_rule_uses *uses, const settling *code,
                                     guint index)
{
    return use_match_at(uses, g_array_index(code->exceptions, guint, index));
}

/* The first exception that is long enough to reach byte @start, were it as long as the longest. */
static guint exception_from(const lyh_rule_uses *uses, const settling *code, size_t start)
{
    guint low = 0, high = code->exceptions->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (exception_at(uses, code, middle)->start + code->longest <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Does an exception share a character with the match? Counted for each exception that does. */
static bool is_excepted(lyh_rule_uses *uses, const settling *code, const use_match *match)
{
    bool is_any = false;
    for (guint i = exception_from(uses, code, match->start); i < code->exceptions->len;
         i++) {
        const use_match *other = exception_at(uses, code, i);
        if (other->start >= match->end)
            break;
        if (other->end <= match->start)
            continue;
        use_entry_at(uses, other->probe)->use.excepted++;
        is_any = true;
    }
    return is_any;
}

/* The match that stands and holds this one; @holder: the last that stood before it in the order. */
static void count_lost(lyh_rule_uses *uses, const settling *code, const use_match *match,
                       const use_match *holder)
{
    use_entry *entry = use_entry_at(uses, match->probe);
    if (is_excepted(uses, code, match))
        entry->use.excepted++;
    else if (holder && holder->end >= match->end) {
        entry->use.shadowed++;
        use_add_one(entry->shadows, holder->probe);
    }
}

static void find_exceptions(const lyh_rule_uses *uses, settling *code)
{
    g_array_set_size(code->exceptions, 0);
    code->longest = 0;
    for (guint i = (guint)code->first; i < code->end; i++) {
        const use_match *match = use_match_at(uses, i);
        if (!use_is_exception(uses, match))
            continue;
        g_array_append_val(code->exceptions, i);
        code->longest = MAX(code->longest, match->end - match->start);
    }
}

/* Sorted as they are, what holds a match comes before it; what stands does not hold one another. */
static void settle_code(lyh_rule_uses *uses, settling *code)
{
    const use_match *holder = NULL;
    find_exceptions(uses, code);
    for (guint i = (guint)code->first; i < code->end; i++) {
        const use_match *match = use_match_at(uses, i);
        if (use_is_exception(uses, match))
            use_met_in(uses, use_entry_at(uses, match->probe), match->respondent);
        else if (match->stands)
            holder = match;
        else
            count_lost(uses, code, match, holder);
    }
}

void use_count_losses(lyh_rule_uses *uses)
{
    g_autoptr(GArray) exceptions = g_array_new(FALSE, FALSE, sizeof(guint));
    settling code = { .exceptions = exceptions };
    for (code.first = 0; code.first < uses->matches->len; code.first = code.end) {
        size_t of = use_match_at(uses, (guint)code.first)->code;
        code.end = code.first;
        while (code.end < uses->matches->len &&
               use_match_at(uses, (guint)code.end)->code == of)
            code.end++;
        settle_code(uses, &code);
    }
}
