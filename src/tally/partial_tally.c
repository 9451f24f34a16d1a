#include "partial_private.h"

#include <string.h>

#include <lyhord/base/csv_write.h>

#include "../base/autoptr.h"
#include "../corpus/autoptr.h"

/* ---- as a tally ---- */

/* The column of names, called as no attribute is. */
static char *heading_of_names(const lyh_partial *partial)
{
    g_autoptr(GString) heading = g_string_new("id");
    while (g_strv_contains((const char *const *)partial->attributes, heading->str))
        g_string_append_c(heading, '_');
    return g_string_free(g_steal_pointer(&heading), FALSE);
}

static void write_row_rest(lyh_output *output, char **cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        lyh_output_text(output, ";");
        lyh_csv_write_text(output, cells[i]);
    }
    lyh_output_text(output, "\n");
}

/* A row a cell, in the order in which people meet their values. */
static char *people_text(const lyh_partial *partial, const GArray *order, size_t *size)
{
    lyh_output *output = lyh_output_to_memory();
    g_autofree char *names = heading_of_names(partial);
    lyh_output_text(output, names);
    write_row_rest(output, partial->attributes, partial->attribute_count);
    for (guint i = 0; i < order->len; i++) {
        size_t cell = g_array_index(order, size_t, i);
        if (partial_cell_is_nobodys(partial, cell))
            continue;
        g_auto(GStrv) values =
            g_strsplit(g_array_index(partial->cells, partial_cell, cell).key, "\n", -1);
        lyh_output_printf(output, "%u", i + 1);
        write_row_rest(output, values, partial->attribute_count);
    }
    return lyh_output_take(output, size);
}

/* Two spellings of one value are what a reader of a table of respondents is told of, too. */
static void pass_on(const lyh_diags *heard, lyh_diags *diags)
{
    for (size_t i = 0; i < lyh_diags_count(heard); i++)
        if (strcmp(lyh_diags_at(heard, i)->code, "values-alike") == 0)
            lyh_diags_warning(diags, "values-alike", lyh_place_none(), "%s",
                              lyh_diags_at(heard, i)->message);
}

static bool read_people(lyh_partial *partial, const GArray *order, lyh_diags *diags)
{
    size_t size;
    char *text = people_text(partial, order, &size);
    g_autoptr(lyh_diags) heard = lyh_diags_new(lyh_diags_catalog(diags));
    partial->people_source = lyh_source_from_bytes("", LYH_SOURCE_TABLE, text, size, heard);
    free(text);
    partial->people = partial->people_source
                          ? lyh_respondents_read(partial->people_source, NULL, heard)
                          : NULL;
    pass_on(heard, diags);
    if (!partial->people)
        lyh_diags_error(
            diags, "too-large", lyh_place_none(),
            "there are too many groups to be shown (%u); ask for fewer attributes",
            order->len);
    return partial->people != NULL;
}

static void copy_cell(lyh_tally *tally, lyh_partial *partial, size_t cell, size_t rank)
{
    if (rank == LYH_NONE)
        tally->nobodys_words = partial_people(partial, cell)->words;
    else
        g_array_index(tally->persons, tally_person, rank) = *partial_people(partial, cell);
    for (size_t code = 0; code < lyh_codebook_count(partial->codebook); code++) {
        tally_counter counter;
        if (!tally_counters_find(partial->sums->counters, code, cell, &counter))
            continue;
        counter.respondent = rank;
        *tally_counters_take(tally->counters, code, rank) = counter;
    }
}

const lyh_tally *lyh_partial_tally(lyh_partial *partial, lyh_diags *diags)
{
    partial_count(partial);
    if (partial->people)
        return partial->sums;
    g_autoptr(GArray) order = partial_cells_in_order(partial);
    if (!read_people(partial, order, diags))
        return NULL;
    lyh_tally *whole =
        lyh_tally_new(partial->codebook, partial->people, &partial->sums->options);
    g_array_set_size(whole->persons, (guint)lyh_respondents_count(partial->people));
    for (guint i = 0; i < order->len; i++) {
        size_t cell = g_array_index(order, size_t, i);
        copy_cell(whole, partial, cell,
                  partial_cell_is_nobodys(partial, cell) ? LYH_NONE : i);
    }
    lyh_tally_free(partial->sums);
    partial->sums = whole;
    return whole;
}

