/*
 * What groups of cells would tell. Of the persons of a cell it is not known who said what; nor does
 * a reader know it, and to them any two persons of a printed group may have said each other's
 * lines, all of them: the figures of that group, and of all others, stay as they are. So where
 * in each group some said a thing and some did not, it cannot be worked out of no smaller group how
 * many of it did; that holds for groups of a pair too, whose smallest groups part the persons. A group
 * of which all or none said it tells, and hiding its row would not do: "any" is + and - and 0, and
 * what is said of a code is said of those above it. Then no group is shown of any code of the family. A thing
 * that everyone said, or nobody, is told by everyone's figures.
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
    for (size_t part = 0; part < parts->count; part++)
        leaves[part].said = 0;
    for (size_t part = 0; part < parts->count; part++) {
        size_t said = sums[part * LYH_MEASURE_COUNT + measure].persons;
        leaves[part].said += said;
        if (part > 0)
            leaves[tally_part_within(parts, part)].said -= said;
    }
}

static bool says_something(const tally_parts *parts, const tally_sum *sums,
                           lyh_measure measure)
{
    size_t everyone = sums[measure].persons;
    return everyone > 0 && everyone < tally_part_base(parts, 0);
}

static bool any_tells(const tally_parts *parts, const leaf *leaves)
{
    bool tells = false;
    for (size_t part = 0; part < parts->count; part++)
        tells |= leaves[part].cells > 1 &&
                 (leaves[part].said == 0 || leaves[part].said == leaves[part].base);
    return tells;
}

/* Is what is left of a printed group, when the groups within it are taken away, too small? */
static bool leaves_a_small_rest(const tally_parts *parts, const leaf *leaves)
{
    for (size_t part = 1; part < parts->count; part++) {
        const leaf *rest = &leaves[tally_part_within(parts, part)];
        if (rest->base > 0 && rest->base < parts->view->threshold)
            return true;
    }
    return false;
}

static void judge_code(const tally_parts *parts, size_t code, leaf *leaves, bool *tells)
{
    g_autofree tally_sum *sums = g_new(tally_sum, parts->count * LYH_MEASURE_COUNT);
    tally_parts_sum(parts, code, sums);
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        if (!says_something(parts, sums, measure))
            continue;
        count_said(parts, sums, measure, leaves);
        tells[code * 2 + (measure == LYH_MEASURE_WISH)] |= any_tells(parts, leaves);
    }
}

/* What one code tells, its whole family does. */
static void share(const lyh_codebook *codebook, bool *tells)
{
    for (bool changes = true; changes;) {
        changes = false;
        for (size_t i = 0; i < lyh_codebook_count(codebook) * 2; i++) {
            size_t count;
            const size_t *parents = lyh_codebook_parents(codebook, i / 2, &count);
            for (size_t k = 0; k < count; k++) {
                bool *above = &tells[parents[k] * 2 + i % 2];
                changes |= *above != tells[i];
                *above = tells[i] = *above || tells[i];
            }
        }
    }
}

void tally_cells_judge(tally_parts *parts)
{
    const lyh_codebook *codebook = parts->tally->codebook;
    size_t codes = lyh_codebook_count(codebook);
    g_autofree leaf *leaves = leaves_of(parts);
    bool is_told = parts->view->plan->splits->len > 1 || leaves_a_small_rest(parts, leaves);
    parts->tells = g_new0(bool, codes * 2 + 1);
    for (size_t part = 0; part < parts->count; part++)
        parts->has_shared_groups |= leaves[part].cells > 1;
    for (size_t code = 0; code < codes; code++) {
        parts->tells[code * 2] = parts->tells[code * 2 + 1] = is_told;
        judge_code(parts, code, leaves, parts->tells);
    }
    share(codebook, parts->tells);
}
