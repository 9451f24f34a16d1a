#include <lyhord/language/compounds.h>

#include <glib.h>
#include <string.h>

#include "compounds_private.h"

/* Answers about one type: where they stand in a pool. */
typedef struct slice {
    guint first, count;
    bool is_known;
} slice;

lyh_compounds *lyh_compounds_new(lyh_lexicon *lexicon)
{
    lyh_compounds *new = g_new0(lyh_compounds, 1);
    new->lexicon = lexicon;
    new->vocabulary = lyh_lexicon_vocabulary(lexicon);
    new->dictionary = lyh_lexicon_dictionary(lexicon);
    new->lookalikes = lyh_lookalikes_new();
    new->joints = lyh_joints_new(new->dictionary, new->lookalikes);
    new->probes = lyh_probes_new();
    new->matches = g_array_new(FALSE, TRUE, sizeof(slice));
    new->match_pool = g_array_new(FALSE, FALSE, sizeof(lyh_compound_match));
    new->joint_slices = g_array_new(FALSE, TRUE, sizeof(slice));
    new->joint_pool = g_array_new(FALSE, FALSE, sizeof(size_t));
    new->found = g_array_new(FALSE, FALSE, sizeof(lyh_compound_match));
    new->places = g_array_new(FALSE, FALSE, sizeof(size_t));
    return new;
}

void lyh_compounds_free(lyh_compounds *compounds)
{
    if (!compounds)
        return;
    lyh_joints_free(compounds->joints);
    lyh_lookalikes_free(compounds->lookalikes);
    lyh_probes_free(compounds->probes);
    g_array_unref(compounds->matches);
    g_array_unref(compounds->match_pool);
    g_array_unref(compounds->joint_slices);
    g_array_unref(compounds->joint_pool);
    g_array_unref(compounds->found);
    g_array_unref(compounds->places);
    g_free(compounds);
}

uint32_t lyh_compounds_probe(lyh_compounds *compounds, uint32_t type,
                             lyh_compound_part part)
{
    size_t count;
    g_assert(compounds->matches->len == 0);
    g_autofree char *word =
        g_strdup(lyh_vocabulary_spelling(compounds->vocabulary, type, NULL));
    const uint32_t *types = lyh_lexicon_lemmas(compounds->lexicon, type, &count);
    lyh_word_list lemmas = lyh_dictionary_lemmas(compounds->dictionary, word);
    bool has_stems = !lyh_dictionary_is_there(compounds->dictionary);
    bool is_noun = !has_stems && lyh_joints_is_noun(compounds->joints, word);
    return lyh_probes_add(compounds->probes, &(lyh_probe_question){
                                                 .type = type,
                                                 .part = part,
                                                 .word = word,
                                                 .lemma_types = types,
                                                 .lemma_type_count = count,
                                                 .lemmas = lemmas,
                                                 .is_noun = is_noun,
                                                 .has_stems = has_stems,
                                             });
}

void lyh_compounds_add_match(lyh_compounds *compounds, uint32_t probe, lyh_kinship kinship)
{
    lyh_compound_match match = { probe, kinship };
    g_array_append_val(compounds->found, match);
}

bool lyh_compounds_takes(const lyh_compounds *compounds, const char *word,
                         const char *ending)
{
    return lyh_joints_takes(compounds->joints, word, 0, ending, word);
}

/* kallas is said of what has a name: of the verb, and hardly the genitive of the adjective kall. */
static bool is_passive_of_another(const lyh_compounds *compounds, const char *likeliest,
                                  const char *other, const char *word)
{
    size_t size = strlen(likeliest);
    return word[strlen(word) - 1] == 's' && strlen(word) == size + 1 &&
           strncmp(word, likeliest, size) == 0 &&
           lyh_compounds_takes(compounds, likeliest, "r") &&
           lyh_compounds_takes(compounds, other, "t");
}

/*
 * A word that is a lemma itself is a form of others only likeliest first (lager is hardly the
 * plural of lag), and a noun never: tanke is no tank, vana is not van.
 */
