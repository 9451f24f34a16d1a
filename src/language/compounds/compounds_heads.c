/*
 * Heads: whether what a word ends in is the probe, and whether an o- before it denies it.
 */
#include "compounds_private.h"

#include <string.h>

/* Letters of a head that an o- behind no link is taken to deny: fossil|oberoende. */
enum { LEAST_DENIED = 7 };

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

/* tjäns|teman: what ends a lemma is one, and teman is the plural of another. */
static bool ends_as_form(const lyh_compounds *compounds, const char *head)
{
    return g_str_has_suffix(head, "man") && !lyh_joints_is_lemma(compounds->joints, head);
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
            return strcmp(whole, word) == 0 && ends_as_form(compounds, whole + at);
        is_another |=
            strcmp(whole, word) != 0 || lyh_joints_is_lemma(compounds->joints, whole + at);
    }
    return is_another;
}

/* telefon|kön, gran|byn: of the short words that are listed as ending compounds. */
static bool is_definite_of_listed(const lyh_compounds *compounds, uint32_t probe,
                                  const char *tail)
{
    g_autofree char *lemma = g_strndup(tail, strlen(tail) - 1);
    return (g_str_has_suffix(tail, "ön") || g_str_has_suffix(tail, "yn")) &&
           lyh_lookalikes_may_end(compounds->lookalikes, lemma) &&
           lyh_probes_has_lemma(compounds->probes, probe, lemma);
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
    if (is_definite_of_listed(compounds, probe, tail) ||
        ends_with_probe(compounds, word, at, probe))
        return true;
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
    return false;
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
void lyh_compounds_find_heads(lyh_compounds *compounds, const char *word)
{
    for (size_t at = 1; word[at]; at++) {
        const lyh_probe_key *key = NULL;
        while (
            (key = lyh_probes_next(compounds->probes, LYH_COMPOUND_HEAD, word + at, key))) {
            if (!is_form_of(compounds, word, at, key->probe) ||
                has_another_head(compounds, word, at, key->probe))
                continue;
            if (is_denied_at(compounds, word, at))
                lyh_compounds_add_match(compounds, key->probe, LYH_KINSHIP_DENIED);
            else if (lyh_joints_may_part(compounds->joints, word, at))
                lyh_compounds_add_match(compounds, key->probe, LYH_KINSHIP_COMPOUND);
        }
    }
}
