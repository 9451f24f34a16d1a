/* Whether a count can be but one number, all ways of answering thought of: one programme for a question. */
#include "answered.h"

/* What the tables tell of a group: a row of the programme. */
typedef struct told_sum {
    const release_layer *layer;
    size_t part, row, count;
    int at;
    bool is_known;
} told_sum;

void answered_free_programme(answered *asked)
{
    g_clear_pointer(&asked->sums, programme_free);
    g_clear_pointer(&asked->told, g_array_unref);
}

static int column_of(const answered *asked, size_t profile, size_t kind)
{
    return (int)(profile * asked->kinds->len + kind) + 1;
}

static void add_kinds(const answered *asked, size_t profile, size_t row)
{
    for (guint kind = 0; kind < asked->kinds->len; kind++)
        if (answered_kind(asked, kind)[row])
            programme_term(asked->sums, column_of(asked, profile, kind), 1);
}

static void print_everyone(const answered *asked, size_t row)
{
    programme_begin(asked->sums);
    for (size_t profile = 0; profile < asked->profiles.sizes->len; profile++)
        add_kinds(asked, profile, row);
    programme_end(asked->sums, GLP_FX, (double)asked->totals[row]);
}

static void print_group(const answered *asked, const release_layer *layer, size_t part,
                        size_t row)
{
    programme_begin(asked->sums);
    for (size_t profile = 0; profile < asked->profiles.sizes->len; profile++)
        if (answered_part(asked, layer, profile) == part)
            add_kinds(asked, profile, row);
    size_t count = answered_count(asked, layer, part, row);
    int at = programme_end(asked->sums, GLP_FX, (double)count);
    const told_sum told = { layer, part, row, count, at, true };
    g_array_append_val(asked->told, told);
}

static void print_profile(const answered *asked, size_t profile)
{
    double size = (double)cells_size(&asked->profiles, profile);
    programme_add_columns(asked->sums, asked->kinds->len, size, true);
    programme_begin(asked->sums);
    for (guint kind = 0; kind < asked->kinds->len; kind++)
        programme_term(asked->sums, column_of(asked, profile, kind), 1);
    programme_end(asked->sums, GLP_FX, size);
}

/* All that may be told is in it; what is hidden as it is asked is not known then. */
static void build(answered *asked)
{
    asked->sums = programme_new();
    asked->told = g_array_new(FALSE, FALSE, sizeof(told_sum));
    for (size_t profile = 0; profile < asked->profiles.sizes->len; profile++)
        print_profile(asked, profile);
    for (size_t row = 0; row < asked->rows; row++) {
        print_everyone(asked, row);
        for (guint i = 0; i < asked->release->layers->len; i++) {
            const release_layer *layer = answered_layer(asked, i);
            for (size_t part = 0; layer->time <= asked->now && part < layer->count; part++)
                print_group(asked, layer, part, row);
        }
    }
}

static void know_what_is_shown(const answered *asked)
{
    for (guint i = 0; i < asked->told->len; i++) {
        told_sum *one = &g_array_index(asked->told, told_sum, i);
        bool is_shown = answered_shows(asked, one->layer, one->part, one->row);
        if (is_shown != one->is_known)
            programme_know(asked->sums, one->at, is_shown, (double)one->count);
        one->is_known = is_shown;
    }
}

lyh_derivable answered_derivable(const secret *kept)
{
    answered *asked = kept->asked;
    if (asked->profiles.sizes->len * asked->kinds->len > PROGRAMME_MOST_COLUMNS)
        return LYH_DERIVABLE_UNSURE;
    if (!asked->sums)
        build(asked);
    know_what_is_shown(asked);
    programme_begin(asked->sums);
    for (size_t profile = 0; profile < asked->profiles.sizes->len; profile++)
        if (answered_is_in(asked, kept->target, profile))
            add_kinds(asked, profile, kept->row);
    lyh_derivable answer = programme_answer(asked->sums, (double)answered_secret(kept));
    asked->cost += programme_cost(asked->sums);
    return answer;
}
