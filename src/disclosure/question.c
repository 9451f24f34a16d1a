#include <lyhord/disclosure/question.h>

#include <string.h>

#include "answered.h"
#include "hiding.h"

/* What a question's programmes may cost together, in steps times size; then exchanges alone are sought. */
#define MOST_COST 1e7

static bool is_safe(const void *user)
{
    const secret *kept = user;
    return answered_has_exchange(kept, true) ||
           (kept->asked->cost < MOST_COST && answered_derivable(kept) == LYH_DERIVABLE_NO);
}

/* ---- hiding ---- */

static bool tells_all(const answered *asked, const release_layer *layer, size_t row)
{
    const lyh_release_question *question = asked->question;
    for (size_t part = 0; part < layer->count; part++) {
        size_t count = answered_count(asked, layer, part, row);
        if (layer->is_merged[part] && (count == 0 || count == layer->sizes[part]) &&
            asked->totals[row] > 0 && asked->totals[row] < asked->release->persons &&
            !(question->accepts &&
              question->accepts(question->user, layer->names[part], row)))
            return true;
    }
    return false;
}

static void hide_none_and_all(const answered *asked)
{
    for (guint i = 0; i < asked->release->layers->len; i++)
        for (size_t row = 0; row < asked->rows; row++)
            if (answered_layer(asked, i)->time == asked->now &&
                tells_all(asked, answered_layer(asked, i), row))
                answered_layer(asked, i)->hidden[row] = ALL_LINES;
}

/* Is the group one of those that @layer shows as one? Then to hide there tells least of it. */
static bool is_own(const secret *kept, const release_layer *layer)
{
    const GArray *persons = kept->target->persons;
    size_t part = layer->of[g_array_index(persons, size_t, 0)];
    for (guint i = 0; i < persons->len; i++)
        if (layer->of[g_array_index(persons, size_t, i)] != part)
            return false;
    return part != NO_PART && layer->is_merged[part];
}

static void add_row(const secret *kept, bool own, size_t row, GArray *rows)
{
    const answered *asked = kept->asked;
    for (guint i = asked->release->layers->len; i > 0; i--) {
        hidable one = { answered_layer(asked, i - 1), row, ALL_LINES };
        if (one.layer->time == asked->now && answered_shows(asked, one.layer, row) &&
            is_own(kept, one.layer) == own)
            g_array_append_val(rows, one);
    }
}

static gint by_total(gconstpointer one, gconstpointer other, gpointer data)
{
    const answered *asked = data;
    size_t a = *(const size_t *)one, b = *(const size_t *)other;
    if (asked->totals[a] != asked->totals[b])
        return asked->totals[a] < asked->totals[b] ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Rows that fewest are counted by first: least is lost with them. size_t. */
static GArray *rows_by_total(answered *asked)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t row = 0; row < asked->rows; row++)
        g_array_append_val(all, row);
    g_array_sort_with_data(all, by_total, asked);
    return all;
}

/*
 * What could be hidden, hidable: the secret's own row first, in the splits that show its group with others and
 * in the newest; then the others, in the same way. The first @alone are the own row.
 */
static GArray *rows_to_hide(const secret *kept, guint *alone)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(hidable));
    g_autoptr(GArray) all = rows_by_total(kept->asked);
    add_row(kept, true, kept->row, rows);
    add_row(kept, false, kept->row, rows);
    *alone = rows->len;
    for (int own = 1; own >= 0; own--)
        for (guint i = 0; i < all->len; i++)
            if (g_array_index(all, size_t, i) != kept->row)
                add_row(kept, own, g_array_index(all, size_t, i), rows);
    return rows;
}

/* With all hidden that may be. */
static lyh_derivable at_best(const secret *kept)
{
    if (answered_has_exchange(kept, true))
        return LYH_DERIVABLE_NO;
    return kept->asked->cost < MOST_COST ? answered_derivable(kept) : LYH_DERIVABLE_UNSURE;
}

static void keep(const secret *kept)
{
    const answered *asked = kept->asked;
    size_t total = asked->totals[kept->row];
    if (total == 0 || total == asked->release->persons || is_safe(kept))
        return;
    guint alone;
    g_autoptr(GArray) rows = rows_to_hide(kept, &alone);
    hiding_set(rows, rows->len);
    lyh_derivable best = at_best(kept);
    asked->release->is_unsure |= best == LYH_DERIVABLE_UNSURE;
    if (best == LYH_DERIVABLE_YES)
        hiding_set(rows, 0); /* it is out already */
    else if (best == LYH_DERIVABLE_NO && rows->len > 0) {
        hiding_set(rows, 0);
        hiding_least(rows, alone, is_safe, NULL, kept);
    }
}

static void protect(answered *asked)
{
    const GPtrArray *targets = asked->release->targets;
    hide_none_and_all(asked);
    for (guint i = 0; i < targets->len; i++) {
        const release_target *target = targets->pdata[i];
        for (size_t row = 0; target->time <= asked->now && row < asked->rows; row++)
            keep(&(secret){ asked, target, row });
    }
}

static void hide_everything(lyh_release *release)
{
    for (guint i = 0; i < release->layers->len; i++) {
        release_layer *layer = release->layers->pdata[i];
        memset(layer->hidden, ALL_LINES, release->codes);
    }
    release->is_unsure = true;
}

lyh_release *lyh_release_of_question(size_t persons,
                                     const lyh_release_attribute *attributes,
                                     const lyh_release_split *splits, size_t split_count,
                                     const lyh_release_question *question, size_t threshold,
                                     const lyh_catalog *catalog)
{
    lyh_release *release = release_planned(persons, NULL, attributes, splits, split_count,
                                           question->rows, threshold, catalog);
    if (question->rows > LYH_QUESTION_ROWS_MAX) {
        hide_everything(release);
        return release;
    }
    g_auto(answered) asked;
    answered_init(&asked, release, question);
    size_t last = split_count > 0 ? splits[split_count - 1].time : 0;
    for (size_t now = 0; now <= last; now++) {
        answered_begin(&asked, now);
        protect(&asked);
    }
    return release;
}

bool lyh_release_hides_values(const lyh_release *release, size_t split, size_t part)
{
    for (size_t row = 0; row < release->codes; row++)
        if (lyh_release_hides(release, split, part, row, LYH_LINE_ANY))
            return true;
    return false;
}
