/*
 * Answers that some could have given in each other's place.
 *
 * A change is an answer with and without something: one alternative for another, or one more of several.
 * Of those who could have answered either way it is asked whether others of them did, so many as did in every
 * group that is shown: sums of one number for each profile, which is a small programme. A way that is found is
 * kept: it serves for all the hidden groups it changes, until one of its groups is shown again.
 */
#include <string.h>

#include "answered.h"

/* Of a question with very many alternatives only so many changes are tried. */
#define MOST_CHANGES 2000

typedef struct change {
    signed char
        *rows; /* by row: what counts who answers with it more, or less, than without */
    size_t *with,
        *both; /* by profile: persons who answered with it; who could have, either way */
    size_t persons; /* who did what fewer did */
} change;

/* A way that was found. */
typedef struct other_way {
    const change *what;
    int *more;  /* by profile: so many more answer with it */
    bool *kept; /* by group: do as many of it answer so? */
} other_way;

static void free_change(void *data)
{
    change *what = data;
    g_free(what->rows);
    g_free(what->with);
    g_free(what->both);
    g_free(what);
}

static void free_way(void *data)
{
    other_way *way = data;
    g_free(way->more);
    g_free(way->kept);
    g_free(way);
}

void answered_free_exchanges(answered *asked)
{
    g_clear_pointer(&asked->changes, g_ptr_array_unref);
    g_clear_pointer(&asked->found, g_ptr_array_unref);
}

/* ---- changes ---- */

static size_t profiles_of(const answered *asked)
{
    return asked->profiles.sizes->len;
}

static signed char *difference(const answered *asked, const bool *with, const bool *without)
{
    signed char *rows = g_new0(signed char, asked->rows + 1);
    for (size_t row = 0; row < asked->rows; row++)
        rows[row] = (signed char)(with[row] - without[row]);
    return rows;
}

static change *new_change(answered *asked, const bool *with, const bool *without)
{
    change *what = g_new0(change, 1);
    what->rows = difference(asked, with, without);
    what->with = g_new0(size_t, profiles_of(asked) + 1);
    what->both = g_new0(size_t, profiles_of(asked) + 1);
    g_ptr_array_add(asked->changes, what);
    return what;
}

static void take_persons(const answered *asked, change *what, size_t kind, bool is_with)
{
    for (size_t profile = 0; profile < profiles_of(asked); profile++) {
        size_t persons = answered_persons(asked, profile, kind);
        what->both[profile] += persons;
        what->with[profile] += is_with ? persons : 0;
    }
}

/* One alternative for another. */
static void find_alone(answered *asked)
{
    for (guint one = 0; one < asked->kinds->len; one++)
        for (guint other = one + 1;
             other < asked->kinds->len && asked->changes->len < MOST_CHANGES; other++) {
            change *what =
                new_change(asked, answered_kind(asked, one), answered_kind(asked, other));
            take_persons(asked, what, one, true);
            take_persons(asked, what, other, false);
        }
}

/* Of those for this alternative, which are from @first on, the one that tells the same. */
static change *change_like(answered *asked, guint first, const bool *with,
                           const bool *without)
{
    g_autofree signed char *rows = difference(asked, with, without);
    for (guint i = first; i < asked->changes->len; i++) {
        change *what = asked->changes->pdata[i];
        if (memcmp(what->rows, rows, asked->rows) == 0)
            return what;
    }
    return new_change(asked, with, without);
}

/* One alternative more, of those that go together; nobody is left without any. */
static void find_more(answered *asked, size_t alternative)
{
    guint first = asked->changes->len;
    size_t count = asked->question->alternatives;
    for (guint kind = 0; kind < asked->kinds->len && asked->changes->len < MOST_CHANGES;
         kind++) {
        g_autofree bool *chosen = g_memdup2(asked->chosen->pdata[kind], count + 1);
        bool is_with = chosen[alternative], has_others = false;
        chosen[alternative] = !is_with;
        for (size_t i = 0; i < count; i++)
            has_others |= chosen[i] && i != alternative;
        g_autofree bool *other = answered_rows_of(asked, chosen);
        const bool *own = answered_kind(asked, kind);
        if (has_others)
            take_persons(
                asked,
                change_like(asked, first, is_with ? own : other, is_with ? other : own),
                kind, is_with);
    }
}

