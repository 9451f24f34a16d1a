/**
 * What the tests of states share: a mention in a text, and the cue that was found for it.
 */
#ifndef LYHORD_TESTS_LANGUAGE_MENTIONS_H
#define LYHORD_TESTS_LANGUAGE_MENTIONS_H

#include <glib.h>
#include <string.h>

#include <lyhord/language/state.h>

/* A text whose mention stood in {braces}: bytes of the text without them. */
typedef struct marked {
    char *text;
    size_t start, end;
} marked;

static inline marked marked_of(const char *with_braces)
{
    g_auto(GStrv) pieces = g_strsplit_set(with_braces, "{}", -1);
    g_assert_cmpuint(g_strv_length(pieces), ==, 3);
    size_t start = strlen(pieces[0]), end = start + strlen(pieces[1]);
    g_assert_cmpint(with_braces[start], ==, '{');
    g_assert_cmpint(with_braces[end + 1], ==, '}');
    return (marked){ g_strjoinv("", pieces), start, end };
}

static inline void marked_clear(marked *found)
{
    g_free(found->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(marked, marked_clear)

/* The tokens that bytes @start to @end of their text are of. */
static inline lyh_mention mention_between(const lyh_tokens *tokens, size_t start,
                                          size_t end)
{
    const lyh_token *all = lyh_tokens_all(tokens);
    lyh_mention mention = { .first = 0 };
    while (all[mention.first].end <= start)
        mention.first++;
    mention.end = mention.first + 1;
    while (mention.end < lyh_tokens_count(tokens) && all[mention.end].start < end)
        mention.end++;
    return mention;
}

/* Where nobody asks of the time, the state and its cue are what they are where somebody does. */
static inline void check_timeless(const lyh_states *states, lyh_objects *objects,
                                  const lyh_tokens *tokens, const lyh_mention *mention,
                                  const lyh_stance *stance)
{
    lyh_mention timeless = *mention;
    timeless.is_timeless = true;
    lyh_stance found = lyh_states_of(states, objects, tokens, &timeless);
    g_assert_cmpint(found.state, ==, stance->state);
    g_assert_cmpuint(found.cue.first, ==, stance->cue.first);
    g_assert_cmpuint(found.cue.end, ==, stance->cue.end);
    g_assert_cmpint(found.time, ==, LYH_TIME_NONE);
}

/* The words of @cue as they stand in @text, "" without one. g_free(). */
static inline char *cue_text(const char *text, const lyh_tokens *tokens, lyh_cue cue)
{
    const lyh_token *all = lyh_tokens_all(tokens);
    return cue.first == cue.end ? g_strdup("")
                                : g_strndup(text + all[cue.first].start,
                                            all[cue.end - 1].end - all[cue.first].start);
}

#endif
