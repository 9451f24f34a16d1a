#include "told.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/same_file.h>
#include <lyhord/base/text.h>

/* So many are soon looked for; where there are more, one of them is taken to be met. */
enum { MOST = 300 };

struct told_words {
    GHashTable *folded;
    bool is_open; /* there are too many, or something that was not to be expected */
};

told_words *told_words_new(void)
{
    told_words *words = g_new0(told_words, 1);
    words->folded = g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    return words;
}

void told_words_free(told_words *words)
{
    if (!words)
        return;
    g_hash_table_unref(words->folded);
    g_free(words);
}

bool told_is_inside_sentence(const char *text, size_t start)
{
    size_t length;
    if (start < 2 || text[start - 1] != ' ')
        return false;
    const char *before = g_utf8_prev_char(text + start - 1);
    return *before == ',' || lyh_char_is_word(lyh_text_char(
                                 before, (size_t)(text + start - before), &length));
}

/* No reader of words ends one between two of these. */
static bool is_plain_letter(gunichar c)
{
    return c < 0x80 ? g_ascii_isalpha((char)c) : c >= 0xC0 && c <= 0x24F;
}

static void add_word(told_words *words, const char *text, size_t size)
{
    g_hash_table_add(words->folded, lyh_text_fold(text, size, NULL));
    words->is_open |= g_hash_table_size(words->folded) > MOST;
}

/* From @start to each place where a word may end, up to a space. */
static void add_run(told_words *words, const char *text, size_t size, size_t start)
{
    gunichar before = 0;
    for (size_t at = start; !words->is_open;
         at = (size_t)(g_utf8_next_char(text + at) - text)) {
        bool is_end = at >= size || text[at] == ' ' || text[at] == '\n';
        gunichar c = is_end ? 0 : g_utf8_get_char(text + at);
        bool may_end = !is_plain_letter(before) || !is_plain_letter(c);
        if (may_end && at - start >= TOLD_SHORTEST)
            add_word(words, text + start, at - start);
        if (is_end)
            return;
        words->is_open |=
            lyh_char_is_space(c); /* which readers of words take for a space */
        before = c;
    }
}

void told_words_add(told_words *words, const char *text, size_t size)
{
    const char *end = text + size;
    for (const char *at = text; at < end && !words->is_open; at++) {
        at = memchr(at, ' ', (size_t)(end - at));
        if (!at)
            return;
        size_t start = (size_t)(at + 1 - text);
        if (start < size && told_is_inside_sentence(text, start) &&
            g_unichar_isupper(g_utf8_get_char(text + start)))
            add_run(words, text, size, start);
    }
}

bool told_words_may_be_in(const told_words *words, const char *text, size_t size)
{
    GHashTableIter all;
    gpointer word;
    if (words->is_open)
        return true;
    if (g_hash_table_size(words->folded) == 0)
        return false;
    char *folded = lyh_text_fold(text, size, NULL);
    bool is_there = false;
    g_hash_table_iter_init(&all, words->folded);
    while (!is_there && g_hash_table_iter_next(&all, &word, NULL))
        is_there = strstr(folded, word) != NULL;
    free(folded);
    return is_there;
}

/* --- of all transcripts --- */

struct told_transcripts {
    told_words *words;
    GHashTable *files; /* path -> struct stat */
};

told_transcripts *told_transcripts_new(void)
{
    told_transcripts *told = g_new0(told_transcripts, 1);
    told->words = told_words_new();
    told->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return told;
}

void told_transcripts_free(told_transcripts *told)
{
    if (!told)
        return;
    told_words_free(told->words);
    g_hash_table_unref(told->files);
    g_free(told);
}

static bool have_as(const told_transcripts *told, const char *path, const struct stat *file)
{
    const struct stat *read = g_hash_table_lookup(told->files, path);
    return read && lyh_file_is_same(read, file);
}

bool told_transcripts_have(const told_transcripts *told, const char *path)
{
    struct stat file;
    return stat(path, &file) == 0 && have_as(told, path, &file);
}

void told_transcripts_add(told_transcripts *told, const char *path, const struct stat *file,
                          const lyh_document *document)
{
    if (have_as(told, path, file))
        return;
    told_words_add(told->words, lyh_document_text(document), lyh_document_size(document));
    g_hash_table_replace(told->files, g_strdup(path), g_memdup2(file, sizeof *file));
}

const told_words *told_transcripts_words(const told_transcripts *told)
{
    return told->words;
}
