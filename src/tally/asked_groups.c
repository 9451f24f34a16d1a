#include "asked_groups.h"

#include <string.h>

#include "tally_private.h"

/* Of more persons, or of more who are not alike, nothing is worked out. */
#define MOST_PERSONS 1000
#define MOST_CELLS 400

/* Persons are those of the release. */
typedef struct asking {
    const lyh_tally *tally;
    const lyh_tally_plan *beside;
    const lyh_release *release;
    const lyh_tally_guide *guide;
    size_t code, persons;
    bool *asked;      /* by person */
    bool *related;    /* by code: hangs together with the code */
    GPtrArray *small; /* bool *, by person: hidden groups */
} asking;

static size_t respondent_of(const asking *all, size_t person)
{
    return g_array_index(all->beside->persons, size_t, person);
}

static bool said(const asking *all, size_t person, lyh_line line)
{
    return lyh_tally_said(all->tally, respondent_of(all, person), all->code,
                          (lyh_measure)line);
}

static bool shows(const asking *all, size_t split, size_t part, lyh_line line)
{
    return !lyh_release_hides(all->release, split, part, all->code, line);
}

/* Is @person in @part, or in a part within it? */
static bool is_in(const asking *all, size_t split, size_t part, size_t person)
{
    size_t own = lyh_release_part_of(all->release, split, person);
    while (own != LYH_NONE && own != part)
        own = lyh_release_within(all->release, split, own);
    return own == part;
}

/* ---- hidden groups ---- */

static bool has_value(const asking *all, size_t attribute, size_t person, size_t like)
{
    const lyh_respondents *list = all->tally->respondents;
    return attribute == LYH_NONE ||
           strcmp(lyh_respondents_value(list, respondent_of(all, person), attribute),
                  lyh_respondents_value(list, respondent_of(all, like), attribute)) == 0;
}

/* Who has the values that @like has, unless they are as many as may be shown. */
static void add_small(asking *all, size_t first, size_t second, size_t like,
                      size_t threshold)
{
    size_t count = 0;
    g_autofree bool *in = g_new0(bool, all->persons + 1);
    for (size_t i = 0; i < all->persons; i++) {
        in[i] = has_value(all, first, i, like) && has_value(all, second, i, like);
        count += in[i];
        if (in[i] && i < like)
            return; /* they were added with the first of them */
    }
    if (count < threshold)
        g_ptr_array_add(all->small, g_steal_pointer(&in));
}

static void find_small(asking *all, size_t threshold)
{
    for (guint i = 0; i < all->beside->splits->len; i++) {
        const lyh_release_split *split =
            &g_array_index(all->beside->splits, lyh_release_split, i);
        for (size_t like = 0; like < all->persons; like++) {
            add_small(all, split->first, LYH_NONE, like, threshold);
            if (split->second == LYH_NONE)
                continue;
            add_small(all, split->second, LYH_NONE, like, threshold);
            add_small(all, split->first, split->second, like, threshold);
        }
    }
}

/* ---- those asked are printed groups ---- */

/* Is all of the part asked, or none of it, and is it shown when it is? */
static bool is_of_one_kind(const asking *all, size_t split, size_t part)
{
    bool has_asked = false, has_others = false;
    for (size_t i = 0; i < all->persons; i++)
        if (is_in(all, split, part, i)) {
            has_asked |= all->asked[i];
            has_others |= !all->asked[i];
        }
    return !has_asked || (!has_others && shows(all, split, part, LYH_LINE_ANY));
}

static bool are_groups(const asking *all, size_t split)
{
    size_t parts = lyh_release_parts(all->release, split);
    for (size_t i = 0; i < parts; i++) {
        bool is_outer = lyh_release_within(all->release, split, i) == LYH_NONE;
        if (is_outer && !is_of_one_kind(all, split, i))
            return false;
    }
    return parts > 0;
}

/* ---- two who could have said each other's words ---- */

