#include "guide_cues.h"

#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

/* Words that name a question when they stand in a sentence together. Only the cues whose longest word is there are
 * looked at. */
struct cue {
    size_t question;
    GHashTable *words;
};

struct guide_cues {
    GHashTable *by_longest; /* the longest word of a cue -> GArray of struct cue, owned */
};

GHashTable *guide_words(const char *text, size_t size)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t start = LYH_NONE;
    for (size_t i = 0, length; i <= size; i += length) {
        length = 1;
        bool is_word =
            i < size && lyh_char_is_word(lyh_text_char(text + i, size - i, &length));
        if (is_word && start == LYH_NONE)
            start = i;
        if (is_word || start == LYH_NONE)
            continue;
        g_hash_table_add(words, g_strndup(text + start, i - start));
        start = LYH_NONE;
    }
    return words;
}

static void clear_cue(void *data)
{
    g_hash_table_unref(((struct cue *)data)->words);
}

guide_cues *guide_cues_new(void)
{
    guide_cues *cues = g_new(guide_cues, 1);
    cues->by_longest = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify)g_array_unref);
    return cues;
}

void guide_cues_free(guide_cues *cues)
{
    if (!cues)
        return;
    g_hash_table_unref(cues->by_longest);
    g_free(cues);
}

/* The longest word of @words, and of those as long the first by its letters. Lent by @words; NULL for none. */
static const char *longest_of(GHashTable *words)
{
    const char *longest = NULL;
    GHashTableIter iter;
    void *word;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, &word, NULL)) {
        size_t size = strlen(word), most = longest ? strlen(longest) : 0;
        if (size > most || (size == most && longest && strcmp(word, longest) < 0))
            longest = word;
    }
    return longest;
}

static void add_cue(guide_cues *all, size_t question, const char *said)
{
    g_autofree char *folded = lyh_text_fold(said, strlen(said), NULL);
    g_autoptr(GHashTable) words = guide_words(folded, strlen(folded));
    const char *longest = longest_of(words);
    if (!longest)
        return;
    GArray *cues = g_hash_table_lookup(all->by_longest, longest);
    if (!cues) {
        cues = g_array_new(FALSE, FALSE, sizeof(struct cue));
        g_array_set_clear_func(cues, clear_cue);
        g_hash_table_insert(all->by_longest, g_strdup(longest), cues);
    }
    const struct cue cue = { question, g_steal_pointer(&words) };
    g_array_append_val(cues, cue);
}

void guide_cues_add(guide_cues *all, size_t question, const char *cell)
{
    g_auto(GStrv) said = g_strsplit(cell, "|", -1);
    for (size_t i = 0; said[i]; i++)
        add_cue(all, question, said[i]);
}

static bool holds_all(GHashTable *words, GHashTable *cue)
{
    GHashTableIter iter;
    void *word;
    g_hash_table_iter_init(&iter, cue);
    while (g_hash_table_iter_next(&iter, &word, NULL))
        if (!g_hash_table_contains(words, word))
            return false;
    return true;
}

/* The longest cue so far, in words. */
struct cued {
    size_t question; /* LYH_NONE: cues of two are as long */
    guint words;
};

static void find_cues(const guide_cues *all, GHashTable *words, struct cued *cued)
{
    GHashTableIter iter;
    void *word;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, &word, NULL)) {
        const GArray *cues = g_hash_table_lookup(all->by_longest, word);
        for (guint i = 0; cues && i < cues->len; i++) {
            const struct cue *cue = &g_array_index(cues, struct cue, i);
            guint length = g_hash_table_size(cue->words);
            if (length < cued->words || !holds_all(words, cue->words))
                continue;
            bool is_other = length == cued->words && cued->question != cue->question;
            cued->question = is_other ? LYH_NONE : cue->question;
            cued->words = length;
        }
    }
}

size_t guide_cues_find(const guide_cues *all, const char *text, size_t size)
{
    struct cued cued = { LYH_NONE, 0 };
    for (size_t start = 0; start < size && g_hash_table_size(all->by_longest) > 0;) {
        size_t end = start + lyh_text_until(text + start, size - start, ".!?\n");
        g_autoptr(GHashTable) words = guide_words(text + start, end - start);
        find_cues(all, words, &cued);
        start = end + 1;
    }
    return cued.question;
}
