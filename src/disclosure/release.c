#include "release_private.h"

#include <string.h>

static void free_layer(void *data)
{
    release_layer *layer = data;
    for (size_t i = 0; i < layer->count; i++)
        g_free(layer->names[i]);
    g_free(layer->of);
    g_free(layer->sizes);
    g_free(layer->is_merged);
    g_free(layer->names);
    lyh_grouping_free(layer->grouping);
    g_free(layer->hidden);
    g_free(layer->opened);
    g_free(layer->hidden_words);
    g_free(layer);
}

static void free_target(void *data)
{
    release_target *target = data;
    g_array_unref(target->persons);
    g_free(target->in);
    g_free(target);
}

static void clear_part(void *data)
{
    release_part *part = data;
    g_free(part->name);
    g_free(part->second_name);
}

static void clear_split(void *data)
{
    release_split *split = data;
    g_array_unref(split->parts);
    g_free(split->of);
}

void lyh_release_free(lyh_release *release)
{
    if (!release)
        return;
    g_ptr_array_unref(release->layers);
    g_array_unref(release->splits);
    g_ptr_array_unref(release->targets);
    g_free(release);
}

/* What a release is made from. */
typedef struct planning {
    lyh_release *release;
    const size_t *weights; /* or NULL */
    const lyh_release_attribute *attributes;
    const lyh_catalog *catalog;
} planning;

static lyh_grouping *group_persons(const planning *plan, size_t attribute,
                                   const release_layer *outer, size_t part)
{
    const lyh_release_attribute *values = &plan->attributes[attribute];
    g_autofree size_t *sizes = g_new0(size_t, values->count + 1);
    for (size_t i = 0; i < plan->release->persons; i++)
        if (!outer || outer->of[i] == part)
            sizes[values->of[i]] += plan->weights ? plan->weights[i] : 1;
    return lyh_grouping_new(values->names, sizes, values->count, plan->release->threshold,
                            plan->catalog);
}

static void new_layer(const planning *plan, const lyh_release_split *split,
                      size_t attribute, const release_layer *outer, size_t part,
                      lyh_grouping *grouping)
{
    release_layer *layer = g_new0(release_layer, 1);
    layer->first = split->first;
    layer->second = outer ? split->second : LYH_NONE;
    layer->within = outer ? part : LYH_NONE;
    layer->time = split->time;
    layer->number = plan->release->layers->len;
    layer->grouping = grouping;
    layer->count = lyh_grouping_count(grouping);
    layer->of = g_new(size_t, plan->release->persons + 1);
    layer->sizes = g_new0(size_t, layer->count);
    layer->is_merged = g_new0(bool, layer->count);
    layer->names = g_new0(char *, layer->count);
    for (size_t i = 0; i < plan->release->persons; i++) {
        bool is_in = !outer || outer->of[i] == part;
        layer->of[i] =
            is_in ? lyh_grouping_of(grouping, plan->attributes[attribute].of[i]) : NO_PART;
    }
    for (size_t i = 0; i < layer->count; i++) {
        const char *name = lyh_grouping_name(grouping, i);
        layer->sizes[i] = lyh_grouping_size(grouping, i);
        layer->is_merged[i] = lyh_grouping_is_merged(grouping, i);
        layer->names[i] =
            outer ? g_strdup_printf("%s, %s", outer->names[part], name) : g_strdup(name);
    }
    layer->hidden = g_new0(unsigned char, plan->release->codes + 1);
    layer->opened = g_new0(bool, plan->release->codes * layer->count + 1);
    layer->hidden_words = g_new0(unsigned char, plan->release->codes + 1);
    g_ptr_array_add(plan->release->layers, layer);
}

static size_t find_layer(const lyh_release *release, size_t first, size_t second,
                         size_t within)
{
    for (guint i = 0; i < release->layers->len; i++) {
        const release_layer *layer = release->layers->pdata[i];
        if (layer->first == first && layer->second == second && layer->within == within)
            return i;
    }
    return LYH_NONE;
}

/* The layer of @attribute, or of it within @part of the layer @outer; LYH_NONE when that is refused. */
static size_t layer_of(const planning *plan, const lyh_release_split *split,
                       size_t attribute, size_t outer, size_t part)
{
    const lyh_release *release = plan->release;
    bool is_inner = outer != LYH_NONE;
    size_t found = find_layer(release, split->first, is_inner ? split->second : LYH_NONE,
                              is_inner ? part : LYH_NONE);
    if (found != LYH_NONE)
        return found;
    const release_layer *around = is_inner ? release->layers->pdata[outer] : NULL;
    g_autoptr(lyh_grouping) grouping = group_persons(plan, attribute, around, part);
    if (lyh_grouping_is_refused(grouping))
        return LYH_NONE;
    new_layer(plan, split, attribute, around, part, g_steal_pointer(&grouping));
    return release->layers->len - 1;
}