static bool are_alike(const asking *all, size_t one, size_t other)
{
    for (guint i = 0; i < all->beside->splits->len; i++)
        if (!lyh_release_is_refused(all->release, i) &&
            lyh_release_part_of(all->release, i, one) !=
                lyh_release_part_of(all->release, i, other))
            return false;
    for (size_t code = 0; code < lyh_codebook_count(all->tally->codebook); code++)
        if (all->related[code] &&
            lyh_tally_was_asked(all->tally, all->guide, respondent_of(all, one), code) !=
                lyh_tally_was_asked(all->tally, all->guide, respondent_of(all, other),
                                    code))
            return false;
    return all->asked[one] == all->asked[other];
}

static bool two_could(const asking *all, const bool *group, lyh_line line)
{
    for (size_t one = 0; one < all->persons; one++)
        for (size_t other = 0; group[one] && other < all->persons; other++)
            if (!group[other] && said(all, one, line) != said(all, other, line) &&
                are_alike(all, one, other))
                return true;
    return false;
}

/* ---- the equations of the code ---- */

/* Persons whom nothing that is told parts. */
typedef struct told_cells {
    GArray *sizes, *first; /* size_t */
} told_cells;

static told_cells cells_of(const asking *all, const bool *group)
{
    told_cells cells = { g_array_new(FALSE, FALSE, sizeof(size_t)),
                         g_array_new(FALSE, FALSE, sizeof(size_t)) };
    g_autoptr(GHashTable) known =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < all->persons; i++) {
        GString *key = g_string_new(NULL);
        g_string_printf(key, "%d %d", group[i], all->asked[i]);
        for (guint k = 0; k < all->beside->splits->len; k++)
            g_string_append_printf(key, " %zx",
                                   lyh_release_part_of(all->release, k, i) + 1);
        size_t cell = GPOINTER_TO_SIZE(g_hash_table_lookup(known, key->str));
        if (cell > 0) {
            g_array_index(cells.sizes, size_t, cell - 1)++;
            g_string_free(key, TRUE);
            continue;
        }
        size_t one = 1;
        g_array_append_val(cells.sizes, one);
        g_array_append_val(cells.first, i);
        g_hash_table_insert(known, g_string_free(key, FALSE),
                            GSIZE_TO_POINTER((size_t)cells.sizes->len));
    }
    return cells;
}

/* What is told of a line: of everyone, of the part @part of @split, or (LYH_NONE) of those asked. */
static void tell(const asking *all, const told_cells *cells, lyh_unknowns *unknowns,
                 const bool *those, lyh_line line)
{
    size_t count = 0;
    g_autofree bool *in = g_new0(bool, cells->first->len + 1);
    for (guint i = 0; i < cells->first->len; i++)
        in[i] = !those || those[g_array_index(cells->first, size_t, i)];
    for (size_t i = 0; i < all->persons; i++)
        count += (!those || those[i]) && said(all, i, line);
    lyh_unknowns_print(unknowns, 0, line, in, count);
}

static void tell_groups(const asking *all, const told_cells *cells, lyh_unknowns *unknowns,
                        lyh_line line)
{
    g_autofree bool *in = g_new0(bool, all->persons + 1);
    tell(all, cells, unknowns, NULL, line);
    for (guint split = 0; split < all->beside->splits->len; split++)
        for (size_t part = 0; part < lyh_release_parts(all->release, split); part++) {
            for (size_t i = 0; i < all->persons; i++)
                in[i] = is_in(all, split, part, i);
            if (shows(all, split, part, line))
                tell(all, cells, unknowns, in, line);
        }
}

static lyh_unknowns *equations(const asking *all, const told_cells *cells)
{
    size_t both = 0;
    lyh_unknowns *unknowns = lyh_unknowns_new((const size_t *)(void *)cells->sizes->data,
                                              cells->sizes->len, 1, false);
    for (lyh_line line = LYH_LINE_ANY; line <= LYH_LINE_NEUTRAL; line++)
        tell_groups(all, cells, unknowns, line);
    for (size_t i = 0; i < all->persons; i++)
        both += said(all, i, LYH_LINE_PLUS) && said(all, i, LYH_LINE_MINUS);
    lyh_unknowns_both(unknowns, 0, both);
    tell(all, cells, unknowns, all->asked, LYH_LINE_ANY);
    return unknowns;
}

