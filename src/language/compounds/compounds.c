#include <lyhord/language/compounds.h>

#include <glib.h>
#include <string.h>

#include "compounds_probes.h"
#include "joints.h"
#include "../lemmas/lexicon_private.h"
#include "lookalikes.h"

/* Letters of a head that an o- behind no link is taken to deny: fossil|oberoende. */
enum { LEAST_DENIED = 7 };

/* Of an adjective that a front is: polar|natt is of no polare. */
enum { LEAST_ADJECTIVE = 4 };

/* Answers about one type: where they stand in a pool. */
typedef struct slice {
    guint first, count;
    bool is_known;
} slice;

struct lyh_compounds {
    lyh_lexicon *lexicon;
    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_joints *joints;
    lyh_lookalikes *lookalikes;
    lyh_probes *probes;
    GArray *matches;      /* slice by type */
    GArray *match_pool;   /* lyh_compound_match */
    GArray *joint_slices; /* slice by type */
    GArray *joint_pool;   /* size_t */
    GArray *found;        /* lyh_compound_match: of the type at hand */
    GArray *places;       /* size_t: the same */
};

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
    bool has_stems = strcmp(lyh_dictionary_source(compounds->dictionary), "hunspell") != 0;
    return lyh_probes_add(compounds->probes, &(lyh_probe_question){
                                                 .type = type,
                                                 .part = part,
                                                 .word = word,
                                                 .lemma_types = types,
                                                 .lemma_type_count = count,
                                                 .lemmas = lemmas,
                                                 .has_stems = has_stems,
                                             });
}

static void add_match(lyh_compounds *compounds, uint32_t probe, lyh_kinship kinship)
{
    lyh_compound_match match = { probe, kinship };
    g_array_append_val(compounds->found, match);
}

/* Is @word with @ending one of its own forms? */
static bool takes(const lyh_compounds *compounds, const char *word, const char *ending)
{
    return lyh_joints_takes(compounds->joints, word, 0, ending, word);
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
            add_match(compounds, g_array_index(probes, uint32_t, k), LYH_KINSHIP_FORM);
    }
}

/* is|kalla: is one of the word's own lemmas what stands before @at, and the probe? */
static bool ends_with_probe(const lyh_compounds *compounds, const char *word, size_t at,
                            uint32_t probe)
{
    lyh_word_list lemmas = lyh_dictionary_lemmas(compounds->dictionary, word);
    for (size_t i = 0; i < lemmas.count; i++)
        if (strncmp(lemmas.words[i], word, at) == 0 &&
            lyh_probes_has_lemma(compounds->probes, probe, lemmas.words[i] + at))
            return true;
    return false;
}

/* Is @head a lemma of the probe, or a form of one and no word in its own right? */
static bool is_of_probe(const lyh_compounds *compounds, uint32_t probe, const char *head)
{
    if (lyh_probes_has_lemma(compounds->probes, probe, head))
        return true;
    lyh_word_list lemmas = lyh_dictionary_lemmas(compounds->dictionary, head);
    return !lyh_joints_is_lemma(compounds->joints, head) &&
           lyh_probes_has_lemma(compounds->probes, probe, lemmas.words[0]);
}

/*
 * The dictionary knows @word as a form of a word with the same front and another head: the värden of
 * showvärden are no values, as showvärd is no value.
 */
static bool has_another_head(const lyh_compounds *compounds, const char *word, size_t at,
                             uint32_t probe)
{
    lyh_word_list wholes = lyh_dictionary_own(compounds->dictionary, word);
    bool is_probe = lyh_probes_has_lemma(compounds->probes, probe, word + at);
    bool is_another = false;
    for (size_t i = 0; i < wholes.count; i++) {
        const char *whole = wholes.words[i];
        if (strlen(whole) <= at || strncmp(whole, word, at) != 0)
            continue;
        if (is_probe && strlen(whole) >= strlen(word))
            return false;
        if (is_of_probe(compounds, probe, whole + at))
            return false;
        is_another |=
            strcmp(whole, word) != 0 || lyh_joints_is_lemma(compounds->joints, whole + at);
    }
    return is_another;
}

