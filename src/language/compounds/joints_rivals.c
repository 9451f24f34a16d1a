/*
 * Readings that speak against a place: another ending, another link, another front. Each answers a
 * class of words that the dictionary's own hundred thousands show, asked one by one.
 */
#include "joints_private.h"

#include <string.h>

#include "../lemmas/endings.h"

/*
 * Does @tail end as verbs in -a do: (skval)lrad, (fum)landet, (hyck)lare, (beakt)anden? @stem: its
 * bytes before that.
 */
static bool ends_as_verbs(const char *tail, size_t *stem)
{
    static const char *const endings[] = { "",      "d",    "de",   "des",   "nd",
                                           "nde",   "nden", "ndes", "ndens", "ndet",
                                           "ndets", "r",    "re",   "ren",   "rs",
                                           "s",     "st",   "t",    "ts",    NULL };
    *stem = strcspn(tail, "aeiouyåäö");
    return tail[*stem] == 'a' && g_strv_contains(endings, tail + *stem + 1);
}

/* vin|glas, gräns|land: nouns of the dictionary, though of vingla and gränsla too. */
static bool is_noun_with_head(const lyh_joints *joints, const char *front, const char *tail)
{
    static const char *const participles[] = { "ad", "ade", "ades", "at", "ats", NULL };
    if (lyh_ends_in_one_of(tail, participles))
        return false;
    g_autofree char *word = g_strconcat(front, tail, NULL);
    lyh_word_list wholes = lyh_dictionary_own(joints->dictionary, word);
    lyh_word_list of_tail = lyh_dictionary_own(joints->dictionary, tail);
    for (size_t i = 0; i < wholes.count; i++)
        if (g_str_has_prefix(wholes.words[i], front) &&
            lyh_joints_is_listed(of_tail, wholes.words[i] + strlen(front)) &&
            lyh_joints_is_noun(joints, wholes.words[i]))
            return true;
    return false;
}

/* (beakt)anden: the nouns that the ending alone is spelled as are no heads; (grav)and is one. */
static bool is_bare_participle(const char *tail)
{
    return g_str_has_prefix(tail, "ande");
}

/* blom|string: of blomstra. */
static bool is_deed_of_verb(const lyh_joints *joints, const char *front, const char *tail)
{
    const char *ending = g_strrstr(tail, "ring");
    if (!ending || ending == tail || tail + strcspn(tail, "aeiouyåäö") < ending)
        return false;
    g_autofree char *verb = g_strdup_printf("%s%.*sra", front, (int)(ending - tail), tail);
    return lyh_joints_takes(joints, verb, 0, "r", verb);
}

bool lyh_joints_is_of_verb(const lyh_joints *joints, const char *front, const char *tail)
{
    bool is_ring = g_str_has_prefix(tail, "ring");
    size_t stem;
    if (!is_ring && is_deed_of_verb(joints, front, tail))
        return true;
    if (!ends_as_verbs(tail, &stem) && !is_ring)
        return false;
    g_autofree char *verb =
        g_strdup_printf("%s%.*sa", front, is_ring ? 1 : (int)stem, tail);
    if (is_ring)
        return lyh_joints_is_own(joints, verb);
    /* skri|vande: participles of the other verbs too. */
    if (g_str_has_prefix(tail + stem, "ande") && stem > 0 &&
        lyh_joints_takes(joints, verb, 1, "er", verb))
        return true;
    return lyh_joints_takes(joints, verb, 0, "r", verb) &&
           !lyh_joints_takes(joints, verb, 0, "n", verb) &&
           (is_bare_participle(tail) || !is_noun_with_head(joints, front, tail));
}

/* Derived words have -s- behind them whatever follows: betäcknings|år. */
static bool is_always_linked(const char *front)
{
    static const char *const endings[] = { "doms", "elses", "hets", "ings", "ions",
                                           "nads", "skaps", "tets", NULL };
    return lyh_ends_in_one_of(front, endings);
}

