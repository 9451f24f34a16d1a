/* Both paths give the same of any bytes; what that is, text.h and GLib say. */
#include <lyhord/base/blocks.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "../../src/base/blocks/blocks.h"

#define ROUNDS 4000
#define LONGEST 300

/* What texts are made of here: ordinary pieces, and such as stand at the edge of a rule. */
static const char *const pieces[] = {
    "a",      "och ",     "å",      "Ö",  "\n",     "\r\n",    "\t",     "\f",
    "\x7f",   "\x1b",     "Ã",      "Â",  "â",      "ï",       "ð",      "\u00a0",
    "\u00ad", "\xc2\x85", "–",      "”",  "…",      "\u2028",  "\u200b", "\u2001",
    "\u2002", "\u203f",   "\u2040", "ŋ",  "\u0300", "e\u0301", "\u0e01", "\ud7ff",
    "\ue000", "\ufeff",   "\ufffd", "𝄞",  "(",      "[",       "#",      "x",
    "0",      "=",        ";",      "\"", ",",
};
/* Bytes that are not UTF-8 where they stand. */
static const char *const wrong[] = { "\x80",     "\xbf",         "\xc0\xaf",
                                     "\xc1\xbf", "\xc3",         "\xe0\x80\x80",
                                     "\xe2\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                     "\xf0\x9d", "\xff" };

/* A text of up to @most bytes; mostly ordinary, with something wrong in it now and then. */
static GString *made(GRand *random, size_t most, bool may_be_wrong)
{
    GString *text = g_string_new(NULL);
    gint ordinary = g_rand_int_range(random, 2, 40);
    while (text->len < most) {
        gint kind = g_rand_int_range(random, 0, ordinary);
        if (kind > 0)
            g_string_append(text, pieces[g_rand_int_range(random, 0, 4)]);
        else if (may_be_wrong && g_rand_int_range(random, 0, 4) == 0)
            g_string_append(text, wrong[g_rand_int_range(random, 0, G_N_ELEMENTS(wrong))]);
        else
            g_string_append(text,
                            pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    }
    return text;
}

/* Run @check over texts of all lengths, each in a buffer of its own, whose end a sanitizer guards. */
static void over_texts(void (*check)(const char *text, size_t size), bool may_be_wrong)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(64);
    for (int i = 0; i < ROUNDS; i++) {
        g_autoptr(GString) text =
            made(random, (size_t)g_rand_int_range(random, 0, LONGEST), may_be_wrong);
        g_autofree char *exact = g_memdup2(text->str, text->len + 1);
        check(exact, text->len);
    }
}

static bool lacks_avx2(void)
{
    if (lyh_blocks_choose(LYH_BLOCKS_AVX2))
        return false;
    g_test_skip("this processor has no AVX2");
    return true;
}

static void a_path_that_is_chosen_is_taken(void)
{
    lyh_blocks first = lyh_blocks_path();
    g_assert_true(lyh_blocks_choose(LYH_BLOCKS_PLAIN));
    g_assert_cmpint(lyh_blocks_path(), ==, LYH_BLOCKS_PLAIN);
    if (lyh_blocks_choose(LYH_BLOCKS_AVX2))
        g_assert_cmpint(lyh_blocks_path(), ==, LYH_BLOCKS_AVX2);
    else
        g_assert_cmpint(lyh_blocks_path(), ==, LYH_BLOCKS_PLAIN);
    g_assert_true(lyh_blocks_choose(first));
}

static const char *const sign_sets[] = { "\n",
                                         "\r\n",
                                         "\n\r\xC2\xE2",
                                         "[]()\n#</=xX0123456789",
                                         "\"\xff\x80",
                                         "",
                                         "\x01\x11\x21\x31\x41\x51\x61\x71\x81\x91\xf1" };

static void check_until(const char *text, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sign_sets); i++) {
        const lyh_signs signs = lyh_signs_of(sign_sets[i]);
        size_t until = plain_until(&signs, text, size);
        g_assert_true(until == size || strchr(sign_sets[i], text[until]));
        for (size_t j = 0; j < until; j++)
            g_assert_true(text[j] == '\0' || !strchr(sign_sets[i], text[j]));
        g_assert_cmpuint(lyh_signs_until(&signs, text, size), ==, until);
        g_assert_cmpuint(lyh_text_until(text, size, sign_sets[i]), ==, until);
    }
}

static void signs_are_found_where_they_first_stand(void)
{
    if (!lacks_avx2())
        over_texts(check_until, true);
}

static void check_csv_masks(const char *text, size_t size)
{
    uint64_t masks[LONGEST / CSV_BLOCK + 2], plain[LONGEST / CSV_BLOCK + 2];
    for (const char *separator = ";,\t"; *separator; separator++) {
        const char stops[] = { *separator, '"', '\n', '\r', '\0' };
        blocks_csv_masks(text, size, *separator, masks);
        plain_csv_masks(text, size, *separator, plain);
        for (size_t i = 0; i < size; i++) {
            bool stands = memchr(stops, text[i], sizeof stops) != NULL;
            g_assert_cmpuint(masks[i / CSV_BLOCK] >> i % CSV_BLOCK & 1, ==, stands);
            g_assert_cmpuint(plain[i / CSV_BLOCK] >> i % CSV_BLOCK & 1, ==, stands);
        }
    }
}

static void what_parts_cells_is_found_alike(void)
{
    if (!lacks_avx2())
        over_texts(check_csv_masks, true);
}

/* What GLib says of ASCII and Latin-1; everything else is left as it is. */
static GString *small_after_glib(const char *text, size_t size)
{
    GString *small = g_string_new(NULL);
    for (const char *c = text; c < text + size; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        g_string_append_unichar(small, letter <= 0xff ? g_unichar_tolower(letter) : letter);
    }
    return small;
}