static gint by_persons(gconstpointer one, gconstpointer other)
{
    size_t a = (*(const change *const *)one)->persons;
    size_t b = (*(const change *const *)other)->persons;
    return a < b ? 1 : a > b ? -1 : 0;
}

static void find_changes(answered *asked)
{
    asked->changes = g_ptr_array_new_with_free_func(free_change);
    asked->found = g_ptr_array_new_with_free_func(free_way);
    if (asked->question->is_exclusive)
        find_alone(asked);
    for (size_t i = 0; !asked->question->is_exclusive && i < asked->question->alternatives;
         i++)
        find_more(asked, i);
    for (guint i = 0; i < asked->changes->len; i++) {
        change *what = asked->changes->pdata[i];
        size_t with = 0, both = 0;
        for (size_t profile = 0; profile < profiles_of(asked); profile++) {
            with += what->with[profile];
            both += what->both[profile];
        }
        what->persons = MIN(with, both - with);
    }
    g_ptr_array_sort(asked->changes, by_persons);
}

/* ---- what is shown of a change ---- */

/* Is it told how many of @part answer with it? */
static bool tells(const answered *asked, const release_layer *layer, size_t part,
                  const change *what)
{
    for (size_t row = 0; row < asked->rows; row++)
        if (what->rows[row] != 0 && answered_shows(asked, layer, part, row))
            return true;
    return false;
}

/* By group; g_free(). */
static bool *telling(const answered *asked, const change *what)
{
    bool *all = g_new0(bool, answered_groups(asked) + 1);
    for (guint i = 0; i < asked->release->layers->len; i++)
        for (size_t part = 0; part < answered_layer(asked, i)->count; part++)
            all[asked->first_group[i] + part] =
                tells(asked, answered_layer(asked, i), part, what);
    return all;
}

/* Is it told of no group that it has the one in it, and not the other? */
static bool is_same_group(const answered *asked, const bool *told, size_t one, size_t other)
{
    for (guint i = 0; i < asked->release->layers->len; i++) {
        const bool *of = told + asked->first_group[i];
        size_t a = answered_part(asked, answered_layer(asked, i), one);
        size_t b = answered_part(asked, answered_layer(asked, i), other);
        if (a != b && ((a != NO_PART && of[a]) || (b != NO_PART && of[b])))
            return false;
    }
    return true;
}

/* ---- two persons ---- */

static bool may_swap(const change *what, size_t one, size_t other)
{
    return (what->with[one] > 0 && what->with[other] < what->both[other]) ||
           (what->with[one] < what->both[one] && what->with[other] > 0);
}

static bool two_could(const secret *kept, const change *what, const bool *told)
{
    const answered *asked = kept->asked;
    for (size_t one = 0; one < profiles_of(asked); one++) {
        if (what->both[one] == 0 || !answered_is_in(asked, kept->target, one))
            continue;
        for (size_t other = 0; other < profiles_of(asked); other++)
            if (may_swap(what, one, other) && !answered_is_in(asked, kept->target, other) &&
                is_same_group(asked, told, one, other))
                return true;
    }
    return false;
}

/* ---- any number of persons ---- */

/* So many of @part of @layer (NULL: of all) answer with it. */
static void print_sum(const answered *asked, const change *what, programme *sums,
                      const release_layer *layer, size_t part)
{
    size_t with = 0;
    programme_begin(sums);
    for (size_t profile = 0; profile < profiles_of(asked); profile++) {
        if (layer && answered_part(asked, layer, profile) != part)
            continue;
        programme_term(sums, (int)profile + 1, 1);
        with += what->with[profile];
    }
    programme_end(sums, GLP_FX, (double)with);
}

