/* Signs are listed where they stand, whichever way they are looked for; strchr() says which they are. */
#include <string.h>

#include <glib.h>

#include <lyhord/base/blocks.h>

#include "../../src/ingest/signs.h"

#define ROUNDS 2000
#define LONGEST 2500

static const struct {
    enum text_sign sign;
    const char *bytes;
} kinds[] = {
    { SIGN_END, "\n\r" },
    { SIGN_QUOTE, "\"\xC2\xE2" },
    { SIGN_COLON, ":" },
    { SIGN_ASIDE, "[]()#</=xX0123456789" },
};

static void each_byte_is_one_sign_or_none(void)
{
    g_assert_cmpint(sign_of[0], ==, SIGN_NONE);
    for (int byte = 1; byte < 256; byte++) {
        int sign = SIGN_NONE;
        for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
            if (strchr(kinds[i].bytes, byte))
                sign = (int)kinds[i].sign;
        g_assert_cmpint(sign_of[byte], ==, sign);
    }
}

/* Any bytes, most of them letters where @rare is large. */
static GString *made(GRand *random, gint rare)
{
    GString *text = g_string_new(NULL);
    gint size = g_rand_int_range(random, 0, LONGEST);
    for (gint i = 0; i < size; i++) {
        gint byte = g_rand_int_range(random, 0, rare) == 0
                        ? g_rand_int_range(random, 0, 256)
                        : g_rand_int_range(random, 'a', 'w');
        g_string_append_c(text, (char)byte);
    }
    return text;
}

static void check_list(const char *text, size_t size)
{
    g_autoptr(sign_list) signs = signs_new(text, size);
    size_t next = 0;
    for (size_t i = 0; i < size; i++) {
        if (sign_of[(unsigned char)text[i]] == SIGN_NONE)
            continue;
        g_assert_cmpuint(next, <, signs->count);
        g_assert_cmpuint(signs->at[next++], ==, i);
    }
    g_assert_cmpuint(next, ==, signs->count);
}

static void check_next(const char *text, size_t size)
{
    g_autoptr(sign_list) signs = signs_new(text, size);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        size_t index = signs_next(signs, text, kinds[i].sign, 0);
        for (size_t at = 0; at < size; at++) {
            if (text[at] == '\0' || !strchr(kinds[i].bytes, text[at]))
                continue;
            g_assert_cmpuint(index, <, signs->count);
            g_assert_cmpuint(signs->at[index], ==, at);
            index = signs_next(signs, text, kinds[i].sign, index + 1);
        }
        g_assert_cmpuint(index, ==, signs->count);
    }
}

/* Each text in a buffer of its own, whose end a sanitizer guards. */
static void over_texts(void (*check)(const char *text, size_t size))
{
    static const gint rarities[] = { 1, 3, 30, 300 };
    g_autoptr(GRand) random = g_rand_new_with_seed(47);
    for (int i = 0; i < ROUNDS; i++) {
        g_autoptr(GString) text = made(random, rarities[i % 4]);
        g_autofree char *exact = g_memdup2(text->str, text->len + 1);
        check(exact, text->len);
    }
}

static void over_paths(void (*check)(const char *text, size_t size))
{
    g_assert_true(lyh_blocks_choose(LYH_BLOCKS_PLAIN));
    over_texts(check);
    if (lyh_blocks_choose(LYH_BLOCKS_AVX2))
        over_texts(check);
    else
        g_test_skip("this processor has no AVX2");
}

static void every_sign_is_listed_once(void)
{
    over_paths(check_list);
}

static void readers_go_from_one_of_theirs_to_the_next(void)
{
    over_paths(check_next);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/signs/each byte is one sign or none", each_byte_is_one_sign_or_none);
    g_test_add_func("/signs/every sign is listed once", every_sign_is_listed_once);
    g_test_add_func("/signs/readers go from one of theirs to the next",
                    readers_go_from_one_of_theirs_to_the_next);
    return g_test_run();
}