static void check_small(const char *text, size_t size)
{
    g_autoptr(GString) expected = small_after_glib(text, size);
    g_assert_cmpuint(expected->len, ==, size);
    for (int path = LYH_BLOCKS_PLAIN; path <= LYH_BLOCKS_AVX2; path++) {
        g_autofree char *small =
            g_malloc(MAX(size, 1)); /* no NULL where there is no letter */
        g_assert_true(lyh_blocks_choose((lyh_blocks)path));
        lyh_small_letters(text, size, small);
        g_assert_true(memcmp(small, expected->str, size) == 0);
    }
}

static void capitals_become_small_where_they_stand(void)
{
    if (lacks_avx2())
        return;
    over_texts(check_small, false);
    g_autoptr(GString) all = g_string_new(NULL);
    for (gunichar letter = 1; letter < 0x500; letter++)
        g_string_append_unichar(all, letter);
    for (size_t start = 0; start < 40; start++) /* in every place of a vector */
        check_small(all->str + start, all->len - start);
}

static void check_length(const char *text, size_t size)
{
    g_assert_cmpuint(plain_length(text, size), ==, blocks_length(text, size));
}

static void characters_are_counted_alike(void)
{
    if (lacks_avx2())
        return;
    over_texts(check_length, true);
    /* Longer than what a byte can count, 127 rounds of two vectors. */
    g_autofree char *long_text = g_strnfill(3 * 127 * 64 + 7, 'a');
    g_assert_cmpuint(blocks_length(long_text, 3 * 127 * 64 + 7), ==, 3 * 127 * 64 + 7);
}

/* GLib calls NUL invalid; the texts hold none. */
static void check_valid(const char *text, size_t size)
{
    const char *end;
    g_utf8_validate(text, (gssize)size, &end);
    for (int path = LYH_BLOCKS_PLAIN; path <= LYH_BLOCKS_AVX2; path++) {
        g_assert_true(lyh_blocks_choose((lyh_blocks)path));
        g_assert_cmpuint(lyh_text_invalid(text, size), ==, (size_t)(end - text));
        size_t sure = blocks_valid(text, size);
        g_assert_true(g_utf8_validate(text, (gssize)sure, NULL));
    }
}

static void what_is_no_utf_8_is_found_at_the_same_byte(void)
{
    if (!lacks_avx2())
        over_texts(check_valid, true);
}

static void check_nfc(const char *text, size_t size)
{
    bool are_nfc = plain_are_nfc(text, size);
    g_assert_cmpint(blocks_are_nfc(text, size), ==, are_nfc);
    if (!are_nfc)
        return;
    g_autofree char *nfc = g_utf8_normalize(text, (gssize)size, G_NORMALIZE_NFC);
    g_assert_cmpstr(nfc, ==, text);
}

static void what_is_taken_for_nfc_is_the_same_and_is_nfc(void)
{
    if (!lacks_avx2())
        over_texts(check_nfc, false);
}

static void check_odd(const char *text, size_t size)
{
    for (size_t i = 0; i < size;) {
        size_t odd = i + plain_until_odd(text + i, size - i);
        g_assert_cmpuint(i + blocks_until_odd(text + i, size - i), ==, odd);
        i = odd == size ? size : (size_t)(g_utf8_next_char(text + odd) - text);
    }
}

static void odd_characters_are_found_alike(void)
{
    if (!lacks_avx2())
        over_texts(check_odd, false);
}

/* What is called ordinary is valid, holds no NUL, and nothing odd, and is NFC. */
static void check_ordinary(const char *text, size_t size)
{
    size_t ordinary = plain_ordinary(text, size);
    g_assert_cmpuint(blocks_ordinary(text, size), ==, ordinary);
    g_assert_cmpuint(ordinary, <=, size);
    g_assert_true(plain_are_nfc(text, ordinary));
    g_assert_true(g_utf8_validate(text, (gssize)ordinary, NULL));
    g_assert_cmpuint(plain_until_odd(text, ordinary), ==, ordinary);
}

static void nothing_in_ordinary_text_needs_a_closer_look(void)
{
    if (lacks_avx2())
        return;
    over_texts(check_ordinary, true);
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 4 * LONGEST)
        g_string_append(text, "I: – Hur är det där? ”Åh”, sa hen… Jo\t(skratt) [nej]\r\n");
    check_ordinary(text->str, text->len);
    g_assert_cmpuint(blocks_ordinary(text->str, text->len), ==, text->len);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/blocks/a path that is chosen is taken",
                    a_path_that_is_chosen_is_taken);
    g_test_add_func("/blocks/signs are found where they first stand",
                    signs_are_found_where_they_first_stand);
    g_test_add_func("/blocks/what parts cells is found alike",
                    what_parts_cells_is_found_alike);
    g_test_add_func("/blocks/capitals become small where they stand",
                    capitals_become_small_where_they_stand);
    g_test_add_func("/blocks/characters are counted alike", characters_are_counted_alike);
    g_test_add_func("/blocks/what is no UTF-8 is found at the same byte",
                    what_is_no_utf_8_is_found_at_the_same_byte);
    g_test_add_func("/blocks/what is taken for NFC is the same, and is NFC",
                    what_is_taken_for_nfc_is_the_same_and_is_nfc);
    g_test_add_func("/blocks/odd characters are found alike",
                    odd_characters_are_found_alike);
    g_test_add_func("/blocks/nothing in ordinary text needs a closer look",
                    nothing_in_ordinary_text_needs_a_closer_look);
    return g_test_run();
}
