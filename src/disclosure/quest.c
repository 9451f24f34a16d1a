#include "quest.h"

/* So many columns at most: with more persons fewer, or no, changed lines are tried, and then nothing. */
#define MOST_COLUMNS 2500

/* A number that is printed, unless it is hidden. */
typedef struct printed {
    const release_layer *layer;
    size_t index;
    lyh_line line;
    int row; /* of the programme */
    size_t count;
} printed;

/* Of these numbers, all of them shown, it follows that no world gives a line more (@sign 1), or fewer (-1). */
typedef struct proof {
    lyh_line line;
    int sign;
    GArray *of; /* guint: places in what is printed */
} proof;

static void proof_free(void *data)
{
    g_array_unref(((proof *)data)->of);
    g_free(data);
}

static void take_cells(quest *sought)
{
    const code_family *family = sought->family;
    g_autoptr(GString) key = g_string_new(NULL);
    sought->cells = cells_new(family->release->persons);
    for (size_t person = 0; person < family->release->persons; person++) {
        g_string_printf(key, "%d", sought->target->in[person]);
        for (guint i = 0; i < family->release->layers->len; i++) {
            const release_layer *layer = family->release->layers->pdata[i];
            if (layer->time <= family->now)
                g_string_append_printf(key, " %zx", layer->of[person] + 1);
        }
        cells_add(&sought->cells, person, key->str);
    }
}

static int column_of(const quest *sought, size_t cell, size_t profile)
{
    return (int)(cell * sought->width + profile) + 1;
}

/* ---- what a reader knows ---- */

static void print_sum(const quest *sought, const release_layer *layer, size_t part,
                      size_t index, lyh_line line, size_t count)
{
    programme_begin(sought->sums);
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++) {
        if (layer && layer->of[cells_first(&sought->cells, cell)] != part)
            continue;
        for (size_t i = 0; i < sought->width; i++)
            if (profiles_say(&sought->profiles, i, index, line))
                programme_term(sought->sums, column_of(sought, cell, i), 1);
    }
    printed one = { layer, index, line, programme_end(sought->sums, GLP_FX, (double)count),
                    count };
    if (layer)
        g_array_append_val(sought->printed, one);
}

/* The last part of a layer of everybody is what is left of the total. */
static void print_sums(const quest *sought, size_t index, lyh_line line)
{
    const code_family *family = sought->family;
    size_t total = family_code_at(family, index)->totals[line];
    print_sum(sought, NULL, 0, index, line, total);
    for (guint i = 0; i < family->release->layers->len && total > 0; i++) {
        const release_layer *layer = family->release->layers->pdata[i];
        if (layer->time > family->now)
            continue;
        size_t parts = layer->count - (layer->within == LYH_NONE);
        for (size_t part = 0; part < parts; part++)
            print_sum(sought, layer, part, index, line,
                      family_count(family, layer, part, index, line));
    }
}

/* No more than it has hits of its own say a code without one below it. */
static void limit_own(const quest *sought, size_t index, lyh_line line)
{
    const family_code *code = family_code_at(sought->family, index);
    if (code->children->len == 0 || code->own[line] == LYH_NONE)
        return;
    programme_begin(sought->sums);
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++)
        for (size_t i = 0; i < sought->width; i++)
            if (profiles_say_own(&sought->profiles, i, index, line))
                programme_term(sought->sums, column_of(sought, cell, i), 1);
    programme_end(sought->sums, GLP_UP, (double)code->own[line]);
}

static void print_both(const quest *sought, size_t index)
{
    programme_begin(sought->sums);
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++)
        for (size_t i = 0; i < sought->width; i++)
            if (profiles_say(&sought->profiles, i, index, LYH_LINE_PLUS) &&
                profiles_say(&sought->profiles, i, index, LYH_LINE_MINUS))
                programme_term(sought->sums, column_of(sought, cell, i), 1);
    programme_end(sought->sums, GLP_FX,
                  (double)family_code_at(sought->family, index)->both);
}

static void tell_code(const quest *sought, size_t index)
{
    for (lyh_line line = 0; line < LYH_LINE_COUNT; line++) {
        bool is_any = line == LYH_LINE_ANY && (sought->lines & JUDGING);
        if (!is_any && !(sought->lines & BIT(line)))
            continue;
        print_sums(sought, index, line);
        if (!is_any)
            limit_own(sought, index, line);
    }
    if (sought->lines & JUDGING)
        print_both(sought, index);
}