static bool leave_open(const asking *all, const bool *group, lyh_line line)
{
    size_t count = 0;
    told_cells cells = cells_of(all, group);
    g_autofree bool *in = g_new0(bool, cells.first->len + 1);
    for (guint i = 0; i < cells.first->len; i++)
        in[i] = group[g_array_index(cells.first, size_t, i)];
    for (size_t i = 0; i < all->persons; i++)
        count += group[i] && said(all, i, line);
    lyh_derivable answer = LYH_DERIVABLE_UNSURE;
    if (cells.first->len <= MOST_CELLS) {
        lyh_unknowns *unknowns = equations(all, &cells);
        answer = lyh_unknowns_ask(unknowns, 0, line, in, count);
        lyh_unknowns_free(unknowns);
    }
    g_array_unref(cells.sizes);
    g_array_unref(cells.first);
    return answer == LYH_DERIVABLE_NO;
}

/* ---- */

/* None and all of everyone are told anyway. */
static bool is_told_by_everyone(const asking *all, lyh_line line)
{
    size_t total = 0;
    for (size_t i = 0; i < all->persons; i++)
        total += said(all, i, line);
    return total == 0 || total == all->persons;
}

static bool is_told(const asking *all, const bool *group)
{
    for (lyh_line line = LYH_LINE_ANY; line <= LYH_LINE_NEUTRAL; line++)
        if (!is_told_by_everyone(all, line) && !two_could(all, group, line) &&
            !leave_open(all, group, line))
            return true;
    return false;
}

static bool shares_a_root(const lyh_codebook *book, size_t one, size_t other)
{
    for (size_t root = 0; root < lyh_codebook_count(book); root++) {
        size_t parents;
        lyh_codebook_parents(book, root, &parents);
        if (parents == 0 && lyh_codebook_is_within(book, one, root) &&
            lyh_codebook_is_within(book, other, root))
            return true;
    }
    return false;
}

static bool is_known_anyway(const asking *all)
{
    size_t asked = 0;
    for (size_t i = 0; i < all->persons; i++)
        asked += all->asked[i];
    bool is_known = asked == 0 || asked == all->persons;
    for (guint i = 0; !is_known && i < all->beside->splits->len; i++)
        is_known = are_groups(all, i);
    return is_known;
}

static bool tell_of_any(asking *all, size_t threshold)
{
    if (is_known_anyway(all))
        return false;
    find_small(all, threshold);
    for (guint i = 0; i < all->small->len; i++)
        if (is_told(all, all->small->pdata[i]))
            return true;
    return false;
}

bool asked_groups_tell(const lyh_tally *tally, const lyh_tally_plan *beside, size_t code,
                       const bool *asked, const lyh_tally_guide *guide, size_t threshold)
{
    if (!beside || beside->splits->len == 0)
        return false;
    if (beside->is_of_cells || beside->persons->len > MOST_PERSONS)
        return true;
    size_t codes = lyh_codebook_count(tally->codebook), persons = beside->persons->len;
    g_autofree bool *in = g_new0(bool, persons + 1);
    g_autofree bool *related = g_new0(bool, codes + 1);
    g_autoptr(GPtrArray) small = g_ptr_array_new_with_free_func(g_free);
    asking all = {
        tally, beside, beside->release, guide, code, persons, in, related, small
    };
    for (size_t i = 0; i < persons; i++)
        in[i] = asked[respondent_of(&all, i)];
    for (size_t i = 0; i < codes; i++)
        related[i] = shares_a_root(tally->codebook, code, i);
    return tell_of_any(&all, threshold);
}
