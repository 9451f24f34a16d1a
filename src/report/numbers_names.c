#include "numbers_names.h"

#include <string.h>

#include <lyhord/base/text.h>

static bool is_word_at(const char *text, size_t at, size_t size)
{
    return at < size && lyh_char_is_word(g_utf8_get_char(text + at));
}

/* Is what stands at @start to @end no part of a longer word? */
static bool is_whole(const char *text, size_t start, size_t end)
{
    bool has_before =
        start > 0 && lyh_char_is_word(g_utf8_get_char(g_utf8_prev_char(text + start)));
    return !has_before && !is_word_at(text, end, strlen(text));
}

/* Where @words stand in @text as whole words before @end, from @start on; LYH_NONE: nowhere. */
static size_t place_of(const char *text, size_t start, size_t end, const char *words)
{
    size_t size = strlen(words);
    for (const char *at = text + start;
         (at = g_strstr_len(at, (gssize)(end - (size_t)(at - text)), words)) != NULL;
         at++) {
        size_t place = (size_t)(at - text);
        if (is_whole(text, place, place + size))
            return place;
    }
    return LYH_NONE;
}

/* Does what stands before @end, spaces and signs left out, end with @words? */
bool names_end_with(const char *text, size_t start, size_t end, const char *words)
{
    while (end > start && strchr(" :(\"", text[end - 1]))
        end--;
    size_t size = strlen(words);
    return size > 0 && end >= start + size && memcmp(text + end - size, words, size) == 0 &&
           is_whole(text, end - size, end);
}

/* A label in a longer one ("stöd" in "stöd vid ansökan") is not named when the longer one is. */
static bool is_covered(const GArray *taken, size_t start, size_t end)
{
    for (guint i = 0; i + 1 < taken->len; i += 2)
        if (start >= g_array_index(taken, size_t, i) &&
            end <= g_array_index(taken, size_t, i + 1))
            return true;
    return false;
}

/* "2" is a row of a table of questions, and a number anywhere else. */
static bool has_letter(const char *label)
{
    while (*label && !g_unichar_isalpha(g_utf8_get_char(label)))
        label = g_utf8_next_char(label);
    return *label != '\0';
}

/*
 * Is it a name wherever it stands? An alternative of one word ("Bra", "Ja") is an everyday word in a
 * sentence about something else.
 */
static bool is_telling(const tabled_labels *labels, const char *label)
{
    return has_letter(label) &&
           (strchr(label, ' ') || g_hash_table_contains(labels->subjects, label));
}

/* The numbers (tabled_numbers, lent) of every label that @s names. */
GPtrArray *names_in(const tabled_labels *labels, const sentence *s)
{
    GPtrArray *named = g_ptr_array_new();
    g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (guint i = 0; i < labels->keys->len; i++) {
        const char *label = g_ptr_array_index(labels->keys, i);
        size_t start = place_of(s->text, s->start, s->end, label);
        size_t end = start + strlen(label);
        if (start == LYH_NONE || is_covered(taken, start, end) ||
            !is_telling(labels, label))
            continue;
        g_array_append_val(taken, start);
        g_array_append_val(taken, end);
        g_ptr_array_add(named, g_hash_table_lookup(labels->by_label, label));
    }
    return named;
}

/* The label right before @at in @s, as in a figure's list of numbers; NULL: none. */
const tabled_numbers *names_before(const tabled_labels *labels, const sentence *s,
                                   size_t at)
{
    for (guint i = 0; i < labels->keys->len; i++) {
        const char *label = g_ptr_array_index(labels->keys, i);
        if (has_letter(label) && names_end_with(s->text, s->start, at, label))
            return g_hash_table_lookup(labels->by_label, label);
    }
    return NULL;
}
