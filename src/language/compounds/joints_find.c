/*
 * All the joints of a word, found without being asked for.
 */
#include "joints_private.h"

#include <string.h>

/* Places that cannot all be right, such as maj|stång and majs|tång, tell nothing. */
static bool are_compatible(const lyh_joints *joints, const char *word, const GArray *places)
{
    for (guint i = 1; i < places->len; i++) {
        size_t from = g_array_index(places, size_t, i - 1);
        size_t to = g_array_index(places, size_t, i);
        g_autofree char *middle = g_strndup(word + from, to - from);
        if (lyh_joints_letters(middle) < LEAST_FRONT ||
            !lyh_joints_may_begin(joints, middle))
            return false;
    }
    return true;
}

/* How sure a front must be that a joint is seen without being asked for. */
typedef enum surety { LISTED_FRONT, LINKED_FRONT } surety;

/* Every place of @word that passes, with fronts that hunspell itself begins compounds with. */
static GArray *places_passed(const lyh_joints *joints, const char *word, surety sure)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (const char *tail = g_utf8_next_char(word); *tail; tail = g_utf8_next_char(tail)) {
        size_t at = (size_t)(tail - word);
        g_autofree char *front = g_strndup(word, at);
        bool is_listed_front = lyh_lookalikes_may_begin(joints->lookalikes, front);
        bool is_sure = sure == LINKED_FRONT ? lyh_joints_letters(front) >= LEAST_FRONT &&
                                                  lyh_joints_ends_compounds(joints, tail)
                                            : lyh_joints_begins_compounds(joints, front);
        if ((is_listed_front || is_sure) &&
            lyh_joints_may_part_below(joints, word, at, DEEPEST))
            g_array_append_val(places, at);
    }
    if (!are_compatible(joints, word, places))
        g_array_set_size(places, 0);
    return places;
}

/* Where the dictionary holds @word whole. */
static GArray *places_in_whole(const lyh_joints *joints, const char *word)
{
    GArray *places = places_passed(joints, word, LISTED_FRONT);
    if (places->len > 0)
        return places;
    g_array_unref(places);
    return places_passed(joints, word, LINKED_FRONT);
}

/* Where nobody knows @word: both halves must be words of compounds by hunspell's own marks. */
static GArray *places_in_unknown(const lyh_joints *joints, const char *word)
{
    GArray *places = places_passed(joints, word, LISTED_FRONT);
    for (guint i = places->len; i > 0; i--) {
        const char *tail = word + g_array_index(places, size_t, i - 1);
        if (!lyh_joints_ends_compounds(joints, tail) &&
            !lyh_joints_ends_as_listed(joints, tail))
            g_array_remove_index(places, i - 1);
    }
    return places;
}

/* The places on which hunspell's lines agree: those of its first, if all the others have them. */
static GArray *places_in_lines(const char *word, lyh_word_list lines)
{
    GArray *places = lyh_joints_places_of(word, lines.words[0]);
    for (size_t i = 1; i < lines.count; i++) {
        g_autoptr(GArray) others = lyh_joints_places_of(word, lines.words[i]);
        for (guint k = places->len; k > 0; k--)
            if (!lyh_joints_has_place(others, g_array_index(places, size_t, k - 1)))
                g_array_remove_index(places, k - 1);
    }
    return places;
}

static GArray *places_in(const lyh_joints *joints, const char *word)
{
    lyh_joints_knowledge known = lyh_joints_known_of(joints, word);
    if (known.is_whole)
        return places_in_whole(joints, word);
    return known.lines.count > 0 ? places_in_lines(word, known.lines)
                                 : places_in_unknown(joints, word);
}

static void find_in(const lyh_joints *joints, const char *word, size_t base, int depth,
                    GArray *found);

/* The parts between places may be compounds themselves, with a link behind them or without. */
static void find_in_part(const lyh_joints *joints, const char *part, bool is_last,
                         size_t base, int depth, GArray *found)
{
    size_t size = strlen(part);
    g_autofree char *stem = g_strndup(part, size - (!is_last && part[size - 1] == 's'));
    g_autofree char *with_e = g_strconcat(part, "e", NULL);
    g_autofree char *with_a = g_strconcat(part, "a", NULL);
    const char *const words[] = { stem, part, with_e, with_a };
    for (size_t i = 0; i < (is_last ? 1 : G_N_ELEMENTS(words)); i++) {
        if (lyh_dictionary_analysis(joints->dictionary, words[i]).count == 0)
            continue;
        find_in(joints, words[i], base, depth + 1, found);
        return;
    }
}

static bool is_joint(const lyh_joints *joints, const char *word, size_t at)
{
    return !lyh_joints_is_forbidden(joints, word, at, true) &&
           !lyh_lookalikes_is_ending(joints->lookalikes, word + at);
}

static void find_in(const lyh_joints *joints, const char *word, size_t base, int depth,
                    GArray *found)
{
    if (lyh_joints_letters(word) < LEAST_WORD || depth >= DEEPEST)
        return;
    g_autoptr(GArray) places = places_in(joints, word);
    size_t size = strlen(word), start = 0;
    for (guint i = 0; i < places->len; i++) {
        size_t at = g_array_index(places, size_t, i);
        if (!is_joint(joints, word, at))
            continue;
        g_autofree char *part = g_strndup(word + start, at - start);
        find_in_part(joints, part, false, base + start, depth, found);
        start = at;
        at += base;
        g_array_append_val(found, at);
    }
    if (start > 0 && start < size)
        find_in_part(joints, word + start, true, base + start, depth, found);
}

/* The joint of 80-tals|hus stands behind what the number belongs to. */
static bool is_number(const char *part)
{
    return *part && part[strspn(part, "0123456789")] == '\0';
}

void lyh_joints_find(lyh_joints *joints, const char *word, GArray *found)
{
    g_array_set_size(found, 0);
    if (lyh_joints_letters(word) > LYH_LONGEST_WORD)
        return;
    bool can_part = lyh_joints_has_hunspell(joints);
    for (size_t start = 0, end; word[start]; start = end) {
        end = start + strcspn(word + start, "-");
        g_autofree char *part = g_strndup(word + start, end - start);
        if (can_part && *part)
            find_in(joints, part, start, 0, found);
        bool is_joined = word[end] == '-' && !is_number(part);
        while (word[end] == '-')
            end++;
        if (is_joined && word[end] && end > 1)
            g_array_append_val(found, end);
    }
    lyh_joints_sort_once(found);
}
