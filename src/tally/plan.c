/* What is released of a tally: its persons, attributes and counts as lyh_release wants them. */
#include "tally_private.h"

/* The values of an attribute, in the order of respondents.csv, and who of the base has which. */
typedef struct attribute_values {
    GPtrArray *names;  /* char *, lent */
    GArray *of_person; /* size_t, by person of the release */
} attribute_values;

static void clear_values(void *data)
{
    attribute_values *values = data;
    g_ptr_array_unref(values->names);
    g_array_unref(values->of_person);
}

static size_t value_index(attribute_values *values, GHashTable *known, const char *name)
{
    size_t index = GPOINTER_TO_SIZE(g_hash_table_lookup(known, name));
    if (index > 0)
        return index - 1;
    g_ptr_array_add(values->names, (char *)name);
    g_hash_table_insert(known, (char *)name, GSIZE_TO_POINTER(values->names->len));
    return values->names->len - 1;
}

static attribute_values values_of(const lyh_tally *tally, size_t attribute,
                                  const lyh_catalog *catalog)
{
    attribute_values values = { g_ptr_array_new(),
                                g_array_new(FALSE, FALSE, sizeof(size_t)) };
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_respondents_count(tally->respondents); i++) {
        const char *name = lyh_respondents_value(tally->respondents, i, attribute);
        size_t index =
            value_index(&values, known, *name ? name : lyh_tr(catalog, "(unknown)"));
        if (lyh_tally_has(tally, i))
            g_array_append_val(values.of_person, index);
    }
    return values;
}

/* Who is asked to say what was said. */
typedef struct asking {
    const lyh_tally_plan *plan;
    const size_t *own; /* hits of no code below, by code and measure */
    lyh_tally_accepts accepts;
    const void *user;
} asking;

static const size_t *parents_of(const void *user, size_t code, size_t *count)
{
    const asking *asked = user;
    return lyh_codebook_parents(asked->plan->tally->codebook, code, count);
}

static void fill_lines(const void *user, size_t code, unsigned char *lines)
{
    const lyh_tally_plan *plan = ((const asking *)user)->plan;
    tally_counter counter;
    for (size_t at = 0; tally_counters_next(plan->tally->counters, code, &at, &counter);) {
        size_t person = counter.respondent < plan->person_of->len
                            ? g_array_index(plan->person_of, size_t, counter.respondent)
                            : LYH_NONE;
        if (person == LYH_NONE)
            continue;
        for (lyh_measure measure = LYH_MEASURE_PLUS; measure < LYH_MEASURE_COUNT; measure++)
            if (counter.persons[measure] > 0)
                lines[person] |= (unsigned char)(1u << measure);
    }
}

/*
 * Hits of everyone stand in the tables, so what a code has that the codes below it have not is
 * known. Of a code below several, and of all above it, nothing is concluded: it would count twice.
 */
static void forget_shared(const lyh_codebook *codebook, size_t *own)
{
    for (bool changes = true; changes;) {
        changes = false;
        for (size_t code = 0; code < lyh_codebook_count(codebook); code++) {
            size_t count;
            const size_t *parents = lyh_codebook_parents(codebook, code, &count);
            bool is_shared = count > 1 || own[code * LYH_MEASURE_COUNT] == LYH_NONE;
            for (size_t i = 0; i < count && is_shared; i++) {
                changes |= own[parents[i] * LYH_MEASURE_COUNT] != LYH_NONE;
                own[parents[i] * LYH_MEASURE_COUNT] = LYH_NONE;
            }
        }
    }
}

/* By code and measure; LYH_NONE under any, where nothing can be told of the code. g_free(). */
static size_t *own_hits(const lyh_tally *tally)
{
    const lyh_codebook *codebook = tally->codebook;
    size_t codes = lyh_codebook_count(codebook);
    g_autofree size_t *all = g_new0(size_t, codes * LYH_MEASURE_COUNT + 1);
    for (size_t code = 0; code < codes; code++) {
        tally_counter counter;
        for (size_t at = 0; tally_counters_next(tally->counters, code, &at, &counter);)
            for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++)
                all[code * LYH_MEASURE_COUNT + measure] += counter.hits[measure];
    }
    size_t *own = g_memdup2(all, (codes * LYH_MEASURE_COUNT + 1) * sizeof(size_t));
    for (size_t code = 0; code < codes; code++)
        own[code * LYH_MEASURE_COUNT] = 0;
    forget_shared(codebook, own);
    for (size_t code = 0; code < codes; code++) {
        size_t count;
        const size_t *parents = lyh_codebook_parents(codebook, code, &count);
        for (size_t i = 0; i < count; i++)
            for (lyh_measure line = LYH_MEASURE_PLUS; line < LYH_MEASURE_COUNT; line++)
                own[parents[i] * LYH_MEASURE_COUNT + line] -=
                    all[code * LYH_MEASURE_COUNT + line];
    }
    return own;
}

