#include <lyhord/disclosure/question.h>

#include <string.h>

#include "cells.h"
#include "hiding.h"
#include "programme.h"

/* With more alternatives that may go together than this, only what people chose is thought of. */
#define MOST_TOGETHER 6
/* What a question's programmes may cost together, each the square of its columns; then witnesses alone are sought. */
#define MOST_COST 1e6

/*
 * A kind of person is the set of rows that count them: of a question with one answer each a kind for every
 * alternative, of others for every set of alternatives.
 */
typedef struct answered {
    lyh_release *release;
    const lyh_release_question *question;
    size_t rows, now;
    GPtrArray *kinds; /* bool *, by row */
    size_t *kind_of;  /* by person */
    size_t *totals;   /* by row */
    double cost;      /* of the programmes so far */
} answered;

/* What is to be made safe. */
typedef struct secret {
    answered *asked;
    const release_target *target;
    size_t row;
} secret;

/* ---- kinds of persons ---- */

static size_t kind_of_rows(answered *asked, const bool *rows)
{
    for (guint i = 0; i < asked->kinds->len; i++)
        if (memcmp(asked->kinds->pdata[i], rows, asked->rows * sizeof *rows) == 0)
            return i;
    g_ptr_array_add(asked->kinds, g_memdup2(rows, asked->rows * sizeof *rows));
    return asked->kinds->len - 1;
}

static size_t kind_of_chosen(answered *asked, const bool *chosen)
{
    const lyh_release_question *question = asked->question;
    g_autofree bool *rows = g_new0(bool, asked->rows + 1);
    for (size_t row = 0; row < asked->rows; row++)
        for (size_t i = 0; i < question->alternatives; i++)
            rows[row] |= chosen[i] && question->holds(question->user, row, i);
    return kind_of_rows(asked, rows);
}

static void add_kinds_nobody_has(answered *asked)
{
    size_t count = asked->question->alternatives;
    g_autofree bool *chosen = g_new0(bool, count + 1);
    for (size_t i = 0; i < count; i++) {
        chosen[i] = true;
        kind_of_chosen(asked, chosen);
        chosen[i] = false;
    }
    if (asked->question->is_exclusive || count > MOST_TOGETHER)
        return;
    for (unsigned set = 1; set < 1u << count; set++) {
        for (size_t i = 0; i < count; i++)
            chosen[i] = (set >> i) & 1;
        kind_of_chosen(asked, chosen);
    }
}

static void take_answers(answered *asked)
{
    const lyh_release_question *question = asked->question;
    g_autofree bool *chosen = g_new0(bool, question->alternatives + 1);
    asked->kinds = g_ptr_array_new_with_free_func(g_free);
    asked->kind_of = g_new0(size_t, asked->release->persons + 1);
    asked->totals = g_new0(size_t, asked->rows + 1);
    for (size_t person = 0; person < asked->release->persons; person++) {
        for (size_t i = 0; i < question->alternatives; i++)
            chosen[i] = question->chose(question->user, person, i);
        asked->kind_of[person] = kind_of_chosen(asked, chosen);
        const bool *rows = asked->kinds->pdata[asked->kind_of[person]];
        for (size_t row = 0; row < asked->rows; row++)
            asked->totals[row] += rows[row];
    }
    add_kinds_nobody_has(asked);
}

