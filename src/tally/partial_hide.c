/*
 * What groups of cells would tell. Of the persons of a cell it is not known who said what; but nobody
 * who reads a table knows it either, and to them any two persons of a printed group may have said
 * each other's lines, all of them: the figures of that group, and of all others, stay as they are.
 * So where a printed group has persons who said a thing and persons who did not, it cannot be
 * worked out how many of a smaller group within it did, whatever else is printed; where all did or
 * none, it can. That holds for groups of a pair too, as long as only one split is shown: its
 * smallest groups part the persons, and all figures are sums over them.
 */
#include "tally_private.h"

/* A smallest group, or those of a larger one whom no group within it has. */
typedef struct leaf {
    size_t cells, base, said;
} leaf;

static leaf *leaves_of(const tally_parts *parts)
{
    leaf *leaves = g_new0(leaf, parts->count);
    for (guint i = 0; i < parts->part->len; i++) {
        leaf *here = &leaves[g_array_index(parts->part, size_t, i)];
        size_t people = tally_people(parts->tally, i);
        here->cells += people > 0;
        here->base += people;
    }
    return leaves;
}

/* Persons who said it are those of the printed group without those of the groups within it. */
static void count_said(const tally_parts *parts, const tally_sum *sums, lyh_measure measure,
                       leaf *leaves)
{
    for (size_t part = 0; part < parts->count; part++) {
        size_t said = sums[part * LYH_MEASURE_COUNT + measure].persons;
        leaves[part].said += said;
        if (part > 0)
            leaves[tally_part_within(parts, part)].said -= said;
    }
}

/* Is @part printed with groups within it? Everyone is. */
static bool has_groups(const tally_parts *parts, size_t part)
{
    bool has = part == 0;
    for (size_t i = 1; i < parts->count && !has; i++)
        has = tally_part_within(parts, i) == part;
    return has;
}

static bool tells(const tally_parts *parts, size_t part, const leaf *here)
{
    if (here->base == 0)
        return false;
    bool is_rest = has_groups(parts, part); /* what is left when groups are taken away */
    return (is_rest && here->base < parts->view->threshold) ||
           (here->cells > 1 && (here->said == 0 || here->said == here->base));
}

bool tally_cells_tell(const tally_parts *parts, const tally_sum *sums, lyh_measure measure)
{
    g_autofree leaf *leaves = leaves_of(parts);
    bool is_told = parts->view->plan->splits->len > 1;
    count_said(parts, sums, measure, leaves);
    for (size_t part = 0; part < parts->count && !is_told; part++)
        is_told = tells(parts, part, &leaves[part]);
    return is_told;
}

bool tally_cells_share_groups(const tally_parts *parts)
{
    g_autofree leaf *leaves = leaves_of(parts);
    bool any = false;
    for (size_t part = 0; part < parts->count; part++)
        any |= leaves[part].cells > 1;
    return any;
}
