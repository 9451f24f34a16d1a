#include <glib.h>

#include <lyhord/stats/wording.h>

static void assert_words(const char *const *expected, size_t base, const char *language)
{
    const lyh_catalog *catalog = lyh_catalog_for(language);
    for (size_t count = 0; count <= base; count++)
        g_assert_cmpstr(lyh_share_in_words(catalog, count, base), ==, expected[count]);
}

/* The scale of a published interview study of twelve, word by word. */
static void every_count_of_twelve_has_its_words(void)
{
    static const char *const swedish[] = {
        NULL,
        "en",
        "ett par",
        "några",
        "några",
        "knappt hälften",
        "ungefär hälften",
        "drygt hälften",
        "de flesta",
        "de flesta",
        "de flesta",
        "nästan alla",
        "samtliga",
    };
    assert_words(swedish, 12, "sv");
}

static void english_has_the_same_scale(void)
{
    static const char *const english[] = {
        NULL, "one", "a couple", "a few", "about half", "most", "most", "almost all", "all",
    };
    assert_words(english, 8, "en");
}

/* Of 24: 9 are below 5/12 and more than four; 10 is exactly 5/12; 14 exactly 7/12. */
static void a_large_base_has_a_minority(void)
{
    const lyh_catalog *catalog = lyh_catalog_for("sv");
    g_assert_cmpstr(lyh_share_in_words(catalog, 4, 24), ==, "några");
    g_assert_cmpstr(lyh_share_in_words(catalog, 5, 24), ==, "en mindre del");
    g_assert_cmpstr(lyh_share_in_words(catalog, 9, 24), ==, "en mindre del");
    g_assert_cmpstr(lyh_share_in_words(catalog, 10, 24), ==, "knappt hälften");
    g_assert_cmpstr(lyh_share_in_words(catalog, 14, 24), ==, "drygt hälften");
    g_assert_cmpstr(lyh_share_in_words(catalog, 15, 24), ==, "de flesta");
    g_assert_cmpstr(lyh_share_in_words(catalog, 22, 24), ==, "de flesta");
    g_assert_cmpstr(lyh_share_in_words(catalog, 23, 24), ==, "nästan alla");
}

static void under_eight_persons_only_the_number_is_told(void)
{
    for (size_t count = 0; count <= 7; count++)
        g_assert_null(lyh_share_in_words(NULL, count, 7));
}

#define TEST(sentence) g_test_add_func("/stats/wording/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_count_of_twelve_has_its_words);
    TEST(english_has_the_same_scale);
    TEST(a_large_base_has_a_minority);
    TEST(under_eight_persons_only_the_number_is_told);
    return g_test_run();
}
