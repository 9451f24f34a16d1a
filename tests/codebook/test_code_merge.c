#include <stdlib.h>

#include <lyhord/codebook/code_merge.h>

#include "book_text.h"

/* Codes called @codes ("a b") of the codebook @before joined into @into, called @name then. */
static char *merged(book_text *read, const char *codes, const char *into, const char *name,
                    size_t *size)
{
    g_auto(GStrv) names = g_strsplit(codes, " ", -1);
    size_t indexes[8], count = 0;
    for (char **one = names; *one; one++)
        if (**one)
            indexes[count++] = lyh_codebook_find(read->book, *one);
    const lyh_code_merge merge = { .codes = indexes,
                                   .count = count,
                                   .into = lyh_codebook_find(read->book, into),
                                   .name = name,
                                   .catalog = NULL };
    return lyh_codebook_merged(read->book, &merge, size, read->diags);
}

static void check_merged(const char *before, const char *codes, const char *into,
                         const char *name, const char *wanted)
{
    size_t size;
    g_auto(book_text) read = book_of_text(before);
    char *bytes = merged(&read, codes, into, name, &size);
    g_assert_nonnull(bytes);
    g_autofree char *text = g_strndup(bytes, size);
    g_assert_cmpstr(text, ==, wanted);
    free(bytes);
}

static void check_refused(const char *before, const char *codes, const char *into,
                          const char *words)
{
    size_t size;
    g_auto(book_text) read = book_of_text(before);
    g_assert_null(merged(&read, codes, into, into, &size));
    const lyh_diag *said = lyh_diags_at(read.diags, 0);
    if (!strstr(said->message, words))
        g_error("'%s' does not say '%s'", said->message, words);
}

static void rules_are_united_and_said_once(void)
{
    check_merged("kod;regler;regler_plus;undantag\na;\"x\ny # sagt\";p;\nb;\" x\nz\";;u\n",
                 "b", "a", "a",
                 "kod;regler;regler_plus;undantag\n"
                 "a;\"x\ny # sagt\n# from b\nz\";p;\"# from b\nu\"\n");
}

static void what_is_said_of_them_is_kept_and_marked(void)
{
    check_merged("kod;namn;färg;definition;när;exempel\na;A;;d;n;\nb;B;#112233;e;n;x\n",
                 "b", "a", "a",
                 "kod;namn;färg;definition;när;exempel\n"
                 "a;A;#112233;\"d\nfrom b: e\";n;from b: x\n");
}

static void parents_are_united_and_children_move(void)
{
    check_merged("kod;överordnad\np;\nq;\na;p\nb;q|p\nc;b\nd;b|a|q\ne;a\n", "b", "a", "a",
                 "kod;överordnad\np;\nq;\na;p|q\nc;a\nd;a|q\ne;a\n");
}

static void a_child_can_be_joined_with_its_parent_and_the_other_way_round(void)
{
    check_merged("kod;överordnad\np;\na;p\nb;a\n", "a", "p", "p",
                 "kod;överordnad\np;\nb;p\n");
    check_merged("kod;överordnad\np;\na;p\nb;p\n", "p", "a", "a",
                 "kod;överordnad\na;\nb;a\n");
}

static void references_lead_to_what_the_code_became(void)
{
    check_merged("kod;regler\na;x\nb;y\nc;\"(@b & !@a) | z # @b\"\nd;\"@\"\"b\"\"\"\n", "b",
                 "a", "a",
                 "kod;regler\na;\"x\n# from b\ny\"\nc;(@a & !@a) | z # @b\nd;'@a\n");
}

static void a_code_does_not_come_to_refer_to_itself(void)
{
    check_merged("kod;regler\na;@b | x\nb;\"y | z\"\n", "b", "a", "a",
                 "kod;regler\na;\"x\n# from b\ny | z\"\n");
    check_merged("kod;regler\na;x | @b | y # och mer\nb;z\n", "b", "a", "a",
                 "kod;regler\na;\"x | y # och mer\n# from b\nz\"\n");
    check_merged("kod;regler\na;x | @b\nb;@c | z\nc;v\n", "c b", "a", "a",
                 "kod;regler\na;\"x\n# from c\nv\n# from b\nz\"\n");
    check_refused("kod;regler\na;x & !@b\nb;z\n", "b", "a", "would refer to itself");
}

static void what_would_go_in_a_ring_is_refused(void)
{
    check_refused("kod;regler\na;@c\nb;y\nc;@b\n", "b", "a", "refer back to themselves");
    check_refused("kod;överordnad\nb;\nc;b\na;c\n", "b", "a", "above themselves");
}

static void a_code_can_get_another_name(void)
{
    check_merged(
        "kod;överordnad;regler\na;;x\nb;a;@a | y\n", "", "a", "lång väntan",
        "kod;överordnad;regler\nlång väntan;;x\nb;lång väntan;\"'@\"\"lång väntan\"\" | "
        "y\"\n");
    size_t size;
    g_auto(book_text) read = book_of_text("kod\na\nb\n");
    g_assert_null(merged(&read, "", "a", "b", &size));
}

static void all_else_stays_byte_for_byte(void)
{
    check_merged(
        "\xef\xbb\xbfkod, definition ,anm,regler\r\n\"a\",,\"\",x\r\n\r\nb,,,y\r\n"
        "\"c\",\"d\"\"e\",\"f\ng\",'+ord # k\r\n",
        "b", "a", "a",
        "\xef\xbb\xbfkod, definition ,anm,regler\r\n\"a\",,\"\",\"x\n# from b\ny\"\r\n\r\n"
        "\"c\",\"d\"\"e\",\"f\ng\",'+ord # k\r\n");
}

static void a_word_that_spreadsheets_run_is_guarded(void)
{
    check_merged("kod;regler\na;\nb;+ord\n", "b", "a", "a",
                 "kod;regler\na;\"# from b\n+ord\"\n");
    check_merged("kod;regler\na;+ett\nb;+ord\n", "b", "a", "a",
                 "kod;regler\na;\"'+ett\n# from b\n+ord\"\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/code-merge/" #name, name)
    ADD(rules_are_united_and_said_once);
    ADD(what_is_said_of_them_is_kept_and_marked);
    ADD(parents_are_united_and_children_move);
    ADD(a_child_can_be_joined_with_its_parent_and_the_other_way_round);
    ADD(references_lead_to_what_the_code_became);
    ADD(a_code_does_not_come_to_refer_to_itself);
    ADD(what_would_go_in_a_ring_is_refused);
    ADD(a_code_can_get_another_name);
    ADD(all_else_stays_byte_for_byte);
    ADD(a_word_that_spreadsheets_run_is_guarded);
#undef ADD
    return g_test_run();
}
