/*
 * Whether two parts may meet, beyond what hunspell says of each of them.
 */
#include "joints_private.h"

#include <string.h>

/* A front that nobody knows: soc, svär; not one that ends as particles do (slambe, bout). */
static bool is_odd_front(const lyh_joints *joints, const char *front, const char *tail)
{
    for (const char *start = front; *start; start = g_utf8_next_char(start))
        if ((start == front || !lyh_joints_is_own(joints, front)) &&
            lyh_lookalikes_between(joints->lookalikes, start, strlen(start), tail) !=
                LYH_SEEMING_NONE)
            return false;
    return lyh_joints_letters(front) >= LEAST_FRONT && lyh_joints_can_end_so(front) &&
           !lyh_joints_has_surer_front(joints, front, tail);
}

/* gran|, vredes|: a noun, with its link or without. */
static bool is_noun_linked(const lyh_joints *joints, const char *front)
{
    size_t size = strlen(front);
    if (lyh_joints_is_noun(joints, front) ||
        (front[size - 1] != 's' && lyh_lookalikes_may_begin(joints->lookalikes, front)) ||
        (front[size - 1] == 'e' && lyh_joints_takes(joints, front, 0, "t", front)))
        return true;
    if (front[size - 1] != 's')
        return false;
    g_autofree char *noun = g_strndup(front, size - 1);
    return lyh_joints_letters(noun) >= LEAST_FRONT && !g_str_has_suffix(noun, "s") &&
           lyh_joints_is_noun(joints, noun);
}

/* tal|svar: the s may be of the other part. */
static bool s_begins_word(const lyh_joints *joints, const char *tail)
{
    g_autofree char *longer = g_strconcat("s", tail, NULL);
    return lyh_joints_is_own(joints, longer);
}

/* gran|ris, golv|vax: nouns both, though hunspell marks neither. */
bool lyh_joints_are_short_nouns(const lyh_joints *joints, const char *front,
                                const char *tail)
{
    return lyh_joints_letters(front) > LEAST_FRONT &&
           lyh_joints_letters(tail) == LEAST_TAIL && lyh_joints_is_noun(joints, tail) &&
           is_noun_linked(joints, front) &&
           !lyh_lookalikes_is_ending(joints->lookalikes, tail) &&
           !(g_str_has_suffix(front, "s") && s_begins_word(joints, tail));
}

/* lösen|ord: behind a word of some length, whatever it is, what the list lets end compounds. */
static bool is_listed_behind_word(const lyh_joints *joints, const char *front,
                                  const char *tail)
{
    return lyh_joints_letters(front) > LEAST_FRONT && lyh_joints_is_lemma(joints, front) &&
           lyh_joints_ends_as_listed(joints, tail);
}

/*
 * Where a word was asked about, a long one ends what nobody knows (soc|bidrag), and one of
 * three letters that hunspell does not mark ends what surely is a front.
 */
bool lyh_joints_may_meet(const lyh_joints *joints, const char *front, const char *tail,
                         int depth)
{
    if (lyh_joints_may_end(joints, tail) && lyh_joints_may_begin(joints, front))
        return (lyh_joints_begins_compounds(joints, front) &&
                lyh_joints_is_own(joints, tail)) ||
               !lyh_joints_has_surer_front(joints, front, tail);
    if (depth == 0 && lyh_joints_is_sure_tail(joints, tail) &&
        is_odd_front(joints, front, tail))
        return true;
    if (lyh_joints_are_short_nouns(joints, front, tail) ||
        is_listed_behind_word(joints, front, tail))
        return true;
    return depth < DEEPEST && lyh_joints_letters(tail) >= LEAST_TAIL &&
           lyh_joints_is_inflected(joints, tail) &&
           !lyh_lookalikes_is_ending(joints->lookalikes, tail) &&
           lyh_joints_begins_compounds(joints, front);
}

/*
 * nivå|plugg: hunspell begins compounds with the one and ends them with the other, whatever the genders;
 * not drifts|topp, whose s may be of either.
 */
bool lyh_joints_are_both_marked(const lyh_joints *joints, const char *front,
                                const char *tail)
{
    if (g_str_has_suffix(front, "s") && s_begins_word(joints, tail))
        return false;
    return lyh_joints_letters(front) > LEAST_FRONT &&
           lyh_joints_letters(tail) > LEAST_TAIL &&
           lyh_joints_begins_compounds(joints, front) &&
           lyh_joints_ends_compounds(joints, tail);
}
