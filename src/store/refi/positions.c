#include <lyhord/store/refi_positions.h>

#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "hypotheses.h"

struct lyh_refi_positions {
    const lyh_refi *project;
    GPtrArray *hypotheses; /* hypothesis * */
    size_t taken;
    lyh_refi_basis basis;
    char *words;
    GByteArray *doubts; /* by selection: 1 when only others fit */
    size_t quotes;
};

/* Names shorter than this are met everywhere: where they stand tells nothing. */
#define TELLING_CHARACTERS 12

static hypothesis *at(const lyh_refi_positions *positions, size_t index)
{
    return positions->hypotheses->pdata[index];
}

static void free_hypothesis(gpointer data)
{
    hypothesis_free(data);
}

/* ---- which fit ---- */

/* The selections whose place matters: those that somebody coded. */
static GByteArray *coded_of(const lyh_refi *project)
{
    GByteArray *coded = g_byte_array_new();
    g_byte_array_set_size(coded, (guint)project->selection_count);
    if (project->selection_count > 0)
        memset(coded->data, 0, project->selection_count);
    for (size_t i = 0; i < project->coding_count; i++)
        if (project->codings[i].selection != LYH_NONE)
            coded->data[project->codings[i].selection] = 1;
    return coded;
}

/* How well @selection's words fit each hypothesis; the best counts, and those it is best for. */
static void judge(lyh_refi_positions *positions, size_t selection)
{
    unsigned best = 0;
    size_t count = positions->hypotheses->len;
    g_autofree unsigned *fits = g_new0(unsigned, count);
    for (size_t i = 0; i < count; i++) {
        fits[i] = hypothesis_fit(at(positions, i), positions->project, selection);
        best = MAX(best, fits[i]);
    }
    positions->quotes += best > 0;
    for (size_t i = 0; i < count && best > 0; i++)
        if (fits[i] == best)
            hypothesis_add_fit(at(positions, i), selection);
}

static size_t fewest_impossible(const lyh_refi_positions *positions)
{
    size_t fewest = SIZE_MAX;
    for (size_t i = 0; i < positions->hypotheses->len; i++)
        fewest = MIN(fewest, at(positions, i)->impossible);
    return fewest;
}

/* One whose places lie outside the text is out, when there is one whose do not. */
static void drop_impossible(lyh_refi_positions *positions)
{
    size_t fewest = fewest_impossible(positions);
    for (size_t i = positions->hypotheses->len; i > 0; i--)
        if (at(positions, i - 1)->impossible > fewest)
            g_ptr_array_remove_index(positions->hypotheses, (guint)i - 1);
}

/* Line ends that a parser made one are counted as two only when nothing else fits as well. */
static bool is_better(const hypothesis *one, const hypothesis *other)
{
    return one->fitting > other->fitting || (one->fitting == other->fitting &&
                                             other->is_last_resort && !one->is_last_resort);
}

static void take_best(lyh_refi_positions *positions)
{
    positions->taken = 0;
    for (size_t i = 1; i < positions->hypotheses->len; i++)
        if (is_better(at(positions, i), at(positions, positions->taken)))
            positions->taken = i;
}

/* ---- what is said ---- */

static void complain_of_two(const lyh_refi_positions *positions, const char *name,
                            const hypothesis *one, const hypothesis *other,
                            lyh_diags *diags)
{
    g_autofree char *first = hypothesis_words(one);
    g_autofree char *second = hypothesis_words(other);
    lyh_diags_error(
        diags, "refi-ambiguous", lyh_place_file(name),
        "the positions can be read in two ways that fit %zu quotes equally well "
        "and give different places (%s; %s); open the project where it was made, "
        "look at one coding, and say which it is with --positions",
        at(positions, positions->taken)->fitting, first, second);
}

/* Does another that fits as well put some coding elsewhere? */
static bool is_alone(const lyh_refi_positions *positions, const char *name,
                     const GByteArray *coded, lyh_diags *diags)
{
    const hypothesis *taken = at(positions, positions->taken);
    for (size_t i = 0; i < positions->hypotheses->len; i++) {
        const hypothesis *other = at(positions, i);
        bool is_as_good = !is_better(taken, other) && other->fitting == taken->fitting;
        if (is_as_good && !hypothesis_is_same(taken, other, coded)) {
            complain_of_two(positions, name, taken, other, diags);
            return false;
        }
    }
    return true;
}

static bool are_all_same(const lyh_refi_positions *positions, const GByteArray *coded)
{
    for (size_t i = 1; i < positions->hypotheses->len; i++)
        if (!hypothesis_is_same(at(positions, 0), at(positions, i), coded))
            return false;
    return true;
}

