#include "placeholders.h"

#include <stdbool.h>
#include <string.h>

#include <lyhord/privacy/findings.h>

#include "lists.h"

enum { LONGEST = 80 };

/* The place behind the bracket that closes what opens at @at; 0 when it is no placeholder. */
static size_t placeholder_end(const char *text, size_t size, size_t at, size_t *colon)
{
    *colon = 0;
    size_t end = at + 1;
    bool has_letter = false;
    for (; end < size && end - at < LONGEST && text[end] != ']'; end++) {
        if (text[end] == '[' || text[end] == '\n')
            return 0;
        if (text[end] == ':' && *colon == 0)
            *colon = end;
        bool starts_word = text[end - 1] == ' ' || text[end - 1] == '[';
        if (*colon == 0 && starts_word && word_is_capital(text + end, size - end) &&
            (end + 1 < size && text[end + 1] != ']'))
            return 0; /* [handläggaren Anna] */
        bool is_high = ((unsigned char)text[end] & 0x80) != 0;
        has_letter = has_letter || is_high || g_ascii_isalpha(text[end]);
    }
    return has_letter && end < size && text[end] == ']' ? end + 1 : 0;
}

static bool is_kept(const lyh_finding *finding, size_t colon)
{
    return colon > 0 && finding->start > colon && !(finding->kind >= LYH_FINDING_AGE);
}

/* Hard identifiers never stand in for anything, whatever is around them. */
static bool is_hard(const lyh_finding *finding)
{
    return finding->kind <= LYH_FINDING_EMAIL;
}

/* The next opening bracket from @at on, or @size. */
static size_t next_bracket(const char *text, size_t size, size_t at)
{
    const char *bracket = at < size ? memchr(text + at, '[', size - at) : NULL;
    return bracket ? (size_t)(bracket - text) : size;
}

void drop_placeholders(const char *text, size_t size, GArray *findings)
{
    size_t start = 0, end = 0, colon = 0;
    size_t next = next_bracket(text, size, 0);
    guint kept = 0;
    lyh_finding *all = (lyh_finding *)(void *)findings->data;
    for (guint i = 0; i < findings->len; i++) {
        while (next <= all[i].start && end <= all[i].start) {
            start = next;
            end = placeholder_end(text, size, start, &colon);
            next = next_bracket(text, size, start + 1);
        }
        bool is_inside = all[i].start >= start && all[i].end <= end;
        if (!is_inside || is_hard(&all[i]) || is_kept(&all[i], colon))
            all[kept++] = all[i];
    }
    g_array_set_size(findings, kept);
}
