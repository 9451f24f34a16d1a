/*
 * First parts: whether what a word begins with is the probe, with its link, and whether -lös denies it.
 */
#include "compounds_private.h"

#include <string.h>

/* Letters of an adjective that a front is: polar|natt is of no polare. */
enum { LEAST_ADJECTIVE = 4 };

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
    return g_utf8_strlen(word, -1) >= LEAST_ADJECTIVE &&
           lyh_compounds_takes(compounds, word, "t") &&
           lyh_compounds_takes(compounds, word, "a");
}

/* Is @word the lemma that its forms as a noun are likeliest of? riken is of rike, grannen of granne. */
static bool is_likeliest_noun(const lyh_compounds *compounds, const char *word)
{
    static const char *const endings[] = { "en", "et", "ar" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *form = g_strconcat(word, endings[i], NULL);
        lyh_word_list lemmas = lyh_dictionary_own(compounds->dictionary, form);
        if (lemmas.count > 0 && strcmp(lemmas.words[0], word) == 0)
            return true;
    }
    return false;
}

/* riks|rätt is of rike: behind an adjective stands no link. */
static bool is_linked_adjective(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    if (key->letters[key->size - 1] != 's')
        return false;
    g_autofree char *unlinked = g_strndup(key->letters, key->size - 1);
    return lyh_probes_has_lemma(compounds->probes, key->probe, unlinked) &&
           lyh_compounds_takes(compounds, unlinked, "t") &&
           lyh_compounds_takes(compounds, unlinked, "are") &&
           !is_likeliest_noun(compounds, unlinked);
}

/* vites|föreläggande: of vite, and of no vit with a link. */
static bool has_e_of_its_own(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    if (!g_str_has_suffix(key->letters, "es"))
        return false;
    g_autofree char *noun = g_strndup(key->letters, key->size - 1);
    g_autofree char *unlinked = g_strndup(key->letters, key->size - 2);
    return !lyh_probes_has_lemma(compounds->probes, key->probe, noun) &&
           lyh_probes_has_lemma(compounds->probes, key->probe, unlinked) &&
           (lyh_compounds_takes(compounds, noun, "n") ||
            lyh_compounds_takes(compounds, noun, "t"));
}

/* tank|station: of tank, and of no tanke, which has its e in compounds as pojk| has not. */
static bool is_noun_without_e(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    g_autofree char *noun = g_strconcat(key->letters, "e", NULL);
    return lyh_probes_has_lemma(compounds->probes, key->probe, noun) &&
           lyh_joints_is_lemma(compounds->joints, key->letters) &&
           lyh_joints_is_noun(compounds->joints, key->letters) &&
           lyh_joints_begins(compounds->joints, noun);
}

/* känsel|spröt: of känsel, though tavel|vägg is of tavla. */
static bool is_noun_in_el(const lyh_compounds *compounds, const char *word)
{
    return g_str_has_suffix(word, "el") && lyh_compounds_takes(compounds, word, "n");
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
            return lyh_compounds_takes(compounds, key->letters, "n") ||
                   lyh_compounds_takes(compounds, key->letters, "t");
    }
    return false;
}

/* fritids|gård: of fritid, though a fritids is a place; kur is too short for that. */
static bool is_long_with_link(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    g_autofree char *unlinked = g_strndup(key->letters, key->size - 1);
    return key->letters[key->size - 1] == 's' && lyh_joints_vowels(unlinked) > 1 &&
           lyh_probes_has_lemma(compounds->probes, key->probe, unlinked);
}

/*
 * kurs|kamrat is of kurs, and not of kur with a link, nor värde|teori of värd: a front that is a
 * noun asks for itself, but for trapp|hus, where the bird is not meant. What is listed as
 * beginning compounds is never a clipped word: far|bror is of far, and not of fara.
 */
static bool is_another_word(const lyh_compounds *compounds, const lyh_probe_key *key)
{
    g_autofree char *unclipped = g_strconcat(key->letters, "a", NULL);
    bool is_clipped = lyh_probes_has_lemma(compounds->probes, key->probe, unclipped) &&
                      lyh_compounds_takes(compounds, unclipped, "n");
    if (is_clipped)
        return lyh_lookalikes_may_begin(compounds->lookalikes, key->letters);
    if (key->is_word)
        return false;
    if (is_linked_adjective(compounds, key) || has_e_of_its_own(compounds, key) ||
        is_noun_without_e(compounds, key))
        return true;
    if (lyh_lookalikes_may_begin(compounds->lookalikes, key->letters) ||
        is_long_with_link(compounds, key))
        return false;
    return !lyh_probes_has_lemma(compounds->probes, key->probe, key->letters) &&
           (is_likeliest_noun(compounds, key->letters) ||
            is_adjective(compounds, key->letters) ||
            is_noun_in_el(compounds, key->letters) || has_vowel_of_its_own(compounds, key));
}

/* psykologi|del: no part of psykologers, as the i is of what they know. */
static bool is_of_subject(const lyh_compounds *compounds, const char *word, size_t end)
{
    if (word[end] != 'i' || !word[end + 1])
        return false;
    g_autofree char *subject = g_strndup(word, end + 1);
    return lyh_compounds_takes(compounds, subject, "n") &&
           lyh_joints_may_part(compounds->joints, word, end + 1);
}

/* tvätt|iden: of three letters alike that meet one is left out, and the place may stand before it. */
static bool may_part_behind(const lyh_compounds *compounds, const char *word, size_t end)
{
    return lyh_joints_may_part(compounds->joints, word, end) ||
           lyh_lookalikes_names_first(compounds->lookalikes, word, end, word + end) ||
           (end > 2 && word[end] && word[end - 1] == word[end - 2] &&
            lyh_joints_may_overlap(compounds->joints, word, end - 1));
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
            lyh_compounds_add_match(compounds, key->probe, LYH_KINSHIP_DENIED);
    } else if (asks_first && !is_another_word(compounds, key) &&
               !is_of_subject(compounds, word + start, end - start) &&
               may_part_behind(compounds, word + start, end - start))
        lyh_compounds_add_match(compounds, key->probe,
                                start ? LYH_KINSHIP_DENIED : LYH_KINSHIP_COMPOUND);
}

void lyh_compounds_find_firsts(lyh_compounds *compounds, const char *word, size_t start)
{
    const lyh_probe_key *key = NULL;
    while (
        (key = lyh_probes_next(compounds->probes, LYH_COMPOUND_FIRST, word + start, key)))
        judge_first(compounds, word, start, key);
}