/* No name fits anywhere: titles, or quotes that something moved. */
static bool stands_elsewhere(const lyh_refi *project, size_t selection)
{
    const lyh_refi_selection *one = &project->selections[selection];
    const lyh_refi_source *source = &project->sources[one->source];
    return g_utf8_strlen(one->name, -1) >= TELLING_CHARACTERS &&
           memmem(source->text, source->size, one->name, strlen(one->name));
}

/* Searched for in the first ones only: thousands of names in a long text would take long. */
#define LOOKED_AT_MOST 50

static bool is_astray(const lyh_refi_positions *positions, const char *name,
                      const GByteArray *coded, lyh_diags *diags)
{
    size_t looked = 0, found = 0;
    for (size_t i = 0; i < coded->len && looked < LOOKED_AT_MOST; i++) {
        looked += coded->data[i] != 0;
        found += coded->data[i] && stands_elsewhere(positions->project, i);
    }
    if (found == 0)
        return false;
    lyh_diags_error(
        diags, "refi-astray", lyh_place_file(name),
        "no way to count the positions puts a selection where its words are, "
        "though the words stand in the texts; the texts were changed after they "
        "were coded, or another count is used: export the project anew");
    return true;
}

/* ---- the decision ---- */

static void note_doubts(lyh_refi_positions *positions)
{
    const hypothesis *taken = at(positions, positions->taken);
    for (size_t i = 0; i < positions->hypotheses->len; i++)
        for (size_t k = 0; k < positions->doubts->len; k++)
            positions->doubts->data[k] |= at(positions, i)->fits->data[k];
    for (size_t k = 0; k < positions->doubts->len; k++)
        positions->doubts->data[k] &= (guint8)!taken->fits->data[k];
}

static bool decide(lyh_refi_positions *positions, const char *name, const char *told,
                   lyh_diags *diags)
{
    g_autoptr(GByteArray) coded = coded_of(positions->project);
    for (size_t i = 0; i < positions->project->selection_count; i++)
        judge(positions, i);
    drop_impossible(positions);
    take_best(positions);
    bool is_fine = true;
    if (are_all_same(positions, coded)) {
        positions->basis = told ? LYH_REFI_TOLD : LYH_REFI_SAME;
        if (at(positions, positions->taken)->fitting > 0)
            positions->basis = LYH_REFI_QUOTES;
    } else if (at(positions, positions->taken)->fitting > 0) {
        positions->basis = LYH_REFI_QUOTES;
        is_fine = is_alone(positions, name, coded, diags);
    } else {
        positions->basis = told ? LYH_REFI_TOLD : LYH_REFI_ASSUMED;
    }
    if (at(positions, positions->taken)->fitting == 0 && !told)
        is_fine = is_fine && !is_astray(positions, name, coded, diags);
    note_doubts(positions);
    positions->words = hypothesis_words(at(positions, positions->taken));
    return is_fine;
}

bool lyh_refi_positions_knows(const char *told)
{
    return hypotheses_know(told);
}

lyh_refi_positions *lyh_refi_positions_new(const lyh_refi *project, const char *name,
                                           const char *told, lyh_diags *diags)
{
    lyh_refi_positions *positions = g_new0(lyh_refi_positions, 1);
    positions->project = project;
    positions->hypotheses = g_ptr_array_new_with_free_func(free_hypothesis);
    positions->doubts = g_byte_array_new();
    g_byte_array_set_size(positions->doubts, (guint)project->selection_count);
    if (project->selection_count > 0)
        memset(positions->doubts->data, 0, project->selection_count);
    hypotheses_add(positions->hypotheses, project, told);
    if (decide(positions, name, told, diags))
        return positions;
    lyh_refi_positions_free(positions);
    return NULL;
}

void lyh_refi_positions_free(lyh_refi_positions *positions)
{
    if (!positions)
        return;
    g_ptr_array_unref(positions->hypotheses);
    g_byte_array_unref(positions->doubts);
    g_free(positions->words);
    g_free(positions);
}

lyh_refi_basis lyh_refi_positions_basis(const lyh_refi_positions *positions)
{
    return positions->basis;
}

const char *lyh_refi_positions_taken(const lyh_refi_positions *positions)
{
    return positions->words;
}

size_t lyh_refi_positions_fitting(const lyh_refi_positions *positions, size_t *quotes)
{
    if (quotes)
        *quotes = positions->quotes;
    return at(positions, positions->taken)->fitting;
}

lyh_refi_span lyh_refi_positions_span(const lyh_refi_positions *positions, size_t selection)
{
    return g_array_index(at(positions, positions->taken)->spans, lyh_refi_span, selection);
}

bool lyh_refi_positions_doubts(const lyh_refi_positions *positions, size_t selection)
{
    return positions->doubts->data[selection] != 0;
}