static void print_part(const planning *plan, release_split *printed, size_t layer,
                       size_t part, size_t within)
{
    const release_layer *parted = plan->release->layers->pdata[layer];
    release_part row = { layer, part, within, NULL, NULL };
    if (within == LYH_NONE) {
        row.name = g_strdup(parted->names[part]);
        row.second_name = g_strdup("");
    } else {
        const release_part *outer = &g_array_index(printed->parts, release_part, within);
        row.name = g_strdup(outer->name);
        row.second_name = g_strdup(parted->names[part] + strlen(outer->name) + 2);
    }
    for (size_t i = 0; i < plan->release->persons; i++)
        if (parted->of[i] == part)
            printed->of[i] = printed->parts->len;
    g_array_append_val(printed->parts, row);
}

static void print_within(const planning *plan, const lyh_release_split *split,
                         release_split *printed, size_t outer, size_t part)
{
    size_t within = printed->parts->len - 1;
    size_t inner = layer_of(plan, split, split->second, outer, part);
    const release_layer *layer =
        inner == LYH_NONE ? NULL : plan->release->layers->pdata[inner];
    for (size_t i = 0; layer && i < layer->count; i++)
        print_part(plan, printed, inner, i, within);
}

static void add_split(const planning *plan, const lyh_release_split *split)
{
    release_split printed = { g_array_new(FALSE, FALSE, sizeof(release_part)),
                              g_new(size_t, plan->release->persons + 1),
                              split->second != LYH_NONE };
    g_array_set_clear_func(printed.parts, clear_part);
    for (size_t i = 0; i < plan->release->persons; i++)
        printed.of[i] = LYH_NONE;
    size_t layer = layer_of(plan, split, split->first, LYH_NONE, LYH_NONE);
    size_t count = layer == LYH_NONE
                       ? 0
                       : ((release_layer *)plan->release->layers->pdata[layer])->count;
    for (size_t i = 0; i < count; i++) {
        print_part(plan, &printed, layer, i, LYH_NONE);
        if (split->second != LYH_NONE)
            print_within(plan, split, &printed, layer, i);
    }
    g_array_append_val(plan->release->splits, printed);
}

static bool is_same_target(const release_target *one, const release_target *other)
{
    return one->persons->len == other->persons->len &&
           memcmp(one->persons->data, other->persons->data,
                  one->persons->len * sizeof(size_t)) == 0;
}

static void take_target(lyh_release *release, release_target *target)
{
    bool is_small = target->persons->len > 0 && target->persons->len < release->threshold;
    bool is_known = false;
    for (guint i = 0; is_small && i < release->targets->len; i++)
        is_known |= is_same_target(target, release->targets->pdata[i]);
    target->number = release->targets->len;
    if (is_small && !is_known)
        g_ptr_array_add(release->targets, target);
    else
        free_target(target);
}

/* Of the persons sorted by value into @buckets, each bucket is a group somebody may ask about. */
static void take_targets(const planning *plan, size_t first, size_t second, size_t time)
{
    lyh_release *release = plan->release;
    size_t width = second == LYH_NONE ? 1 : plan->attributes[second].count;
    g_autoptr(GHashTable) buckets = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    for (size_t i = 0; i < release->persons; i++) {
        size_t key = plan->attributes[first].of[i] * width +
                     (second == LYH_NONE ? 0 : plan->attributes[second].of[i]) + 1;
        GArray *bucket = g_hash_table_lookup(buckets, GSIZE_TO_POINTER(key));
        if (!bucket) {
            bucket = g_array_new(FALSE, FALSE, sizeof(size_t));
            g_hash_table_insert(buckets, GSIZE_TO_POINTER(key), bucket);
            g_ptr_array_add(order, bucket);
        }
        g_array_append_val(bucket, i);
    }
    for (guint i = 0; i < order->len; i++) {
        release_target *target = g_new0(release_target, 1);
        target->persons = order->pdata[i];
        target->time = time;
        if (target->persons->len < release->threshold)
            target->in = g_new0(bool, release->persons + 1);
        for (guint k = 0; target->in && k < target->persons->len; k++)
            target->in[g_array_index(target->persons, size_t, k)] = true;
        take_target(release, target);
    }
}

lyh_release *release_planned(size_t persons, const size_t *weights,
                             const lyh_release_attribute *attributes,
                             const lyh_release_split *splits, size_t split_count,
                             size_t codes, size_t threshold, const lyh_catalog *catalog)
{
    lyh_release *release = g_new0(lyh_release, 1);
    const planning plan = { release, weights, attributes, catalog };
    release->persons = persons;
    release->threshold = threshold;
    release->codes = codes;
    release->layers = g_ptr_array_new_with_free_func(free_layer);
    release->targets = g_ptr_array_new_with_free_func(free_target);
    release->splits = g_array_new(FALSE, FALSE, sizeof(release_split));
    g_array_set_clear_func(release->splits, clear_split);
    for (size_t i = 0; i < split_count; i++) {
        g_assert(i == 0 || splits[i - 1].time <= splits[i].time);
        add_split(&plan, &splits[i]);
        if (lyh_release_is_refused(release, i))
            continue;
        take_targets(&plan, splits[i].first, LYH_NONE, splits[i].time);
        if (splits[i].second != LYH_NONE) {
            take_targets(&plan, splits[i].second, LYH_NONE, splits[i].time);
            take_targets(&plan, splits[i].first, splits[i].second, splits[i].time);
        }
    }
    return release;
}

