#include "partial_private.h"

#include <jansson.h>
#include <string.h>

#include <lyhord/base/csv_write.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"

/* Larger than any file could give. */
#define MOST ((json_int_t)1 << 53)

G_DEFINE_AUTOPTR_CLEANUP_FUNC(lyh_partial, lyh_partial_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

/* What is being read; the first thing wrong ends it. */
typedef struct partial_reading {
    lyh_partial *partial;
    const char *name;
    lyh_diags *diags;
    bool is_fine;
} partial_reading;

/* A partial result is made by us: whatever is wrong with it, it has been damaged or changed. */
static void damaged(partial_reading *reading, const char *where)
{
    if (reading->is_fine)
        lyh_diags_error(
            reading->diags, "partial-damaged", lyh_place_file(reading->name),
            "this is no partial result, or it was damaged or changed (at '%s'); "
            "make it anew with --shard",
            where);
    reading->is_fine = false;
}

static size_t number_of(partial_reading *reading, const json_t *value, const char *name)
{
    json_int_t number = json_is_integer(value) ? json_integer_value(value) : -1;
    if (number >= 0 && number < MOST)
        return (size_t)number;
    damaged(reading, name);
    return 0;
}

static size_t number_in(partial_reading *reading, const json_t *object, const char *name)
{
    return number_of(reading, json_object_get(object, name), name);
}

/* Kept for the life of the partial result. */
static const char *text_of(partial_reading *reading, const json_t *value, const char *name)
{
    if (!json_is_string(value) ||
        strlen(json_string_value(value)) != json_string_length(value)) {
        damaged(reading, name);
        return "";
    }
    char *text = g_strdup(json_string_value(value));
    g_ptr_array_add(reading->partial->strings, text);
    return text;
}

static const char *text_in(partial_reading *reading, const json_t *object, const char *name)
{
    return text_of(reading, json_object_get(object, name), name);
}

static const json_t *list_in(partial_reading *reading, const json_t *object,
                             const char *name)
{
    const json_t *list = json_object_get(object, name);
    if (!json_is_array(list))
        damaged(reading, name);
    return list;
}

/* ---- its codes ---- */

static void write_row(lyh_output *output, partial_reading *reading, const json_t *code)
{
    g_autoptr(GString) above = g_string_new(NULL);
    const json_t *parents = list_in(reading, code, "parents");
    for (size_t i = 0; i < json_array_size(parents); i++)
        g_string_append_printf(above, "%s%s", i ? "|" : "",
                               text_of(reading, json_array_get(parents, i), "parents"));
    const char *cells[] = { text_in(reading, code, "code"), above->str,
                            text_in(reading, code, "name") };
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        lyh_output_text(output, i ? ";" : "");
        lyh_csv_write_text(output, cells[i]);
    }
    lyh_output_text(output, "\n");
}

/* A codebook is made by one hand only: that of a codebook's file. */
static void read_codes(partial_reading *reading, const json_t *root)
{
    lyh_partial *partial = reading->partial;
    const json_t *codes = list_in(reading, root, "codes");
    lyh_output *output = lyh_output_to_memory();
    lyh_output_text(output, "kod;överordnad;namn\n");
    for (size_t i = 0; i < json_array_size(codes); i++)
        write_row(output, reading, json_array_get(codes, i));
    size_t size;
    char *text = lyh_output_take(output, &size);
    g_autoptr(lyh_diags) unheard = lyh_diags_new(NULL);
    partial->book_source =
        lyh_source_from_bytes(reading->name, LYH_SOURCE_TABLE, text, size, unheard);
    free(text);
    lyh_csv *csv =
        partial->book_source ? lyh_csv_read(partial->book_source, unheard) : NULL;
    partial->own_codebook = csv ? lyh_codebook_read(csv, unheard) : NULL;
    if (csv && !partial->own_codebook)
        lyh_csv_free(csv);
    if (!partial->own_codebook)
        damaged(reading, "codes");
}

/* ---- what it was counted with ---- */

static void read_inputs(partial_reading *reading, const json_t *root)
{
    lyh_partial *partial = reading->partial;
    const json_t *inputs = list_in(reading, root, "inputs");
    size_t count = json_array_size(inputs);
    partial->inputs = g_new0(lyh_partial_input, count + 1);
    for (size_t i = 0; i < count; i++) {
        const json_t *input = json_array_get(inputs, i);
        partial->inputs[i] =
            (lyh_partial_input){ .name = text_in(reading, input, "name"),
                                 .sha256 = text_in(reading, input, "sha256"),
                                 .size = number_in(reading, input, "bytes") };
    }
    partial->origin.inputs = partial->inputs;
    partial->origin.input_count = count;
}

