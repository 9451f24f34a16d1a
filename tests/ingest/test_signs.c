/* Signs are listed where they stand, whichever way they are looked for; strchr() says which they are. */
#include <string.h>

#include <glib.h>

#include <lyhord/base/blocks.h>

#include "../../src/ingest/signs.h"

#define ROUNDS 2000
#define LONGEST 2500

static const char *const bytes_of[TEXT_SIGNS] = {
    [SIGN_END] = "\n\r",
    [SIGN_QUOTE] = "\"\xC2\xE2",
    [SIGN_COLON] = ":",
    [SIGN_ASIDE] = "[]()#</=xX0123456789",
};
static const char *const unicode_ends[] = { "\xC2\x85", "\u2028", "\u2029" };

static bool ends_line(const char *text, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(unicode_ends); i++) {
        size_t length = strlen(unicode_ends[i]);
        if (size >= length && memcmp(text, unicode_ends[i], length) == 0)
            return true;
    }
    return false;
}

/* TEXT_SIGNS: none. */
static size_t sign_at(const char *text, size_t size)
{
    size_t sign = 0;
    if (text[0] == '\0')
        return TEXT_SIGNS;
    while (sign < TEXT_SIGNS && !strchr(bytes_of[sign], text[0]))
        sign++;
    return sign == SIGN_QUOTE && ends_line(text, size) ? SIGN_END : sign;
}

static void check(const char *text, size_t size)
{
    g_autoptr(text_signs) signs = signs_new(text, size);
    size_t next[TEXT_SIGNS] = { 0 };
    for (size_t i = 0; i < size; i++) {
        size_t sign = sign_at(text + i, size - i);
        if (sign == TEXT_SIGNS)
            continue;
        g_assert_cmpuint(next[sign], <, signs->of[sign].count);
        g_assert_cmpuint(signs->of[sign].at[next[sign]++], ==, i);
    }
    for (size_t sign = 0; sign < TEXT_SIGNS; sign++)
        g_assert_cmpuint(next[sign], ==, signs->of[sign].count);
}

/* Any bytes and line ends, most of it letters where @rare is large. */
static GString *made(GRand *random, gint rare)
{
    GString *text = g_string_new(NULL);
    gsize size = (gsize)g_rand_int_range(random, 0, LONGEST);
    while (text->len < size) {
        gint what = g_rand_int_range(random, 0, rare);
        if (what > 0)
            g_string_append_c(text, (char)g_rand_int_range(random, 'a', 'w'));
        else if (g_rand_int_range(random, 0, 8) == 0)
            g_string_append(text, unicode_ends[g_rand_int_range(random, 0, 3)]);
        else
            g_string_append_c(text, (char)g_rand_int_range(random, 0, 256));
    }
    return text;
}

/* Each text in a buffer of its own, whose end a sanitizer guards. */
static void check_texts(void)
{
    static const gint rarities[] = { 1, 3, 30, 300 };
    g_autoptr(GRand) random = g_rand_new_with_seed(47);
    for (int i = 0; i < ROUNDS; i++) {
        g_autoptr(GString) text = made(random, rarities[i % 4]);
        g_autofree char *exact = g_memdup2(text->str, text->len + 1);
        check(exact, text->len);
    }
}

static void plain_c_lists_every_sign_once(void)
{
    g_assert_true(lyh_blocks_choose(LYH_BLOCKS_PLAIN));
    check_texts();
}

static void avx2_lists_the_same(void)
{
    if (lyh_blocks_choose(LYH_BLOCKS_AVX2))
        check_texts();
    else
        g_test_skip("this processor has no AVX2");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/signs/plain C lists every sign once", plain_c_lists_every_sign_once);
    g_test_add_func("/signs/AVX2 lists the same", avx2_lists_the_same);
    return g_test_run();
}