lyh_release *lyh_release_new(size_t persons, const size_t *weights,
                             const lyh_release_attribute *attributes,
                             const lyh_release_split *splits, size_t split_count,
                             const lyh_release_said *said, size_t threshold,
                             const lyh_catalog *catalog)
{
    lyh_release *release =
        release_planned(persons, weights, attributes, splits, split_count,
                        said ? said->codes : 0, threshold, catalog);
    if (said)
        release_protect(release, said);
    return release;
}

lyh_release *lyh_release_again(const lyh_release *made, size_t persons,
                               const size_t *weights,
                               const lyh_release_attribute *attributes,
                               const lyh_release_split *splits, size_t split_count,
                               const lyh_catalog *catalog)
{
    lyh_release *release =
        release_planned(persons, weights, attributes, splits, split_count, made->codes,
                        made->threshold, catalog);
    g_assert(release->layers->len == made->layers->len);
    for (guint i = 0; i < release->layers->len; i++) {
        release_layer *layer = release->layers->pdata[i];
        const release_layer *from = made->layers->pdata[i];
        memcpy(layer->hidden, from->hidden, made->codes);
        memcpy(layer->opened, from->opened,
               made->codes * layer->count * sizeof *layer->opened);
        memcpy(layer->hidden_words, from->hidden_words, made->codes);
    }
    release->is_unsure = made->is_unsure;
    return release;
}

static const release_split *split_at(const lyh_release *release, size_t split)
{
    g_assert(split < release->splits->len);
    return &g_array_index(release->splits, release_split, split);
}

static const release_part *part_at(const lyh_release *release, size_t split, size_t part)
{
    g_assert(part < split_at(release, split)->parts->len);
    return &g_array_index(split_at(release, split)->parts, release_part, part);
}

static const release_layer *layer_at(const lyh_release *release, const release_part *part)
{
    return release->layers->pdata[part->layer];
}

bool lyh_release_is_refused(const lyh_release *release, size_t split)
{
    return split_at(release, split)->parts->len == 0;
}

const lyh_grouping *lyh_release_grouping(const lyh_release *release, size_t split)
{
    if (split_at(release, split)->is_pair || lyh_release_is_refused(release, split))
        return NULL;
    return layer_at(release, part_at(release, split, 0))->grouping;
}

size_t lyh_release_parts(const lyh_release *release, size_t split)
{
    return split_at(release, split)->parts->len;
}

const char *lyh_release_name(const lyh_release *release, size_t split, size_t part)
{
    return part_at(release, split, part)->name;
}

const char *lyh_release_second_name(const lyh_release *release, size_t split, size_t part)
{
    return part_at(release, split, part)->second_name;
}

const char *lyh_release_full_name(const lyh_release *release, size_t split, size_t part)
{
    const release_part *row = part_at(release, split, part);
    return layer_at(release, row)->names[row->part];
}

size_t lyh_release_size(const lyh_release *release, size_t split, size_t part)
{
    const release_part *row = part_at(release, split, part);
    return layer_at(release, row)->sizes[row->part];
}

bool lyh_release_is_merged(const lyh_release *release, size_t split, size_t part)
{
    const release_part *row = part_at(release, split, part);
    return layer_at(release, row)->is_merged[row->part];
}

size_t lyh_release_within(const lyh_release *release, size_t split, size_t part)
{
    return part_at(release, split, part)->within;
}

size_t lyh_release_part_of(const lyh_release *release, size_t split, size_t person)
{
    g_assert(person < release->persons);
    return split_at(release, split)->of[person];
}

bool lyh_release_hides(const lyh_release *release, size_t split, size_t part, size_t code,
                       lyh_line line)
{
    const release_part *row = part_at(release, split, part);
    return code < release->codes &&
           release_hides_part(layer_at(release, row), row->part, code, BIT(line));
}

bool lyh_release_hides_words(const lyh_release *release, size_t split, size_t part,
                             size_t code, lyh_line line)
{
    const release_layer *layer = layer_at(release, part_at(release, split, part));
    return lyh_release_hides(release, split, part, code, line) ||
           (code < release->codes && (layer->hidden_words[code] & BIT(line)));
}

bool lyh_release_is_unsure(const lyh_release *release)
{
    return release->is_unsure;
}