static size_t own_of(const void *user, size_t code, lyh_line line)
{
    const size_t *own = ((const asking *)user)->own + code * LYH_MEASURE_COUNT;
    return own[0] == LYH_NONE ? LYH_NONE : own[line];
}

static bool accepts(const void *user, const char *group, size_t code, lyh_line line)
{
    const asking *asked = user;
    return asked->accepts(asked->user, group, code, (lyh_measure)line);
}

static void take_persons(lyh_tally_plan *plan)
{
    for (size_t i = 0; i < lyh_respondents_count(plan->tally->respondents); i++) {
        bool is_in = lyh_tally_has(plan->tally, i);
        size_t person = is_in ? plan->persons->len : LYH_NONE;
        g_array_append_val(plan->person_of, person);
        if (is_in)
            g_array_append_val(plan->persons, i);
        plan->is_of_cells |= tally_people(plan->tally, i) > 1;
    }
}

/* With @made it is made once more, in another language. */
static lyh_release *release_of(const lyh_tally_plan *plan, size_t threshold,
                               const asking *asked, const lyh_release *made,
                               const lyh_catalog *catalog)
{
    const lyh_tally *tally = plan->tally;
    size_t attributes = lyh_respondents_attribute_count(tally->respondents);
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(attribute_values));
    g_array_set_clear_func(values, clear_values);
    g_autofree lyh_release_attribute *given = g_new0(lyh_release_attribute, attributes + 1);
    g_autofree size_t *weights = g_new(size_t, plan->persons->len + 1);
    for (size_t i = 0; i < attributes; i++) {
        attribute_values some = values_of(tally, i, catalog);
        g_array_append_val(values, some);
        given[i] = (lyh_release_attribute){ (const char *const *)some.names->pdata,
                                            some.names->len,
                                            (const size_t *)(void *)some.of_person->data };
    }
    for (guint i = 0; i < plan->persons->len; i++)
        weights[i] = tally_people(tally, g_array_index(plan->persons, size_t, i));
    const lyh_release_split *splits = (const lyh_release_split *)(void *)plan->splits->data;
    if (made)
        return lyh_release_again(made, plan->persons->len, weights, given, splits,
                                 plan->splits->len, catalog);
    const lyh_release_said said = {
        .codes = lyh_codebook_count(tally->codebook),
        .parents = parents_of,
        .fill = fill_lines,
        .own = own_of,
        .accepts = asked->accepts ? accepts : NULL,
        .user = asked,
    };
    return lyh_release_new(plan->persons->len, weights, given, splits, plan->splits->len,
                           plan->is_of_cells ? NULL : &said, threshold, catalog);
}

static lyh_tally_plan *new_plan(const lyh_tally *tally, const lyh_release_split *splits,
                                size_t count)
{
    lyh_tally_plan *plan = g_new0(lyh_tally_plan, 1);
    plan->tally = tally;
    plan->splits = g_array_new(FALSE, FALSE, sizeof(lyh_release_split));
    plan->persons = g_array_new(FALSE, FALSE, sizeof(size_t));
    plan->person_of = g_array_new(FALSE, FALSE, sizeof(size_t));
    if (count > 0)
        g_array_append_vals(plan->splits, splits, (guint)count);
    take_persons(plan);
    return plan;
}

lyh_tally_plan *lyh_tally_plan_new(const lyh_tally *tally, const lyh_release_split *splits,
                                   size_t count, size_t threshold,
                                   lyh_tally_accepts accepts_cell, const void *user,
                                   const lyh_catalog *catalog)
{
    lyh_tally_plan *plan = new_plan(tally, splits, count);
    g_autofree size_t *own = own_hits(tally);
    const asking asked = { plan, own, accepts_cell, user };
    plan->release = release_of(plan, threshold, &asked, NULL, catalog);
    return plan;
}

lyh_tally_plan *lyh_tally_plan_again(const lyh_tally_plan *made, const lyh_catalog *catalog)
{
    lyh_tally_plan *plan =
        new_plan(made->tally, (const lyh_release_split *)(void *)made->splits->data,
                 made->splits->len);
    plan->release = release_of(plan, 0, NULL, made->release, catalog);
    return plan;
}

void lyh_tally_plan_free(lyh_tally_plan *plan)
{
    if (!plan)
        return;
    lyh_release_free(plan->release);
    g_array_unref(plan->splits);
    g_array_unref(plan->persons);
    g_array_unref(plan->person_of);
    g_free(plan);
}

lyh_tally_view lyh_tally_view_of(const lyh_tally_plan *plan, size_t split, size_t threshold,
                                 const lyh_catalog *catalog)
{
    lyh_tally_view view = { .attribute = LYH_NONE,
                            .threshold = threshold,
                            .catalog = catalog,
                            .plan = plan,
                            .split = split };
    if (plan) {
        view.attribute = g_array_index(plan->splits, lyh_release_split, split).first;
        view.grouping = lyh_release_grouping(plan->release, split);
    }
    return view;
}

const lyh_release *lyh_tally_plan_release(const lyh_tally_plan *plan)
{
    return plan->release;
}