const lyh_respondents *lyh_partial_respondents(const lyh_partial *partial)
{
    return partial->people;
}

/* ---- of one kind ---- */

const lyh_partial_origin *lyh_partial_origin_of(const lyh_partial *partial)
{
    return &partial->origin;
}

const lyh_tally_options *lyh_partial_options_of(const lyh_partial *partial)
{
    return &partial->sums->options;
}

const char *const *lyh_partial_attributes(const lyh_partial *partial, size_t *count)
{
    *count = partial->attribute_count;
    return (const char *const *)partial->attributes;
}

/* A part has read its own transcripts, and of the others looks at name and size; the name is whose they are. */
static bool same_input(const lyh_partial_input *a, const lyh_partial_input *b)
{
    bool is_known = *a->sha256 && *b->sha256;
    return a->size == b->size &&
           (is_known ? strcmp(a->sha256, b->sha256) == 0 : strcmp(a->name, b->name) == 0);
}

static bool same_inputs(const lyh_partial_origin *a, const lyh_partial_origin *b)
{
    if (a->input_count != b->input_count)
        return false;
    for (size_t i = 0; i < a->input_count; i++)
        if (!same_input(&a->inputs[i], &b->inputs[i]))
            return false;
    return true;
}

static bool same_options(const lyh_partial *a, const lyh_partial *b)
{
    return g_strv_equal((const char *const *)a->attributes,
                        (const char *const *)b->attributes) &&
           a->has_ids == b->has_ids && a->sums->options.unit == b->sums->options.unit &&
           a->sums->options.all_roles == b->sums->options.all_roles &&
           a->sums->options.with_suggested == b->sums->options.with_suggested &&
           a->sums->options.any_state == b->sums->options.any_state;
}

/* What differs, a msgid; NULL for nothing. */
static const char *difference(const lyh_partial_origin *a, const lyh_partial_origin *b)
{
    const struct {
        bool is_same;
        const char *what;
    } asked[] = {
        { strcmp(a->tool, b->tool) == 0, N_("counted with another version of lyhord") },
        { strcmp(a->codebook, b->codebook) == 0, N_("counted with another codebook") },
        { strcmp(a->dictionary, b->dictionary) == 0,
          N_("counted with another Swedish dictionary, or without one") },
        { strcmp(a->respondents, b->respondents) == 0,
          N_("counted with another list of respondents") },
        { a->is_of_study == b->is_of_study && same_inputs(a, b),
          N_("counted from other files") },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++)
        if (!asked[i].is_same)
            return asked[i].what;
    return NULL;
}

bool lyh_partial_fits(const lyh_partial *partial, const lyh_partial *other,
                      const char *name, lyh_diags *diags)
{
    const char *what = difference(&partial->origin, &other->origin);
    if (!what && partial->origin.shards != other->origin.shards)
        what = N_("part of a whole in another number of parts");
    if (!what && !same_options(partial, other))
        what = N_("counted with other options");
    if (what)
        lyh_diags_error(diags, "partial-stranger", lyh_place_file(name),
                        "this partial result does not belong with the first one: it was %s",
                        lyh_tr(lyh_diags_catalog(diags), what));
    return !what;
}

bool lyh_partial_is_of(const lyh_partial *partial, const lyh_partial_origin *origin,
                       lyh_diags *diags)
{
    const char *what = difference(&partial->origin, origin);
    if (what)
        lyh_diags_error(diags, "partial-stranger", lyh_place_none(),
                        "these partial results are not of the study as it is: they were %s",
                        lyh_tr(lyh_diags_catalog(diags), what));
    return !what;
}
