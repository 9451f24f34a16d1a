/*
 * Whether a word may be parted where it is asked about.
 */
#include "joints_private.h"

#include <string.h>

lyh_joints *lyh_joints_new(lyh_dictionary *dictionary, const lyh_lookalikes *lookalikes)
{
    lyh_joints *joints = g_new0(lyh_joints, 1);
    joints->dictionary = dictionary;
    joints->lookalikes = lookalikes;
    return joints;
}

void lyh_joints_free(lyh_joints *joints)
{
    g_free(joints);
}

/* barn|tillsyn: is the listed word, or any that a particle begins, the last part of @word? */
static bool begins_part(const lyh_joints *joints, const char *word, size_t start)
{
    g_autofree char *before = g_strndup(word, start);
    if (!lyh_joints_has_hunspell(joints))
        return lyh_joints_letters(before) >= LEAST_FRONT;
    return lyh_joints_is_own(joints, word + start) &&
           lyh_joints_begins_compounds(joints, before);
}

/* A closed list says no; where hunspell itself parts the word, only of the word's very beginning. */
bool lyh_joints_is_forbidden(const lyh_joints *joints, const char *word, size_t at,
                             bool is_parted)
{
    for (size_t start = 0; start < at; start++) {
        if ((word[start] & 0xC0) == 0x80)
            continue;
        lyh_seeming seeming =
            lyh_lookalikes_between(joints->lookalikes, word + start, at - start, word + at);
        if (seeming == LYH_SEEMING_ANYWHERE || (seeming != LYH_SEEMING_NONE && start == 0))
            return true;
        if (seeming != LYH_SEEMING_FROM_HERE || is_parted)
            continue;
        if (begins_part(joints, word, start))
            return true;
    }
    return false;
}

/* Places (size_t) at which one line of hunspell's analysis parts @word. */
static void add_line(const char *word, const char *line, GArray *places)
{
    size_t size = strlen(word), at = 0;
    for (const char *part = strstr(line, "pa:"); part; part = strstr(part, "pa:")) {
        part += 3;
        size_t length = lyh_joints_part_size(part);
        bool is_last = !strstr(part, "pa:");
        g_autofree char *spelled = g_strndup(part, length);
        const char *found =
            is_last && length < size ? word + size - length : strstr(word + at, spelled);
        if (!found || !g_str_has_prefix(found, spelled))
            continue;
        size_t start = (size_t)(found - word), end = start + length;
        /* A part made by an ending is left out of the line: what lies between is that part. */
        if (start > at || (at > 0 && start == at && places->len == 0))
            g_array_append_val(places, start);
        if (!is_last)
            g_array_append_val(places, end);
        at = end;
    }
}

static gint ascending(gconstpointer one, gconstpointer other)
{
    size_t a = *(const size_t *)one, b = *(const size_t *)other;
    return a < b ? -1 : a > b;
}

void lyh_joints_sort_once(GArray *places)
{
    guint kept = 0;
    g_array_sort(places, ascending);
    for (guint i = 0; i < places->len; i++) {
        size_t place = g_array_index(places, size_t, i);
        if (kept == 0 || g_array_index(places, size_t, kept - 1) != place)
            g_array_index(places, size_t, kept++) = place;
    }
    g_array_set_size(places, kept);
}

GArray *lyh_joints_places_of(const char *word, const char *line)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(size_t));
    add_line(word, line, places);
    lyh_joints_sort_once(places);
    return places;
}

bool lyh_joints_has_place(const GArray *places, size_t at)
{
    for (guint i = 0; i < places->len; i++)
        if (g_array_index(places, size_t, i) == at)
            return true;
    return false;
}

static bool is_known_with_capital(const lyh_joints *joints, const char *word)
{
    char first[8] = { 0 };
    g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(word)), first);
    g_autofree char *name = g_strconcat(first, g_utf8_next_char(word), NULL);
    lyh_word_list lines = lyh_dictionary_analysis(joints->dictionary, name);
    for (size_t i = 0; i < lines.count; i++)
        if (!lyh_joints_is_compound_line(lines.words[i]))
            return true;
    return false;
}

