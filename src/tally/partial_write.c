#include "partial_private.h"

#include <lyhord/base/json_write.h>

/* The four figures of a code and measure in a cell, in the order in which they are written. */
static void write_figures(lyh_output *output, const tally_counter *counter,
                          lyh_measure measure, bool is_first)
{
    lyh_output_printf(output, "%s\"%s\": [%zu, %zu, %zu, %zu]", is_first ? "" : ", ",
                      lyh_measure_name(measure), counter->persons[measure],
                      counter->hits[measure], counter->statements[measure],
                      counter->words[measure]);
}

static void write_code(lyh_output *output, const char *name, const tally_counter *counter,
                       bool is_first)
{
    bool is_first_measure = true;
    lyh_output_text(output, is_first ? "\n    " : ",\n    ");
    lyh_json_write_text(output, name);
    lyh_output_text(output, ": {");
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        if (counter->hits[measure] == 0)
            continue;
        write_figures(output, counter, measure, is_first_measure);
        is_first_measure = false;
    }
    lyh_output_text(output, "}");
}

static void write_values(const lyh_partial *partial, const partial_cell *cell,
                         lyh_output *output)
{
    g_auto(GStrv) values = g_strsplit(cell->key, "\n", -1);
    lyh_output_text(output, "\"values\": [");
    for (size_t i = 0; i < partial->attribute_count; i++) {
        lyh_output_text(output, i ? ", " : "");
        lyh_json_write_text(output, values[i]);
    }
    lyh_output_text(output, "]");
}

static void write_cell(lyh_partial *partial, size_t index, lyh_output *output)
{
    const partial_cell *cell = &g_array_index(partial->cells, partial_cell, index);
    const tally_person *people = partial_people(partial, index);
    bool is_first = true;
    lyh_output_text(output, "  {");
    if (partial->has_ids) {
        lyh_output_text(output, "\"id\": ");
        lyh_json_write_text(output, partial_cell_id(partial, index));
        lyh_output_text(output, ", ");
    }
    write_values(partial, cell, output);
    lyh_output_printf(output,
                      ", \"row\": %zu, \"persons\": %zu, \"words\": %zu, \"said\": {",
                      cell->row, people->people, people->words);
    for (size_t code = 0; code < lyh_codebook_count(partial->codebook); code++) {
        tally_counter counter;
        if (!tally_counters_find(partial->sums->counters, code, index, &counter))
            continue;
        write_code(output, lyh_codebook_code(partial->codebook, code)->name, &counter,
                   is_first);
        is_first = false;
    }
    lyh_output_text(output, "}}");
}

static gint by_row(gconstpointer one, gconstpointer two, gpointer user)
{
    const GArray *cells = user;
    size_t a = g_array_index(cells, partial_cell, *(const size_t *)one).row;
    size_t b = g_array_index(cells, partial_cell, *(const size_t *)two).row;
    return (a > b) - (a < b);
}

GArray *partial_cells_in_order(const lyh_partial *partial)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < partial->cells->len; i++)
        g_array_append_val(order, i);
    g_array_sort_with_data(order, by_row, partial->cells);
    return order;
}

static void write_cells(lyh_partial *partial, lyh_output *output)
{
    g_autoptr(GArray) order = partial_cells_in_order(partial);
    lyh_output_text(output, "\"cells\": [");
    for (guint i = 0; i < order->len; i++) {
        lyh_output_text(output, i ? ",\n" : "\n");
        write_cell(partial, g_array_index(order, size_t, i), output);
    }
    lyh_output_text(output, "]");
}

static void write_field(lyh_output *output, const char *name, const char *text)
{
    lyh_output_printf(output, "\"%s\": ", name);
    lyh_json_write_text(output, text);
}

/* What a reader without the codebook needs of it: names, and which stands below which. */
static void write_codes(const lyh_codebook *codebook, lyh_output *output)
{
    lyh_output_text(output, "\"codes\": [");
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++) {
        size_t count;
        const size_t *parents = lyh_codebook_parents(codebook, code, &count);
        lyh_output_text(output, code ? ",\n  {" : "\n  {");
        write_field(output, "code", lyh_codebook_code(codebook, code)->name);
        lyh_output_text(output, ", ");
        write_field(output, "name", lyh_codebook_code(codebook, code)->label);
        lyh_output_text(output, ", \"parents\": [");
        for (size_t i = 0; i < count; i++) {
            lyh_output_text(output, i ? ", " : "");
            lyh_json_write_text(output, lyh_codebook_code(codebook, parents[i])->name);
        }
        lyh_output_text(output, "]}");
    }
    lyh_output_text(output, "],\n");
}

static void write_inputs(const lyh_partial_origin *origin, lyh_output *output)
{
    lyh_output_text(output, "\"inputs\": [");
    for (size_t i = 0; i < origin->input_count; i++) {
        lyh_output_text(output, i ? ",\n  {" : "\n  {");
        write_field(output, "name", origin->inputs[i].name);
        lyh_output_text(output, ", ");
        write_field(output, "sha256", origin->inputs[i].sha256);
        lyh_output_printf(output, ", \"bytes\": %zu}", origin->inputs[i].size);
    }
    lyh_output_text(output, "],\n");
}

static void write_totals(const lyh_partial *partial, lyh_output *output)
{
    const lyh_partial_totals *totals = &partial->totals;
    lyh_output_printf(
        output,
        "\"roles\": \"%s\",\n\"transcripts\": {\"documents\": %zu, \"words\": "
        "%zu, \"other_words\": %zu, \"counted\": %zu, \"suggested\": %zu},\n",
        partial->sums->options.all_roles ? "all" : "respondent", totals->documents,
        totals->words, totals->other_words, totals->counted, totals->suggested);
}

static void write_origin(const lyh_partial *partial, const lyh_partial_origin *origin,
                         lyh_output *output)
{
    const struct {
        const char *name, *text;
    } fields[] = {
        { "kind", "lyhord-partial" },           { "tool", origin->tool },
        { "codebook", origin->codebook },       { "dictionary", origin->dictionary },
        { "respondents", origin->respondents },
    };
    lyh_output_text(output, "{\"format\": 1,\n");
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        write_field(output, fields[i].name, fields[i].text);
        lyh_output_text(output, ",\n");
    }
    write_inputs(origin, output);
    if (partial->has_ids)
        lyh_output_printf(output, "\"study\": %s,\n",
                          origin->is_of_study ? "true" : "false");
    lyh_output_printf(output, "\"shard\": %zu, \"shards\": %zu,\n\"by\": [", origin->shard,
                      origin->shards);
    for (size_t i = 0; i < partial->attribute_count; i++) {
        lyh_output_text(output, i ? ", " : "");
        lyh_json_write_text(output, partial->attributes[i]);
    }
    lyh_output_printf(output, "],\n\"unit\": %d, \"suggested\": %s,%s\n",
                      (int)partial->sums->options.unit,
                      partial->sums->options.with_suggested ? "true" : "false",
                      partial->sums->options.any_state ? " \"any_state\": true," : "");
    if (partial->has_ids)
        write_totals(partial, output);
    else
        lyh_output_printf(output, "\"answers\": %zu,\n", partial->answers);
}

bool lyh_partial_write(lyh_partial *partial, const lyh_partial_origin *origin,
                       lyh_output *output)
{
    partial_count(partial);
    write_origin(partial, origin, output);
    write_codes(partial->codebook, output);
    write_cells(partial, output);
    return lyh_output_text(output, "}\n");
}
