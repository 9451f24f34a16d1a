/*
 * What is no word by itself and yet ends compounds: made of a verb or a noun by its ending.
 */
#include "joints_private.h"

#include <string.h>

/* sko|makare, besluts|fattare: who does what a verb says, though not by itself a word. */
bool lyh_joints_is_agent(const lyh_joints *joints, const char *word)
{
    size_t size = strlen(word), kept = size - strlen("re");
    if (!g_str_has_suffix(word, "are") || lyh_joints_letters(word) < LEAST_AGENT)
        return false;
    g_autofree char *verb = g_strndup(word, kept);
    return lyh_joints_takes(joints, verb, 0, "r", verb) ||
           lyh_joints_takes(joints, verb, 1, "er", verb);
}

/* fattaren, fattares, fattarna: what follows the first letter of -are. */
bool lyh_joints_is_form_of_agent(const lyh_joints *joints, const char *tail)
{
    static const char *const endings[] = { "re", "ren", "rens", "res", "rna", "rnas" };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (!g_str_has_suffix(tail, endings[i]))
            continue;
        g_autofree char *agent =
            g_strdup_printf("%.*sre", (int)(strlen(tail) - strlen(endings[i])), tail);
        if (lyh_joints_is_agent(joints, agent))
            return true;
    }
    return false;
}

/* Is @stem with the ending of an infinitive a verb, or of a noun what -ig and -ad are made of? */
static bool is_stem_of(const lyh_joints *joints, const char *stem, bool of_verb)
{
    static const char *const vowels[] = { "", "a", "e" };
    g_autofree char *verb = g_strconcat(stem, "a", NULL);
    if (of_verb)
        return lyh_joints_takes(joints, verb, 0, "r", verb) ||
               lyh_joints_takes(joints, verb, 1, "er", verb) ||
               lyh_joints_takes(joints, verb, 1, "de", verb);
    for (size_t i = 0; i < G_N_ELEMENTS(vowels); i++) {
        g_autofree char *noun = g_strconcat(stem, vowels[i], NULL);
        if (lyh_joints_is_lemma(joints, noun) && lyh_joints_is_noun(joints, noun))
            return true;
    }
    return false;
}

/*
 * bok|föring, tanke|maleri, två|språkig: what only a last part is, derived of a verb (föra, mala) or
 * of a noun (språk).
 */
bool lyh_joints_is_derived(const lyh_joints *joints, const char *tail)
{
    static const struct {
        const char *ending;
        bool of_verb;
    } derived[] = { { "ning", true }, { "ing", true }, { "eri", true },
                    { "are", true },  { "ig", false }, { "ad", false } };
    const char *lemma = lyh_dictionary_lemmas(joints->dictionary, tail).words[0];
    if (g_str_has_suffix(lemma, "aktig") || g_str_has_suffix(lemma, "ering"))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(derived); i++) {
        if (!g_str_has_suffix(lemma, derived[i].ending))
            continue;
        g_autofree char *stem = g_strndup(lemma, strlen(lemma) - strlen(derived[i].ending));
        if (lyh_joints_letters(stem) >= LEAST_FRONT &&
            is_stem_of(joints, stem, derived[i].of_verb))
            return true;
    }
    return false;
}