lyh_joints_knowledge lyh_joints_known_of(const lyh_joints *joints, const char *word)
{
    lyh_joints_knowledge known = { .lines =
                                       lyh_dictionary_analysis(joints->dictionary, word) };
    for (size_t i = 0; i < known.lines.count; i++)
        known.is_whole |= !lyh_joints_is_compound_line(known.lines.words[i]);
    /* arvsskiftet: held only as what nobody should write, and so unknown. */
    if (known.is_whole && !lyh_dictionary_accepts(joints->dictionary, word, strlen(word)))
        known = (lyh_joints_knowledge){ 0 };
    if (known.lines.count == 0)
        known.is_name = is_known_with_capital(joints, word);
    return known;
}

/* semester|löne: a part with the vowel that links it, which is none of its own. */
static bool may_part_unlinked(const lyh_joints *joints, const char *part, size_t at,
                              int depth)
{
    size_t size = strlen(part);
    if (size <= at + 2 || !strchr("aeou", part[size - 1]))
        return false;
    g_autofree char *stem = g_strndup(part, size - 1);
    g_autofree char *with_a = g_strconcat(stem, "a", NULL);
    return lyh_joints_may_part_below(joints, stem, at, depth + 1) ||
           lyh_joints_may_part_below(joints, with_a, at, depth + 1);
}

/* The part of @word that @at lies in, as hunspell parts it, taken for a word of its own. */
static bool may_part_inside(const lyh_joints *joints, const char *word, size_t at,
                            const GArray *places, int depth)
{
    size_t start = 0, end = strlen(word);
    for (guint i = 0; i < places->len; i++) {
        size_t place = g_array_index(places, size_t, i);
        if (place <= at)
            start = place;
        else if (place < end)
            end = place;
    }
    bool is_last = end == strlen(word);
    if (start == 0 && is_last)
        return false;
    g_autofree char *part = g_strndup(word + start, end - start);
    if (is_last || lyh_dictionary_analysis(joints->dictionary, part).count > 0)
        return lyh_joints_may_part_below(joints, part, at - start, depth + 1);
    g_autofree char *with_e = g_strconcat(part, "e", NULL);
    g_autofree char *with_a = g_strconcat(part, "a", NULL);
    return lyh_joints_may_part_below(joints, with_e, at - start, depth + 1) ||
           lyh_joints_may_part_below(joints, with_a, at - start, depth + 1) ||
           may_part_unlinked(joints, part, at - start, depth);
}

static bool is_parted_by_lines(const char *word, size_t at, lyh_word_list lines)
{
    for (size_t i = 0; i < lines.count; i++) {
        g_autoptr(GArray) places = lyh_joints_places_of(word, lines.words[i]);
        if (lyh_joints_has_place(places, at))
            return true;
    }
    return false;
}

static bool may_part_inside_lines(const lyh_joints *joints, const char *word, size_t at,
                                  lyh_word_list lines, int depth)
{
    for (size_t i = 0; depth < DEEPEST && i < lines.count; i++) {
        g_autoptr(GArray) places = lyh_joints_places_of(word, lines.words[i]);
        if (may_part_inside(joints, word, at, places, depth))
            return true;
    }
    return false;
}

/* barna|vårds|central: what stands before the head is the compound that @at parts. */
static bool may_part_front(const lyh_joints *joints, const char *word, size_t at, int depth)
{
    for (size_t end = at + 1; depth < DEEPEST && word[end]; end++) {
        g_autofree char *front = g_strndup(word, end);
        if ((word[end] & 0xC0) == 0x80 || lyh_joints_letters(front + at) < LEAST_TAIL ||
            !lyh_joints_begins_compounds(joints, front) ||
            !lyh_joints_may_end(joints, word + end))
            continue;
        if (lyh_joints_may_part_below(joints, front, at, DEEPEST))
            return true;
        if (word[end - 1] == 's')
            front[end - 1] = '\0';
        if (front[at] && lyh_joints_may_part_below(joints, front, at, DEEPEST))
            return true;
    }
    return false;
}

