#include "traits.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/language/tokens.h>

#include "../lists.h"
#include "scan.h"

extern const unsigned char lyh_embedded_fillers[];
extern const size_t lyh_embedded_fillers_size;
extern const unsigned char lyh_embedded_sayings[];
extern const size_t lyh_embedded_sayings_size;

enum { LONGEST_FILLER = 16, LONGEST_SAYING = 16 };

struct lyh_traits {
    GHashTable *fillers; /* spellings whose repeated letters are taken together */
    GHashTable *sayings;
};

static bool is_filler(const lyh_traits *traits, const char *word, size_t size)
{
    char once[LONGEST_FILLER + 1];
    size_t length = 0;
    size_t letters = 0;

    for (size_t i = 0, step; i < size; i += step, letters++) {
        lyh_text_char(word + i, size - i, &step);
        if (length >= step && memcmp(once + length - step, word + i, step) == 0)
            continue;
        if (length + step > LONGEST_FILLER)
            return false;
        memcpy(once + length, word + i, step);
        length += step;
    }
    once[length] = '\0';
    return letters > 1 && g_hash_table_contains(traits->fillers, once);
}

/* The list is folded in the same way as the words that are looked up in it: mm is kept as m. */
static GHashTable *filler_words(void)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *bytes = (const char *)lyh_embedded_fillers;
    lyh_list list = { bytes, bytes + lyh_embedded_fillers_size };
    lyh_span line;

    while (lyh_list_next(&list, &line)) {
        GString *once = g_string_new(NULL);
        for (size_t i = 0, step; i < line.size; i += step) {
            lyh_text_char(line.text + i, line.size - i, &step);
            if (once->len < step ||
                memcmp(once->str + once->len - step, line.text + i, step) != 0)
                g_string_append_len(once, line.text + i, (gssize)step);
        }
        g_hash_table_add(words, g_string_free(once, FALSE));
    }
    return words;
}

static GHashTable *saying_words(void)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *bytes = (const char *)lyh_embedded_sayings;
    lyh_list list = { bytes, bytes + lyh_embedded_sayings_size };
    lyh_span line;

    while (lyh_list_next(&list, &line))
        while (line.size > 0) {
            lyh_span form = lyh_span_cut(&line, ' ');
            g_hash_table_add(words, g_strndup(form.text, form.size));
        }
    return words;
}

lyh_traits *lyh_traits_new(void)
{
    lyh_traits *traits = g_new0(lyh_traits, 1);
    traits->fillers = filler_words();
    traits->sayings = saying_words();
    return traits;
}

void lyh_traits_free(lyh_traits *traits)
{
    if (!traits)
        return;
    g_hash_table_unref(traits->fillers);
    g_hash_table_unref(traits->sayings);
    g_free(traits);
}

uint32_t lyh_traits_flags(const lyh_traits *traits, const char *word, size_t size)
{
    uint32_t flags = 0;
    if (is_filler(traits, word, size))
        flags |= LYH_TOKEN_FILLER;
    if (size <= LONGEST_SAYING && g_hash_table_contains(traits->sayings, word))
        flags |= LYH_SCAN_SAYING;
    return flags;
}
