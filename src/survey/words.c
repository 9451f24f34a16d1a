#include "words.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

char *words_trim(const char *text, size_t size)
{
    size_t lead = lyh_text_leading_space(text, size);
    return g_strndup(text + lead, lyh_text_trimmed_size(text + lead, size - lead));
}

char *words_fold(const char *text, size_t size)
{
    size_t folded_size;
    g_autofree char *folded = lyh_text_fold(text, size, &folded_size);
    g_autoptr(GString) words = g_string_sized_new(folded_size);
    for (size_t at = 0; at < folded_size;) {
        size_t space = lyh_text_leading_space(folded + at, folded_size - at);
        if (space > 0) {
            if (words->len > 0 && at + space < folded_size)
                g_string_append_c(words, ' ');
            at += space;
            continue;
        }
        size_t length;
        lyh_text_char(folded + at, folded_size - at, &length);
        g_string_append_len(words, folded + at, (gssize)length);
        at += length;
    }
    return g_string_free(g_steal_pointer(&words), FALSE);
}

/* Beyond these nobody has mistyped a word: they wrote another. */
#define LONGEST_COMPARED 120

static size_t least(size_t a, size_t b, size_t c)
{
    return MIN(a, MIN(b, c));
}

size_t words_apart(const char *one, const char *other, size_t most)
{
    glong n = g_utf8_strlen(one, -1), m = g_utf8_strlen(other, -1);
    if (n > LONGEST_COMPARED || m > LONGEST_COMPARED || (size_t)labs(n - m) > most)
        return most + 1;
    g_autofree gunichar *a = g_utf8_to_ucs4_fast(one, -1, NULL);
    g_autofree gunichar *b = g_utf8_to_ucs4_fast(other, -1, NULL);
    size_t rows[3][LONGEST_COMPARED + 1];
    for (glong j = 0; j <= m; j++)
        rows[0][j] = (size_t)j;
    for (glong i = 1; i <= n; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = (size_t)i;
        for (glong j = 1; j <= m; j++) {
            size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
    }
    return MIN(rows[n % 3][m], most + 1);
}