static bool may_be_form(const lyh_compounds *compounds, uint32_t lemma, uint32_t type,
                        const char *word)
{
    const char *likeliest = lyh_lexicon_lemma(compounds->lexicon, type);
    const char *other = lyh_vocabulary_spelling(compounds->vocabulary, lemma, NULL);
    lyh_word_list lemmas = lyh_dictionary_lemmas(compounds->dictionary, word);
    if (lemma != type && is_passive_of_another(compounds, likeliest, other, word))
        return false;
    return lemma == type || !lyh_joints_is_listed(lemmas, word) ||
           (strcmp(likeliest, other) == 0 && !lyh_joints_is_noun(compounds->joints, word));
}

static void find_forms(lyh_compounds *compounds, uint32_t type, const char *word)
{
    size_t count;
    const uint32_t *lemmas = lyh_lexicon_lemmas(compounds->lexicon, type, &count);
    for (size_t i = 0; i < count; i++) {
        const GArray *probes = lyh_probes_of_lemma(compounds->probes, lemmas[i]);
        if (!probes || !may_be_form(compounds, lemmas[i], type, word))
            continue;
        for (guint k = 0; k < probes->len; k++)
            lyh_compounds_add_match(compounds, g_array_index(probes, uint32_t, k),
                                    LYH_KINSHIP_FORM);
    }
}

/* arbetslös: that it denies is surer than that it could be parted elsewhere. */
static int rank_of(lyh_kinship kinship)
{
    return kinship == LYH_KINSHIP_FORM ? 0 : kinship == LYH_KINSHIP_DENIED ? 1 : 2;
}

static gint by_probe(gconstpointer one, gconstpointer other)
{
    const lyh_compound_match *a = one, *b = other;
    if (a->probe != b->probe)
        return a->probe < b->probe ? -1 : 1;
    return rank_of(a->kinship) - rank_of(b->kinship);
}

/* Each probe once, the surest kinship of those found. */
static slice stored(lyh_compounds *compounds)
{
    slice kept = { .first = compounds->match_pool->len, .is_known = true };
    g_array_sort(compounds->found, by_probe);
    for (guint i = 0; i < compounds->found->len; i++) {
        lyh_compound_match match = g_array_index(compounds->found, lyh_compound_match, i);
        if (i > 0 &&
            g_array_index(compounds->found, lyh_compound_match, i - 1).probe == match.probe)
            continue;
        g_array_append_val(compounds->match_pool, match);
        kept.count++;
    }
    return kept;
}

static slice examined(lyh_compounds *compounds, uint32_t type)
{
    g_autofree char *word =
        g_strdup(lyh_vocabulary_spelling(compounds->vocabulary, type, NULL));
    g_array_set_size(compounds->found, 0);
    find_forms(compounds, type, word);
    if (g_utf8_strlen(word, -1) <= LYH_LONGEST_WORD) {
        lyh_compounds_find_heads(compounds, word);
        lyh_compounds_find_firsts(compounds, word, 0);
        if (word[0] == 'o' && !lyh_lookalikes_deny_nothing(compounds->lookalikes, word))
            lyh_compounds_find_firsts(compounds, word, 1);
    }
    return stored(compounds);
}

static slice *slice_of(GArray *slices, uint32_t type)
{
    if (type >= slices->len)
        g_array_set_size(slices, MAX(type + 1, slices->len * 2));
    return &g_array_index(slices, slice, type);
}

const lyh_compound_match *lyh_compounds_match(lyh_compounds *compounds, uint32_t type,
                                              size_t *count)
{
    slice *kept = slice_of(compounds->matches, type);
    if (!kept->is_known)
        *kept = examined(compounds, type);
    *count = kept->count;
    return kept->count
               ? &g_array_index(compounds->match_pool, lyh_compound_match, kept->first)
               : NULL;
}

const size_t *lyh_compounds_joints(lyh_compounds *compounds, uint32_t type, size_t *count)
{
    slice *kept = slice_of(compounds->joint_slices, type);
    if (!kept->is_known) {
        lyh_joints_find(compounds->joints,
                        lyh_vocabulary_spelling(compounds->vocabulary, type, NULL),
                        compounds->places);
        *kept = (slice){ compounds->joint_pool->len, compounds->places->len, true };
        g_array_append_vals(compounds->joint_pool, compounds->places->data,
                            compounds->places->len);
    }
    *count = kept->count;
    return kept->count ? &g_array_index(compounds->joint_pool, size_t, kept->first) : NULL;
}
