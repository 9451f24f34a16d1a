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

enum { LONGEST_FILLER = 16, LONGEST_SAYING = 31 };

struct lyh_traits {
    GHashTable *fillers;     /* spellings whose repeated letters are taken together */
    bool begins_filler[256]; /* by first byte */
    size_t longest_filler;
    GHashTable *sayings;
    uint32_t saying_sizes[256]; /* bit n: some saying with this first byte has n bytes */
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
        if (length + step > traits->longest_filler)
            return false;
        memcpy(once + length, word + i, step);
        length += step;
    }
    once[length] = '\0';
    return letters > 1 && g_hash_table_contains(traits->fillers, once);
}

/* The list is folded in the same way as the words that are looked up in it: mm is kept as m. */
static void read_fillers(lyh_traits *traits)
{
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
        g_assert(once->len <= LONGEST_FILLER);
        traits->begins_filler[(unsigned char)once->str[0]] = true;
        traits->longest_filler = MAX(traits->longest_filler, once->len);
        g_hash_table_add(traits->fillers, g_string_free(once, FALSE));
    }
}

static void read_sayings(lyh_traits *traits)
{
    const char *bytes = (const char *)lyh_embedded_sayings;
    lyh_list list = { bytes, bytes + lyh_embedded_sayings_size };
    lyh_span line;

    while (lyh_list_next(&list, &line))
        while (line.size > 0) {
            lyh_span form = lyh_span_cut(&line, ' ');
            g_assert(form.size <= LONGEST_SAYING);
            traits->saying_sizes[(unsigned char)form.text[0]] |= UINT32_C(1) << form.size;
            g_hash_table_add(traits->sayings, g_strndup(form.text, form.size));
        }
}

lyh_traits *lyh_traits_new(void)
{
    lyh_traits *traits = g_new0(lyh_traits, 1);
    traits->fillers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    traits->sayings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    read_fillers(traits);
    read_sayings(traits);
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

static bool is_saying(const lyh_traits *traits, const char *word, size_t size)
{
    return size <= LONGEST_SAYING &&
           traits->saying_sizes[(unsigned char)word[0]] >> size & 1 &&
           g_hash_table_contains(traits->sayings, word);
}

/* Of most words the first byte tells that they are neither. */
uint32_t lyh_traits_flags(const lyh_traits *traits, const char *word, size_t size)
{
    uint32_t flags = 0;
    if (traits->begins_filler[(unsigned char)word[0]] && is_filler(traits, word, size))
        flags |= LYH_TOKEN_FILLER;
    if (is_saying(traits, word, size))
        flags |= LYH_SCAN_SAYING;
    return flags;
}