/*
 * Is what stands behind byte @at of @word a form of the probe? As of a whole word: the halt of
 * alkoholhalt is a noun and no form of hal, nor is the kurs of språkkurs one of kur; unless the
 * word itself is such a form.
 */
static bool is_form_of(const lyh_compounds *compounds, const char *word, size_t at,
                       uint32_t probe)
{
    const char *tail = word + at;
    lyh_word_list lemmas = lyh_dictionary_lemmas(compounds->dictionary, tail);
    bool is_lemma = false, is_likeliest = false, is_form = false;
    for (size_t i = 0; i < lemmas.count; i++) {
        bool is_probe = lyh_probes_has_lemma(compounds->probes, probe, lemmas.words[i]);
        bool is_itself = strcmp(lemmas.words[i], tail) == 0;
        if (is_probe && is_itself)
            return true;
        is_form |= is_probe;
        is_lemma |= is_itself;
        is_likeliest |= is_probe && i == 0;
    }
    if (!is_form || !is_lemma ||
        (is_likeliest && !lyh_joints_is_noun(compounds->joints, tail)))
        return is_form;
    return ends_with_probe(compounds, word, at, probe);
}

/*
 * otrygghet, arbets|oförmåga: the o- before byte @at of @word, where the probe's form begins.
 * Inside a word it must not be the link of kyrko|rätt.
 */
static bool is_denied_at(lyh_compounds *compounds, const char *word, size_t at)
{
    if (word[at - 1] != 'o' ||
        lyh_lookalikes_deny_nothing(compounds->lookalikes, word + at - 1))
        return false;
    if (at == 1)
        return !lyh_joints_is_another_word(compounds->joints, word, at);
    bool is_link = word[at - 2] != 's' && word[at - 2] != '-' &&
                   g_utf8_strlen(word + at, -1) < LEAST_DENIED;
    return !is_link && !lyh_joints_may_part(compounds->joints, word, at) &&
           !lyh_joints_is_another_word(compounds->joints, word + at - 1, 1) &&
           lyh_joints_may_part(compounds->joints, word, at - 1);
}

/* Heads are looked for at every letter: at the first, only its denial is of interest. */
static void find_heads(lyh_compounds *compounds, const char *word)
{
    for (size_t at = 1; word[at]; at++) {
        const lyh_probe_key *key = NULL;
        while (
            (key = lyh_probes_next(compounds->probes, LYH_COMPOUND_HEAD, word + at, key))) {
            if (!is_form_of(compounds, word, at, key->probe) ||
                has_another_head(compounds, word, at, key->probe))
                continue;
            if (is_denied_at(compounds, word, at))
                add_match(compounds, key->probe, LYH_KINSHIP_DENIED);
            else if (lyh_joints_may_part(compounds->joints, word, at))
                add_match(compounds, key->probe, LYH_KINSHIP_COMPOUND);
        }
    }
}

/* -lös in its forms, and what is derived: hjälplöst, hjälplösheten; not -lösning, not lice. */
static bool is_lack(const char *tail)
{
    static const char *const endings[] = { "",     "a", "are", "as", "ast",
                                           "aste", "e", "es",  "t",  "ts" };
    if (!g_str_has_prefix(tail, "lös"))
        return false;
    tail += strlen("lös");
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (strcmp(tail, endings[i]) == 0)
            return true;
    return g_str_has_prefix(tail, "het");
}

static bool is_adjective(const lyh_compounds *compounds, const char *word)
{
    return g_utf8_strlen(word, -1) >= LEAST_ADJECTIVE && takes(compounds, word, "t") &&
           takes(compounds, word, "a");
}

/* riks|rätt is of rike: behind an adjective stands no link. */
static bool is_linked_adjective(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    if (key->letters[key->size - 1] != 's')
        return false;
    g_autofree char *unlinked = g_strndup(key->letters, key->size - 1);
    return lyh_probes_has_lemma(compounds->probes, key->probe, unlinked) &&
           takes(compounds, unlinked, "t") && takes(compounds, unlinked, "are") &&
           !lyh_joints_is_noun(compounds->joints, unlinked);
}