static void read_origin(partial_reading *reading, const json_t *root)
{
    lyh_partial_origin *origin = &reading->partial->origin;
    origin->tool = text_in(reading, root, "tool");
    origin->codebook = text_in(reading, root, "codebook");
    origin->dictionary = text_in(reading, root, "dictionary");
    origin->respondents = text_in(reading, root, "respondents");
    origin->is_of_study = json_is_true(json_object_get(root, "study"));
    origin->shard = number_in(reading, root, "shard");
    origin->shards = number_in(reading, root, "shards");
    read_inputs(reading, root);
    if (origin->shard == 0 || origin->shard > origin->shards)
        damaged(reading, "shard");
}

/* ---- what was counted ---- */

static void read_figures(partial_reading *reading, const json_t *figures,
                         const tally_person *most, lyh_measure measure,
                         tally_counter *counter)
{
    const char *name = lyh_measure_name(measure);
    size_t numbers[4];
    if (!json_is_array(figures) || json_array_size(figures) != G_N_ELEMENTS(numbers)) {
        damaged(reading, name);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        numbers[i] = number_of(reading, json_array_get(figures, i), name);
    counter->persons[measure] = numbers[0];
    counter->hits[measure] = numbers[1];
    counter->statements[measure] = numbers[2];
    counter->words[measure] = numbers[3];
    if (numbers[0] > most->people || numbers[0] > numbers[1] || numbers[2] > numbers[1] ||
        numbers[3] > most->words)
        damaged(reading, name);
}

/* max(+, -, 0) ≤ any ≤ + and - and 0 together, of persons and of hits. */
static bool is_possible(const size_t *of)
{
    size_t parts = of[LYH_MEASURE_PLUS] + of[LYH_MEASURE_MINUS] + of[LYH_MEASURE_NEUTRAL];
    size_t most =
        MAX(MAX(of[LYH_MEASURE_PLUS], of[LYH_MEASURE_MINUS]), of[LYH_MEASURE_NEUTRAL]);
    return most <= of[LYH_MEASURE_ANY] && of[LYH_MEASURE_ANY] <= parts;
}

/*
 * What figures of @cell can be at most. A person by id is one, who may have spoken in another part alone; nobody's
 * words are not all counted.
 */
static tally_person most_of(lyh_partial *partial, size_t cell)
{
    tally_person most = *partial_people(partial, cell);
    if (partial->has_ids)
        most.people = 1;
    if (partial_cell_is_nobodys(partial, cell))
        most.words = (size_t)MOST;
    return most;
}

static void read_said(partial_reading *reading, const json_t *said, size_t cell)
{
    lyh_partial *partial = reading->partial;
    const tally_person most = most_of(partial, cell);
    const char *name;
    json_t *measures;
    if (!json_is_object(said))
        damaged(reading, "said");
    json_object_foreach((json_t *)said, name, measures)
    {
        size_t code = lyh_codebook_find(partial->codebook, name);
        if (code == LYH_NONE || !json_is_object(measures)) {
            damaged(reading, "said");
            continue;
        }
        tally_counter *counter = partial_counter(partial, cell, code);
        for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
            const json_t *figures = json_object_get(measures, lyh_measure_name(measure));
            if (figures)
                read_figures(reading, figures, &most, measure, counter);
        }
        if (!is_possible(counter->persons) || !is_possible(counter->hits))
            damaged(reading, "said");
    }
}

static void read_cell(partial_reading *reading, const json_t *cell)
{
    lyh_partial *partial = reading->partial;
    const json_t *values = list_in(reading, cell, "values");
    if (json_array_size(values) != partial->attribute_count) {
        damaged(reading, "values");
        return;
    }
    g_string_truncate(partial->key, 0);
    for (size_t i = 0; i < partial->attribute_count; i++) {
        const json_t *value = json_array_get(values, i);
        if (!json_is_string(value) || strchr(json_string_value(value), '\n')) {
            damaged(reading, "values");
            return;
        }
        g_string_append_printf(partial->key, "%s\n", json_string_value(value));
    }
    if (partial->has_ids)
        g_string_append(partial->key, text_in(reading, cell, "id"));
    size_t known = partial->cells->len;
    size_t index = partial_cell_take(partial, number_in(reading, cell, "row"));
    if (index < known)
        damaged(reading, "cells");
    tally_person *people = partial_people(partial, index);
    people->people = number_in(reading, cell, "persons");
    people->words = number_in(reading, cell, "words");
    if (partial->has_ids && people->people > 1)
        damaged(reading, "persons");
    read_said(reading, json_object_get(cell, "said"), index);
}

