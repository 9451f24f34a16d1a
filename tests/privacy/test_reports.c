#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "scans.h"

/* What five published reports hold: where, and of which class; their text stays with them. */
typedef struct place {
    const char *file;
    size_t line;
    lyh_finding_kind kind;
} place;

#define VERDANDI "seeds/000_89629f37c5e90079.txt"
#define STOCKHOLM "seeds/001_670a8439bc029681.txt"
#define SKR "seeds/002_2b4086c708d73529.txt"
#define BRIU "seeds/003_6ed5baf3f7101f95.txt"
#define FYRBODAL "seeds/004_9fc381f47433dbe0.txt"

static const place must_be_found[] = {
    { BRIU, 968, LYH_FINDING_EMAIL },       { BRIU, 969, LYH_FINDING_PHONE },
    { BRIU, 972, LYH_FINDING_URL },         { BRIU, 966, LYH_FINDING_NAME },
    { BRIU, 12, LYH_FINDING_NAME },         { BRIU, 950, LYH_FINDING_MUNICIPALITY },
    { FYRBODAL, 587, LYH_FINDING_NAME },    { FYRBODAL, 589, LYH_FINDING_MUNICIPALITY },
    { FYRBODAL, 1935, LYH_FINDING_EMAIL },  { FYRBODAL, 1935, LYH_FINDING_DATE },
    { FYRBODAL, 1941, LYH_FINDING_EMAIL },  { FYRBODAL, 1941, LYH_FINDING_NAME },
    { FYRBODAL, 1943, LYH_FINDING_PHONE },  { SKR, 2003, LYH_FINDING_PLACE },
    { SKR, 2005, LYH_FINDING_REGION },      { SKR, 2223, LYH_FINDING_GENDER },
    { SKR, 2416, LYH_FINDING_ID },          { SKR, 3342, LYH_FINDING_EMAIL },
    { SKR, 3342, LYH_FINDING_NAME },        { SKR, 3343, LYH_FINDING_EMAIL },
    { SKR, 3355, LYH_FINDING_URL },         { SKR, 3356, LYH_FINDING_ADDRESS },
    { SKR, 3356, LYH_FINDING_POSTAL_CODE }, { SKR, 3358, LYH_FINDING_PHONE },
    { SKR, 3358, LYH_FINDING_URL },         { STOCKHOLM, 13, LYH_FINDING_PLACE },
    { STOCKHOLM, 104, LYH_FINDING_URL },    { STOCKHOLM, 603, LYH_FINDING_PLACE },
    { VERDANDI, 448, LYH_FINDING_NAME },    { VERDANDI, 454, LYH_FINDING_NAME },
    { VERDANDI, 772, LYH_FINDING_ADDRESS }, { VERDANDI, 772, LYH_FINDING_POSTAL_CODE },
    { VERDANDI, 773, LYH_FINDING_PHONE },   { VERDANDI, 774, LYH_FINDING_EMAIL },
};

/* Crowds of a hundred thousand, years, laws and percentages. */
static const place must_not_be_found[] = {
    { SKR, 9, LYH_FINDING_PHONE },        { SKR, 1099, LYH_FINDING_PHONE },
    { SKR, 1100, LYH_FINDING_PHONE },     { SKR, 1099, LYH_FINDING_POSTAL_CODE },
    { SKR, 1099, LYH_FINDING_ACCOUNT },   { SKR, 2534, LYH_FINDING_GENDER },
    { FYRBODAL, 90, LYH_FINDING_GENDER }, { FYRBODAL, 106, LYH_FINDING_GENDER },
};

/* Findings above the flags that any report may have at most: most are names in references. */
enum { MOST_IN_A_THOUSAND_WORDS = 14 };

static char *read_report(const char *file)
{
    const char *material = g_getenv("LYHORD_MATERIAL");
    if (!material) {
        g_test_skip("LYHORD_MATERIAL is not set");
        return NULL;
    }
    g_autofree char *path = g_build_filename(material, file, NULL);
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static size_t line_of(const char *text, size_t offset)
{
    size_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += text[i] == '\n';
    return line;
}

/* Is something of @wanted's class found on its line? */
static bool is_found(const place *wanted, const char *text)
{
    size_t count;
    bool is_there = false;
    lyh_scanner *scanner = scanner_of_wrapped_lines();
    lyh_finding *found = lyh_scanner_find_and_doubt(scanner, text, strlen(text), &count);
    for (size_t i = 0; i < count; i++)
        is_there = is_there || (found[i].kind == wanted->kind &&
                                line_of(text, found[i].start) == wanted->line);
    free(found);
    lyh_scanner_free(scanner);
    return is_there;
}

static void what_points_at_people_in_the_reports_is_found(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(must_be_found); i++) {
        g_autofree char *text = read_report(must_be_found[i].file);
        if (!text)
            return;
        if (!is_found(&must_be_found[i], text))
            g_error("%s:%zu: no %s", must_be_found[i].file, must_be_found[i].line,
                    lyh_finding_name(must_be_found[i].kind));
    }
}

static void what_points_at_nobody_is_not(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(must_not_be_found); i++) {
        g_autofree char *text = read_report(must_not_be_found[i].file);
        if (!text)
            return;
        if (is_found(&must_not_be_found[i], text))
            g_error("%s:%zu: a %s", must_not_be_found[i].file, must_not_be_found[i].line,
                    lyh_finding_name(must_not_be_found[i].kind));
    }
}

static size_t words_in(const char *text)
{
    size_t words = 0;
    for (const char *at = text; *at; at++)
        words += !g_ascii_isspace(*at) && (at == text || g_ascii_isspace(at[-1]));
    return words;
}

static void findings_stay_few(void)
{
    static const char *const files[] = { VERDANDI, STOCKHOLM, SKR, BRIU, FYRBODAL };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *text = read_report(files[i]);
        if (!text)
            return;
        size_t count, above = 0;
        lyh_scanner *scanner = scanner_of_wrapped_lines();
        lyh_finding *found =
            lyh_scanner_find_and_doubt(scanner, text, strlen(text), &count);
        for (size_t k = 0; k < count; k++)
            above += !lyh_finding_is_flag(found[k].kind);
        g_assert_cmpuint(above * 1000, <=, MOST_IN_A_THOUSAND_WORDS * words_in(text));
        free(found);
        lyh_scanner_free(scanner);
    }
}

/* As a study scans, but that its lines are wrapped: what is worth a look is soon gone through. */
static void doubts_stay_few(void)
{
    enum { MOST = 11 };
    static const char *const files[] = { VERDANDI, STOCKHOLM, SKR, BRIU, FYRBODAL };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *text = read_report(files[i]);
        lyh_scanner *scanner = text ? scanner_with_dictionary() : NULL;
        if (!scanner)
            return;
        size_t count, doubts = 0;
        lyh_finding *found =
            lyh_scanner_find_and_doubt(scanner, text, strlen(text), &count);
        for (size_t k = 0; k < count; k++)
            doubts += found[k].kind == LYH_FINDING_DOUBT;
        g_assert_cmpuint(doubts * 1000, <=, MOST * words_in(text));
        free(found);
        lyh_scanner_free(scanner);
    }
}

#define TEST(sentence) g_test_add_func("/privacy/reports/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(what_points_at_people_in_the_reports_is_found);
    TEST(what_points_at_nobody_is_not);
    TEST(findings_stay_few);
    TEST(doubts_stay_few);
    return g_test_run();
}