/*
 * avgift|sår, land|slag: nothing begins with avgift alone. Of fronts of one syllable both may be
 * meant (bord|skiva), but hardly where what the s leaves is as short as lag, år, ort.
 */
static bool link_is_in_tail(const lyh_joints *joints, const char *front, const char *tail)
{
    bool needs_link =
        lyh_joints_vowels(front) > 1 || lyh_joints_letters(tail) <= LEAST_TAIL + 1;
    if (tail[0] != 's' || !needs_link || !lyh_joints_may_end(joints, tail + 1))
        return false;
    g_autofree char *linked = g_strconcat(front, "s", NULL);
    return lyh_joints_begins_compounds(joints, linked);
}

/* kaffes|ort, öls|katt: nothing begins with kaffes; but compounds take it: medellivs|längd. */
static bool link_is_none(const lyh_joints *joints, const char *front, const char *tail)
{
    size_t size = strlen(front);
    if (front[size - 1] != 's' || is_always_linked(front) ||
        lyh_lookalikes_may_begin(joints->lookalikes, front))
        return false;
    g_autofree char *unlinked = g_strndup(front, size - 1);
    g_autofree char *longer = g_strconcat("s", tail, NULL);
    return lyh_joints_vowels(unlinked) < 3 && lyh_joints_is_own(joints, unlinked) &&
           lyh_joints_may_end(joints, longer) && lyh_joints_may_begin(joints, unlinked);
}

bool lyh_joints_has_other_link(const lyh_joints *joints, const char *front,
                               const char *tail)
{
    return !lyh_joints_begins_compounds(joints, front) &&
           (link_is_in_tail(joints, front, tail) || link_is_none(joints, front, tail));
}

bool lyh_joints_is_of_adjective(const lyh_joints *joints, const char *word, size_t at,
                                int depth)
{
    const char *ending = g_strrstr(word, "het");
    if (!ending || ending <= word + at || depth >= DEEPEST)
        return false;
    g_autofree char *adjective = g_strndup(word, (gsize)(ending - word));
    lyh_word_list lemmas = lyh_dictionary_own(joints->dictionary, adjective);
    return lyh_joints_is_listed(lemmas, adjective) &&
           !lyh_joints_may_part_below(joints, adjective, at, depth + 1);
}

/*
 * What verbs and nouns have before them, and the o- that denies. Not the Latin ones: by chance they
 * begin too many words (kon|start, pro|vrida).
 */
static bool is_prefix(const char *word, size_t size)
{
    static const char *const prefixes[] = {
        "an",    "av",   "be",   "bort", "efter", "fram",   "från", "för",   "före",
        "genom", "igen", "ihop", "in",   "inne",  "med",    "miss", "mot",   "ned",
        "ner",   "o",    "om",   "på",   "sam",   "samman", "till", "under", "upp",
        "ur",    "ut",   "vid",  "åter", "över",  NULL
    };
    g_autofree char *prefix = g_strndup(word, size);
    return g_strv_contains(prefixes, prefix);
}

bool lyh_joints_is_behind_prefix(const lyh_joints *joints, const char *word, size_t at,
                                 int depth)
{
    for (const char *rest = g_utf8_next_char(word); *rest; rest = g_utf8_next_char(rest)) {
        size_t size = (size_t)(rest - word);
        if (size == at || lyh_joints_letters(rest) < LEAST_ODD_TAIL ||
            !is_prefix(word, size) ||
            (!lyh_joints_is_own(joints, rest) && !lyh_joints_is_derived(joints, rest)))
            continue;
        g_autofree char *front = g_strndup(word, at);
        if (lyh_joints_begins_compounds(joints, front) &&
            lyh_joints_ends_compounds(joints, word + at))
            return false;
        return size > at || depth >= DEEPEST ||
               !lyh_joints_may_part_below(joints, rest, at - size, depth + 1);
    }
    return false;
}

