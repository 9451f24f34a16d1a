/**
 * What the tests of this folder share: a text and its words.
 */
#ifndef LYHORD_TESTS_LANGUAGE_WORDS_H
#define LYHORD_TESTS_LANGUAGE_WORDS_H

#include <glib.h>
#include <string.h>

#include <lyhord/language/tokens.h>

typedef struct words {
    const char *text;
    lyh_vocabulary *vocabulary;
    lyh_tokens *tokens;
} words;

static inline words words_of(const char *text)
{
    words new = { text, lyh_vocabulary_new(), lyh_tokens_new() };
    lyh_tokens_read_text(new.tokens, text, strlen(text), new.vocabulary);
    return new;
}

static inline void words_clear(words *found)
{
    lyh_tokens_free(found->tokens);
    lyh_vocabulary_free(found->vocabulary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(words, words_clear)

/* The tokens as they stand in the text, with | between them. */
static inline char *tokens_joined(const char *text, const lyh_tokens *tokens, size_t first,
                                  size_t end)
{
    GString *joined = g_string_new(NULL);
    const lyh_token *all = lyh_tokens_all(tokens);
    for (size_t i = first; i < end; i++)
        g_string_append_printf(joined, "%s%.*s", i > first ? "|" : "",
                               (int)(all[i].end - all[i].start), text + all[i].start);
    return g_string_free(joined, FALSE);
}

#define assert_tokens(sentence, expected)                                                  \
    do {                                                                                   \
        g_auto(words) found_ = words_of(sentence);                                         \
        g_autofree char *joined_ =                                                         \
            tokens_joined(found_.text, found_.tokens, 0, lyh_tokens_count(found_.tokens)); \
        g_assert_cmpstr(joined_, ==, expected);                                            \
    } while (0)

#endif
