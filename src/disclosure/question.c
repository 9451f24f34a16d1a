#include <lyhord/disclosure/question.h>

#include <string.h>

#include "answered.h"
#include "hiding.h"

/* What a question's programmes may cost together, in steps times size; then exchanges alone are sought. */
#define MOST_COST 1e7
/* What they may cost beyond that, of groups that may be shown after all: those left are hidden with the others. */
#define MOST_OPENING 5e6

static bool is_safe(const void *user)
{
    const secret *kept = user;
    return answered_has_exchange(kept, true) ||
           (kept->asked->cost < MOST_COST && answered_derivable(kept) == LYH_DERIVABLE_NO);
}

/* ---- hiding ---- */

static bool is_accepted(const answered *asked, const release_layer *layer, size_t part,
                        size_t row)
{
    const lyh_release_question *question = asked->question;
    return question->accepts && question->accepts(question->user, layer->names[part], row);
}

/* Of everyone none or all is the finding, and told. */
static bool is_told(const answered *asked, size_t row)
{
    return asked->totals[row] == 0 || asked->totals[row] == asked->release->persons;
}

/* None or all of a merged group tells of each group in it. */
static bool is_none_or_all(const answered *asked, const release_layer *layer, size_t part,
                           size_t row)
{
    size_t count = answered_count(asked, layer, part, row);
    return layer->is_merged[part] && (count == 0 || count == layer->sizes[part]) &&
           !is_told(asked, row);
}

static bool tells_all(const answered *asked, const release_layer *layer, size_t row)
{
    for (size_t part = 0; part < layer->count; part++)
        if (is_none_or_all(asked, layer, part, row) &&
            !is_accepted(asked, layer, part, row))
            return true;
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
        if (one.layer->time == asked->now && !one.layer->hidden[row] &&
            is_own(kept, one.layer) == own)
            g_array_append_val(rows, one);
    }
}

/* ---- what somebody has accepted ---- */

/* The alternatives of @row, or all but these. */
static void take_away(const answered *asked, size_t row, bool own, bool *gone)
{
    const lyh_release_question *question = asked->question;
    for (size_t i = 0; i < question->alternatives; i++)
        gone[i] |= question->holds(question->user, row, i) == own;
}

/* Are all alternatives of @row (@own), or all others, among those that are @gone? */
static bool is_gone(const answered *asked, size_t row, bool own, const bool *gone)
{
    const lyh_release_question *question = asked->question;
    for (size_t i = 0; i < question->alternatives; i++)
        if (question->holds(question->user, row, i) == own && !gone[i])
            return false;
    return true;
}

/* All who are of @from are of @row. */
static bool is_within(const answered *asked, size_t from, size_t row)
{
    const lyh_release_question *question = asked->question;
    for (size_t i = 0; i < question->alternatives; i++)
        if (question->holds(question->user, from, i) &&
            !question->holds(question->user, row, i))
            return false;
    return true;
}

/*
 * Does the count follow from figures of groups around the hidden one that somebody has accepted? What is none leaves
 * its alternatives to nobody, and with one answer each what is all leaves the others to nobody.
 */
static bool is_given_away(const secret *kept)
{
    const answered *asked = kept->asked;
    size_t person = g_array_index(kept->target->persons, size_t, 0);
    g_autofree bool *gone = g_new0(bool, asked->question->alternatives + 1);
    bool is_all = false;
    for (guint i = 0; asked->question->accepts && i < asked->release->layers->len; i++) {
        const release_layer *layer = answered_layer(asked, i);
        size_t part = layer->of[person];
        for (size_t row = 0; part != NO_PART && layer->time <= asked->now &&
                             is_own(kept, layer) && row < asked->rows;
             row++) {
            if (!is_none_or_all(asked, layer, part, row) ||
                !is_accepted(asked, layer, part, row))
                continue;
            bool is_none = answered_count(asked, layer, part, row) == 0;
            if (is_none || asked->question->is_exclusive)
                take_away(asked, row, is_none, gone);
            is_all = is_all || (!is_none && is_within(asked, row, kept->row));
        }
    }
    return is_all || is_gone(asked, kept->row, true, gone) ||
           (asked->question->is_exclusive && is_gone(asked, kept->row, false, gone));
}

/* ---- which rows ---- */

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

/* Hide what has to be hidden for it; true: it is safe, and is to stay so. Of the rest nothing is lost. */
static bool is_made_safe(const secret *kept)
{
    const answered *asked = kept->asked;
    if (is_told(asked, kept->row) || is_given_away(kept))
        return false;
    if (is_safe(kept))
        return true;
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
    return best == LYH_DERIVABLE_NO;
}

static void protect(answered *asked)
{
    const GPtrArray *targets = asked->release->targets;
    hide_none_and_all(asked);
    for (guint i = 0; i < targets->len; i++) {
        const release_target *target = targets->pdata[i];
        for (size_t row = 0; target->time <= asked->now && row < asked->rows; row++) {
            const secret kept = { asked, target, row };
            if (is_made_safe(&kept))
                g_array_append_val(asked->kept, kept);
        }
    }
}

/* ---- groups that may be shown after all ---- */

/* A group's figure in a hidden row. */
typedef struct figure {
    release_layer *layer;
    size_t part, row;
} figure;

static bool *opened(const figure *one)
{
    return &one->layer->opened[one->row * one->layer->count + one->part];
}

static gint by_size(gconstpointer one, gconstpointer other)
{
    const figure *a = one, *b = other;
    size_t more = b->layer->sizes[b->part], less = a->layer->sizes[a->part];
    if (less != more)
        return less < more ? 1 : -1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->layer != b->layer)
        return a->layer->number < b->layer->number ? -1 : 1;
    return a->part < b->part ? -1 : a->part > b->part;
}

/* Of large groups first: most is won with them. figure. */
static GArray *figures_to_open(const answered *asked)
{
    GArray *some = g_array_new(FALSE, FALSE, sizeof(figure));
    for (guint i = 0; i < asked->release->layers->len; i++)
        for (size_t row = 0; row < asked->rows; row++) {
            release_layer *layer = answered_layer(asked, i);
            for (size_t part = 0;
                 layer->time == asked->now && layer->hidden[row] && part < layer->count;
                 part++) {
                const figure one = { layer, part, row };
                if (!is_none_or_all(asked, layer, part, row))
                    g_array_append_val(some, one);
            }
        }
    g_array_sort(some, by_size);
    return some;
}

/* What was found unsafe is asked first the next time: it is likely to be so again. */
static bool are_safe(GArray *secrets)
{
    for (guint i = 0; i < secrets->len; i++) {
        secret one = g_array_index(secrets, secret, i);
        if (is_safe(&one))
            continue;
        g_array_remove_index(secrets, i);
        g_array_prepend_val(secrets, one);
        return false;
    }
    return true;
}

/* A row that went for all groups of a split is shown for those of them that tell nothing. */
static void open_groups(answered *asked)
{
    if (asked->release->is_unsure)
        return;
    g_autoptr(GArray) figures = figures_to_open(asked);
    if (figures->len == 0)
        return;
    double before = asked->cost;
    asked->cost = 0;
    for (guint i = 0; i < figures->len && asked->cost < MOST_OPENING; i++) {
        bool *is_open = opened(&g_array_index(figures, figure, i));
        *is_open = true;
        *is_open = are_safe(asked->kept);
    }
    asked->cost = before;
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
        open_groups(&asked);
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