static void answered_clear(answered *asked)
{
    g_ptr_array_unref(asked->kinds);
    g_free(asked->kind_of);
    g_free(asked->totals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(answered, answered_clear)

static const bool *rows_of(const answered *asked, size_t person)
{
    return asked->kinds->pdata[asked->kind_of[person]];
}

static release_layer *layer_at(const answered *asked, guint index)
{
    return asked->release->layers->pdata[index];
}

static bool shows(const answered *asked, const release_layer *layer, size_t row)
{
    return layer->time <= asked->now && !layer->hidden[row];
}

static size_t count_in(const answered *asked, const release_layer *layer, size_t part,
                       size_t row)
{
    size_t count = 0;
    for (size_t person = 0; person < asked->release->persons; person++)
        count += layer->of[person] == part && rows_of(asked, person)[row];
    return count;
}

/* ---- another way ---- */

static bool may_exchange(const answered *asked, size_t one, size_t other)
{
    const bool *mine = rows_of(asked, one), *theirs = rows_of(asked, other);
    for (guint i = 0; i < asked->release->layers->len; i++) {
        const release_layer *layer = layer_at(asked, i);
        for (size_t row = 0; layer->of[one] != layer->of[other] && row < asked->rows; row++)
            if (mine[row] != theirs[row] && shows(asked, layer, row))
                return false;
    }
    return true;
}

/* Two persons who could have given each other's answer. */
static bool has_witness(const secret *kept)
{
    const answered *asked = kept->asked;
    for (guint i = 0; i < kept->target->persons->len; i++) {
        size_t one = g_array_index(kept->target->persons, size_t, i);
        for (size_t other = 0; other < asked->release->persons; other++)
            if (!kept->target->in[other] &&
                rows_of(asked, one)[kept->row] != rows_of(asked, other)[kept->row] &&
                may_exchange(asked, one, other))
                return true;
    }
    return false;
}

static cells cells_of(const secret *kept)
{
    const answered *asked = kept->asked;
    cells some = cells_new(asked->release->persons);
    g_autoptr(GString) key = g_string_new(NULL);
    for (size_t person = 0; person < asked->release->persons; person++) {
        g_string_printf(key, "%d", kept->target->in[person]);
        for (guint i = 0; i < asked->release->layers->len; i++)
            if (layer_at(asked, i)->time <= asked->now)
                g_string_append_printf(key, " %zx", layer_at(asked, i)->of[person] + 1);
        cells_add(&some, person, key->str);
    }
    return some;
}

static int column_of(const answered *asked, size_t cell, size_t kind)
{
    return (int)(cell * asked->kinds->len + kind) + 1;
}

/* It is printed that of @part of @layer (NULL: of all) so many are counted by @row. */
static void print_sum(const answered *asked, const cells *some, programme *sums,
                      const release_layer *layer, size_t part, size_t row)
{
    programme_begin(sums);
    for (size_t cell = 0; cell < some->sizes->len; cell++) {
        if (layer && layer->of[cells_first(some, cell)] != part)
            continue;
        for (guint kind = 0; kind < asked->kinds->len; kind++)
            if (((const bool *)asked->kinds->pdata[kind])[row])
                programme_term(sums, column_of(asked, cell, kind), 1);
    }
    size_t count = layer ? count_in(asked, layer, part, row) : asked->totals[row];
    programme_end(sums, GLP_FX, (double)count);
}

static programme *programme_of(const answered *asked, const cells *some)
{
    programme *sums = programme_new();
    for (size_t cell = 0; cell < some->sizes->len; cell++) {
        size_t size = cells_size(some, cell);
        programme_add_columns(sums, asked->kinds->len, (double)size, true);
        programme_begin(sums);
        for (guint kind = 0; kind < asked->kinds->len; kind++)
            programme_term(sums, column_of(asked, cell, kind), 1);
        programme_end(sums, GLP_FX, (double)size);
    }
    for (size_t row = 0; row < asked->rows; row++) {
        print_sum(asked, some, sums, NULL, 0, row);
        for (guint i = 0; i < asked->release->layers->len; i++) {
            const release_layer *layer = layer_at(asked, i);
            for (size_t part = 0; shows(asked, layer, row) && part < layer->count; part++)
                print_sum(asked, some, sums, layer, part, row);
        }
    }
    return sums;
}

static lyh_derivable derivable(const secret *kept)
{
    const answered *asked = kept->asked;
    g_auto(cells) some = cells_of(kept);
    if ((size_t)some.sizes->len * asked->kinds->len > PROGRAMME_MOST_COLUMNS)
        return LYH_DERIVABLE_UNSURE;
    g_autoptr(programme) sums = programme_of(asked, &some);
    size_t count = 0;
    for (guint i = 0; i < kept->target->persons->len; i++)
        count += rows_of(asked, g_array_index(kept->target->persons, size_t, i))[kept->row];
    programme_begin(sums);
    for (size_t cell = 0; cell < some.sizes->len; cell++)
        for (guint kind = 0;
             kept->target->in[cells_first(&some, cell)] && kind < asked->kinds->len; kind++)
            if (((const bool *)asked->kinds->pdata[kind])[kept->row])
                programme_term(sums, column_of(asked, cell, kind), 1);
    return programme_answer(sums, (double)count);
}

/* May one more programme be tried? In a large question more is hidden than must be. */
static bool may_try(const secret *kept)
{
    answered *asked = kept->asked;
    g_auto(cells) some = cells_of(kept);
    double columns = (double)some.sizes->len * asked->kinds->len;
    if (asked->cost + columns * columns > MOST_COST)
        return false;
    asked->cost += columns * columns;
    return true;
}

static bool is_safe(const void *user)
{
    return has_witness(user) || (may_try(user) && derivable(user) == LYH_DERIVABLE_NO);
}

/* ---- hiding ---- */

static bool tells_all(const answered *asked, const release_layer *layer, size_t row)
{
    const lyh_release_question *question = asked->question;
    for (size_t part = 0; part < layer->count; part++) {
        size_t count = count_in(asked, layer, part, row);
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
            if (layer_at(asked, i)->time == asked->now &&
                tells_all(asked, layer_at(asked, i), row))
                layer_at(asked, i)->hidden[row] = ALL_LINES;
}

static void add_row(const secret *kept, size_t row, GArray *rows)
{
    const answered *asked = kept->asked;
    for (guint i = asked->release->layers->len; i > 0; i--) {
        hidable one = { layer_at(asked, i - 1), row, ALL_LINES };
        if (one.layer->time == asked->now && shows(asked, one.layer, row))
            g_array_append_val(rows, one);
    }
}

/* The secret's own row first, in the newest split; then the others. */
static void keep(const secret *kept)
{
    const answered *asked = kept->asked;
    size_t total = asked->totals[kept->row];
    if (total == 0 || total == asked->release->persons || is_safe(kept))
        return;
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(hidable));
    add_row(kept, kept->row, rows);
    guint alone = rows->len;
    for (size_t row = 0; row < asked->rows; row++)
        if (row != kept->row)
            add_row(kept, row, rows);
    hiding_set(rows, rows->len);
    lyh_derivable at_best = has_witness(kept) ? LYH_DERIVABLE_NO : derivable(kept);
    asked->release->is_unsure |= at_best == LYH_DERIVABLE_UNSURE;
    if (at_best == LYH_DERIVABLE_YES)
        hiding_set(rows, 0); /* it is out already */
    else if (at_best == LYH_DERIVABLE_NO && rows->len > 0) {
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
    g_auto(answered)
        asked = { .release = release, .question = question, .rows = question->rows };
    take_answers(&asked);
    size_t last = split_count > 0 ? splits[split_count - 1].time : 0;
    for (asked.now = 0; asked.now <= last; asked.now++)
        protect(&asked);
    return release;
}

bool lyh_release_hides_values(const lyh_release *release, size_t split, size_t part)
{
    for (size_t row = 0; row < release->codes; row++)
        if (lyh_release_hides(release, split, part, row, LYH_LINE_ANY))
            return true;
    return false;
}
