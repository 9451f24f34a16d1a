#include "answered.h"

#include <string.h>

/* With more alternatives that may go together than this, only what people chose is thought of. */
#define MOST_TOGETHER 6

/* ---- kinds ---- */

bool *answered_rows_of(const answered *asked, const bool *chosen)
{
    const lyh_release_question *question = asked->question;
    bool *rows = g_new0(bool, asked->rows + 1);
    for (size_t row = 0; row < asked->rows; row++)
        for (size_t i = 0; i < question->alternatives; i++)
            rows[row] |= chosen[i] && question->holds(question->user, row, i);
    return rows;
}

static size_t kind_of_chosen(answered *asked, const bool *chosen)
{
    g_autofree bool *rows = answered_rows_of(asked, chosen);
    g_autoptr(GBytes) key = g_bytes_new(rows, asked->rows * sizeof *rows);
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(asked->places, key));
    if (number > 0)
        return number - 1;
    g_ptr_array_add(asked->kinds, g_memdup2(rows, (asked->rows + 1) * sizeof *rows));
    g_ptr_array_add(asked->chosen, g_memdup2(chosen, (asked->question->alternatives + 1) *
                                                         sizeof *chosen));
    g_hash_table_insert(asked->places, g_steal_pointer(&key),
                        GSIZE_TO_POINTER(asked->kinds->len));
    return asked->kinds->len - 1;
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

/* By person; g_free(). */
static size_t *take_answers(answered *asked)
{
    const lyh_release_question *question = asked->question;
    size_t *kind_of = g_new0(size_t, asked->release->persons + 1);
    g_autofree bool *chosen = g_new0(bool, question->alternatives + 1);
    for (size_t person = 0; person < asked->release->persons; person++) {
        for (size_t i = 0; i < question->alternatives; i++)
            chosen[i] = question->chose(question->user, person, i);
        kind_of[person] = kind_of_chosen(asked, chosen);
    }
    add_kinds_nobody_has(asked);
    return kind_of;
}

/* ---- profiles ---- */

static void take_profiles(answered *asked)
{
    const lyh_release *release = asked->release;
    g_autoptr(GString) key = g_string_new(NULL);
    asked->profiles = cells_new(release->persons);
    for (size_t person = 0; person < release->persons; person++) {
        g_string_truncate(key, 0);
        for (guint i = 0; i < release->layers->len; i++)
            g_string_append_printf(key, "%zx ", answered_layer(asked, i)->of[person] + 1);
        for (guint i = 0; i < release->targets->len; i++)
            if (((const release_target *)release->targets->pdata[i])->in[person])
                g_string_append_printf(key, "+%x", i);
        cells_add(&asked->profiles, person, key->str);
    }
}

static void number_groups(answered *asked)
{
    guint layers = asked->release->layers->len;
    asked->first_group = g_new0(size_t, layers + 1);
    for (guint i = 0; i < layers; i++)
        asked->first_group[i + 1] = asked->first_group[i] + answered_layer(asked, i)->count;
}

static void count_persons(answered *asked, const size_t *kind_of)
{
    size_t profiles = asked->profiles.sizes->len, kinds = asked->kinds->len;
    asked->persons = g_new0(size_t, profiles * kinds + 1);
    asked->counts = g_new0(size_t, profiles * asked->rows + 1);
    asked->totals = g_new0(size_t, asked->rows + 1);
    for (size_t person = 0; person < asked->release->persons; person++) {
        size_t profile = asked->profiles.of[person];
        const bool *rows = answered_kind(asked, kind_of[person]);
        asked->persons[profile * kinds + kind_of[person]]++;
        for (size_t row = 0; row < asked->rows; row++) {
            asked->counts[profile * asked->rows + row] += rows[row];
            asked->totals[row] += rows[row];
        }
    }
}

void answered_init(answered *asked, lyh_release *release,
                   const lyh_release_question *question)
{
    *asked =
        (answered){ .release = release,
                    .question = question,
                    .rows = question->rows,
                    .kinds = g_ptr_array_new_with_free_func(g_free),
                    .chosen = g_ptr_array_new_with_free_func(g_free),
                    .places = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                                    (GDestroyNotify)g_bytes_unref, NULL),
                    .kept = g_array_new(FALSE, FALSE, sizeof(secret)) };
    g_autofree size_t *kind_of = take_answers(asked);
    take_profiles(asked);
    number_groups(asked);
    count_persons(asked, kind_of);
}

void answered_clear(answered *asked)
{
    g_ptr_array_unref(asked->kinds);
    g_ptr_array_unref(asked->chosen);
    g_hash_table_unref(asked->places);
    g_array_unref(asked->kept);
    cells_clear(&asked->profiles);
    g_free(asked->first_group);
    g_free(asked->persons);
    g_free(asked->counts);
    g_free(asked->totals);
    answered_free_exchanges(asked);
    answered_free_programme(asked);
}

void answered_begin(answered *asked, size_t now)
{
    asked->now = now;
    g_array_set_size(asked->kept, 0);
    answered_free_programme(asked);
}

/* ---- what is asked of it ---- */

const bool *answered_kind(const answered *asked, size_t kind)
{
    return asked->kinds->pdata[kind];
}

size_t answered_persons(const answered *asked, size_t profile, size_t kind)
{
    return asked->persons[profile * asked->kinds->len + kind];
}

release_layer *answered_layer(const answered *asked, guint index)
{
    return asked->release->layers->pdata[index];
}

size_t answered_groups(const answered *asked)
{
    return asked->first_group[asked->release->layers->len];
}

bool answered_shows(const answered *asked, const release_layer *layer, size_t part,
                    size_t row)
{
    return layer->time <= asked->now && !release_hides_part(layer, part, row, ALL_LINES);
}

size_t answered_part(const answered *asked, const release_layer *layer, size_t profile)
{
    return layer->of[cells_first(&asked->profiles, profile)];
}

size_t answered_count(const answered *asked, const release_layer *layer, size_t part,
                      size_t row)
{
    size_t count = 0;
    for (size_t profile = 0; profile < asked->profiles.sizes->len; profile++)
        if (answered_part(asked, layer, profile) == part)
            count += asked->counts[profile * asked->rows + row];
    return count;
}

bool answered_is_in(const answered *asked, const release_target *target, size_t profile)
{
    return target->in[cells_first(&asked->profiles, profile)];
}

size_t answered_secret(const secret *kept)
{
    const answered *asked = kept->asked;
    size_t count = 0;
    for (size_t profile = 0; profile < asked->profiles.sizes->len; profile++)
        if (answered_is_in(asked, kept->target, profile))
            count += asked->counts[profile * asked->rows + kept->row];
    return count;
}
