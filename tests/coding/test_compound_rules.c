#include "coded.h"

static bool no_dictionary(void)
{
    if (g_file_test("/usr/share/hunspell/sv_SE.dic", G_FILE_TEST_EXISTS))
        return false;
    g_test_skip("the Swedish dictionary of hunspell is not installed");
    return true;
}

static void a_plus_before_a_word_finds_it_and_compounds_that_end_with_it(void)
{
    if (no_dictionary())
        return;
    check_rule("+stöd", "B: Stöd och boendestödet, stödet, stödperson och stödjande.",
               "k:Stöd; k:boendestödet; k:stödet");
    check_rule("+handläggare", "B: LSS-handläggaren och biståndshandläggarna.",
               "k:LSS-handläggaren; k:biståndshandläggarna");
}

static void a_plus_behind_a_word_finds_it_and_compounds_that_begin_with_it(void)
{
    if (no_dictionary())
        return;
    check_rule("stöd+", "B: Stödet, en stödperson, boendestöd och stödja.",
               "k:Stödet; k:stödperson");
    check_rule("handläggare+", "B: Handläggarbyten och handläggarna.",
               "k:Handläggarbyten; k:handläggarna");
}

static void a_word_that_only_looks_like_a_compound_is_passed_over(void)
{
    if (no_dictionary())
        return;
    check_rule("+svar | +gång | +stad | +brukare | +tydlig",
               "B: Ansvar, tillgång, bostad, missbrukare och betydligt.", "");
    check_rule("respekt+", "B: Respekt för respektive person.", "k:Respekt");
}

static void a_compound_stands_in_a_row_and_among_alternatives(void)
{
    if (no_dictionary())
        return;
    check_rule("(mer | bättre) +stöd",
               "B: De gav mer boendestöd och bättre stöd, mer eh stödet.",
               "k:mer boendestöd; k:bättre stöd; k:mer eh stödet");
    check_rule("+stöd hjälper", "B: Stödperson hjälper. Stödet hjälpte.",
               "k:Stödet hjälpte");
}

static void what_no_plus_can_stand_with_is_refused_at_its_place(void)
{
    static const struct {
        const char *rule;
        size_t column;
    } cases[] = {
        { "a +bl.a.b,c", 6 },
        { "+;", 4 },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *book = g_strdup_printf("kod;regler\nk;\"%s\"\n", cases[i].rule);
        g_auto(coder_kit) kit = kit_new(book, (lyh_matcher_options){ 0 });
        g_assert_null(kit.matcher);
        g_assert_cmpuint(lyh_diags_error_count(kit.diags), ==, 1);
        g_assert_cmpstr(lyh_diags_at(kit.diags, 0)->code, ==, "rule-syntax");
        g_assert_cmpuint(lyh_diags_at(kit.diags, 0)->column, ==, cases[i].column);
    }
}

/* A thousand words asked about, each once: no word of the text costs more for it. */
static void many_compounds_are_asked_about_at_once(void)
{
    if (no_dictionary())
        return;
    g_autoptr(GString) book = g_string_new("kod;regler\n");
    for (int i = 0; i < 500; i++)
        g_string_append_printf(book, "k%d;\"+ord%c%c%c | ord%c%c%c+\"\n", i, 'a' + i % 26,
                               'a' + i / 26, 'q', 'a' + i % 26, 'a' + i / 26, 'q');
    g_string_append(book, "k;+stöd\n");
    g_auto(coder_kit) kit = kit_new(book->str, (lyh_matcher_options){ 0 });
    g_assert_nonnull(kit.matcher);
    g_autofree char *found = kit_coded(&kit, "B: Samtalsstöd med någon.");
    g_assert_cmpstr(found, ==, "k:Samtalsstöd");
}

#define TEST(name) g_test_add_func("/compound-rules/" #name, name)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_plus_before_a_word_finds_it_and_compounds_that_end_with_it);
    TEST(a_plus_behind_a_word_finds_it_and_compounds_that_begin_with_it);
    TEST(a_word_that_only_looks_like_a_compound_is_passed_over);
    TEST(a_compound_stands_in_a_row_and_among_alternatives);
    TEST(what_no_plus_can_stand_with_is_refused_at_its_place);
    TEST(many_compounds_are_asked_about_at_once);
    return g_test_run();
}