/* The lemma of a word that is one of its forms, not of one that is spelled another way; or NULL. */
static const char *inflected_lemma(const lyh_joints *joints, const char *word)
{
    const char *lemma = lyh_dictionary_lemmas(joints->dictionary, word).words[0];
    size_t size = strlen(lemma);
    bool is_inflected = size > 2 && size <= strlen(word) && strcmp(lemma, word) != 0 &&
                        strncmp(lemma, word, size - 2) == 0;
    return is_inflected && lyh_joints_is_own(joints, lemma) ? lemma : NULL;
}

bool lyh_joints_is_rest_of_lemma(const lyh_joints *joints, const char *word, size_t at)
{
    const char *lemma = inflected_lemma(joints, word);
    if (!lemma)
        return false;
    const char *head = strlen(lemma) > at ? lemma + at : "";
    /* tvätttid for tvättid. */
    bool is_respelled = word[at] && strcmp(head, g_utf8_next_char(word + at)) == 0;
    bool is_known =
        lyh_joints_letters(head) >= LEAST_TAIL && lyh_joints_is_own(joints, head);
    return !is_respelled && !is_known &&
           !lyh_joints_is_listed(lyh_dictionary_lemmas(joints->dictionary, word + at),
                                 head);
}

/* el|olycka: is @before a front that hunspell or the lists begin compounds with? */
static bool is_sure_front(const lyh_joints *joints, const char *before)
{
    return lyh_joints_begins_compounds(joints, before) ||
           lyh_lookalikes_may_begin(joints->lookalikes, before);
}

/* No Swedish word ends as uppl|, hetsomr|, ilskeutb| do: behind another consonant these begin the next part. */
bool lyh_joints_can_end_so(const char *front)
{
    size_t size = strlen(front);
    if (size < 2 || !strchr("bdfgkpstv", front[size - 2]))
        return true;
    char before = front[size - 2], last = front[size - 1];
    return last == before || !strchr("bdjlmnrv", last) || (last == 'n' && before == 'g') ||
           (last == 'm' && strchr("st", before)) || (last == 'd' && strchr("bgv", before));
}

/* Is @front, though not begun by hunspell, a word, or listed? */
static bool is_known_front(const lyh_joints *joints, const char *front)
{
    return lyh_joints_may_begin(joints, front) || lyh_joints_is_own(joints, front);
}

bool lyh_joints_has_surer_front(const lyh_joints *joints, const char *front,
                                const char *tail)
{
    bool is_known = is_known_front(joints, front);
    for (const char *end = g_utf8_next_char(front); *end; end = g_utf8_next_char(end)) {
        g_autofree char *before = g_strndup(front, (gsize)(end - front));
        g_autofree char *behind = g_strconcat(end, tail, NULL);
        if (lyh_joints_is_own(joints, behind) &&
            (is_sure_front(joints, before) ||
             (!is_known && lyh_joints_letters(before) >= LEAST_FRONT &&
              lyh_joints_is_sure_tail(joints, behind))))
            return !lyh_joints_may_part_below(joints, behind, strlen(end), DEEPEST);
    }
    return false;
}

bool lyh_joints_has_longer_front(const lyh_joints *joints, const char *word, size_t at)
{
    g_autofree char *short_front = g_strndup(word, at);
    if (lyh_joints_is_own(joints, word + at) && lyh_joints_is_own(joints, short_front))
        return false;
    for (const char *tail = g_utf8_next_char(word + at); *tail;
         tail = g_utf8_next_char(tail)) {
        g_autofree char *front = g_strndup(word, (gsize)(tail - word));
        bool is_front = lyh_joints_letters(tail) >= LEAST_TAIL &&
                        lyh_joints_is_own(joints, tail) &&
                        lyh_joints_begins_compounds(joints, front);
        if (is_front && g_str_has_suffix(front, "s"))
            front[strlen(front) - 1] = '\0';
        if (is_front && front[at] && lyh_joints_is_own(joints, front))
            return !lyh_joints_may_part_below(joints, front, at, DEEPEST);
    }
    return false;
}