static void make_programme(quest *sought)
{
    sought->sums = programme_new();
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++) {
        size_t size = cells_size(&sought->cells, cell);
        programme_add_columns(sought->sums, sought->width, (double)size, true);
        programme_begin(sought->sums);
        for (size_t i = 0; i < sought->width; i++)
            programme_term(sought->sums, column_of(sought, cell, i), 1);
        programme_end(sought->sums, GLP_FX, (double)size);
    }
    for (guint i = 0; i < sought->family->codes->len; i++)
        tell_code(sought, i);
    for (size_t i = 0; i < sought->family->release->persons; i++)
        programme_prefer(sought->sums,
                         column_of(sought, sought->cells.of[i], sought->profiles.of[i]));
}

quest *quest_new(code_family *family, const release_target *target, size_t index,
                 unsigned char lines)
{
    quest *sought = g_new0(quest, 1);
    *sought = (quest){ .family = family,
                       .target = target,
                       .index = index,
                       .now = family->now,
                       .lines = lines };
    sought->printed = g_array_new(FALSE, FALSE, sizeof(printed));
    sought->proofs = g_ptr_array_new_with_free_func(proof_free);
    take_cells(sought);
    sought->profiles = profiles_new(family, index, lines);
    sought->width = sought->profiles.all->len;
    if (sought->cells.sizes->len * sought->width > MOST_COLUMNS)
        sought->width = sought->profiles.common;
    if (sought->cells.sizes->len * sought->width <= MOST_COLUMNS)
        make_programme(sought);
    return sought;
}

void quest_free(quest *sought)
{
    if (!sought)
        return;
    cells_clear(&sought->cells);
    profiles_clear(&sought->profiles);
    g_array_unref(sought->printed);
    g_ptr_array_unref(sought->proofs);
    programme_free(sought->sums);
    g_free(sought);
}

/* ---- what is proved ---- */

static bool is_shown(const quest *sought, guint place)
{
    const printed *one = &g_array_index(sought->printed, printed, place);
    return family_shows(sought->family, one->layer, one->index) & BIT(one->line);
}

static const proof *find_proof(const quest *sought, lyh_line line, int sign)
{
    for (guint i = sought->proofs->len; i > 0; i--) {
        const proof *known = sought->proofs->pdata[i - 1];
        bool stands = known->line == line && known->sign == sign;
        for (guint k = 0; stands && k < known->of->len; k++)
            stands = is_shown(sought, g_array_index(known->of, guint, k));
        if (stands)
            return known;
    }
    return NULL;
}

static void keep_proof(const quest *sought, lyh_line line, int sign)
{
    const GArray *rows = sought->sums->blamed;
    proof *one = g_new(proof, 1);
    *one = (proof){ line, sign, g_array_new(FALSE, FALSE, sizeof(guint)) };
    for (guint i = 0; i < sought->printed->len; i++)
        for (guint k = 0; k < rows->len; k++)
            if (g_array_index(rows, int, k) ==
                g_array_index(sought->printed, printed, i).row)
                g_array_append_val(one->of, i);
    g_ptr_array_add(sought->proofs, one);
}

static void blame(const quest *sought, const proof *known)
{
    for (guint i = 0; i < known->of->len; i++) {
        const printed *one =
            &g_array_index(sought->printed, printed, g_array_index(known->of, guint, i));
        family_blame(sought->family, one->layer, one->index, BIT(one->line));
    }
}

/* ---- what is asked ---- */

static void tell_shown(const quest *sought)
{
    for (guint i = 0; i < sought->printed->len; i++) {
        const printed *one = &g_array_index(sought->printed, printed, i);
        programme_know(sought->sums, one->row, is_shown(sought, i), (double)one->count);
    }
}

static void ask_of(const quest *sought, lyh_line line)
{
    programme_begin(sought->sums);
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++)
        for (size_t i = 0;
             sought->target->in[cells_first(&sought->cells, cell)] && i < sought->width;
             i++)
            if (profiles_say(&sought->profiles, i, sought->index, line))
                programme_term(sought->sums, column_of(sought, cell, i), 1);
}

bool quest_has_proof(const quest *sought, lyh_line line, int sign)
{
    return find_proof(sought, line, sign) != NULL;
}

lyh_derivable quest_ask(quest *sought, lyh_line line, int sign, size_t said)
{
    tell_shown(sought);
    ask_of(sought, line);
    programme_ask(sought->sums);
    lyh_derivable answer = programme_answer_one_way(sought->sums, sign, (double)said);
    sought->family->tried += programme_cost(sought->sums);
    if (answer == LYH_DERIVABLE_YES && sought->sums->blamed->len > 0)
        keep_proof(sought, line, sign);
    return answer;
}

void quest_blame(const quest *sought, lyh_line line)
{
    const proof *more = find_proof(sought, line, 1), *less = find_proof(sought, line, -1);
    if (!more || !less)
        return;
    blame(sought, more);
    blame(sought, less);
}
