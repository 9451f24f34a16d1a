#include "wording.h"

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

/* What people do while they speak, by how the word begins; "(namn på handläggaren)" is no such thing. */
static const char *const doings[] = { "flinar", "fniss", "gråt",   "gäsp",  "harkl",
                                      "host",   "ler",   "nickar", "paus",  "pekar",
                                      "ryck",   "skaka", "skratt", "snyft", "snörv",
                                      "stör",   "suck",  "tyst",   "visk" };

static bool is_doing(const lyh_document *document, const lyh_aside *aside)
{
    if (aside->kind != LYH_ASIDE_STAGE)
        return false;
    const char *text = lyh_document_text(document);
    size_t start = aside->start, end = aside->end;
    while (start < end && text[start] == '(')
        start++;
    char *inside = lyh_text_fold(text + start, end - start, NULL);
    bool is_one = false;
    for (size_t i = 0; i < G_N_ELEMENTS(doings); i++)
        is_one |= g_str_has_prefix(inside, doings[i]);
    free(inside);
    return is_one;
}

/* The words, without what is left out and the space before it. */
static GString *words_said(const lyh_document *document, size_t start, size_t end,
                           bool keeps_asides)
{
    const char *text = lyh_document_text(document);
    GString *said = g_string_new(NULL);
    size_t from = start;
    for (size_t i = 0; !keeps_asides && i < lyh_document_aside_count(document); i++) {
        const lyh_aside *aside = lyh_document_aside(document, i);
        if (aside->start < from || aside->end > end || !is_doing(document, aside))
            continue;
        g_string_append_len(said, text + from, (gssize)(aside->start - from));
        while (said->len > 0 && said->str[said->len - 1] == ' ')
            g_string_truncate(said, said->len - 1);
        from = aside->end;
    }
    g_string_append_len(said, text + from, (gssize)(end - from));
    return said;
}

/* Three dots are one sign, an omission in square brackets too. */
static void set_ellipses(GString *line)
{
    g_string_replace(line, "...", "…", 0);
    while (g_string_replace(line, "….", "…", 0) > 0)
        ;
}

/* Marks of a quotation within the quote are single ones. */
static void set_inner_marks(GString *line)
{
    static const char *const marks[] = { "”", "“", "„", "\"" };
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        g_string_replace(line, marks[i], "’", 0);
}

/* A quote that begins or ends within a sentence says so. */
static void mark_what_is_left_out(GString *line)
{
    static const char *const ends[] = { ".", "!", "?", "…", ")", "]", "’" };
    bool is_ended = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        is_ended |= g_str_has_suffix(line->str, ends[i]);
    if (!is_ended)
        g_string_append(line, " …");

    size_t length;
    uint32_t first = lyh_text_char(line->str, line->len, &length);
    if (lyh_char_is_word(first) && !lyh_char_is_upper(first) && !lyh_char_is_digit(first))
        g_string_prepend(line, "… ");
}

char *wording_of(const lyh_document *document, size_t start, size_t end, bool keeps_asides)
{
    GString *said = words_said(document, start, end, keeps_asides);
    g_auto(GStrv) words = g_strsplit_set(said->str, " \n\t", -1);
    g_string_free(said, TRUE);
    GString *line = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(line, "%s%s", line->len ? " " : "", *word);
    set_ellipses(line);
    set_inner_marks(line);
    mark_what_is_left_out(line);
    return g_string_free(line, FALSE);
}