static programme *programme_of(const answered *asked, const change *what, const bool *told)
{
    programme *sums = programme_new();
    for (size_t profile = 0; profile < profiles_of(asked); profile++)
        programme_add_columns(sums, 1, (double)what->both[profile], true);
    print_sum(asked, what, sums, NULL, 0);
    for (guint i = 0; i < asked->release->layers->len; i++)
        for (size_t part = 0; part < answered_layer(asked, i)->count; part++)
            if (told[asked->first_group[i] + part])
                print_sum(asked, what, sums, answered_layer(asked, i), part);
    return sums;
}

static int more_of(const answered *asked, const other_way *way, const release_layer *layer,
                   size_t part)
{
    int more = 0;
    for (size_t profile = 0; profile < profiles_of(asked); profile++)
        if (answered_part(asked, layer, profile) == part)
            more += way->more[profile];
    return more;
}

static void remember(answered *asked, const change *what, const programme *sums)
{
    other_way *way = g_new0(other_way, 1);
    way->what = what;
    way->kept = g_new0(bool, answered_groups(asked) + 1);
    way->more = g_new0(int, profiles_of(asked) + 1);
    for (size_t profile = 0; profile < profiles_of(asked); profile++)
        way->more[profile] =
            (int)programme_value(sums, (int)profile + 1) - (int)what->with[profile];
    for (guint i = 0; i < asked->release->layers->len; i++)
        for (size_t part = 0; part < answered_layer(asked, i)->count; part++)
            way->kept[asked->first_group[i] + part] =
                more_of(asked, way, answered_layer(asked, i), part) == 0;
    g_ptr_array_add(asked->found, way);
}

static bool many_could(const secret *kept, const change *what)
{
    answered *asked = kept->asked;
    size_t with = 0, both = 0;
    for (size_t profile = 0; profile < profiles_of(asked); profile++)
        if (answered_is_in(asked, kept->target, profile)) {
            with += what->with[profile];
            both += what->both[profile];
        }
    if (both == 0)
        return false;
    g_autofree bool *told = telling(asked, what);
    g_autoptr(programme) sums = programme_of(asked, what, told);
    programme_begin(sums);
    for (size_t profile = 0; profile < profiles_of(asked); profile++)
        if (answered_is_in(asked, kept->target, profile))
            programme_term(sums, (int)profile + 1, 1);
    if (programme_answer(sums, (double)with) != LYH_DERIVABLE_NO)
        return false;
    remember(asked, what, sums);
    return true;
}

/* ---- ways known ---- */

static bool serves(const secret *kept, const other_way *way)
{
    const answered *asked = kept->asked;
    int more = 0;
    for (size_t profile = 0; profile < profiles_of(asked); profile++)
        if (answered_is_in(asked, kept->target, profile))
            more += way->more[profile];
    if (more == 0 || way->what->rows[kept->row] == 0)
        return false;
    for (guint i = 0; i < asked->release->layers->len; i++)
        for (size_t part = 0; part < answered_layer(asked, i)->count; part++)
            if (!way->kept[asked->first_group[i] + part] &&
                tells(asked, answered_layer(asked, i), part, way->what))
                return false;
    return true;
}

static bool is_known(const secret *kept)
{
    for (guint i = 0; i < kept->asked->found->len; i++)
        if (serves(kept, kept->asked->found->pdata[i]))
            return true;
    return false;
}

bool answered_has_exchange(const secret *kept, bool all)
{
    answered *asked = kept->asked;
    if (!asked->changes)
        find_changes(asked);
    if (is_known(kept))
        return true;
    for (guint i = 0; i < asked->changes->len; i++) {
        const change *what = asked->changes->pdata[i];
        if (what->rows[kept->row] == 0 || what->persons == 0)
            continue;
        g_autofree bool *told = telling(asked, what);
        if (two_could(kept, what, told))
            return true;
    }
    for (guint i = 0; all && i < asked->changes->len; i++) {
        const change *what = asked->changes->pdata[i];
        if (what->rows[kept->row] != 0 && what->persons > 0 && many_could(kept, what))
            return true;
    }
    return false;
}
