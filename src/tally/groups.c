#include "tally_private.h"

/* The values of an attribute, in the order of respondents.csv, and who has which. */
typedef struct attribute_values {
    GPtrArray *names;  /* char *, lent */
    GArray *sizes;     /* size_t: persons of the base */
    GArray *of_person; /* size_t, by respondent */
} attribute_values;

static void clear_values(attribute_values *values)
{
    g_ptr_array_unref(values->names);
    g_array_unref(values->sizes);
    g_array_unref(values->of_person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(attribute_values, clear_values)

static size_t value_index(attribute_values *values, GHashTable *known, const char *name)
{
    size_t none = 0;
    size_t index = GPOINTER_TO_SIZE(g_hash_table_lookup(known, name));
    if (index > 0)
        return index - 1;
    g_ptr_array_add(values->names, (char *)name);
    g_array_append_val(values->sizes, none);
    g_hash_table_insert(known, (char *)name, GSIZE_TO_POINTER(values->names->len));
    return values->names->len - 1;
}

static attribute_values values_of(const lyh_tally *tally, size_t attribute,
                                  const lyh_catalog *catalog)
{
    attribute_values values = {
        .names = g_ptr_array_new(),
        .sizes = g_array_new(FALSE, FALSE, sizeof(size_t)),
        .of_person = g_array_new(FALSE, FALSE, sizeof(size_t)),
    };
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_respondents_count(tally->respondents); i++) {
        const char *name = lyh_respondents_value(tally->respondents, i, attribute);
        size_t index =
            value_index(&values, known, *name ? name : lyh_tr(catalog, "(unknown)"));
        g_array_append_val(values.of_person, index);
        g_array_index(values.sizes, size_t, index) += tally_people(tally, i);
    }
    return values;
}

lyh_grouping *lyh_tally_grouping(const lyh_tally *tally, size_t attribute, size_t threshold,
                                 const lyh_catalog *catalog)
{
    g_auto(attribute_values) values = values_of(tally, attribute, catalog);
    return lyh_grouping_new((const char *const *)values.names->pdata,
                            (const size_t *)(void *)values.sizes->data, values.names->len,
                            threshold, catalog);
}

static bool is_grouped(const lyh_tally_view *view)
{
    return view->grouping && view->attribute != LYH_NONE;
}

size_t lyh_tally_group_of(const lyh_tally *tally, const lyh_tally_view *view,
                          size_t respondent)
{
    if (!is_grouped(view))
        return LYH_NONE;
    g_auto(attribute_values) values = values_of(tally, view->attribute, view->catalog);
    g_assert(respondent < values.of_person->len);
    return lyh_grouping_of(view->grouping,
                           g_array_index(values.of_person, size_t, respondent));
}

static void part_people(tally_parts *parts)
{
    const lyh_tally_view *view = parts->view;
    g_auto(attribute_values) values =
        values_of(parts->tally, view->attribute, view->catalog);
    for (guint i = 0; i < values.of_person->len; i++) {
        size_t group =
            lyh_grouping_of(view->grouping, g_array_index(values.of_person, size_t, i));
        size_t part = group == LYH_NONE ? 0 : group + 1;
        g_array_append_val(parts->part, part);
    }
}

/* The part beside "everyone" that a respondent is in; 0 for none. */
static size_t part_of(const tally_parts *parts, size_t respondent)
{
    return respondent < parts->part->len ? g_array_index(parts->part, size_t, respondent)
                                         : 0;
}

static void sum_words(tally_parts *parts)
{
    const lyh_tally *tally = parts->tally;
    size_t *words = (size_t *)(void *)parts->words->data;
    words[0] = tally->nobodys_words;
    for (guint i = 0; i < tally->persons->len; i++) {
        size_t spoken = g_array_index(tally->persons, tally_person, i).words;
        size_t part = part_of(parts, i);
        words[0] += spoken;
        if (part > 0)
            words[part] += spoken;
    }
}

void tally_parts_init(tally_parts *parts, const lyh_tally *tally,
                      const lyh_tally_view *view)
{
    *parts = (tally_parts){
        .tally = tally,
        .view = view,
        .count = is_grouped(view) ? lyh_grouping_count(view->grouping) + 1 : 1,
        .part = g_array_new(FALSE, FALSE, sizeof(size_t)),
        .words = g_array_new(FALSE, TRUE, sizeof(size_t)),
        .is_hidden =
            lyh_print_level_of(lyh_tally_base(tally), view->threshold) == LYH_PRINT_NOTHING,
    };
    g_array_set_size(parts->words, (guint)parts->count);
    if (is_grouped(view))
        part_people(parts);
    sum_words(parts);
}

void tally_parts_clear(tally_parts *parts)
{
    g_array_unref(parts->part);
    g_array_unref(parts->words);
}

const char *tally_part_name(const tally_parts *parts, size_t part)
{
    return part == 0 ? lyh_trc(parts->view->catalog, "group", "Everyone")
                     : lyh_grouping_name(parts->view->grouping, part - 1);
}

size_t tally_part_base(const tally_parts *parts, size_t part)
{
    return part == 0 ? lyh_tally_base(parts->tally)
                     : lyh_grouping_size(parts->view->grouping, part - 1);
}

bool tally_part_is_merged(const tally_parts *parts, size_t part)
{
    return part > 0 && lyh_grouping_is_merged(parts->view->grouping, part - 1);
}

static void add_to_sum(tally_sum *sum, const tally_counter *counter, lyh_measure measure,
                       bool is_in_base)
{
    sum->persons += is_in_base ? counter->persons[measure] : 0;
    sum->hits += counter->hits[measure];
    sum->statements += counter->statements[measure];
    sum->words += counter->words[measure];
}

void tally_parts_sum(const tally_parts *parts, size_t code, tally_sum *sums)
{
    const GPtrArray *counters = tally_counters_of(parts->tally->counters, code);
    for (size_t i = 0; i < parts->count * LYH_MEASURE_COUNT; i++)
        sums[i] = (tally_sum){ 0 };
    for (guint i = 0; counters && i < counters->len; i++) {
        const tally_counter *counter = counters->pdata[i];
        bool is_in_base = lyh_tally_has(parts->tally, counter->respondent);
        size_t part = part_of(parts, counter->respondent);
        for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
            add_to_sum(&sums[measure], counter, measure, is_in_base);
            if (part > 0)
                add_to_sum(&sums[part * LYH_MEASURE_COUNT + measure], counter, measure,
                           is_in_base);
        }
    }
}

bool tally_parts_hide(const tally_parts *parts, const tally_sum *sums, lyh_measure measure,
                      bool *hidden)
{
    for (size_t part = 0; part < parts->count; part++)
        hidden[part] = parts->is_hidden;
    if (parts->count == 1)
        return false;
    g_autofree size_t *counts = g_new(size_t, parts->count - 1);
    for (size_t part = 1; part < parts->count; part++)
        counts[part - 1] = sums[part * LYH_MEASURE_COUNT + measure].persons;
    return lyh_grouping_hide(parts->view->grouping, counts, hidden + 1);
}

bool lyh_tally_hides(const lyh_tally *tally, const lyh_tally_view *view, size_t code,
                     lyh_measure measure)
{
    g_auto(tally_parts) parts;
    tally_parts_init(&parts, tally, view);
    g_autofree tally_sum *sums = g_new(tally_sum, parts.count * LYH_MEASURE_COUNT);
    g_autofree bool *hidden = g_new(bool, parts.count);
    tally_parts_sum(&parts, code, sums);
    return tally_parts_hide(&parts, sums, measure, hidden) || parts.is_hidden;
}
