#include <lyhord/coding/affected.h>

#include <glib.h>

#include "../order.h"

/* A suggestion of either codebook, by its code in the new one. */
typedef struct either {
    const lyh_coding *coding;
    size_t code;  /* of the new codebook; those that went come behind all of them */
    bool is_used; /* its counterpart is found */
} either;

const char *lyh_effect_name(lyh_effect effect)
{
    static const char *const names[] = {
        [LYH_EFFECT_LOST] = "lost",         [LYH_EFFECT_NEW] = "new",
        [LYH_EFFECT_POLARITY] = "polarity", [LYH_EFFECT_STATE] = "state",
        [LYH_EFFECT_SPAN] = "span",
    };
    return names[effect];
}

static gint by_code_and_place(gconstpointer one, gconstpointer two)
{
    const either *a = one, *b = two;
    int code = order(a->code, b->code);
    int start = order(a->coding->start, b->coding->start);
    return code ? code : start ? start : order(a->coding->end, b->coding->end);
}

static gint by_place(gconstpointer one, gconstpointer two)
{
    const lyh_affected *a = one, *b = two;
    const lyh_coding *left = a->before ? a->before : a->after;
    const lyh_coding *right = b->before ? b->before : b->after;
    int start = order(left->start, right->start), end = order(left->end, right->end);
    int code = order(left->code, right->code);
    return start ? start : end ? end : code ? code : order(a->effect, b->effect);
}

static GArray *sorted(const lyh_difference *difference, const lyh_codings *codings,
                      bool are_old)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(either));
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        either one = { .coding = lyh_codings_at(codings, i) };
        size_t now =
            are_old ? lyh_difference_new_code(difference, one.coding->code) : LYH_NONE;
        one.code = !are_old          ? one.coding->code
                   : now != LYH_NONE ? now
                                     : G_MAXSIZE / 2 + one.coding->code;
        g_array_append_val(list, one);
    }
    g_array_sort(list, by_code_and_place);
    return list;
}

static either *at(GArray *list, guint index)
{
    return &g_array_index(list, either, index);
}

static void add(GArray *found, lyh_effect effect, const lyh_coding *before,
                const lyh_coding *after)
{
    const lyh_affected affected = { effect, before, after };
    g_array_append_val(found, affected);
}

static void compare(either *old, either *new, GArray *found)
{
    const lyh_coding *before = old->coding, *after = new->coding;
    old->is_used = new->is_used = true;
    if (before->polarity != after->polarity)
        add(found, LYH_EFFECT_POLARITY, before, after);
    else if (before->state != after->state)
        add(found, LYH_EFFECT_STATE, before, after);
    else if (before->start != after->start || before->end != after->end)
        add(found, LYH_EFFECT_SPAN, before, after);
}

/* Both lists are sorted: one way through them finds what stands at the same words. */
static void pair_same(GArray *old, GArray *new, GArray *found)
{
    for (guint i = 0, j = 0; i < old->len && j < new->len;) {
        gint way = by_code_and_place(at(old, i), at(new, j));
        if (way == 0)
            compare(at(old, i), at(new, j), found);
        i += way <= 0;
        j += way >= 0;
    }
}

static guint next_open(GArray *list, guint index)
{
    while (index < list->len && at(list, index)->is_used)
        index++;
    return index;
}

static void pair_overlapping(GArray *old, GArray *new, GArray *found)
{
    guint i = next_open(old, 0), j = next_open(new, 0);
    while (i < old->len && j < new->len) {
        either *a = at(old, i), *b = at(new, j);
        bool is_before =
            a->code < b->code || (a->code == b->code && a->coding->end <= b->coding->start);
        bool is_behind =
            b->code < a->code || (a->code == b->code && b->coding->end <= a->coding->start);
        if (!is_before && !is_behind)
            compare(a, b, found);
        i = next_open(old, is_before ? i + 1 : i);
        j = next_open(new, is_behind ? j + 1 : j);
    }
}

static void add_rest(GArray *old, GArray *new, GArray *found)
{
    for (guint i = next_open(old, 0); i < old->len; i = next_open(old, i + 1))
        add(found, LYH_EFFECT_LOST, at(old, i)->coding, NULL);
    for (guint i = next_open(new, 0); i < new->len; i = next_open(new, i + 1))
        add(found, LYH_EFFECT_NEW, NULL, at(new, i)->coding);
}

void lyh_affected_find(const lyh_difference *difference, const lyh_codings *before,
                       const lyh_codings *after,
                       void (*taker)(void *user, const lyh_affected *affected), void *user)
{
    g_autoptr(GArray) old = sorted(difference, before, true);
    g_autoptr(GArray) new = sorted(difference, after, false);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(lyh_affected));
    pair_same(old, new, found);
    pair_overlapping(old, new, found);
    add_rest(old, new, found);
    g_array_sort(found, by_place);
    for (guint i = 0; i < found->len; i++)
        taker(user, &g_array_index(found, lyh_affected, i));
}