static void read_attributes(partial_reading *reading, const json_t *root)
{
    lyh_partial *partial = reading->partial;
    const json_t *by = list_in(reading, root, "by");
    partial->attribute_count = json_array_size(by);
    g_strfreev(partial->attributes);
    partial->attributes = g_new0(char *, partial->attribute_count + 1);
    for (size_t i = 0; i < partial->attribute_count; i++)
        partial->attributes[i] = g_strdup(text_of(reading, json_array_get(by, i), "by"));
}

/* Of transcripts alone there are roles. */
static bool are_all_roles(partial_reading *reading, const json_t *root)
{
    const char *roles =
        reading->partial->has_ids ? text_in(reading, root, "roles") : "respondent";
    if (strcmp(roles, "all") != 0 && strcmp(roles, "respondent") != 0)
        damaged(reading, "roles");
    return strcmp(roles, "all") == 0;
}

static lyh_tally_options options_in(partial_reading *reading, const json_t *root)
{
    size_t unit = number_in(reading, root, "unit");
    const json_t *suggested = json_object_get(root, "suggested");
    const json_t *any_state = json_object_get(root, "any_state"); /* left out: no */
    if (unit > LYH_UNIT_HITS || !json_is_boolean(suggested))
        damaged(reading, "unit");
    if (any_state && (!json_is_boolean(any_state) || unit != LYH_UNIT_HITS))
        damaged(reading, "any_state");
    return (lyh_tally_options){ .with_suggested = json_is_true(suggested),
                                .all_roles = are_all_roles(reading, root),
                                .unit = (lyh_unit)unit,
                                .any_state = json_is_true(any_state) };
}

static void read_totals(partial_reading *reading, const json_t *totals)
{
    reading->partial->totals = (lyh_partial_totals){
        .documents = number_in(reading, totals, "documents"),
        .words = number_in(reading, totals, "words"),
        .other_words = number_in(reading, totals, "other_words"),
        .counted = number_in(reading, totals, "counted"),
        .suggested = number_in(reading, totals, "suggested"),
    };
}

static void read_counts(partial_reading *reading, const json_t *root)
{
    lyh_partial *partial = reading->partial;
    const json_t *cells = list_in(reading, root, "cells");
    if (partial->has_ids)
        read_totals(reading, json_object_get(root, "transcripts"));
    else
        partial->answers = number_in(reading, root, "answers");
    for (size_t i = 0; reading->is_fine && i < json_array_size(cells); i++)
        read_cell(reading, json_array_get(cells, i));
}

/* A later format may mean other things by the same words. */
static bool is_of_our_format(partial_reading *reading, const json_t *root)
{
    const json_t *kind = json_object_get(root, "kind");
    const json_t *format = json_object_get(root, "format");
    if (!json_is_string(kind) || strcmp(json_string_value(kind), "lyhord-partial") != 0 ||
        !json_is_integer(format)) {
        damaged(reading, "format");
        return false;
    }
    if (json_integer_value(format) == 1)
        return true;
    lyh_diags_error(reading->diags, "partial-format", lyh_place_file(reading->name),
                    "this partial result has format %lld, and only format 1 can be read; "
                    "count with one version of lyhord throughout",
                    (long long)json_integer_value(format));
    return false;
}

lyh_partial *lyh_partial_read(const char *name, const char *bytes, size_t size,
                              lyh_diags *diags)
{
    const lyh_tally_options none = { 0 };
    json_error_t error;
    g_autoptr(json_t) root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
    g_autoptr(lyh_partial) partial = lyh_partial_new(NULL, &none, NULL, 0);
    partial_reading reading = { partial, name, diags, true };
    partial->strings = g_ptr_array_new_with_free_func(g_free);
    partial->is_counted = true;
    if (!is_of_our_format(&reading, root))
        return NULL;

    partial->has_ids = json_object_get(root, "transcripts") != NULL;
    read_origin(&reading, root);
    read_attributes(&reading, root);
    read_codes(&reading, root);
    lyh_tally_options options = options_in(&reading, root);
    if (!reading.is_fine)
        return NULL;
    lyh_tally_free(partial->sums);
    partial->codebook = partial->own_codebook;
    partial->sums = lyh_tally_new(partial->codebook, NULL, &options);
    read_counts(&reading, root);
    return reading.is_fine ? g_steal_pointer(&partial) : NULL;
}
