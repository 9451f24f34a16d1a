#include "worlds.h"

#include <string.h>

#include "cells.h"
#include "programme.h"

/* So many columns at most: with more persons fewer, or no, changed lines are tried, and then nothing. */
#define MOST_COLUMNS 2500

/* What somebody says of all codes of the family, in lines of one class. */
typedef struct profiles {
    GPtrArray *all;     /* unsigned char *, by code */
    GHashTable *places; /* GBytes -> number, from 1 */
    size_t *of;         /* by person */
    size_t common;      /* those that somebody has; then changed ones */
} profiles;

static void profiles_clear(profiles *some)
{
    g_ptr_array_unref(some->all);
    g_hash_table_unref(some->places);
    g_free(some->of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(profiles, profiles_clear)

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

/* What is sought: for one target, of one code, in lines of one class. */
typedef struct quest {
    code_family *family;
    const release_target *target;
    size_t index, now;
    unsigned char lines; /* of the class, but for any */
    cells cells;
    profiles profiles;
    size_t width; /* profiles that each cell may have */
    GArray *printed;
    GPtrArray *proofs; /* proof: that there is none, while so much is shown */
    programme *sums;   /* NULL: too large */
} quest;

static const unsigned char *profile_at(const quest *sought, size_t number)
{
    return sought->profiles.all->pdata[number];
}

static size_t add_profile(quest *sought, const unsigned char *profile)
{
    GBytes *key = g_bytes_new(profile, sought->family->codes->len);
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(sought->profiles.places, key));
    if (number > 0) {
        g_bytes_unref(key);
        return number - 1;
    }
    g_ptr_array_add(sought->profiles.all, g_memdup2(profile, sought->family->codes->len));
    g_hash_table_insert(sought->profiles.places, key,
                        GSIZE_TO_POINTER(sought->profiles.all->len));
    return sought->profiles.all->len - 1;
}

static void set_lines(const code_family *family, unsigned char *profile, size_t index,
                      unsigned char lines)
{
    const GArray *parents = family_code_at(family, index)->parents;
    profile[index] |= lines;
    for (guint i = 0; i < parents->len; i++)
        set_lines(family, profile, g_array_index(parents, size_t, i), lines);
}

static void clear_lines(const code_family *family, unsigned char *profile, size_t index,
                        unsigned char lines)
{
    const GArray *children = family_code_at(family, index)->children;
    profile[index] &= (unsigned char)~lines;
    for (guint i = 0; i < children->len; i++)
        clear_lines(family, profile, g_array_index(children, size_t, i), lines);
}

/* As somebody has it, but for the code that is asked about, and what must go with it. */
static void add_changed(quest *sought, size_t number)
{
    const code_family *family = sought->family;
    g_autofree unsigned char *profile = g_new(unsigned char, family->codes->len);
    for (unsigned char lines = sought->lines;; lines = (lines - 1) & sought->lines) {
        memcpy(profile, profile_at(sought, number), family->codes->len);
        clear_lines(family, profile, sought->index, sought->lines & (unsigned char)~lines);
        set_lines(family, profile, sought->index, lines);
        add_profile(sought, profile);
        if (lines == 0)
            return;
    }
}

static void take_profiles(quest *sought)
{
    const code_family *family = sought->family;
    size_t persons = family->release->persons;
    g_autofree unsigned char *profile = g_new(unsigned char, family->codes->len);
    sought->profiles = (profiles){
        .all = g_ptr_array_new_with_free_func(g_free),
        .places = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                        (GDestroyNotify)g_bytes_unref, NULL),
        .of = g_new(size_t, persons + 1),
    };
    for (size_t person = 0; person < persons; person++) {
        for (guint i = 0; i < family->codes->len; i++)
            profile[i] = family_code_at(family, i)->lines[person] & sought->lines;
        sought->profiles.of[person] = add_profile(sought, profile);
    }
    sought->profiles.common = sought->profiles.all->len;
    for (size_t i = 0; i < sought->profiles.common; i++)
        add_changed(sought, i);
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

static bool says(const quest *sought, size_t profile, size_t index, lyh_line line)
{
    return family_with_any(profile_at(sought, profile)[index]) & BIT(line);
}

static void print_sum(const quest *sought, const release_layer *layer, size_t part,
                      size_t index, lyh_line line, size_t count)
{
    programme_begin(sought->sums);
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++) {
        if (layer && layer->of[cells_first(&sought->cells, cell)] != part)
            continue;
        for (size_t i = 0; i < sought->width; i++)
            if (says(sought, i, index, line))
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

static bool says_without_child(const quest *sought, size_t profile, size_t index,
                               lyh_line line)
{
    const GArray *children = family_code_at(sought->family, index)->children;
    for (guint i = 0; i < children->len; i++)
        if (says(sought, profile, g_array_index(children, size_t, i), line))
            return false;
    return says(sought, profile, index, line);
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
            if (says_without_child(sought, i, index, line))
                programme_term(sought->sums, column_of(sought, cell, i), 1);
    programme_end(sought->sums, GLP_UP, (double)code->own[line]);
}

static void print_both(const quest *sought, size_t index)
{
    programme_begin(sought->sums);
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++)
        for (size_t i = 0; i < sought->width; i++)
            if (says(sought, i, index, LYH_LINE_PLUS) &&
                says(sought, i, index, LYH_LINE_MINUS))
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

/* ---- what is found ---- */

typedef struct world {
    unsigned char *breaks;  /* by layer and code: lines of which a part has another count */
    unsigned char *differs; /* by target and code: lines of which it has another count */
} world;

void worlds_free_one(void *data)
{
    world *found = data;
    g_free(found->breaks);
    g_free(found->differs);
    g_free(found);
}

/* Who says what: in each cell those who can keep their own profile do. */
static size_t *profiles_found(const quest *sought)
{
    size_t persons = sought->family->release->persons;
    size_t count = sought->cells.sizes->len * sought->width;
    g_autofree size_t *left = g_new(size_t, count + 1);
    size_t *given = g_new(size_t, persons + 1);
    for (size_t i = 0; i < count; i++)
        left[i] = programme_value(sought->sums, (int)i + 1);
    for (size_t person = 0; person < persons; person++) {
        size_t own = sought->profiles.of[person];
        size_t place = sought->cells.of[person] * sought->width + own;
        given[person] = left[place] > 0 ? own : LYH_NONE;
        left[place] -= left[place] > 0;
    }
    for (size_t person = 0; person < persons; person++) {
        size_t first = sought->cells.of[person] * sought->width, i = 0;
        if (given[person] != LYH_NONE)
            continue;
        while (i + 1 < sought->width && left[first + i] == 0)
            i++;
        g_assert(left[first + i] > 0);
        given[person] = i;
        left[first + i]--;
    }
    return given;
}

/* By how much each part's, or group's, count of a line changes: lines where it does. */
static unsigned char changed_lines(const quest *sought, const size_t *given, size_t index,
                                   const size_t *part_of, const bool *in, int *change,
                                   size_t parts)
{
    const family_code *code = family_code_at(sought->family, index);
    unsigned char of_class = sought->lines & JUDGING ? NOT_WISHES : BIT(LYH_LINE_WISH);
    memset(change, 0, parts * LYH_LINE_COUNT * sizeof *change);
    for (size_t person = 0; person < sought->family->release->persons; person++) {
        size_t part = part_of ? part_of[person] : in[person] ? 0 : NO_PART;
        if (part == NO_PART)
            continue;
        unsigned char was = family_with_any(code->lines[person]) & of_class;
        unsigned char is = family_with_any(profile_at(sought, given[person])[index]);
        for (lyh_line line = 0; was != is && line < LYH_LINE_COUNT; line++)
            change[part * LYH_LINE_COUNT + line] +=
                ((is & BIT(line)) != 0) - ((was & BIT(line)) != 0);
    }
    unsigned char lines = 0;
    for (size_t i = 0; i < parts * LYH_LINE_COUNT; i++)
        if (change[i] != 0)
            lines |= BIT(i % LYH_LINE_COUNT);
    return lines;
}

static void remember(const quest *sought)
{
    code_family *family = sought->family;
    const lyh_release *release = family->release;
    size_t codes = family->codes->len;
    g_autofree size_t *given = profiles_found(sought);
    world *found = g_new0(world, 1);
    found->breaks = g_new0(unsigned char, release->layers->len *codes + 1);
    found->differs = g_new0(unsigned char, release->targets->len *codes + 1);
    for (size_t index = 0; index < codes; index++) {
        for (guint i = 0; i < release->layers->len; i++) {
            const release_layer *layer = release->layers->pdata[i];
            g_autofree int *change = g_new(int, layer->count *LYH_LINE_COUNT + 1);
            found->breaks[i * codes + index] =
                changed_lines(sought, given, index, layer->of, NULL, change, layer->count);
        }
        for (guint i = 0; i < release->targets->len; i++) {
            const release_target *target = release->targets->pdata[i];
            int change[LYH_LINE_COUNT];
            found->differs[i * codes + index] =
                changed_lines(sought, given, index, NULL, target->in, change, 1);
        }
    }
    g_ptr_array_add(family->worlds, found);
}

static bool holds(const code_family *family, const world *known)
{
    size_t codes = family->codes->len;
    for (guint i = 0; i < family->release->layers->len; i++) {
        const release_layer *layer = family->release->layers->pdata[i];
        for (size_t index = 0; index < codes; index++)
            if (known->breaks[i * codes + index] & family_shows(family, layer, index))
                return false;
    }
    return true;
}

bool worlds_know(const code_family *family, const release_target *target, size_t index,
                 lyh_line line)
{
    size_t place = target->number * family->codes->len + index;
    for (guint i = family->worlds->len; i > 0; i--) {
        const world *known = family->worlds->pdata[i - 1];
        if ((known->differs[place] & BIT(line)) && holds(family, known))
            return true;
    }
    return false;
}

static quest *quest_new(code_family *family, const release_target *target, size_t index,
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
    take_profiles(sought);
    sought->width = sought->profiles.all->len;
    if (sought->cells.sizes->len * sought->width > MOST_COLUMNS)
        sought->width = sought->profiles.common;
    if (sought->cells.sizes->len * sought->width <= MOST_COLUMNS)
        make_programme(sought);
    return sought;
}

void worlds_free_quest(void *data)
{
    quest *sought = data;
    if (!sought)
        return;
    cells_clear(&sought->cells);
    profiles_clear(&sought->profiles);
    g_array_unref(sought->printed);
    g_ptr_array_unref(sought->proofs);
    programme_free(sought->sums);
    g_free(sought);
}

/* The quest that was made last is kept: of one group and code much is asked, one row more or less shown. */
static quest *quest_for(code_family *family, const release_target *target, size_t index,
                        unsigned char lines)
{
    quest *last = family->quest;
    if (last && last->target == target && last->index == index && last->lines == lines &&
        last->now == family->now)
        return last;
    worlds_free_quest(last);
    family->quest = quest_new(family, target, index, lines);
    return family->quest;
}

static void tell_shown(const quest *sought)
{
    for (guint i = 0; i < sought->printed->len; i++) {
        const printed *one = &g_array_index(sought->printed, printed, i);
        bool is_shown =
            family_shows(sought->family, one->layer, one->index) & BIT(one->line);
        programme_know(sought->sums, one->row, is_shown, (double)one->count);
    }
}

static void ask_of(const quest *sought, lyh_line line)
{
    programme_begin(sought->sums);
    for (size_t cell = 0; cell < sought->cells.sizes->len; cell++)
        for (size_t i = 0;
             sought->target->in[cells_first(&sought->cells, cell)] && i < sought->width;
             i++)
            if (says(sought, i, sought->index, line))
                programme_term(sought->sums, column_of(sought, cell, i), 1);
}

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

static bool seek_one_way(quest *sought, lyh_line line, int sign, size_t said)
{
    if (find_proof(sought, line, sign) || !family_may_try(sought->family))
        return false;
    tell_shown(sought);
    ask_of(sought, line);
    programme_ask(sought->sums);
    lyh_derivable answer = programme_answer_one_way(sought->sums, sign, (double)said);
    sought->family->tried += programme_cost(sought->sums);
    if (answer == LYH_DERIVABLE_NO)
        remember(sought);
    else if (answer == LYH_DERIVABLE_YES && sought->sums->blamed->len > 0)
        keep_proof(sought, line, sign);
    return answer == LYH_DERIVABLE_NO;
}

bool worlds_seek(code_family *family, const release_target *target, size_t index,
                 lyh_line line)
{
    quest *sought = quest_for(family, target, index,
                              line == LYH_LINE_WISH ? BIT(LYH_LINE_WISH) : JUDGING);
    if (!sought->sums)
        return false;
    size_t said = 0;
    for (guint i = 0; i < target->persons->len; i++)
        said += family_said(family, index, g_array_index(target->persons, size_t, i), line);
    if (seek_one_way(sought, line, 1, said) || seek_one_way(sought, line, -1, said))
        return true;
    const proof *more = find_proof(sought, line, 1), *less = find_proof(sought, line, -1);
    if (more && less) {
        blame(sought, more);
        blame(sought, less);
    }
    return false;
}
