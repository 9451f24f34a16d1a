/*
 * Hits of other codes at the places of a rule's own.
 */
#include "../order.h"
#include "rule_use_private.h"

static gint by_code_and_start(gconstpointer one, gconstpointer two)
{
    const use_hit *a = one, *b = two;
    int code = order(a->code, b->code);
    return code ? code : order(a->start, b->start);
}

static gint by_start(gconstpointer one, gconstpointer two)
{
    const use_hit *a = one, *b = two;
    int start = order(a->start, b->start);
    return start ? start : order(a->code, b->code);
}

/* The hits of one code, and how many of them begin no later than the hit being looked at. */
typedef struct code_hits {
    size_t code;
    const use_hit *first;
    size_t count, begun;
} code_hits;

static GArray *hits_by_code(const GArray *hits)
{
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(code_hits));
    for (guint i = 0; i < hits->len; i++) {
        const use_hit *hit = &g_array_index(hits, use_hit, i);
        code_hits *last =
            codes->len > 0 ? &g_array_index(codes, code_hits, codes->len - 1) : NULL;
        if (last && last->code == hit->code)
            last->count++;
        else
            g_array_append_val(codes, ((code_hits){ hit->code, hit, 1, 0 }));
    }
    return codes;
}

/* Hits of one code hold none another, so their ends come in the order of their starts. */
static bool meets(code_hits *code, const use_hit *hit)
{
    while (code->begun < code->count && code->first[code->begun].start <= hit->start)
        code->begun++;
    bool is_before = code->begun > 0 && code->first[code->begun - 1].end > hit->start;
    bool is_behind = code->begun < code->count && code->first[code->begun].start < hit->end;
    return is_before || is_behind;
}

/* Another code counts once for a hit, however many of its hits are there. */
void use_count_overlaps(lyh_rule_uses *uses)
{
    g_array_sort(uses->hits, by_code_and_start);
    g_autoptr(GArray) grouped = g_array_copy(uses->hits);
    g_autoptr(GArray) codes = hits_by_code(grouped);
    g_array_sort(uses->hits, by_start);
    for (guint i = 0; i < uses->hits->len; i++) {
        const use_hit *hit = &g_array_index(uses->hits, use_hit, i);
        bool is_any = false;
        for (guint j = 0; j < codes->len; j++) {
            code_hits *code = &g_array_index(codes, code_hits, j);
            if (!meets(code, hit) || code->code == hit->code || hit->probe == LYH_NONE)
                continue;
            use_add_one(use_entry_at(uses, hit->probe)->codes, code->code);
            is_any = true;
        }
        if (is_any)
            use_entry_at(uses, hit->probe)->use.overlapping++;
    }
}