bool lyh_joints_may_overlap(const lyh_joints *joints, const char *word, size_t at)
{
    const char *tail = word + at;
    if (at < 2 || word[at - 1] != *tail || !strchr("bdfgklmnprst", *tail) ||
        tail[1] == *tail || lyh_joints_letters(tail) < LEAST_TAIL ||
        (lyh_joints_letters(tail) == LEAST_TAIL &&
         (!lyh_joints_is_own(joints, word) || g_str_has_suffix(tail, "ad"))))
        return false;
    g_autofree char *front = g_strndup(word, at + 1);
    return lyh_joints_ends_compounds(joints, tail) &&
           lyh_joints_begins_compounds(joints, front) && !g_str_has_suffix(word, "era") &&
           (!lyh_joints_known_of(joints, word).is_whole ||
            lyh_joints_is_form_with_head(joints, word, at));
}

/* vas|sal: where both are short, hunspell or a list begins compounds with the first. */
static bool is_front_before(const lyh_joints *joints, const char *front, const char *tail)
{
    if (lyh_joints_letters(tail) > LEAST_TAIL || lyh_joints_letters(front) > LEAST_FRONT)
        return lyh_joints_may_begin(joints, front);
    return lyh_joints_begins_compounds(joints, front) ||
           lyh_lookalikes_may_begin(joints->lookalikes, front);
}

/* Nobody knows @word: what is known of it without the s of its genitive, or both halves. */
static bool may_part_unknown(const lyh_joints *joints, const char *word, size_t at,
                             int depth)
{
    g_autofree char *front = g_strndup(word, at);
    const char *tail = word + at;
    size_t size = strlen(word);
    if (word[size - 1] == 's' && at + 1 < size && depth < DEEPEST) {
        g_autofree char *word_alone = g_strndup(word, size - 1);
        if (lyh_joints_known_of(joints, word_alone).lines.count > 0)
            return lyh_joints_may_part_below(joints, word_alone, at, depth + 1);
    }
    return (lyh_joints_may_end(joints, tail) ||
            lyh_joints_are_short_nouns(joints, front, tail)) &&
           (is_front_before(joints, front, tail) ||
            (lyh_joints_letters(front) >= LEAST_FRONT &&
             lyh_joints_letters(tail) >= LEAST_ODD_TAIL)) &&
           !lyh_joints_has_longer_front(joints, word, at) &&
           (lyh_joints_can_end_so(front) || lyh_joints_may_begin(joints, front)) &&
           !lyh_joints_has_surer_front(joints, front, tail) &&
           !lyh_joints_is_rest_of_lemma(joints, word, at);
}

/* Berga|skolan, Vasa|parken: a name that tells what it is of, as no surname does (Sjö|berg). */
static bool is_name_of_place(const lyh_joints *joints, const char *word, size_t at)
{
    const char *tail = word + at;
    g_autofree char *front = g_strndup(word, at);
    /* Miljövårds|råd: an office. */
    if (lyh_joints_letters(front) > LEAST_AGENT && lyh_joints_may_end(joints, tail) &&
        lyh_joints_begins_compounds(joints, front))
        return true;
    return lyh_joints_letters(tail) > LEAST_SURE_TAIL && at > LEAST_FRONT &&
           (g_str_has_suffix(tail, "n") || g_str_has_suffix(tail, "t")) &&
           lyh_joints_is_sure_tail(joints, tail) && !lyh_joints_is_lemma(joints, tail);
}