/* känsel|spröt: of känsel, though tavel|vägg is of tavla. */
static bool is_noun_in_el(const lyh_compounds *compounds, const char *word)
{
    return g_str_has_suffix(word, "el") && takes(compounds, word, "n");
}

/* Letters that link, and what may have stood in their place: värd-e, koll-o for kolla. */
static bool is_link(char link, const char *replaced)
{
    return strchr("aeo", link) && (!*replaced || link == 'o');
}

/* värde|teori, kollo|barn: what looks like a link is the last letter of a noun. */
static bool has_vowel_of_its_own(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    static const char *const replaced[] = { "", "a", "e" };
    for (size_t i = 0; i < G_N_ELEMENTS(replaced); i++) {
        g_autofree char *unlinked =
            g_strdup_printf("%.*s%s", (int)key->size - 1, key->letters, replaced[i]);
        if (is_link(key->letters[key->size - 1], replaced[i]) &&
            lyh_probes_has_lemma(compounds->probes, key->probe, unlinked))
            return takes(compounds, key->letters, "n") ||
                   takes(compounds, key->letters, "t");
    }
    return false;
}

/*
 * kurs|kamrat is of kurs, and not of kur with a link, nor värde|teori of värd: a front that is a
 * noun asks for itself, but for trapp|hus, where the bird is not meant. What is listed as beginning compounds is never a
 * clipped word: far|bror is of far, and not of fara.
 */
static bool is_another_word(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    g_autofree char *unclipped = g_strconcat(key->letters, "a", NULL);
    bool is_clipped = lyh_probes_has_lemma(compounds->probes, key->probe, unclipped) &&
                      takes(compounds, unclipped, "n");
    if (is_clipped)
        return lyh_lookalikes_may_begin(compounds->lookalikes, key->letters);
    if (key->is_word)
        return false;
    if (is_linked_adjective(compounds, key))
        return true;
    if (lyh_lookalikes_may_begin(compounds->lookalikes, key->letters))
        return false;
    return !lyh_probes_has_lemma(compounds->probes, key->probe, key->letters) &&
           (takes(compounds, key->letters, "en") || takes(compounds, key->letters, "et") ||
            is_adjective(compounds, key->letters) ||
            is_noun_in_el(compounds, key->letters) || has_vowel_of_its_own(compounds, key));
}

/* psykologi|del: no part of psykologers, as the i is of what they know. */
static bool is_of_subject(const lyh_compounds *compounds, const char *word, size_t end)
{
    if (word[end] != 'i' || !word[end + 1])
        return false;
    g_autofree char *subject = g_strndup(word, end + 1);
    return takes(compounds, subject, "n") &&
           lyh_joints_may_part(compounds->joints, word, end + 1);
}

/* What the word is to a probe that stands at byte @start of it and ends at @end. */
static void judge_first(lyh_compounds *compounds, const char *word, size_t start,
                        const lyh_probe_key *key)
{
    size_t end = start + key->size;
    bool is_particle = lyh_lookalikes_is_particle(compounds->lookalikes, key->letters);
    bool asks_first = key->part == LYH_COMPOUND_FIRST && !is_particle;
    if (word[end] == '-' && word[end + 1])
        end++;
    if (is_lack(word + end)) {
        if (!is_particle &&
            !lyh_lookalikes_deny_nothing(compounds->lookalikes, word + start))
            add_match(compounds, key->probe, LYH_KINSHIP_DENIED);
    } else if (asks_first && !is_another_word(compounds, key) &&
               !is_of_subject(compounds, word + start, end - start) &&
               lyh_joints_may_part(compounds->joints, word + start, end - start))
        add_match(compounds, key->probe, start ? LYH_KINSHIP_DENIED : LYH_KINSHIP_COMPOUND);
}

static void find_firsts(lyh_compounds *compounds, const char *word, size_t start)
{
    const lyh_probe_key *key = NULL;
    while (
        (key = lyh_probes_next(compounds->probes, LYH_COMPOUND_FIRST, word + start, key)))
        judge_first(compounds, word, start, key);
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
        find_heads(compounds, word);
        find_firsts(compounds, word, 0);
        if (word[0] == 'o' && !lyh_lookalikes_deny_nothing(compounds->lookalikes, word))
            find_firsts(compounds, word, 1);
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
