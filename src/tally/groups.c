#include "tally_private.h"

static bool is_grouped(const lyh_tally_view *view)
{
    return view->plan != NULL;
}

static const lyh_release *release_of(const lyh_tally_view *view)
{
    return lyh_tally_plan_release(view->plan);
}

size_t lyh_tally_group_of(const lyh_tally *tally, const lyh_tally_view *view,
                          size_t respondent)
{
    if (!is_grouped(view) || !lyh_tally_has(tally, respondent))
        return LYH_NONE;
    size_t person = g_array_index(view->plan->person_of, size_t, respondent);
    return lyh_release_part_of(release_of(view), view->split, person);
}

static void part_people(tally_parts *parts)
{
    const lyh_tally *tally = parts->tally;
    for (size_t i = 0; i < lyh_respondents_count(tally->respondents); i++) {
        size_t group = lyh_tally_group_of(tally, parts->view, i);
        size_t part = group == LYH_NONE ? 0 : group + 1;
        g_array_append_val(parts->part, part);
    }
}

/* The smallest part that a respondent is in; 0 for none but everyone. */
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
        words[0] += spoken;
        for (size_t part = part_of(parts, i); part > 0;
             part = tally_part_within(parts, part))
            words[part] += spoken;
    }
}

void tally_parts_init(tally_parts *parts, const lyh_tally *tally,
                      const lyh_tally_view *view)
{
    *parts = (tally_parts){
        .tally = tally,
        .view = view,
        .count =
            is_grouped(view) ? lyh_release_parts(release_of(view), view->split) + 1 : 1,
        .part = g_array_new(FALSE, FALSE, sizeof(size_t)),
        .words = g_array_new(FALSE, TRUE, sizeof(size_t)),
        .is_hidden =
            lyh_print_level_of(lyh_tally_base(tally), view->threshold) == LYH_PRINT_NOTHING,
    };
    g_array_set_size(parts->words, (guint)parts->count);
    if (is_grouped(view))
        part_people(parts);
    sum_words(parts);
    if (parts->count > 1 && view->plan->is_of_cells)
        tally_cells_judge(parts);
}

void tally_parts_clear(tally_parts *parts)
{
    g_free(parts->tells);
    g_array_unref(parts->part);
    g_array_unref(parts->words);
}

static const char *everyone(const tally_parts *parts)
{
    return lyh_trc(parts->view->catalog, "group", "Everyone");
}

const char *tally_part_name(const tally_parts *parts, size_t part)
{
    const lyh_tally_view *view = parts->view;
    return part == 0 ? everyone(parts)
                     : lyh_release_full_name(release_of(view), view->split, part - 1);
}

size_t tally_part_base(const tally_parts *parts, size_t part)
{
    const lyh_tally_view *view = parts->view;
    return part == 0 ? lyh_tally_base(parts->tally)
                     : lyh_release_size(release_of(view), view->split, part - 1);
}

bool tally_part_is_merged(const tally_parts *parts, size_t part)
{
    const lyh_tally_view *view = parts->view;
    return part > 0 && lyh_release_is_merged(release_of(view), view->split, part - 1);
}

size_t tally_part_within(const tally_parts *parts, size_t part)
{
    const lyh_tally_view *view = parts->view;
    size_t within =
        part == 0 ? LYH_NONE : lyh_release_within(release_of(view), view->split, part - 1);
    return within == LYH_NONE ? 0 : within + 1;
}

static const lyh_release_split *split_of(const tally_parts *parts)
{
    return &g_array_index(parts->view->plan->splits, lyh_release_split, parts->view->split);
}

size_t tally_part_columns(const tally_parts *parts)
{
    if (!is_grouped(parts->view))
        return 0;
    return split_of(parts)->second == LYH_NONE ? 1 : 2;
}

const char *tally_part_attribute(const tally_parts *parts, size_t index)
{
    const lyh_release_split *split = split_of(parts);
    return lyh_respondents_attribute(parts->tally->respondents,
                                     index == 0 ? split->first : split->second);
}

const char *tally_part_cell(const tally_parts *parts, size_t part, size_t index)
{
    const lyh_tally_view *view = parts->view;
    if (part == 0)
        return everyone(parts);
    const char *name =
        index == 0 ? lyh_release_name(release_of(view), view->split, part - 1)
                   : lyh_release_second_name(release_of(view), view->split, part - 1);
    return *name ? name : everyone(parts);
}

static void add_to_sum(tally_sum *sum, const tally_counter *counter, lyh_measure measure,
                       bool is_in_base)
{
    sum->persons += is_in_base ? counter->persons[measure] : 0;
    sum->hits += counter->hits[measure];
    sum->statements += counter->statements[measure];
    sum->words += counter->words[measure];
}

static void add_counter(const tally_parts *parts, const tally_counter *counter, size_t part,
                        tally_sum *sums)
{
    bool is_in_base = lyh_tally_has(parts->tally, counter->respondent);
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++)
        add_to_sum(&sums[part * LYH_MEASURE_COUNT + measure], counter, measure, is_in_base);
}

void tally_parts_sum(const tally_parts *parts, size_t code, tally_sum *sums)
{
    tally_counter counter;
    for (size_t i = 0; i < parts->count * LYH_MEASURE_COUNT; i++)
        sums[i] = (tally_sum){ 0 };
    for (size_t at = 0; tally_counters_next(parts->tally->counters, code, &at, &counter);) {
        add_counter(parts, &counter, 0, sums);
        for (size_t part = part_of(parts, counter.respondent); part > 0;
             part = tally_part_within(parts, part))
            add_counter(parts, &counter, part, sums);
    }
}

bool tally_parts_hide(const tally_parts *parts, size_t code, lyh_measure measure,
                      bool *hidden, bool *words)
{
    const lyh_tally_view *view = parts->view;
    bool tells = false;
    for (size_t part = 0; part < parts->count; part++)
        hidden[part] = parts->is_hidden;
    if (parts->tells)
        tells = parts->tells[code * 2 + (measure == LYH_MEASURE_WISH)];
    for (size_t part = 1; part < parts->count; part++)
        hidden[part] |= tells;
    for (size_t part = 1; part < parts->count; part++) {
        bool is_hidden = lyh_release_hides(release_of(view), view->split, part - 1, code,
                                           (lyh_line)measure);
        tells |= is_hidden;
        hidden[part] |= is_hidden;
    }
    for (size_t part = 0; words && part < parts->count; part++)
        words[part] =
            hidden[part] ||
            (part > 0 && (parts->has_shared_groups ||
                          lyh_release_hides_words(release_of(view), view->split, part - 1,
                                                  code, (lyh_line)measure)));
    return tells;
}

bool lyh_tally_hides(const lyh_tally *tally, const lyh_tally_view *view, size_t group,
                     size_t code, lyh_measure measure)
{
    g_auto(tally_parts) parts;
    tally_parts_init(&parts, tally, view);
    g_autofree bool *hidden = g_new(bool, parts.count);
    tally_parts_hide(&parts, code, measure, hidden, NULL);
    return hidden[group + 1];
}