/* betygs|hets: what is spelled as an ending is a noun behind a link, where the whole is no form of another. */
static bool is_word_behind_link(const lyh_joints *joints, const char *word, size_t at)
{
    g_autofree char *front = g_strndup(word, at);
    const char *tail = word + at;
    return front[at - 1] == 's' && !lyh_joints_is_lemma(joints, front) &&
           lyh_joints_letters(tail) > LEAST_TAIL &&
           lyh_joints_begins_compounds(joints, front) &&
           lyh_joints_is_lemma(joints, word) && lyh_joints_is_lemma(joints, tail) &&
           lyh_joints_is_noun(joints, tail);
}

bool lyh_joints_may_part_below(const lyh_joints *joints, const char *word, size_t at,
                               int depth)
{
    g_autofree char *front = g_strndup(word, at);
    const char *tail = word + at;
    lyh_joints_knowledge known = lyh_joints_known_of(joints, word);
    bool is_parted = is_parted_by_lines(word, at, known.lines);

    if ((known.is_name && !is_name_of_place(joints, word, at)) ||
        lyh_joints_is_forbidden(joints, word, at, is_parted) ||
        lyh_joints_is_of_verb(joints, front, tail) ||
        (lyh_lookalikes_is_ending(joints->lookalikes, tail) &&
         !is_word_behind_link(joints, word, at)))
        return false;
    if (is_parted || lyh_joints_may_overlap(joints, word, at))
        return true;
    if (lyh_joints_has_other_link(joints, front, tail) ||
        lyh_joints_is_behind_prefix(joints, word, at, depth) ||
        lyh_joints_is_of_adjective(joints, word, at, depth))
        return false;
    if (known.is_whole)
        return (lyh_joints_may_meet(joints, front, tail, depth) &&
                (lyh_joints_is_form_with_head(joints, word, at) ||
                 lyh_joints_are_both_marked(joints, front, tail)) &&
                !lyh_joints_has_longer_front(joints, word, at)) ||
               may_part_front(joints, word, at, depth);
    if (known.lines.count > 0)
        return may_part_inside_lines(joints, word, at, known.lines, depth);
    return may_part_unknown(joints, word, at, depth);
}

/* Without the dictionary all that can be asked is the lists and some length. */
static bool may_part_unseen(const lyh_joints *joints, const char *word, size_t at)
{
    g_autofree char *front = g_strndup(word, at);
    const char *tail = word + at;
    const lyh_lookalikes *lists = joints->lookalikes;
    return (lyh_joints_letters(front) >= LEAST_FRONT ||
            lyh_lookalikes_may_begin(lists, front)) &&
           (lyh_joints_letters(tail) >= LEAST_TAIL ||
            lyh_lookalikes_may_end(lists, tail)) &&
           !lyh_joints_is_forbidden(joints, word, at, false) &&
           !lyh_lookalikes_is_ending(lists, tail);
}

bool lyh_joints_is_lemma(const lyh_joints *joints, const char *word)
{
    return lyh_joints_is_listed(lyh_dictionary_own(joints->dictionary, word), word);
}

bool lyh_joints_is_another_word(lyh_joints *joints, const char *word, size_t at)
{
    lyh_joints_knowledge known = lyh_joints_known_of(joints, word);
    return known.is_name || (known.is_whole && lyh_joints_is_own(joints, word) &&
                             !lyh_joints_is_form_with_head(joints, word, at));
}

bool lyh_joints_may_part(lyh_joints *joints, const char *word, size_t at)
{
    if (at == 0 || !word[at] || lyh_joints_letters(word) > LYH_LONGEST_WORD)
        return false;
    if (word[at - 1] == '-')
        return at > 1;

    /* Parts with hyphens between them are words of their own. */
    size_t start = at, end = at;
    while (start > 0 && word[start - 1] != '-')
        start--;
    while (word[end] && word[end] != '-')
        end++;
    g_autofree char *part = g_strndup(word + start, end - start);
    if (at - start == 0 || !part[at - start])
        return false;
    return lyh_joints_has_hunspell(joints)
               ? lyh_joints_may_part_below(joints, part, at - start, 0)
               : may_part_unseen(joints, part, at - start);
}
