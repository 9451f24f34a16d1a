#include "book_text.h"

#include <lyhord/codebook/outline.h>

/* Codes 0 to 5: svar and rum at the top; tid and brev below svar, kö below tid; glas below rum first. */
#define BOOK                                                                               \
    "kod;överordnad;regler\nsvar;;a\ntid;svar;b\nkö;tid;c\nrum;;d\nglas;rum|svar;e\n"    \
    "brev;svar;f\n"
enum { SVAR, TID, KO, RUM, GLAS, BREV };

static void assert_outline(const size_t *asked, size_t count, const size_t *wanted,
                           const size_t *depths)
{
    g_auto(book_text) made = book_of_text(BOOK);
    g_autofree size_t *codes = g_memdup2(asked, count * sizeof *asked);
    g_autofree size_t *told = g_new0(size_t, count + 1);
    lyh_codebook_outline(made.book, codes, count, told);
    for (size_t i = 0; i < count; i++) {
        g_assert_cmpuint(codes[i], ==, wanted[i]);
        g_assert_cmpuint(told[i], ==, depths[i]);
    }
    lyh_codebook_outline(made.book, codes, count, NULL); /* a second time changes nothing */
    for (size_t i = 0; i < count; i++)
        g_assert_cmpuint(codes[i], ==, wanted[i]);
}

static void codes_stand_after_their_first_parent_in_the_order_they_had(void)
{
    const size_t asked[] = { RUM, BREV, SVAR, KO, TID, GLAS };
    const size_t wanted[] = { RUM, GLAS, SVAR, BREV, TID, KO };
    const size_t depths[] = { 0, 1, 0, 1, 1, 2 };
    assert_outline(asked, G_N_ELEMENTS(asked), wanted, depths);
}

static void a_code_without_its_parent_stands_at_the_top(void)
{
    const size_t asked[] = { KO, GLAS, SVAR };
    const size_t depths[] = { 0, 0, 0 };
    assert_outline(asked, G_N_ELEMENTS(asked), asked, depths);
}

static void nothing_is_in_order(void)
{
    g_auto(book_text) made = book_of_text(BOOK);
    lyh_codebook_outline(made.book, NULL, 0, NULL);
}

#define TEST(sentence) g_test_add_func("/codebook/outline/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(codes_stand_after_their_first_parent_in_the_order_they_had);
    TEST(a_code_without_its_parent_stands_at_the_top);
    TEST(nothing_is_in_order);
    return g_test_run();
}
